//! What lists of statements declare, before anything in them is walked.

use swc_atoms::Atom;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;

use super::super::bindings::*;
use super::super::var_names::{bound_names, function_of_mut};
use super::Resolver;

impl Resolver {
    /// The body of a function, or, without a scope, of a function within.
    pub(super) fn top_level(&mut self, statements: &mut [Stmt], scope: Option<ScopeId>) {
        self.declare_names(statements, scope);
        self.declared_functions(statements, scope);
        for statement in statements {
            statement.visit_mut_with(self);
        }
    }

    pub(super) fn declare_names(&mut self, statements: &mut [Stmt], scope: Option<ScopeId>) {
        for statement in statements {
            match statement {
                Stmt::Decl(Decl::Var(list)) if list.kind != VarDeclKind::Var => {
                    self.declare_list(list, scope);
                }
                Stmt::Decl(Decl::Class(class)) => self.bind(class.ident.sym.clone(), Kind::Class, scope),
                statement => {
                    if let Some(function) = function_of_mut(statement) {
                        self.declare_function(&function.ident, scope);
                    }
                }
            }
        }
    }

    /// `let` or `const`.
    pub(super) fn declare_list(&mut self, list: &VarDecl, scope: Option<ScopeId>) {
        let kind = if list.kind == VarDeclKind::Let { Kind::Let } else { Kind::Const };
        for name in bound_names(&list.decls) {
            self.bind(name, kind, scope);
        }
    }

    pub(super) fn bind(&mut self, name: Atom, kind: Kind, scope: Option<ScopeId>) {
        match scope {
            Some(scope) => {
                self.declare(name, kind, scope);
            }
            None => self.mean(name, None),
        }
    }

    fn declare_function(&mut self, ident: &Ident, scope: Option<ScopeId>) {
        let Some(scope) = scope else { return self.mean(ident.sym.clone(), None) };
        let twice = self.names.get(&ident.sym).and_then(|meanings| meanings.last()?.binding);
        let twice = twice.filter(|id| self.bindings[*id].scope == scope);
        let id = match twice {
            // A function takes the place of a `var`, a parameter or another function.
            Some(id) => {
                if self.bindings[id].kind == Kind::Var {
                    self.bindings[id].kind = Kind::Function;
                }
                id
            }
            None => self.declare(ident.sym.clone(), Kind::Function, scope),
        };
        if self.annex_b.contains(&ident.span.lo) {
            let meanings = self.names.get(&ident.sym).into_iter().flatten();
            let mut ids = meanings.filter_map(|meaning| meaning.binding);
            self.bindings[id].annex_b = ids.find(|id| self.bindings[*id].scope.0 == 0);
        }
    }

    /// Walks the functions that a list declares: they are made when its scope is entered.
    pub(super) fn declared_functions(&mut self, statements: &mut [Stmt], scope: Option<ScopeId>) {
        for function in statements.iter_mut().filter_map(function_of_mut) {
            self.initialise(&mut function.ident);
            let id = scope.and(tagged(&function.ident)).map(|(id, _)| id);
            // A mention of the `var` may call its function, too.
            let Some(id) = id.filter(|id| self.bindings[*id].annex_b.is_none()) else {
                function.function.visit_mut_with(self);
                continue;
            };
            self.held.entry(id).or_default();
            let around = self.holder.replace(id);
            function.function.visit_mut_with(self);
            self.holder = around;
        }
    }
}
