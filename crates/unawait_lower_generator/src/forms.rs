//! What each form of generator function becomes, decided once: `outermost` writes it as edits, `nested` in the tree.
//!
//! ```js
//! function* g() {}          // becomes   function g() {}   and, before its scope's first statement,   mark(g);
//! x = function* () {};      // becomes   x = mark(function g_1() {}, "x");
//! x = { *m() {} };          // becomes   x = { m: mark(function g_1() {}, "m") };
//! class C { *m() {} }       // becomes   class C { m() {} }
//! ```
//!
//! The mark gives the function what the program can see of a generator function, its `prototype` above all. The objects
//! that the function makes inherit from that, so the machine has to mention the function by a name. Where only the place
//! of a function knows its name, or it must stay a method, there is no mark.

use swc_atoms::Atom;
use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_syntax::inventory::{FunctionName, Scope, ScopeId, ScopeKind};
use unawait_syntax::tree::range;

use crate::leaks::in_cases;
use crate::lowering::{Lowering, is_lowered};
use crate::make;
use crate::mentions::mentions;
use crate::wrapper::Objects;

/// The mark of a declared function.
pub(crate) struct DeclarationMark {
    /// The function's name, which the mark mentions.
    pub declared: Ident,
    /// The variable that keeps the function, and its kind, where the program assigns something else to the name.
    pub kept: Option<(VarDeclKind, Ident)>,
}

/// The mark of a function expression.
pub(crate) struct ExpressionMark {
    /// A new name for the function to be mentioned by: then the mark is told the name that the program knows.
    pub own: Option<Ident>,
}

impl Lowering<'_, '_> {
    /// A declaration, which `name` is the name of. A `switch` has no start where it could be marked: see `leaks.rs`.
    pub fn declaration(&mut self, function: &Function, name: &Ident) -> (Objects, Option<DeclarationMark>) {
        let objects = self.objects(function, Some(name));
        let Objects::Program(own) = objects else { return (objects, None) };
        let kept = own.as_ref().and_then(|_| self.kept(function, name));
        let own = own.map(|own| kept.as_ref().map_or(own, |(_, kept)| kept.clone()));
        let mark = self.has_start(function).then(|| DeclarationMark { declared: name.clone(), kept });
        (Objects::Program(own), mark)
    }

    /// A function expression, or a method that becomes one.
    pub fn expression(&mut self, function: &Function, name: Option<&Ident>) -> (Objects, Option<ExpressionMark>) {
        match self.objects(function, name) {
            Objects::Program(None) if self.has_dynamic_name(function) => (Objects::Program(None), None),
            Objects::Program(None) if !self.needs_name(function, name) => {
                let own = self.names().local("g");
                (Objects::Program(Some(own.clone())), Some(ExpressionMark { own: Some(own) }))
            }
            objects @ Objects::Program(_) => (objects, Some(ExpressionMark { own: None })),
            Objects::Driven => (Objects::Driven, None),
        }
    }

    /// The names of generator functions that a `switch` of sloppy code must keep in: none if its value mentions one,
    /// which means another binding.
    pub fn leaking_from(&self, switch: &SwitchStmt) -> Vec<Atom> {
        let leaking = self.leaking(in_cases(switch));
        if mentions(&switch.discriminant, &leaking) { Vec::new() } else { leaking }
    }

    /// The generator functions that the cases of a `switch` declare and the program sees. They are marked by a case
    /// of their own, for nothing else in the scope of a `switch` comes first for certain.
    pub fn marked_in(&self, switch: &SwitchStmt) -> Vec<Ident> {
        let name = |statement: &Stmt| match statement {
            Stmt::Decl(Decl::Fn(declaration)) if is_lowered(&declaration.function) => {
                let objects = self.objects(&declaration.function, Some(&declaration.ident));
                matches!(objects, Objects::Program(_)).then(|| declaration.ident.clone())
            }
            _ => None,
        };
        in_cases(switch).filter_map(name).collect()
    }

