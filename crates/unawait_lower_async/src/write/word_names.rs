//! `yield` and `let` as names, in sloppy code: `plan::word_names` has found what goes in its place.

use super::writer::Writer;
use crate::plan::word_names::Renamed;

impl Writer<'_> {
    pub fn word_names(&mut self, names: &[Renamed]) {
        for Renamed { range, text, whole } in names {
            self.edits.remove(whole.start..range.start);
            self.edits.rename(range.clone(), text);
            self.edits.remove(range.end..whole.end);
        }
    }
}
