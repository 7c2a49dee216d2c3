//! Where `break` and `continue` lead to, in statements which are taken apart.

use swc_atoms::Atom;

use super::Builder;
use super::jump_target::JumpTarget;
use crate::graph::BlockId;

impl Builder<'_, '_, '_> {
    pub(super) fn break_target(&self, label: Option<&Atom>) -> Option<BlockId> {
        let leads = |target: &&JumpTarget| label.map_or(target.is_default, |label| target.labels.contains(label));
        self.targets.iter().rev().find(leads).map(|target| target.breaks)
    }

    pub(super) fn continue_target(&self, label: Option<&Atom>) -> Option<BlockId> {
        let leads = |target: &&JumpTarget| {
            target.continues.is_some() && label.is_none_or(|label| target.labels.contains(label))
        };
        self.targets.iter().rev().find(leads).and_then(|target| target.continues)
    }

    /// Whether the current statement may run more than once.
    pub(super) fn is_in_loop(&self) -> bool {
        self.targets.iter().any(|target| target.continues.is_some())
    }

    /// What `build` makes of a statement which is no loop or `switch`, and may be left by its labels.
    pub(super) fn labelled(&mut self, labels: Vec<Atom>, build: impl FnOnce(&mut Self)) {
        if labels.is_empty() {
            return build(self);
        }
        let after = self.block();
        self.targets.push(JumpTarget { labels, breaks: after, continues: None, is_default: false });
        build(self);
        self.targets.pop();
        self.fall_into(after);
    }

    /// The body of a loop or `switch`.
    pub(super) fn breakable(
        &mut self,
        labels: Vec<Atom>,
        breaks: BlockId,
        continues: Option<BlockId>,
        build: impl FnOnce(&mut Self),
    ) {
        self.targets.push(JumpTarget { labels, breaks, continues, is_default: true });
        build(self);
        self.targets.pop();
    }
}
