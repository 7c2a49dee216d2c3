//! Declarations -> assignments, statement by statement. Expressions are left alone; what the names in them become is
//! the next step's.
//!
//! ```js
//! { let x = yield; const { y } = x; function f() {} class C {} }
//! // becomes
//! { f = function () {}; x = yield; ({ y } = x); C = class C {}; }
//! ```
//!
//! Declarations of scopes that do not suspend stay, but for `var` and functions: those are not the scope's alone.

use swc_atoms::Atom;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use super::bindings::*;
use super::plan::{Place, Plan};
use super::var_names::function_of_mut;
use crate::make;
use crate::names::Names;

pub(super) struct Declarations<'d, 'n, 's> {
    pub plan: &'d Plan,
    pub names: &'d mut Names<'n, 's>,
    pub helper: &'d mut dyn FnMut(Helper) -> Ident,
    /// Locals that hold intermediate values.
    pub temps: Vec<Ident>,
}

impl Declarations<'_, '_, '_> {
    /// The statements of a body or a block.
    pub fn block(&mut self, statements: Vec<Stmt>) -> Vec<Stmt> {
        let mut statements = statements;
        let ids = declared_by(&statements);
        let mut out: Vec<Stmt> = self.enter(&ids).into_iter().map(make::statement).collect();
        out.extend(self.functions(&mut statements).into_iter().map(make::statement));
        for statement in statements {
            self.statement(statement, &mut out);
        }
        out
    }

    /// What happens when the scope of `ids` is entered, but for its functions.
    pub(super) fn enter(&mut self, ids: &[BindingId]) -> Vec<Box<Expr>> {
        let mut out = Vec::new();
        let scope = ids.first().map(|id| self.plan.bindings[*id].scope);
        if let Some(environment) = scope.and_then(|scope| self.plan.environment(scope)) {
            let value = |(id, name): &(BindingId, Atom)| {
                (name.clone(), if self.plan.is_deadened(*id) { self.dead() } else { make::undefined() })
            };
            let properties = environment.properties.iter().map(value).collect();
            out.push(make::assign(environment.name.clone(), object(properties)));
        }
        for id in ids {
            if self.plan.is_deadened(*id) && matches!(self.plan.place(*id), Place::Local(_)) {
                let dead = self.dead();
                out.push(make::assign(self.target(*id), dead));
            }
        }
        out
    }

    /// What a binding is before it is initialised: a value that no program can have.
    fn dead(&mut self) -> Box<Expr> {
        Box::new(Expr::Ident((self.helper)(Helper::Tdz)))
    }

    fn target(&self, id: BindingId) -> Ident {
        let mut ident = make::ident(self.plan.bindings[id].name.clone());
        tag(&mut ident, id, Role::Initialise);
        ident
    }

    /// The function declarations of a block, which are made when it is entered.
    pub(super) fn functions(&mut self, statements: &mut [Stmt]) -> Vec<Box<Expr>> {
        let mut out = Vec::new();
        for declaration in statements.iter_mut().filter_map(function_of_mut) {
            let Some((id, _)) = tagged(&declaration.ident) else { continue };
            let mut name = declaration.ident.clone();
            untag(&mut name);
            let ident = self.plan.is_renamed(id).then_some(name);
            let function = std::mem::take(&mut declaration.function);
            let function = Box::new(Expr::Fn(FnExpr { ident, function }));
            out.push(make::assign(declaration.ident.clone(), function));
        }
        out
    }

    /// A statement where one has to stand.
    pub(super) fn single(&mut self, statement: Stmt) -> Stmt {
        let mut out = Vec::new();
        self.statement(statement, &mut out);
        if out.len() == 1 { out.remove(0) } else { Stmt::Block(make::block(out)) }
    }

    pub(super) fn body(&mut self, statement: &mut Box<Stmt>) {
        let taken = std::mem::take(&mut **statement);
        **statement = self.single(taken);
    }

    /// What has to be done for `statement`, the last of which takes its labels.
    pub(super) fn statement(&mut self, statement: Stmt, out: &mut Vec<Stmt>) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.statement_by_kind(statement, out));
    }

    fn statement_by_kind(&mut self, mut statement: Stmt, out: &mut Vec<Stmt>) {
        if let Some(function) = function_of_mut(&mut statement) {
            let id = tagged(&function.ident).map(|(id, _)| id);
            if let Some(var) = id.and_then(|id| self.plan.bindings[id].annex_b) {
                let mut target = function.ident.clone();
                let mut value = function.ident.clone();
                tag(&mut target, var, Role::Initialise);
                tag(&mut value, id.unwrap_or(var), Role::Safe);
                out.push(make::statement(make::assign(target, Box::new(Expr::Ident(value)))));
            }
            return;
        }
        match statement {
            Stmt::Decl(Decl::Var(list)) if self.is_taken_out(&list) => {
                let span = list.span;
                let mut statements: Vec<Stmt> = self.initialisers(*list).into_iter().map(make::statement).collect();
                // The first one stands where the list stood, behind its comments.
                if let Some(Stmt::Expr(first)) = statements.first_mut() {
                    first.span = span;
                }
                out.append(&mut statements);
            }
            Stmt::Decl(Decl::Class(class)) => out.push(self.class(class)),
            Stmt::Block(mut block) => {
                block.stmts = self.block(block.stmts);
                out.push(Stmt::Block(block));
            }
            Stmt::If(mut statement) => {
                self.body(&mut statement.cons);
                if let Some(alt) = &mut statement.alt {
                    self.body(alt);
                }
                out.push(Stmt::If(statement));
            }
            Stmt::Labeled(mut labeled) => {
                self.statement(*labeled.body, out);
                labeled.body = Box::new(out.pop().unwrap_or_default());
                out.push(Stmt::Labeled(labeled));
            }
            Stmt::While(mut statement) => {
                self.body(&mut statement.body);
                out.push(Stmt::While(statement));
            }
            Stmt::DoWhile(mut statement) => {
                self.body(&mut statement.body);
                out.push(Stmt::DoWhile(statement));
            }
            Stmt::With(mut statement) => {
                self.body(&mut statement.body);
                out.push(Stmt::With(statement));
            }
            Stmt::For(statement) => out.push(Stmt::For(self.for_(statement))),
            Stmt::ForIn(mut statement) => {
                self.for_each(&mut statement.left, &mut statement.right, &mut statement.body, out);
                out.push(Stmt::ForIn(statement));
            }
            Stmt::ForOf(mut statement) => {
                self.for_each(&mut statement.left, &mut statement.right, &mut statement.body, out);
                out.push(Stmt::ForOf(statement));
            }
            Stmt::Switch(statement) => {
                let statement = self.switch(statement, out);
                out.push(Stmt::Switch(statement));
            }
            Stmt::Try(mut statement) => {
                statement.block.stmts = self.block(statement.block.stmts);
                if let Some(clause) = &mut statement.handler {
                    self.catch(clause);
                }
                if let Some(finalizer) = &mut statement.finalizer {
                    finalizer.stmts = self.block(std::mem::take(&mut finalizer.stmts));
                }
                out.push(Stmt::Try(statement));
            }
            other => out.push(other),
        }
    }

    fn class(&mut self, class: ClassDecl) -> Stmt {
        let Some((id, _)) = tagged(&class.ident).filter(|(id, _)| self.plan.bindings.is_lowered(*id)) else {
            return Stmt::Decl(Decl::Class(class));
        };
        let mut ident = class.ident.clone();
        match self.plan.bindings.class_names.get(&id) {
            Some(inner) => tag(&mut ident, *inner, Role::Initialise),
            None => untag(&mut ident),
        }
        let value = Box::new(Expr::Class(ClassExpr { ident: Some(ident), class: class.class }));
        make::statement(make::assign(class.ident, value))
    }

    /// Whether what a list declares becomes locals. One that binds no name may suspend all the same.
    pub(super) fn is_taken_out(&self, list: &VarDecl) -> bool {
        let ids = bound_by(list);
        list.kind == VarDeclKind::Var || ids.is_empty() || ids.iter().any(|id| self.plan.bindings.is_lowered(*id))
    }

    /// The assignments that a list makes.
    pub(super) fn initialisers(&mut self, list: VarDecl) -> Vec<Box<Expr>> {
        let mut out = Vec::new();
        for declarator in list.decls {
            let value = match declarator.init {
                Some(value) => value,
                None if list.kind == VarDeclKind::Var || self.is_undefined(&declarator.name) => continue,
                None => make::undefined(),
            };
            if let Ok(target) = AssignTarget::try_from(declarator.name) {
                out.push(make::assign_to(target, value));
            }
        }
        out
    }

    /// Whether a local is `undefined` for certain when `let x;` initialises it.
    fn is_undefined(&self, name: &Pat) -> bool {
        let Some((id, _)) = name.as_ident().and_then(|name| tagged(&name.id)) else { return false };
        let in_loop = self.plan.bindings[self.plan.bindings[id].scope].in_loop;
        !in_loop && !self.plan.is_deadened(id)
    }

    pub(super) fn temp(&mut self, base: &str) -> Ident {
        let name = self.names.local(base);
        self.temps.push(name.clone());
        name
    }
}

