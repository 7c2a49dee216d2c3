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

/// Words that cannot end an expression.
const OPERATORS: [&[u8]; 27] = [
    b"return",
    b"typeof",
    b"instanceof",
    b"in",
    b"new",
    b"delete",
    b"void",
    b"throw",
    b"case",
    b"do",
    b"else",
    b"extends",
    b"default",
    b"export",
    b"import",
    b"class",
    b"function",
    b"const",
    b"var",
    b"try",
    b"finally",
    b"if",
    b"for",
    b"while",
    b"with",
    b"switch",
    b"catch",
];

/// Words that are operators in some places, and names in others.
const EITHER: [&[u8]; 11] =
    [b"await", b"yield", b"of", b"let", b"async", b"static", b"get", b"set", b"using", b"accessor", b"from"];

/// Words that go on with what stands before them, if only with a decorator.
const CONTINUATIONS: [&[u8]; 12] = [
    b"else",
    b"while",
    b"catch",
    b"finally",
    b"in",
    b"instanceof",
    b"of",
    b"as",
    b"from",
    b"with",
    b"extends",
    b"class",
];

/// What an ASCII word without escapes is, other than behind a dot.
pub fn kind_of_word(word: &[u8]) -> Last {
    match word {
        // A slash behind them begins the next statement, if they are what they look like.
        b"break" | b"continue" | b"debugger" => Last::Either,
        word if OPERATORS.contains(&word) => Last::Operator,
        word if EITHER.contains(&word) => Last::Either,
        _ => Last::Operand,
    }
}

pub fn is_continuation(word: &[u8]) -> bool {
    CONTINUATIONS.contains(&word)
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

pub fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'\\') || byte >= 0x80
}

/// Whether a line ends at `at`: <https://tc39.es/ecma262/#sec-line-terminators>.
fn is_line_end(source: &[u8], at: usize) -> bool {
    match source.get(at) {
        None | Some(b'\n' | b'\r') => true,
        Some(0xe2) => {
            source[at..].starts_with("\u{2028}".as_bytes()) || source[at..].starts_with("\u{2029}".as_bytes())
        }
        Some(_) => false,
    }
}

/// The end of the line that `at` is on.
pub fn line_end(source: &[u8], mut at: usize) -> usize {
    while !is_line_end(source, at) {
        at += 1;
    }
    at
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
