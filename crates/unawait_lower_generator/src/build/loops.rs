//! `while`, `do`, `for`, `for`-`in`, `for`-`of`. Their heads declare nothing any more.

use swc_atoms::Atom;
use swc_common::Spanned;
use swc_ecma_ast::*;
use unawait_runtime::Helper;

use super::Builder;
use crate::graph::*;
use crate::make;

impl Builder<'_, '_, '_> {
    /// ```text
    /// while (a) b   ->   head: if a -> body else after;  body: b -> head;  after:
    /// ```
    pub(super) fn while_(&mut self, statement: WhileStmt, labels: Vec<Atom>) {
        let (head, body, after) = (self.block(), self.block(), self.block());
        self.fall_into(head);
        self.test(Some(statement.test), body, after);
        self.place(body);
        self.breakable(labels, after, Some(head), |builder| builder.statements(builder.list(*statement.body)));
        self.goto(head);
        self.place(after);
    }

    /// ```text
    /// do b while (a)   ->   body: b -> head;  head: if a -> body else after;  after:
    /// ```
    pub(super) fn do_while(&mut self, statement: DoWhileStmt, labels: Vec<Atom>) {
        let (body, head, after) = (self.block(), self.block(), self.block());
        self.fall_into(body);
        self.breakable(labels, after, Some(head), |builder| builder.statements(builder.list(*statement.body)));
        self.fall_into(head);
        self.test(Some(statement.test), body, after);
        self.place(after);
    }

    /// ```text
    /// for (i; a; u) b   ->   i -> head;  head: if a -> body else after;  body: b -> update;  update: u -> head;  after:
    /// ```
    pub(super) fn for_(&mut self, statement: ForStmt, labels: Vec<Atom>) {
        let (head, body, after) = (self.block(), self.block(), self.block());
        let update = if statement.update.is_some() { self.block() } else { head };
        if let Some(VarDeclOrExpr::Expr(init)) = statement.init {
            self.statement(make::statement(init), Vec::new());
        }
        self.fall_into(head);
        self.test(statement.test, body, after);
        self.place(body);
        self.breakable(labels, after, Some(update), |builder| builder.statements(builder.list(*statement.body)));
        if let Some(expr) = statement.update {
            self.fall_into(update);
            self.statement(make::statement(expr), Vec::new());
        }
        self.goto(head);
        self.place(after);
    }

    fn test(&mut self, test: Option<Box<Expr>>, body: BlockId, after: BlockId) {
        match test {
            Some(test) if !is_true(&test) => {
                self.at = test.span();
                self.branch(test, body, after);
            }
            _ => self.goto(body),
        }
    }

    /// ```text
    /// for (x of a) b   ->   it = each(_, slot, a) -> head
    ///                       head in a loop region: if it.step() -> body else done;  body: x = it.value; b -> head
    ///                       done -> after;  after:
    /// ```
    /// Whatever else leaves the region makes the engine close the iterator in the slot.
    pub(super) fn for_of(&mut self, statement: ForOfStmt, labels: Vec<Atom>) {
        let (done, after) = (self.block(), self.block());
        let iterator = self.kept("it");
        let slot = self.slot();
        let span = statement.right.span();
        let iterable = self.expr(statement.right);
        let each = Box::new(Expr::Ident((self.helper)(Helper::Each)));
        let record = make::at(span, make::call(each, vec![self.machine(), make::number(slot), iterable]));
        self.emit_expr(make::assign(iterator.clone(), record));

        let outer = self.region;
        self.graph.regions.push(Region { outer, kind: RegionKind::Loop(slot), handler: done });
        self.region = Some(RegionId(self.graph.regions.len() - 1));
        self.iterate(statement.left, *statement.body, iterator.clone(), done, after, labels);
        self.region = outer;
        self.place(done);
        self.goto(after);
        self.place(after);
        self.release(vec![iterator]);
    }

    /// ```text
    /// for (x in a) b   ->   it = __forIn(a) -> head;  head: if it.step() -> body else after;  ...
    /// ```
    pub(super) fn for_in(&mut self, statement: ForInStmt, labels: Vec<Atom>) {
        let after = self.block();
        let iterator = self.kept("it");
        let object = self.expr(statement.right);
        let helper = (self.helper)(Helper::ForIn);
        let keys = make::call(Box::new(Expr::Ident(helper)), vec![object]);
        self.emit_expr(make::assign(iterator.clone(), keys));
        self.iterate(statement.left, *statement.body, iterator.clone(), after, after, labels);
        self.place(after);
        self.release(vec![iterator]);
    }

    fn iterate(
        &mut self,
        left: ForHead,
        body: Stmt,
        iterator: Ident,
        done: BlockId,
        after: BlockId,
        labels: Vec<Atom>,
    ) {
        let (head, inner) = (self.block(), self.block());
        let iterator = || Box::new(Expr::Ident(iterator.clone()));
        self.fall_into(head);
        let test = make::call(make::member(iterator(), "step"), Vec::new());
        self.end(Terminator::Branch { test, then: inner, otherwise: done });
        self.place(inner);
        if let Some(target) = assign_target(left) {
            let value = make::member(iterator(), "value");
            self.statement(make::statement(make::assign_to(target, value)), Vec::new());
        }
        self.breakable(labels, after, Some(head), |builder| builder.statements(builder.list(body)));
        self.goto(head);
    }

    /// A local for as long as a statement runs.
    fn kept(&mut self, base: &str) -> Ident {
        let name = self.names.local(base);
        self.locals.push(name.clone());
        name
    }
}

/// What a loop's head assigns to.
fn assign_target(head: ForHead) -> Option<AssignTarget> {
    let ForHead::Pat(pattern) = head else { return None };
    Some(match *pattern {
        Pat::Ident(name) => AssignTarget::Simple(SimpleAssignTarget::Ident(name)),
        Pat::Array(pattern) => AssignTarget::Pat(AssignTargetPat::Array(pattern)),
        Pat::Object(pattern) => AssignTarget::Pat(AssignTargetPat::Object(pattern)),
        Pat::Expr(expr) => AssignTarget::Simple(simple_target(expr)?),
        _ => return None,
    })
}

fn simple_target(expr: Box<Expr>) -> Option<SimpleAssignTarget> {
    let span = expr.span();
    Some(match *expr {
        Expr::Ident(name) => SimpleAssignTarget::Ident(name.into()),
        Expr::Member(member) => SimpleAssignTarget::Member(member),
        Expr::SuperProp(member) => SimpleAssignTarget::SuperProp(member),
        Expr::Paren(ParenExpr { expr, .. }) => SimpleAssignTarget::Paren(ParenExpr { span, expr }),
        call @ Expr::Call(_) => SimpleAssignTarget::Paren(ParenExpr { span, expr: Box::new(call) }),
        _ => return None,
    })
}

fn is_true(test: &Expr) -> bool {
    match test {
        Expr::Lit(Lit::Bool(value)) => value.value,
        Expr::Lit(Lit::Num(value)) => value.value != 0.0 && !value.value.is_nan(),
        _ => false,
    }
}
