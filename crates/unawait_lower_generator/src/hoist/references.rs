//! Mentions -> what they have become: another name, a property of an environment, and a check where a mention may come
//! too early or a constant is assigned to.
//!
//! ```js
//! x                      // a read that may be early:  __tdz(x, "x")
//! x = 1; x++; [x] = y    // a write that may be early, or to a constant: a reference that answers for it
//!                        // ({ get v() { return __tdz(x, "x"); }, set v(value) { __tdz(x, "x"); x = value; } }).v = 1
//! x()                    // where x is in an environment: (0, env_1.x)()
//! ```
//!
//! The reference is an object so that updates, compound assignments, patterns and heads of loops need no forms of
//! their own: <https://tc39.es/ecma262/#sec-reference-record-specification-type>.

use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};
use unawait_runtime::Helper;

use super::bindings::*;
use super::plan::{Place, Plan};
use crate::make;
use crate::names::Names;

pub(super) struct References<'r, 'n, 's> {
    pub plan: &'r Plan,
    pub names: &'r mut Names<'n, 's>,
    pub helper: &'r mut dyn FnMut(Helper) -> Ident,
    /// Locals that hold intermediate values.
    pub temps: Vec<Ident>,
    /// The environments that the closure being walked mentions; none outside of closures.
    pub closure: Option<Vec<Ident>>,
}

impl References<'_, '_, '_> {
    /// Where the value of `ident` is, if it is the generator function's.
    fn place(&mut self, ident: &Ident) -> Option<Box<Expr>> {
        let (id, _) = tagged(ident)?;
        let name = match self.plan.place(id) {
            Place::Kept if self.plan.bindings[id].kind == Kind::Dead && self.plan.bindings.is_lowered(id) => {
                return Some(Box::new(Expr::Ident((self.helper)(Helper::Tdz))));
            }
            Place::Kept => ident.sym.clone(),
            Place::Local(name) => name.clone(),
            Place::Property(environment, property) => {
                if let Some(mentioned) = &mut self.closure
                    && mentioned.iter().all(|one| one.sym != environment.sym)
                {
                    mentioned.push(environment.clone());
                }
                return Some(make::member(Box::new(Expr::Ident(environment.clone())), property.clone()));
            }
        };
        Some(Box::new(Expr::Ident(Ident { span: ident.span, ..make::ident(name) })))
    }

    fn check(&mut self, id: BindingId, place: Box<Expr>) -> Box<Expr> {
        let helper = Box::new(Expr::Ident((self.helper)(Helper::Tdz)));
        let span = place.span();
        make::at(span, make::call(helper, vec![place, make::string(&self.plan.bindings[id].name)]))
    }

    /// The value of `ident`.
    fn read(&mut self, ident: &Ident) -> Option<Box<Expr>> {
        let (id, role) = tagged(ident)?;
        let place = self.place(ident)?;
        Some(if self.plan.is_checked(id, role) { self.check(id, place) } else { place })
    }

    /// What `ident` is as the target of an assignment.
    pub(super) fn target(&mut self, ident: &Ident) -> Option<Box<Expr>> {
        let (id, role) = tagged(ident)?;
        if !self.plan.is_guarded(id, role) {
            return self.place(ident);
        }
        let is_checked = self.plan.is_checked(id, role);
        let constant = self.plan.bindings.is_constant(id);
        let read = self.read(ident)?;
        let mut setter = Vec::new();
        if is_checked {
            setter.push(make::statement(read.clone()));
        }
        if constant {
            let helper = Box::new(Expr::Ident((self.helper)(Helper::Constant)));
            setter.push(make::statement(make::call(helper, Vec::new())));
        }
        let place = self.place(ident)?;
        let value = if place.as_ident().is_some_and(|place| &*place.sym == "value") { "to" } else { "value" };
        if !constant && self.plan.bindings[id].kind != Kind::Dead {
            let target = AssignTarget::try_from(place).ok()?;
            setter.push(make::statement(make::assign_to(target, make::name(value))));
        }
        Some(make::member(reference(read, value, setter), "v"))
    }

    /// An assignment's target in parentheses or not.
    pub(super) fn target_expr(&mut self, expr: &mut Box<Expr>) {
        match &mut **expr {
            Expr::Paren(paren) => self.target_expr(&mut paren.expr),
            Expr::Ident(ident) => {
                if let Some(target) = self.target(ident) {
                    *expr = target;
                }
            }
            other => other.visit_mut_with(self),
        }
    }

    /// A callee or tag: `this` stays undefined.
    fn callee(&mut self, callee: &mut Box<Expr>) {
        let was_name = bare(callee).is_ident();
        callee.visit_mut_with(self);
        if was_name && bare(callee).is_member() {
            let function = std::mem::replace(callee, make::number(0));
            let zero = make::number(0);
            *callee = make::paren(make::comma(vec![zero, function]));
        }
    }
}

