//! Classes whose keys, heritage or decorators suspend: these are evaluated before the class, in their order.
//!
//! ```js
//! class C extends (yield a) { [yield b]() {} static [c()] = 1 }
//! // becomes
//! (heritage_1 = (yield a), key_1 = __propertyKey(yield b), key_2 = __propertyKey(c()),
//!   class C extends heritage_1 { [key_1]() {} static [key_2] = 1 })
//! ```
//!
//! A decorator is evaluated so, too, and called by the class: `@(yield d) class C {}` becomes
//! `(decorator_1 = (yield d), @decorator_1 class C {})`. One that is a member is called on its object.
//!
//! A heritage that is none fails behind the keys, as in V8. The class's own name is dead in keys and heritage; closures
//! there see it once the class is made.
//! <https://tc39.es/ecma262/#sec-runtime-semantics-classdefinitionevaluation>

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;
use unawait_runtime::Helper;

use super::bindings::*;
use super::declarations::object;
use super::references::References;
use crate::decorators;
use crate::make;

impl References<'_, '_, '_> {
    /// Walks a class; what has to be evaluated before goes to `spilled`. Answers with the environments it captures.
    pub(super) fn class(&mut self, class: &mut ClassExpr, spilled: &mut Vec<Box<Expr>>) -> Vec<Ident> {
        let name = class.ident.clone().filter(|name| tagged(name).is_some());
        class.ident.iter_mut().for_each(untag);
        let suspending = self.closure.is_none() && self.plan.suspends.holds(&class.class);
        class.class.decorators.visit_mut_with(self);
        class.class.super_class.visit_mut_with(self);
        for member in &mut class.class.body {
            let decorators = decorators::of_member_mut(member);
            decorators.into_iter().for_each(|decorator| decorator.visit_mut_with(self));
            match member {
                ClassMember::Method(method) => method.key.visit_mut_with(self),
                ClassMember::ClassProp(property) => property.key.visit_mut_with(self),
                ClassMember::AutoAccessor(accessor) => accessor.key.visit_mut_with(self),
                _ => {}
            }
        }
        let captured = self.captures(|references| {
            for member in &mut class.class.body {
                references.member(member);
            }
        });
        if suspending {
            self.spill_class(class, name, spilled);
        }
        captured
    }

    fn member(&mut self, member: &mut ClassMember) {
        match member {
            ClassMember::Constructor(constructor) => constructor.visit_mut_with(self),
            ClassMember::Method(method) => method.function.visit_mut_with(self),
            ClassMember::PrivateMethod(method) => method.function.visit_mut_with(self),
            ClassMember::ClassProp(property) => property.value.visit_mut_with(self),
            ClassMember::PrivateProp(property) => property.value.visit_mut_with(self),
            ClassMember::AutoAccessor(accessor) => accessor.value.visit_mut_with(self),
            ClassMember::StaticBlock(block) => block.visit_mut_with(self),
            _ => {}
        }
    }

    fn spill_class(&mut self, class: &mut ClassExpr, name: Option<Ident>, spilled: &mut Vec<Box<Expr>>) {
        let dead = name.as_ref().and_then(tagged).filter(|(id, _)| self.plan.is_deadened(*id));
        let target = |references: &mut Self| {
            let name = name.as_ref().filter(|_| dead.is_some())?;
            AssignTarget::try_from(references.target(name)?).ok()
        };
        if let Some(target) = target(self) {
            let tdz = Box::new(Expr::Ident((self.helper)(Helper::Tdz)));
            // In a loop, closures of each iteration see a name of their own.
            let environment = dead.and_then(|(id, _)| self.plan.environment(self.plan.bindings[id].scope));
            spilled.push(match environment {
                Some(environment) => {
                    let names = environment.properties.iter().map(|(_, name)| (name.clone(), tdz.clone())).collect();
                    make::assign(environment.name.clone(), object(names))
                }
                None => make::assign_to(target, tdz),
            });
        }
        class.class.decorators.iter_mut().for_each(|decorator| self.spill_decorator(decorator, spilled));
        if let Some(heritage) = class.class.super_class.take() {
            let heritage = self.spill("heritage", heritage, spilled);
            class.class.super_class = Some(heritage);
        }
        for member in &mut class.class.body {
            let decorators = decorators::of_member_mut(member);
            decorators.into_iter().for_each(|decorator| self.spill_decorator(decorator, spilled));
            match member {
                ClassMember::Method(method) => self.spill_key(&mut method.key, spilled),
                ClassMember::ClassProp(property) => self.spill_key(&mut property.key, spilled),
                ClassMember::AutoAccessor(AutoAccessor { key: Key::Public(key), .. }) => self.spill_key(key, spilled),
                _ => {}
            }
        }
        let Some(target) = target(self) else { return };
        let Some(name) = &class.ident else { return };
        let set = make::assign_to(target, Box::new(Expr::Ident(name.clone())));
        let block = StaticBlock { span: Default::default(), body: make::block(vec![make::statement(set)]) };
        class.class.body.insert(0, ClassMember::StaticBlock(block));
    }

    /// `expr` in a local.
    pub(super) fn spill(&mut self, base: &str, expr: Box<Expr>, spilled: &mut Vec<Box<Expr>>) -> Box<Expr> {
        let name = self.names.local(base);
        self.temps.push(name.clone());
        spilled.push(make::assign(name.clone(), expr));
        Box::new(Expr::Ident(name))
    }

    /// A decorator in a local; `@a.b` is `b`, called on `a`.
    fn spill_decorator(&mut self, decorator: &mut Decorator, spilled: &mut Vec<Box<Expr>>) {
        let mut expr = std::mem::replace(&mut decorator.expr, make::number(0));
        while let Expr::Paren(inner) = *expr {
            expr = inner.expr;
        }
        decorator.expr = match *expr {
            Expr::Member(member) => {
                let object = self.spill("object", member.obj, spilled);
                let member = Expr::Member(MemberExpr { obj: object.clone(), ..member });
                let function = self.spill("decorator", Box::new(member), spilled);
                self.called_on(function, object)
            }
            expr => self.spill("decorator", Box::new(expr), spilled),
        };
    }

    /// `(value, context) => __callOn(function, object, value, context)`
    fn called_on(&mut self, function: Box<Expr>, object: Box<Expr>) -> Box<Expr> {
        let names = ["value", "context"].map(|name| self.names.local(name));
        let call_on = Box::new(Expr::Ident((self.helper)(Helper::CallOn)));
        let arguments = names.iter().map(|name| Box::new(Expr::Ident(name.clone())));
        let call = make::call(call_on, [function, object].into_iter().chain(arguments).collect());
        Box::new(Expr::Arrow(ArrowExpr {
            params: names.into_iter().map(|name| Pat::Ident(name.into())).collect(),
            body: Box::new(ArrowFunctionBody::Expr(call)),
            ..ArrowExpr::default()
        }))
    }

    pub(super) fn spill_key(&mut self, key: &mut PropName, spilled: &mut Vec<Box<Expr>>) {
        let PropName::Computed(computed) = key else { return };
        if computed.expr.is_lit() {
            return;
        }
        let expr = std::mem::replace(&mut computed.expr, make::number(0));
        let helper = Box::new(Expr::Ident((self.helper)(Helper::PropertyKey)));
        computed.expr = self.spill("key", make::call(helper, vec![expr]), spilled);
    }

    /// A class that stays declared is handed environments as others are: `class C {}` -> `let C = ...`.
    pub(super) fn class_declaration(&mut self, declaration: ClassDecl) -> Stmt {
        let ClassDecl { mut ident, declare, class } = declaration;
        untag(&mut ident);
        let name = Some(ident.clone());
        let mut expr = Box::new(Expr::Class(ClassExpr { ident: name, class }));
        expr = self.closure(expr, None);
        if let Expr::Class(class) = *expr {
            return Stmt::Decl(Decl::Class(ClassDecl { ident, declare, class: class.class }));
        }
        let decls = vec![make::declarator(ident, Some(expr))];
        Stmt::Decl(Decl::Var(Box::new(VarDecl { kind: VarDeclKind::Let, decls, ..VarDecl::default() })))
    }
}
