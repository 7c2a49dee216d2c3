//! The walk: which scopes statements open, and in which order what they hold is evaluated.

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use super::super::bindings::*;
use super::super::var_names::{bound_names, function_of};
use super::{Resolver, is_lexical};
use crate::make;

impl VisitMut for Resolver {
    noop_visit_mut_type!();

    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        self.mention(ident);
    }

    // Labels are no names.
    fn visit_mut_labeled_stmt(&mut self, statement: &mut LabeledStmt) {
        let label = Some(statement.label.sym.clone());
        self.target(label, false, |resolver| statement.body.visit_mut_with(resolver));
    }

    fn visit_mut_break_stmt(&mut self, statement: &mut BreakStmt) {
        self.break_or_continue(statement.label.as_ref().map(|label| &label.sym), false);
    }

    fn visit_mut_continue_stmt(&mut self, statement: &mut ContinueStmt) {
        self.break_or_continue(statement.label.as_ref().map(|label| &label.sym), true);
    }

    fn visit_mut_return_stmt(&mut self, statement: &mut ReturnStmt) {
        statement.visit_mut_children_with(self);
        self.exit(0);
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_mut_children_with(self));
    }

    fn visit_mut_stmt(&mut self, statement: &mut Stmt) {
        // The function has been walked when its scope was entered.
        if function_of(statement).is_none() {
            stacker::maybe_grow(64 * 1024, 1024 * 1024, || statement.visit_mut_children_with(self));
        }
    }

    fn visit_mut_yield_expr(&mut self, expr: &mut YieldExpr) {
        expr.visit_mut_children_with(self);
        if self.depth == 0 {
            self.suspend();
        }
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        let body = function.body.as_mut().map(|body| &mut body.stmts[..]);
        self.function(&mut function.params, body, false);
    }

    // Its decorators are the class's.
    fn visit_mut_param(&mut self, param: &mut Param) {
        param.pat.visit_mut_with(self);
    }

    fn visit_mut_fn_expr(&mut self, function: &mut FnExpr) {
        self.within(|resolver| {
            if let Some(name) = &function.ident {
                resolver.mean(name.sym.clone(), None);
            }
            function.function.visit_mut_with(resolver);
        });
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        match &mut *arrow.body {
            ArrowFunctionBody::FunctionBody(body) => self.function(&mut arrow.params, Some(&mut body.stmts), true),
            ArrowFunctionBody::Expr(expr) => {
                self.depth += 1;
                self.within(|resolver| {
                    for name in bound_names(&arrow.params) {
                        resolver.mean(name, None);
                    }
                    arrow.params.visit_mut_with(resolver);
                    expr.visit_mut_with(resolver);
                });
                self.depth -= 1;
            }
        }
    }

    fn visit_mut_class_expr(&mut self, class: &mut ClassExpr) {
        let id = self.class(&mut class.class, class.ident.as_ref());
        if let (Some(ident), Some(id)) = (&mut class.ident, id) {
            tag(ident, id, Role::Initialise);
        }
    }

    fn visit_mut_class_decl(&mut self, class: &mut ClassDecl) {
        let inner = self.class(&mut class.class, Some(&class.ident));
        self.initialise(&mut class.ident);
        if let (Some((id, _)), Some(inner)) = (tagged(&class.ident), inner) {
            self.bindings.class_names.insert(id, inner);
        }
    }

    fn visit_mut_var_decl(&mut self, list: &mut VarDecl) {
        let lexical = list.kind != VarDeclKind::Var;
        for declarator in &mut list.decls {
            // A function does not run where it stands.
            let later = lexical && declarator.name.is_ident() && declarator.init.as_deref().is_some_and(is_function);
            if later {
                self.bind_pattern(&mut declarator.name, lexical);
            }
            declarator.init.visit_mut_with(self);
            if !later {
                self.bind_pattern(&mut declarator.name, lexical);
            }
        }
    }

    fn visit_mut_block_stmt(&mut self, block: &mut BlockStmt) {
        let scope = self.own_scope();
        self.within_scope(scope, |resolver| resolver.top_level(&mut block.stmts, scope));
    }

    fn visit_mut_if_stmt(&mut self, statement: &mut IfStmt) {
        // `if (a) function f() {}` means a block:
        // https://tc39.es/ecma262/#sec-functiondeclarations-in-ifstatement-statement-clauses
        for branch in std::iter::once(&mut statement.cons).chain(&mut statement.alt) {
            if branch.is_decl() {
                let function = std::mem::take(&mut **branch);
                **branch = Stmt::Block(make::block(vec![function]));
            }
        }
        statement.visit_mut_children_with(self);
    }

    fn visit_mut_while_stmt(&mut self, statement: &mut WhileStmt) {
        self.repeated(|resolver| statement.visit_mut_children_with(resolver));
    }

    fn visit_mut_do_while_stmt(&mut self, statement: &mut DoWhileStmt) {
        self.repeated(|resolver| statement.visit_mut_children_with(resolver));
    }

    fn visit_mut_for_stmt(&mut self, statement: &mut ForStmt) {
        let is_lexical = matches!(&statement.init, Some(VarDeclOrExpr::VarDecl(list)) if list.kind != VarDeclKind::Var);
        let scope = if is_lexical { self.own_scope() } else { None };
        self.within_scope(scope, |resolver| {
            if let (true, Some(VarDeclOrExpr::VarDecl(list))) = (is_lexical, &statement.init) {
                resolver.declare_list(list, scope);
                if let (Some(scope), VarDeclKind::Let) = (scope, list.kind) {
                    resolver.bindings[scope].in_loop = true;
                }
            }
            statement.init.visit_mut_with(resolver);
            resolver.repeated(|resolver| {
                statement.test.visit_mut_with(resolver);
                statement.body.visit_mut_with(resolver);
                statement.update.visit_mut_with(resolver);
            });
        });
    }

    fn visit_mut_for_in_stmt(&mut self, statement: &mut ForInStmt) {
        self.for_each(&mut statement.left, &mut statement.right, &mut statement.body, false);
    }

    fn visit_mut_for_of_stmt(&mut self, statement: &mut ForOfStmt) {
        self.for_each(&mut statement.left, &mut statement.right, &mut statement.body, true);
    }

    fn visit_mut_switch_stmt(&mut self, statement: &mut SwitchStmt) {
        statement.discriminant.visit_mut_with(self);
        let scope = self.own_scope();
        let first = self.bindings.bindings.len();
        self.within_scope(scope, |resolver| {
            for case in &mut statement.cases {
                resolver.declare_names(&mut case.cons, scope);
            }
            let last = resolver.bindings.bindings.len();
            for case in &mut statement.cases {
                resolver.declared_functions(&mut case.cons, scope);
            }
            if let Some(scope) = scope {
                resolver.bindings[scope].is_switch = true;
            }
            for case in &mut statement.cases {
                case.test.visit_mut_with(resolver);
                resolver.target(None, false, |resolver| {
                    for statement in &mut case.cons {
                        statement.visit_mut_with(resolver);
                    }
                });
                // The next case may be jumped to.
                let own = resolver.bindings.bindings[first..last].iter_mut();
                own.filter(|binding| is_lexical(binding.kind)).for_each(|binding| binding.live = false);
            }
        });
    }

    fn visit_mut_try_stmt(&mut self, statement: &mut TryStmt) {
        let whole = self.own_scope();
        let caught = self.own_scope();
        self.within_scope(whole, |resolver| {
            let has_finalizer = statement.finalizer.is_some();
            let mut walk = |resolver: &mut Self| {
                statement.block.visit_mut_with(resolver);
                if let Some(clause) = &mut statement.handler {
                    resolver.within_scope(caught, |resolver| resolver.catch(clause, caught));
                }
                statement.finalizer.visit_mut_with(resolver);
            };
            if has_finalizer { resolver.crossing(walk) } else { walk(resolver) }
        });
        if let (Some(whole), Some(caught)) = (whole, caught) {
            self.bindings[caught].suspends |= self.bindings[whole].suspends;
        }
    }

    fn visit_mut_with_stmt(&mut self, statement: &mut WithStmt) {
        statement.obj.visit_mut_with(self);
        self.withs += 1;
        statement.body.visit_mut_with(self);
        self.withs -= 1;
    }
}

