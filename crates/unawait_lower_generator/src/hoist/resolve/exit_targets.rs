//! The statements around a place that `break` and `continue` lead to, or leave.

use swc_atoms::Atom;

/// Where `break` and `continue` can lead, and what they leave on their way.
#[derive(Debug, Default)]
pub(super) struct Exits {
    pub targets: Vec<ExitTarget>,
    /// How many scopes are open at each statement around that does something when it is left.
    pub crossings: Vec<usize>,
}

#[derive(Debug)]
pub(super) struct ExitTarget {
    pub label: Option<Atom>,
    pub is_loop: bool,
    /// How many crossings hold it.
    pub crossings: usize,
}
