//! Patterns that suspend, taken apart in the order of the specification: a value is fetched when its target has been
//! evaluated, a key is converted once, and an iterator is closed unless it has come to its end.
//!
//! ```text
//! [a.b, c = yield d] = e   ->   t1 = e; it = __each(_, slot, t1)
//!                               in a loop region: t2 = a; t3 = step; t2.b = t3;
//!                                                 t4 = step; if t4 === undefined: yield d; t4 = sent;  c = t4
//!                               behind it: it.close()
//! ({ [f]: g = yield h, ...i } = e)
//!                          ->   t1 = e; {} = t1; t2 = __propertyKey(f); t3 = t1[t2]; ...; g = t3;
//!                               i = __objectRest(t1, [t2])
//! ```
//!
//! Whatever else leaves the region makes the engine close the iterator, as for a loop. A pattern within that does not
//! suspend stays one.
//! <https://tc39.es/ecma262/#sec-runtime-semantics-destructuringassignmentevaluation>

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use super::anonymous;
use crate::build::Builder;
use crate::graph::{Region, RegionId, RegionKind};
use crate::hoist::{is_anonymous_function, named};
use crate::make;

/// What a part of a pattern assigns to, evaluated as far as that goes before its value is fetched.
enum Target {
    Place(SimpleAssignTarget),
    Pattern(Pat),
}

impl Builder<'_, '_, '_> {
    /// `pattern = value`, for a value that can be mentioned again and again.
    pub(super) fn pattern(&mut self, pattern: Pat, value: Box<Expr>) {
        match pattern {
            Pat::Array(pattern) if self.suspends(&pattern) => self.array_pattern(pattern, value),
            Pat::Object(pattern) if self.suspends(&pattern) => self.object_pattern(pattern, value),
            other => {
                if let Ok(target) = AssignTarget::try_from(other) {
                    self.emit_expr(make::assign_to(target, value));
                }
            }
        }
    }

    fn array_pattern(&mut self, pattern: ArrayPat, value: Box<Expr>) {
        let (slot, iterator) = (self.slot(), self.temp());
        let each = Box::new(Expr::Ident((self.helper)(Helper::Each)));
        let record = make::call(each, vec![self.machine(), make::number(slot), value]);
        self.emit_expr(make::assign(iterator.clone(), record));
        let iterator = Box::new(Expr::Ident(iterator));

        let (outer, after) = (self.region, self.block());
        self.graph.regions.push(Region { outer, kind: RegionKind::Loop(slot), handler: after });
        self.region = Some(RegionId(self.graph.regions.len() - 1));
        let inside = self.block();
        self.fall_into(inside);
        for element in pattern.elems {
            match element {
                None => self.emit_expr(step(&iterator, vec![Box::new(Expr::Lit(Lit::Bool(true.into())))])),
                Some(Pat::Rest(rest)) => {
                    let target = self.pattern_target(*rest.arg);
                    let list = self.temp();
                    self.emit(collect(&iterator, &list));
                    self.put(target, Box::new(Expr::Ident(list)));
                }
                Some(element) => {
                    let (element, default) = with_default(element);
                    let target = self.pattern_target(element);
                    let value = Box::new(Expr::Cond(CondExpr {
                        span: DUMMY_SP,
                        test: step(&iterator, Vec::new()),
                        cons: make::member(iterator.clone(), "value"),
                        alt: make::undefined(),
                    }));
                    self.part(target, value, default);
                }
            }
        }
        self.region = outer;
        self.fall_into(after);
        self.emit_expr(make::call(make::member(iterator, "close"), Vec::new()));
    }

    fn object_pattern(&mut self, mut pattern: ObjectPat, value: Box<Expr>) {
        let properties = std::mem::take(&mut pattern.props);
        // RequireObjectCoercible
        let nothing = AssignTargetPat::Object(pattern);
        self.emit_expr(make::assign_to(AssignTarget::Pat(nothing), value.clone()));
        let mut keys = Vec::new();
        for property in properties {
            let (key, element) = match property {
                ObjectPatProp::KeyValue(property) => (property.key, *property.value),
                ObjectPatProp::Assign(AssignPatProp { span, key, value }) => {
                    let name = PropName::Ident(IdentName { span: key.id.span, sym: key.id.sym.clone() });
                    let left = Box::new(Pat::Ident(key));
                    (
                        name,
                        match value {
                            Some(right) => Pat::Assign(AssignPat { span, left, right }),
                            None => *left,
                        },
                    )
                }
                ObjectPatProp::Rest(rest) => {
                    let target = self.pattern_target(*rest.arg);
                    let helper = Box::new(Expr::Ident((self.helper)(Helper::ObjectRest)));
                    let keys = std::mem::take(&mut keys);
                    self.part(target, make::call(helper, vec![value.clone(), array(keys)]), None);
                    continue;
                }
            };
            let key = self.pattern_key(key);
            keys.push(match &key {
                MemberProp::Ident(name) => make::string(&name.sym),
                MemberProp::Computed(key) => key.expr.clone(),
                MemberProp::PrivateName(_) => continue,
            });
            let (element, default) = with_default(element);
            let target = self.pattern_target(element);
            let read = MemberExpr { span: DUMMY_SP, obj: make::operand(value.clone()), prop: key };
            self.part(target, Box::new(Expr::Member(read)), default);
        }
    }

    /// A property's key, which is used for the value and for what is left over.
    fn pattern_key(&mut self, key: PropName) -> MemberProp {
        let PropName::Computed(key) = key else { return MemberProp::from(key) };
        let expr = self.expr(key.expr);
        let expr = self.convert(expr);
        MemberProp::Computed(ComputedPropName { span: key.span, expr })
    }

    /// Evaluates what a part assigns to.
    fn pattern_target(&mut self, pattern: Pat) -> Target {
        let place = match pattern {
            Pat::Ident(name) => SimpleAssignTarget::Ident(name),
            Pat::Expr(expr) => match bare(expr) {
                Expr::Ident(name) => {
                    let expr = Box::new(Expr::Ident(name));
                    SimpleAssignTarget::Paren(ParenExpr { span: DUMMY_SP, expr })
                }
                Expr::Member(member) => SimpleAssignTarget::Member(self.member(member, true)),
                Expr::SuperProp(member) => SimpleAssignTarget::SuperProp(self.super_member(member, true)),
                other => return Target::Pattern(Pat::Expr(Box::new(other))),
            },
            other => return Target::Pattern(other),
        };
        Target::Place(place)
    }

    /// Fetches a part's value, or its default's, and assigns that.
    fn part(&mut self, target: Target, value: Box<Expr>, default: Option<Box<Expr>>) {
        let temp = self.temp();
        self.emit_expr(make::assign(temp.clone(), value));
        let value = Box::new(Expr::Ident(temp.clone()));
        if let Some(default) = default {
            let default = match &target {
                Target::Place(SimpleAssignTarget::Ident(name)) if is_anonymous_function(&default) => {
                    named(default, PropName::Ident(IdentName { span: DUMMY_SP, sym: name.id.sym.clone() }))
                }
                _ => anonymous(default),
            };
            let test = make::binary(BinaryOp::EqEqEq, value.clone(), make::undefined());
            self.statement(make::if_(DUMMY_SP, test, make::statement(make::assign(temp, default))), Vec::new());
        }
        self.put(target, value);
    }

    fn put(&mut self, target: Target, value: Box<Expr>) {
        match target {
            Target::Place(place) => self.emit_expr(make::assign_to(AssignTarget::Simple(place), value)),
            Target::Pattern(pattern) => self.pattern(pattern, value),
        }
    }
}

