//! The names that parameters bind around a place, and how far out those are bound that something mentions.

use std::ops::Range;

use super::tokens::{is_word, word_end};

/// The parameters of the functions around, the innermost last.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Where each stands in the text, and how many brackets are around what it is seen in.
    bound: Vec<(Range<usize>, usize)>,
    /// A bit for what each looks like: most words are none of them.
    filter: u64,
}

impl Names {
    pub fn is_empty(&self) -> bool {
        self.bound.is_empty()
    }

    /// Binds the names of what may be a parameter list, at `list`, which are seen within `depth` brackets. False, and
    /// none is, if there is more to it than names: a key or an initialiser.
    pub fn bind(&mut self, source: &[u8], list: Range<usize>, depth: usize) -> bool {
        let count = self.bound.len();
        let mut at = list.start;
        while at < list.end {
            match source[at] {
                byte if is_word(byte) => {
                    let (end, is_plain) = word_end(source, at);
                    if !is_plain {
                        self.bound.truncate(count);
                        return false;
                    }
                    self.bound.push((at..end, depth));
                    at = end;
                }
                b' ' | b'\t' | 0x0b | 0x0c | b'\r' | b'\n' | b',' | b'.' | b'{' | b'}' | b'[' | b']' => at += 1,
                _ => {
                    self.bound.truncate(count);
                    return !may_be_parameters(&source[list]);
                }
            }
        }
        self.filter =
            self.bound[count..].iter().fold(self.filter, |filter, (name, _)| filter | look(&source[name.clone()]));
        true
    }

    /// Unbinds what is seen within `depth` brackets only.
    pub fn unbind(&mut self, source: &[u8], depth: usize) {
        if self.bound.last().is_some_and(|(_, last)| *last == depth) {
            self.bound.retain(|(_, other)| *other != depth);
            self.filter = self.bound.iter().fold(0, |filter, (name, _)| filter | look(&source[name.clone()]));
        }
    }

    /// How many brackets are around what `word` is bound in.
    pub fn depth(&self, source: &[u8], word: &[u8]) -> Option<usize> {
        if self.filter & look(word) == 0 {
            return None;
        }
        self.bound.iter().rev().find(|(name, _)| source[name.clone()] == *word).map(|(_, depth)| *depth)
    }

    /// What is bound in either: whoever mentions it is told.
    pub fn join(&mut self, other: &Names) {
        if self.bound != other.bound {
            self.bound.extend(other.bound.iter().cloned());
            self.bound.sort_by_key(|(_, depth)| *depth);
            self.filter |= other.filter;
        }
    }
}

/// Whether something that has more to it than names can be a parameter list: then there is a key or an initialiser.
fn may_be_parameters(list: &[u8]) -> bool {
    let initialises = |at: usize| {
        !matches!(list[..at].last(), Some(b'=' | b'!' | b'<' | b'>')) && !matches!(list.get(at + 1), Some(b'=' | b'>'))
    };
    memchr::memchr3_iter(b'=', b':', b'/', list).any(|at| list[at] != b'=' || initialises(at))
}

/// A bit for the first byte and the length of a word.
fn look(word: &[u8]) -> u64 {
    let first = word.first().copied().unwrap_or_default();
    1 << ((usize::from(first) + 11 * word.len()) & 63)
}
