//! The few lines shown below a message.

use std::ops::Range;

use unawait_text::chars::is_line_terminator;

use crate::position::{Position, char_boundary};
use crate::printable::is_formatting;

/// How much of a line is handed over on either side of the marked text, in characters. More than fits a
/// [terminal](crate::report), so that the renderer itself puts its mark where a line is cut.
const AROUND: usize = 160;
/// How far into its line the marked text may begin for other lines to be shown too, in characters. The renderer
/// shows all lines from the same column on, and further to the right that is past the end of most.
const NEAR: usize = 100;
/// How much is marked at most, in characters.
const MARKED: usize = 100;
/// How many lines are shown before and after.
const BEFORE: usize = 2;
const AFTER: usize = 1;

/// A window on the source: a text small enough to render whatever the source is, with plain line ends and without
/// what a terminal might obey.
#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    /// Some lines of the source, the marked one possibly cut on both sides.
    pub text: String,
    /// The number of the first of them.
    pub first_line: usize,
    /// What to mark, in `text`. Never more than a line.
    pub marked: Range<usize>,
}

impl Frame {
    /// The frame for `span` in `source`, which begins at `position`.
    pub fn new(source: &str, span: &Range<usize>, position: &Position) -> Frame {
        // A span on the byte order mark is on what follows it, as its position is.
        let start = char_boundary(source, span.start).max(position.line_start);
        let end = char_boundary(source, span.end).max(start);

        let head = last_characters(&source[position.line_start..start], AROUND);
        let marked = line(first_characters(&source[start..end], MARKED));
        let after = &source[start + marked.len()..];
        let tail = line(first_characters(after, AROUND));

        let mut frame = Frame { text: String::new(), first_line: position.line, marked: 0..0 };
        let near = last_characters(head, NEAR).len() == start - position.line_start;
        if near {
            let lines = lines_before(&source[..position.line_start]);
            frame.first_line -= lines.len();
            for line in lines.iter().rev() {
                frame.push(line);
                frame.text.push('\n');
            }
        }
        frame.push(head);
        let from = frame.text.len();
        frame.push(marked);
        frame.marked = from..frame.text.len();
        frame.push(tail);
        for line in lines_after(&after[tail.len()..]).iter().filter(|_| near) {
            frame.text.push('\n');
            frame.push(line);
        }
        // The renderer, as str::lines, sees no line after the last line break, where the end of the file may be.
        if frame.text.ends_with('\n') {
            frame.text.push(' ');
        }
        frame
    }

    /// Appends a piece of the source. The renderer takes care of C0 control characters, but lets those of C1 pass,
    /// where U+009B is as good as ESC [, and some that change the direction of text.
    fn push(&mut self, piece: &str) {
        let is_command = |c: char| matches!(c, '\u{80}'..='\u{9f}') || is_formatting(c);
        self.text.extend(piece.chars().map(|c| if is_command(c) { '\u{fffd}' } else { c }));
    }
}

/// What of `text` is on its first line.
fn line(text: &str) -> &str {
    text.split(is_line_terminator).next().unwrap_or_default()
}

