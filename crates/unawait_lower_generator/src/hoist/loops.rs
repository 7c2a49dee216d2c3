//! Statements whose heads declare: loops, `switch`, `catch`.
//!
//! ```js
//! for (const { x } of y) S                  // becomes  for ({ x } of y) S
//! for (const x of y) { f(() => x); yield; } // becomes  for (value_1 of y) { env_1 = { x: void 0 }; env_1.x = value_1; ... }
//! switch (a) { case 1: let x; yield; }      // becomes  switch (a) { case 1: x = void 0; yield; }
//! try { yield; } catch ({ x }) { S }        // becomes  try { yield; } catch (caught_1) { ({ x } = caught_1); { S } }
//! ```
//!
//! A head whose right side alone suspends keeps what it declares: that side is evaluated before the statement.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use super::bindings::*;
use super::declarations::{Declarations, bound_by, declared_by, object};
use super::plan::Place;
use super::var_names::bound_idents;
use crate::make;

impl Declarations<'_, '_, '_> {
    pub(super) fn for_(&mut self, mut statement: ForStmt) -> ForStmt {
        self.body(&mut statement.body);
        let list = match statement.init {
            Some(VarDeclOrExpr::VarDecl(list)) if self.is_taken_out(&list) => list,
            other => return ForStmt { init: other, ..statement },
        };
        let ids = if list.kind == VarDeclKind::Var { Vec::new() } else { bound_by(&list) };
        let captures = holds_function(&list);
        let is_let = list.kind == VarDeclKind::Let;
        let mut init = self.enter(&ids);
        init.extend(self.initialisers(*list));
        let scope = ids.first().map(|id| self.plan.bindings[*id].scope).filter(|_| is_let);
        if let Some(environment) = scope.and_then(|scope| self.plan.environment(scope)) {
            // https://tc39.es/ecma262/#sec-createperiterationenvironment
            let name = &environment.name;
            let value =
                |name: &swc_atoms::Atom| make::member(Box::new(Expr::Ident(environment.name.clone())), name.clone());
            let properties = environment.properties.iter().map(|(_, name)| (name.clone(), value(name))).collect();
            let copy = make::assign(name.clone(), object(properties));
            if captures {
                init.push(copy.clone());
            }
            statement.update = Some(match statement.update {
                Some(update) => comma(vec![copy, update]),
                None => copy,
            });
        }
        statement.init = (!init.is_empty()).then(|| VarDeclOrExpr::Expr(comma(init)));
        statement
    }

    pub(super) fn for_each(
        &mut self,
        left: &mut ForHead,
        right: &mut Box<Expr>,
        body: &mut Box<Stmt>,
        out: &mut Vec<Stmt>,
    ) {
        self.body(body);
        let ForHead::VarDecl(list) = left else { return };
        if !self.is_taken_out(list) {
            if self.plan.suspends.holds(right) {
                let temp = self.temp("right");
                out.push(make::statement(make::assign(temp.clone(), right.take_expr())));
                **right = Expr::Ident(temp);
            }
            return;
        }
        let is_var = list.kind == VarDeclKind::Var;
        let ids = if is_var { Vec::new() } else { bound_by(list) };
        let Some(declarator) = list.decls.pop() else { return };
        if let Some(value) = declarator.init
            && let Ok(target) = AssignTarget::try_from(declarator.name.clone())
        {
            out.push(make::statement(make::assign_to(target, value)));
        }
        let entry = self.enter(&ids);
        if entry.is_empty() {
            *left = ForHead::Pat(Box::new(declarator.name));
            return;
        }
        let value = self.temp("value");
        *left = ForHead::Pat(Box::new(Pat::Ident(value.clone().into())));
        let mut statements: Vec<Stmt> = entry.into_iter().map(make::statement).collect();
        if let Ok(target) = AssignTarget::try_from(declarator.name) {
            statements.push(make::statement(make::assign_to(target, Box::new(Expr::Ident(value)))));
        }
        let inner = std::mem::take(&mut **body);
        statements.push(inner);
        **body = Stmt::Block(make::block(statements));
    }

    /// The scope of a `switch` is entered behind its discriminant.
    pub(super) fn switch(&mut self, mut statement: SwitchStmt, out: &mut Vec<Stmt>) -> SwitchStmt {
        let ids: Vec<BindingId> = statement.cases.iter().flat_map(|case| declared_by(&case.cons)).collect();
        let stays = ids.iter().any(|id| !self.plan.bindings.is_lowered(*id));
        let mut entry = self.enter(&ids);
        for case in &mut statement.cases {
            entry.extend(self.functions(&mut case.cons));
        }
        if stays && self.plan.suspends.holds(&statement.discriminant) {
            let temp = self.temp("value");
            out.push(make::statement(make::assign(temp.clone(), statement.discriminant)));
            statement.discriminant = Box::new(Expr::Ident(temp));
        }
        if !entry.is_empty() && !stays {
            let temp = self.temp("value");
            let mut exprs = vec![make::assign(temp.clone(), statement.discriminant)];
            exprs.append(&mut entry);
            exprs.push(Box::new(Expr::Ident(temp)));
            statement.discriminant = comma(exprs);
        }
        for case in &mut statement.cases {
            let mut statements = Vec::new();
            for statement in std::mem::take(&mut case.cons) {
                self.statement(statement, &mut statements);
            }
            case.cons = statements;
        }
        // Functions that see what stays are made where that is: what runs first in it.
        if !entry.is_empty() {
            match statement.cases.iter_mut().find_map(|case| case.test.as_mut()) {
                Some(test) => {
                    entry.push(test.take_expr());
                    *test = comma(entry);
                }
                None => {
                    let cons = statement.cases.first_mut().map(|case| &mut case.cons);
                    cons.into_iter().for_each(|cons| {
                        cons.splice(..0, entry.drain(..).map(make::statement));
                    });
                }
            }
        }
        statement
    }

    pub(super) fn catch(&mut self, clause: &mut CatchClause) {
        clause.body.stmts = self.block(std::mem::take(&mut clause.body.stmts));
        let Some(pattern) = &mut clause.param else { return };
        let ids = bound_idents(pattern);
        let lowered = ids.iter().any(|id| self.plan.bindings.is_lowered(*id));
        // A pattern that binds nothing may suspend all the same.
        if !(lowered || ids.is_empty() && self.plan.suspends.holds(pattern)) {
            return;
        }
        if let ([id], Pat::Ident(_)) = (&ids[..], &*pattern)
            && matches!(self.plan.place(*id), Place::Local(_))
        {
            return;
        }
        let caught = self.names.local("caught");
        let pattern = std::mem::replace(pattern, Pat::Ident(caught.clone().into()));
        let mut statements: Vec<Stmt> = self.enter(&ids).into_iter().map(make::statement).collect();
        if let Ok(target) = AssignTarget::try_from(pattern) {
            statements.push(make::statement(make::assign_to(target, Box::new(Expr::Ident(caught)))));
        }
        statements.push(Stmt::Block(make::block(std::mem::take(&mut clause.body.stmts))));
        clause.body.stmts = statements;
    }
}

trait TakeExpr {
    fn take_expr(&mut self) -> Box<Expr>;
}

impl TakeExpr for Box<Expr> {
    fn take_expr(&mut self) -> Box<Expr> {
        std::mem::replace(self, Box::new(Expr::Invalid(Invalid::default())))
    }
}

/// `a, b`, or what there is.
pub(super) fn comma(mut exprs: Vec<Box<Expr>>) -> Box<Expr> {
    if exprs.len() == 1 { exprs.remove(0) } else { make::comma(exprs) }
}

/// Whether a function or class stands in the list.
fn holds_function(list: &VarDecl) -> bool {
    struct Find(bool);
    impl Visit for Find {
        noop_visit_type!();
        fn visit_function(&mut self, _: &Function) {
            self.0 = true;
        }
        fn visit_arrow_expr(&mut self, _: &ArrowExpr) {
            self.0 = true;
        }
        fn visit_class(&mut self, _: &Class) {
            self.0 = true;
        }
    }
    let mut find = Find(false);
    list.visit_with(&mut find);
    find.0
}
