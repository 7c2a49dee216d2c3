//! Declarations -> hoisted locals and assignments, so that no statement which suspends declares anything: what it
//! declares must outlive the step of the machine that runs it.
//!
//! ```js
//! function* g() { for (let i = 0; i < 3; i++) { const x = yield i; log(x); } }
//! // becomes, with the locals i and x:
//! function* g() { for (i = 0; i < 3; i++) { x = yield i; log(x); } }
//! ```
//!
//! What comes out is a generator function which means the same, given the locals. In four steps: `resolve` ties mentions
//! to bindings, `plan` decides what each binding becomes, `declarations` turns declarations into assignments, statement
//! by statement, `references` rewrites the mentions, closures and all.
//!
//! Why not simpler: a name may be dead (TDZ), constant, captured in each iteration anew, shadowed within a statement or
//! by a closure's own; and functions in blocks are two bindings in sloppy code.
//!
//! A `catch` parameter of a statement that suspends stays where it is, as an identifier which nothing else in the
//! function is called: `build` makes a local of it. Patterns that suspend stay patterns, of assignments.

mod bindings;
mod classes;
mod closures;
mod declarations;
mod loops;
mod plan;
mod references;
mod resolve;
mod var_names;

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;
use unawait_runtime::Helper;

use crate::names::Names;
pub(crate) use closures::{is_anonymous_function, named};
use declarations::Declarations;
use plan::Plan;
use references::References;
pub(crate) use references::holds_call;
pub(crate) use var_names::bound_names;

/// What a generator function's body declared.
#[derive(Debug, Default)]
pub(crate) struct Hoisted {
    /// `"use strict"` and the like.
    pub directives: Vec<Stmt>,
    /// Function declarations of the body's top level: they stay the wrapper's.
    pub functions: Vec<Stmt>,
    /// Everything else, in the order of the source.
    pub locals: Vec<Ident>,
}

/// Hoists what `function`, a generator function in code that is `strict` or not, declares; its body keeps the rest.
/// `helper` is asked what a helper is called.
pub(crate) fn hoist(
    function: &mut Function,
    strict: bool,
    names: &mut Names,
    helper: &mut dyn FnMut(Helper) -> Ident,
) -> Hoisted {
    let plan = Plan::new(resolve::resolve(function, strict), names);
    let mut hoisted = Hoisted::default();
    let Some(body) = &mut function.body else { return hoisted };
    let statements = std::mem::take(&mut body.stmts);
    let directives = statements.iter().take_while(|statement| is_directive(statement)).count();
    let mut statements = statements.into_iter();
    hoisted.directives.extend(statements.by_ref().take(directives));
    let mut rest = Vec::new();
    for mut statement in statements {
        match var_names::function_of_mut(&mut statement) {
            Some(function) => hoisted.functions.push(Stmt::Decl(Decl::Fn(std::mem::replace(function, nothing())))),
            None => rest.push(statement),
        }
    }

    let mut declarations = Declarations { plan: &plan, names, helper, temps: Vec::new() };
    body.stmts = declarations.block(rest);
    let mut temps = declarations.temps;

    let mut references = References { plan: &plan, names, helper, temps: Vec::new(), closure: None };
    function.visit_mut_children_with(&mut references);
    references.within_closure(|references| hoisted.functions.visit_mut_with(references));
    temps.append(&mut references.temps);

    hoisted.locals = plan.locals;
    hoisted.locals.append(&mut temps);
    hoisted
}

fn nothing() -> FnDecl {
    FnDecl { ident: Ident::default(), declare: false, function: Box::default() }
}

fn is_directive(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Expr(ExprStmt { expr, .. }) if matches!(**expr, Expr::Lit(Lit::Str(_))))
}

#[cfg(test)]
mod tests;
