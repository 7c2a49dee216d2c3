//! What helps the parser over one kind of syntax each. A rule is asked when the parser has failed with `error` at `at`.

use std::ops::Range;

use swc_ecma_parser::error::SyntaxError;

use super::change::{Change, Repair, Restore};
use crate::lex::{Cursor, decoded, has_line_terminator, is_word_at, name_end, name_start, next_token};

/// The names that the parser does not know for such everywhere.
pub(super) const NAMES: [&str; 2] = ["let", "using"];

/// How far behind a shift the parser may stumble over it, in bytes.
const MOST_BEHIND_SHIFT: usize = 256;

type Rule = fn(&str, &SyntaxError, &Range<usize>) -> Option<Repair>;

pub(super) const RULES: [Rule; 12] = [
    line_behind_arrow_function,
    async_call_with_comma,
    using_in_for_head,
    private_name_behind_yield,
    let_behind_yield,
    decorator_behind_yield,
    initializer_in_for_in_head,
    call_as_target,
    let_as_arrow_parameter,
    line_behind_await,
    surrogate_before_braced_escape,
    in_behind_using,
];

/// `x = () => {}<newline>+ 1`: a semicolon goes behind the brace, where one is inserted anyway.
fn line_behind_arrow_function(source: &str, error: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    if !wants_semicolon(error) {
        return None;
    }
    let brace = last_before(source, at.start, "}")?;
    has_line_terminator(source, brace, at.start).then(|| insertions(&[(brace + 1, ";")]))
}

/// `async(x,)`: the comma goes.
fn async_call_with_comma(source: &str, error: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    let comma = token_behind(source, at.start, ",").filter(|_| wants_semicolon(error))?;
    let close = token_behind(source, comma, ")")?;
    let changes = vec![Change { range: comma - 1..comma, text: " " }];
    Some(Repair { changes, restore: Restore::AsyncCall(close) })
}

/// `for (using r = x; ...; ...)` and `for (await using r = x; ...; ...)`: read as `const`.
fn using_in_for_head(source: &str, _: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    let head = using_head(source, words_before(source, "for", at.start).next()?)?;
    let changes = vec![Change { range: head.words.clone(), text: "const" }];
    (head.words.start <= at.start && at.start <= head.equals)
        .then_some(Repair { changes, restore: Restore::Using(head.words) })
}

/// `yield #x in o`: read as a name.
fn private_name_behind_yield(source: &str, _: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    behind_yield(source, at.start)?;
    let changes = vec![Change { range: at.start..at.start + 1, text: "$" }];
    source[at.start..].starts_with('#').then_some(Repair { changes, restore: Restore::PrivateName(at.start) })
}

/// `yield let` in sloppy code.
fn let_behind_yield(source: &str, _: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    behind_yield(source, at.start)?;
    is_word_at(source, at.start, "let").then(|| as_name(at.start..at.start + "let".len(), "let"))
}

/// `yield @d class {}`: an operator goes before the class.
fn decorator_behind_yield(source: &str, _: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    behind_yield(source, at.start)?;
    let repair = || Repair { restore: Restore::NoOperator(at.start), ..insertions(&[(at.start, "!")]) };
    source[at.start..].starts_with('@').then(repair)
}

/// `for (var x = e in o)` within a function: read as `for (var x = e; o)`, which the parser takes, if nobody else does.
/// <https://tc39.es/ecma262/#sec-initializers-in-forin-statement-heads>
fn initializer_in_for_in_head(source: &str, error: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    if !matches!(error, SyntaxError::Expected(..) | SyntaxError::TS1109) {
        return None;
    }
    // The initializer may hold loops of its own.
    words_before(source, "for", at.start).take(16).find_map(|word| {
        let open = token_behind(source, word + "for".len(), "(")?;
        let name = next_token(source, token_behind(source, open, "var")?);
        let value = token_behind(source, name_end(source, name), "=")?;
        let is_outermost = |at: &usize| is_balanced(&source[value..*at]);
        let is_in = words(source.get(value..at.start)?, "in").map(|word| value + word).find(is_outermost)?;
        let changes = vec![Change { range: is_in..is_in + "in".len(), text: ";" }];
        Some(Repair { changes, restore: Restore::ForIn(word) })
    })
}

/// `f() = 1`, which fails when it runs, in sloppy code: read as `f()._ = 1`. Parentheses might be taken for a call's.
/// <https://tc39.es/ecma262/#sec-static-semantics-assignmenttargettype>
fn call_as_target(_: &str, error: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    let changes = vec![Change { range: at.end..at.end, text: "._" }];
    let repair = Repair { changes, restore: Restore::CallTarget(at.end) };
    matches!(error, SyntaxError::InvalidAssignTarget).then_some(repair)
}

