//! A word of the text, as it is handed to the predicates of `survey` and `has_word`.

use crate::lex::Cursor;

/// A word of the text, or a string with its quotes.
pub struct Word<'s> {
    /// As bytes, which are compared with many words in one decision.
    pub text: &'s [u8],
    /// At the token that follows.
    pub behind: Cursor<'s>,
    /// Whether it stands in no brackets.
    pub is_at_top: bool,
    /// Whether it is a name behind a dot.
    pub is_property: bool,
    /// Then it is no keyword, and may be any name.
    pub has_escape: bool,
}

/// Which words are looked for.
pub type Sought<'s> = &'s dyn Fn(Word) -> bool;
