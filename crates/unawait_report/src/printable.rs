//! Names of files and of variables are anybody's: a terminal must not obey them, and a reader must see what they hold.

/// `text` with every character that a terminal may take for a command written as an escape.
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut printable, character| {
        match is_command(character) {
            true => printable.extend(character.escape_default()),
            false => printable.push(character),
        }
        printable
    })
}

/// The same for a text of several lines.
pub fn visible(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// Whether a terminal takes `character` for a command: control characters, line ends, and the characters that change
/// the direction of the text around them.
pub fn is_command(character: char) -> bool {
    character.is_control() || is_formatting(character)
}

/// Whether `character` ends a line or changes the direction of text, without being a control character for Unicode.
pub fn is_formatting(character: char) -> bool {
    matches!(character,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_speak_to_the_terminal() {
        assert_eq!(printable("a\u{1b}[31m\n.js"), "a\\u{1b}[31m\\n.js");
        assert_eq!(printable("a\u{202e}sj.b\u{9b}"), "a\\u{202e}sj.b\\u{9b}");
        assert_eq!(visible("a\n\u{2066}b"), "a\n\\u{2066}b");
    }
}
