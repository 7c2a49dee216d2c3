//! `Edits`: a set of changes to one text, and `splice`, which applies them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::{Origin, Text};

/// One change: the bytes of `range` (none for an insertion) give way to `text`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Byte offsets into the source text.
    pub range: Range<usize>,
    pub text: Text,
}

/// Where an edit stands among others at the same offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// The end of a construct: of those that end here, the one that starts last is the innermost and comes first.
    Close(Reverse<usize>),
    /// Behind every construct that ends here.
    End,
    /// The beginning of a construct: of those that start here, the one that ends last is the outermost and comes first.
    Open(Reverse<usize>),
    /// The bytes that start here.
    Replace,
}

/// Changes to one source text. Replaced ranges are disjoint, and nothing is inserted within one. What is inserted at
/// one offset is ordered as the constructs nest that it belongs to, in whatever order they come.
#[derive(Clone, Debug, Default)]
pub struct Edits {
    /// By where they start, and the order in which they stand for the same place there: so those of a text that moves
    /// are found without a look at all others.
    edits: BTreeMap<(usize, isize), (Place, Edit)>,
    /// How many there have been.
    added: isize,
}

impl Edits {
    /// Inserts `text` before the construct of `span`.
    pub fn open(&mut self, span: &Range<usize>, text: impl Into<Text>) {
        self.add(Place::Open(Reverse(span.end)), span.start..span.start, text.into());
    }

    /// Inserts `text` behind the construct of `span`.
    pub fn close(&mut self, span: &Range<usize>, text: impl Into<Text>) {
        self.add(Place::Close(Reverse(span.start)), span.end..span.end, text.into());
    }

    /// Inserts `text` at `at`, behind every construct that ends there.
    pub fn end(&mut self, at: usize, text: impl Into<Text>) {
        self.add(Place::End, at..at, text.into());
    }

    /// Inserts `text` at `at`, before any construct that starts there.
    pub fn insert(&mut self, at: usize, text: impl Into<Text>) {
        self.open(&(at..usize::MAX), text);
    }

    /// Puts `text` in place of the bytes of `range`.
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<Text>) {
        self.add(Place::Replace, range, text.into());
    }

    /// Puts another name in place of the one of `range`.
    pub fn rename(&mut self, range: Range<usize>, name: impl Into<Text>) {
        self.replace(range.clone(), name.into().of(Origin::Name(range)));
    }

    /// Takes the bytes of `range` away.
    pub fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    fn add(&mut self, place: Place, range: Range<usize>, text: Text) {
        if range.is_empty() && text.is_empty() {
            return;
        }
        self.added += 1;
        // Of two that close one construct, the later one is the outer one where they open it.
        let order = if matches!(place, Place::Close(_)) { -self.added } else { self.added };
        self.edits.insert((range.start, order), (place, Edit { range, text }));
    }

    /// Takes the edits within `range` out, and answers its text with them made: for text that moves. The edits of what
    /// only touches the range stay.
    pub fn take(&mut self, source: &str, range: &Range<usize>) -> Text {
        let within = |place: &Place, edit: &Edit| {
            // What stands strictly within belongs there, whatever it is.
            let at_border = edit.range.start == range.start || edit.range.start == range.end;
            let touches = match place {
                Place::Close(start) => start.0 < range.start,
                Place::Open(end) => end.0 > range.end,
                Place::End => true,
                Place::Replace => false,
            };
            range.start <= edit.range.start && edit.range.end <= range.end && !(at_border && touches)
        };
        let touching = self.edits.range((range.start, isize::MIN)..=(range.end, isize::MAX));
        let keys: Vec<_> = touching.filter(|(_, (place, edit))| within(place, edit)).map(|(key, _)| *key).collect();
        let edits = keys.iter().filter_map(|key| self.edits.remove_entry(key)).collect();
        Edits { edits, added: self.added }.splice_range(source, range.clone())
    }

    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The changes in the order of the text, disjoint.
    ///
    /// # Panics
    /// In debug builds, when two of them overlap: a lowering has contradicted itself.
    pub fn into_sorted(self) -> Vec<Edit> {
        let mut sorted: Vec<_> = self.edits.into_iter().collect();
        sorted.sort_by_key(|((at, order), (place, _))| (*at, *place, *order));
        let sorted: Vec<Edit> = sorted.into_iter().map(|(_, (_, edit))| edit).collect();
        debug_assert!(
            sorted.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start),
            "overlapping edits: {:?}",
            sorted.windows(2).find(|pair| pair[0].range.end > pair[1].range.start)
        );
        sorted
    }

    /// `source` with the changes made.
    pub fn splice(self, source: &str) -> String {
        self.splice_mapped(source).string
    }

    /// `source` with the changes made, each stretch marked with its origin.
    pub fn splice_mapped(self, source: &str) -> Text {
        self.splice_range(source, 0..source.len())
    }

    fn splice_range(self, source: &str, range: Range<usize>) -> Text {
        let edits = self.into_sorted();
        let grown: usize = edits.iter().map(|edit| edit.text.string.len()).sum();
        let marked: usize = edits.iter().map(|edit| 2 + edit.text.marks.len()).sum();
        let mut out =
            Text { string: String::with_capacity(range.len() + grown), marks: Vec::with_capacity(1 + marked) };
        let mut copied = range.start;
        for Edit { range, text } in edits {
            out.copy(source, copied..range.start.max(copied));
            if !text.is_empty() {
                out.push(text.at(place(source, &range)));
            }
            copied = range.end.max(copied);
        }
        out.copy(source, copied..range.end);
        out
    }
}

