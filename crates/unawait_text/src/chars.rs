//! The classes of characters that JavaScript's grammar knows, one question each. All code that reads source text uses them.

/// The line terminators of <https://tc39.es/ecma262/#sec-line-terminators>.
pub const LINE_TERMINATORS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

/// Whether `c` ends a line.
pub fn is_line_terminator(c: char) -> bool {
    LINE_TERMINATORS.contains(&c)
}

/// The line break that ends the first line of `text`, which the lines added to it end with as well.
pub fn line_break(text: &str) -> &'static str {
    match text.find(LINE_TERMINATORS).map(|at| &text[at..]) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        _ => "\n",
    }
}

/// Whether `c` is white space or ends a line: <https://tc39.es/ecma262/#sec-white-space>.
pub fn is_space(c: char) -> bool {
    // Unicode's White_Space has U+0085 besides, and lacks the byte order mark.
    (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}'
}

/// Whether an identifier can begin with `c`: <https://tc39.es/ecma262/#prod-IdentifierStartChar>.
pub fn is_identifier_start(c: char) -> bool {
    matches!(c, '$' | '_') || unicode_id_start::is_id_start(c)
}

/// Whether an identifier can go on with `c`: <https://tc39.es/ecma262/#prod-IdentifierPartChar>.
pub fn is_identifier_part(c: char) -> bool {
    c == '$' || c == '\u{200c}' || c == '\u{200d}' || unicode_id_start::is_id_continue(c)
}

/// White space, or the end of a line, at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Space {
    /// In bytes. A line break of two characters is two of them.
    pub length: usize,
    pub ends_line: bool,
}

impl Space {
    /// The one character of white space that `text`, which is UTF-8, begins with.
    #[inline]
    pub fn first(text: &[u8]) -> Option<Space> {
        match *text.first()? {
            b' ' | b'\t' | 0x0b | 0x0c => Some(Space { length: 1, ends_line: false }),
            b'\n' | b'\r' => Some(Space { length: 1, ends_line: true }),
            ..0x80 => None,
            _ => Space::wide(text),
        }
    }

    /// The same where `text` begins with a character that is not ASCII.
    #[inline]
    pub fn wide(text: &[u8]) -> Option<Space> {
        match text {
            [0xc2, 0xa0, ..] => Some(Space { length: 2, ends_line: false }),
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => Some(Space { length: 3, ends_line: true }),
            // An ogham space mark, U+2000 to U+200A, a narrow no-break, a mathematical and an ideographic space, a byte
            // order mark.
            [0xe1, 0x9a, 0x80, ..]
            | [0xe2, 0x80, 0x80..=0x8a | 0xaf, ..]
            | [0xe2, 0x81, 0x9f, ..]
            | [0xe3, 0x80, 0x80, ..]
            | [0xef, 0xbb, 0xbf, ..] => Some(Space { length: 3, ends_line: false }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_and_characters_agree_on_white_space() {
        for c in '\0'..=char::MAX {
            let space = is_space(c).then(|| Space { length: c.len_utf8(), ends_line: is_line_terminator(c) });
            assert_eq!(Space::first(c.to_string().as_bytes()), space, "{c:?}");
        }
    }

    #[test]
    fn identifiers_have_letters_of_every_script_and_marks() {
        for c in ['a', '$', '_', '\u{e9}', '\u{92e}', '\u{3042}', '\u{1d4d0}', '\u{20000}', '\u{2118}', '\u{309b}'] {
            assert!(is_identifier_start(c) && is_identifier_part(c), "{c:?}");
        }
        for c in ['1', '\u{301}', '\u{94d}', '\u{200c}', '\u{200d}', '\u{966}', '\u{b7}', '\u{203f}', '\u{e0100}'] {
            assert!(!is_identifier_start(c) && is_identifier_part(c), "{c:?}");
        }
        for c in ['-', '\\', '#', '\u{b2}', '\u{2460}', '\u{1f600}', '\u{85}', '\u{200b}', '\u{2028}', '\u{fffd}'] {
            assert!(!is_identifier_start(c) && !is_identifier_part(c), "{c:?}");
        }
    }
}
