//! `if`, `switch`, `with`.

use swc_atoms::Atom;
use swc_ecma_ast::*;

use super::{Builder, list};
use crate::graph::*;
use crate::make;
use crate::suspends::suspends;

impl Builder<'_, '_, '_> {
    /// ```text
    /// if (a) b else c   ->   if a -> then else otherwise;  then: b -> after;  otherwise: c -> after;  after:
    /// ```
    pub(super) fn if_(&mut self, statement: IfStmt) {
        let (then, after) = (self.block(), self.block());
        let otherwise = if statement.alt.is_some() { self.block() } else { after };
        self.branch(statement.test, then, otherwise);
        self.place(then);
        self.statements(list(*statement.cons));
        self.goto(after);
        if let Some(alternative) = statement.alt {
            self.place(otherwise);
            self.statements(list(*alternative));
            self.goto(after);
        }
        self.place(after);
    }

    /// A `switch` over the blocks of the cases; if a test suspends, comparisons one after the other, for the tests
    /// are evaluated in order until one fits.
    /// <https://tc39.es/ecma262/#sec-runtime-semantics-caseblockevaluation>
    pub(super) fn switch(&mut self, statement: SwitchStmt, labels: Vec<Atom>) {
        let after = self.block();
        let mut discriminant = self.expr(statement.discriminant);
        let blocks: Vec<BlockId> = statement.cases.iter().map(|_| self.block()).collect();
        let mut tests = Vec::new();
        let mut bodies = Vec::new();
        for case in statement.cases {
            tests.push(case.test);
            bodies.push(case.cons);
        }
        let default = tests.iter().position(Option::is_none).map_or(after, |index| blocks[index]);
        let last_suspending = tests.iter().rposition(|test| test.as_ref().is_some_and(suspends));
        let mut cases: Vec<_> = tests.into_iter().zip(blocks.iter().copied()).collect();
        if let Some(last) = last_suspending {
            discriminant = self.keep(discriminant);
            let rest = cases.split_off(last + 1);
            for (test, block) in cases.into_iter().filter_map(|(test, block)| Some((test?, block))) {
                let in_use = self.temps_in_use;
                let next = self.block();
                let value = self.expr(test);
                let test = make::binary(BinaryOp::EqEqEq, discriminant.clone(), value);
                self.end(Terminator::Branch { test, then: block, otherwise: next });
                self.place(next);
                self.temps_in_use = in_use;
            }
            cases = rest;
        }
        if cases.iter().any(|(test, _)| test.is_some()) {
            cases.retain(|(test, _)| test.is_some());
            self.end(Terminator::Switch { discriminant, cases, otherwise: default });
        } else {
            if last_suspending.is_none() {
                self.emit_expr(discriminant);
            }
            self.goto(default);
        }
        self.breakable(labels, after, None, |builder| {
            for (block, body) in blocks.into_iter().zip(bodies) {
                builder.fall_into(block);
                builder.statements(body);
            }
        });
        self.fall_into(after);
    }

    /// `with (a) b` -> `w = a`, and each block of b within `with (w)`.
    pub(super) fn with(&mut self, statement: WithStmt) {
        let object = self.names.local("scope");
        self.locals.push(object.clone());
        let value = self.expr(statement.obj);
        self.emit_expr(make::assign(object.clone(), value));
        // What is no object becomes one, once; null and undefined throw.
        let assign = make::assign(object.clone(), make::call(make::name("Object"), vec![ident(&object)]));
        let body = Box::new(make::statement(assign));
        self.emit(Stmt::With(WithStmt { span: statement.span, obj: ident(&object), body }));
        let after = self.block();
        self.withs.push(object);
        let inner = self.block();
        self.fall_into(inner);
        self.statements(list(*statement.body));
        self.withs.pop();
        self.fall_into(after);
    }
}

fn ident(name: &Ident) -> Box<Expr> {
    Box::new(Expr::Ident(name.clone()))
}
