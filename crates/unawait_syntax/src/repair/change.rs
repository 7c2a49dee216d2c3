//! One repair: what changes in the text, and what is to be put right in the tree.

use std::ops::Range;

/// What helps in one place.
#[derive(Debug)]
pub(super) struct Repair {
    pub(super) changes: Vec<Change>,
    pub(super) restore: Restore,
}

/// The bytes of `range` give way to `text`.
#[derive(Clone, Debug)]
pub(super) struct Change {
    pub(super) range: Range<usize>,
    pub(super) text: &'static str,
}

/// What is to be done in the tree, beyond its positions.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Restore {
    Nothing,
    /// The name here stands for a private one.
    PrivateName(usize),
    /// The `const` that begins here, in the head of a loop, stands for `using` or `await using`; swc has no node for it.
    Using(Range<usize>),
    /// The `const` declaration that begins here stands for a `using` declaration, or else an `await using` one.
    UsingDeclaration {
        start: usize,
        is_await: bool,
    },
    /// The name that begins here stands for this one.
    Name(usize, &'static str),
    /// The `!` that is put here, before an import, is not in the source.
    NoOperator(usize),
    /// The `for (var x = e; o)` that begins here stands for `for (var x = e in o)`.
    ForIn(usize),
    /// The property of a call that ends here is an assignment's target and stands for the call.
    CallTarget(usize),
    /// The parentheses around the string that begins here are not in the source.
    NoDirective(usize),
    /// There must be a call of `async` that ends here: else the text was invalid.
    AsyncCall(usize),
}
