//! Ways out of a copied statement: `return`, and `break` and `continue` for a statement which was taken apart.
//!
//! ```js
//! if (x) return 1;   // becomes   if (x) return _.end(1);
//! if (x) break;      // becomes   if (x) { _.to = 5; break; }, once the block has its number
//! ```
//!
//! Until then a jump is `continue` with the label `@n`, n being the place of the target in `Block::exits`: no program
//! has such a label.

use std::collections::HashSet;

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith, noop_visit_mut_type, noop_visit_type};

use super::Builder;
use crate::graph::BlockId;
use crate::make;

/// A jump out of a copied statement to the `index`th of its block's exits.
fn jump(index: usize) -> Stmt {
    Stmt::Continue(ContinueStmt { span: DUMMY_SP, label: Some(make::ident(format!("@{index}"))) })
}

/// Which of its block's exits such a jump leads to.
pub(crate) fn exit_index(statement: &Stmt) -> Option<usize> {
    let Stmt::Continue(ContinueStmt { label: Some(label), .. }) = statement else { return None };
    label.sym.strip_prefix('@')?.parse().ok()
}

/// Whether a `finally` clause stands between a way out of the statement and the machine. Such a clause may throw, and
/// then it must be known where that happened: so the statement is taken apart.
pub(super) fn leaves_finally(statement: &Stmt) -> bool {
    let mut find = FindExits { labels: Vec::new(), breakable: 0, looping: 0, in_finally: 0, found: false };
    statement.visit_with(&mut find);
    find.found
}

struct FindExits {
    labels: Vec<Atom>,
    breakable: usize,
    looping: usize,
    in_finally: usize,
    found: bool,
}

impl FindExits {
    fn exit(&mut self) {
        self.found |= self.in_finally > 0;
    }

    fn within(&mut self, looping: usize, visit: impl FnOnce(&mut Self)) {
        self.breakable += 1;
        self.looping += looping;
        visit(self);
        self.breakable -= 1;
        self.looping -= looping;
    }
}

impl Visit for FindExits {
    noop_visit_type!();

    fn visit_expr(&mut self, _: &Expr) {}
    fn visit_function(&mut self, _: &Function) {}
    fn visit_class(&mut self, _: &Class) {}

    fn visit_stmt(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Return(_) => self.exit(),
            Stmt::Break(BreakStmt { label, .. }) => match label {
                Some(label) if self.labels.contains(&label.sym) => {}
                None if self.breakable > 0 => {}
                _ => self.exit(),
            },
            Stmt::Continue(ContinueStmt { label, .. }) => match label {
                Some(label) if self.labels.contains(&label.sym) => {}
                None if self.looping > 0 => {}
                _ => self.exit(),
            },
            Stmt::Labeled(labeled) => {
                self.labels.push(labeled.label.sym.clone());
                labeled.body.visit_with(self);
                self.labels.pop();
            }
            Stmt::Switch(_) => self.within(0, |find| statement.visit_children_with(find)),
            Stmt::While(_) | Stmt::DoWhile(_) | Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) => {
                // Leaving a `for`-`of` loop closes its iterator, which may throw.
                let closes = usize::from(matches!(statement, Stmt::ForOf(_)));
                self.in_finally += closes;
                self.within(1, |find| statement.visit_children_with(find));
                self.in_finally -= closes;
            }
            Stmt::Try(inner) if inner.finalizer.is_some() => {
                self.in_finally += 1;
                statement.visit_children_with(self);
                self.in_finally -= 1;
            }
            _ => statement.visit_children_with(self),
        }
    }
}

impl Builder<'_, '_, '_> {
    /// Marks the ways out of a statement which is about to be copied.
    pub(super) fn exits(&mut self, statement: &mut Stmt) {
        let mut rewrite = Rewrite {
            builder: self,
            labels: HashSet::new(),
            breakable: 0,
            looping: 0,
            exits: Vec::new(),
            returns: false,
        };
        statement.visit_mut_with(&mut rewrite);
        let (exits, returns) = (rewrite.exits, rewrite.returns);
        let block = &mut self.graph[self.current];
        block.returns |= returns;
        block.exits.extend(exits);
    }
}

struct Rewrite<'r, 'b, 'n, 's> {
    builder: &'r Builder<'b, 'n, 's>,
    labels: HashSet<Atom>,
    breakable: usize,
    looping: usize,
    exits: Vec<BlockId>,
    returns: bool,
}

impl Rewrite<'_, '_, '_, '_> {
    fn jump(&mut self, target: Option<BlockId>) -> Option<Stmt> {
        let target = target?;
        self.exits.push(target);
        Some(jump(self.builder.graph[self.builder.current].exits.len() + self.exits.len() - 1))
    }
}

impl VisitMut for Rewrite<'_, '_, '_, '_> {
    noop_visit_mut_type!();

    fn visit_mut_expr(&mut self, _: &mut Expr) {}
    fn visit_mut_function(&mut self, _: &mut Function) {}
    fn visit_mut_class(&mut self, _: &mut Class) {}

    fn visit_mut_stmt(&mut self, statement: &mut Stmt) {
        match statement {
            Stmt::Return(_) => self.returns = true,
            Stmt::Break(BreakStmt { label, .. }) => {
                let stays = label.as_ref().map_or(self.breakable > 0, |label| self.labels.contains(&label.sym));
                if !stays {
                    let target = self.builder.break_target(label.as_ref().map(|label| &label.sym));
                    if let Some(jump) = self.jump(target) {
                        *statement = jump;
                    }
                }
            }
            Stmt::Continue(ContinueStmt { label, .. }) => {
                let stays = label.as_ref().map_or(self.looping > 0, |label| self.labels.contains(&label.sym));
                if !stays {
                    let target = self.builder.continue_target(label.as_ref().map(|label| &label.sym));
                    if let Some(jump) = self.jump(target) {
                        *statement = jump;
                    }
                }
            }
            Stmt::Labeled(labeled) => {
                self.labels.insert(labeled.label.sym.clone());
                labeled.body.visit_mut_with(self);
                self.labels.remove(&labeled.label.sym);
            }
            Stmt::Switch(_) => {
                self.breakable += 1;
                statement.visit_mut_children_with(self);
                self.breakable -= 1;
            }
            Stmt::While(_) | Stmt::DoWhile(_) | Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) => {
                self.breakable += 1;
                self.looping += 1;
                statement.visit_mut_children_with(self);
                self.breakable -= 1;
                self.looping -= 1;
            }
            _ => statement.visit_mut_children_with(self),
        }
    }
}
