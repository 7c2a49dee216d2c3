//! One suspending expression -> statements and a simple expression, which is evaluated right behind them.
//!
//! One rule: operands are evaluated left to right, and one is *spilled* to a temporary if a later sibling suspends and
//! its value could be another afterwards. Places are Reference Records: base and key are spilled, never the value.
//!
//! ```js
//! f(a, yield b, c)   // becomes   t_1 = f; t_2 = a; yield b;   and   t_1(t_2, sent, c)
//! ```

mod calls;
mod chains;
mod literals;
mod logic;
mod patterns;
mod places;
#[cfg(test)]
mod tests;

use swc_common::{DUMMY_SP, Spanned};
use swc_ecma_ast::*;

use crate::build::Builder;
use crate::graph::Terminator;
use crate::make;

impl Builder<'_, '_, '_> {
    /// Runs what suspends of `expr`, and answers the rest.
    pub fn expr(&mut self, expr: Box<Expr>) -> Box<Expr> {
        if !self.suspends(&expr) {
            return expr;
        }
        stacker::maybe_grow(128 * 1024, 1024 * 1024, || self.suspending(expr))
    }

    /// The same for an expression whose value nobody wants. `None` if nothing is left to evaluate.
    pub fn effect(&mut self, expr: Box<Expr>) -> Option<Box<Expr>> {
        if !self.suspends(&expr) {
            return Some(expr);
        }
        match *expr {
            Expr::Yield(expr) => {
                self.yield_(expr);
                None
            }
            Expr::Paren(expr) => self.effect(expr.expr),
            Expr::Unary(UnaryExpr { op: UnaryOp::Void | UnaryOp::Bang, arg, .. }) => self.effect(arg),
            Expr::Seq(expr) => {
                let mut rest = None;
                for expr in expr.exprs {
                    if let Some(rest) = rest {
                        self.emit_expr(rest);
                    }
                    rest = self.effect(expr);
                }
                rest
            }
            Expr::Assign(expr) if matches!(&expr.left, AssignTarget::Pat(pattern) if self.suspends(pattern)) => {
                self.assignment(expr);
                None
            }
            Expr::Bin(expr) if is_logical(expr.op) && self.suspends(&expr.right) => {
                self.logical_effect(expr);
                None
            }
            Expr::Cond(expr) if self.suspends(&expr.cons) || self.suspends(&expr.alt) => {
                self.conditional_effect(expr);
                None
            }
            expr => {
                let rest = self.suspending(Box::new(expr));
                (!is_stable(&rest)).then_some(rest)
            }
        }
    }

    fn suspending(&mut self, expr: Box<Expr>) -> Box<Expr> {
        match *expr {
            Expr::Yield(expr) => {
                self.yield_(expr);
                self.sent()
            }
            Expr::Paren(expr) => {
                let inner = self.expr(expr.expr);
                make::operand(inner)
            }
            Expr::Unary(expr) if expr.op == UnaryOp::Delete => self.delete(expr),
            Expr::Unary(mut expr) => {
                expr.arg = self.value(expr.arg);
                Box::new(Expr::Unary(expr))
            }
            Expr::Update(expr) => self.update(expr),
            Expr::Bin(expr) if is_logical(expr.op) => self.logical(expr),
            Expr::Bin(mut expr) => {
                let is_private = expr.left.is_private_name();
                if self.suspends(&expr.right) && !is_private {
                    expr.left = self.operand(expr.left);
                }
                expr.left = make::operand(self.expr(expr.left));
                expr.right = make::operand(self.expr(expr.right));
                Box::new(Expr::Bin(expr))
            }
            Expr::Cond(expr) => self.conditional(expr),
            Expr::Seq(expr) => self.comma(expr),
            Expr::Assign(expr) => self.assignment(expr),
            Expr::Member(expr) => {
                let member = self.member(expr, false);
                Box::new(Expr::Member(member))
            }
            Expr::SuperProp(expr) => {
                let member = self.super_member(expr, false);
                Box::new(Expr::SuperProp(member))
            }
            Expr::Call(expr) => self.call(expr),
            Expr::New(expr) => self.new_(expr),
            Expr::OptChain(expr) => self.chain(expr),
            Expr::Array(expr) => self.array(expr),
            Expr::Object(expr) => self.object(expr),
            Expr::Tpl(expr) => self.template(expr),
            Expr::TaggedTpl(expr) => self.tagged_template(expr),
            Expr::Class(expr) => self.class(expr),
            other => Box::new(other),
        }
    }

    /// Suspends. What the generator is resumed with is `sent` in the block that comes next.
    fn yield_(&mut self, expr: YieldExpr) {
        let value = expr.arg.map(|value| self.expr(value));
        let resume = self.block();
        self.suspensions += 1;
        self.end(match value {
            Some(iterable) if expr.delegate => Terminator::Delegate { span: expr.span, iterable, resume },
            value => Terminator::Yield { span: expr.span, value, resume },
        });
        self.place(resume);
    }

    /// `expr` as an operand, behind which something suspends.
    pub fn operand(&mut self, expr: Box<Expr>) -> Box<Expr> {
        let value = self.expr(expr);
        if is_stable(&value) || self.is_temp(&value) { value } else { self.spill(value) }
    }

    /// `expr` as something that can be mentioned more than once, before anything suspends.
    pub fn keep(&mut self, expr: Box<Expr>) -> Box<Expr> {
        if is_literal(&expr) || self.is_temp(&expr) { expr } else { self.spill(expr) }
    }

    /// Evaluates `expr` now.
    pub fn spill(&mut self, expr: Box<Expr>) -> Box<Expr> {
        let temp = self.temp();
        self.set(&temp, expr);
        Box::new(Expr::Ident(temp))
    }

    /// `local = expr`, for a local of ours: functions get no name of it.
    pub fn set(&mut self, local: &Ident, expr: Box<Expr>) {
        let span = expr.span();
        self.emit_expr(make::at(span, make::assign(local.clone(), anonymous(expr))));
    }

    /// The arguments of a call, evaluated left to right.
    pub fn arguments(&mut self, arguments: Vec<ExprOrSpread>) -> Vec<ExprOrSpread> {
        let last = arguments.iter().rposition(|argument| self.suspends(&argument.expr));
        let evaluate = |(index, argument): (usize, ExprOrSpread)| match last {
            Some(last) if index < last => self.early(argument),
            Some(last) if index == last => ExprOrSpread { expr: make::argument(self.expr(argument.expr)), ..argument },
            _ => argument,
        };
        arguments.into_iter().enumerate().map(evaluate).collect()
    }

    /// An argument behind which something suspends: what is spread is iterated now.
    fn early(&mut self, argument: ExprOrSpread) -> ExprOrSpread {
        if argument.spread.is_none() {
            return ExprOrSpread { expr: self.operand(argument.expr), spread: None };
        }
        let expr = make::argument(self.expr(argument.expr));
        let spread = argument.spread;
        let list = ArrayLit { span: DUMMY_SP, elems: vec![Some(ExprOrSpread { spread, expr })] };
        ExprOrSpread { expr: self.spill(Box::new(Expr::Array(list))), spread }
    }
}

