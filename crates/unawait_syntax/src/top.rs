//! Where the helpers go in a file without directives: behind the hashbang and the comments that speak of the whole
//! file, before those that belong to its first statement.

use crate::lex::{TriviaKind, is_space, trivia_at};

/// The first place where a statement may be put.
pub(crate) fn first_place(source: &str) -> usize {
    let mut place = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = place;
    while let Some(trivia) = trivia_at(source, at) {
        let text = &source[at..trivia.end];
        match trivia.kind {
            // `-->` is a comment where nothing stands before it on its line: nothing may be put there.
            TriviaKind::LineComment if text.starts_with("#!") || text.starts_with("-->") => {
                place = next_line(source, trivia.end);
            }
            TriviaKind::BlockComment if speaks_of_the_file(text, &source[trivia.end..]) => place = trivia.end,
            _ => {}
        }
        at = trivia.end;
    }
    place
}

/// Behind the line break at `end`.
fn next_line(source: &str, end: usize) -> usize {
    let rest = &source[end..];
    let length = if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) };
    end + length
}

/// A licence, or a comment that an empty line parts from what follows (such as pragmas, which must stay the first
/// thing in a file).
fn speaks_of_the_file(comment: &str, rest: &str) -> bool {
    let legal =
        comment.starts_with("/*!") || ["@license", "@preserve", "@copyright"].iter().any(|tag| comment.contains(tag));
    let gap = &rest[..rest.len() - rest.trim_start_matches(is_space).len()];
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
        assert_eq!(first_place("/* -->\n */ x"), 0);
        assert_eq!(first_place("--> /* c */\n// d\nx"), 12);
    }
}
