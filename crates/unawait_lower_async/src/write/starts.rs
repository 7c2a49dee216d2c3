//! What is declared at the start of scopes: the variables that keep generator functions, and hoisted functions.
//!
//! A function declaration is there before its scope's first statement runs; a `let` or `var` with the function, put
//! before that statement, is the same (https://tc39.es/ecma262/#sec-functiondeclarationinstantiation, step 36).

use std::collections::BTreeMap;

use unawait_syntax::Inventory;
use unawait_syntax::inventory::{ScopeId, ScopeKind, Start};
use unawait_text::{Edits, Text};

use crate::plan::Variables;

#[derive(Debug, Default)]
pub struct Starts {
    scopes: BTreeMap<ScopeId, Declarations>,
}

#[derive(Debug, Default)]
struct Declarations {
    /// Opens a `try` that the rest is in.
    try_block: Option<String>,
    variables: Vec<String>,
    /// Names and values: `f`, `{ f() {} }.f`.
    functions: Vec<(String, Text)>,
    statements: Vec<String>,
}

impl Starts {
    /// Declares variables that hold nothing yet.
    pub fn of(variables: Variables) -> Self {
        let of = |variables| Declarations { variables, ..Declarations::default() };
        Starts { scopes: variables.into_iter().map(|(scope, variables)| (scope, of(variables))).collect() }
    }

    /// Runs a statement behind the declarations.
    pub fn statement(&mut self, scope: ScopeId, statement: String) {
        self.scopes.entry(scope).or_default().statements.push(statement);
    }

    /// Has the scope's text begin with `open`.
    pub fn try_block(&mut self, scope: ScopeId, open: String) {
        self.scopes.entry(scope).or_default().try_block = Some(open);
    }

    /// Declares a function, with its value.
    pub fn function(&mut self, scope: ScopeId, name: String, value: Text) {
        self.scopes.entry(scope).or_default().functions.push((name, value));
    }

    /// Writes the declarations of every scope but the file's, whose text is the answer.
    pub fn write(self, inventory: &Inventory, edits: &mut Edits) -> Text {
        let mut file_start = Text::default();
        for (id, declarations) in self.scopes {
            let scope = &inventory[id];
            let Some(Start { at, wants_semicolon }) = scope.start else { continue };
            // A body's own declarations are `var`: nothing can come too early for them. A block's must not leave it.
            let keyword = if scope.kind == ScopeKind::Body { "var" } else { "let" };
            let is_global = scope.outer.is_none() && inventory.may_be_script;
            let mut declared: Vec<Text> = declarations.variables.into_iter().map(Text::from).collect();
            let mut assigned = Vec::new();
            for (name, value) in declarations.functions {
                if is_global {
                    // A function's binding is made whatever the global object has under its name; a variable's is not.
                    assigned.push(Text::from(format!("function {name}() {{}} {name} = ")) + value + ";");
                } else {
                    declared.push(Text::from(format!("{name} = ")) + value);
                }
            }
            let list = match declared.is_empty() {
                true => None,
                false => Some(Text::from(format!("{keyword} ")) + Text::join(declared, ", ") + ";"),
            };
            let try_block = declarations.try_block.map(Text::from);
            let statements = declarations.statements.into_iter().map(Text::from);
            let text = Text::join(try_block.into_iter().chain(list).chain(assigned).chain(statements), " ");
            if scope.outer.is_none() {
                file_start = text;
            } else {
                let semicolon = if wants_semicolon { ";" } else { "" };
                edits.insert(at, Text::from(format!("{semicolon} ")) + text);
            }
        }
        file_start
    }
}