fn is_logical(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::LogicalAnd | BinaryOp::LogicalOr | BinaryOp::NullishCoalescing)
}

/// Whether an expression has one value whenever it is evaluated, and nothing notices when.
fn is_stable(expr: &Expr) -> bool {
    match expr {
        Expr::Fn(_) | Expr::Arrow(_) | Expr::This(_) => true,
        Expr::Paren(expr) => is_stable(&expr.expr),
        _ => is_literal(expr),
    }
}

fn is_literal(expr: &Expr) -> bool {
    match expr {
        Expr::Lit(literal) => !matches!(literal, Lit::Regex(_)),
        Expr::Tpl(template) => template.exprs.is_empty(),
        Expr::Unary(UnaryExpr { op: UnaryOp::Void | UnaryOp::Minus | UnaryOp::Bang, arg, .. }) => is_literal(arg),
        Expr::This(_) => true,
        _ => false,
    }
}

/// An expression which gets no name of the variable that it is assigned to:
/// <https://tc39.es/ecma262/#sec-runtime-semantics-namedevaluation>.
fn anonymous(expr: Box<Expr>) -> Box<Expr> {
    let expr = match *expr {
        Expr::Paren(inner) => return anonymous(inner.expr),
        expr => Box::new(expr),
    };
    let is_nameless = match &*expr {
        Expr::Class(class) => class.ident.is_none(),
        Expr::Fn(function) => function.ident.is_none(),
        Expr::Arrow(_) => true,
        _ => false,
    };
    if is_nameless { make::value(expr) } else { expr }
}
