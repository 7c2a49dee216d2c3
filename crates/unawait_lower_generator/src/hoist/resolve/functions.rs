//! Functions and classes within the generator function: what they bind is their own.

use std::collections::HashSet;

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMutWith, VisitWith};
use unawait_syntax::forms::has_use_strict;

use super::super::bindings::*;
use super::super::var_names::{BoundNames, bound_names, var_names};
use super::Resolver;
use crate::decorators;

impl Resolver {
    /// A function of any kind. An arrow function has no `arguments` of its own.
    pub(super) fn function<P>(&mut self, parameters: &mut P, body: Option<&mut [Stmt]>, is_arrow: bool)
    where
        P: VisitMutWith<Self> + VisitWith<BoundNames>,
    {
        let strict = self.strict;
        self.depth += 1;
        self.within(|resolver| {
            if !is_arrow {
                resolver.mean("arguments".into(), None);
            }
            let names = bound_names(parameters);
            for name in &names {
                resolver.mean(name.clone(), None);
            }
            let body = body.unwrap_or_default();
            resolver.strict |= has_use_strict(body);
            parameters.visit_mut_with(resolver);
            resolver.within(|resolver| resolver.body(body, names.into_iter().collect()));
        });
        self.depth -= 1;
        self.strict = strict;
    }

    fn body(&mut self, statements: &mut [Stmt], parameters: HashSet<swc_atoms::Atom>) {
        for name in var_names(statements, &parameters, self.strict).names {
            self.mean(name, None);
        }
        self.top_level(statements, None);
    }

    pub(super) fn class(&mut self, class: &mut Class, name: Option<&Ident>) -> Option<BindingId> {
        let strict = std::mem::replace(&mut self.strict, true);
        let suspending = self.depth == 0 && self.suspends.holds(class);
        let scope = suspending.then(|| self.scope());
        // Its own decorators run outside of it: there, its name is the one that is declared around it.
        class.decorators.visit_mut_with(self);
        // Keys, heritage and decorators of members run before the class is; members when it is.
        let id = self.within_scope(scope, |resolver| {
            let id = name.and_then(|name| match scope {
                Some(scope) => Some(resolver.declare(name.sym.clone(), Kind::ClassName, scope)),
                None => {
                    resolver.mean(name.sym.clone(), None);
                    None
                }
            });
            class.super_class.visit_mut_with(resolver);
            for member in &mut class.body {
                let decorators = decorators::of_member_mut(member);
                decorators.into_iter().for_each(|decorator| decorator.visit_mut_with(resolver));
                resolver.key(member);
            }
            id
        });
        self.within(|resolver| {
            if let Some(name) = name {
                resolver.mean(name.sym.clone(), None);
            }
            for member in &mut class.body {
                resolver.member(member);
            }
        });
        self.strict = strict;
        id
    }

    fn key(&mut self, member: &mut ClassMember) {
        match member {
            ClassMember::Method(method) => method.key.visit_mut_with(self),
            ClassMember::ClassProp(property) => property.key.visit_mut_with(self),
            ClassMember::AutoAccessor(accessor) => accessor.key.visit_mut_with(self),
            _ => {}
        }
    }

    fn member(&mut self, member: &mut ClassMember) {
        match member {
            ClassMember::Constructor(constructor) => {
                let body = constructor.body.as_mut().map(|body| &mut body.stmts[..]);
                self.function(&mut constructor.params, body, false);
            }
            ClassMember::Method(method) => method.function.visit_mut_with(self),
            ClassMember::PrivateMethod(method) => method.function.visit_mut_with(self),
            ClassMember::ClassProp(property) => self.field(&mut property.value),
            ClassMember::PrivateProp(property) => self.field(&mut property.value),
            ClassMember::AutoAccessor(accessor) => self.field(&mut accessor.value),
            ClassMember::StaticBlock(block) => {
                self.function(&mut Vec::<Pat>::new(), Some(&mut block.body.stmts), true);
            }
            ClassMember::TsIndexSignature(_) | ClassMember::Empty(_) => {}
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }

    /// An initialiser runs as a method would.
    fn field(&mut self, value: &mut Option<Box<Expr>>) {
        self.depth += 1;
        value.visit_mut_with(self);
        self.depth -= 1;
    }
}
