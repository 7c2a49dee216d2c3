//! Statements that stand where only some may.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;

use super::checker::Checker;
use super::declared::is_plain;
use super::declared::unlabelled;
use crate::SourceType;
use crate::forms::bound_names_of_list;
use crate::lex::{has_line_terminator, is_word_at, next_token};
use crate::objections::ObjectionKind;
use crate::positions::range;

/// Where a single statement stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Single {
    /// The clause of an `if`: a plain function, by Annex B.
    IfClause,
    /// The body of a loop or `with`.
    Body,
}

impl Checker<'_> {
    /// A Statement is no Declaration: `if (x) async function f() {}`,
    /// <https://tc39.es/ecma262/#prod-Statement>. Annex B lets plain functions be clauses of an `if`:
    /// <https://tc39.es/ecma262/#sec-functiondeclarations-in-ifstatement-statement-clauses>
    ///
    /// > It is a Syntax Error if IsLabelledFunction(Statement) is true.
    ///
    /// <https://tc39.es/ecma262/#sec-if-statement-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-semantics-static-semantics-early-errors> (loops),
    /// <https://tc39.es/ecma262/#sec-with-statement-static-semantics-early-errors>
    pub(super) fn is_statement(&mut self, statement: &Stmt, place: Single) {
        match statement {
            Stmt::Decl(Decl::Fn(function)) => {
                let is_plain = is_plain(&function.function);
                if !is_plain || self.context.strict || place == Single::Body {
                    self.misplaced_function(function);
                } else {
                    self.overrule(ObjectionKind::Declaration, function.function.span);
                }
            }
            Stmt::Labeled(labelled) => {
                if let Stmt::Decl(Decl::Fn(function)) = unlabelled(labelled) {
                    self.misplaced_function(function);
                }
            }
            _ => {}
        }
    }

    /// > It is a Syntax Error if any source text is matched by this production.
    ///
    /// For `LabelledItem : FunctionDeclaration`:
    /// <https://tc39.es/ecma262/#sec-labelled-statements-static-semantics-early-errors>.
    /// Annex B lets it be in sloppy code: <https://tc39.es/ecma262/#sec-labelled-function-declarations>
    pub(super) fn labelled_function(&mut self, item: &Stmt) {
        if let Stmt::Decl(Decl::Fn(function)) = item
            && (!is_plain(&function.function) || self.context.strict)
        {
            self.misplaced_function(function);
        }
    }

    fn misplaced_function(&mut self, function: &FnDecl) {
        let message = match function.function.is_async {
            true => "Async functions can only be declared at the top level or inside a block",
            false => "Functions can only be declared at the top level or inside a block",
        };
        self.overrule(ObjectionKind::Declaration, function.function.span);
        self.error("misplaced-declaration", message, function.ident.span);
        self.help("put braces around the function");
    }

    /// > It is a Syntax Error if any element of the BoundNames of ForDeclaration also occurs in the VarDeclaredNames of
    /// > Statement.
    ///
    /// <https://tc39.es/ecma262/#sec-for-in-and-for-of-statements-static-semantics-early-errors>
    ///
    /// The head's names are bound in a scope of their own; the loop's `var`s meet them there. A head has no initializer
    /// but a plain `var`'s in sloppy code: <https://tc39.es/ecma262/#sec-initializers-in-forin-statement-heads>
    pub(super) fn for_declaration(&mut self, head: &ForHead, is_of: bool) {
        let (declarators, is_var) = match head {
            ForHead::VarDecl(var) => (&var.decls, var.kind == VarDeclKind::Var),
            ForHead::UsingDecl(using) => (&using.decls, false),
            ForHead::Pat(target) => {
                if let Pat::Expr(target) = &**target {
                    self.call_as_target(target, target.span(), true);
                    self.let_before_of(target, is_of);
                    // A repair makes one of `f() = 1`.
                    if target.is_assign() {
                        self.error("loop-head", "Invalid left-hand side in for-loop", target.span());
                    }
                }
                return;
            }
        };
        if let Some(VarDeclarator { name: pattern, init: Some(_), span, .. }) = declarators.first() {
            let is_allowed = !is_of && is_var && !self.context.strict && pattern.is_ident();
            if !is_allowed {
                let name = if is_of { "for-of" } else { "for-in" };
                self.error("loop-head", format!("{name} loop variable declaration may not have an initializer"), *span);
            }
        }
        if !is_var {
            self.lexical_declaration(declarators);
        }
    }

    /// `for ( [lookahead ∉ { let, … }] LeftHandSideExpression of`: <https://tc39.es/ecma262/#prod-ForInOfStatement>
    fn let_before_of(&mut self, target: &Expr, is_of: bool) {
        let place = range(target.span());
        if is_of && is_word_at(self.source, place.start, "let") {
            let message = "The left-hand side of a for-of loop may not start with 'let'";
            self.error_at("loop-head", message, place.start..place.start + "let".len());
            self.help("put parentheses around it");
        }
    }

    /// `for ( … ; Expression_opt ; Expression_opt ) Statement`: <https://tc39.es/ecma262/#prod-ForStatement>
    pub(super) fn second_semicolon(&mut self, statement: &ForStmt) {
        if let Some(test) = &statement.test {
            let end = range(test.span()).end;
            if !self.source[next_token(self.source, end)..].starts_with(';') {
                self.error_at("loop-head", "The head of this loop lacks a semicolon", end..end);
                self.help("a `for` has two semicolons, or `of` or `in`");
            }
        }
    }

    /// `for ( var VariableDeclarationList[~In] ; …`: an `in` there makes another loop of it, whose head has no
    /// semicolons. The parser takes it in initializers: <https://tc39.es/ecma262/#prod-ForStatement>
    pub(super) fn in_without_in(&mut self, initializer: &Expr) {
        let mut open = vec![initializer];
        while let Some(expression) = open.pop() {
            match expression {
                Expr::Bin(node) if node.op == BinaryOp::In => {
                    let message = "The operator 'in' cannot stand before the semicolons of a loop's head";
                    self.error("loop-head", message, node.span);
                    self.help("put parentheses around it");
                }
                Expr::Bin(node) => open.extend([&*node.left, &*node.right]),
                Expr::Assign(node) => open.push(&node.right),
                Expr::Cond(node) => open.extend([&*node.test, &*node.alt]),
                Expr::Yield(node) => open.extend(node.arg.as_deref()),
                Expr::Arrow(node) => open.extend(concise_body(&node.body)),
                _ => {}
            }
        }
    }

    /// A statement ends with its semicolon, or where one is inserted: before a line break, a closing brace or the end.
    /// The parser does not look for it behind `import()`, `import.meta`, `await using` and `export {}`:
    /// <https://tc39.es/ecma262/#sec-rules-of-automatic-semicolon-insertion>
    pub(super) fn semicolon(&mut self, statement: Span) {
        let end = range(statement).end;
        if self.source[..end].ends_with(';') {
            return;
        }
        let next = next_token(self.source, end);
        let is_ended = matches!(self.source.as_bytes().get(next), None | Some(b';' | b'}'))
            || has_line_terminator(self.source, end, next);
        if !is_ended {
            self.error_at("syntax", "Expected `;` or a line break", next..next + 1);
        }
    }

    /// `using [no LineTerminator here] BindingList`, `await [no LineTerminator here] using`: elsewhere, a semicolon is
    /// inserted between the words. The words are written without escapes. The parser forgets about both:
    /// <https://tc39.es/proposal-explicit-resource-management/#prod-UsingDeclaration>
    pub(super) fn words_of_using(&mut self, declaration: Span, declarators: &[VarDeclarator]) {
        let start = range(declaration).start;
        let Some(name) = declarators.first().map(|first| range(first.name.span()).start) else { return };
        if has_line_terminator(self.source, start, name) {
            self.error_at("line-break-in-using", "No line break is allowed before the name", start..name);
            self.help("put `await`, `using` and the name on one line");
        } else if self.source[start..name].contains('\\') {
            self.error_at("escaped-keyword", "Keyword must not contain escaped characters", start..name);
        }
    }

    /// A UsingDeclaration does not stand in a CaseClause's or DefaultClause's own StatementList:
    /// <https://tc39.es/ecma262/#sec-switch-statement-static-semantics-early-errors>
    pub(super) fn using_in_case_clause(&mut self, statements: &[Stmt]) {
        for statement in statements {
            if let Stmt::Decl(Decl::Using(using)) = statement {
                let message = "Using declaration cannot appear in the bare case statement";
                self.error("misplaced-declaration", message, using.span);
                self.help("put braces around the case's statements");
            }
        }
    }

    /// > It is a Syntax Error if the goal symbol is Script and UsingDeclaration is not contained, either directly or
    /// > indirectly, within a Block, ForStatement, ForInOfStatement, FunctionBody, …
    ///
    /// <https://tc39.es/ecma262/#sec-let-and-const-declarations-static-semantics-early-errors>
    pub(super) fn using_at_top_of_script(&mut self, statements: &[Stmt]) {
        if self.source_type != SourceType::Script {
            return;
        }
        for statement in statements {
            if let Stmt::Decl(Decl::Using(using)) = statement {
                let message = "Using declaration is not allowed at the top level of a script";
                self.error("misplaced-declaration", message, using.span);
                self.help("put braces around the statements that use it");
            }
        }
    }

    /// `ExpressionStatement : [lookahead ∉ { …, let [ }] Expression ;`,
    /// <https://tc39.es/ecma262/#prod-ExpressionStatement>
    pub(super) fn expression_statement(&mut self, statement: &ExprStmt) {
        let place = range(statement.span);
        if !self.source[place.start..].starts_with("let") {
            return;
        }
        let end = place.start + "let".len();
        if self.source[next_token(self.source, end)..].starts_with('[') {
            let message = "Lexical declaration cannot appear in a single-statement context";
            self.error_at("misplaced-declaration", message, place.start..end);
        }
    }

    /// > It is a Syntax Error if IsStrict(this WithStatement) is true.
    ///
    /// The parser forgets about it in arrow functions:
    /// <https://tc39.es/ecma262/#sec-with-statement-static-semantics-early-errors>
    pub(super) fn with_statement(&mut self, statement: &WithStmt) {
        if self.context.strict {
            self.error("with", "Strict mode code may not include a with statement", statement.span);
        }
    }

    /// The names of a `var` statement.
    pub(super) fn var_declaration(&mut self, var: &VarDecl) {
        if self.hidden_usings.contains_key(&range(var.span).start) {
            self.words_of_using(var.span, &var.decls);
            if self.text(var.span).starts_with("await") {
                self.contains_await_expression(var.span);
            }
        }
        if var.kind == VarDeclKind::Var {
            bound_names_of_list(&var.decls, |ident| self.var_declared_name(ident));
        }
    }
}

