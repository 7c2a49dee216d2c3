//! Calls: the function is read before the arguments are evaluated, with the object that it is a method of.

use swc_common::{DUMMY_SP, SyntaxContext};
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use crate::build::Builder;
use crate::make;

impl Builder<'_, '_, '_> {
    /// ```text
    /// a.b(yield c)   ->   t1 = a; t2 = t1.b; yield c;   __callOn(t2, t1, sent)
    /// (yield a).b(c) ->   yield a;   sent.b(c)
    /// ```
    pub(super) fn call(&mut self, mut expr: CallExpr) -> Box<Expr> {
        let early = expr.args.iter().any(|argument| self.suspends(&argument.expr));
        let callee = match expr.callee {
            // Only these themselves can stand here.
            callee @ (Callee::Import(_) | Callee::Super(_)) => {
                expr.args = self.arguments(expr.args);
                return Box::new(Expr::Call(CallExpr { callee, ..expr }));
            }
            Callee::Expr(callee) => callee,
        };
        if !early && !self.is_suspended_chain(&callee) {
            expr.callee = Callee::Expr(self.callee(callee));
            return Box::new(Expr::Call(expr));
        }
        if is_eval(&callee) || self.is_loops(&callee) {
            expr.args = self.arguments(expr.args);
            return Box::new(Expr::Call(CallExpr { callee: Callee::Expr(callee), ..expr }));
        }
        let (function, this) = self.method(callee);
        make::at(expr.span, self.call_as(function, this, Vec::new(), expr.args))
    }

    /// Whether `callee` is a method of a `for await` loop's own object.
    fn is_loops(&self, callee: &Expr) -> bool {
        let member = callee.as_member().filter(|member| member.prop.is_ident());
        member.and_then(|member| member.obj.as_ident()).is_some_and(|name| self.loops.contains(&name.sym))
    }

    /// Whether it is a chain in parentheses, which a call leaves a member, that is taken apart.
    fn is_suspended_chain(&self, callee: &Expr) -> bool {
        callee.unwrap_parens().is_opt_chain() && self.suspends(callee)
    }

    /// What is called, evaluated as far as it suspends. A member stays one, for the call needs its base.
    fn callee(&mut self, callee: Box<Expr>) -> Box<Expr> {
        match *callee {
            Expr::Paren(ParenExpr { expr, .. }) if is_member(&expr) => self.callee(expr),
            callee => self.value(Box::new(callee)),
        }
    }

    /// What `typeof` or a call gets to see. The end of a list is a value; once the list is taken apart, nothing else says
    /// so: `(yield, a.b)()` calls `b` on nothing, `typeof (yield, a)` throws if there is no `a`.
    pub(super) fn value(&mut self, expr: Box<Expr>) -> Box<Expr> {
        let is_end = ends_list_as_reference(&expr);
        let expr = self.expr(expr);
        if is_end && is_reference(&expr) {
            return make::value(expr);
        }
        make::operand(expr)
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
            Expr::Paren(ParenExpr { expr, .. }) if is_reference(&expr) => self.method(expr),
            Expr::Ident(name) if !self.withs.is_empty() => {
                let this = self.with_object(&name);
                (self.spill(Box::new(Expr::Ident(name))), Some(this))
            }
            callee => (self.operand(Box::new(callee)), None),
        }
    }

    /// The object of the `with` statements around that a name is looked up in, if it is:
    /// <https://tc39.es/ecma262/#sec-object-environment-records-withbaseobject>.
    fn with_object(&mut self, name: &Ident) -> Box<Expr> {
        let object = |name: &Ident| Some(ExprOrSpread { spread: None, expr: Box::new(Expr::Ident(name.clone())) });
        let elems = self.withs.iter().rev().map(object).collect();
        let objects = Box::new(Expr::Array(ArrayLit { span: DUMMY_SP, elems }));
        let helper = Box::new(Expr::Ident((self.helper)(Helper::WithObject)));
        self.spill(make::call(helper, vec![objects, make::string(&name.sym)]))
    }

    pub(super) fn new_(&mut self, mut expr: NewExpr) -> Box<Expr> {
        let early = expr.args.iter().flatten().any(|argument| self.suspends(&argument.expr));
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
    /// a.b`x${yield c}y`   ->   t1 = a; t2 = t1.b; t3 = strings`x${0}y`; yield c;   __callOn(t2, t1, t3, sent)
    /// ```
    /// The strings are one object for each place in the source, so they stay a tagged template's.
    pub(super) fn tagged_template(&mut self, expr: TaggedTpl) -> Box<Expr> {
        let TaggedTpl { span, tag, tpl, .. } = expr;
        if !self.suspends(&tpl) && !self.is_suspended_chain(&tag) {
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
        let strings = ExprOrSpread { spread: None, expr: strings };
        make::at(span, self.call_as(function, this, vec![strings], values))
    }

    /// `__callOn(function, this, first, arguments)`, or `function(first, arguments)`. Not `function.call(...)`, since a
    /// function may have a `call` of its own, or none.
    pub(super) fn call_as(
        &mut self,
        function: Box<Expr>,
        this: Option<Box<Expr>>,
        first: Vec<ExprOrSpread>,
        arguments: Vec<ExprOrSpread>,
    ) -> Box<Expr> {
        let argument = |expr| ExprOrSpread { spread: None, expr };
        let (callee, mut args) = match this {
            Some(this) => {
                (Box::new(Expr::Ident((self.helper)(Helper::CallOn))), vec![argument(function), argument(this)])
            }
            None => (function, Vec::new()),
        };
        args.extend(first);
        args.extend(self.arguments(arguments));
        make::call_with(callee, args)
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

fn is_member(expr: &Expr) -> bool {
    match expr {
        Expr::Member(_) | Expr::SuperProp(_) | Expr::OptChain(_) => true,
        Expr::Paren(inner) => is_member(&inner.expr),
        _ => false,
    }
}

fn is_reference(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => is_reference(&inner.expr),
        Expr::Ident(_) => true,
        expr => is_member(expr),
    }
}

/// Whether it is a list that ends in a name or a member.
fn ends_list_as_reference(expr: &Expr) -> bool {
    match expr {
        Expr::Paren(inner) => ends_list_as_reference(&inner.expr),
        Expr::Seq(list) => list.exprs.last().is_some_and(|last| is_reference(last) || ends_list_as_reference(last)),
        _ => false,
    }
}

fn is_eval(callee: &Expr) -> bool {
    matches!(callee, Expr::Ident(name) if &*name.sym == "eval")
}
