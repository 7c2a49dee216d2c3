//! Where tokens end, and what a slash behind them can be.

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

/// What a byte is to words.
const WORDS: [u8; 256] = {
    let mut words = [NO_WORD; 256];
    let mut byte = 0;
    while byte < 256 {
        words[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$' => WORD,
            b'\\' => ESCAPE,
            0x80.. => OTHER,
            _ => NO_WORD,
        };
        byte += 1;
    }
    words
};
const NO_WORD: u8 = 0;
const WORD: u8 = 1;
const ESCAPE: u8 = 2;
/// It is of a word if it is of no white space.
const OTHER: u8 = 3;

/// Whether a token that begins with it is a word, white space not being one.
pub fn is_word(byte: u8) -> bool {
    WORDS[usize::from(byte)] != NO_WORD
}

/// Behind the word at `at`, and whether it has escapes: it may be another than it looks like.
#[inline]
pub fn word_end(source: &[u8], mut at: usize) -> (usize, bool) {
    let mut has_escape = false;
    loop {
        while at < source.len() && WORDS[usize::from(source[at])] == WORD {
            at += 1;
        }
        match source.get(at).map_or(NO_WORD, |byte| WORDS[usize::from(*byte)]) {
            ESCAPE => {
                has_escape = true;
                at += escape_length(&source[at..]);
            }
            OTHER if white_space(&source[at..]).is_none() => at += 1,
            _ => return (at, has_escape),
        }
    }
}

/// The length of the white space that `text` begins with, one character of it, and whether it ends a line:
/// <https://tc39.es/ecma262/#sec-white-space>, and what the parser takes for it.
#[inline]
pub fn white_space(text: &[u8]) -> Option<(usize, bool)> {
    match *text.first()? {
        b' ' | b'\t' | 0x0b | 0x0c => Some((1, false)),
        b'\n' | b'\r' => Some((1, true)),
        ..0x80 => None,
        _ => match text {
            // U+0085, a no-break space.
            [0xc2, 0x85 | 0xa0, ..] => Some((2, false)),
            [0xe2, 0x80, 0xa8 | 0xa9, ..] => Some((3, true)),
            // An ogham space mark, U+2000 to U+200B, a narrow no-break, a mathematical and an ideographic space, a byte
            // order mark.
            [0xe1, 0x9a, 0x80, ..]
            | [0xe2, 0x80, 0x80..=0x8b | 0xaf, ..]
            | [0xe2, 0x81, 0x9f, ..]
            | [0xe3, 0x80, 0x80, ..]
            | [0xef, 0xbb, 0xbf, ..] => Some((3, false)),
            _ => None,
        },
    }
}

/// Behind the number at `at`, which begins with a digit, or a dot before one: <https://tc39.es/ecma262/#sec-literals-numeric-literals>
pub fn number_end(source: &[u8], at: usize) -> usize {
    let behind = |at: usize, is: fn(&u8) -> bool| at + source[at..].iter().take_while(|byte| is(byte)).count();
    let digits = |at: usize| behind(at, |byte| byte.is_ascii_digit() || *byte == b'_');
    let whole = digits(at);
    // An octal number of old has no fraction: its dot is a property's.
    let is_octal =
        whole > at + 1 && source[at] == b'0' && source[at..whole].iter().all(|byte| (b'0'..=b'7').contains(byte));
    let mut end = whole;
    if source.get(end) == Some(&b'.') && !is_octal {
        end = digits(end + 1);
    }
    if let [b'e' | b'E', b'+' | b'-', ..] = &source[end..] {
        end += 2;
    }
    // The rest of an exponent, a suffix, the digits behind `0x`.
    word_end(source, end).0
}

/// The length of the escape `\u{...}` that a text begins with; of anything else, one byte: the rest of it is of a word.
fn escape_length(text: &[u8]) -> usize {
    let Some(digits) = text.strip_prefix(b"\\u{") else { return 1 };
    let count = digits.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
    if digits.get(count) == Some(&b'}') { b"\\u{".len() + count + 1 } else { 1 }
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
        assert_eq!(word_end(b"a\\", 0), (2, true));
        assert_eq!(word_end(b"a\\u{", 0), (3, true));
    }

    #[test]
    fn an_escape_with_braces_is_of_its_word() {
        assert_eq!(word_end(b"\\u{61}sync {", 0), (10, true));
        assert_eq!(word_end(b"\\u0061sync", 0), (10, true));
        assert_eq!(word_end(b"\\u{6 1}", 0), (2, true));
    }

    #[test]
    fn letters_are_of_words_and_spaces_are_not() {
        assert_eq!(word_end("\u{e9}t\u{e9} ".as_bytes(), 0), (5, false));
        for space in
            "\t\u{b}\u{c} \n\r\u{a0}\u{1680}\u{2000}\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}".chars()
        {
            let text = format!("a{space}b");
            assert_eq!(word_end(text.as_bytes(), 0), (1, false), "{space:?}");
            let ends_line = matches!(space, '\n' | '\r' | '\u{2028}' | '\u{2029}');
            assert_eq!(white_space(&text.as_bytes()[1..]), Some((space.len_utf8(), ends_line)), "{space:?}");
        }
        for letter in "\u{aa}\u{e8}\u{1681}\u{200c}\u{200d}\u{3042}\u{fe00}".chars() {
            assert_eq!(word_end(format!("a{letter}").as_bytes(), 0), (1 + letter.len_utf8(), false), "{letter:?}");
        }
    }

    #[test]
    fn numbers_end() {
        for number in ["1", "1.", "1.5", ".5", "1e5", "1.e-5", ".5E+1", "1_0.0_1", "0xe", "0b1n", "017", "08.5", "0.5"]
        {
            for behind in ["", ".a", " .", "\nasync", "+1"] {
                let is_whole = behind != ".a" || number.contains(['.', 'e', 'x', 'b']) || number == "017";
                let text = format!("{number}{behind}");
                assert_eq!(number_end(text.as_bytes(), 0) == number.len(), is_whole, "{text}");
            }
        }
    }
}
