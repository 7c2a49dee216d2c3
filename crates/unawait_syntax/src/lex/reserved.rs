//! Reserved words: <https://tc39.es/ecma262/#sec-keywords-and-reserved-words>.

/// When a word is reserved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserved {
    /// Nowhere a name.
    Always,
    /// In strict code: `let`, `static`, `yield` and those that the language kept for later.
    Strict,
    /// In modules, and in async functions and class static blocks of scripts.
    Await,
}

/// When `word`, without escapes, is reserved; `None` if it can be a name everywhere.
pub fn reserved(word: &str) -> Option<Reserved> {
    // As bytes, for then it is one decision, and not one comparison after the other.
    match word.as_bytes() {
        b"break" | b"case" | b"catch" | b"class" | b"const" | b"continue" | b"debugger" | b"default" | b"delete"
        | b"do" | b"else" | b"enum" | b"export" | b"extends" | b"false" | b"finally" | b"for" | b"function" | b"if"
        | b"import" | b"in" | b"instanceof" | b"new" | b"null" | b"return" | b"super" | b"switch" | b"this"
        | b"throw" | b"true" | b"try" | b"typeof" | b"var" | b"void" | b"while" | b"with" => Some(Reserved::Always),
        b"implements" | b"interface" | b"let" | b"package" | b"private" | b"protected" | b"public" | b"static"
        | b"yield" => Some(Reserved::Strict),
        b"await" => Some(Reserved::Await),
        _ => None,
    }
}
