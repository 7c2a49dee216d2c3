//! Which generator functions are bodies that stage one made: a helper drives them, and no program sees them or their
//! objects. They need no `prototype` and no mark; what they return is the machine itself.
//!
//! They are found by the calls of those helpers, whose last argument they are: `__awaiter(this, arguments, void 0, f_1)`,
//! `..., m_1 || (m_1 = function* m() {}))`, `..., function* () {})`.

use std::collections::{HashMap, HashSet};

use swc_atoms::Atom;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_syntax::tree::range;

/// Where the bodies of functions begin that stage one made.
pub(crate) fn bodies(program: &Program, drivers: &[String]) -> HashSet<usize> {
    if drivers.is_empty() {
        return HashSet::new();
    }
    let mut find = Find { drivers, ..Find::default() };
    program.visit_with(&mut find);
    let named = find.functions.iter().filter(|(name, _)| find.names.contains(*name));
    find.bodies.extend(named.flat_map(|(_, starts)| starts));
    find.bodies
}

#[derive(Default)]
struct Find<'f> {
    drivers: &'f [String],
    /// What the helpers are handed, by name or in place.
    names: HashSet<Atom>,
    bodies: HashSet<usize>,
    /// The functions of each name: declared, or assigned.
    functions: HashMap<Atom, Vec<usize>>,
}

impl Find<'_> {
    fn driven(&mut self, expr: &Expr) {
        match expr {
            Expr::Ident(name) => {
                self.names.insert(name.sym.clone());
            }
            Expr::Fn(function) => self.bodies.extend(start(&function.function)),
            Expr::Bin(BinExpr { op: BinaryOp::LogicalOr, left, .. }) => self.driven(left),
            Expr::Paren(inner) => self.driven(&inner.expr),
            _ => {}
        }
    }
}

fn start(function: &Function) -> Option<usize> {
    function.body.as_ref().map(|body| range(body.span).start)
}

impl Visit for Find<'_> {
    noop_visit_type!();

    fn visit_call_expr(&mut self, call: &CallExpr) {
        call.visit_children_with(self);
        if let Callee::Expr(callee) = &call.callee
            && let Expr::Ident(name) = &**callee
            && self.drivers.iter().any(|driver| **driver == *name.sym)
            && let Some(body) = call.args.get(3)
        {
            self.driven(&body.expr);
        }
    }

    fn visit_fn_decl(&mut self, declaration: &FnDecl) {
        declaration.visit_children_with(self);
        self.functions.entry(declaration.ident.sym.clone()).or_default().extend(start(&declaration.function));
    }

    fn visit_assign_expr(&mut self, assign: &AssignExpr) {
        assign.visit_children_with(self);
        if let (AssignTarget::Simple(SimpleAssignTarget::Ident(name)), Expr::Fn(function)) =
            (&assign.left, &*assign.right)
        {
            self.functions.entry(name.sym.clone()).or_default().extend(start(&function.function));
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
    }
}
