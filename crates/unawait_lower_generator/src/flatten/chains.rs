//! Optional chains. Where only the innermost base suspends, the chain stays; else each `?.` becomes a branch to one
//! common end.
//!
//! ```text
//! a?.b[yield c]   ->   t1 = a; if t1 is nullish -> none;  t2 = t1.b; yield c; t3 = t2[sent] -> after
//!                      none: t3 = void 0 -> after;  after: t3
//! ```

use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::logic::is_nullish;
use crate::build::Builder;
use crate::graph::{BlockId, Terminator};
use crate::make;

/// A link's value, and the `this` of a call of it.
type Link = (Box<Expr>, Option<Box<Expr>>);

impl Builder<'_, '_, '_> {
    pub(super) fn chain(&mut self, expr: OptChainExpr) -> Box<Expr> {
        match self.head_only(expr) {
            Ok(chain) => chain,
            Err(chain) => {
                let value = self.temp();
                self.chain_into(chain, |builder, (last, _)| {
                    builder.emit_expr(make::assign(value.clone(), last));
                    value
                })
            }
        }
    }

    /// `delete a?.[yield b]`: true if the chain ends early.
    pub(super) fn delete_chain(&mut self, chain: OptChainExpr) -> Box<Expr> {
        let value = self.temp();
        let none = self.block();
        let after = self.block();
        let last = self.last_link(chain, none).0;
        let (span, op) = (DUMMY_SP, UnaryOp::Delete);
        let deleted = Box::new(Expr::Unary(UnaryExpr { span, op, arg: last }));
        self.emit_expr(make::assign(value.clone(), deleted));
        self.goto(after);
        self.place(none);
        let yes = Box::new(Expr::Lit(Lit::Bool(Bool { span, value: true })));
        self.emit_expr(make::assign(value.clone(), yes));
        self.fall_into(after);
        Box::new(Expr::Ident(value))
    }

    /// `a?.b` in `(a?.b)(yield c)`: the function, and the object that it is called on.
    pub(super) fn chained_method(&mut self, chain: OptChainExpr) -> Link {
        let (function, this) = (self.temp(), self.temp());
        let name = Box::new(Expr::Ident(this.clone()));
        let function = self.chain_into(chain, |builder, (last, base)| {
            builder.set(&this, base.unwrap_or_else(make::undefined));
            builder.set(&function, last);
            function
        });
        (function, Some(name))
    }

    /// The value of a chain, which `store` keeps; undefined if it ends early.
    fn chain_into(&mut self, chain: OptChainExpr, store: impl FnOnce(&mut Self, Link) -> Ident) -> Box<Expr> {
        let (none, after) = (self.block(), self.block());
        let link = self.last_link(chain, none);
        let value = store(self, link);
        self.goto(after);
        self.place(none);
        self.emit_expr(make::assign(value.clone(), make::undefined()));
        self.fall_into(after);
        Box::new(Expr::Ident(value))
    }

    /// A chain of which only the innermost base suspends.
    fn head_only(&mut self, chain: OptChainExpr) -> Result<Box<Expr>, OptChainExpr> {
        let mut expr = Box::new(Expr::OptChain(chain));
        if self.tail_suspends(&expr) {
            return match *expr {
                Expr::OptChain(chain) => Err(chain),
                _ => Ok(expr),
            };
        }
        self.replace_head(&mut expr);
        Ok(expr)
    }

    /// Whether a chain suspends behind its innermost base.
    fn tail_suspends(&self, mut expr: &Expr) -> bool {
        let argument = |argument: &ExprOrSpread| self.suspends(&argument.expr);
        loop {
            let (suspends, before) = match expr {
                Expr::OptChain(chain) => match &*chain.base {
                    OptChainBase::Member(member) => (self.suspends(&member.prop), &member.obj),
                    OptChainBase::Call(call) => (call.args.iter().any(argument), &call.callee),
                },
                Expr::Member(member) => (self.suspends(&member.prop), &member.obj),
                Expr::Call(CallExpr { callee: Callee::Expr(callee), args, .. }) => (args.iter().any(argument), callee),
                // What is in parentheses is still a member when it is called.
                Expr::Paren(inner) => (false, &inner.expr),
                _ => return false,
            };
            if suspends {
                return true;
            }
            expr = before;
        }
    }

    fn replace_head(&mut self, expr: &mut Box<Expr>) {
        match &mut **expr {
            Expr::OptChain(chain) => match &mut *chain.base {
                OptChainBase::Member(member) => self.replace_head(&mut member.obj),
                OptChainBase::Call(call) => self.replace_head(&mut call.callee),
            },
            Expr::Member(member) => self.replace_head(&mut member.obj),
            Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => self.replace_head(callee),
            _ => {
                let head = std::mem::replace(expr, make::this());
                *expr = self.value(head);
            }
        }
    }

    /// The last link of a chain as an expression; whatever comes before it has been evaluated. Goes to `none` if the
    /// chain ends early.
    fn last_link(&mut self, chain: OptChainExpr, none: BlockId) -> Link {
        match *chain.base {
            OptChainBase::Member(member) => {
                let base = self.link(member.obj, none).0;
                let base = self.keep(base);
                self.check(chain.optional, &base, none);
                let member = self.member(MemberExpr { obj: base.clone(), ..member }, false);
                (Box::new(Expr::Member(member)), Some(base))
            }
            OptChainBase::Call(call) => {
                let (function, this) = self.callee_link(call.callee, none);
                let function = self.keep(function);
                self.check(chain.optional, &function, none);
                (make::at(chain.span, self.call_as(function, this, Vec::new(), call.args)), None)
            }
        }
    }

    /// A link which others follow.
    fn link(&mut self, expr: Box<Expr>, none: BlockId) -> Link {
        match *expr {
            Expr::OptChain(chain) => self.last_link(chain, none),
            Expr::Member(member) if is_linked(&member.obj) => {
                let base = self.link(member.obj, none).0;
                let base = self.keep(base);
                let member = self.member(MemberExpr { obj: base.clone(), ..member }, false);
                (Box::new(Expr::Member(member)), Some(base))
            }
            Expr::Call(CallExpr { callee: Callee::Expr(callee), args, span, .. }) if is_linked(&callee) => {
                let (function, this) = self.callee_link(callee, none);
                let function = self.keep(function);
                (make::at(span, self.call_as(function, this, Vec::new(), args)), None)
            }
            expr => (self.expr(Box::new(expr)), None),
        }
    }

    /// What a link calls.
    fn callee_link(&mut self, expr: Box<Expr>, none: BlockId) -> Link {
        match *expr {
            expr if is_linked(&expr) => self.link(Box::new(expr), none),
            expr => self.method(Box::new(expr)),
        }
    }

    fn check(&mut self, optional: bool, value: &Expr, none: BlockId) {
        if optional {
            let next = self.block();
            let test = is_nullish(Box::new(value.clone()));
            self.end(Terminator::Branch { test, then: none, otherwise: next });
            self.place(next);
        }
    }
}

/// Whether an expression goes on with a chain.
fn is_linked(expr: &Expr) -> bool {
    match expr {
        Expr::OptChain(_) => true,
        Expr::Member(member) => is_linked(&member.obj),
        Expr::Call(CallExpr { callee: Callee::Expr(callee), .. }) => is_linked(callee),
        _ => false,
    }
}
