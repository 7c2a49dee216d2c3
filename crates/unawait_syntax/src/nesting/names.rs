//! The names that parameters bind around a place, and how far out those are bound that something mentions.

use std::ops::Range;

use super::tokens::{white_space, word_end};

/// The parameters of the functions around, the innermost last.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Where each stands in the text, and how many brackets are around what it is seen in.
    bound: Vec<(Range<usize>, usize)>,
    /// A bit for what each looks like: most words are none of them.
    filter: u64,
}

impl Names {
    /// Binds the names of the parameter list at `list`, which are seen within `depth` brackets. False, and none is, if
    /// there is more to it than names: a key or an initialiser is none.
    pub fn bind(&mut self, source: &[u8], list: Range<usize>, depth: usize) -> bool {
        let count = self.bound.len();
        let mut at = list.start;
        while at < list.end {
            at += match source[at] {
                b',' | b'{' | b'}' | b'[' | b']' => 1,
                b'.' if source[at..list.end].starts_with(b"...") => 3,
                _ => match (white_space(&source[at..list.end]), word_end(source, at)) {
                    (Some((length, _)), _) => length,
                    (None, (end, false)) if end > at => {
                        self.bound.push((at..end, depth));
                        end - at
                    }
                    _ => {
                        self.bound.truncate(count);
                        return false;
                    }
                },
            }
        }
        self.filter =
            self.bound[count..].iter().fold(self.filter, |filter, (name, _)| filter | look(&source[name.clone()]));
        true
    }

    /// Unbinds what is seen within `depth` brackets only.
    pub fn unbind(&mut self, source: &[u8], depth: usize) {
        if self.bound.last().is_some_and(|(_, last)| *last == depth) {
            self.keep(source, |_, other| other != depth);
        }
    }

    /// How many brackets are around what `word` is bound in.
    pub fn depth(&self, source: &[u8], word: &[u8]) -> Option<usize> {
        if self.filter & look(word) == 0 {
            return None;
        }
        self.bound.iter().rev().find(|(name, _)| source[name.clone()] == *word).map(|(_, depth)| *depth)
    }

    /// What both have, and how many brackets are around the outermost of what only one of them has.
    pub fn join(&mut self, source: &[u8], other: &Names) -> Option<usize> {
        let same = self.bound.iter().zip(&other.bound).take_while(|(a, b)| a == b).count();
        let differing = self.bound[same..].iter().chain(&other.bound[same..]).map(|(_, depth)| *depth).min();
        self.keep(source, |index, _| index < same);
        differing
    }

    fn keep(&mut self, source: &[u8], is_kept: impl Fn(usize, usize) -> bool) {
        let mut index = 0..;
        self.bound.retain(|(_, depth)| index.next().is_none_or(|index| is_kept(index, *depth)));
        self.filter = self.bound.iter().fold(0, |filter, (name, _)| filter | look(&source[name.clone()]));
    }
}

/// Whether what has more to it than names can be a parameter list: then there is a key or an initialiser in it, a
/// comment or an escape.
pub fn may_be_parameters(list: &[u8]) -> bool {
    let initialises = |at: usize| {
        !matches!(list[..at].last(), Some(b'=' | b'!' | b'<' | b'>')) && !matches!(list.get(at + 1), Some(b'=' | b'>'))
    };
    memchr::memchr3_iter(b'=', b':', b'/', list).any(|at| list[at] != b'=' || initialises(at))
        || memchr::memchr(b'\\', list).is_some()
        || [&b"<!--"[..], b"-->"].iter().any(|comment| memchr::memmem::find(list, comment).is_some())
}

/// A bit for the first byte and the length of a word.
fn look(word: &[u8]) -> u64 {
    let first = word.first().copied().unwrap_or_default();
    1 << ((usize::from(first) + 11 * word.len()) & 63)
}
