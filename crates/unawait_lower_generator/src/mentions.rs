//! *Mentions*: may read or write a variable of one of some names, whoever declares it. A direct `eval` may do anything.

use swc_atoms::Atom;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

pub(crate) struct Find<'n> {
    names: &'n [Atom],
    found: bool,
}

/// Whether `node` mentions one of `names`.
pub(crate) fn mentions<'n, N: VisitWith<Find<'n>>>(node: &N, names: &'n [Atom]) -> bool {
    let mut find = Find { names, found: false };
    node.visit_with(&mut find);
    find.found
}

impl Visit for Find<'_> {
    noop_visit_type!();

    fn visit_ident(&mut self, ident: &Ident) {
        self.found |= self.names.contains(&ident.sym) || &*ident.sym == "eval";
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        if !self.found {
            statement.visit_children_with(self);
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if !self.found {
            stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
        }
    }
}
