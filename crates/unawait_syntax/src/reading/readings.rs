//! The readings of a text: all paths from its beginning to its end, and what is asked of them.

use std::ops::Range;

use super::path::{Path, Step};
use super::word::{Sought, Word};
use crate::lex::line_end;
use crate::stack_bound::cost::{BRACKET, Deepest, LIMIT};

/// How many readings are followed at once. Real programs come to two.
const PATHS: usize = 16;
/// How many open brackets may be copied where paths part, in all and for each byte besides. Real programs come to less
/// than one for each byte.
const COPIES: usize = 50_000_000;
const COPIES_PER_BYTE: usize = 100;

/// What is told of a text before it is parsed.
pub struct Survey {
    /// A bound on how deep it nests in any reading of it.
    pub deepest: Deepest,
    /// The bodies of functions, without their braces, that hold none of the words that were looked for, and nothing that
    /// matters to a function outside which has such words; the outermost of them, in order. None if the text cannot be
    /// read to its end.
    pub bodies: Vec<Range<usize>>,
}

/// Reads `source` once, looking for the words that `is_sought` says so of.
pub fn survey(source: &str, is_sought: &dyn Fn(Word) -> bool) -> Survey {
    let mut deepest = Deepest { at: 0, bytes: 0 };
    let goes_on = |path: &Path| {
        if path.deepest.bytes > deepest.bytes {
            deepest = path.deepest;
        }
        deepest.bytes <= LIMIT
    };
    let mut bodies: Vec<Range<usize>> = Vec::new();
    let note = |body: Range<usize>| {
        while bodies.last().is_some_and(|inner| inner.start > body.start) {
            bodies.pop();
        }
        bodies.push(body);
    };
    match read(source, is_sought, goes_on, note) {
        Read::ToTheEnd => Survey { deepest, bodies },
        Read::Given(at) => {
            let bytes = source.len().saturating_mul(BRACKET);
            Survey { deepest: Deepest { at, bytes }, bodies: Vec::new() }
        }
        Read::InPart | Read::Stopped => Survey { deepest, bodies: Vec::new() },
    }
}

