//! Tests whether some function is an async one: of a lowered one they say no.

use swc_common::Span;
use swc_ecma_ast::*;

use super::{Warnings, ends_path, is_path, plain_call, text, unparenthesized};

/// The code of these warnings.
pub(crate) const CODE: &str = "async-function-test";
const MESSAGE: &str = "this test takes a lowered async function for a plain one";
const HELP: &str = "look at what the function returns instead: a promise has a `then`";

/// What such functions are called.
pub(crate) const KINDS: [&str; 4] =
    ["AsyncFunction", "AsyncGeneratorFunction", "[object AsyncFunction]", "[object AsyncGeneratorFunction]"];

impl Warnings {
    /// `f.constructor.name === 'AsyncFunction'` and the like
    pub(super) fn test_by_comparison(&mut self, binary: &BinExpr) {
        if matches!(binary.op, op!("==") | op!("===") | op!("!=") | op!("!==")) {
            for (value, name) in [(&binary.left, &binary.right), (&binary.right, &binary.left)] {
                if text(name).is_some_and(|name| KINDS.contains(&name)) && is_kind(value) {
                    self.warn(CODE, MESSAGE, binary.span, HELP);
                }
            }
            self.test_by_constructor(binary);
        }
    }

    /// `case '[object AsyncFunction]':`
    pub(super) fn test_by_name(&mut self, value: &Expr, name: &Expr) {
        if is_kind(value) && text(name).is_some_and(|name| KINDS.contains(&name)) {
            self.warn(CODE, MESSAGE, swc_common::Spanned::span(name), HELP);
        }
    }

    /// `f.constructor === AsyncFunction`, `Object.getPrototypeOf(f) === AsyncFunction.prototype`
    fn test_by_constructor(&mut self, binary: &BinExpr) {
        for (value, constructor) in [(&binary.left, &binary.right), (&binary.right, &binary.left)] {
            let asks = || value.is_member() && ends_path(value, &["constructor"]);
            if is_async_constructor(constructor) && asks() || is_async_prototype(constructor) {
                self.warn(CODE, MESSAGE, binary.span, HELP);
            }
        }
    }

    /// `f instanceof AsyncFunction`
    pub(super) fn test_by_instanceof(&mut self, binary: &BinExpr) {
        if binary.op == BinaryOp::InstanceOf && is_async_constructor(&binary.right) {
            self.warn(CODE, MESSAGE, binary.span, HELP);
        }
    }

    /// `f.constructor.name.startsWith('AsyncFunction')`, `['AsyncFunction'].includes(f.constructor.name)`,
    /// `/AsyncFunction/.test(f[Symbol.toStringTag])`, `AsyncFunction.prototype.isPrototypeOf(f)`
    pub(super) fn test_by_call(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: Span) {
        let Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(method), .. }) = callee else { return };
        let is_name = |expression: &Expr| text(expression).is_some_and(|name| KINDS.contains(&name));
        let is_kind = |expression: &Expr| !unparenthesized(expression).is_ident() && is_kind(expression);
        let asks = match (&*method.sym, unparenthesized(obj), arguments) {
            ("includes" | "indexOf", Expr::Array(names), [value, ..]) => {
                is_kind(&value.expr) && names.elems.iter().flatten().any(|name| is_name(&name.expr))
            }
            ("includes" | "indexOf" | "startsWith" | "endsWith" | "search", value, [name, ..]) => {
                is_kind(value) && is_name(&name.expr)
            }
            ("test", Expr::Lit(Lit::Regex(regex)), [value]) => regex.exp.contains(KINDS[0]) && is_kind(&value.expr),
            ("isPrototypeOf", prototype, _) => is_async_prototype(prototype),
            _ => false,
        };
        if asks {
            self.warn(CODE, MESSAGE, span, HELP);
        }
    }

    /// `util.types.isAsyncFunction(f)`
    pub(super) fn test_by_util(&mut self, callee: &Expr, span: Span) {
        if ends_path(callee, &["types", "isAsyncFunction"]) {
            self.warn(CODE, MESSAGE, span, HELP);
        }
    }
}

/// Whether a value can be what a function's kind is called: `f.constructor.name`, `f[Symbol.toStringTag]`,
/// `Object.prototype.toString.call(f)`, or a variable, whose value may have been one of these.
fn is_kind(value: &Expr) -> bool {
    match unparenthesized(value) {
        Expr::Ident(_) => true,
        Expr::Member(MemberExpr { prop: MemberProp::Ident(name), .. }) => &*name.sym == "name",
        Expr::Member(MemberExpr { prop: MemberProp::Computed(key), .. }) => {
            is_path(&key.expr, &["Symbol", "toStringTag"])
        }
        Expr::Call(call) => plain_call(call).is_some_and(|(callee, _)| match callee {
            Expr::Ident(name) => name.sym.to_lowercase().contains("tostring"),
            // `Object.prototype.toString.call(f).slice(8, -1)`
            Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) if &*name.sym == "slice" => {
                !unparenthesized(obj).is_ident() && is_kind(obj)
            }
            callee => ends_path(callee, &["toString", "call"]),
        }),
        Expr::OptChain(OptChainExpr { base, .. }) => {
            matches!(&**base, OptChainBase::Member(member) if matches!(&member.prop, MemberProp::Ident(name) if &*name.sym == "name"))
        }
        _ => false,
    }
}

/// `AsyncFunction.prototype`
fn is_async_prototype(expression: &Expr) -> bool {
    let Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) = unparenthesized(expression) else {
        return false;
    };
    &*name.sym == "prototype" && is_async_constructor(obj)
}

fn is_async_constructor(expression: &Expr) -> bool {
    matches!(unparenthesized(expression), Expr::Ident(name) if matches!(&*name.sym, "AsyncFunction" | "AsyncGeneratorFunction"))
}

#[cfg(test)]
mod tests {
    use crate::warnings::{accepts, warns};

    #[test]
    fn async_function_test() {
        for test in [
            "f.constructor.name === 'AsyncFunction'",
            "'AsyncFunction' != f?.constructor?.name",
            "f[Symbol.toStringTag] == 'AsyncGeneratorFunction'",
            "Object.prototype.toString.call(f) === '[object AsyncFunction]'",
            "({}).toString.call(f) === '[object AsyncFunction]'",
            "tag === '[object AsyncFunction]'",
            "f instanceof AsyncFunction",
            "f.constructor === AsyncFunction",
            "util.types.isAsyncFunction(f)",
            "Object.getPrototypeOf(f) === AsyncFunction.prototype",
            "AsyncFunction.prototype.isPrototypeOf(f)",
            "f.constructor.name.startsWith('AsyncFunction')",
            "['AsyncFunction', 'GeneratorFunction'].includes(f.constructor.name)",
            "/^Async(Function)?|AsyncFunction$/.test(f[Symbol.toStringTag])",
            "toString.call(f).slice(8, -1) === 'AsyncFunction'",
            "require('util').types.isAsyncFunction(f)",
        ] {
            warns(&format!("async (f, tag) => {test}"), &format!("async-function-test {test}"));
        }
        warns("async tag => { switch (tag) { case 'AsyncFunction': } }", "async-function-test 'AsyncFunction'");
        accepts("async f => { f.constructor.name === 'Function'; f instanceof Function; ['AsyncFunction']; }");
        accepts(
            "async (f, tag) => { tag.includes('AsyncFunction'); ['AsyncFunction'].includes(tag); /a/.test(f.name); }",
        );
        accepts("async f => { x.kind === 'AsyncFunction'; is.isAsyncFunction(f); }");
    }
}
