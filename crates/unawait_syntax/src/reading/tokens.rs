//! What a slash, or a word on the next line, can be behind a token.

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
