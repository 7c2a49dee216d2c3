//! White space and comments between tokens. Good between two tokens only: strings are not known here.

use std::ops::Range;

use unawait_text::chars::{LINE_TERMINATORS, Space, is_identifier_part, is_line_terminator, is_space};

/// White space or one comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trivia {
    pub kind: TriviaKind,
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TriviaKind {
    Space,
    BlockComment,
    /// One that goes to the end of its line: `//`, a hashbang, or one of HTML.
    LineComment,
}

/// What stands at `at`, if it is no token. HTML-like comments count, since nothing that is valid begins like them in a
/// script: <https://tc39.es/ecma262/#sec-html-like-comments>.
pub fn trivia_at(source: &str, at: usize) -> Option<Trivia> {
    let bytes = &source.as_bytes()[at..];
    let line_comment = || Some(Trivia { kind: TriviaKind::LineComment, end: line_end(source, at) });
    match bytes {
        [b'/', b'*', ..] => {
            let end = block_comment_end(source, at).unwrap_or(source.len());
            Some(Trivia { kind: TriviaKind::BlockComment, end })
        }
        [b'/', b'/', ..] | [b'<', b'!', b'-', b'-', ..] => line_comment(),
        [b'-', b'-', b'>', ..] if begins_line(source, at) => line_comment(),
        [b'#', b'!', ..] if matches!(&source[..at], "" | "\u{feff}") => line_comment(),
        _ => {
            let mut end = 0;
            while let Some(space) = Space::first(&bytes[end..]) {
                end += space.length;
            }
            (end > 0).then_some(Trivia { kind: TriviaKind::Space, end: at + end })
        }
    }
}

/// Where the next token begins, at or after `at`.
pub fn next_token(source: &str, mut at: usize) -> usize {
    while let Some(trivia) = trivia_at(source, at) {
        at = trivia.end;
    }
    at
}

/// The end of the block comment that begins at `at`, if it has one: `/*/` alone has none.
pub fn block_comment_end(source: &str, at: usize) -> Option<usize> {
    let inner = at + "/*".len();
    memchr::memmem::find(source.as_bytes().get(inner..)?, b"*/").map(|length| inner + length + "*/".len())
}

/// The end of the line that `at` is on, before what ends it.
pub fn line_end(source: &str, at: usize) -> usize {
    let bytes = source.as_bytes();
    let mut ends = memchr::memchr3_iter(b'\n', b'\r', 0xe2, &bytes[at..]).map(|length| at + length);
    ends.find(|end| is_line_end(bytes, *end)).unwrap_or(source.len())
}

/// Whether a line ends at `at`, or the text.
pub(super) fn is_line_end(bytes: &[u8], at: usize) -> bool {
    // An escape at the end of the text leads behind it.
    matches!(bytes.get(at..), None | Some([] | [b'\n' | b'\r', ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]))
}

/// Whether only white space and comments stand before `at` on its line: then `-->` begins a comment there.
pub fn begins_line(source: &str, at: usize) -> bool {
    let mut before = &source[..at];
    loop {
        // A line may be as long as the file, so no further back than the spaces go.
        before = before.trim_end_matches(|c| is_space(c) && !is_line_terminator(c));
        if before.is_empty() || before.ends_with(LINE_TERMINATORS) {
            return true;
        }
        let Some(comment) = before.strip_suffix("*/").and_then(|comment| comment.rfind("/*")) else { return false };
        if before[comment..].contains(LINE_TERMINATORS) {
            return true;
        }
        before = &before[..comment];
    }
}

/// Whether a line ends between `from` and `to`; within a comment counts.
pub fn has_line_terminator(source: &str, from: usize, to: usize) -> bool {
    source[from..to].contains(LINE_TERMINATORS)
}

/// The end of the white space after `at` that stays on the line, so that nothing doubled is left where a word goes.
pub fn skip_spaces(source: &str, at: usize) -> usize {
    source.len() - source[at..].trim_start_matches([' ', '\t']).len()
}

/// What has to stand where the token of `range` is taken away: a space, if words on both sides would become one, as in
/// `function*f`.
pub fn gap(source: &str, range: &Range<usize>) -> &'static str {
    let is_word = |c: char| is_identifier_part(c) || matches!(c, '\\' | '#');
    let before = source[..range.start].chars().next_back().is_some_and(is_word);
    let behind = source[range.end..].chars().next().is_some_and(is_word);
    if before && behind { " " } else { "" }
}

/// Where the text `token` next stands, tokens before it being passed over one by one: for punctuation that follows at
/// a known place, such as the `=>` behind an arrow function's parameters.
pub fn find_token(source: &str, mut at: usize, token: &str) -> Option<usize> {
    loop {
        at = next_token(source, at);
        if source[at..].starts_with(token) {
            return Some(at);
        }
        at += source[at..].chars().next()?.len_utf8();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_spaces_are_passed_over() {
        assert_eq!(next_token("a /* b */ // c\n d", 1), 16);
        assert_eq!(next_token("a /*/ b /*/ c", 1), 12);
        assert_eq!(next_token("a \u{2028}b", 1), 5);
        assert_eq!(next_token("\u{feff}#! a\nb", 0), 8);
        assert_eq!(next_token("/* a", 0), 4);
        assert_eq!(find_token("(a /* => */) => b", 1, "=>"), Some(13));
    }

    #[test]
    fn html_comments_begin_their_lines_when_they_close() {
        for text in ["--> a\nb", "/* c */ --> a\nb", "\n--> a\nb", "/*\n*/ /**/ --> a\nb", "<!-- a\u{2028}b"] {
            assert_eq!(next_token(text, 0), text.len() - 1, "{text}");
        }
        assert_eq!(next_token("a --> b", 1), 2);
        assert_eq!(next_token("a /**/ --> b", 1), 7);
    }

    #[test]
    fn lines_end_at_all_four() {
        for end in LINE_TERMINATORS {
            assert_eq!(line_end(&format!("ab\u{2026}{end}c"), 1), 5, "{end:?}");
        }
        assert_eq!(line_end("ab", 0), 2);
    }

    #[test]
    fn a_gap_keeps_words_apart() {
        assert_eq!(gap("function*f(){}", &(8..9)), " ");
        assert_eq!(gap("function* f(){}", &(8..9)), "");
        assert_eq!(gap("static*#f(){}", &(6..7)), " ");
        assert_eq!(gap("static*[f](){}", &(6..7)), "");
        assert_eq!(gap("function*\u{92e}(){}", &(8..9)), " ");
    }

    #[test]
    fn comments_hold_line_terminators_too() {
        assert!(has_line_terminator("await /*\n*/ x", 5, 12));
        assert!(!has_line_terminator("await /**/ x", 5, 11));
    }
}
