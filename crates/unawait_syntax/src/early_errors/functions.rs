//! Functions: their names and parameters, and what their bodies may hold.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::checker::{Checker, Context};
use crate::forms::{bound_names, has_use_strict, targets};
use crate::lex::{find_token, has_line_terminator, next_token};
use crate::objections::ObjectionKind;
use crate::positions::range;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A declaration or expression with the word `function`.
    Function,
    Arrow,
    Method,
    Constructor {
        derived: bool,
    },
}

#[derive(Clone, Copy)]
pub(super) enum Body<'n> {
    Block(&'n [Stmt]),
    Concise(&'n Expr),
}

/// What a function is made of, whatever swc's node for it.
pub(super) struct Parts<'n> {
    pub form: Form,
    pub is_async: bool,
    pub is_generator: bool,
    pub params: Vec<&'n Pat>,
    pub body: Body<'n>,
}

impl Checker<'_> {
    pub(super) fn function_declaration(&mut self, name: Option<&Ident>, function: &Function) {
        let head = name.map_or(range(function.span).start, |name| range(name.span).end);
        self.function_body(head, function);
        self.undecorated(function);
        let parts = function_parts(Form::Function, function);
        if let Some(name) = name {
            // It is bound outside, but belongs to the function's own strict mode code:
            // https://tc39.es/ecma262/#sec-strict-mode-code
            let context = Context { strict: self.is_strict(&parts), ..self.context };
            self.within(context, |this| this.binding_identifier(name));
        }
        self.function(&parts);
    }

    pub(super) fn function_expression(&mut self, expression: &FnExpr) {
        let head = expression.ident.as_ref().map_or(range(expression.function.span).start, |name| range(name.span).end);
        self.function_body(head, &expression.function);
        self.undecorated(&expression.function);
        let parts = function_parts(Form::Function, &expression.function);
        if let Some(name) = &expression.ident {
            let (context, _) = self.contexts(&parts);
            self.within(context, |this| this.binding_identifier(name));
        }
        self.function(&parts);
    }

    pub(super) fn arrow_function(&mut self, arrow: &ArrowExpr) {
        self.line_break_before_arrow(arrow);
        self.function(&Parts {
            form: Form::Arrow,
            is_async: arrow.is_async,
            is_generator: false,
            params: arrow.params.iter().collect(),
            body: match &*arrow.body {
                ArrowFunctionBody::FunctionBody(body) => Body::Block(&body.stmts),
                ArrowFunctionBody::Expr(body) => Body::Concise(body),
            },
        });
    }

    /// `ArrowParameters [no LineTerminator here] => ConciseBody`; the parser does not look in parentheses:
    /// <https://tc39.es/ecma262/#prod-ArrowFunction>
    fn line_break_before_arrow(&mut self, arrow: &ArrowExpr) {
        let start = arrow.params.last().map_or(range(arrow.span).start, |last| range(last.span()).end);
        let Some(token) = find_token(self.source, start, "=>") else { return };
        let head = &self.source[..token];
        let end = find_token(head, start, ")").map_or(start, |close| close + 1);
        if has_line_terminator(head, end, token) {
            self.error_at("line-break-before-arrow", "No line break is allowed before '=>'", token..token + 2);
        }
    }

    /// A method, whose key is at `key`.
    pub(super) fn method(&mut self, key: Span, function: &Function) {
        self.function_body(range(key).end, function);
        self.function(&function_parts(Form::Method, function));
    }

    /// A function has a body, right behind its parameters: <https://tc39.es/ecma262/#prod-FunctionDeclaration>
    ///
    /// `from` is a place between the function's name and its parameters.
    fn function_body(&mut self, from: usize, function: &Function) {
        let start = function.body.as_ref().map(|body| range(body.span).start);
        let from = function.params.last().map_or(from, |last| range(last.pat.span()).end);
        let behind = find_token(self.source, from, ")").map(|end| next_token(self.source, end + 1));
        if start.is_none() || start != behind {
            self.error("function-body", "This function has no body", function.span);
            self.help("without one it is a declaration in TypeScript: compile that to JavaScript first");
        }
    }

    pub(super) fn function(&mut self, parts: &Parts) {
        let (of_params, of_body) = self.contexts(parts);
        self.in_function(|this| {
            this.within(of_params, |this| {
                this.duplicate_parameters(parts);
                this.binding_patterns(parts);
                parts.params.iter().for_each(|param| param.visit_with(this));
            });
            this.within(of_body, |this| match parts.body {
                Body::Block(statements) => {
                    this.lexically_declared_names_of_body(statements);
                    statements.iter().for_each(|statement| statement.visit_with(this));
                }
                Body::Concise(body) => body.visit_with(this),
            });
        });
    }

    fn is_strict(&self, parts: &Parts) -> bool {
        self.context.strict || matches!(parts.body, Body::Block(statements) if has_use_strict(statements))
    }

    /// Of a function's parameters, and of its body.
    fn contexts(&self, parts: &Parts) -> (Context, Context) {
        let outer = self.context;
        let own = Context {
            strict: self.is_strict(parts),
            await_reserved: parts.is_async,
            awaits: parts.is_async,
            yield_reserved: parts.is_generator,
            yields: true,
            super_call: parts.form == Form::Constructor { derived: true },
            super_property: parts.form != Form::Function,
            new_target: true,
            arguments: true,
        };
        if parts.form != Form::Arrow {
            return (Context { awaits: false, ..own }, own);
        }
        // The rest is that of the function around it.
        let params = Context {
            strict: own.strict,
            await_reserved: outer.await_reserved || parts.is_async,
            awaits: false,
            yields: false,
            ..outer
        };
        let body = Context {
            await_reserved: parts.is_async,
            awaits: parts.is_async,
            yield_reserved: false,
            yields: true,
            ..params
        };
        (params, body)
    }

    /// Binds the parameters, and checks them.
    ///
    /// > It is a Syntax Error if BoundNames of FormalParameters contains any duplicate elements.
    ///
    /// That goes for UniqueFormalParameters (arrow functions and methods), for parameter lists that are not simple and
    /// for strict mode code: <https://tc39.es/ecma262/#sec-parameter-lists-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-function-definitions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-async-function-definitions-static-semantics-early-errors>
    fn duplicate_parameters(&mut self, parts: &Parts) {
        let is_simple = parts.params.iter().all(|param| param.is_ident());
        let unique = parts.form != Form::Function || !is_simple || self.context.strict;
        for param in &parts.params {
            bound_names(param, |ident| {
                if let Some(first) = self.parameter(ident)
                    && unique
                {
                    let message = "Duplicate parameter name not allowed in this context";
                    self.error("duplicate-parameter", message, ident.span);
                    self.label(first, format!("'{}' is a parameter here already", ident.sym));
                }
            });
        }
    }

    /// Parameters are binding patterns: they bind names, and each has one initializer. An arrow function's are read as
    /// an expression first, and the parser forgets about that in patterns with an initializer; other functions' may
    /// have several initializers to it, the earlier ones of which would be assigned to: `(a = () => {} = 1)`.
    ///
    /// <https://tc39.es/ecma262/#prod-BindingElement>,
    /// <https://tc39.es/ecma262/#sec-static-semantics-coveredformalslist>
    fn binding_patterns(&mut self, parts: &Parts) {
        for param in &parts.params {
            let mut others = Vec::new();
            targets(param, |_| {}, |other| others.push(other.span()));
            for span in others {
                self.error("binding-pattern", "Invalid destructuring target in a parameter", span);
                self.help("a parameter binds names, without parentheses, and has at most one default");
            }
        }
    }

    /// > It is a Syntax Error if FormalParameters Contains AwaitExpression is true.
    ///
    /// <https://tc39.es/ecma262/#sec-async-function-definitions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-arrow-function-definitions-static-semantics-early-errors>, and
    ///
    /// > It is a Syntax Error if ClassStaticBlockStatementList Contains await is true.
    ///
    /// <https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors>
    pub(super) fn contains_await_expression(&mut self, span: Span) {
        if self.context.awaits {
            // The parser takes a pattern in a function in a parameter for the parameter's own.
            self.overrule(ObjectionKind::Await, span);
            return;
        }
        let message = match self.context.await_reserved {
            true if !self.context.arguments => "`await` cannot be used in a static block",
            true => "Illegal await-expression in formal parameters of async function",
            false => "await is only valid in async functions and the top level bodies of modules",
        };
        let start = range(span).start;
        self.error_at("illegal-await", message, start..(start + "await".len()).min(self.source.len()));
    }

    /// > It is a Syntax Error if ArrowParameters Contains YieldExpression is true.
    ///
    /// And so for async ones; other functions' parameters are the parser's:
    /// <https://tc39.es/ecma262/#sec-arrow-function-definitions-static-semantics-early-errors>
    pub(super) fn contains_yield_expression(&mut self, span: Span) {
        if !self.context.yields {
            let start = range(span).start;
            let message = "Yield expression not allowed in formal parameter";
            self.error_at("illegal-yield", message, start..start + "yield".len());
        }
    }

    /// `async [no LineTerminator here] ClassElementName`: <https://tc39.es/ecma262/#prod-AsyncMethod>. The word must
    /// not be escaped: <https://tc39.es/ecma262/#sec-grammar-notation>
    pub(super) fn async_method_of_object(&mut self, function: &Function) {
        if !function.is_async {
            return;
        }
        let start = next_token(self.source, range(function.span).start);
        let end = start + "async".len();
        if !self.source[start..].starts_with("async") {
            self.error_at("escaped-keyword", "Keyword must not contain escaped characters", start..start + 1);
        } else if has_line_terminator(self.source, end, next_token(self.source, end)) {
            self.error_at("line-break-after-async", "No line break is allowed behind 'async'", start..end);
            self.help("put `async` and the name of the method on one line");
        }
    }
}

