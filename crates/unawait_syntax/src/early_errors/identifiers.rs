//! Words that are no names where they stand, however they are spelled.

use swc_common::Span;
use swc_ecma_ast::{CallExpr, Callee, Expr, Ident};
use swc_ecma_visit::VisitWith;

use super::checker::{Checker, Context};
use super::expressions::unparenthesized;
use crate::lex::{Reserved, reserved};
use crate::objections::ObjectionKind;
use crate::positions::range;

impl Checker<'_> {
    /// > It is a Syntax Error if this production has a `[Yield]` parameter and the StringValue of Identifier is
    /// > "yield".
    /// >
    /// > It is a Syntax Error if this production has an `[Await]` parameter and the StringValue of Identifier is
    /// > "await".
    /// >
    /// > It is a Syntax Error if IsStrict(this phrase) is true and the StringValue of IdentifierName is one of
    /// > "implements", "interface", "let", "package", "private", "protected", "public", "static", or "yield".
    /// >
    /// > It is a Syntax Error if the goal symbol of the syntactic grammar is Module and the StringValue of
    /// > IdentifierName is "await".
    /// >
    /// > It is a Syntax Error if the StringValue of IdentifierName is the StringValue of any ReservedWord except for
    /// > `yield` or `await`.
    ///
    /// For bindings, references and labels: <https://tc39.es/ecma262/#sec-identifiers-static-semantics-early-errors>
    pub(super) fn identifier(&mut self, ident: &Ident) {
        let Context { strict, await_reserved, yield_reserved, .. } = self.context;
        let word = &*ident.sym;
        self.identifier_start(word, ident.span);
        let message = match reserved(word) {
            Some(Reserved::Await) if await_reserved || self.is_module() => "Unexpected reserved word",
            Some(Reserved::Strict) if strict => "Unexpected strict mode reserved word",
            Some(Reserved::Strict) if yield_reserved && word == "yield" => "Unexpected identifier 'yield'",
            Some(Reserved::Always) if self.text(ident.span).contains('\\') => {
                "Keyword must not contain escaped characters"
            }
            Some(Reserved::Always) => "Unexpected reserved word",
            _ => return,
        };
        self.error("reserved-word", message, ident.span);
        if self.source[range(ident.span)].contains('\\') {
            self.help("an escape does not make another name of a keyword");
        } else if word == "await" {
            self.help("in an async function, a class's static block and a module, `await` is no name");
        }
    }

    /// > It is a Syntax Error if the IdentifierCodePoint of UnicodeEscapeSequence is not some Unicode code point matched
    /// > by the IdentifierStartChar lexical grammar production.
    ///
    /// Of names of properties, too; the parser looks at what is not escaped, and at what comes behind the start:
    /// <https://tc39.es/ecma262/#sec-identifier-names-static-semantics-early-errors>
    pub(super) fn identifier_start(&mut self, name: &str, span: Span) {
        let Some(start) = name.chars().next() else { return };
        if !Ident::is_valid_start(start) && self.text(span).trim_start_matches('#').starts_with('\\') {
            self.error("syntax", "Invalid Unicode escape sequence", span);
            self.help("an escape stands for what could stand in its place, and no name starts with this character");
        }
    }

    /// > It is a Syntax Error if the source text matched by this production is contained in strict mode code and the
    /// > StringValue of Identifier is either "arguments" or "eval".
    ///
    /// <https://tc39.es/ecma262/#sec-identifiers-static-semantics-early-errors>
    ///
    /// The same goes for assignment: AssignmentTargetType of such an IdentifierReference is invalid,
    /// <https://tc39.es/ecma262/#sec-static-semantics-assignmenttargettype>
    pub(super) fn binding_identifier(&mut self, ident: &Ident) {
        self.identifier(ident);
        if self.context.strict && matches!(&*ident.sym, "eval" | "arguments") {
            self.error("reserved-word", "Unexpected eval or arguments in strict mode", ident.span);
        }
    }

    /// > It is a Syntax Error if AssignmentTargetType of LeftHandSideExpression is neither simple nor web-compat.
    ///
    /// Of names and calls; the rest is refused by the parser:
    /// <https://tc39.es/ecma262/#sec-update-expressions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-assignment-operators-static-semantics-early-errors>
    ///
    /// `place` is the target's with its parentheses. A logical assignment's must be simple.
    pub(super) fn assignment_target_type(&mut self, target: &Expr, place: Span, may_be_web_compat: bool) {
        self.call_as_target(target, place, may_be_web_compat);
        match unparenthesized(target) {
            Expr::Ident(ident) => self.target_identifier(ident),
            target => target.visit_with(self),
        }
    }

    /// `f() = 1` fails when it runs: AssignmentTargetType of `CallExpression : CoverCallExpressionAndAsyncArrowHead` and
    /// `CallExpression : CallExpression Arguments` is web-compat in sloppy code,
    /// <https://tc39.es/ecma262/#sec-static-semantics-assignmenttargettype>
    pub(super) fn call_as_target(&mut self, target: &Expr, place: Span, may_be_web_compat: bool) {
        if let Expr::Call(CallExpr { callee: Callee::Expr(_), .. }) = unparenthesized(target) {
            self.overrule(ObjectionKind::Target, place);
            if self.context.strict || !may_be_web_compat {
                self.error("assignment-target", "A call is no assignment target", place);
                self.help("assign to a variable or a property");
            }
        }
    }

    /// Both of a name that is assigned to or bound.
    pub(super) fn target_identifier(&mut self, ident: &Ident) {
        self.binding_identifier(ident);
        self.contains_arguments(ident);
    }

    /// > It is a Syntax Error if Initializer is present and ContainsArguments of Initializer is true.
    /// >
    /// > It is a Syntax Error if ContainsArguments of ClassStaticBlockStatementList is true.
    ///
    /// <https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors>
    pub(super) fn contains_arguments(&mut self, ident: &Ident) {
        if !self.context.arguments && &*ident.sym == "arguments" {
            let message = "'arguments' is not allowed in class field initializer or static initialization block";
            self.error("arguments", message, ident.span);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::early_errors::{accepts, refuses};

    const RESERVED: &str = "Unexpected reserved word";
    const STRICT: &str = "Unexpected strict mode reserved word";
    const EVAL: &str = "Unexpected eval or arguments in strict mode";

    #[test]
    fn identifier() {
        accepts(
            "var await; await: for (;;) break await; async function await() {} async () => { (function await() {}); }",
        );
        accepts("async function f() { () => { var await; }; (function await(await) {}); ({ await: 1 }).await; }");
        accepts("class C { static { (function await() {}); } } function* g() { () => yield; }");
        refuses("async function f() { void \\u0061wait; }", RESERVED);
        refuses("async function f() { var \\u0061wait; }", RESERVED);
        refuses("async function f() { \\u0061wait: 1; }", RESERVED);
        refuses("async \\u0061wait => 1", RESERVED);
        refuses("(async function \\u0061wait() {})", RESERVED);
        refuses("class C { static { class \\u0061wait {} } }", RESERVED);
        refuses("async function f(int\\u0065rface) { 'use strict'; }", STRICT);
        refuses("async function static() { 'use strict'; }", STRICT);
        accepts("async function static(yield, package) {}");
    }

    #[test]
    fn identifier_start() {
        const ESCAPE: &str = "Invalid Unicode escape sequence";
        for name in ["\\u0039a", "\\u{39}", "\\u0300"] {
            refuses(&format!("async () => {name}"), ESCAPE);
            refuses(&format!("async () => {{ var {name}; }}"), ESCAPE);
            refuses(&format!("async () => {{ {name}: 1; }}"), ESCAPE);
            refuses(&format!("async ({name}) => 1"), ESCAPE);
            refuses(&format!("async () => ({{ {name}: 1 }})"), ESCAPE);
            refuses(&format!("async () => ({{ async {name}() {{}} }})"), ESCAPE);
            refuses(&format!("async () => ({{ {name} }} = 1)"), ESCAPE);
            refuses(&format!("async () => o?.{name}"), ESCAPE);
            refuses(&format!("async () => class {{ static {name} = 1 }}"), ESCAPE);
            refuses(&format!("async () => class {{ #{name} }}"), ESCAPE);
            refuses(&format!("async () => {{ class {name} {{}} }}"), ESCAPE);
        }
        accepts("async (\\u0061b, a\\u0039, \\u{2F804}) => ({ \\u0061b, a\\u0039: o.\\u{62}, $: class { #\\u0061 } })");
    }

    #[test]
    fn yield_in_generators() {
        const YIELD: &str = "Unexpected identifier 'yield'";
        accepts("async () => { let { yield = 1 } = 2; }; function* g() { x => { let { yield = 1 } = x; }; }");
        accepts("function* yield() { ({ yield: 1 }).yield; class C { yield() {} } }");
        refuses("async function* g({ yield = 1 }) {}", YIELD);
        refuses("function* g() { let { a: { yield = 1 } } = 2; }", YIELD);
    }

    #[test]
    fn binding_identifier() {
        accepts("async function eval(arguments) { arguments = eval; }");
        refuses("async function eval() { 'use strict'; }", EVAL);
        refuses("async function f(arguments) { 'use strict'; }", EVAL);
        refuses("'use strict'; ({ eval } = 1)", EVAL);
    }

    #[test]
    fn assignment_target_type() {
        accepts("async () => { eval++; (eval) = 1; 'use strict'; }");
        accepts("f() = 1; f(x).g()++; --(f()); async() += 1; for (f() of x); for ((f()) in x);");
        refuses("f() &&= 1", "A call is no assignment target");
        refuses("async () => { 'use strict'; eval++; }", EVAL);
        refuses("async () => { 'use strict'; ((eval)) = 1; }", EVAL);
    }

    #[test]
    fn contains_arguments() {
        accepts("class C { x = function () { return arguments; }; y = { async m() { return arguments; } }; }");
    }
}
