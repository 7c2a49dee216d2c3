//! What is asked of one async function: its text, its constructor.

use swc_common::Span;
use swc_ecma_ast::*;

use super::{Kind, Warnings, is_path, unparenthesized};

/// Whose text is lowered, and whose prototype is another: async generator functions have one of their own.
const BOTH: [Kind; 2] = [Kind::Function, Kind::Generator];
const PLAIN: [Kind; 1] = [Kind::Function];
const TEXT: &str = "the text of this function is its lowered text";
const TEXT_HELP: &str = "what compares or parses it gets another; keep the function where it is not lowered";
const CODE: &str = "async-function-constructor";
const CONSTRUCTOR: &str = "a lowered function's prototype is `Function.prototype`, not `AsyncFunction.prototype`";
const CONSTRUCTOR_HELP: &str = "get it from code that is not lowered: `(0, eval)(\"(async () => {})\").constructor`";

impl Warnings {
    /// `function-text`: `f.toString()`, `String(f)`, `Function.prototype.toString.call(f)`
    pub(super) fn text_by_call(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: Span) {
        let function = match (callee, arguments) {
            (Expr::Ident(name), [function]) if &*name.sym == "String" => &function.expr,
            (Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }), []) if &*name.sym == "toString" => {
                obj
            }
            (callee, [function, ..]) if is_path(callee, &["Function", "prototype", "toString", "call"]) => {
                &function.expr
            }
            _ => return,
        };
        self.warn_of(function, &BOTH, "function-text", TEXT, span, TEXT_HELP);
    }

    /// `function-text`: `${f}`
    pub(super) fn text_by_template(&mut self, template: &Tpl) {
        for function in &template.exprs {
            self.warn_of(function, &BOTH, "function-text", TEXT, template.span, TEXT_HELP);
        }
    }

    /// `async-function-constructor`: `Object.getPrototypeOf(f)`, with or without `.constructor`
    pub(super) fn constructor_by_prototype(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: Span) {
        if let [function] = arguments
            && ["Object", "Reflect"].iter().any(|object| is_path(callee, &[object, "getPrototypeOf"]))
        {
            self.warn_of(&function.expr, &PLAIN, CODE, CONSTRUCTOR, span, CONSTRUCTOR_HELP);
        }
    }

    /// `async-function-constructor`: `f.constructor`, `f.__proto__`
    pub(super) fn constructor_of_function(&mut self, member: &MemberExpr) {
        if let MemberProp::Ident(name) = &member.prop
            && matches!(&*name.sym, "constructor" | "__proto__")
            && !matches!(unparenthesized(&member.obj), Expr::This(_))
        {
            self.warn_of(&member.obj, &PLAIN, CODE, CONSTRUCTOR, member.span, CONSTRUCTOR_HELP);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::warnings::{accepts, warns};

    #[test]
    fn function_text() {
        warns("async function f() {} console.log(f.toString() === g);", "function-text f.toString()");
        warns("const f = async () => {}; String(f);", "function-text String(f)");
        warns(
            "Function.prototype.toString.call(async () => {})",
            "function-text Function.prototype.toString.call(async () => {})",
        );
        warns("const f = async () => {}; `${f}`", "function-text `${f}`");
        accepts("async function f() {} async function g(f) { String(f); `${f}`; f.toString(); }");
        accepts("let f = async () => {}; f = 1; String(f); async function g() {} g().toString(); g.name.toString();");
        accepts("function f() {} async () => `${f}`");
    }

    #[test]
    fn async_function_constructor() {
        use super::CODE;
        warns(
            "Object.getPrototypeOf(async function () {}).constructor",
            &format!("{CODE} Object.getPrototypeOf(async function () {{}})"),
        );
        warns("const A = (async () => {}).constructor", &format!("{CODE} (async () => {{}}).constructor"));
        warns("async function f() {} f.__proto__", &format!("{CODE} f.__proto__"));
        accepts("async function* f() {} f.constructor; Object.getPrototypeOf(async function* () {}); async () => 1;");
        accepts("async () => Object.getPrototypeOf(x).constructor; class C { async m() { this.constructor; } }");
    }
}
