//! Whether there can be something to lower, told from the bytes, then from the tokens: most files hold nothing, and are
//! not parsed.

use unawait_syntax::Word;
use unawait_syntax::lex::{Cursor, LINE_TERMINATORS, is_identifier_part, is_space, is_word_at};

use crate::{Language, Options, Target, TopLevelAwait};

/// Whether there can be something to lower, or to complain of. Where there is not, [`compile`](crate::compile) answers
/// the source itself.
pub fn may_hold_work(source: &str, options: &Options) -> bool {
    may_hold_async(source, options) || (options.target == Target::StateMachines && may_hold_generators(source))
}

fn may_hold_async(source: &str, options: &Options) -> bool {
    let has = |word: &str| memchr::memmem::find(source.as_bytes(), word.as_bytes()).is_some();
    has("async") || may_hold_using(source) || (options.top_level_await == TopLevelAwait::Error && has("await"))
}

/// The same for async functions and `using`, as far as tokens tell it: words in strings and comments, and properties of
/// that name, hold nothing either.
pub(crate) fn has_async(source: &str, options: &Options) -> bool {
    let begins_work = |word: Word| match word.text {
        b"async" => begins_function(word.behind),
        b"using" => true,
        b"await" => options.top_level_await == TopLevelAwait::Error,
        _ => false,
    };
    may_hold_async(source, options)
        && (options.language != Language::JavaScript || unawait_syntax::has_word(source, &begins_work))
}

/// Whether `async` begins a function, a method or an arrow function, for what is behind it: a name, a keyword, any other
/// key of a method, a star or parameters.
fn begins_function(behind: Cursor) -> bool {
    let token = behind.rest();
    token.starts_with(['(', '*', '[', '#', '"', '\'', '\\', '.']) || token.starts_with(is_identifier_part)
}

/// Whether `using` stands before a name somewhere, and both before `=`, `of` or a type.
fn may_hold_using(source: &str) -> bool {
    const USING: &str = "using";
    memchr::memmem::find_iter(source.as_bytes(), USING).any(|at| {
        let mut behind = Cursor::new(source, at + USING.len());
        is_word_at(source, at, USING)
            && behind.take_name().is_some()
            && (behind.comes("=") || behind.comes(":") || behind.comes_word("of"))
    })
}

/// Whether there can be a generator function: a `*` behind `function`, or between what a member may follow and what a
/// member's key looks like. Lines of comments begin with stars, too, but seldom go on like that.
pub(crate) fn may_hold_generators(source: &str) -> bool {
    let decorated = source.contains('@');
    memchr::memchr_iter(b'*', source.as_bytes()).any(|at| {
        let before = source[..at].trim_end_matches(is_space);
        let starts_line = source[before.len()..at].contains(LINE_TERMINATORS);
        let follows = ["{", ",", ";", "}", "*/", "static", ")"].iter().any(|end| before.ends_with(end));
        let behind = Cursor::new(source, at + 1);
        // `function /* c */ *(a) {}`
        let is_nameless = (starts_line || before.ends_with("*/")) && behind.comes("(");
        before.ends_with("function") || is_nameless || (starts_line || follows || decorated) && begins_key(behind)
    })
}

/// Whether the rest of a generator method may follow: a computed key, a literal, or a name that a parameter list comes
/// behind.
fn begins_key(mut behind: Cursor) -> bool {
    behind.take("#");
    behind.rest().starts_with(['[', '"', '\''])
        || (behind.take_number().or_else(|| behind.take_name()).is_some() && behind.rest().starts_with(['(', '<']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn generators_are_not_overlooked() {
        for text in [
            "function*(){}",
            "function/**/*(){}",
            "function // c\n  * (){}",
            "x = { *m(){} }",
            "class A { x\n  *m(){} }",
            "class A { static*#m(){} }",
            "class A { @dec *[k](){} }",
            "class A { /* c */ * 1.5 (){} }",
            "class A { ;*\"a b\"(){} }",
            "class A { a(){} *\\u{61} /* c */ (){} }",
            "x = { \u{feff}*m(){} }",
            "x = { a, *\u{feff}m(){} }",
            "x = { a, *m\u{feff}(){} }",
            "x = { a, *e\u{301}(){} }",
            "x = { a, *\u{b}m(){} }",
            "function <!-- x\n*<!-- x\n(){}",
            "x = { a, *m\n--> x\n(){} }",
        ] {
            assert!(may_hold_generators(text), "{text}");
        }
    }

    #[test]
    fn async_functions_are_not_overlooked() {
        for text in [
            "async function f(){}",
            "async\u{b}function f(){}",
            "x = async\u{b}()=>1",
            "x = async\u{c}a=>1",
            "x = async\u{a0}()=>1",
            "x = { async/**/m(){} }",
            "x = { async 'm'(){} }",
            "x = { async.5(){} }",
            "x = { async*m(){} }",
        ] {
            assert!(has_async(text, &Options::default()), "{text}");
        }
        for text in ["async", "async = 1", "a.async(b)", "x = { async: 1 }", "// async (a)", "'async function'"] {
            assert!(!has_async(text, &Options::default()), "{text}");
        }
    }

    #[test]
    fn declarations_of_resources_are_not_overlooked() {
        for text in [
            "{ using x = y }",
            "{ using\u{b}x = y }",
            "{ using/**/x = y }",
            "{ using /**/ x = y }",
            "{ using x\n= y }",
            "{ using x /* c */ = y }",
            "{ using x // c\n= y }",
            "{ using x <!-- c\n = y }",
            "{ using x\n--> c\n = y }",
            "{ using \\u0061 = y }",
            "{ using a\\u0061 = y }",
            "{ using \u{2118} = y }",
            "{ using e\u{301} = y }",
            "{ using\u{feff}x = y }",
            "{ using x\u{feff}= y }",
            "for (using x of y) ;",
            "for (using/**/x of y) ;",
            "{ await using x = y }",
        ] {
            assert!(may_hold_using(text), "{text}");
        }
        for text in ["using", "using the thing", "using(a)", "// using it", "using = 1", "x.using"] {
            assert!(!may_hold_using(text), "{text}");
        }
    }

    #[test]
    fn comments_and_products_are_passed_over() {
        for text in ["/**\n * Adds things.\n * @param a\n */ f(a);", "a * b(c)", "a ** b(c)", "import * as a from 'a'"]
        {
            assert!(!may_hold_generators(text), "{text}");
        }
    }
}
