//! Functions, classes and literals with methods: they keep the environments of the iteration which made them, and the
//! names that they would have got.
//!
//! ```js
//! f = () => i            // becomes  f = ((env_1) => ({ f: () => env_1.i }).f)(env_1)
//! f = function () {}     // where f is renamed: f_1 = ({ f: function () {} }).f
//! ({ m() { return i } }) // becomes  ((env_1) => ({ m() { return env_1.i } }))(env_1)
//! ```
//!
//! A name that a literal gives needs no inner binding, so mentions in the function mean what they meant:
//! <https://tc39.es/ecma262/#sec-runtime-semantics-namedevaluation>.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;
use unawait_runtime::Helper;

use super::bindings::*;
use super::references::References;
use crate::make;

impl References<'_, '_, '_> {
    /// Walks something of a closure. Environments that it mentions are noted for the outermost one.
    pub(super) fn within_closure(&mut self, walk: impl FnOnce(&mut Self)) {
        let outermost = self.closure.is_none();
        self.closure.get_or_insert_default();
        walk(self);
        if outermost {
            self.closure = None;
        }
    }

    /// Walks a closure's inside; answers with the environments that have to be handed to it.
    pub(super) fn captures(&mut self, walk: impl FnOnce(&mut Self)) -> Vec<Ident> {
        if self.closure.is_some() {
            walk(self);
            return Vec::new();
        }
        self.closure = Some(Vec::new());
        walk(self);
        self.closure.take().unwrap_or_default()
    }

    /// The value of an assignment or declarator, whose target names anonymous functions.
    pub(super) fn initialiser(&mut self, name: Option<Ident>, value: &mut Box<Expr>) {
        match name {
            Some(name) if is_anonymous_function(value) => {
                // The wrapper's own `arguments` goes by another name, too.
                let needed = &*name.sym == "arguments"
                    || tagged(&name)
                        .is_some_and(|(id, role)| self.plan.is_renamed(id) || self.plan.is_guarded(id, role));
                let name = Name { key: key_of(&name), needed };
                let taken = std::mem::replace(value, make::number(0));
                *value = self.closure(bare(taken), Some(name));
            }
            _ => value.visit_mut_with(self),
        }
    }

    /// A function or class, named by its context or not.
    pub(super) fn closure(&mut self, mut expr: Box<Expr>, name: Option<Name>) -> Box<Expr> {
        let mut spilled = Vec::new();
        let captured = match &mut *expr {
            Expr::Class(class) => self.class(class, &mut spilled),
            Expr::Fn(function) => self.captures(|references| function.function.visit_mut_with(references)),
            other => self.captures(|references| other.visit_mut_children_with(references)),
        };
        let is_function = expr.is_fn_expr();
        if let Some(name) = name
            && (name.needed || !captured.is_empty() || !spilled.is_empty())
        {
            expr = named(expr, name.key);
        }
        sequence(spilled, hand_over(expr, captured, is_function))
    }

    /// A literal. Methods, and functions which computed keys name, keep it whole.
    pub(super) fn object(&mut self, mut literal: ObjectLit) -> Box<Expr> {
        let mut captured: Vec<Ident> = Vec::new();
        for property in &mut literal.props {
            let environments = match property {
                PropOrSpread::Prop(prop) => self.property(prop),
                PropOrSpread::Spread(spread) => {
                    spread.expr.visit_mut_with(self);
                    Vec::new()
                }
            };
            for environment in environments {
                if captured.iter().all(|one| one.sym != environment.sym) {
                    captured.push(environment);
                }
            }
        }
        let mut spilled = Vec::new();
        if !captured.is_empty() && self.plan.suspends.holds(&literal) {
            self.spill_properties(&mut literal, &mut spilled);
        }
        sequence(spilled, hand_over(Box::new(Expr::Object(literal)), captured, false))
    }

    /// Walks a property; answers with the environments that the literal has to be handed for it.
    fn property(&mut self, prop: &mut Prop) -> Vec<Ident> {
        let (key, function) = match prop {
            Prop::Method(method) => (&mut method.key, &mut method.function),
            Prop::Getter(getter) => (&mut getter.key, &mut getter.function),
            Prop::Setter(setter) => (&mut setter.key, &mut setter.function),
            Prop::KeyValue(KeyValueProp { key, value }) if is_anonymous_function(value) && !is_proto(key) => {
                key.visit_mut_with(self);
                return self.named_property(key, value);
            }
            other => {
                other.visit_mut_with(self);
                return Vec::new();
            }
        };
        key.visit_mut_with(self);
        self.captures(|references| function.visit_mut_with(references))
    }

    /// `key: function () {}`
    fn named_property(&mut self, key: &mut PropName, value: &mut Box<Expr>) -> Vec<Ident> {
        let mut function = bare(std::mem::replace(value, make::number(0)));
        let mut name = Name { key: key.clone(), needed: false };
        if let (PropName::Computed(computed), true) = (key, self.closure.is_none()) {
            if !self.plan.suspends.holds(&function) {
                let captured = self.captures(|references| function.visit_mut_with(references));
                *value = function;
                return captured;
            }
            let helper = Box::new(Expr::Ident((self.helper)(Helper::PropertyKey)));
            let kept = self.names.local("key");
            self.temps.push(kept.clone());
            let expr = std::mem::replace(&mut computed.expr, make::number(0));
            computed.expr = make::assign(kept.clone(), make::call(helper, vec![expr]));
            let expr = Box::new(Expr::Ident(kept));
            name = Name { key: PropName::Computed(ComputedPropName { span: computed.span, expr }), needed: true };
        }
        *value = self.closure(function, Some(name));
        Vec::new()
    }

    /// Evaluates what a literal holds before it is made: `({ [a]: yield, m() {} })` has to be one expression without a
    /// `yield` where `m` is handed an environment.
    fn spill_properties(&mut self, literal: &mut ObjectLit, spilled: &mut Vec<Box<Expr>>) {
        for property in &mut literal.props {
            match property {
                PropOrSpread::Spread(spread) => {
                    let source = std::mem::replace(&mut spread.expr, make::number(0));
                    let copy = ObjectLit {
                        span: Default::default(),
                        props: vec![PropOrSpread::Spread(SpreadElement {
                            dot3_token: Default::default(),
                            expr: source,
                        })],
                    };
                    spread.expr = self.spill("copy", Box::new(Expr::Object(copy)), spilled);
                }
                PropOrSpread::Prop(prop) => match &mut **prop {
                    Prop::KeyValue(property) => {
                        self.spill_key(&mut property.key, spilled);
                        if !is_anonymous_function(&property.value) {
                            let value = std::mem::replace(&mut property.value, make::number(0));
                            property.value = self.spill("value", value, spilled);
                        }
                    }
                    Prop::Shorthand(name) => {
                        let key = PropName::Ident(IdentName { span: name.span, sym: name.sym.clone() });
                        let value = self.spill("value", Box::new(Expr::Ident(name.clone())), spilled);
                        **prop = Prop::KeyValue(KeyValueProp { key, value });
                    }
                    Prop::Method(method) => self.spill_key(&mut method.key, spilled),
                    Prop::Getter(getter) => self.spill_key(&mut getter.key, spilled),
                    Prop::Setter(setter) => self.spill_key(&mut setter.key, spilled),
                    Prop::Assign(_) => {}
                },
            }
        }
    }
}

