//! What one open bracket holds.

use super::place::Place;
use super::tokens::Last;
use super::{BRACKET, TOKEN};

/// A bracket that is open, or the file, and the tokens in it that may nest without one: operators, arrows, statements
/// in statements.
#[derive(Clone, Debug)]
pub struct Level {
    /// `(`, `[`, `{`, a backtick for `${`, or 0 for the file.
    pub bracket: u8,
    /// What has ended where it closes: an operand, or the head of a statement.
    pub behind: Last,
    pub place: Place,
    /// Tokens since the last comma, or what else separates neighbours.
    run: usize,
    /// The longest run since the last semicolon: what comes before the first comma is around all that follows.
    before: usize,
    /// What it all came to at the last semicolon: an `else`, or the `while` of a `do`, goes on from there.
    closed: usize,
}

impl Level {
    pub fn new(bracket: u8, behind: Last, place: Place) -> Self {
        Level { bracket, behind, place, run: 0, before: 0, closed: 0 }
    }

    /// A bound on the stack for what is directly in it, in bytes.
    pub fn bytes(&self) -> usize {
        BRACKET + TOKEN * (self.run + self.before)
    }

    pub fn tokens(&mut self, count: usize) {
        self.run += count;
    }

    pub fn comma(&mut self) {
        self.before = self.before.max(self.run);
        self.run = 0;
        self.place.comma();
    }

    /// A statement, or a member, has ended.
    pub fn end(&mut self) {
        self.place.end();
        self.closed = self.run + self.before;
        self.before = 0;
        self.run = 0;
    }

    /// It may not have: an `else` or `while` follows.
    pub fn resume(&mut self) {
        self.place.resume();
        self.before += std::mem::take(&mut self.closed);
    }

    /// What both can be.
    pub fn join(&mut self, other: &Level) {
        self.place.join(&other.place);
        self.run = self.run.max(other.run);
        self.before = self.before.max(other.before);
        self.closed = self.closed.max(other.closed);
    }
}
