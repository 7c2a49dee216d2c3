//! What no machine is made of.
//!
//! Classes of which a key or decorator suspends and one of these mentions a private name of the class:
//!
//! ```js
//! class C { #mark; static [yield value => #mark in value]() {} }
//! ```
//!
//! What suspends there is evaluated before their class (`hoist/classes.rs`), where there are none of its private names.
//! <https://tc39.es/ecma262/#sec-runtime-semantics-classdefinitionevaluation>, step 6.
//!
//! What nests deeper than any program that an engine would take: every level looks into those within it, so the work grows
//! with the square of their number.

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_syntax::Diagnostic;
use unawait_syntax::tree::range;

use crate::decorators;
use crate::lowering::is_lowered;
use crate::suspends::suspends;

/// How many statements and expressions may stand around a `yield` in its function.
const MOST_LEVELS: usize = 2000;
/// How many generator functions may stand one in the other.
const MOST_FUNCTIONS: usize = 1000;

/// An error for each of these.
pub(crate) fn check(program: &Program) -> Vec<Diagnostic> {
    let mut find = Find { in_machine: false, levels: 0, functions: 0, errors: Vec::new() };
    program.visit_with(&mut find);
    find.errors
}

struct Find {
    in_machine: bool,
    /// What stands around the place at hand.
    levels: usize,
    functions: usize,
    errors: Vec<Diagnostic>,
}

impl Find {
    /// Says once that there are more than `most` of `what` around.
    fn too_deep(&mut self, most: usize, what: &str, span: Span) {
        if self.errors.iter().all(|error| error.code != "too-deep") {
            let message =
                format!("more than {most} {what} stand around this one, which is too many for a state machine");
            let help = "move some of it into a function of its own, or lower to generators";
            self.errors.push(Diagnostic::error("too-deep", message, range(span)).with_help(help));
        }
    }
}

impl Visit for Find {
    noop_visit_type!();

    fn visit_function(&mut self, function: &Function) {
        let outer = (std::mem::replace(&mut self.in_machine, is_lowered(function)), std::mem::take(&mut self.levels));
        self.functions += usize::from(self.in_machine);
        if self.functions > MOST_FUNCTIONS {
            self.too_deep(MOST_FUNCTIONS, "generator functions", function.span);
        }
        function.visit_children_with(self);
        self.functions -= usize::from(self.in_machine);
        (self.in_machine, self.levels) = outer;
    }

    fn visit_yield_expr(&mut self, expr: &YieldExpr) {
        if self.in_machine && self.levels > MOST_LEVELS {
            self.too_deep(MOST_LEVELS, "statements and expressions", expr.span);
        }
        expr.visit_children_with(self);
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        self.levels += 1;
        statement.visit_children_with(self);
        self.levels -= 1;
    }

    fn visit_class(&mut self, class: &Class) {
        // A `yield` is of the generator that the class stands in.
        if self.in_machine && suspends(class) {
            let mut mentions = Mentions { names: private_names(class), found: None };
            class.body.iter().filter_map(computed_key).for_each(|key| key.visit_with(&mut mentions));
            let decorators = class.body.iter().flat_map(decorators::of_member);
            decorators.for_each(|decorator| decorator.visit_with(&mut mentions));
            self.errors.extend(mentions.found);
        }
        class.visit_children_with(self);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        self.levels += 1;
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
        self.levels -= 1;
    }
}

fn error(mention: &PrivateName) -> Diagnostic {
    let message = format!("'#{}' is mentioned in a key or decorator of its class, of which one suspends", mention.name);
    let help = "evaluate what suspends before the class, into variables, or lower to generators";
    Diagnostic::error("private-name-in-key", message, range(mention.span)).with_help(help)
}

fn computed_key(member: &ClassMember) -> Option<&PropName> {
    let key = match member {
        ClassMember::Method(method) => &method.key,
        ClassMember::ClassProp(property) => &property.key,
        ClassMember::AutoAccessor(AutoAccessor { key: Key::Public(key), .. }) => key,
        _ => return None,
    };
    key.is_computed().then_some(key)
}

fn private_names(class: &Class) -> Vec<Atom> {
    let name = |member: &ClassMember| match member {
        ClassMember::PrivateMethod(method) => Some(method.key.name.clone()),
        ClassMember::PrivateProp(property) => Some(property.key.name.clone()),
        ClassMember::AutoAccessor(AutoAccessor { key: Key::Private(key), .. }) => Some(key.name.clone()),
        _ => None,
    };
    class.body.iter().filter_map(name).collect()
}

/// The first mention of one of the names.
struct Mentions {
    names: Vec<Atom>,
    found: Option<Diagnostic>,
}

impl Visit for Mentions {
    noop_visit_type!();

    fn visit_private_name(&mut self, name: &PrivateName) {
        if self.found.is_none() && self.names.contains(&name.name) {
            self.found = Some(error(name));
        }
    }

    // A class within may have names of its own that are the same; its heritage is not in their scope.
    fn visit_class(&mut self, class: &Class) {
        class.super_class.visit_with(self);
        let own = private_names(class);
        let left = self.names.iter().filter(|name| !own.contains(name)).cloned().collect();
        let outer = std::mem::replace(&mut self.names, left);
        class.body.visit_with(self);
        self.names = outer;
    }

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
    }
}
