//! *Suspends*: contains a `yield` of this function. The one predicate that decides which statements and expressions are
//! taken apart; the others are copied whole.
//!
//! Every level of nesting asks it, so each answer is found once, by one walk over the function, and kept by the place of
//! the node in the source. Short nodes, and those that hoisting made, which have no place, are walked, down to nodes whose
//! answer is kept.

use rustc_hash::FxHashMap;
use swc_common::{Span, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use crate::decorators;

/// Which statements, expressions and patterns of one function suspend.
#[derive(Debug, Default)]
pub(crate) struct Suspends {
    /// `None` where nodes of one kind share a place and differ.
    answers: FxHashMap<(Kind, Span), Option<bool>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Statement,
    Expression,
    Pattern,
}

impl Suspends {
    /// The answers for what is in `body`, the statements of a function.
    pub fn of(body: &[Stmt]) -> Self {
        let mut mark = Mark { suspends: Suspends::default(), found: false };
        body.iter().for_each(|statement| statement.visit_with(&mut mark));
        mark.suspends
    }

    /// Whether `node` holds a `yield` outside of the functions within it.
    pub fn holds<N: for<'s> VisitWith<Find<'s>>>(&self, node: &N) -> bool {
        let mut find = Find { suspends: self, found: false };
        node.visit_with(&mut find);
        find.found
    }

    fn note(&mut self, kind: Kind, place: Span, answer: bool) {
        if is_kept(place) {
            let kept = self.answers.entry((kind, place)).or_insert(Some(answer));
            if *kept != Some(answer) {
                *kept = None;
            }
        }
    }

    fn answer(&self, kind: Kind, place: Span) -> Option<bool> {
        if is_kept(place) { self.answers.get(&(kind, place)).copied().flatten() } else { None }
    }
}

/// Whether the answer of a node at `place` is kept: a short one is as quickly walked.
fn is_kept(place: Span) -> bool {
    const SHORT: u32 = 32;
    !place.is_dummy() && place.hi.0.saturating_sub(place.lo.0) > SHORT
}

/// Whether `node` suspends, found by walking it.
pub(crate) fn suspends<N: for<'s> VisitWith<Find<'s>>>(node: &N) -> bool {
    Suspends::default().holds(node)
}

/// The parts of functions, classes and members that belong to the function around them: keys, heritage and decorators do,
/// parameters and bodies do not.
macro_rules! only_own_parts {
    () => {
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
    };
}

/// Looks for a `yield`, with the answers that are known.
pub(crate) struct Find<'s> {
    suspends: &'s Suspends,
    found: bool,
}

impl Find<'_> {
    fn node(&mut self, kind: Kind, place: Span, walk: impl FnOnce(&mut Self)) {
        if self.found {
            return;
        }
        match self.suspends.answer(kind, place) {
            Some(answer) => self.found = answer,
            None => stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk(self)),
        }
    }
}

impl Visit for Find<'_> {
    noop_visit_type!();
    only_own_parts!();

    fn visit_yield_expr(&mut self, _: &YieldExpr) {
        self.found = true;
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        self.node(Kind::Statement, statement.span(), |find| statement.visit_children_with(find));
    }

    fn visit_expr(&mut self, expr: &Expr) {
        if !matches!(expr, Expr::Ident(_) | Expr::Lit(_) | Expr::This(_)) {
            self.node(Kind::Expression, expr.span(), |find| expr.visit_children_with(find));
        }
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        self.node(Kind::Pattern, pattern.span(), |find| pattern.visit_children_with(find));
    }
}

/// Walks a whole function, and notes each answer.
struct Mark {
    suspends: Suspends,
    found: bool,
}

impl Mark {
    fn node(&mut self, kind: Kind, place: Span, walk: impl FnOnce(&mut Self)) {
        let around = std::mem::take(&mut self.found);
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || walk(self));
        self.suspends.note(kind, place, self.found);
        self.found |= around;
    }
}

impl Visit for Mark {
    noop_visit_type!();
    only_own_parts!();

    fn visit_yield_expr(&mut self, expr: &YieldExpr) {
        expr.visit_children_with(self);
        self.found = true;
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        self.node(Kind::Statement, statement.span(), |mark| statement.visit_children_with(mark));
    }

    fn visit_expr(&mut self, expr: &Expr) {
        // These are as quickly walked as looked up.
        if !matches!(expr, Expr::Ident(_) | Expr::Lit(_) | Expr::This(_)) {
            self.node(Kind::Expression, expr.span(), |mark| expr.visit_children_with(mark));
        }
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        self.node(Kind::Pattern, pattern.span(), |mark| pattern.visit_children_with(mark));
    }
}
