//! Where a `break` or `continue` leads to.

use swc_atoms::Atom;

use crate::graph::BlockId;

/// A statement around the current one.
pub(super) struct JumpTarget {
    pub labels: Vec<Atom>,
    pub breaks: BlockId,
    /// For a loop.
    pub continues: Option<BlockId>,
    /// Whether a `break` without a label leads there: a loop or `switch`.
    pub is_default: bool,
}
