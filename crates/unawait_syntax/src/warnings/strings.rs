//! Code in strings, and what is patched at run time.

use swc_common::Span;
use swc_ecma_ast::*;

use super::{Warnings, is_path, text, unparenthesized};
use crate::lex;

const CODE_IN_STRING: &str = "async code in a string is not lowered";
const CODE_IN_STRING_HELP: &str = "write it as a function, or lower the string too";
const SPECIES: &str = "a lowered `await` sees a patched `Promise[Symbol.species]`, the native one does not";
const SPECIES_HELP: &str = "patch it only while nothing awaits, or not at all";

impl Warnings {
    /// `direct-eval`: `eval(code)` in an async function
    pub(super) fn direct_eval(&mut self, call: &CallExpr) {
        if let Callee::Expr(callee) = &call.callee
            && callee.is_ident_ref_to("eval")
        {
            let message = "the code that this `eval` runs is not lowered, and the function around it is";
            let help = "avoid direct `eval`; `(0, eval)(code)` runs it in the global scope";
            self.warn("direct-eval", message, call.span, help);
        }
    }

    /// `code-in-string`: `Function('x', 'return async () => await x')`
    pub(super) fn code_in_call(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: Span) {
        if makes_function(callee) && arguments.iter().any(|argument| is_async_code(&argument.expr)) {
            self.warn("code-in-string", CODE_IN_STRING, span, CODE_IN_STRING_HELP);
        }
    }

    /// `code-in-string`: `new AsyncFunction('await x')`
    pub(super) fn code_in_new(&mut self, new: &NewExpr) {
        let mut arguments = new.args.iter().flatten();
        if makes_function(&new.callee) && arguments.any(|argument| is_async_code(&argument.expr)) {
            self.warn("code-in-string", CODE_IN_STRING, new.span, CODE_IN_STRING_HELP);
        }
    }

    /// `promise-species`: `Object.defineProperty(Promise, Symbol.species, …)`
    pub(super) fn species_by_definition(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: Span) {
        if let [object, key, ..] = arguments
            && ["Object", "Reflect"].iter().any(|object| is_path(callee, &[object, "defineProperty"]))
            && unparenthesized(&object.expr).is_ident_ref_to("Promise")
            && is_species(&key.expr)
        {
            self.warn("promise-species", SPECIES, span, SPECIES_HELP);
        }
    }

    /// `promise-species`: `Promise[Symbol.species] = …`
    pub(super) fn species_by_assignment(&mut self, assign: &AssignExpr) {
        if let AssignTarget::Simple(SimpleAssignTarget::Member(MemberExpr { obj, prop, .. })) = &assign.left
            && let MemberProp::Computed(key) = prop
            && obj.is_ident_ref_to("Promise")
            && is_species(&key.expr)
        {
            self.warn("promise-species", SPECIES, assign.span, SPECIES_HELP);
        }
    }
}

/// Whether calling it makes a function of a string.
fn makes_function(callee: &Expr) -> bool {
    matches!(unparenthesized(callee), Expr::Ident(name) if matches!(&*name.sym, "Function" | "AsyncFunction" | "AsyncGeneratorFunction"))
}

/// Whether it is a string with `async` or `await` in it.
fn is_async_code(argument: &Expr) -> bool {
    let has = |text: &str| ["async", "await"].iter().any(|word| lex::mentions(text, word));
    match unparenthesized(argument) {
        Expr::Tpl(template) => template.quasis.iter().any(|part| has(&part.raw)),
        Expr::Bin(BinExpr { op: BinaryOp::Add, left, right, .. }) => is_async_code(left) || is_async_code(right),
        argument => text(argument).is_some_and(has),
    }
}

fn is_species(key: &Expr) -> bool {
    is_path(key, &["Symbol", "species"])
}

#[cfg(test)]
mod tests {
    use crate::warnings::{accepts, warns};

    #[test]
    fn direct_eval() {
        warns("async function f(x) { return () => eval(x); }", "direct-eval eval(x)");
        accepts("eval(x); async () => (0, eval)(x); async () => eval?.(x); async () => window.eval(x);");
    }

    #[test]
    fn code_in_string() {
        warns(
            "async () => new Function('x', 'return async () => x')",
            "code-in-string new Function('x', 'return async () => x')",
        );
        warns("async x => AsyncFunction(`await ${x}`)", "code-in-string AsyncFunction(`await ${x}`)");
        warns("async x => Function('a' + ' await ' + x)", "code-in-string Function('a' + ' await ' + x)");
        accepts("async x => { new Function('return this'); Function(x); new Function('asynchronous'); }");
    }

    #[test]
    fn promise_species() {
        warns("async x => { Promise[Symbol.species] = x; }", "promise-species Promise[Symbol.species] = x");
        warns(
            "async x => Object.defineProperty(Promise, Symbol.species, x)",
            "promise-species Object.defineProperty(Promise, Symbol.species, x)",
        );
        accepts("async x => class extends Promise { static get [Symbol.species]() { return Promise; } }");
    }
}
