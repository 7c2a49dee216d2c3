//! `if`, `switch`, `with`.

use swc_atoms::Atom;
use swc_common::DUMMY_SP;
use swc_ecma_ast::*;

use super::Builder;
use crate::graph::*;
use crate::make;

impl Builder<'_, '_, '_> {
    /// ```text
    /// if (a) b else c   ->   if a -> then else otherwise;  then: b -> after;  otherwise: c -> after;  after:
    /// ```
    pub(super) fn if_(&mut self, statement: IfStmt) {
        let (then, after) = (self.block(), self.block());
        let otherwise = if statement.alt.is_some() { self.block() } else { after };
        self.branch(statement.test, then, otherwise);
        self.place(then);
        self.statements(self.list(*statement.cons));
        self.goto(after);
        if let Some(alternative) = statement.alt {
            self.place(otherwise);
            self.statements(self.list(*alternative));
            self.goto(after);
        }
        self.place(after);
    }

    /// A `switch` over the blocks of the cases; if a test suspends, comparisons one after the other, for the tests
    /// are evaluated in order until one fits.
    /// <https://tc39.es/ecma262/#sec-runtime-semantics-caseblockevaluation>
    pub(super) fn switch(&mut self, statement: SwitchStmt, labels: Vec<Atom>) {
        let after = self.block();
        let mut discriminant = self.last(|builder| builder.expr(statement.discriminant));
        let blocks: Vec<BlockId> = statement.cases.iter().map(|_| self.block()).collect();
        let mut tests = Vec::new();
        let mut bodies = Vec::new();
        for case in statement.cases {
            tests.push(case.test);
            bodies.push(case.cons);
        }
        let default = tests.iter().position(Option::is_none).map_or(after, |index| blocks[index]);
        let last_suspending = tests.iter().rposition(|test| test.as_ref().is_some_and(|test| self.suspends(test)));
        let mut cases: Vec<_> = tests.into_iter().zip(blocks.iter().copied()).collect();
        if let Some(last) = last_suspending {
            discriminant = self.keep(discriminant);
            let rest = cases.split_off(last + 1);
            for (test, block) in cases.into_iter().filter_map(|(test, block)| Some((test?, block))) {
                let next = self.block();
                let test = self.last(|builder| {
                    let value = builder.expr(test);
                    make::binary(BinaryOp::EqEqEq, discriminant.clone(), value)
                });
                self.end(Terminator::Branch { test, then: block, otherwise: next });
                self.place(next);
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

    /// `with (a) b` -> `w = a`, and each block of b within `with (w)`: see `within.rs`.
    pub(super) fn with(&mut self, statement: WithStmt) {
        let object = self.names.local("scope");
        self.locals.push(object.clone());
        let value = self.expr(statement.obj);
        self.emit_expr(make::assign(object.clone(), value));
        // Null and undefined throw; what is no object becomes one, once.
        let nothing = Box::new(Stmt::Empty(EmptyStmt { span: DUMMY_SP }));
        self.emit(Stmt::With(WithStmt { span: statement.span, obj: ident(&object), body: nothing }));
        self.emit_expr(make::assign(object.clone(), make::call(make::name("Object"), vec![ident(&object)])));
        let after = self.block();
        self.withs.push(object);
        let inner = self.block();
        self.fall_into(inner);
        self.statements(self.list(*statement.body));
        let object = self.withs.pop();
        self.fall_into(after);
        self.release(object.into_iter().collect());
    }
}

fn ident(name: &Ident) -> Box<Expr> {
    Box::new(Expr::Ident(name.clone()))
}
