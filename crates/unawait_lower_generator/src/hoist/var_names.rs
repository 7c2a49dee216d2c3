//! The names that a function body binds with `var`, wherever they stand in it, and those that its blocks' functions
//! bind in sloppy code besides:
//! <https://tc39.es/ecma262/#sec-block-level-function-declarations-web-legacy-compatibility-semantics>.
//!
//! A name declares a block's function as a `var` unless a `var` in its place would be an early error; another such
//! function in a block around does not count, as engines agree.

use std::collections::HashSet;

use swc_atoms::Atom;
use swc_common::BytePos;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use super::bindings::{BindingId, tagged};

/// The `var` names of a body, in the order of the source. Functions of the top level are not among them.
#[derive(Debug, Default)]
pub(super) struct VarNames {
    pub names: Vec<Atom>,
    /// Functions of blocks that assign to a `var`, by where their names stand.
    pub annex_b: HashSet<BytePos>,
}

/// Collects the names of `body`, whose parameters are called `parameters`.
pub(super) fn var_names(body: &[Stmt], parameters: &HashSet<Atom>, strict: bool) -> VarNames {
    let mut collect = Collect { found: VarNames::default(), lexical: Vec::new(), parameters, strict };
    collect.within(top_level_names(body), |collect| {
        for statement in body {
            if function_of(statement).is_none() {
                statement.visit_with(collect);
            }
        }
    });
    collect.found
}

/// The function that a statement declares, behind labels or not.
pub(super) fn function_of(statement: &Stmt) -> Option<&FnDecl> {
    match statement {
        Stmt::Decl(Decl::Fn(function)) => Some(function),
        Stmt::Labeled(labeled) => function_of(&labeled.body),
        _ => None,
    }
}

/// The function that a statement declares, behind labels or not.
pub(super) fn function_of_mut(statement: &mut Stmt) -> Option<&mut FnDecl> {
    match statement {
        Stmt::Decl(Decl::Fn(function)) => Some(function),
        Stmt::Labeled(labeled) => function_of_mut(&mut labeled.body),
        _ => None,
    }
}

/// The names that patterns bind.
pub(crate) fn bound_names<N: VisitWith<BoundNames>>(node: &N) -> Vec<Atom> {
    let mut names = BoundNames(Vec::new());
    node.visit_with(&mut names);
    names.0
}

/// The bindings of the generator function that a pattern declares.
pub(super) fn bound_idents(pattern: &Pat) -> Vec<BindingId> {
    struct Collect(Vec<BindingId>);
    impl Visit for Collect {
        noop_visit_type!();
        fn visit_binding_ident(&mut self, name: &BindingIdent) {
            self.0.extend(tagged(&name.id).map(|(id, _)| id));
        }
        fn visit_expr(&mut self, _: &Expr) {}
    }
    let mut ids = Collect(Vec::new());
    pattern.visit_with(&mut ids);
    ids.0
}

pub(crate) struct BoundNames(Vec<Atom>);

impl Visit for BoundNames {
    noop_visit_type!();

    fn visit_binding_ident(&mut self, name: &BindingIdent) {
        self.0.push(name.sym.clone());
    }

    fn visit_expr(&mut self, _: &Expr) {}
}

/// `let`, `const` and `class` of a list of statements.
fn top_level_names(statements: &[Stmt]) -> Vec<Atom> {
    let mut names = Vec::new();
    for statement in statements {
        match statement {
            Stmt::Decl(Decl::Var(list)) if list.kind != VarDeclKind::Var => {
                names.extend(list.decls.iter().flat_map(|declarator| bound_names(&declarator.name)));
            }
            Stmt::Decl(Decl::Class(class)) => names.push(class.ident.sym.clone()),
            _ => {}
        }
    }
    names
}

/// The names of a block which no `var` within may have.
fn block_names<'s>(statements: impl Iterator<Item = &'s Stmt> + Clone) -> Vec<Atom> {
    let mut names: Vec<Atom> =
        statements.clone().flat_map(|statement| top_level_names(std::slice::from_ref(statement))).collect();
    let functions = statements.filter_map(function_of).filter(|function| !is_plain(&function.function));
    names.extend(functions.map(|function| function.ident.sym.clone()));
    names
}

fn is_plain(function: &Function) -> bool {
    !function.is_generator && !function.is_async
}

struct Collect<'p> {
    found: VarNames,
    /// The lexical names of the scopes around, innermost last.
    lexical: Vec<Vec<Atom>>,
    parameters: &'p HashSet<Atom>,
    strict: bool,
}

impl Collect<'_> {
    fn within(&mut self, names: Vec<Atom>, walk: impl FnOnce(&mut Self)) {
        self.lexical.push(names);
        walk(self);
        self.lexical.pop();
    }

    fn vars(&mut self, list: &VarDecl) {
        if list.kind == VarDeclKind::Var {
            self.found.names.extend(list.decls.iter().flat_map(|declarator| bound_names(&declarator.name)));
        }
    }

    fn head_names(head: &ForHead) -> Vec<Atom> {
        match head {
            ForHead::VarDecl(list) if list.kind != VarDeclKind::Var => bound_names(&list.decls),
            _ => Vec::new(),
        }
    }

    fn loop_(&mut self, head: &ForHead, body: &Stmt) {
        if let ForHead::VarDecl(list) = head {
            self.vars(list);
        }
        self.within(Self::head_names(head), |collect| body.visit_with(collect));
    }
}

impl Visit for Collect<'_> {
    noop_visit_type!();

    fn visit_expr(&mut self, _: &Expr) {}
    fn visit_class(&mut self, _: &Class) {}

    fn visit_var_decl(&mut self, list: &VarDecl) {
        self.vars(list);
    }

    fn visit_fn_decl(&mut self, function: &FnDecl) {
        let name = &function.ident.sym;
        let conflicts = self.lexical.iter().any(|names| names.contains(name)) || self.parameters.contains(name);
        let applies = !self.strict && is_plain(&function.function) && !conflicts && &**name != "arguments";
        if applies {
            self.found.names.push(name.clone());
            self.found.annex_b.insert(function.ident.span.lo);
        }
    }

    fn visit_stmts(&mut self, statements: &[Stmt]) {
        self.within(block_names(statements.iter()), |collect| statements.visit_children_with(collect));
    }

    fn visit_switch_stmt(&mut self, statement: &SwitchStmt) {
        let names = block_names(statement.cases.iter().flat_map(|case| &case.cons));
        self.within(names, |collect| {
            for statement in statement.cases.iter().flat_map(|case| &case.cons) {
                statement.visit_with(collect);
            }
        });
    }

    fn visit_for_stmt(&mut self, statement: &ForStmt) {
        let mut names = Vec::new();
        if let Some(VarDeclOrExpr::VarDecl(list)) = &statement.init {
            self.vars(list);
            if list.kind != VarDeclKind::Var {
                names = bound_names(&list.decls);
            }
        }
        self.within(names, |collect| statement.body.visit_with(collect));
    }

    fn visit_for_in_stmt(&mut self, statement: &ForInStmt) {
        self.loop_(&statement.left, &statement.body);
    }

    fn visit_for_of_stmt(&mut self, statement: &ForOfStmt) {
        self.loop_(&statement.left, &statement.body);
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        // A plain parameter may be redeclared: https://tc39.es/ecma262/#sec-variablestatements-in-catch-blocks
        let names = match &clause.param {
            None | Some(Pat::Ident(_)) => Vec::new(),
            Some(pattern) => bound_names(pattern),
        };
        self.within(names, |collect| clause.body.visit_with(collect));
    }
}
