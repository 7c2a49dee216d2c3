//! Where the helpers go in a file without directives: behind the hashbang and the comments that speak of the whole
//! file, before those that belong to its first statement.

use crate::trivia::next_token;

/// The first place where a statement may be put.
pub(crate) fn first_place(source: &str) -> usize {
    let mut place = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if source[place..].starts_with("#!") {
        place += source[place..].find(crate::trivia::LINE_TERMINATORS).map_or(source.len() - place, |end| end + 1);
    }
    // `-->` is a comment where nothing stands before it on its line: nothing may be put there.
    let first_token = next_token(source, place);
    if let Some(close) = source[place..first_token].find("-->").map(|close| place + close) {
        place = source[close..].find('\n').map_or(source.len(), |end| close + end + 1);
    }
    let first_token = first_token.max(place);
    let mut at = place;
    while let Some(comment) = source[at..first_token].find("/*").map(|start| at + start) {
        let end = source[comment..].find("*/").map_or(source.len(), |end| comment + end + 2);
        if speaks_of_the_file(&source[comment..end], &source[end..]) {
            place = end;
        }
        at = end;
    }
    place
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
        assert_eq!(first_place("/*! MIT */ x"), 10);
        assert_eq!(first_place("/** @jest-environment x */\n\nx"), 26);
    }

    #[test]
    fn the_first_statement_keeps_its_own_comment() {
        assert_eq!(first_place("/** @returns {void} */\nfunction f() {}"), 0);
        assert_eq!(first_place("/*! MIT */\n/** @returns {void} */\nfunction f() {}"), 10);
        assert_eq!(first_place("// a line\nx"), 0);
    }
}