pub(super) fn function_parts(form: Form, function: &Function) -> Parts<'_> {
    Parts {
        form,
        is_async: function.is_async,
        is_generator: function.is_generator,
        params: function.params.iter().map(|param| &param.pat).collect(),
        body: Body::Block(function.body.as_ref().map_or(&[], |body| &body.stmts)),
    }
}

#[cfg(test)]
mod tests {
    use crate::early_errors::{accepts, refuses};

    #[test]
    fn duplicate_parameters() {
        const TWICE: &str = "Duplicate parameter name not allowed in this context";
        accepts("async function f(a, a) {} (async function (a, a) {});");
        refuses("async function f(a, a) { 'use strict'; }", TWICE);
        refuses("async function f(a, a = 1) {}", TWICE);
        refuses("async function f(a, ...[{ a }]) {}", TWICE);
        refuses("async (a, a) => {}", TWICE);
        refuses("({ async m(a, a) {} })", TWICE);
        refuses("class C { static async m(a, a) {} }", TWICE);
    }

    #[test]
    fn function_body() {
        accepts("async function f() /* ; */ {}");
        accepts("({ async m(a, [b] = [(c)],) /* ; */ {}, *[d(')')]() {}, get e() {} }); (function* () {});");
        for source in [
            "async function f();\n{}",
            "async () => { const g = function () /**/ ; /**/ { } }",
            "async () => ({ m(); {} })",
            "class C { async m(a = (1)); {} }",
            "class C { static set [m](a); {} }",
        ] {
            refuses(source, "This function has no body");
        }
    }