    /// Whether a declared function can be marked before the first statement of its scope.
    fn has_start(&self, function: &Function) -> bool {
        let scope = self.facts(function).map_or(ScopeId::FILE, |facts| facts.scope);
        scope == ScopeId::FILE || self.inventory[scope].start.is_some()
    }

    /// Whether a helper or the program gets the objects of `function`, and the name that the machine can mention it by.
    fn objects(&self, function: &Function, name: Option<&Ident>) -> Objects {
        let start = function.body.as_ref().map(|body| range(body.span).start);
        if start.is_some_and(|start| self.unseen.bodies.contains_key(&start)) {
            return Objects::Driven;
        }
        Objects::Program(name.filter(|name| !self.shadows(function, name)).cloned())
    }

    /// Whether `name` means something else in the function's body than the function.
    fn shadows(&self, function: &Function, name: &Ident) -> bool {
        let Some(own) = self.own_scope(function) else { return false };
        // Scopes in the parameters come before the body's.
        let mut inside = self.inventory.scopes[own.index() + 1..].iter().take_while(|scope| scope.outer >= Some(own));
        let is_body = |scope: &&Scope| scope.outer == Some(own) && scope.kind == ScopeKind::Body;
        let body = inside.find(is_body);
        self.declares(own, name) || body.is_some_and(|body| body.declared.contains(&name.sym))
    }

    /// Whether a function expression mentions itself in its parameters by the `name` that it has.
    fn needs_name(&self, function: &Function, name: Option<&Ident>) -> bool {
        let Some((name, own)) = name.zip(self.own_scope(function)) else { return false };
        !self.declares(own, name) && mentions(&function.params, std::slice::from_ref(&name.sym))
    }

    /// Whether only the place where it stands knows a function's name, at run time.
    fn has_dynamic_name(&self, function: &Function) -> bool {
        self.facts(function).is_some_and(|facts| facts.name == FunctionName::Dynamic)
    }

    /// The variable that keeps a declared function which the program assigns something else to, and its kind.
    ///
    /// ```js
    /// function* g() {} g = wrap(g);   // becomes   var g_1 = mark(g); function g() { return __generator(g_1, this, ...); } ...
    /// ```
    fn kept(&mut self, function: &Function, name: &Ident) -> Option<(VarDeclKind, Ident)> {
        let scope = &self.inventory[self.facts(function)?.scope];
        if !scope.reassigned.contains(&name.sym) || scope.start.is_none() {
            return None;
        }
        let is_var = scope.kind == ScopeKind::Body || self.inventory.is_es5;
        let kind = if is_var { VarDeclKind::Var } else { VarDeclKind::Let };
        let is_top = self.facts(function)?.scope == ScopeId::FILE;
        let kept = if is_top { self.fresh.top_level(&name.sym) } else { self.fresh.name(&name.sym) };
        Some((kind, make::ident(kept)))
    }
}

/// The key of a method that can as well be a property with a function: one which says its name and has no `super`.
pub(crate) fn plain_key(method: &MethodProp) -> Option<Span> {
    let key = match &method.key {
        PropName::Ident(key) if &*key.sym != "__proto__" => key.span,
        PropName::Num(key) => key.span,
        _ => return None,
    };
    let mut find = FindSuper(false);
    method.function.visit_children_with(&mut find);
    (!find.0).then_some(key)
}

struct FindSuper(bool);

impl Visit for FindSuper {
    noop_visit_type!();

    fn visit_super_prop_expr(&mut self, _: &SuperPropExpr) {
        self.0 = true;
    }

    fn visit_call_expr(&mut self, call: &CallExpr) {
        let is_eval = |callee: &Expr| matches!(callee, Expr::Ident(name) if &*name.sym == "eval");
        self.0 |= matches!(&call.callee, Callee::Expr(callee) if is_eval(callee));
        call.visit_children_with(self);
    }
}
