//! Declarations -> hoisted locals and assignments, so that no statement which suspends declares anything: what it
//! declares must outlive the step of the machine that runs it.
//!
//! ```js
//! function* g() { for (let i = 0; i < 3; i++) { const x = yield i; log(x); } }
//! // becomes, with the locals i and x:
//! function* g() { for (i = 0; i < 3; i++) { x = yield i; log(x); } }
//! ```
//!
//! What comes out is a generator function which means the same, given the locals. A `catch` parameter of a statement
//! that suspends stays where it is, as an identifier which nothing else in the function is called: `build` makes a
//! local of it.

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use crate::make;
use crate::names::Names;

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

/// Hoists what `function`, a generator function, declares; its body keeps the rest.
pub(crate) fn hoist(function: &mut Function, _names: &mut Names) -> Hoisted {
    let mut hoisted = Hoisted::default();
    let Some(body) = &mut function.body else { return hoisted };
    for statement in std::mem::take(&mut body.stmts) {
        match statement {
            Stmt::Expr(ExprStmt { expr, .. }) if body.stmts.is_empty() && is_string(&expr) => {
                hoisted.directives.push(make::statement(expr));
            }
            Stmt::Decl(Decl::Fn(_)) => hoisted.functions.push(statement),
            other => body.stmts.push(other),
        }
    }
    let mut declarations = Declarations { locals: Vec::new() };
    body.visit_mut_with(&mut declarations);
    hoisted.locals = declarations.locals;
    hoisted
}

fn is_string(expr: &Expr) -> bool {
    matches!(expr, Expr::Lit(Lit::Str(_)))
}

struct Declarations {
    locals: Vec<Ident>,
}

impl Declarations {
    fn local(&mut self, name: &BindingIdent) {
        if self.locals.iter().all(|local| local.sym != name.id.sym) {
            self.locals.push(name.id.clone());
        }
    }
}

impl VisitMut for Declarations {
    noop_visit_mut_type!();

    fn visit_mut_function(&mut self, _: &mut Function) {}
    fn visit_mut_arrow_expr(&mut self, _: &mut ArrowExpr) {}

    fn visit_mut_stmt(&mut self, statement: &mut Stmt) {
        statement.visit_mut_children_with(self);
        if let Stmt::Decl(Decl::Var(list)) = statement {
            let mut exprs = Vec::new();
            for declarator in std::mem::take(&mut list.decls) {
                let Pat::Ident(name) = declarator.name else { continue };
                self.local(&name);
                exprs.extend(declarator.init.map(|init| make::assign(name.id, init)));
            }
            *statement = match exprs.len() {
                0 => Stmt::Empty(EmptyStmt { span: list.span }),
                1 => make::statement(exprs.remove(0)),
                _ => make::statement(make::comma(exprs)),
            };
        }
    }

    fn visit_mut_for_head(&mut self, head: &mut ForHead) {
        head.visit_mut_children_with(self);
        if let ForHead::VarDecl(list) = head
            && let Some(VarDeclarator { name: Pat::Ident(name), .. }) = list.decls.first()
        {
            self.local(name);
            *head = ForHead::Pat(Box::new(Pat::Ident(name.clone())));
        }
    }

    fn visit_mut_var_decl_or_expr(&mut self, init: &mut VarDeclOrExpr) {
        init.visit_mut_children_with(self);
        if let VarDeclOrExpr::VarDecl(list) = init {
            let mut exprs = Vec::new();
            for declarator in std::mem::take(&mut list.decls) {
                let Pat::Ident(name) = declarator.name else { continue };
                self.local(&name);
                let value = declarator.init.unwrap_or_else(make::undefined);
                exprs.push(make::assign(name.id, value));
            }
            *init = VarDeclOrExpr::Expr(if exprs.len() == 1 { exprs.remove(0) } else { make::comma(exprs) });
        }
    }
}
