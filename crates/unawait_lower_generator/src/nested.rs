//! Generator functions within a lowered one: the same, in the tree.

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};
use unawait_runtime::Helper;

use crate::hoist::holds_call;
use crate::leaks::{in_cases, kept_in, mark_first};
use crate::make;
use crate::mentions::mentions;
use crate::outermost::plain_key;
use crate::wrapper::Objects;
use crate::{Lowering, is_lowered};

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

    /// The generator functions that a list of statements declares are marked before its first statement runs.
    fn list(&mut self, statements: &mut Vec<Stmt>) {
        let mut marks = Vec::new();
        for statement in statements.iter_mut() {
            if let Stmt::Decl(Decl::Fn(declaration)) = statement
                && is_lowered(&declaration.function)
            {
                let mut objects = self.lowering.objects(&declaration.function, Some(&declaration.ident));
                if let Objects::Program(Some(name)) = &mut objects {
                    let mark = Box::new(Expr::Ident(self.lowering.helper(Helper::GeneratorFunction)));
                    let call = make::call(mark, vec![Box::new(Expr::Ident(name.clone()))]);
                    marks.push(match self.lowering.kept(&declaration.function, name) {
                        Some((kind, kept)) => {
                            *name = kept.clone();
                            make::declares(kind, kept, call)
                        }
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
                    let objects = self.lowering.objects(&declaration.function, Some(&declaration.ident));
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
                let leaking = self.lowering.leaking(in_cases(switch));
                let names = self.lowering.marked_in(in_cases(switch));
                if !names.is_empty() {
                    let mark = Box::new(Expr::Ident(self.lowering.helper(Helper::GeneratorFunction)));
                    let call = |name: Ident| make::call(mark.clone(), vec![Box::new(Expr::Ident(name))]);
                    mark_first(switch, names.into_iter().map(call).collect());
                }
                if mentions(&switch.discriminant, &leaking) { Vec::new() } else { leaking }
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
        let mut objects = self.lowering.objects(&function.function, function.ident.as_ref());
        if matches!(objects, Objects::Program(None)) && self.lowering.has_dynamic_name(&function.function) {
            return self.lower(&mut function.function, objects);
        }
        let mut arguments = Vec::new();
        if let Objects::Program(name @ None) = &mut objects
            && !self.lowering.needs_name(function)
        {
            let own = self.lowering.names().local("g");
            arguments.push(self.lowering.name_expression(&function.function));
            function.ident = Some(own.clone());
            *name = Some(own);
        }
        let is_driven = matches!(objects, Objects::Driven);
        self.lower(&mut function.function, objects);
        if !is_driven {
            let mark = Box::new(Expr::Ident(self.lowering.helper(Helper::GeneratorFunction)));
            arguments.insert(0, Box::new(std::mem::take(expr)));
            *expr = *make::call(mark, arguments);
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
