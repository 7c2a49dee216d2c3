//! `yield` and `let` as names, in sloppy code: `plan::word_names` has found what goes in its place.

use super::writer::Writer;
use crate::plan::word_names::Renamed;

impl Writer<'_> {
    pub fn word_names(&mut self, names: &[Renamed]) {
        for Renamed { range, text } in names {
            self.edits.rename(range.clone(), text);
        }
    }
}
