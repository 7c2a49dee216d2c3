//! Names that are declared twice. Every open scope's lexical names are known before what is in it is visited: a `var`
//! need only ask whether one of its name is open in its function.

use swc_common::Span;
use swc_ecma_ast::{Ident, Pat, VarDeclarator};

use super::checker::Checker;
use super::declared::{Declared, Item, of_import};
use super::state::{Binding, BindingKind, Declarations};
use crate::forms::{bound_names, bound_names_of_list};
use crate::inventory::Name;

impl Declarations {
    /// Where `name` is bound already in the innermost scope, and by what.
    fn bound(&self, name: &Name) -> Option<&Binding> {
        self.bindings.get(name)?.last().filter(|binding| binding.scope == self.scopes.len())
    }

    fn bind(&mut self, kind: BindingKind, ident: &Ident) {
        let (scope, function) = (self.scopes.len(), self.functions);
        let place = ident.span;
        let bindings = self.bindings.entry(ident.sym.clone()).or_default();
        let refuses_var = match kind {
            BindingKind::Lexical | BindingKind::BlockFunction | BindingKind::CatchPattern => Some(place),
            BindingKind::Parameter => None,
            // VariableStatements in Catch Blocks: https://tc39.es/ecma262/#sec-variablestatements-in-catch-blocks
            BindingKind::CatchName => {
                bindings.last().filter(|outer| outer.function == function).and_then(|outer| outer.refuses_var)
            }
        };
        bindings.push(Binding { kind, scope, function, place, refuses_var });
        if let Some(names) = self.scopes.last_mut() {
            names.push(ident.sym.clone());
        }
    }
}