fn concise_body(body: &ArrowFunctionBody) -> Option<&Expr> {
    match body {
        ArrowFunctionBody::Expr(body) => Some(body),
        ArrowFunctionBody::FunctionBody(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::early_errors::{accepts, refuses};

    const ASYNC: &str = "Async functions can only be declared at the top level or inside a block";
    const PLAIN: &str = "Functions can only be declared at the top level or inside a block";

    #[test]
    fn is_statement() {
        accepts("if (x) { async function f() {} } while (x) { async function f() {} }");
        accepts("if (x) function f() {} else function f() {}");
        refuses("'use strict'; if (x) function f() {}", PLAIN);
        refuses("while (x) function f() {}", PLAIN);
        refuses("if (x) async function f() {}", ASYNC);
        refuses("if (x); else async function f() {}", ASYNC);
        refuses("while (x) async function f() {}", ASYNC);
        refuses("do async function f() {} while (x);", ASYNC);
        refuses("for (;;) async function* f() {}", ASYNC);
        refuses("while (x) l: function f() {}", PLAIN);
    }

    #[test]
    fn labelled_function() {
        accepts("l: m: function f() {}");
        refuses("l: async function f() {}", ASYNC);
    }

    #[test]
    fn for_declaration() {
        accepts("for (const [a, b] of x); for (var c in x);");
        refuses("for (f() = 1 of x);", "Invalid left-hand side in for-loop");
        refuses("for (var [a] = 1 in x);", "for-in loop variable declaration may not have an initializer");
    }

    #[test]
    fn let_before_of() {
        const LET: &str = "The left-hand side of a for-of loop may not start with 'let'";
        accepts("async () => { for ((let).a of b); for (let.a in b); for (letter.a of b); for (let of of b); }");
        refuses("async () => { for (let.a of b); }", LET);
        refuses("async () => { for await (let().a of b); }", LET);
    }

    #[test]
    fn in_without_in() {
        const IN: &str = "The operator 'in' cannot stand before the semicolons of a loop's head";
        accepts("for (var a = (b in c), d = [e in f], g = h ? i in j : () => { k in l };;); for (var m = 1 in n);");
        // `for (var a = b in c` is the parser's: it goes on as a loop over `c`.
        for init in ["let a = b in c", "let a = b && c in d", "const a = b ? c : d in e", "let a = b => c in d"] {
            refuses(&format!("for ({init};;);"), IN);
        }
        refuses("function* f() { for (var a = yield b in c;;); }", IN);
    }

    #[test]
    fn semicolon() {
        const MISSING: &str = "Expected `;` or a line break";
        accepts("import(a)\nb; { import(c) } import(d) /*\n*/ e; async () => { await using\nf; await using }");
        refuses("function* g() { import('a')console.log(1) }", MISSING);
        refuses("async function g() { await using throw x; }", MISSING);
        refuses("async function g() { await using {} }", MISSING);
        refuses("async function g() { await using /**/ !x }", MISSING);
    }

    #[test]
    fn words_of_using() {
        const BREAK: &str = "No line break is allowed before the name";
        accepts("async () => { await using\nx; { using\ny; using z = 1\nusing /**/ v = 2 } for (using w\nof x); }");
        refuses("async () => { for (using\nx of y); }", BREAK);
        refuses("async () => { for (await using /*\n*/ x of y); }", BREAK);
        refuses("async () => { for (await\nusing x = y;;); }", BREAK);
        refuses("async () => { for await (using // c\nx of y); }", BREAK);
        refuses("async () => { usin\\u0067 x = y; }", "Keyword must not contain escaped characters");
    }

    #[test]
    fn second_semicolon() {
        const LACKS: &str = "The head of this loop lacks a semicolon";
        accepts("for (;;); for (;a;); for (;(a) /* ; */ ;b); for (let a = 1; a; a++);");
        refuses("for (;a);", LACKS);
        refuses("async () => { for (a; await b) c; }", LACKS);
    }

    #[test]
    fn using_at_top_of_script() {
        accepts("{ using x = y; } async () => { await using x = y; }");
        refuses("using x = y;", "Using declaration is not allowed at the top level of a script");
    }

    #[test]
    fn expression_statement() {
        accepts("var let; async () => { if (x) let\n(1); letter[1] = 1; (let[1]) = 1; }");
        refuses("while (x) let\n[a] = 1", "Lexical declaration cannot appear in a single-statement context");
    }

    #[test]
    fn with_statement() {
        accepts("async () => { with (x) await y; }");
        refuses("async () => { 'use strict'; with (x) await y; }", "Strict mode code may not include a with statement");
    }

    #[test]
    fn using_in_case_clause() {
        accepts("async () => { switch (1) { case 1: { await using x = y; } } }");
        refuses(
            "async () => { switch (1) { case 1: await using x = y; } }",
            "Using declaration cannot appear in the bare case statement",
        );
    }
}
