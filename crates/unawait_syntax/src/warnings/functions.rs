//! What is asked of one async function: its text, its constructor.

use swc_common::Span;
use swc_ecma_ast::*;

use super::{Kind, Warnings, is_path, unparenthesized};

/// Whose text is lowered.
const ALL: [Kind; 3] = [Kind::Function, Kind::Generator, Kind::Holder];
/// Whose prototype is another: async generator functions have one of their own.
const PLAIN: [Kind; 1] = [Kind::Function];
/// The functions that make a text of their first argument.
const TO_TEXT: [&str; 4] = ["String", "encodeURIComponent", "encodeURI", "escape"];
const TEXT: &str = "the text of this function is its lowered text, or holds such text";
const TEXT_HELP: &str = "what compares or parses it gets another; keep the function where it is not lowered";
const CODE: &str = "async-function-constructor";
const CONSTRUCTOR: &str = "a lowered function's prototype is `Function.prototype`, not `AsyncFunction.prototype`";
const CONSTRUCTOR_HELP: &str = "get it from code that is not lowered: `(0, eval)(\"(async () => {})\").constructor`";

impl Warnings {
    /// `function-text`: `f.toString()`, `String(f)`, `"".concat(f)`, `[f].join()`, `Function.prototype.toString.call(f)`
    pub(super) fn text_by_call(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: Span) {
        match (callee, arguments) {
            (Expr::Ident(name), [function, ..]) if TO_TEXT.contains(&&*name.sym) => self.text(&function.expr, span),
            (Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }), _) => match (&*name.sym, arguments) {
                ("toString" | "toLocaleString", []) => self.text(obj, span),
                ("concat", parts) if is_string(obj) => parts.iter().for_each(|part| self.text(&part.expr, span)),
                ("join", [] | [_]) => self.text_of_elements(obj, span),
                ("call" | "apply", [function, ..]) if is_path(obj, &["Function", "prototype", "toString"]) => {
                    self.text(&function.expr, span);
                }
                ("apply", [method, function, ..])
                    if obj.is_ident_ref_to("Reflect")
                        && is_path(&method.expr, &["Function", "prototype", "toString"]) =>
                {
                    self.text(&function.expr, span);
                }
                _ => {}
            },
            _ => {}
        }
    }

    /// `function-text`: `new String(f)`, `new Blob([f])`
    pub(super) fn text_by_new(&mut self, new: &NewExpr) {
        let Some([first, ..]) = new.args.as_deref() else { return };
        match &*new.callee {
            callee if callee.is_ident_ref_to("String") => self.text(&first.expr, new.span),
            callee if callee.is_ident_ref_to("Blob") => self.text_of_elements(&first.expr, new.span),
            _ => {}
        }
    }

    /// `function-text`: `f + x`
    pub(super) fn text_by_addition(&mut self, binary: &BinExpr) {
        if binary.op == op!(bin, "+") {
            [&binary.left, &binary.right].into_iter().for_each(|side| self.text(side, binary.span));
        }
    }

    /// `function-text`: `x += f`
    pub(super) fn text_by_assignment(&mut self, assign: &AssignExpr) {
        if assign.op == op!("+=") {
            self.text(&assign.right, assign.span);
        }
    }

    /// `function-text`: `${f}`
    pub(super) fn text_by_template(&mut self, template: &Tpl) {
        template.exprs.iter().for_each(|function| self.text(function, template.span));
    }

    fn text_of_elements(&mut self, list: &Expr, span: Span) {
        let Expr::Array(list) = unparenthesized(list) else { return };
        list.elems.iter().flatten().for_each(|element| self.text(&element.expr, span));
    }

    fn text(&mut self, function: &Expr, span: Span) {
        self.warn_of(function, &ALL, "function-text", TEXT, span, TEXT_HELP);
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

fn is_string(expression: &Expr) -> bool {
    matches!(unparenthesized(expression), Expr::Lit(Lit::Str(_)) | Expr::Tpl(_))
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
        for text in [
            "f + ''",
            "'' + f",
            "s += f",
            "encodeURIComponent(f)",
            "escape(f)",
            "''.concat(1, f)",
            "['(', f, ')()'].join('')",
            "new String(f)",
            "new Blob([f])",
            "f.toLocaleString()",
            "Reflect.apply(Function.prototype.toString, f, [])",
        ] {
            for function in ["async function f() {}", "const f = async () => {}", "async function* f() {}"] {
                warns(&format!("{function}; let s = 1; {text};"), &format!("function-text {text}"));
            }
            for holder in [
                "function f() { return async () => {}; }",
                "const f = () => { async function g() {} };",
                "class f { async m() {} }",
                "var f = class { async *[1]() {} };",
                "function* f() { yield async () => {} }",
            ] {
                warns(&format!("{holder} let s = 1; {text};"), &format!("function-text {text}"));
            }
            accepts(&format!("function f() {{}} async () => {{ let s = 1; {text}; }}"));
            accepts(&format!("async function f() {{}} function g(f) {{ let s = 1; {text}; }}"));
            accepts(&format!("let f = async () => {{}}; f = 1; let s = 1; {text};"));
        }
        warns(
            "const s = String(() => { async function g() {} });",
            "function-text String(() => { async function g() {} })",
        );
        accepts("async function f() {} f()+''; String(f()); tag`${f}`; s.concat(f); [f].concat(); f - 1;");
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
