//! Places: members, assignments, `++`, `delete`. A place that must outlive a suspension is a base and a key.

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use crate::build::Builder;
use crate::make;

impl Builder<'_, '_, '_> {
    /// A member whose base and key have been evaluated; if it `outlives` a suspension, into temporaries.
    pub(super) fn member(&mut self, expr: MemberExpr, outlives: bool) -> MemberExpr {
        let MemberExpr { span, obj, prop } = expr;
        let key_suspends = matches!(&prop, MemberProp::Computed(key) if self.suspends(&key.expr));
        let obj = if outlives || key_suspends { self.operand(obj) } else { self.expr(obj) };
        let prop = match prop {
            MemberProp::Computed(key) => MemberProp::Computed(self.key(key, outlives)),
            other => other,
        };
        MemberExpr { span, obj: make::operand(obj), prop }
    }

    pub(super) fn super_member(&mut self, expr: SuperPropExpr, outlives: bool) -> SuperPropExpr {
        let prop = match expr.prop {
            SuperProp::Computed(key) => SuperProp::Computed(self.key(key, outlives)),
            other => other,
        };
        SuperPropExpr { prop, ..expr }
    }

    fn key(&mut self, key: ComputedPropName, outlives: bool) -> ComputedPropName {
        let expr = if outlives { self.operand(key.expr) } else { self.expr(key.expr) };
        ComputedPropName { span: key.span, expr }
    }

    /// A key that is used twice is converted once, before anything suspends.
    pub(super) fn convert(&mut self, expr: Box<Expr>) -> Box<Expr> {
        if super::is_literal(&expr) {
            return expr;
        }
        let helper = (self.helper)(Helper::PropertyKey);
        self.spill(make::call(Box::new(Expr::Ident(helper)), vec![expr]))
    }

    /// ```text
    /// a[b] = yield c    ->   t1 = a; t2 = b; yield c;   t1[t2] = sent
    /// a[b] += yield c   ->   t1 = a; t2 = key(b); t3 = t1[t2]; yield c;   t1[t2] = t3 + sent
    /// a[b] ||= yield c  ->   t1 = a; t2 = key(b); t3 = t1[t2]; if t3 -> after else more;  more: ...
    /// ```
    pub(super) fn assignment(&mut self, mut expr: AssignExpr) -> Box<Expr> {
        let right_suspends = self.suspends(&expr.right);
        let left = match expr.left {
            AssignTarget::Simple(target) => self.target(target, right_suspends),
            AssignTarget::Pat(pattern) => {
                let right = self.expr(expr.right);
                if self.suspends(&pattern) {
                    let value = self.keep(right);
                    self.pattern(pattern.into(), value.clone());
                    return value;
                }
                expr.right = make::argument(right);
                return Box::new(Expr::Assign(AssignExpr { left: AssignTarget::Pat(pattern), ..expr }));
            }
        };
        if !right_suspends {
            return Box::new(Expr::Assign(AssignExpr { left: AssignTarget::Simple(left), ..expr }));
        }
        let Some(op) = expr.op.to_update() else {
            let right = make::argument(self.expr(expr.right));
            return Box::new(Expr::Assign(AssignExpr { left: AssignTarget::Simple(left), right, ..expr }));
        };
        let left = self.twice(left);
        let read = value_of(&left);
        let assign = |right| make::at(expr.span, make::assign_to(AssignTarget::Simple(left.clone()), right));
        if super::is_logical(op) {
            let value = self.temp();
            self.set(&value, read);
            let name = Box::new(Expr::Ident(value.clone()));
            let after = self.short_circuit(op, name.clone());
            let right = self.expr(expr.right);
            self.emit_expr(make::assign(value, assign(right)));
            self.fall_into(after);
            return name;
        }
        let value = self.spill(read);
        let right = self.expr(expr.right);
        assign(make::binary(op, value, right))
    }

    fn target(&mut self, target: SimpleAssignTarget, outlives: bool) -> SimpleAssignTarget {
        match target {
            SimpleAssignTarget::Member(member) => SimpleAssignTarget::Member(self.member(member, outlives)),
            SimpleAssignTarget::SuperProp(member) => SimpleAssignTarget::SuperProp(self.super_member(member, outlives)),
            SimpleAssignTarget::Paren(target) => match *target.expr {
                Expr::Member(member) => SimpleAssignTarget::Member(self.member(member, outlives)),
                Expr::SuperProp(member) => SimpleAssignTarget::SuperProp(self.super_member(member, outlives)),
                Expr::Paren(inner) => self.target(SimpleAssignTarget::Paren(inner), outlives),
                expr @ Expr::Call(_) => self.call_target(expr, outlives),
                // In its parentheses, for then it gives functions no name.
                expr => SimpleAssignTarget::Paren(ParenExpr { span: target.span, expr: Box::new(expr) }),
            },
            other => other,
        }
    }

    /// `f(yield a) = b`: an assignment to a call fails when the call has returned.
    fn call_target(&mut self, call: Expr, outlives: bool) -> SimpleAssignTarget {
        let expr = self.expr(Box::new(call));
        let target = SimpleAssignTarget::Paren(ParenExpr { span: DUMMY_SP, expr });
        if !outlives {
            return target;
        }
        self.emit_expr(make::assign_to(AssignTarget::Simple(target), make::number(0)));
        SimpleAssignTarget::Ident(self.temp().into())
    }

    /// A place, evaluated already, that is read and then written.
    fn twice(&mut self, target: SimpleAssignTarget) -> SimpleAssignTarget {
        match target {
            SimpleAssignTarget::Member(MemberExpr { span, obj, prop: MemberProp::Computed(key) }) => {
                // To read a property of null throws before the key is converted.
                let expr = self.convert(key.expr);
                let prop = MemberProp::Computed(ComputedPropName { span: key.span, expr });
                SimpleAssignTarget::Member(MemberExpr { span, obj, prop })
            }
            SimpleAssignTarget::SuperProp(SuperPropExpr { span, obj, prop: SuperProp::Computed(key) }) => {
                let expr = self.convert(key.expr);
                let prop = SuperProp::Computed(ComputedPropName { span: key.span, expr });
                SimpleAssignTarget::SuperProp(SuperPropExpr { span, obj, prop })
            }
            other => other,
        }
    }

    /// `a[yield b]++`: nothing suspends between reading and writing.
    pub(super) fn update(&mut self, mut expr: UpdateExpr) -> Box<Expr> {
        expr.arg = match *expr.arg {
            Expr::Paren(inner) => return self.update(UpdateExpr { arg: inner.expr, ..expr }),
            other => self.expr(Box::new(other)),
        };
        Box::new(Expr::Update(expr))
    }

    /// `delete a[yield b]`; what is no place is only evaluated.
    pub(super) fn delete(&mut self, mut expr: UnaryExpr) -> Box<Expr> {
        match *expr.arg {
            Expr::Paren(inner) => self.delete(UnaryExpr { arg: inner.expr, ..expr }),
            Expr::Member(member) => {
                expr.arg = Box::new(Expr::Member(self.member(member, false)));
                Box::new(Expr::Unary(expr))
            }
            Expr::OptChain(chain) => self.delete_chain(chain),
            Expr::SuperProp(member) => {
                expr.arg = Box::new(Expr::SuperProp(self.super_member(member, false)));
                Box::new(Expr::Unary(expr))
            }
            other => {
                if let Some(rest) = self.effect(Box::new(other)) {
                    self.emit_expr(rest);
                }
                Box::new(Expr::Lit(Lit::Bool(Bool { span: DUMMY_SP, value: true })))
            }
        }
    }
}

/// What stands in a place.
fn value_of(target: &SimpleAssignTarget) -> Box<Expr> {
    Box::new(match target.clone() {
        SimpleAssignTarget::Ident(name) => Expr::Ident(name.id),
        SimpleAssignTarget::Member(member) => Expr::Member(member),
        SimpleAssignTarget::SuperProp(member) => Expr::SuperProp(member),
        SimpleAssignTarget::Paren(inner) => Expr::Paren(inner),
        // Nothing else can be assigned to.
        _ => Expr::Invalid(Invalid { span: DUMMY_SP }),
    })
}
