//! `&&`, `||`, `??`, `?:` and `,`: what short-circuits becomes branches, with one temporary for the value.

use swc_ecma_ast::*;

use super::anonymous;
use crate::build::Builder;
use crate::graph::{BlockId, Terminator};
use crate::make;

impl Builder<'_, '_, '_> {
    /// ```text
    /// a && yield b   ->   t = a; if t -> more else after;  more: t = yield b -> after;  after: t
    /// ```
    pub(super) fn logical(&mut self, mut expr: BinExpr) -> Box<Expr> {
        if !self.suspends(&expr.right) {
            expr.left = make::operand(self.expr(expr.left));
            return Box::new(Expr::Bin(expr));
        }
        let left = self.expr(expr.left);
        let value = self.temp();
        self.set(&value, left);
        let after = self.short_circuit(expr.op, Box::new(Expr::Ident(value.clone())));
        self.into(&value, expr.right);
        self.fall_into(after);
        Box::new(Expr::Ident(value))
    }

    pub(super) fn logical_effect(&mut self, expr: BinExpr) {
        let after = match expr.op {
            BinaryOp::NullishCoalescing => {
                let left = self.expr(expr.left);
                let left = self.keep(left);
                self.short_circuit(expr.op, left)
            }
            op => {
                let (more, after) = (self.block(), self.block());
                match op {
                    BinaryOp::LogicalAnd => self.branch(expr.left, more, after),
                    _ => self.branch(expr.left, after, more),
                }
                self.place(more);
                after
            }
        };
        if let Some(rest) = self.effect(expr.right) {
            self.emit_expr(rest);
        }
        self.fall_into(after);
    }

    /// Goes on with the right side of `op` unless `left`, which may be mentioned twice, decides. Answers where control
    /// goes then.
    pub(super) fn short_circuit(&mut self, op: BinaryOp, left: Box<Expr>) -> BlockId {
        let (more, after) = (self.block(), self.block());
        self.end(match op {
            BinaryOp::LogicalAnd => Terminator::Branch { test: left, then: more, otherwise: after },
            BinaryOp::LogicalOr => Terminator::Branch { test: left, then: after, otherwise: more },
            _ => Terminator::Branch { test: is_nullish(left), then: more, otherwise: after },
        });
        self.place(more);
        after
    }

    /// `target = expr`
    pub(super) fn into(&mut self, target: &Ident, expr: Box<Expr>) {
        let value = self.expr(expr);
        self.set(target, value);
    }

    pub(super) fn conditional(&mut self, mut expr: CondExpr) -> Box<Expr> {
        if !self.suspends(&expr.cons) && !self.suspends(&expr.alt) {
            expr.test = make::operand(self.expr(expr.test));
            return Box::new(Expr::Cond(expr));
        }
        let value = self.temp();
        let (then, otherwise, after) = (self.block(), self.block(), self.block());
        self.branch(expr.test, then, otherwise);
        self.place(then);
        self.into(&value, expr.cons);
        self.goto(after);
        self.place(otherwise);
        self.into(&value, expr.alt);
        self.fall_into(after);
        Box::new(Expr::Ident(value))
    }

    pub(super) fn conditional_effect(&mut self, expr: CondExpr) {
        let (then, otherwise, after) = (self.block(), self.block(), self.block());
        self.branch(expr.test, then, otherwise);
        for (block, expr) in [(then, expr.cons), (otherwise, expr.alt)] {
            self.place(block);
            if let Some(rest) = self.effect(expr) {
                self.emit_expr(rest);
            }
            self.goto(after);
        }
        self.place(after);
    }

    pub(super) fn comma(&mut self, expr: SeqExpr) -> Box<Expr> {
        let last_suspending = expr.exprs.iter().rposition(|one| self.suspends(one)).unwrap_or(0);
        let last = expr.exprs.len() - 1;
        let mut rest = Vec::new();
        for (index, expr) in expr.exprs.into_iter().enumerate() {
            if index == last {
                rest.push(self.expr(expr));
            } else if index <= last_suspending {
                if let Some(left) = self.effect(expr) {
                    self.emit_expr(left);
                }
            } else {
                rest.push(expr);
            }
        }
        // A function at the end of a list gets no name.
        if rest.len() == 1 { anonymous(rest.remove(0)) } else { make::paren(make::comma(rest)) }
    }
}

/// `value === null || value === void 0`: `value == null` is true of `document.all`, too.
pub(super) fn is_nullish(value: Box<Expr>) -> Box<Expr> {
    let null = Box::new(Expr::Lit(Lit::Null(Null { span: swc_common::DUMMY_SP })));
    let strictly = |right| {
        Box::new(Expr::Bin(BinExpr { span: swc_common::DUMMY_SP, op: BinaryOp::EqEqEq, left: value.clone(), right }))
    };
    Box::new(Expr::Bin(BinExpr {
        span: swc_common::DUMMY_SP,
        op: BinaryOp::LogicalOr,
        left: strictly(null),
        right: strictly(make::undefined()),
    }))
}