impl Checker<'_> {
    /// Opens a scope, has `inside` look at what is in it, and closes it.
    pub(super) fn in_scope<R>(&mut self, inside: impl FnOnce(&mut Self) -> R) -> R {
        self.declarations.scopes.push(Vec::new());
        let result = inside(self);
        for name in self.declarations.scopes.pop().unwrap_or_default() {
            if let Some(bindings) = self.declarations.bindings.get_mut(&name) {
                bindings.pop();
            }
        }
        result
    }

    /// The same for a function: `var` and labels do not leave it.
    pub(super) fn in_function<R>(&mut self, inside: impl FnOnce(&mut Self) -> R) -> R {
        self.declarations.functions += 1;
        let labels = std::mem::take(&mut self.labels);
        let result = self.in_scope(inside);
        self.labels = labels;
        self.declarations.functions -= 1;
        result
    }

    /// Binds the names of a block's or `switch`'s statements, and checks them.
    ///
    /// > It is a Syntax Error if the LexicallyDeclaredNames of StatementList contains any duplicate entries.
    /// >
    /// > It is a Syntax Error if any element of the LexicallyDeclaredNames of StatementList also occurs in the
    /// > VarDeclaredNames of StatementList.
    ///
    /// <https://tc39.es/ecma262/#sec-block-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-switch-statement-static-semantics-early-errors>
    pub(super) fn lexically_declared_names_of_block<'n, I: Item + 'n>(&mut self, items: impl Iterator<Item = &'n I>) {
        for item in items {
            match item.declared() {
                Declared::Function { ident, is_plain, .. } => {
                    self.declare(if is_plain { BindingKind::BlockFunction } else { BindingKind::Lexical }, ident);
                }
                declared => self.declare_lexical(declared),
            }
        }
    }

    /// Binds the names of a function's body or a script, and checks them: there, functions are like `var`s.
    ///
    /// > It is a Syntax Error if any element of the LexicallyDeclaredNames of FunctionStatementList also occurs in the
    /// > VarDeclaredNames of FunctionStatementList.
    ///
    /// <https://tc39.es/ecma262/#sec-function-definitions-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-scripts-static-semantics-early-errors>
    pub(super) fn lexically_declared_names_of_body<I: Item>(&mut self, items: &[I]) {
        for item in items {
            self.declare_lexical(item.declared());
        }
        for item in items {
            if let Declared::Function { ident, .. } = item.declared() {
                self.var_declared_name(ident);
            }
        }
    }

    /// Binds the names of a module, and checks them: there, functions are lexical.
    ///
    /// > It is a Syntax Error if the LexicallyDeclaredNames of ModuleItemList contains any duplicate entries.
    /// >
    /// > It is a Syntax Error if any element of the LexicallyDeclaredNames of ModuleItemList also occurs in the
    /// > VarDeclaredNames of ModuleItemList.
    ///
    /// <https://tc39.es/ecma262/#sec-module-semantics-static-semantics-early-errors>
    pub(super) fn lexically_declared_names_of_module<I: Item>(&mut self, items: &[I]) {
        for item in items {
            match item.declared() {
                Declared::Function { ident, is_labelled: false, .. } => self.declare(BindingKind::Lexical, ident),
                Declared::Function { ident, .. } => self.var_declared_name(ident),
                declared => self.declare_lexical(declared),
            }
        }
    }

    fn declare_lexical(&mut self, declared: Declared) {
        match declared {
            Declared::Class(ident) => self.declare(BindingKind::Lexical, ident),
            Declared::Lexical(declarators) => self.lexical_declaration(declarators),
            Declared::Import(import) => of_import(import, |ident| self.declare(BindingKind::Lexical, ident)),
            Declared::Var(_) | Declared::Function { .. } | Declared::Nothing => {}
        }
    }

    /// Binds what `let`, `const` or `using` declare.
    ///
    /// > It is a Syntax Error if the BoundNames of BindingList contains any duplicate entries.
    ///
    /// <https://tc39.es/ecma262/#sec-let-and-const-declarations-static-semantics-early-errors>
    pub(super) fn lexical_declaration(&mut self, declarators: &[VarDeclarator]) {
        bound_names_of_list(declarators, |ident| {
            self.lexically_bound_name(ident);
            self.declare(BindingKind::Lexical, ident);
        });
    }

    /// Binds what a `catch` clause does.
    ///
    /// > It is a Syntax Error if the BoundNames of CatchParameter contains any duplicate elements.
    /// >
    /// > It is a Syntax Error if any element of the BoundNames of CatchParameter also occurs in the
    /// > LexicallyDeclaredNames of Block.
    /// >
    /// > It is a Syntax Error if any element of the BoundNames of CatchParameter also occurs in the VarDeclaredNames of
    /// > Block, unless CatchParameter is `CatchParameter : BindingIdentifier`.
    ///
    /// <https://tc39.es/ecma262/#sec-try-statement-static-semantics-early-errors>
    ///
    /// V8 takes a pattern's names for those of a `let`, and refuses `let` among them; a program that is lowered must
    /// not run where it does not run natively.
    pub(super) fn catch_parameter(&mut self, param: &Pat) {
        let kind = if param.is_ident() { BindingKind::CatchName } else { BindingKind::CatchPattern };
        bound_names(param, |ident| {
            if kind == BindingKind::CatchPattern {
                self.lexically_bound_name(ident);
            }
            self.declare(kind, ident);
        });
    }

    /// > It is a Syntax Error if the BoundNames of BindingList contains "let".
    ///
    /// <https://tc39.es/ecma262/#sec-let-and-const-declarations-static-semantics-early-errors>
    fn lexically_bound_name(&mut self, ident: &Ident) {
        if &*ident.sym == "let" {
            self.error("reserved-word", "let is disallowed as a lexically bound name", ident.span);
        }
    }

    /// Binds a parameter, or answers where one of its name is bound already.
    ///
    /// > It is a Syntax Error if any element of the BoundNames of FormalParameters also occurs in the
    /// > LexicallyDeclaredNames of FunctionBody.
    ///
    /// <https://tc39.es/ecma262/#sec-function-definitions-static-semantics-early-errors>
    pub(super) fn parameter(&mut self, ident: &Ident) -> Option<Span> {
        let first = self.declarations.bound(&ident.sym).map(|bound| bound.place);
        if first.is_none() {
            self.declarations.bind(BindingKind::Parameter, ident);
        }
        first
    }

    fn declare(&mut self, kind: BindingKind, ident: &Ident) {
        if self.declarations.scopes.len() == 1 {
            self.note_in_file(ident);
        }
        // https://tc39.es/ecma262/#sec-block-duplicates-allowed-static-semantics
        let is_allowed =
            |bound: BindingKind| !self.context.strict && kind == bound && kind == BindingKind::BlockFunction;
        match self.declarations.bound(&ident.sym) {
            Some(bound) if is_allowed(bound.kind) => {}
            Some(bound) => {
                let (first, is_function) =
                    (bound.place, bound.kind == BindingKind::BlockFunction || kind == BindingKind::BlockFunction);
                self.redeclared(ident, first);
                if is_function && !self.context.strict {
                    self.help("only functions that are neither async nor generators may share a name in a block");
                }
            }
            None => self.declarations.bind(kind, ident),
        }
    }

    /// A `var`, or a function at the top of a script or function, must not meet a lexical declaration on its way to the
    /// function it belongs to: VarDeclaredNames,
    /// <https://tc39.es/ecma262/#sec-static-semantics-vardeclarednames>
    pub(super) fn var_declared_name(&mut self, ident: &Ident) {
        self.note_in_file(ident);
        let Some(binding) = self.declarations.bindings.get(&ident.sym).and_then(|bindings| bindings.last()) else {
            return;
        };
        if let Some(first) = binding.refuses_var.filter(|_| binding.function == self.declarations.functions) {
            self.redeclared(ident, first);
        }
    }

    /// Remembers what a module's top level declares.
    fn note_in_file(&mut self, ident: &Ident) {
        if self.is_module() && self.declarations.functions == 0 {
            self.declarations.file.insert(ident.sym.clone());
        }
    }

    /// The error is where the second of the two stands.
    fn redeclared(&mut self, ident: &Ident, first: Span) {
        let (first, second) = if ident.span.lo < first.lo { (ident.span, first) } else { (first, ident.span) };
        self.error("redeclared", format!("Identifier '{}' has already been declared", ident.sym), second);
        self.label(first, format!("'{}' is declared here", ident.sym));
    }
}