impl Resolver {
    fn repeated(&mut self, walk: impl FnOnce(&mut Self)) {
        self.loops += 1;
        self.target(None, true, walk);
        self.loops -= 1;
    }

    fn for_each(&mut self, left: &mut ForHead, right: &mut Box<Expr>, body: &mut Stmt, closes: bool) {
        match left {
            ForHead::VarDecl(list) if list.kind != VarDeclKind::Var => {
                // The names are dead where the right side is evaluated, in a scope of its own:
                // https://tc39.es/ecma262/#sec-runtime-semantics-forinofheadevaluation
                let dead = self.own_scope();
                self.within_scope(dead, |resolver| {
                    for name in bound_names(&list.decls) {
                        resolver.bind(name, Kind::Dead, dead);
                    }
                    right.visit_mut_with(resolver);
                });
                let mut own = None;
                self.repeated(|resolver| {
                    own = resolver.own_scope();
                    resolver.within_scope(own, |resolver| {
                        resolver.declare_list(list, own);
                        list.visit_mut_with(resolver);
                        resolver.left(body, closes);
                    });
                });
                if let (Some(dead), Some(own)) = (dead, own) {
                    self.bindings[dead].suspends |= self.bindings[own].suspends;
                }
            }
            ForHead::VarDecl(list) => {
                // `for (var x = 1 in y)`
                for declarator in &mut list.decls {
                    declarator.init.visit_mut_with(self);
                }
                right.visit_mut_with(self);
                self.repeated(|resolver| {
                    for declarator in &mut list.decls {
                        resolver.bind_pattern(&mut declarator.name, false);
                    }
                    resolver.left(body, closes);
                });
            }
            other => {
                right.visit_mut_with(self);
                self.repeated(|resolver| {
                    other.visit_mut_with(resolver);
                    resolver.left(body, closes);
                });
            }
        }
    }