/// `let => x`.
fn let_as_arrow_parameter(source: &str, _: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    let word = words_before(source, "let", at.start).next()?;
    let end = word + "let".len();
    let is_arrow = source[at.start..].starts_with("=>") && next_token(source, end) == at.start;
    is_arrow.then(|| as_name(word..end, "let"))
}

/// A word that the parser does not take for the name it is: read as another. Parentheses around it might be a call's.
fn as_name(word: Range<usize>, name: &'static str) -> Repair {
    Repair { restore: Restore::Name(word.start, name), changes: vec![Change { range: word, text: "$" }] }
}

/// `await<newline>[x]` at a module's top level: the line break goes.
fn line_behind_await(source: &str, error: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    if !matches!(error, SyntaxError::InvalidIdentInAsync) {
        return None;
    }
    let end = token_behind(source, at.start, "await")?;
    let next = next_token(source, end);
    let changes = vec![Change { range: end..next, text: " " }];
    has_line_terminator(source, end, next).then_some(Repair { changes, restore: Restore::Nothing })
}

/// `"\uD83D\u{41}"`: braces go around the first escape too.
fn surrogate_before_braced_escape(source: &str, error: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    const ESCAPE: usize = "\\uD83D".len();
    if !matches!(error, SyntaxError::BadCharacterEscapeSequence { .. } | SyntaxError::Unexpected { .. }) {
        return None;
    }
    let braced = memchr::memmem::find_iter(&source.as_bytes()[at.start..], "\\u{").map(|found| at.start + found);
    let digits = braced.take(1).find_map(|braced| {
        let digits = source.get(braced.checked_sub(ESCAPE)?..braced)?.strip_prefix("\\u")?;
        digits.starts_with(['d', 'D']).then_some(braced - digits.len()..braced)
    })?;
    Some(insertions(&[(digits.start, "{"), (digits.end, "}")]))
}

/// `using x = a in b`: read as `const`.
fn in_behind_using(source: &str, _: &SyntaxError, at: &Range<usize>) -> Option<Repair> {
    if !is_word_at(source, at.start, "in") {
        return None;
    }
    let word = words_before(source, "using", at.start).next()?;
    let end = word + "using".len();
    let name = next_token(source, end);
    token_behind(source, name_end(source, name), "=").filter(|value| is_balanced(&source[*value..at.start]))?;
    let awaits = awaits(source, word);
    let (start, is_await) = (awaits.unwrap_or(word), awaits.is_some());
    let changes = vec![Change { range: start..end, text: "const" }];
    Some(Repair { changes, restore: Restore::UsingDeclaration { start, is_await } })
}

/// `f<<T>(x: T) => T>()` in TypeScript: a space goes between the brackets, which the parser takes for a shift. In
/// JavaScript that helps nobody, so it comes last.
pub(super) fn two_type_parameter_lists(source: &str, at: &Range<usize>) -> Option<Repair> {
    let shift = source[..at.end].rfind("<<")?;
    (at.end - shift < MOST_BEHIND_SHIFT).then(|| insertions(&[(shift + 1, " ")]))
}

/// What may help against one error in several places, the likeliest first.
pub(super) fn places(source: &str, at: usize) -> impl Iterator<Item = Repair> {
    escaped_names(source, at)
        .chain(usings_as_operands(source, at))
        .chain(imports_before_in(source, at))
        .chain(strings_taken_for_directives(source, at))
}

/// `await using ? a : b`, `await using.a, b`, where `using` is a name: the parser expects a declaration, and behind it
/// no more than binary operators.
fn usings_as_operands(source: &str, at: usize) -> impl Iterator<Item = Repair> {
    let goes_on = source[at..].starts_with(['?', ',', '=', '*', '/', '%', '+', '-', '<', '>', '&', '|', '^']);
    let words = words_before(source, "using", at).take(if goes_on { 16 } else { 0 });
    let is_operand = |word: &usize| awaits(source, *word).is_some();
    words.filter(is_operand).map(|word| as_name(word..word + "using".len(), "using"))
}

/// The `await` right before the word at `word`.
fn awaits(source: &str, word: usize) -> Option<usize> {
    words_before(source, "await", word).next().filter(|before| next_token(source, before + "await".len()) == word)
}

/// `l\u0065t => x`, `await l\u0065t`. The last one before the error, or at it, comes first.
fn escaped_names(source: &str, at: usize) -> impl Iterator<Item = Repair> {
    let escapes = source[..name_end(source, at)].rmatch_indices('\\').take(16);
    escapes.filter_map(|(escape, _)| {
        let word = name_start(source, escape)..name_end(source, escape);
        let meaning = decoded(&source[word.clone()]);
        let name = NAMES.into_iter().find(|name| *name == meaning)?;
        (!source[..word.start].ends_with('#')).then(|| as_name(word, name))
    })
}

