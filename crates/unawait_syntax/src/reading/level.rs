//! What is known of one open bracket: how deep it nests, and what it means to functions.

use super::tokens::Last;
use crate::skim::place::Place;
use crate::stack_bound::cost::Cost;

/// A bracket that is open, or the file.
#[derive(Clone, Debug)]
pub struct Level {
    /// `(`, `[`, `{`, a backtick for `${`, or 0 for the file.
    pub bracket: u8,
    /// What has ended where it closes: an operand, or the head of a statement.
    pub behind: Last,
    pub place: Place,
    pub cost: Cost,
}

impl Level {
    pub fn new(bracket: u8, behind: Last, place: Place) -> Self {
        Level { bracket, behind, place, cost: Cost::default() }
    }

    /// A neighbour begins.
    pub fn comma(&mut self) {
        self.cost.comma();
        self.place.comma();
    }

    /// A statement, or a member, has ended.
    pub fn end(&mut self) {
        self.cost.end();
        self.place.end();
    }

    /// Reopens the statement that `end` closed, because `else` or `while` follows.
    pub fn resume(&mut self) {
        self.cost.resume();
        self.place.resume();
    }

    /// What holds for either.
    pub fn join(&mut self, other: &Level) {
        self.cost.join(&other.cost);
        self.place.join(&other.place);
    }
}