#[cfg(test)]
mod tests {
    use crate::SourceType;
    use crate::early_errors::{accepts, errors, refuses};

    const F: &str = "Identifier 'f' has already been declared";

    #[test]
    fn lexically_declared_names_of_block() {
        accepts("{ function f() {} function f() {} } switch (1) { case 1: function f() {} case 2: function f() {} }");
        accepts("{ async function f() {} } var f; { let f; { let f; } }");
        refuses("{ async function f() {} async function f() {} }", F);
        refuses("{ function f() {} async function f() {} }", F);
        refuses("'use strict'; { function f() {} function f() {} }", F);
        refuses("switch (1) { case 1: async function f() {} default: function* f() {} }", F);
        refuses("{ async function f() {} { var f; } }", F);
        refuses("{ { var f; } let f; }", F);
        refuses("{ l: function f() {} let f; }", F);
    }

    #[test]
    fn lexically_declared_names_of_body() {
        accepts("async function f() {} async function f() {} var f; l: function f() {} function g(f) { var f; }");
        accepts("class C { static { function f() {} function f() {} } static { let f; } }");
        refuses("let f; async function f() {}", F);
        refuses("async function f() {} class f {}", F);
        refuses("async () => { var f; let f; }", F);
        refuses("class C { static { var f; let f; } }", F);
        accepts("async function g(f) { { let f; } var f; function f() {} }");
        refuses("async function g(f) { let f; }", F);
        refuses("async ({ x: [f = 1] }) => { const f = 1; }", F);
    }

    #[test]
    fn lexically_declared_names_of_module() {
        assert_eq!(errors("import f from 'f'; async function f() {}", SourceType::Module), [F]);
        assert_eq!(errors("function f() {} function f() {}", SourceType::Module), [F]);
        assert_eq!(errors("export default async function f() {} var f;", SourceType::Module), [F]);
        assert!(errors("import f from 'f'; { function f() {} }", SourceType::Module).is_empty());
    }

    #[test]
    fn lexical_declaration() {
        accepts("for (let f of x) { let f; } for (let f;;) (() => { var f; });");
        refuses("let [f, { g: f }] = x;", F);
        refuses("for (const f of x) { var f; }", F);
        refuses("for (let f in x) { { var f; } }", F);
        refuses("async () => { await using let = x; }", "let is disallowed as a lexically bound name");
    }

    #[test]
    fn catch_parameter() {
        accepts("try {} catch (f) { var f; for (var f of x); { let f; } }");
        accepts("try {} catch (let) {}");
        refuses("async () => { try {} catch ({ x: [let] }) {} }", "let is disallowed as a lexically bound name");
        refuses("try {} catch (f) { let f; }", F);
        refuses("try {} catch (f) { async function f() {} }", F);
        refuses("try {} catch ([f]) { var f; }", F);
        refuses("try {} catch ([f, f]) {}", F);
        refuses("{ let f; try {} catch (f) { var f; } }", F);
    }
}
