//! What the walk knows of the constructs around a place: declarations, labels, private names and exports.

use rustc_hash::{FxHashMap, FxHashSet};
use swc_common::Span;

use crate::inventory::Name;

/// What bound a name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum BindingKind {
    Lexical,
    /// A plain function in a block: Annex B lets it stand beside another in sloppy code.
    BlockFunction,
    Parameter,
    /// `catch (e)`
    CatchName,
    /// `catch ([e])`
    CatchPattern,
}

pub(super) struct Binding {
    pub(super) kind: BindingKind,
    /// How many scopes, and functions, are around it.
    pub(super) scope: usize,
    pub(super) function: usize,
    pub(super) place: Span,
    /// Where the nearest declaration of the name stands that a `var` within the same function must not meet.
    pub(super) refuses_var: Option<Span>,
}

/// The declarations that are open at a place.
#[derive(Default)]
pub(super) struct Declarations {
    pub(super) bindings: FxHashMap<Name, Vec<Binding>>,
    /// The names bound by each open scope.
    pub(super) scopes: Vec<Vec<Name>>,
    /// How many functions are open.
    pub(super) functions: usize,
    /// The names that the file's top level declares, kept for modules.
    pub(super) file: FxHashSet<Name>,
}

/// What a jump can reach within its function.
#[derive(Default)]
pub(super) struct Labels {
    /// The labels around, and whether each is one of a loop.
    pub(super) open: FxHashMap<Name, bool>,
    pub(super) loops: usize,
    pub(super) switches: usize,
}

/// The names that the classes around a place declare, and how many of them do.
#[derive(Default)]
pub(super) struct PrivateNames {
    pub(super) open: FxHashMap<Name, usize>,
}

/// What a module exports.
#[derive(Default)]
pub(super) struct Exports {
    pub(super) names: FxHashMap<Name, Span>,
    /// ExportedBindings that need not be declared before: each with the place where it is exported.
    pub(super) bindings: Vec<(Name, Span)>,
}
