//! `PositionMap`: which place in the source each place in the output comes from.

use crate::text::{Mark, Origin, Text};

/// From byte offsets into the output to their origins, text that moved included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PositionMap {
    /// In order of the output.
    marks: Vec<Mark>,
}

impl From<Text> for (String, PositionMap) {
    fn from(text: Text) -> Self {
        (text.string, PositionMap { marks: text.marks })
    }
}

impl PositionMap {
    /// Each stretch of the output, `len` bytes long, with its origin, in order.
    pub fn stretches(&self, len: usize) -> impl Iterator<Item = (std::ops::Range<usize>, &Origin)> {
        let ends = self.marks.iter().skip(1).map(|mark| mark.at).chain([len]);
        self.marks.iter().zip(ends).map(|(mark, end)| (mark.at..end, &mark.origin))
    }

    /// The origin of the output's byte at `offset`; none before the first mark.
    pub fn origin(&self, offset: usize) -> Option<Origin> {
        let mark = &self.marks[self.index(offset)?];
        Some(mark.origin.advanced(offset - mark.at))
    }

    /// The mark that `offset` is under.
    fn index(&self, offset: usize) -> Option<usize> {
        self.marks.partition_point(|mark| mark.at <= offset).checked_sub(1)
    }

    /// The map of two stages: `self` is that of the first, `later` that of the second, whose source is the first's
    /// output and whose output is `len` bytes long.
    pub fn then(&self, later: &PositionMap, len: usize) -> PositionMap {
        let mut map = PositionMap::default();
        for (output, origin) in later.stretches(len) {
            match origin {
                Origin::Copy(offset) => self.copied(*offset, &output, &mut map),
                Origin::Place(offset) => map.add(output.start, self.place(*offset)),
                Origin::Name(range) => map.add(output.start, self.name(range)),
                other => map.add(output.start, Some(other.clone())),
            }
        }
        map
    }

    /// What the second stage copied from `offset` on may be of several origins.
    fn copied(&self, offset: usize, output: &std::ops::Range<usize>, map: &mut PositionMap) {
        map.add(output.start, self.origin(offset));
        let next = self.index(offset).map_or(0, |index| index + 1);
        let within = self.marks[next..].iter().take_while(|mark| mark.at - offset < output.len());
        map.marks.extend(within.map(|mark| Mark { at: output.start + mark.at - offset, origin: mark.origin.clone() }));
    }

    fn place(&self, offset: usize) -> Option<Origin> {
        self.origin(offset).map(|origin| match origin {
            Origin::Copy(offset) => Origin::Place(offset),
            other => other,
        })
    }

    fn name(&self, range: &std::ops::Range<usize>) -> Option<Origin> {
        self.origin(range.start).map(|origin| match origin {
            Origin::Copy(offset) => Origin::Name(offset..offset + range.len()),
            other => other,
        })
    }

    fn add(&mut self, at: usize, origin: Option<Origin>) {
        self.marks.extend(origin.map(|origin| Mark { at, origin }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Edits;

    fn spliced(source: &str, edit: impl FnOnce(&mut Edits)) -> (String, PositionMap) {
        let mut edits = Edits::default();
        edit(&mut edits);
        edits.splice_mapped(source).into()
    }

    #[test]
    fn copies_map_byte_by_byte_and_insertions_to_a_place() {
        let (output, map) = spliced("a await b", |edits| edits.replace(2..7, "yield"));
        assert_eq!(output, "a yield b");
        assert_eq!(map.origin(0), Some(Origin::Copy(0)));
        assert_eq!(map.origin(4), Some(Origin::Place(2)));
        assert_eq!(map.origin(8), Some(Origin::Copy(8)));
    }

    #[test]
    fn two_stages_are_one_map() {
        let (middle, first) = spliced("let a = f", |edits| {
            edits.rename(4..5, "a_1");
            edits.replace(8..9, "g(f)");
        });
        assert_eq!(middle, "let a_1 = g(f)");
        let (output, second) = spliced(&middle, |edits| {
            edits.remove(0..4);
            edits.rename(4..7, "x");
            edits.open(&(10..14), "(");
        });
        assert_eq!(output, "x = (g(f)");
        let map = first.then(&second, output.len());
        assert_eq!(map.origin(0), Some(Origin::Name(4..5)));
        assert_eq!(map.origin(2), Some(Origin::Copy(6)));
        assert_eq!(map.origin(5), Some(Origin::Place(8)));
    }
}
