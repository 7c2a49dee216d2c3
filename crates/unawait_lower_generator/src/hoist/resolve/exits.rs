//! Ways out of statements that do something when they are left: `try` with `finally`, and `for`-`of`, which closes its
//! iterator. A statement with such a way out within is taken apart by `build`, though it may not suspend; so what its
//! scopes bind becomes locals as if it did.

use swc_atoms::Atom;

use super::Resolver;
use super::exit_targets::ExitTarget;

impl Resolver {
    /// Walks a statement that `break`, or `continue` if it is a loop, can name by `label` or by none.
    pub(super) fn target(&mut self, label: Option<Atom>, is_loop: bool, walk: impl FnOnce(&mut Self)) {
        let crossings = self.exits.crossings.len();
        self.exits.targets.push(ExitTarget { label, is_loop, crossings });
        walk(self);
        self.exits.targets.pop();
    }

    /// Walks what does something when it is left.
    pub(super) fn crossing(&mut self, walk: impl FnOnce(&mut Self)) {
        self.exits.crossings.push(self.open.len());
        walk(self);
        self.exits.crossings.pop();
    }

    pub(super) fn break_or_continue(&mut self, label: Option<&Atom>, is_continue: bool) {
        let leads_to = |target: &&ExitTarget| match label {
            Some(label) => target.label.as_ref() == Some(label),
            None => target.label.is_none() && (target.is_loop || !is_continue),
        };
        let target = self.exits.targets.iter().rev().find(leads_to);
        let crossings = target.map_or(0, |target| target.crossings);
        self.exit(crossings);
    }

    /// Control leaves all but the outer `crossings`.
    pub(super) fn exit(&mut self, crossings: usize) {
        if self.depth > 0 || self.exits.crossings.len() <= crossings {
            return;
        }
        let open = self.exits.crossings.last().copied().unwrap_or_default();
        for scope in &self.open[..open.min(self.open.len())] {
            self.bindings.scopes[scope.0 as usize].suspends = true;
        }
    }
}