/// `import(x) in y`, `import.meta.x in y` at the beginning of a statement: an operator goes before the import, which
/// begins a statement as well.
fn imports_before_in(source: &str, at: usize) -> impl Iterator<Item = Repair> {
    let is_in = is_word_at(source, at, "in");
    let words = words_before(source, "import", at).take(if is_in { 16 } else { 0 });
    words.filter_map(move |word| {
        let behind = source.get(next_token(source, word + "import".len())..at)?;
        let is_expression = behind.starts_with(['.', '(']);
        is_expression.then(|| Repair { restore: Restore::NoOperator(word), ..insertions(&[(word, "!")]) })
    })
}

/// `"use strict".length`, behind which the parser takes the code for strict: parentheses go around the string. The last
/// one before the error comes first; it need not be that of the function that the error is in.
fn strings_taken_for_directives(source: &str, at: usize) -> impl Iterator<Item = Repair> {
    const WORDS: &str = "use strict";
    let words = memchr::memmem::rfind_iter(&source.as_bytes()[..at], WORDS).take(16);
    words.filter_map(|word| {
        let (start, end) = (word.checked_sub(1)?, word + WORDS.len() + 1);
        let is_string = matches!(source.get(start..end)?.as_bytes(), [b'"', .., b'"'] | [b'\'', .., b'\'']);
        let parentheses = || Repair { restore: Restore::NoDirective(start), ..insertions(&[(start, "("), (end, ")")]) };
        (is_string && goes_on(source, next_token(source, end))).then(parentheses)
    })
}

/// Whether the token at `at` goes on with an expression, on a new line too.
fn goes_on(source: &str, at: usize) -> bool {
    let token = &source[at..];
    let is_operator =
        token.starts_with(['.', '[', '(', '`', ',', '?', '+', '-', '*', '/', '%', '&', '|', '^', '<', '>', '=']);
    let is_update = token.starts_with("++") || token.starts_with("--");
    is_operator && !is_update
        || token.starts_with("!=")
        || is_word_at(source, at, "in")
        || is_word_at(source, at, "instanceof")
}

fn wants_semicolon(error: &SyntaxError) -> bool {
    matches!(error, SyntaxError::ExpectedSemi | SyntaxError::TS1005)
}

fn insertions(texts: &[(usize, &'static str)]) -> Repair {
    let changes = texts.iter().map(|(at, text)| Change { range: *at..*at, text }).collect();
    Repair { changes, restore: Restore::Nothing }
}

/// The `yield` before the token at `at`, if there is one.
fn behind_yield(source: &str, at: usize) -> Option<usize> {
    words_before(source, "yield", at).next().filter(|word| next_token(source, word + "yield".len()) == at)
}

/// Where the one-byte token `token` stands if it is the last one before `at`. Comments between may hold the same byte:
/// the first one counts from which on there are only comments.
fn last_before(source: &str, at: usize, token: &str) -> Option<usize> {
    let ends_here = |found: &usize| next_token(source, found + token.len()) == at;
    source[..at].rmatch_indices(token).take(16).map(|(found, _)| found).filter(ends_here).last()
}

/// The end of `token` if it is the next one from `at` on.
fn token_behind(source: &str, at: usize, token: &str) -> Option<usize> {
    Cursor::new(source, at).take(token).map(|token| token.end)
}

/// The places of `word` as a word of its own.
fn words<'s>(text: &'s str, word: &'static str) -> impl Iterator<Item = usize> + 's {
    memchr::memmem::find_iter(text.as_bytes(), word).filter(move |at| is_word_at(text, *at, word))
}

/// Those before `end`, the last one first.
fn words_before<'s>(text: &'s str, word: &'static str, end: usize) -> impl Iterator<Item = usize> + 's {
    memchr::memmem::rfind_iter(&text.as_bytes()[..end], word).filter(move |at| is_word_at(text, *at, word))
}

/// Whether the brackets of `text`, strings and comments aside, are all opened and closed in it.
fn is_balanced(text: &str) -> bool {
    depths(text).try_fold(0, |_, depth| (depth >= 0).then_some(depth)) == Some(0)
}

/// How many brackets are open behind each byte of `text`: below zero, more are closed.
fn depths(text: &str) -> impl Iterator<Item = isize> {
    text.bytes().scan(0, |depth, byte| {
        *depth += match byte {
            b'(' | b'[' | b'{' => 1,
            b')' | b']' | b'}' => -1,
            _ => 0,
        };
        Some(*depth)
    })
}

/// The head of a loop with `using` or `await using`.
struct UsingHead {
    words: Range<usize>,
    equals: usize,
}

fn using_head(source: &str, word: usize) -> Option<UsingHead> {
    let start = next_token(source, token_behind(source, word + "for".len(), "(")?);
    let end = token_behind(source, token_behind(source, start, "await").unwrap_or(start), "using")?;
    let name = next_token(source, end);
    let name_end = name_end(source, name);
    let equals = token_behind(source, name_end, "=")? - 1;
    let declares = name_end > name && !source[equals..].starts_with("==");
    declares.then_some(UsingHead { words: start..end, equals })
}