fn with_default(pattern: Pat) -> (Pat, Option<Box<Expr>>) {
    match pattern {
        Pat::Assign(assign) => (*assign.left, Some(assign.right)),
        other => (other, None),
    }
}

fn bare(expr: Box<Expr>) -> Expr {
    match *expr {
        Expr::Paren(paren) => bare(paren.expr),
        other => other,
    }
}

fn array(elements: Vec<Box<Expr>>) -> Box<Expr> {
    let elems = elements.into_iter().map(|expr| Some(ExprOrSpread { spread: None, expr })).collect();
    Box::new(Expr::Array(ArrayLit { span: DUMMY_SP, elems }))
}

/// Whether there is a next value: `!it.done && it.step()`
fn step(iterator: &Expr, arguments: Vec<Box<Expr>>) -> Box<Expr> {
    let iterator = || Box::new(iterator.clone());
    let step = make::call(make::member(iterator(), "step"), arguments);
    make::binary(BinaryOp::LogicalAnd, make::not(make::member(iterator(), "done")), step)
}

/// `for (list = []; !it.done && it.step(); ) list[list.length] = it.value;`
fn collect(iterator: &Expr, list: &Ident) -> Stmt {
    let name = || Box::new(Expr::Ident(list.clone()));
    let length = ComputedPropName { span: DUMMY_SP, expr: make::member(name(), "length") };
    let place = MemberExpr { span: DUMMY_SP, obj: name(), prop: MemberProp::Computed(length) };
    let place = AssignTarget::Simple(SimpleAssignTarget::Member(place));
    let add = make::assign_to(place, make::member(Box::new(iterator.clone()), "value"));
    Stmt::For(ForStmt {
        span: DUMMY_SP,
        init: Some(VarDeclOrExpr::Expr(make::assign(list.clone(), array(Vec::new())))),
        test: Some(step(iterator, Vec::new())),
        update: None,
        body: Box::new(make::statement(add)),
    })
}
