//! What a body means by `this`, `arguments`, `super` and `new.target`: the wrapper's.
//!
//! `this` and `arguments` reach it as `_this` and `_arguments`, where it mentions them. An arrow function sees all of
//! the wrapper's by itself; so if there is `super`, `new.target` or a direct eval, the body is one.

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use crate::names::Names;

/// What a body mentions of the function around it.
#[derive(Debug, Default)]
pub(crate) struct Meanings {
    pub this: Option<Ident>,
    pub arguments: Option<Ident>,
    /// Whether only an arrow function can mean what the body means.
    pub needs_arrow: bool,
}

/// Finds out, and renames `this` and `arguments` unless the body is to be an arrow function.
pub(crate) fn meanings(body: &mut Vec<Stmt>, names: &mut Names) -> Meanings {
    let mut find = Mentions::default();
    body.visit_mut_with(&mut find);
    if find.needs_arrow {
        return Meanings { needs_arrow: true, ..Meanings::default() };
    }
    let this = find.this.then(|| names.short("_this"));
    let arguments = find.arguments.then(|| names.short("_arguments"));
    if this.is_some() || arguments.is_some() {
        let mut rename = Mentions { rename: Some((this.clone(), arguments.clone())), ..Mentions::default() };
        body.visit_mut_with(&mut rename);
    }
    Meanings { this, arguments, needs_arrow: false }
}

#[derive(Default)]
struct Mentions {
    this: bool,
    arguments: bool,
    needs_arrow: bool,
    rename: Option<(Option<Ident>, Option<Ident>)>,
}

impl VisitMut for Mentions {
    noop_visit_mut_type!();

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::This(_) => {
                self.this = true;
                if let Some((Some(name), _)) = &self.rename {
                    *expr = Expr::Ident(name.clone());
                }
            }
            Expr::Ident(name) if &*name.sym == "arguments" => {
                self.arguments = true;
                if let Some((_, Some(alias))) = &self.rename {
                    *name = Ident { span: name.span, ..alias.clone() };
                }
            }
            Expr::MetaProp(meta) => self.needs_arrow |= meta.kind == MetaPropKind::NewTarget,
            _ => stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_mut_children_with(self)),
        }
    }

    fn visit_mut_prop(&mut self, property: &mut Prop) {
        if let Prop::Shorthand(name) = property
            && &*name.sym == "arguments"
        {
            self.arguments = true;
            if let Some((_, Some(alias))) = &self.rename {
                let key = PropName::Ident(IdentName { span: name.span, sym: name.sym.clone() });
                let value = Box::new(Expr::Ident(alias.clone()));
                *property = Prop::KeyValue(KeyValueProp { key, value });
            }
            return;
        }
        property.visit_mut_children_with(self);
    }

    fn visit_mut_simple_assign_target(&mut self, target: &mut SimpleAssignTarget) {
        if let SimpleAssignTarget::Ident(name) = target
            && &*name.id.sym == "arguments"
        {
            // Who assigns to it, in sloppy code, does so to the wrapper's.
            self.needs_arrow = true;
        }
        target.visit_mut_children_with(self);
    }

    fn visit_mut_super_prop_expr(&mut self, member: &mut SuperPropExpr) {
        self.needs_arrow = true;
        member.visit_mut_children_with(self);
    }

    fn visit_mut_call_expr(&mut self, call: &mut CallExpr) {
        if let Callee::Expr(callee) = &call.callee {
            self.needs_arrow |= matches!(&**callee, Expr::Ident(name) if &*name.sym == "eval");
        }
        call.visit_mut_children_with(self);
    }

    // These have meanings of their own; keys and heritage of classes do not.
    fn visit_mut_function(&mut self, _: &mut Function) {}
    fn visit_mut_constructor(&mut self, _: &mut Constructor) {}
    fn visit_mut_static_block(&mut self, _: &mut StaticBlock) {}

    fn visit_mut_getter_prop(&mut self, getter: &mut GetterProp) {
        getter.key.visit_mut_with(self);
    }

    fn visit_mut_setter_prop(&mut self, setter: &mut SetterProp) {
        setter.key.visit_mut_with(self);
    }

    fn visit_mut_class_prop(&mut self, property: &mut ClassProp) {
        property.key.visit_mut_with(self);
    }

    fn visit_mut_private_prop(&mut self, _: &mut PrivateProp) {}

    fn visit_mut_auto_accessor(&mut self, accessor: &mut AutoAccessor) {
        accessor.key.visit_mut_with(self);
    }
}