/// `{ name: value, ... }`
pub(super) fn object(properties: Vec<(Atom, Box<Expr>)>) -> Box<Expr> {
    let property = |(name, value)| {
        let key = PropName::Ident(IdentName { span: Default::default(), sym: name });
        PropOrSpread::Prop(Box::new(Prop::KeyValue(KeyValueProp { key, value })))
    };
    Box::new(Expr::Object(ObjectLit {
        span: Default::default(),
        props: properties.into_iter().map(property).collect(),
    }))
}

/// The bindings that a list of statements declares, functions among them.
pub(super) fn declared_by(statements: &[Stmt]) -> Vec<BindingId> {
    let mut ids = Vec::new();
    for statement in statements {
        match statement {
            Stmt::Decl(Decl::Var(list)) if list.kind != VarDeclKind::Var => ids.extend(bound_by(list)),
            Stmt::Decl(Decl::Class(class)) => ids.extend(tagged(&class.ident).map(|(id, _)| id)),
            other => {
                let function = super::var_names::function_of(other);
                ids.extend(function.and_then(|function| tagged(&function.ident)).map(|(id, _)| id));
            }
        }
    }
    ids
}

/// The bindings that a list of declarators declares.
pub(super) fn bound_by(list: &VarDecl) -> Vec<BindingId> {
    list.decls.iter().flat_map(|declarator| super::var_names::bound_idents(&declarator.name)).collect()
}