fn first_characters(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

fn last_characters(text: &str, count: usize) -> &str {
    count.checked_sub(1).and_then(|n| text.char_indices().nth_back(n)).map_or(text, |(at, _)| &text[at..])
}

/// The last lines of `text`, which ends with a line terminator, the last one first, as far as they are short.
fn lines_before(mut text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    while lines.len() < BEFORE && text.ends_with(is_line_terminator) {
        text = text.strip_suffix("\r\n").unwrap_or_else(|| &text[..char_boundary(text, text.len() - 1)]);
        let end = last_characters(text, AROUND);
        let line = end.rsplit(is_line_terminator).next().unwrap_or_default();
        if line.len() == end.len() && end.len() < text.len() {
            break;
        }
        lines.push(line.strip_prefix('\u{feff}').unwrap_or(line));
        text = &text[..text.len() - line.len()];
    }
    lines
}

/// The first lines of `text`, which begins with a line terminator, as far as they are short.
fn lines_after(mut text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    while lines.len() < AFTER {
        let Some(terminator) = text.chars().next().filter(|c| is_line_terminator(*c)) else { break };
        text = text.strip_prefix("\r\n").unwrap_or_else(|| &text[terminator.len_utf8()..]);
        let line = line(first_characters(text, AROUND));
        text = &text[line.len()..];
        // An empty line at the end of the file tells nothing.
        if text.starts_with(|c| !is_line_terminator(c)) || text.is_empty() && line.is_empty() {
            break;
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Locator;

    /// The frame for the first `needle`: its text with the marked part in brackets, and its first line.
    fn frame(source: &str, needle: &str) -> (String, usize) {
        let start = source.find(needle).unwrap();
        marked(source, start..start + needle.len())
    }

    fn marked(source: &str, span: Range<usize>) -> (String, usize) {
        let frame = Frame::new(source, &span, &Locator::new(source).position(span.start));
        let (before, rest) = frame.text.split_at(frame.marked.start);
        let (marked, after) = rest.split_at(frame.marked.len());
        (format!("{before}[{marked}]{after}"), frame.first_line)
    }

    fn shows(text: &str, first_line: usize) -> (String, usize) {
        (text.to_owned(), first_line)
    }

    #[test]
    fn shows_the_lines_around() {
        assert_eq!(frame("1\n2\n3\n4 @ x\n5\n6", "@"), shows("2\n3\n4 [@] x\n5", 2));
        assert_eq!(frame("@", "@"), shows("[@]", 1));
        assert_eq!(frame("\n@\n", "@"), shows("\n[@]", 1));
    }

    #[test]
    fn line_ends_of_every_kind_become_plain() {
        assert_eq!(frame("1\r\n2\r3\u{2028}@\r\n5", "@"), shows("2\n3\n[@]\n5", 2));
    }

    #[test]
    fn a_byte_order_mark_is_not_shown() {
        assert_eq!(frame("\u{feff}a @", "@"), shows("a [@]", 1));
        assert_eq!(frame("\u{feff}a\n@", "@"), shows("a\n[@]", 1));
        assert_eq!(marked("\u{feff}a", 0..1), shows("[]a", 1));
    }

    #[test]
    fn the_end_of_the_file_has_a_line() {
        assert_eq!(marked("{\n", 2..2), shows("{\n[] ", 1));
        assert_eq!(marked("{", 1..1), shows("{[]", 1));
        assert_eq!(marked("", 0..0), shows("[]", 1));
    }

    #[test]
    fn only_the_first_line_of_a_span_is_marked() {
        assert_eq!(frame("a `b\nc` d", "`b\nc`"), shows("a [`b]\nc` d", 1));
        assert_eq!(frame("a\nb", "\nb"), shows("a[]\nb", 1));
    }

    #[test]
    fn long_lines_are_cut_to_a_window() {
        let long = "x".repeat(10_000_000);
        let around = "x".repeat(AROUND);
        assert_eq!(frame(&format!("{long}@{long}"), "@"), shows(&format!("{around}[@]{around}"), 1));
        // Neighbours are left out where they would not be seen, and when they are long themselves.
        let far = "x".repeat(NEAR + 1);
        assert_eq!(frame(&format!("a\n{far}@\nb"), "@"), shows(&format!("{far}[@]"), 2));
        assert_eq!(frame(&format!("{long}\n@\n{long}"), "@"), shows("[@]", 2));
        let marked = "x".repeat(MARKED);
        assert_eq!(frame(&format!("é{long}"), &long), shows(&format!("é[{marked}]{around}"), 1));
    }

    #[test]
    fn terminals_are_safe() {
        assert_eq!(frame("\u{9b}31m @", "@"), shows("\u{fffd}31m [@]", 1));
    }

    #[test]
    fn no_span_panics() {
        let source = "\u{feff}a😀\r\n\u{9b}\u{2029}b\r";
        for start in 0..source.len() + 2 {
            for end in 0..source.len() + 2 {
                let frame = Frame::new(source, &(start..end), &Locator::new(source).position(start));
                assert!(frame.text.get(frame.marked).is_some());
            }
        }
    }
}
