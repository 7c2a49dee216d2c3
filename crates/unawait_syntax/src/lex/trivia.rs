//! White space and comments between tokens. Good between two tokens of one construct only: it does not know strings.

use std::ops::Range;

use unawait_text::chars::{LINE_TERMINATORS, is_identifier_part, is_space};

/// Where the next token begins, at or after `at`. HTML-like comments count: nothing else begins like them there.
pub fn next_token(source: &str, mut at: usize) -> usize {
    loop {
        let rest = &source[at..];
        let spaces = rest.len() - rest.trim_start_matches(is_space).len();
        at += spaces;
        at += match &source[at..] {
            comment if comment.starts_with("/*") => block_comment_end(comment),
            comment if ["//", "<!--", "-->"].iter().any(|start| comment.starts_with(start)) => {
                comment.find(LINE_TERMINATORS).unwrap_or(comment.len())
            }
            _ => return at,
        }
    }
}

/// The end of the block comment that `text` begins with: `/*/` alone is none.
pub fn block_comment_end(text: &str) -> usize {
    text["/*".len()..].find("*/").map_or(text.len(), |end| "/*".len() + end + "*/".len())
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
        assert_eq!(find_token("(a /* => */) => b", 1, "=>"), Some(13));
    }

    #[test]
    fn a_gap_keeps_words_apart() {
        assert_eq!(gap("function*f(){}", &(8..9)), " ");
        assert_eq!(gap("function* f(){}", &(8..9)), "");
        assert_eq!(gap("static*#f(){}", &(6..7)), " ");
        assert_eq!(gap("static*[f](){}", &(6..7)), "");
    }

    #[test]
    fn comments_hold_line_terminators_too() {
        assert!(has_line_terminator("await /*\n*/ x", 5, 12));
        assert!(!has_line_terminator("await /**/ x", 5, 11));
    }
}
