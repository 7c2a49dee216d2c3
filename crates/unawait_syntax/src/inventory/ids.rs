//! What everything in an inventory is known by.

/// A name as the source means it: escapes are resolved. A private name has its `#`.
pub use swc_atoms::Atom as Name;

/// An index into `Inventory::functions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(pub(crate) usize);

/// An index into `Inventory::scopes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(crate) usize);

/// An index into `Inventory::classes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub(crate) usize);

impl FunctionId {
    /// The file itself.
    pub const FILE: FunctionId = FunctionId(0);
}

impl ScopeId {
    /// The file's scope.
    pub const FILE: ScopeId = ScopeId(0);

    /// The place in `Inventory::scopes`.
    pub fn index(self) -> usize {
        self.0
    }
}

/// Where text can be put that runs first in a scope, each time it is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    pub at: usize,
    /// Whether the directive before it still wants its semicolon.
    pub wants_semicolon: bool,
}
