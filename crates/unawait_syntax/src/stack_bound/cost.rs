//! What a bracket and the tokens in it can cost of the stack.

/// What an open bracket can cost, in bytes of stack: the dearest, a class's field, takes 4.2 KB for two tokens and a
/// bracket in builds without optimisation.
pub const BRACKET: usize = 4096;
/// What any other token can cost: the dearest, an arrow's, takes 730 bytes without optimisation.
pub const TOKEN: usize = 1024;

/// The most stack that is given: room for 262,144 brackets one in the other, or a million operators in one expression.
/// Engines refuse such programs long before; V8 takes about 7,000 brackets. It is address space until it is used.
#[cfg(target_pointer_width = "64")]
pub const LIMIT: usize = 1 << 30;
#[cfg(not(target_pointer_width = "64"))]
pub const LIMIT: usize = 128 << 20;

/// The deepest place of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deepest {
    /// The byte.
    pub at: usize,
    /// A bound on the stack that it takes to get there, in bytes.
    pub bytes: usize,
}

/// The tokens in an open bracket that may nest without a bracket: operators, arrows, statements in statements.
#[derive(Clone, Debug, Default)]
pub struct Cost {
    /// Tokens since the last comma, or what else separates neighbours.
    run: usize,
    /// The longest run since the last semicolon: what comes before the first comma is around all that follows.
    before: usize,
    /// What it all came to at the last semicolon: an `else`, or the `while` of a `do`, goes on from there.
    closed: usize,
}

impl Cost {
    /// A bound on the stack for the bracket and what is directly in it, in bytes.
    pub fn bytes(&self) -> usize {
        BRACKET + TOKEN * (self.run + self.before)
    }

    /// Counts `count` tokens more.
    pub fn tokens(&mut self, count: usize) {
        self.run += count;
    }

    /// A neighbour begins.
    pub fn comma(&mut self) {
        self.before = self.before.max(self.run);
        self.run = 0;
    }

    /// A statement, or a member, has ended.
    pub fn end(&mut self) {
        self.closed = self.run + self.before;
        self.before = 0;
        self.run = 0;
    }

    /// Reopens the statement that `end` closed, because `else` or `while` follows.
    pub fn resume(&mut self) {
        self.before += std::mem::take(&mut self.closed);
    }

    /// A bound for both.
    pub fn join(&mut self, other: &Cost) {
        self.run = self.run.max(other.run);
        self.before = self.before.max(other.before);
        self.closed = self.closed.max(other.closed);
    }
}