/// `({ get v() { return read; }, set v(value) { setter } })`
fn reference(read: Box<Expr>, value: &str, setter: Vec<Stmt>) -> Box<Expr> {
    let key = || PropName::Ident(IdentName { span: Default::default(), sym: "v".into() });
    let accessor = |params: Vec<Param>, stmts: Vec<Stmt>| {
        Box::new(Function {
            params,
            body: Some(FunctionBody { span: Default::default(), stmts }),
            ..Function::default()
        })
    };
    let parameter = Param::from(Pat::Ident(make::ident(value).into()));
    let getter = GetterProp {
        span: Default::default(),
        key: key(),
        function: accessor(Vec::new(), vec![make::returns(Some(read))]),
    };
    let setter = SetterProp { span: Default::default(), key: key(), function: accessor(vec![parameter], setter) };
    let props = [Prop::Getter(getter), Prop::Setter(setter)];
    Box::new(Expr::Object(ObjectLit {
        span: Default::default(),
        props: props.map(|prop| PropOrSpread::Prop(Box::new(prop))).into(),
    }))
}

impl VisitMut for References<'_, '_, '_> {
    noop_visit_mut_type!();

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.expr(expr));
    }

    fn visit_mut_stmt(&mut self, statement: &mut Stmt) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.stmt(statement));
    }

    // What is left declares what it always did.
    fn visit_mut_ident(&mut self, ident: &mut Ident) {
        untag(ident);
    }

    // Labels are no names.
    fn visit_mut_labeled_stmt(&mut self, statement: &mut LabeledStmt) {
        statement.body.visit_mut_with(self);
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        self.within_closure(|references| {
            function.params.visit_mut_with(references);
            function.body.visit_mut_with(references);
        });
    }

    // Its decorators are the class's.
    fn visit_mut_param(&mut self, param: &mut Param) {
        param.pat.visit_mut_with(self);
    }

    fn visit_mut_prop(&mut self, prop: &mut Prop) {
        if let Prop::Shorthand(ident) = prop
            && let Some(value) = self.read(ident)
        {
            let plain = value.as_ident().is_some_and(|name| name.sym == ident.sym);
            if !plain {
                let key = PropName::Ident(IdentName { span: ident.span, sym: ident.sym.clone() });
                *prop = Prop::KeyValue(KeyValueProp { key, value });
                return;
            }
        }
        prop.visit_mut_children_with(self);
    }

    fn visit_mut_pat(&mut self, pattern: &mut Pat) {
        match pattern {
            Pat::Ident(name) => {
                if let Some(target) = self.target(&name.id) {
                    *pattern = match *target {
                        Expr::Ident(name) => Pat::Ident(name.into()),
                        other => Pat::Expr(Box::new(other)),
                    };
                } else {
                    untag(&mut name.id);
                }
            }
            Pat::Expr(expr) => self.target_expr(expr),
            Pat::Assign(AssignPat { left, right, .. }) => {
                self.initialiser(name_of(left), right);
                left.visit_mut_with(self);
            }
            other => other.visit_mut_children_with(self),
        }
    }

    fn visit_mut_object_pat_prop(&mut self, prop: &mut ObjectPatProp) {
        let ObjectPatProp::Assign(AssignPatProp { key, value, span }) = prop else {
            return prop.visit_mut_children_with(self);
        };
        if let Some(value) = value {
            self.initialiser(Some(key.id.clone()), value);
        }
        let Some(target) = self.target(&key.id) else { return untag(&mut key.id) };
        if target.as_ident().is_some_and(|name| name.sym == key.id.sym) {
            return untag(&mut key.id);
        }
        let left = match *target {
            Expr::Ident(name) => Pat::Ident(name.into()),
            other => Pat::Expr(Box::new(other)),
        };
        let pattern = match value.take() {
            Some(right) => Pat::Assign(AssignPat { span: *span, left: Box::new(left), right }),
            None => left,
        };
        let key = PropName::Ident(IdentName { span: key.id.span, sym: key.id.sym.clone() });
        *prop = ObjectPatProp::KeyValue(KeyValuePatProp { key, value: Box::new(pattern) });
    }

    fn visit_mut_simple_assign_target(&mut self, target: &mut SimpleAssignTarget) {
        match target {
            SimpleAssignTarget::Ident(name) => {
                let Some(place) = self.target(&name.id) else { return untag(&mut name.id) };
                if let Ok(place) = SimpleAssignTarget::try_from(place) {
                    *target = place;
                }
            }
            SimpleAssignTarget::Paren(paren) => self.target_expr(&mut paren.expr),
            other => other.visit_mut_children_with(self),
        }
    }

    fn visit_mut_var_declarator(&mut self, declarator: &mut VarDeclarator) {
        if let Some(init) = &mut declarator.init {
            self.initialiser(name_of(&declarator.name), init);
        }
        declarator.name.visit_mut_with(self);
    }
}

