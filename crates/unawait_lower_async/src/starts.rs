//! What is declared at the start of scopes: the variables that keep generator functions, and hoisted functions.
//!
//! A function declaration is there before its scope's first statement runs; a `let` or `var` with the function, put
//! before that statement, is the same (https://tc39.es/ecma262/#sec-functiondeclarationinstantiation, step 36).

use std::collections::BTreeMap;

use unawait_syntax::inventory::{ScopeId, ScopeKind, Start};

use crate::Writer;

#[derive(Debug, Default)]
pub struct Starts {
    scopes: BTreeMap<ScopeId, Declarations>,
}

#[derive(Debug, Default)]
struct Declarations {
    variables: Vec<String>,
    /// Declarators: `f = { f() {} }.f`.
    functions: Vec<String>,
}

impl Starts {
    /// Declares a variable that holds nothing yet.
    pub fn variable(&mut self, scope: ScopeId, name: String) {
        self.scopes.entry(scope).or_default().variables.push(name);
    }

    /// Declares a function, with its value.
    pub fn function(&mut self, scope: ScopeId, declarator: String) {
        self.scopes.entry(scope).or_default().functions.push(declarator);
    }
}

impl Writer<'_> {
    /// Writes the declarations of every scope but the file's, whose text is the answer.
    pub fn write_starts(&mut self) -> String {
        let mut file_start = String::new();
        for (id, declarations) in std::mem::take(&mut self.starts.scopes) {
            let scope = &self.inventory[id];
            let Some(Start { at, wants_semicolon }) = scope.start else { continue };
            // A body's own declarations are `var`: nothing can come too early for them. A block's must not leave it.
            let keyword = if scope.kind == ScopeKind::Body { "var" } else { "let" };
            let all: Vec<String> = declarations.variables.into_iter().chain(declarations.functions).collect();
            let text = format!("{keyword} {};", all.join(", "));
            if scope.outer.is_none() {
                file_start = text;
            } else {
                let semicolon = if wants_semicolon { ";" } else { "" };
                self.edits.insert(at, format!("{semicolon} {text}"));
            }
        }
        file_start
    }
}
