//! Lines and columns.

use unawait_text::chars::is_line_terminator;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// From 1. Lines end where the language ends them: at LF, CR, CRLF, U+2028 and U+2029.
    pub line: usize,
    /// From 1, in UTF-16 code units: as Node, tsc, ESLint and most editors count.
    pub column: usize,
    /// The byte at which the line begins, after a byte order mark.
    pub line_start: usize,
    /// From 0, in UTF-16 code units from the beginning of the text, a byte order mark included: an index into a
    /// JavaScript string.
    pub offset: usize,
}

/// Finds positions in `text`. The next one is sought from the last one on, or from the last waypoint before it, so that
/// many places cost one pass over the text, even if it is one line.
#[derive(Debug)]
pub struct Locator<'a> {
    text: &'a str,
    offset: usize,
    position: Position,
    /// Places that searches have passed, in source order, about [`STRIDE`] bytes apart.
    waypoints: Vec<(usize, Position)>,
}

/// How many bytes lie between two waypoints: a search reads no more of the text than that, once it is known.
const STRIDE: usize = 1024;

impl<'a> Locator<'a> {
    /// A locator at the beginning of `text`.
    pub fn new(text: &'a str) -> Locator<'a> {
        // The mark is no part of the first line: Node strips it.
        let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let offset = usize::from(start > 0);
        let position = Position { line: 1, column: 1, line_start: start, offset };
        Locator { text, offset: start, position, waypoints: vec![(start, position)] }
    }

    /// Where the byte `offset` is; an offset inside of a character is that character's.
    pub fn position(&mut self, offset: usize) -> Position {
        let offset = char_boundary(self.text, offset);
        let known = self.waypoints.partition_point(|(waypoint, _)| *waypoint <= offset).saturating_sub(1);
        if offset < self.offset || self.waypoints[known].0 > self.offset {
            (self.offset, self.position) = self.waypoints[known];
        }
        while offset.saturating_sub(self.offset) > STRIDE {
            self.go_to(char_boundary(self.text, self.offset + STRIDE));
            if self.waypoints.last().is_none_or(|(last, _)| *last < self.offset) {
                self.waypoints.push((self.offset, self.position));
            }
        }
        self.go_to(offset);
        self.position
    }

    /// Goes forward to the byte `offset`, which a character begins at.
    fn go_to(&mut self, offset: usize) {
        let rest = &self.text[self.offset..];
        let mut characters = rest.char_indices().take_while(|(at, _)| self.offset + at < offset).peekable();
        while let Some((at, character)) = characters.next() {
            self.position.offset += character.len_utf16();
            if is_line_terminator(character) {
                // The LF of a CRLF ends the line, unless the place is between the two.
                let next = self.offset + at + character.len_utf8();
                if character == '\r' && self.text[next..].starts_with('\n') {
                    if characters.next().is_none() {
                        self.position.column += 1;
                        break;
                    }
                    self.position.offset += 1;
                    self.position.line_start = next + 1;
                } else {
                    self.position.line_start = next;
                }
                self.position.line += 1;
                self.position.column = 1;
            } else {
                self.position.column += character.len_utf16();
            }
        }
        self.offset = self.offset.max(offset);
    }
}

/// `offset`, or where the character that it is inside of begins, or the end of the text.
pub fn char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line and column of the first `needle`.
    fn place(text: &str, needle: &str) -> (usize, usize) {
        let position = Locator::new(text).position(text.find(needle).unwrap());
        (position.line, position.column)
    }

    #[test]
    fn counts_from_one() {
        assert_eq!(place("@", "@"), (1, 1));
        assert_eq!(place("a\n\n  @", "@"), (3, 3));
    }

    #[test]
    fn every_line_terminator_counts_once() {
        assert_eq!(place("a\r\nb\rc\nd\u{2028}e\u{2029}f\r\n@", "@"), (7, 1));
        assert_eq!(place("\n\r\n\r@", "@"), (4, 1));
    }

    #[test]
    fn a_line_terminator_is_on_the_line_that_it_ends() {
        assert_eq!(place("ab\r\nc", "\r"), (1, 3));
        assert_eq!(place("ab\r\nc", "\n"), (1, 4));
        assert_eq!(place("ab\nc", "\n"), (1, 3));
    }

    #[test]
    fn columns_are_utf_16() {
        assert_eq!(place("\t@", "@"), (1, 2));
        assert_eq!(place("é漢@", "@"), (1, 3));
        assert_eq!(place("\"😀\"@", "@"), (1, 5));
    }

    #[test]
    fn a_byte_order_mark_has_no_width() {
        assert_eq!(place("\u{feff}@", "@"), (1, 1));
        assert_eq!(place("\u{feff}\n@", "@"), (2, 1));
        assert_eq!(Locator::new("\u{feff}a").position(0).line_start, 3);
    }

    #[test]
    fn offsets_that_are_none_are_put_right() {
        assert_eq!(Locator::new("a😀b").position(3).column, 2);
        assert_eq!(Locator::new("ab").position(9).column, 3);
        assert_eq!(Locator::new("").position(9), Position { line: 1, column: 1, line_start: 0, offset: 0 });
    }

    #[test]
    fn offsets_are_indexes_into_javascript_strings() {
        let text = "\u{feff}a\r\né😀\r\u{2028}@";
        let index = text.encode_utf16().position(|unit| unit == u16::from(b'@')).unwrap();
        assert_eq!(Locator::new(text).position(text.find('@').unwrap()).offset, index);
        assert_eq!(Locator::new("a\r\nb").position(2).offset, 2);
    }

    #[test]
    fn waypoints_are_right() {
        let text = "a\r\nb😀\rc\n\n\u{2028}d\r\n".repeat(500);
        let mut kept = Locator::new(&text);
        for offset in [text.len(), 1_024, 0, 5_000, 1_025, 2_047, 4_096, 3, text.len() - 1] {
            let mut fresh = Locator::new(&text);
            fresh.go_to(char_boundary(&text, offset));
            assert_eq!(kept.position(offset), fresh.position, "{offset}");
        }
    }

    #[test]
    fn any_order_gives_the_same_as_a_fresh_locator() {
        let text = "\u{feff}a\r\nb😀\rc\n\n\u{2028}d\r\n";
        let mut kept = Locator::new(text);
        for first in 0..=text.len() {
            for second in 0..=text.len() {
                for offset in [first, second] {
                    assert_eq!(kept.position(offset), Locator::new(text).position(offset), "{first} {second}");
                }
            }
        }
    }
}
