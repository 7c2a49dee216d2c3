//! Where the helpers go in a file without directives: behind the hashbang and the comments that speak of the whole
//! file, before those that belong to its first statement.

use crate::lex::{LINE_TERMINATORS, block_comment_end, next_token};

/// The first place where a statement may be put.
pub(crate) fn first_place(source: &str) -> usize {
    let mut place = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if source[place..].starts_with("#!") {
        place = next_line(source, place);
    }
    // `-->` is a comment where nothing stands before it on its line: nothing may be put there.
    let first_token = next_token(source, place);
    if let Some(close) = source[place..first_token].find("-->").map(|close| place + close) {
        place = next_line(source, close);
    }
    let first_token = first_token.max(place);
    let mut at = place;
    while at < first_token {
        let rest = &source[at..];
        let end = if rest.starts_with("/*") {
            let end = at + block_comment_end(rest);
            if speaks_of_the_file(&source[at..end], &source[end..]) {
                place = end;
            }
            end
        } else if rest.starts_with("//") || rest.starts_with("<!--") {
            next_line(source, at)
        } else {
            at + rest.chars().next().map_or(1, char::len_utf8)
        };
        at = end;
    }
    place
}

/// Where the line behind that of `at` begins.
fn next_line(source: &str, at: usize) -> usize {
    let Some(end) = source[at..].find(LINE_TERMINATORS).map(|end| at + end) else { return source.len() };
    let rest = &source[end..];
    let length = if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
    end + length
}

/// A licence, or a comment that an empty line parts from what follows (such as pragmas, which must stay the first
/// thing in a file).
fn speaks_of_the_file(comment: &str, rest: &str) -> bool {
    let legal =
        comment.starts_with("/*!") || ["@license", "@preserve", "@copyright"].iter().any(|tag| comment.contains(tag));
    let gap = &rest[..rest.len() - rest.trim_start().len()];
    legal || gap.matches('\n').count() > 1
}

#[cfg(test)]
mod tests {
    use super::first_place;

    #[test]
    fn the_place_is_behind_hashbang_licence_and_pragma() {
        assert_eq!(first_place("async"), 0);
        assert_eq!(first_place("#!/usr/bin/env node\nx"), 20);
        assert_eq!(first_place("#!/usr/bin/env node\r\nx"), 21);
        assert_eq!(first_place("/*! MIT */ x"), 10);
        assert_eq!(first_place("/** @jest-environment x */\n\nx"), 26);
    }

    #[test]
    fn the_first_statement_keeps_its_own_comment() {
        assert_eq!(first_place("/** @returns {void} */\nfunction f() {}"), 0);
        assert_eq!(first_place("/*! MIT */\n/** @returns {void} */\nfunction f() {}"), 10);
        assert_eq!(first_place("// a line\nx"), 0);
        assert_eq!(first_place("// /* no comment\nx /* */"), 0);
    }
}
