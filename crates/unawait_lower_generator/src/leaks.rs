//! Generator functions that a block or `switch` of sloppy code declares, kept in it.
//!
//! ```js
//! { function* g() {} }   // becomes   { let g; { function g() {} } }
//! ```
//!
//! A plain function would be a `var` of the function around as well; a generator function is none. Where that `var` would
//! get in the way of a declaration, it is not made:
//! <https://tc39.es/ecma262/#sec-block-level-function-declarations-web-legacy-compatibility-semantics>.
//! Why not `let g = function ...`: the function has to be there before the block's first statement runs.

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use crate::lowering::{Lowering, is_lowered};
use crate::make;

impl Lowering<'_, '_> {
    /// The names of generator functions among `statements`, a block's, that plain functions would let out.
    pub fn leaking<'t>(&self, statements: impl IntoIterator<Item = &'t Stmt>) -> Vec<Atom> {
        let declared = statements.into_iter().filter_map(|statement| match statement {
            Stmt::Decl(Decl::Fn(declaration)) if is_lowered(&declaration.function) => Some(declaration),
            _ => None,
        });
        // Whether the code around is sloppy counts, not whether the function is.
        let is_sloppy =
            |one: &&FnDecl| self.facts(&one.function).is_some_and(|facts| !self.inventory.is_strict(facts.scope));
        let sloppy = declared.filter(is_sloppy);
        sloppy.map(|declaration| declaration.ident.sym.clone()).collect()
    }
}

/// The statements in the cases of a `switch`.
pub(crate) fn in_cases(switch: &SwitchStmt) -> impl Iterator<Item = &Stmt> {
    switch.cases.iter().flat_map(|case| &case.cons)
}

/// Runs `marks` before anything else in the scope of a `switch`: in the test of a case that never matches, because
/// nothing equals NaN.
pub(crate) fn mark_first(switch: &mut SwitchStmt, mut marks: Vec<Box<Expr>>) {
    marks.push(make::nan());
    switch.cases.insert(0, SwitchCase { span: DUMMY_SP, test: Some(make::comma(marks)), cons: Vec::new() });
}

/// `{ let names; statement }`
pub(crate) fn kept_in(names: Vec<Atom>, statement: Stmt) -> Stmt {
    let decls = names.into_iter().map(|name| make::declarator(make::ident(name), None)).collect();
    let list = VarDecl { kind: VarDeclKind::Let, decls, ..VarDecl::default() };
    Stmt::Block(make::block(vec![Stmt::Decl(Decl::Var(Box::new(list))), statement]))
}