/// Where the text of an edit stands that does not say so itself: for what it replaces; or, put in, for the gap before
/// it, so that what begins there has that place to itself.
fn place(source: &str, range: &Range<usize>) -> usize {
    let before = source.as_bytes()[..range.start].last();
    let has_gap = range.is_empty() && before.is_some_and(|byte| byte.is_ascii() && !matches!(byte, b'\n' | b'\r'));
    range.start - usize::from(has_gap)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_edits_change_nothing() {
        assert_eq!(Edits::default().splice("a b"), "a b");
    }

    #[test]
    fn insertions_nest_as_their_constructs_do() {
        let mut edits = Edits::default();
        for (span, brackets) in [(1..2, ("<", ">")), (0..2, ("(", ")")), (1..3, ("[", "]"))] {
            edits.open(&span, brackets.0);
            edits.close(&span, brackets.1);
        }
        assert_eq!(edits.splice("xyz"), "(x[<y>)z]");
    }

    #[test]
    fn the_same_construct_nests_in_the_order_of_addition() {
        let mut edits = Edits::default();
        for brackets in [("(", ")"), ("[", "]")] {
            edits.open(&(0..1), brackets.0);
            edits.close(&(0..1), brackets.1);
        }
        assert_eq!(edits.splice("xy"), "([x])y");
    }

    #[test]
    fn what_ends_comes_before_what_starts() {
        let mut edits = Edits::default();
        edits.open(&(1..2), "<");
        edits.insert(1, "|");
        edits.close(&(0..1), ">");
        edits.replace(1..2, "Y");
        assert_eq!(edits.splice("xyz"), "x>|<Yz");
    }

    #[test]
    fn text_that_moves_takes_its_edits_along() {
        let mut edits = Edits::default();
        edits.replace(1..2, "B");
        edits.close(&(0..1), ">");
        edits.open(&(1..2), "<");
        edits.open(&(2..3), "|");
        assert_eq!(edits.take("abc", &(1..2)).as_str(), "<B");
        assert_eq!(edits.splice("abc"), "a>b|c");
    }

    #[test]
    fn removed_bytes_go_and_empty_edits_are_none() {
        let mut edits = Edits::default();
        edits.remove(1..1);
        assert!(edits.is_empty());
        edits.remove(0..2);
        assert_eq!(edits.splice("abc"), "c");
    }

    #[test]
    #[should_panic(expected = "overlapping")]
    #[cfg(debug_assertions)]
    fn overlaps_are_found() {
        let mut edits = Edits::default();
        edits.replace(0..2, "x");
        edits.replace(1..3, "y");
        edits.splice("abc");
    }
}
