//! *Suspends*: contains a `yield` of this function. The one predicate that decides what is taken apart; whatever does
//! not suspend is copied whole.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use crate::decorators;

pub struct Find(bool);

/// Whether `node` holds a `yield` outside of the functions within it.
pub fn suspends<N: VisitWith<Find>>(node: &N) -> bool {
    let mut find = Find(false);
    node.visit_with(&mut find);
    find.0
}

impl Visit for Find {
    noop_visit_type!();

    fn visit_yield_expr(&mut self, _: &YieldExpr) {
        self.0 = true;
    }

    // Keys, heritage and decorators of what has functions in it belong to this function; parameters and bodies do not.
    fn visit_function(&mut self, _: &Function) {}

    fn visit_class_member(&mut self, member: &ClassMember) {
        decorators::of_member(member).into_iter().for_each(|decorator| decorator.visit_with(self));
        member.visit_children_with(self);
    }

    fn visit_arrow_expr(&mut self, _: &ArrowExpr) {}

    fn visit_constructor(&mut self, _: &Constructor) {}

    fn visit_getter_prop(&mut self, getter: &GetterProp) {
        getter.key.visit_with(self);
    }

    fn visit_setter_prop(&mut self, setter: &SetterProp) {
        setter.key.visit_with(self);
    }

    fn visit_class_prop(&mut self, property: &ClassProp) {
        property.key.visit_with(self);
    }

    fn visit_private_prop(&mut self, _: &PrivateProp) {}

    fn visit_auto_accessor(&mut self, accessor: &AutoAccessor) {
        accessor.key.visit_with(self);
    }

    fn visit_static_block(&mut self, _: &StaticBlock) {}

    // A body as long as a file is walked once for each level of nesting, so stop as early as can be.
    fn visit_stmt(&mut self, statement: &Stmt) {
        if !self.0 {
            statement.visit_children_with(self);
        }
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if !self.0 {
            stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
        }
    }
}
