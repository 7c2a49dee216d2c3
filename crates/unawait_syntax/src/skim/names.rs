//! The names that parameters bind around a place, and how far out those are bound that something mentions.

use std::ops::Range;

use crate::lex::{Trivia, TriviaKind, name_end_and_escapes, trivia_at};

/// The parameters of the functions around, the innermost last.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Where each stands in the text, and how many brackets are around what it is seen in.
    bound: Vec<(Range<usize>, usize)>,
    /// A bit for the first byte and length of each name: it rules most words out without comparing them.
    filter: u64,
}

impl Names {
    /// Binds the names of the parameter list at `list`, which are seen within `depth` brackets. False, and none is, if
    /// the list holds anything but names, such as a key or an initialiser.
    pub fn bind(&mut self, source: &str, list: Range<usize>, depth: usize) -> bool {
        let count = self.bound.len();
        let bytes = source.as_bytes();
        let mut at = list.start;
        while at < list.end {
            at = match bytes[at] {
                b',' | b'{' | b'}' | b'[' | b']' => at + 1,
                b'.' if bytes[at..list.end].starts_with(b"...") => at + 3,
                _ => match (trivia_at(source, at), name_end_and_escapes(source, at)) {
                    (Some(Trivia { kind: TriviaKind::Space, end }), _) => end,
                    (None, (end, false)) if end > at => {
                        self.bound.push((at..end, depth));
                        end
                    }
                    _ => {
                        self.bound.truncate(count);
                        return false;
                    }
                },
            }
        }
        self.filter = self.bound[count..]
            .iter()
            .fold(self.filter, |filter, (name, _)| filter | look(&source.as_bytes()[name.clone()]));
        true
    }

    /// Unbinds what is seen within `depth` brackets only.
    pub fn unbind(&mut self, source: &str, depth: usize) {
        if self.bound.last().is_some_and(|(_, last)| *last == depth) {
            self.keep(source, |_, other| other != depth);
        }
    }

    /// How many brackets are around what `word` is bound in.
    pub fn depth(&self, source: &str, word: &[u8]) -> Option<usize> {
        if self.filter & look(word) == 0 {
            return None;
        }
        self.bound.iter().rev().find(|(name, _)| source.as_bytes()[name.clone()] == *word).map(|(_, depth)| *depth)
    }

    /// What both have, and how many brackets are around the outermost of what only one of them has.
    pub fn join(&mut self, source: &str, other: &Names) -> Option<usize> {
        let same = self.bound.iter().zip(&other.bound).take_while(|(a, b)| a == b).count();
        let differing = self.bound[same..].iter().chain(&other.bound[same..]).map(|(_, depth)| *depth).min();
        self.keep(source, |index, _| index < same);
        differing
    }

    fn keep(&mut self, source: &str, is_kept: impl Fn(usize, usize) -> bool) {
        let mut index = 0..;
        self.bound.retain(|(_, depth)| index.next().is_none_or(|index| is_kept(index, *depth)));
        self.filter = self.bound.iter().fold(0, |filter, (name, _)| filter | look(&source.as_bytes()[name.clone()]));
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