    #[test]
    fn contains_await_expression() {
        accepts("function f(a = async function () { const [b = await 1] = 2; }) {}");
        accepts("async () => { async(x = await 1); class C extends (await 1) { [await 1]() {} } }");
        accepts("async () => { for (await using x = y;;); for (await using x of y); for await (const x of y); }");
        accepts("function f(a = async function () { const [b = await 1] = c; }) {}");
        refuses(
            "function f() { for (await using x = y;;); }",
            "await is only valid in async functions and the top level bodies of modules",
        );
        refuses(
            "async () => { (a = await /r/g) => {}; }",
            "Illegal await-expression in formal parameters of async function",
        );
    }

    #[test]
    fn line_break_before_arrow() {
        const BREAK: &str = "No line break is allowed before '=>'";
        accepts(
            "(async (a\n) /* */ => 1); (b => /*\n*/ 1); ((c = (d)\n,\n) => 1); (async\n(e)); (() => 1); (async f => 1);",
        );
        refuses("x = (a /*\n*/ => async () => 1)", BREAK);
        refuses("async () => { (a\n=> 1) }", BREAK);
    }

    #[test]
    fn binding_patterns() {
        const TARGET: &str = "Invalid destructuring target in a parameter";
        accepts("async ([[a] = []] = [], { b: c = (d), e = { f: (g) } = h } = [], ...[i]) => {}");
        refuses("async ([[(a)] = []] = []) => {}", TARGET);
        refuses("async ({ a: b.c } = 1) => {}", TARGET);
        refuses("(x, [...(a)] = 1) => async () => {}", TARGET);
        refuses("x = async function (h = () => {} = g) {};", TARGET);
        refuses("({ async m(a = -b = c) {} })", TARGET);
    }

    #[test]
    fn contains_yield_expression() {
        const YIELD: &str = "Yield expression not allowed in formal parameter";
        accepts("function* g() { (a = function* () { yield 1; }) => {}; async(b = yield); ({ c: yield }); }");
        accepts("async () => { var yield; (a = yield) => yield; async ({ b = yield }) => {}; }");
        refuses("function* g() { ({ a = yield }) => {}; }", YIELD);
        refuses("async function* g() { async ([a = [yield 1]]) => {}; }", YIELD);
        refuses("function* g() { async ({ [yield]: a }) => {}; }", YIELD);
    }

    #[test]
    fn async_method_of_object() {
        accepts("({ async/* */ m() {}, async\n, b: { async\n() {} } }); class C { async\nm() {} }");
        refuses("({ async\nm() {} })", "No line break is allowed behind 'async'");
        refuses("({ async /*\n*/ [m]() {} })", "No line break is allowed behind 'async'");
    }
}
