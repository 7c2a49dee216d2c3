//! What a body means by `this`, `arguments`, `super` and `new.target`: the wrapper's.
//!
//! `this` and `arguments` reach it as `_this` and `_arguments`, where it mentions them. An arrow function sees all of
//! the wrapper's by itself; so if there is `super`, `new.target` or a direct eval, the body is one.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith, noop_visit_mut_type, noop_visit_type};

use crate::make;
use crate::names::Names;

/// What a body mentions of the function around it.
#[derive(Debug, Default)]
pub(crate) struct Meanings {
    pub this: Option<Ident>,
    pub arguments: Option<Ident>,
    /// Whether only an arrow function can mean what the body means.
    pub needs_arrow: bool,
    /// Whether it needs the wrapper's `this` as its own.
    pub needs_this: bool,
}

/// Finds the meanings, and renames `this` and `arguments` unless the body is to be an arrow function. An assignment to
/// `arguments` then assigns to the local: the wrapper's own is seen by functions in its `parameters` only.
/// In a program `of_es5` there are no arrow functions: an eval there sees `this`, but not `arguments`.
pub(crate) fn meanings(body: &mut Vec<Stmt>, parameters: &[Param], of_es5: bool, names: &mut Names) -> Meanings {
    let mut find = Mentions::default();
    body.visit_mut_with(&mut find);
    let needs_this = find.needs_arrow && of_es5;
    find.needs_arrow &= !of_es5;
    let is_shared = find.assigns_arguments && parameters.iter().any(|parameter| !parameter.pat.is_ident());
    if find.needs_arrow || is_shared {
        return Meanings { needs_arrow: true, ..Meanings::default() };
    }
    let this = find.this.then(|| names.short(&["_this"]));
    let arguments = find.arguments.then(|| names.short(&["_arguments"]));
    if this.is_some() || arguments.is_some() {
        let mut rename = Mentions { rename: Some((this.clone(), arguments.clone())), ..Mentions::default() };
        body.visit_mut_with(&mut rename);
    }
    Meanings { this, arguments, needs_arrow: false, needs_this }
}

#[derive(Default)]
struct Mentions {
    this: bool,
    arguments: bool,
    assigns_arguments: bool,
    needs_arrow: bool,
    /// Within a `with` statement, whose object may have a property of the name.
    in_with: bool,
    rename: Option<(Option<Ident>, Option<Ident>)>,
}

impl Mentions {
    /// A mention of `arguments`, if `name` is one: what it is called now.
    fn arguments(&mut self, name: &Ident) -> Option<Ident> {
        if &*name.sym != "arguments" {
            return None;
        }
        self.arguments = true;
        self.needs_arrow |= self.in_with;
        let (_, alias) = self.rename.as_ref()?;
        Some(Ident { span: name.span, ..alias.clone()? })
    }

    fn assigned(&mut self, name: &mut Ident) {
        let alias = self.arguments(name);
        self.assigns_arguments |= &*name.sym == "arguments";
        if let Some(alias) = alias {
            *name = alias;
        }
    }

    fn renames_this(&self) -> bool {
        matches!(self.rename, Some((Some(_), _)))
    }

    /// Something else may be called `arguments` from here on.
    fn binds(&mut self, pattern: &impl VisitWith<FindArguments>) {
        let mut find = FindArguments(false);
        pattern.visit_with(&mut find);
        self.needs_arrow |= find.0;
    }
}

/// Whether a pattern, or what stands in it, is called `arguments`.
pub(crate) struct FindArguments(bool);

impl Visit for FindArguments {
    noop_visit_type!();

    fn visit_ident(&mut self, ident: &Ident) {
        self.0 |= &*ident.sym == "arguments";
    }

    fn visit_function(&mut self, _: &Function) {}
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
            Expr::Ident(name) => {
                if let Some(alias) = self.arguments(name) {
                    *name = alias;
                }
            }
            // Where `delete this` answers true, `delete _this` is false or an error.
            Expr::Unary(UnaryExpr { op: UnaryOp::Delete, arg, .. })
                if self.renames_this() && arg.unwrap_parens().is_this() =>
            {
                *arg = make::value(make::this());
                arg.visit_mut_with(self);
            }
            Expr::MetaProp(meta) => self.needs_arrow |= meta.kind == MetaPropKind::NewTarget,
            _ => stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_mut_children_with(self)),
        }
    }

    fn visit_mut_prop(&mut self, property: &mut Prop) {
        if let Prop::Shorthand(name) = property {
            if let Some(alias) = self.arguments(name) {
                let key = PropName::Ident(IdentName { span: name.span, sym: name.sym.clone() });
                *property = Prop::KeyValue(KeyValueProp { key, value: Box::new(Expr::Ident(alias)) });
            }
            return;
        }
        property.visit_mut_children_with(self);
    }

    fn visit_mut_simple_assign_target(&mut self, target: &mut SimpleAssignTarget) {
        match target {
            SimpleAssignTarget::Ident(name) => self.assigned(&mut name.id),
            SimpleAssignTarget::Paren(inner) if inner.expr.is_ident() => {
                if let Expr::Ident(name) = &mut *inner.expr {
                    self.assigned(name);
                }
            }
            other => other.visit_mut_children_with(self),
        }
    }

    fn visit_mut_update_expr(&mut self, update: &mut UpdateExpr) {
        match &mut *update.arg {
            Expr::Ident(name) => self.assigned(name),
            _ => update.visit_mut_children_with(self),
        }
    }

    // Patterns of declarations have been looked at as such.
    fn visit_mut_pat(&mut self, pattern: &mut Pat) {
        match pattern {
            Pat::Ident(name) => self.assigned(&mut name.id),
            Pat::Expr(expr) if expr.is_ident() => {
                if let Expr::Ident(name) = &mut **expr {
                    self.assigned(name);
                }
            }
            other => other.visit_mut_children_with(self),
        }
    }

    fn visit_mut_object_pat_prop(&mut self, property: &mut ObjectPatProp) {
        property.visit_mut_children_with(self);
        let ObjectPatProp::Assign(AssignPatProp { span, key, value }) = property else { return };
        let sym = key.id.sym.clone();
        self.assigned(&mut key.id);
        if key.id.sym != sym {
            let left = Box::new(Pat::Ident(key.clone()));
            let pattern = match value.take() {
                Some(right) => Box::new(Pat::Assign(AssignPat { span: *span, left, right })),
                None => left,
            };
            let key = PropName::Ident(IdentName { span: key.id.span, sym });
            *property = ObjectPatProp::KeyValue(KeyValuePatProp { key, value: pattern });
        }
    }

    fn visit_mut_var_declarator(&mut self, declarator: &mut VarDeclarator) {
        self.binds(&declarator.name);
        declarator.visit_mut_children_with(self);
    }

    fn visit_mut_catch_clause(&mut self, clause: &mut CatchClause) {
        self.binds(&clause.param);
        clause.visit_mut_children_with(self);
    }

    fn visit_mut_arrow_expr(&mut self, arrow: &mut ArrowExpr) {
        self.binds(&arrow.params);
        arrow.visit_mut_children_with(self);
    }

    fn visit_mut_with_stmt(&mut self, statement: &mut WithStmt) {
        statement.obj.visit_mut_with(self);
        let around = std::mem::replace(&mut self.in_with, true);
        statement.body.visit_mut_with(self);
        self.in_with = around;
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