impl References<'_, '_, '_> {
    fn stmt(&mut self, statement: &mut Stmt) {
        match statement {
            Stmt::Expr(one) => {
                one.expr.visit_mut_with(self);
                // What the statement begins with may have changed.
                let taken = std::mem::replace(&mut one.expr, make::number(0));
                *statement = match make::statement(taken) {
                    Stmt::Expr(made) => Stmt::Expr(ExprStmt { span: one.span, ..made }),
                    made => made,
                };
            }
            Stmt::Decl(Decl::Class(_)) => {
                if let Stmt::Decl(Decl::Class(class)) = std::mem::take(statement) {
                    *statement = self.class_declaration(class);
                }
            }
            other => other.visit_mut_children_with(self),
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Ident(ident) => match self.read(ident) {
                Some(value) => *expr = *value,
                None => untag(ident),
            },
            Expr::Fn(_) | Expr::Arrow(_) | Expr::Class(_) => {
                let taken = Box::new(std::mem::take(expr));
                *expr = *self.closure(taken, None);
            }
            Expr::Object(_) => {
                let taken = std::mem::take(expr);
                if let Expr::Object(literal) = taken {
                    *expr = *self.object(literal);
                }
            }
            Expr::Assign(assign) => {
                let name = match &assign.left {
                    AssignTarget::Simple(SimpleAssignTarget::Ident(name)) if names_functions(assign.op) => {
                        Some(name.id.clone())
                    }
                    _ => None,
                };
                assign.left.visit_mut_with(self);
                self.initialiser(name, &mut assign.right);
            }
            Expr::Update(update) => self.target_expr(&mut update.arg),
            Expr::Unary(UnaryExpr { op: UnaryOp::Delete, arg, .. }) if self.is_deleted_name(arg) => {
                *expr = Expr::Lit(Lit::Bool(false.into()));
            }
            Expr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) => {
                self.callee(callee);
                args.visit_mut_with(self);
            }
            Expr::TaggedTpl(tagged) => {
                self.callee(&mut tagged.tag);
                tagged.tpl.visit_mut_with(self);
            }
            Expr::OptChain(OptChainExpr { base, .. }) if base.is_call() => {
                if let OptChainBase::Call(call) = &mut **base {
                    self.callee(&mut call.callee);
                    call.args.visit_mut_with(self);
                }
            }
            Expr::New(new) => {
                new.visit_mut_children_with(self);
                if holds_call(&new.callee) {
                    let callee = std::mem::replace(&mut new.callee, make::number(0));
                    new.callee = make::paren(callee);
                }
            }
            other => other.visit_mut_children_with(self),
        }
    }

    /// `delete x` where `x` is declared answers false.
    fn is_deleted_name(&self, arg: &Expr) -> bool {
        match arg {
            Expr::Paren(paren) => self.is_deleted_name(&paren.expr),
            Expr::Ident(ident) => tagged(ident)
                .is_some_and(|(id, _)| self.plan.bindings.is_lowered(id) && !self.plan.bindings[id].dynamic),
            _ => false,
        }
    }
}

/// What is in parentheses, or not.
fn bare(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => bare(&paren.expr),
        other => other,
    }
}

/// Whether an assignment names anonymous functions: <https://tc39.es/ecma262/#sec-assignment-operators-runtime-semantics-evaluation>.
fn names_functions(op: AssignOp) -> bool {
    matches!(op, AssignOp::Assign | AssignOp::AndAssign | AssignOp::OrAssign | AssignOp::NullishAssign)
}

/// The name that a pattern gives to an anonymous function.
fn name_of(pattern: &Pat) -> Option<Ident> {
    pattern.as_ident().map(|name| name.id.clone())
}

/// Whether the arguments of a call would be taken for those of `new`.
pub(crate) fn holds_call(callee: &Expr) -> bool {
    match callee {
        Expr::Call(_) => true,
        Expr::Member(member) => holds_call(&member.obj),
        Expr::TaggedTpl(tagged) => holds_call(&tagged.tag),
        _ => false,
    }
}
