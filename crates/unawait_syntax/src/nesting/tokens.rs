//! Where tokens end, and what a slash behind them can be.

use std::ops::Range;

/// What a slash, or a word on the next line, means behind a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Last {
    /// The token cannot end an expression: a slash begins a regular expression.
    Operator,
    /// It ends one: a slash divides, and a word on the next line begins a statement.
    Operand,
    /// `.` or `#`: a name follows, whatever it is.
    Dot,
    /// A closing brace: a block's, or an operand's.
    Brace,
    /// A word that is a name or an operator, by its place; `++` and `--`, too.
    Either,
    Semicolon,
}

/// What an ASCII word without escapes is, other than behind a dot.
pub fn kind_of_word(word: &[u8]) -> Last {
    match word {
        // They cannot end an expression.
        b"return" | b"typeof" | b"instanceof" | b"in" | b"new" | b"delete" | b"void" | b"throw" | b"case" | b"do"
        | b"else" | b"extends" | b"default" | b"export" | b"import" | b"class" | b"function" | b"const" | b"var"
        | b"try" | b"finally" | b"if" | b"for" | b"while" | b"with" | b"switch" | b"catch" => Last::Operator,
        // They are operators in some places, and names in others.
        b"await" | b"yield" | b"of" | b"let" | b"async" | b"static" | b"get" | b"set" | b"using" | b"accessor"
        | b"from" => Last::Either,
        // A slash behind them begins the next statement, if they are what they look like.
        b"break" | b"continue" | b"debugger" => Last::Either,
        _ => Last::Operand,
    }
}

/// Whether it goes on with what stands before it, if only with a decorator.
pub fn is_continuation(word: &[u8]) -> bool {
    matches!(
        word,
        b"else"
            | b"while"
            | b"catch"
            | b"finally"
            | b"in"
            | b"instanceof"
            | b"of"
            | b"as"
            | b"from"
            | b"with"
            | b"extends"
            | b"class"
    )
}

/// What stands behind the parentheses behind a word: a head's statement, where a slash begins a regular expression.
pub fn behind_head(word: &[u8]) -> Last {
    match word {
        b"if" | b"for" | b"while" | b"with" => Last::Operator,
        // `for await (...) /x/`, `await (x) / y`
        b"await" => Last::Either,
        _ => Last::Operand,
    }
}

/// What a byte is to words: no part, a part, or one by which the word may be another than it looks like.
const WORDS: [u8; 256] = {
    let mut words = [NO_WORD; 256];
    let mut byte = 0;
    while byte < 256 {
        words[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$' => WORD,
            b'\\' | 0x80.. => ODD_WORD,
            _ => NO_WORD,
        };
        byte += 1;
    }
    words
};
const NO_WORD: u8 = 0;
const WORD: u8 = 1;
const ODD_WORD: u8 = 2;

pub fn is_word(byte: u8) -> bool {
    WORDS[usize::from(byte)] != NO_WORD
}

/// Behind the word at `at`, and whether it is plain: with an escape in it, or what may be white space or a line break,
/// it may be anything.
#[inline]
pub fn word_end(source: &[u8], mut at: usize) -> (usize, bool) {
    let mut is_plain = true;
    loop {
        while at < source.len() && WORDS[usize::from(source[at])] == WORD {
            at += 1;
        }
        if at == source.len() || WORDS[usize::from(source[at])] == NO_WORD {
            return (at, is_plain);
        }
        is_plain = false;
        at += escape_length(&source[at..]);
    }
}

/// The length of the escape `\u{...}` that a text begins with; of anything else, one byte: the rest of it is of a word.
fn escape_length(text: &[u8]) -> usize {
    let Some(digits) = text.strip_prefix(b"\\u{") else { return 1 };
    let count = digits.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    if digits.get(count) == Some(&b'}') { b"\\u{".len() + count + 1 } else { 1 }
}

/// The parts of the word of `range` between what makes it odd: a plain word is one part.
pub fn plain_parts(source: &[u8], range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut next = range.start;
    std::iter::from_fn(move || {
        let start = next;
        if start > range.end {
            return None;
        }
        let is_odd = |byte: &u8| WORDS[usize::from(*byte)] == ODD_WORD;
        let end = source[start..range.end].iter().position(is_odd).map_or(range.end, |length| start + length);
        next = end + 1;
        Some(start..end)
    })
}

/// Whether a line ends at `at`: <https://tc39.es/ecma262/#sec-line-terminators>.
fn is_line_end(source: &[u8], at: usize) -> bool {
    // An escape at the end of the text leads behind it.
    matches!(source.get(at..), None | Some([] | [b'\n' | b'\r', ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]))
}

/// The end of the line that `at` is on.
pub fn line_end(source: &[u8], at: usize) -> usize {
    let mut ends = memchr::memchr3_iter(b'\n', b'\r', 0xe2, &source[at..]).map(|length| at + length);
    ends.find(|end| is_line_end(source, *end)).unwrap_or(source.len())
}

/// Behind the string literal that begins at `at`; `None` if it does not end.
pub fn string_end(source: &[u8], at: usize) -> Option<usize> {
    let quote = source[at];
    let mut at = at + 1;
    loop {
        match *source.get(at)? {
            byte if byte == quote => return Some(at + 1),
            b'\\' => at += 1 + usize::from(source[at + 1..].starts_with(b"\r\n")) + 1,
            b'\n' | b'\r' => return None,
            _ => at += 1,
        }
    }
}

/// Behind the regular expression that begins at `at`, its flags not included; `None` if it does not end.
pub fn regexp_end(source: &[u8], at: usize) -> Option<usize> {
    let mut in_class = false;
    let mut at = at + 1;
    while !is_line_end(source, at) {
        match source[at] {
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

/// Behind the part of a template that begins at `at`, and whether an expression follows; `None` if it does not end.
pub fn template_end(source: &[u8], mut at: usize) -> Option<(usize, bool)> {
    loop {
        match *source.get(at)? {
            b'`' => return Some((at + 1, false)),
            b'$' if source.get(at + 1) == Some(&b'{') => return Some((at + 2, true)),
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
        assert_eq!(string_end(b"'a\\", 0), None);
        assert_eq!(regexp_end(b"/a\\", 0), None);
        assert_eq!(template_end(b"a\\", 0), None);
        assert_eq!(word_end(b"a\\", 0), (2, false));
        assert_eq!(word_end(b"a\\u{", 0), (3, false));
    }

    #[test]
    fn an_escape_with_braces_is_of_its_word() {
        assert_eq!(word_end(b"\\u{61}sync {", 0), (10, false));
        assert_eq!(word_end(b"\\u0061sync", 0), (10, false));
        assert_eq!(word_end(b"\\u{6 1}", 0), (2, false));
    }
}
