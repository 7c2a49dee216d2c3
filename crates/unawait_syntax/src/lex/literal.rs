//! Where literals end: <https://tc39.es/ecma262/#sec-ecmascript-language-lexical-grammar-literals>.

use super::identifier::name_end;
use super::trivia::is_line_end;

/// Behind the number at `at`, which begins with a digit, or a dot before one:
/// <https://tc39.es/ecma262/#sec-literals-numeric-literals>.
pub fn number_end(source: &str, at: usize) -> usize {
    let bytes = source.as_bytes();
    let behind_digits =
        |at: usize| at + bytes[at..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'_').count();
    let whole = behind_digits(at);
    // An octal number of old has no fraction: its dot is a property's.
    let is_octal =
        whole > at + 1 && bytes[at] == b'0' && bytes[at..whole].iter().all(|byte| (b'0'..=b'7').contains(byte));
    let mut end = whole;
    if bytes.get(end) == Some(&b'.') && !is_octal {
        end = behind_digits(end + 1);
    }
    if let [b'e' | b'E', b'+' | b'-', ..] = &bytes[end..] {
        end += 2;
    }
    // The rest of an exponent, a suffix, the digits behind `0x`.
    name_end(source, end)
}

/// Behind the string that begins at `at` with its quote; `None` if it does not end.
pub fn string_end(source: &str, at: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    let quote = bytes[at];
    let mut at = at + 1;
    loop {
        match *bytes.get(at)? {
            byte if byte == quote => return Some(at + 1),
            // Behind it, U+2028 and U+2029 are characters of the string as they are elsewhere in it.
            b'\\' => at += 1 + usize::from(bytes[at + 1..].starts_with(b"\r\n")) + 1,
            b'\n' | b'\r' => return None,
            _ => at += 1,
        }
    }
}

/// Behind the regular expression that begins at `at` with its slash, flags not included; `None` if it does not end.
pub fn regular_expression_end(source: &str, at: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    let mut in_class = false;
    let mut at = at + 1;
    while !is_line_end(bytes, at) {
        match bytes[at] {
            b'\\' => at += 1,
            b'[' => in_class = true,
            b']' => in_class = false,
            b'/' if !in_class => return Some(at + 1),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Behind the part of a template that begins at `at`, behind a backtick or a brace, and whether an expression follows;
/// `None` if it does not end.
pub fn template_part_end(source: &str, mut at: usize) -> Option<(usize, bool)> {
    let bytes = source.as_bytes();
    loop {
        match *bytes.get(at)? {
            b'`' => return Some((at + 1, false)),
            b'$' if bytes.get(at + 1) == Some(&b'{') => return Some((at + 2, true)),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_escape_cuts_off_does_not_end() {
        assert_eq!(string_end("'a\\", 0), None);
        assert_eq!(regular_expression_end("/a\\", 0), None);
        assert_eq!(template_part_end("a\\", 0), None);
    }

    #[test]
    fn strings_end_at_their_quote() {
        for string in ["'a\"'", "'\\''", "'a\\\r\nb'", "'a\\\u{2028}b'", "'a\u{2029}'", "\"'\\\\\""] {
            assert_eq!(string_end(&format!("{string}'"), 0), Some(string.len()), "{string}");
        }
        for text in ["'a\n'", "'a\r'", "'a\\\n\n'"] {
            assert_eq!(string_end(text, 0), None, "{text}");
        }
    }

    #[test]
    fn regular_expressions_end_at_a_slash_in_no_class() {
        for literal in ["/a/", "/[/]/", "/\\//", "/[\\]/]/"] {
            assert_eq!(regular_expression_end(&format!("{literal}/"), 0), Some(literal.len()), "{literal}");
        }
        assert_eq!(regular_expression_end("/a\u{2028}/", 0), None);
    }

    #[test]
    fn numbers_end() {
        for number in ["1", "1.", "1.5", ".5", "1e5", "1.e-5", ".5E+1", "1_0.0_1", "0xe", "0b1n", "017", "08.5", "0.5"]
        {
            for behind in ["", ".a", " .", "\nasync", "+1"] {
                let is_whole = behind != ".a" || number.contains(['.', 'e', 'x', 'b']) || number == "017";
                let text = format!("{number}{behind}");
                assert_eq!(number_end(&text, 0) == number.len(), is_whole, "{text}");
            }
        }
    }
}