/// `(first, ..., last)`
fn sequence(mut first: Vec<Box<Expr>>, last: Box<Expr>) -> Box<Expr> {
    if first.is_empty() {
        return last;
    }
    first.push(last);
    make::paren(make::comma(first))
}

/// A name that the context gives to an anonymous function.
pub(super) struct Name {
    pub key: PropName,
    /// The context as it is written now gives it no more.
    pub needed: bool,
}

fn key_of(name: &Ident) -> PropName {
    PropName::Ident(IdentName { span: Default::default(), sym: name.sym.clone() })
}

/// `__proto__: value` sets the prototype.
fn is_proto(key: &PropName) -> bool {
    match key {
        PropName::Ident(name) => &*name.sym == "__proto__",
        PropName::Str(text) => text.value.as_str() == Some("__proto__"),
        _ => false,
    }
}

/// <https://tc39.es/ecma262/#sec-isanonymousfunctiondefinition>
pub(crate) fn is_anonymous_function(expr: &Expr) -> bool {
    match expr {
        Expr::Arrow(_) => true,
        Expr::Fn(function) => function.ident.is_none(),
        Expr::Class(class) => class.ident.is_none(),
        Expr::Paren(paren) => is_anonymous_function(&paren.expr),
        _ => false,
    }
}

fn bare(expr: Box<Expr>) -> Box<Expr> {
    match *expr {
        Expr::Paren(paren) => bare(paren.expr),
        other => Box::new(other),
    }
}

/// `({ key: expr }).key`
pub(crate) fn named(expr: Box<Expr>, key: PropName) -> Box<Expr> {
    let key = match key {
        PropName::Ident(name) if &*name.sym == "__proto__" => {
            PropName::Computed(ComputedPropName { span: Default::default(), expr: make::string("__proto__") })
        }
        other => other,
    };
    let property = PropOrSpread::Prop(Box::new(Prop::KeyValue(KeyValueProp { key: key.clone(), value: expr })));
    let literal = Expr::Object(ObjectLit { span: Default::default(), props: vec![property] });
    let prop = MemberProp::from(key);
    Box::new(Expr::Member(MemberExpr { span: Default::default(), obj: make::operand(Box::new(literal)), prop }))
}

/// `((env_1) => expr)(env_1)`. An arrow function leaves `this` and its like as they are; a function has its own, and
/// needs no syntax that it may be too old for.
fn hand_over(expr: Box<Expr>, environments: Vec<Ident>, is_function: bool) -> Box<Expr> {
    if environments.is_empty() {
        return expr;
    }
    let arguments: Vec<Box<Expr>> = environments.iter().map(|one| Box::new(Expr::Ident(one.clone()))).collect();
    let parameters = environments.into_iter().map(|one| Pat::Ident(one.into()));
    let maker = if is_function {
        let body = FunctionBody { span: Default::default(), stmts: vec![make::returns(Some(expr))] };
        let params = parameters.map(Param::from).collect();
        let function = Box::new(Function { params, body: Some(body), ..Function::default() });
        Expr::Fn(FnExpr { ident: None, function })
    } else {
        let expr = if expr.is_object() { make::paren(expr) } else { expr };
        Expr::Arrow(ArrowExpr {
            params: parameters.collect(),
            body: Box::new(ArrowFunctionBody::Expr(expr)),
            ..ArrowExpr::default()
        })
    };
    make::call(make::paren(Box::new(maker)), arguments)
}
