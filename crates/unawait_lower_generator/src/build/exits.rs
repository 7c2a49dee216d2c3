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
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

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