    /// The body of a loop, which may close an iterator when it is left.
    fn left(&mut self, body: &mut Stmt, closes: bool) {
        // What a `break` of the loop itself does is the loop's.
        let mut walk = |resolver: &mut Self| resolver.target(None, true, |resolver| body.visit_mut_with(resolver));
        if closes { self.crossing(walk) } else { walk(self) }
    }

    fn catch(&mut self, clause: &mut CatchClause, scope: Option<ScopeId>) {
        if let Some(pattern) = &mut clause.param {
            let first = self.bindings.bindings.len();
            for name in bound_names(pattern) {
                self.bind(name, Kind::Caught, scope);
            }
            self.bindings.bindings[first..].iter_mut().for_each(|binding| binding.live = false);
            self.bind_pattern(pattern, true);
        }
        clause.body.visit_mut_with(self);
    }

    /// Walks a pattern that declares: each name from where its value is known.
    fn bind_pattern(&mut self, pattern: &mut Pat, lexical: bool) {
        match pattern {
            Pat::Ident(name) if lexical => self.initialise(&mut name.id),
            Pat::Ident(name) => self.mention(&mut name.id),
            Pat::Array(array) => {
                for element in array.elems.iter_mut().flatten() {
                    self.bind_pattern(element, lexical);
                }
            }
            Pat::Rest(rest) => self.bind_pattern(&mut rest.arg, lexical),
            Pat::Assign(assign) => {
                assign.right.visit_mut_with(self);
                self.bind_pattern(&mut assign.left, lexical);
            }
            Pat::Object(object) => {
                for property in &mut object.props {
                    match property {
                        ObjectPatProp::KeyValue(property) => {
                            property.key.visit_mut_with(self);
                            self.bind_pattern(&mut property.value, lexical);
                        }
                        ObjectPatProp::Assign(property) => {
                            property.value.visit_mut_with(self);
                            if lexical {
                                self.initialise(&mut property.key.id);
                            } else {
                                self.mention(&mut property.key.id);
                            }
                        }
                        ObjectPatProp::Rest(rest) => self.bind_pattern(&mut rest.arg, lexical),
                    }
                }
            }
            other => other.visit_mut_children_with(self),
        }
    }
}

fn is_function(expr: &Expr) -> bool {
    match expr {
        Expr::Arrow(_) | Expr::Fn(_) => true,
        Expr::Paren(paren) => is_function(&paren.expr),
        _ => false,
    }
}
