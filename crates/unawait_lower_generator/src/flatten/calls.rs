//! Calls: the function is read before the arguments are evaluated, with the object that it is a method of.

use swc_common::{DUMMY_SP, SyntaxContext};
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use crate::build::Builder;
use crate::make;
use crate::suspends::suspends;

impl Builder<'_, '_, '_> {
    /// ```text
    /// a.b(yield c)   ->   t1 = a; t2 = t1.b; yield c;   t2.call(t1, sent)
    /// (yield a).b(c) ->   yield a;   sent.b(c)
    /// ```
    pub(super) fn call(&mut self, mut expr: CallExpr) -> Box<Expr> {
        let early = expr.args.iter().any(|argument| suspends(&argument.expr));
        let callee = match expr.callee {
            // Only these themselves can stand here.
            callee @ (Callee::Import(_) | Callee::Super(_)) => {
                expr.args = self.arguments(expr.args);
                return Box::new(Expr::Call(CallExpr { callee, ..expr }));
            }
            Callee::Expr(callee) => callee,
        };
        if !early {
            expr.callee = Callee::Expr(self.callee(callee));
            return Box::new(Expr::Call(expr));
        }
        if is_eval(&callee) {
            expr.args = self.arguments(expr.args);
            return Box::new(Expr::Call(CallExpr { callee: Callee::Expr(callee), ..expr }));
        }
        let (function, this) = self.method(callee);
        let args = self.arguments(expr.args);
        make::at(expr.span, call_as(function, this, args))
    }

    /// What is called, evaluated as far as it suspends. A member stays one, for the call needs its base.
    fn callee(&mut self, callee: Box<Expr>) -> Box<Expr> {
        match *callee {
            Expr::Paren(ParenExpr { expr, .. }) if is_member(&expr) => self.callee(expr),
            callee => make::operand(self.expr(Box::new(callee))),
        }
    }

    /// What is called, read before something suspends; and its `this`, if it has one.
    pub(super) fn method(&mut self, callee: Box<Expr>) -> (Box<Expr>, Option<Box<Expr>>) {
        match *callee {
            Expr::Member(member) => {
                let obj = self.expr(member.obj);
                let base = self.keep(obj);
                let member = self.member(MemberExpr { obj: base.clone(), ..member }, false);
                (self.spill(Box::new(Expr::Member(member))), Some(base))
            }
            Expr::SuperProp(member) => {
                let member = self.super_member(member, false);
                (self.spill(Box::new(Expr::SuperProp(member))), Some(make::this()))
            }
            Expr::OptChain(chain) => self.chained_method(chain),
            Expr::Paren(ParenExpr { expr, .. }) if is_member(&expr) => self.method(expr),
            callee => (self.operand(Box::new(callee)), None),
        }
    }

    pub(super) fn new_(&mut self, mut expr: NewExpr) -> Box<Expr> {
        let early = expr.args.iter().flatten().any(|argument| suspends(&argument.expr));
        let callee = if early { self.operand(expr.callee) } else { self.expr(expr.callee) };
        // `new (f())()` needs its parentheses.
        expr.callee = match &*callee {
            Expr::Ident(_) | Expr::Paren(_) | Expr::This(_) => callee,
            _ => make::paren(callee),
        };
        expr.args = expr.args.map(|args| self.arguments(args));
        Box::new(Expr::New(expr))
    }

    /// ```text
    /// a.b`x${yield c}y`   ->   t1 = a; t2 = t1.b; t3 = strings`x${0}y`; yield c;   t2.call(t1, t3, sent)
    /// ```
    /// The strings are one object for each place in the source, so they stay a tagged template's.
    pub(super) fn tagged_template(&mut self, expr: TaggedTpl) -> Box<Expr> {
        let TaggedTpl { span, tag, tpl, .. } = expr;
        if !suspends(&tpl) {
            let tag = self.callee(tag);
            return Box::new(Expr::TaggedTpl(TaggedTpl { tag, tpl, ..expr_like(span) }));
        }
        let (function, this) = self.method(tag);
        let exprs = tpl.exprs;
        let blank = exprs.iter().map(|_| make::number(0)).collect();
        let helper = (self.helper)(Helper::TemplateObject);
        let template = Box::new(Tpl { span: DUMMY_SP, exprs: blank, quasis: tpl.quasis });
        let tagged = TaggedTpl { tag: Box::new(Expr::Ident(helper)), tpl: template, ..expr_like(span) };
        let strings = self.spill(Box::new(Expr::TaggedTpl(tagged)));
        let values = exprs.into_iter().map(|expr| ExprOrSpread { spread: None, expr }).collect();
        let mut args = vec![ExprOrSpread { spread: None, expr: strings }];
        args.extend(self.arguments(values));
        make::at(span, call_as(function, this, args))
    }

    /// A class whose keys or heritage suspend has been taken apart.
    pub(super) fn class(&mut self, expr: ClassExpr) -> Box<Expr> {
        Box::new(Expr::Class(expr))
    }
}

fn expr_like(span: swc_common::Span) -> TaggedTpl {
    TaggedTpl {
        span,
        ctxt: SyntaxContext::empty(),
        tag: make::this(),
        type_params: None,
        tpl: Box::new(Tpl { span, exprs: Vec::new(), quasis: Vec::new() }),
    }
}

/// `function.call(this, arguments)`, or `function(arguments)`
pub(super) fn call_as(function: Box<Expr>, this: Option<Box<Expr>>, mut args: Vec<ExprOrSpread>) -> Box<Expr> {
    match this {
        Some(this) => {
            args.insert(0, ExprOrSpread { spread: None, expr: this });
            make::call_with(make::member(function, "call"), args)
        }
        None => make::call_with(function, args),
    }
}

fn is_member(expr: &Expr) -> bool {
    match expr {
        Expr::Member(_) | Expr::SuperProp(_) | Expr::OptChain(_) => true,
        Expr::Paren(inner) => is_member(&inner.expr),
        _ => false,
    }
}

fn is_eval(callee: &Expr) -> bool {
    matches!(callee, Expr::Ident(name) if &*name.sym == "eval")
}
