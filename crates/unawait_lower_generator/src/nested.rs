//! Generator functions within a lowered one: the same, in the tree.

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};
use unawait_runtime::Helper;

use crate::forms::{DeclarationMark, ExpressionMark, plain_key};
use crate::hoist::holds_call;
use crate::leaks::{kept_in, mark_first};
use crate::lowering::{Lowering, is_lowered};
use crate::make;
use crate::wrapper::Objects;

pub(crate) struct Nested<'l, 'a, 's> {
    pub lowering: &'l mut Lowering<'a, 's>,
}

impl Nested<'_, '_, '_> {
    /// Lowers what is in a function that has been lowered itself.
    pub fn visit(&mut self, function: &mut Function) {
        if let Some(body) = &mut function.body {
            body.visit_mut_with(self);
        }
    }

    fn lower(&mut self, function: &mut Function, objects: Objects) {
        self.lowering.wrap(function, objects);
        function.visit_mut_children_with(self);
    }

    /// `mark(arguments)`
    fn mark(&mut self, arguments: Vec<Box<Expr>>) -> Box<Expr> {
        make::call(Box::new(Expr::Ident(self.lowering.helper(Helper::GeneratorFunction))), arguments)
    }

    /// The generator functions that a list of statements declares are marked before its first statement runs.
    fn list(&mut self, statements: &mut Vec<Stmt>) {
        let mut marks = Vec::new();
        for statement in statements.iter_mut() {
            if let Stmt::Decl(Decl::Fn(declaration)) = statement
                && is_lowered(&declaration.function)
            {
                let (objects, mark) = self.lowering.declaration(&declaration.function, &declaration.ident);
                if let Some(DeclarationMark { declared, kept }) = mark {
                    let call = self.mark(vec![Box::new(Expr::Ident(declared))]);
                    marks.push(match kept {
                        Some((kind, kept)) => make::declares(kind, kept, call),
                        None => make::statement(call),
                    });
                }
                self.lower(&mut declaration.function, objects);
            } else {
                statement.visit_mut_with(self);
            }
        }
        if !marks.is_empty() {
            let is_directive = |statement: &&Stmt| matches!(statement, Stmt::Expr(ExprStmt { expr, .. }) if matches!(**expr, Expr::Lit(Lit::Str(_))));
            let start = statements.iter().take_while(is_directive).count();
            statements.splice(start..start, marks);
        }
    }
}

impl VisitMut for Nested<'_, '_, '_> {
    noop_visit_mut_type!();

    // What these declare is marked by the `switch`.
    fn visit_mut_switch_case(&mut self, case: &mut SwitchCase) {
        case.test.visit_mut_with(self);
        for statement in &mut case.cons {
            match statement {
                Stmt::Decl(Decl::Fn(declaration)) if is_lowered(&declaration.function) => {
                    let (objects, _) = self.lowering.declaration(&declaration.function, &declaration.ident);
                    self.lower(&mut declaration.function, objects);
                }
                other => other.visit_mut_with(self),
            }
        }
    }

    fn visit_mut_stmts(&mut self, statements: &mut Vec<Stmt>) {
        self.list(statements);
    }

    fn visit_mut_stmt(&mut self, statement: &mut Stmt) {
        let leaking = match statement {
            Stmt::Block(block) => self.lowering.leaking(&block.stmts),
            Stmt::Switch(switch) => {
                let leaking = self.lowering.leaking_from(switch);
                let names = self.lowering.marked_in(switch);
                if !names.is_empty() {
                    let marks = names.into_iter().map(|name| self.mark(vec![Box::new(Expr::Ident(name))])).collect();
                    mark_first(switch, marks);
                }
                leaking
            }
            _ => Vec::new(),
        };
        statement.visit_mut_children_with(self);
        if !leaking.is_empty() {
            *statement = kept_in(leaking, std::mem::take(statement));
        }
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        let Expr::Fn(function) = expr else {
            return stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_mut_children_with(self));
        };
        if !is_lowered(&function.function) {
            return function.visit_mut_children_with(self);
        }
        let (objects, mark) = self.lowering.expression(&function.function, function.ident.as_ref());
        let mut told = None;
        if let Some(ExpressionMark { own: Some(own) }) = &mark {
            told = Some(self.lowering.name_expression(&function.function));
            function.ident = Some(own.clone());
        }
        self.lower(&mut function.function, objects);
        if mark.is_some() {
            let marked = Box::new(std::mem::take(expr));
            *expr = *self.mark(std::iter::once(marked).chain(told).collect());
        }
    }

    fn visit_mut_new_expr(&mut self, new: &mut NewExpr) {
        new.visit_mut_children_with(self);
        if holds_call(&new.callee) {
            let callee = std::mem::replace(&mut new.callee, make::number(0));
            new.callee = make::paren(callee);
        }
    }

    fn visit_mut_prop(&mut self, property: &mut Prop) {
        if let Prop::Method(method) = property
            && is_lowered(&method.function)
            && plain_key(method).is_some()
        {
            let function = std::mem::take(&mut method.function);
            let value = Box::new(Expr::Fn(FnExpr { ident: None, function }));
            *property = Prop::KeyValue(KeyValueProp { key: method.key.clone(), value });
        }
        property.visit_mut_children_with(self);
    }

    fn visit_mut_method_prop(&mut self, method: &mut MethodProp) {
        method.key.visit_mut_with(self);
        if is_lowered(&method.function) {
            self.lower(&mut method.function, Objects::Program(None));
        } else {
            method.function.visit_mut_with(self);
        }
    }

    fn visit_mut_class_method(&mut self, method: &mut ClassMethod) {
        method.key.visit_mut_with(self);
        if is_lowered(&method.function) {
            self.lower(&mut method.function, Objects::Program(None));
        } else {
            method.function.visit_mut_with(self);
        }
    }

    fn visit_mut_private_method(&mut self, method: &mut PrivateMethod) {
        if is_lowered(&method.function) {
            self.lower(&mut method.function, Objects::Program(None));
        } else {
            method.function.visit_mut_with(self);
        }
    }
}