/// Whether a word of the text is one of those that `is_sought` says so of: in any reading, and if it cannot be read to
/// its end, which is for the parser to complain of. Names behind a dot do not count.
pub fn has_word(source: &str, is_sought: &dyn Fn(Word) -> bool) -> bool {
    let is_sought = |word: Word| !word.is_property && is_sought(word);
    read(source, &is_sought, |path| path.found == 0, |_| ()) != Read::ToTheEnd
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Read {
    ToTheEnd,
    /// Every reading comes to nothing before.
    InPart,
    /// `goes_on` has said so.
    Stopped,
    /// There were too many readings at this byte, or up to it.
    Given(usize),
}

/// Reads `source` in every way, as long as `goes_on` says so of the path that has gone on. `body` hears of what can be
/// passed over and stands in every reading.
fn read(
    source: &str,
    is_sought: Sought,
    mut goes_on: impl FnMut(&Path) -> bool,
    mut body: impl FnMut(Range<usize>),
) -> Read {
    let start = if source.starts_with("#!") { line_end(source, 0) } else { 0 };
    let mut paths = vec![Path::new(start)];
    let mut read = Read::InPart;
    let mut copies = 0;
    let may_copy = COPIES.saturating_add(source.len().saturating_mul(COPIES_PER_BYTE));
    while !paths.is_empty() {
        // The path that is behind goes on, so that paths can meet.
        let index = (0..paths.len()).min_by_key(|index| paths[*index].at).unwrap_or(0);
        let alone = paths.len() == 1;
        let path = &mut paths[index];
        let step = loop {
            let step = path.step(source, is_sought);
            if !goes_on(path) {
                return Read::Stopped;
            }
            match step {
                Step::On if alone => {}
                Step::Body(range) if alone => body(range),
                step => break step,
            }
        };
        match step {
            Step::On | Step::Body(_) => {
                let path = paths.swap_remove(index);
                match paths.iter_mut().find(|other| other.meets(&path)) {
                    Some(other) => other.join(source, &path),
                    None => paths.push(path),
                }
            }
            Step::Fork(other) => {
                copies += other.depth();
                paths.push(*other);
            }
            Step::End => {
                if paths.swap_remove(index).at == source.len() {
                    read = Read::ToTheEnd;
                }
            }
        }
        if paths.len() > PATHS || copies > may_copy {
            return Read::Given(paths[0].at);
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::{BRACKET, Deepest, has_word, survey};
    use crate::stack_bound::cost::TOKEN;

    fn deepest(source: &str) -> Deepest {
        survey(source, &|_| false).deepest
    }

    /// Brackets and tokens at the deepest place.
    fn depth(source: &str) -> (usize, usize) {
        let bytes = deepest(source).bytes;
        (bytes / BRACKET - 1, bytes % BRACKET / TOKEN)
    }

    #[test]
    fn brackets_count_and_so_do_tokens() {
        assert_eq!(depth("a"), (0, 1));
        assert_eq!(depth("[[]]"), (2, 2));
        assert_eq!(depth("!a"), (0, 2));
        assert_eq!(depth("`${`${a}`}`"), (2, 3));
    }

    #[test]
    fn neighbours_do_not_add_up() {
        for program in ["a;", "a\n", "[],", "f()\n", "{}a", "a\n;", "if(a){}\n", "a;while(b)c;"] {
            let times = |n: usize| deepest(&program.repeat(n)).bytes;
            assert!(times(1_000) <= times(3) + TOKEN, "{program}");
        }
    }

    #[test]
    fn what_is_in_one_another_does() {
        for program in [
            "if (a) ; else ",
            "if (a) b()\nelse ",
            "for await (a of b)\n",
            "class A\nextends ",
            "@a\nclass extends ",
            "do a\nwhile (a) do ",
            "new\n",
            "await\n",
            "new\u{a0}",
            "a=>",
            "a?b:",
        ] {
            assert!(deepest(&program.repeat(1_000)).bytes > 1_000 * TOKEN, "{program}");
        }
        // The last test stands in a thousand loops.
        let loops = format!("{};while({}", "do ".repeat(1_000), "!".repeat(1_000));
        assert!(deepest(&loops).bytes > 2_000 * TOKEN);
    }

    #[test]
    fn what_strings_comments_and_regular_expressions_hold_is_no_bracket() {
        for literal in ["'(['", "\"\\\"((\"", "`(\\${(`", "/[/(]\\/(/", "//((\n1", "/*((*/1", "#!((\n"] {
            assert_eq!(depth(literal).0, 0, "{literal}");
        }
    }

    #[test]
    fn words_are_found_in_code() {
        let has = |source: &str| has_word(source, &|word| word.text == b"async");
        for source in [
            "async()=>1",
            "\u{feff}async",
            "a\u{2028}async\u{a0}b",
            "`${async}`",
            "{}\n/'/; async",
            "1.\nasync",
            "f(...async)",
            "a /* '",
            "(]",
            "// .\nasync",
        ] {
            assert!(has(source), "{source}");
        }
        for source in ["'async'", "`async`", "/async/", "// async\n", "a.async", "a?. async", "asyncs", "\\u0061sync"] {
            assert!(!has(source), "{source}");
        }
    }

    #[test]
    fn a_slash_is_read_in_both_ways_where_it_can_be() {
        // A block, then a regular expression; or an object, divided.
        let is_as_deep = |program: &str, brackets: usize| depth(program).0 >= brackets;
        assert!(is_as_deep("{} /)/; ((", 2));
        assert!(is_as_deep("({} / (a / ((b", 4));
        assert!(is_as_deep("await (a) /)/; ((", 2));
        assert!(is_as_deep("a\n/'/; ((b", 2));
        // A comment in a script only.
        assert!(is_as_deep("((<!-- )) \n((", 4));
        assert!(is_as_deep("((\n--> )) \n((", 4));
    }
}
