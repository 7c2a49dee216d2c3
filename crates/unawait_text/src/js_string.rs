//! String literals of JavaScript.

use std::fmt::Write;

use crate::chars::is_line_terminator;

/// `text` as a string literal in double quotes. It stays one where the program is put into an HTML page: what would end
/// a `script` element, or begin a comment in it, is escaped
/// (<https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements>).
pub fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '<' if is_markup(rest.as_str()) => out.push_str("\\x3c"),
            // A byte order mark is an invisible one, and some tools take it away.
            _ if c.is_control() || is_line_terminator(c) || c == '\u{feff}' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether `<` before `text` matters to a parser of HTML that reads a script.
fn is_markup(text: &str) -> bool {
    let begins = |word: &str| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    ["!--", "/script", "script"].into_iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::quote;

    #[test]
    fn what_a_literal_cannot_hold_is_escaped() {
        assert_eq!(quote(r#"a "b" \c 'd'"#), r#""a \"b\" \\c 'd'""#);
        assert_eq!(quote("a\nb\rc\td\0e\u{7f}f"), r#""a\nb\rc\td\u0000e\u007ff""#);
        assert_eq!(quote("a\u{2028}b\u{2029}c\u{feff}d"), r#""a\u2028b\u2029c\ufeffd""#);
        assert_eq!(quote("मूल्य \u{1d4d0}"), "\"मूल्य \u{1d4d0}\"");
    }

    #[test]
    fn markup_stays_out_of_pages() {
        assert_eq!(quote("</script>"), r#""\x3c/script>""#);
        assert_eq!(quote("<SCRIPT><!-- a --> <b>"), r#""\x3cSCRIPT>\x3c!-- a --> <b>""#);
        assert_eq!(quote("a < b </scr"), "\"a < b </scr\"");
    }
}
