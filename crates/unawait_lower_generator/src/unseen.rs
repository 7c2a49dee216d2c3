//! What stage one made that no program sees.
//!
//! *Bodies* are generator functions which a helper drives. They need no `prototype` and no mark; what they return is the
//! machine itself. They are found by the calls of those helpers, whose last argument they are:
//! `__awaiter(this, arguments, void 0, f_1)`, `..., m_1 || (m_1 = function* m() {}))`, `..., function* () {})`.
//!
//! *Loops* are the variables that hold the iterators of `for await`: `loop_1 = __forAwait(iterable)`. They and their
//! methods stay what they are, so a call of one may be looked up behind what suspends in its arguments.

use std::collections::{HashMap, HashSet};

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_syntax::tree::range;

/// The names of the helpers that stage one calls.
#[derive(Debug, Default)]
pub struct StageOne {
    /// Those which drive bodies.
    pub drivers: Vec<String>,
    /// The one that makes the iterators of `for await`.
    pub for_await: String,
}

/// What no program sees.
#[derive(Default)]
pub(crate) struct Unseen {
    /// Where the functions' bodies begin, each with the beginning of the body around that hands it to a helper.
    pub bodies: HashMap<usize, Option<usize>>,
    pub loops: HashSet<Atom>,
}

pub(crate) fn unseen(program: &Program, made: &StageOne) -> Unseen {
    if made.drivers.is_empty() {
        return Unseen::default();
    }
    let mut find = Find { drivers: &made.drivers, for_await: &made.for_await, ..Find::default() };
    program.visit_with(&mut find);
    let Find { names, functions, mut bodies, loops, .. } = find;
    for (name, starts) in &functions {
        if let Some(around) = names.get(name) {
            bodies.extend(starts.iter().map(|start| (*start, *around)));
        }
    }
    Unseen { bodies, loops }
}

#[derive(Default)]
struct Find<'f> {
    drivers: &'f [String],
    for_await: &'f str,
    loops: HashSet<Atom>,
    /// What the helpers are handed, by name or in place.
    names: HashMap<Atom, Option<usize>>,
    bodies: HashMap<usize, Option<usize>>,
    /// Where the body around begins.
    around: Option<usize>,
    /// The functions of each name: declared, or assigned.
    functions: HashMap<Atom, Vec<usize>>,
}

impl Find<'_> {
    /// Notes what a variable is set to.
    fn holds(&mut self, name: &Atom, value: &Expr) {
        match value {
            Expr::Fn(function) => {
                self.functions.entry(name.clone()).or_default().extend(start(&function.function));
            }
            Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) if callee.is_ident_ref_to(self.for_await) => {
                self.loops.insert(name.clone());
            }
            _ => {}
        }
    }

    fn driven(&mut self, expr: &Expr) {
        match expr {
            Expr::Ident(name) => {
                self.names.insert(name.sym.clone(), self.around);
            }
            Expr::Fn(function) => self.bodies.extend(start(&function.function).map(|start| (start, self.around))),
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

    fn visit_function(&mut self, function: &Function) {
        let around = std::mem::replace(&mut self.around, start(function));
        function.visit_children_with(self);
        self.around = around;
    }

    fn visit_arrow_expr(&mut self, arrow: &ArrowExpr) {
        let around = self.around.replace(range(arrow.body.span()).start);
        arrow.visit_children_with(self);
        self.around = around;
    }

    fn visit_fn_decl(&mut self, declaration: &FnDecl) {
        declaration.visit_children_with(self);
        self.functions.entry(declaration.ident.sym.clone()).or_default().extend(start(&declaration.function));
    }

    fn visit_var_declarator(&mut self, declarator: &VarDeclarator) {
        declarator.visit_children_with(self);
        if let (Pat::Ident(name), Some(value)) = (&declarator.name, &declarator.init) {
            self.holds(&name.sym, value);
        }
    }

    fn visit_assign_expr(&mut self, assign: &AssignExpr) {
        assign.visit_children_with(self);
        if let AssignTarget::Simple(SimpleAssignTarget::Ident(name)) = &assign.left {
            self.holds(&name.sym, &assign.right);
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
    }
}
