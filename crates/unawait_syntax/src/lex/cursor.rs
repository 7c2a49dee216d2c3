//! Reading a text token by token, where the tokens that can come are known.

use std::ops::Range;

use super::identifier::{is_word_at, name_end};
use super::literal::number_end;
use super::trivia::next_token;

/// A place between two tokens of a text. It answers with the ranges of what it takes.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'s> {
    source: &'s str,
    /// Behind the last token that was taken.
    at: usize,
}

impl<'s> Cursor<'s> {
    /// Before the first token at or behind `at`.
    pub fn new(source: &'s str, at: usize) -> Self {
        Cursor { source, at }
    }

    /// Where the next token begins, or the end of the text.
    pub fn next_token(&self) -> usize {
        next_token(self.source, self.at)
    }

    /// The text from the next token on.
    pub fn rest(&self) -> &'s str {
        &self.source[self.next_token()..]
    }

    /// Whether the next token is, or begins with, the punctuation `mark`.
    pub fn comes(&self, mark: &str) -> bool {
        self.rest().starts_with(mark)
    }

    /// Whether the next token is `word`, without escapes.
    pub fn comes_word(&self, word: &str) -> bool {
        is_word_at(self.source, self.next_token(), word)
    }

    /// The punctuation `mark`, if it comes next.
    pub fn take(&mut self, mark: &str) -> Option<Range<usize>> {
        self.comes(mark).then(|| self.take_to(self.next_token() + mark.len()))
    }

    /// `word`, if it comes next.
    pub fn take_word(&mut self, word: &str) -> Option<Range<usize>> {
        self.comes_word(word).then(|| self.take_to(self.next_token() + word.len()))
    }

    /// The next token, if it is a name or a word.
    pub fn take_name(&mut self) -> Option<Range<usize>> {
        let start = self.next_token();
        let end = name_end(self.source, start);
        (end > start).then(|| self.take_to(end))
    }

    /// The next token, if it is a number.
    pub fn take_number(&mut self) -> Option<Range<usize>> {
        let start = self.next_token();
        let is_number = matches!(self.source.as_bytes()[start..], [b'0'..=b'9', ..] | [b'.', b'0'..=b'9', ..]);
        is_number.then(|| self.take_to(number_end(self.source, start)))
    }

    fn take_to(&mut self, end: usize) -> Range<usize> {
        let start = self.next_token();
        self.at = end;
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::Cursor;

    #[test]
    fn what_comes_next_is_taken() {
        let mut cursor = Cursor::new("for /* await */ await // (\n(मूल्य = .5e1)", 0);
        assert_eq!(cursor.take_word("for"), Some(0..3));
        assert_eq!(cursor.take_word("wait"), None);
        assert_eq!(cursor.take_word("await"), Some(16..21));
        assert_eq!(cursor.take("("), Some(27..28));
        assert_eq!(cursor.take_word("मूल"), None);
        assert_eq!(cursor.take_name(), Some(28..43));
        assert!(cursor.take_name().is_none() && cursor.take("=").is_some());
        assert_eq!(cursor.take_number(), Some(46..50));
        assert!(cursor.comes(")") && cursor.take(")").is_some() && cursor.rest().is_empty());
    }
}
