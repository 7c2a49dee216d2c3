//! Statements -> blocks. A statement which does not suspend is copied whole; one that does is taken apart, one method
//! for each kind of statement: `branches`, `loops`, `try_`.

mod branches;
mod exits;
mod jump_target;
mod loops;
mod targets;
#[cfg(test)]
mod tests;
mod try_;

pub(crate) use exits::exit_index;

use std::collections::HashSet;

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;
use unawait_runtime::Helper;

use crate::graph::*;
use crate::make;
use crate::names::Names;
use crate::suspends::{Find, Suspends};
use jump_target::JumpTarget;

/// What one function's machine is written with.
pub(crate) struct Words {
    /// The body's parameters: the machine, and the value that it is resumed with.
    pub machine: Ident,
    pub sent: Ident,
}

/// Builds the graph of one generator function.
pub(crate) struct Builder<'b, 'n, 's> {
    pub graph: Graph,
    /// Where statements go.
    pub current: BlockId,
    pub region: Option<RegionId>,
    pub withs: Vec<Ident>,
    pub words: Words,
    /// The variables of `for await` loops: see `unseen.rs`.
    pub loops: &'b HashSet<Atom>,
    pub names: &'b mut Names<'n, 's>,
    /// Which of the statements that are built suspend.
    suspends: Suspends,
    /// What a helper is called, which is in use from then on.
    pub helper: &'b mut dyn FnMut(Helper) -> Ident,
    /// Locals that hold intermediate values, and how many of them do so now.
    pub temps: Vec<Ident>,
    temp_names: HashSet<Atom>,
    temps_in_use: usize,
    /// For each of them, how often the function had suspended when it was taken.
    taken_at: Vec<usize>,
    pub suspensions: usize,
    /// Locals of its own besides.
    pub locals: Vec<Ident>,
    /// The one that holds a value while temporaries are released.
    result: Option<Ident>,
    /// What is being built: a statement, or a loop's test.
    pub at: Span,
    targets: Vec<JumpTarget>,
    /// Slots for the iterators of loops and for the completions of `finally` clauses.
    slots: usize,
}

impl<'b, 'n, 's> Builder<'b, 'n, 's> {
    pub fn new(
        words: Words,
        loops: &'b HashSet<Atom>,
        names: &'b mut Names<'n, 's>,
        helper: &'b mut dyn FnMut(Helper) -> Ident,
    ) -> Self {
        let mut graph = Graph::default();
        let entry = graph.add(None, &[]);
        graph.order.push(entry);
        Builder {
            graph,
            current: entry,
            region: None,
            withs: Vec::new(),
            words,
            loops,
            names,
            suspends: Suspends::default(),
            helper,
            temps: Vec::new(),
            temp_names: HashSet::new(),
            temps_in_use: 0,
            taken_at: Vec::new(),
            suspensions: 0,
            result: None,
            locals: Vec::new(),
            at: DUMMY_SP,
            targets: Vec::new(),
            slots: 0,
        }
    }

    /// The body's statements, and its end.
    pub fn body(&mut self, statements: Vec<Stmt>) {
        self.suspends = Suspends::of(&statements);
        self.statements(statements);
        self.end(Terminator::Return(None));
    }

    /// A block which control cannot reach yet, in the region of now.
    pub fn block(&mut self) -> BlockId {
        self.graph.add(self.region, &self.withs)
    }

    /// From here on, statements go to `block`.
    pub fn place(&mut self, block: BlockId) {
        self.graph.order.push(block);
        self.current = block;
    }

    /// How control leaves the current block, unless it has left it already.
    pub fn end(&mut self, terminator: Terminator) {
        let block = &mut self.graph[self.current];
        if matches!(block.terminator, Terminator::Open) {
            block.terminator = terminator;
            block.at = self.at;
        }
    }

    pub fn goto(&mut self, target: BlockId) {
        self.end(Terminator::Goto(target));
    }

    /// Goes on with `block`, which comes next.
    pub fn fall_into(&mut self, block: BlockId) {
        self.goto(block);
        self.place(block);
    }

    /// Something to run now, which does not suspend.
    pub fn emit(&mut self, mut statement: Stmt) {
        if let Stmt::Expr(statement) = &mut statement {
            let place = if statement.span.is_dummy() { self.at } else { statement.span };
            make::begin_at(&mut statement.expr, place);
        }
        let block = &mut self.graph[self.current];
        // Behind a jump comes nothing that could run.
        if matches!(block.terminator, Terminator::Open) {
            block.ops.push(Op::Run(statement));
        }
    }

    pub fn emit_expr(&mut self, expr: Box<Expr>) {
        self.emit(make::statement(expr));
    }

    /// A local for an intermediate value: it is free again at the end of the statement.
    pub fn temp(&mut self) -> Ident {
        if self.temps_in_use == self.temps.len() {
            let name = self.names.local("t");
            self.temp_names.insert(name.sym.clone());
            self.temps.push(name);
            self.taken_at.push(0);
        }
        self.taken_at[self.temps_in_use] = self.suspensions;
        self.temps_in_use += 1;
        self.temps[self.temps_in_use - 1].clone()
    }

    pub fn is_temp(&self, expr: &Expr) -> bool {
        matches!(expr, Expr::Ident(name) if self.temp_names.contains(&name.sym))
    }

    /// Releases the values that `names` hold: no later statement reads them.
    pub fn release(&mut self, names: Vec<Ident>) {
        let block = &mut self.graph[self.current];
        if !names.is_empty() && matches!(block.terminator, Terminator::Open) {
            block.ops.push(Op::Release(names));
        }
    }

    /// Frees the temporaries that have been taken since `in_use` were.
    pub fn free_temps(&mut self, in_use: usize) {
        self.release(self.temps[in_use..self.temps_in_use].to_vec());
        self.temps_in_use = in_use;
    }

    /// The value that the current block's terminator looks at: frees the temporaries in it, if it suspended, so that they do
    /// not stay for as long as what comes then.
    pub fn last(&mut self, value: impl FnOnce(&mut Self) -> Box<Expr>) -> Box<Expr> {
        let in_use = self.temps_in_use;
        let value = value(self);
        if self.taken_at[in_use..self.temps_in_use].iter().all(|at| *at == self.suspensions) {
            return value;
        }
        let result = match &self.result {
            Some(result) => result.clone(),
            None => {
                let result = self.names.local("value");
                self.locals.push(result.clone());
                self.result.insert(result).clone()
            }
        };
        self.set(&result, value);
        self.free_temps(in_use);
        Box::new(Expr::Ident(result))
    }

    /// `sent`, which is what the body has been resumed with.
    pub fn sent(&self) -> Box<Expr> {
        Box::new(Expr::Ident(self.words.sent.clone()))
    }

    pub fn machine(&self) -> Box<Expr> {
        Box::new(Expr::Ident(self.words.machine.clone()))
    }

    pub(crate) fn slot(&mut self) -> usize {
        self.slots += 1;
        self.slots - 1
    }

    pub fn statements(&mut self, statements: Vec<Stmt>) {
        // What is still declared is a block's own, and nothing in that suspends.
        if statements.iter().any(Stmt::is_decl) {
            if matches!(self.graph[self.current].terminator, Terminator::Open) {
                self.copy(Stmt::Block(make::block(statements)), Vec::new());
            }
            return;
        }
        for statement in statements {
            self.statement(statement, Vec::new());
        }
    }

    /// `labels` are those of the statement itself.
    pub fn statement(&mut self, statement: Stmt, labels: Vec<Atom>) {
        if !matches!(self.graph[self.current].terminator, Terminator::Open) {
            // Unreachable, but for declarations, which have been hoisted.
            return;
        }
        let in_use = self.temps_in_use;
        let at = self.at;
        if !statement.span().is_dummy() {
            self.at = statement.span();
        }
        if self.suspends(&statement) {
            stacker::maybe_grow(128 * 1024, 1024 * 1024, || self.take_apart(statement, labels));
        } else {
            self.copy(statement, labels);
        }
        self.at = at;
        self.free_temps(in_use);
    }

    fn take_apart(&mut self, statement: Stmt, labels: Vec<Atom>) {
        match statement {
            Stmt::Expr(statement) => {
                if let Some(rest) = self.effect(statement.expr) {
                    self.emit_expr(rest);
                }
            }
            Stmt::Block(block) => self.labelled(labels, |builder| builder.statements(block.stmts)),
            Stmt::Labeled(statement) => {
                let mut labels = labels;
                labels.push(statement.label.sym);
                self.statement(*statement.body, labels);
            }
            Stmt::Return(statement) => {
                let value = statement.arg.map(|value| self.expr(value));
                self.end(Terminator::Return(value));
            }
            Stmt::Throw(statement) => {
                let value = self.expr(statement.arg);
                self.end(Terminator::Throw(value));
            }
            Stmt::If(statement) => self.labelled(labels, |builder| builder.if_(statement)),
            Stmt::Switch(statement) => self.switch(statement, labels),
            Stmt::With(statement) => self.labelled(labels, |builder| builder.with(statement)),
            Stmt::Try(statement) => self.labelled(labels, |builder| builder.try_(*statement)),
            Stmt::While(statement) => self.while_(statement, labels),
            Stmt::DoWhile(statement) => self.do_while(statement, labels),
            Stmt::For(statement) => self.for_(statement, labels),
            Stmt::ForIn(statement) => self.for_in(statement, labels),
            Stmt::ForOf(statement) => self.for_of(statement, labels),
            // What declares has been hoisted; these are never taken apart.
            other @ (Stmt::Decl(_) | Stmt::Empty(_) | Stmt::Debugger(_) | Stmt::Break(_) | Stmt::Continue(_)) => {
                self.copy(other, labels);
            }
        }
    }

    /// Where labels of the copied statement are free to stay.
    fn copy(&mut self, statement: Stmt, labels: Vec<Atom>) {
        match statement {
            Stmt::Return(ReturnStmt { arg, .. }) => return self.end(Terminator::Return(arg)),
            Stmt::Throw(ThrowStmt { arg, .. }) => return self.end(Terminator::Throw(arg)),
            Stmt::Break(BreakStmt { label, .. }) => {
                if let Some(target) = self.break_target(label.as_ref().map(|label| &label.sym)) {
                    self.goto(target);
                }
                return;
            }
            Stmt::Continue(ContinueStmt { label, .. }) => {
                if let Some(target) = self.continue_target(label.as_ref().map(|label| &label.sym)) {
                    self.goto(target);
                }
                return;
            }
            Stmt::Empty(_) => return,
            _ => {}
        }
        let mut statement = statement;
        for label in labels.into_iter().rev() {
            let (span, label) = (DUMMY_SP, make::ident(label));
            statement = Stmt::Labeled(LabeledStmt { span, label, body: Box::new(statement) });
        }
        // A bare block needs no braces, for it declares nothing that outlives it but what was hoisted.
        self.exits(&mut statement);
        self.emit(statement);
    }

    /// The statements of a body that is one. A block which does not suspend keeps what it declares, and its braces.
    fn list(&self, statement: Stmt) -> Vec<Stmt> {
        match statement {
            Stmt::Block(block) => self.block_list(block),
            other => vec![other],
        }
    }

    /// The same for a block.
    fn block_list(&self, block: BlockStmt) -> Vec<Stmt> {
        if block.stmts.iter().any(Stmt::is_decl) && !self.suspends(&block) {
            vec![Stmt::Block(block)]
        } else {
            block.stmts
        }
    }

    /// Whether `node`, which has not been built yet, holds a `yield` of this function.
    pub fn suspends<N: for<'f> VisitWith<Find<'f>>>(&self, node: &N) -> bool {
        self.suspends.holds(node)
    }

    /// What a test comes to: control goes to `then` or `otherwise`.
    pub fn branch(&mut self, test: Box<Expr>, then: BlockId, otherwise: BlockId) {
        match *test {
            Expr::Paren(inner) if self.suspends(&inner.expr) => self.branch(inner.expr, then, otherwise),
            Expr::Unary(UnaryExpr { op: UnaryOp::Bang, arg, .. }) if self.suspends(&arg) => {
                self.branch(arg, otherwise, then);
            }
            Expr::Bin(BinExpr { op: op @ (BinaryOp::LogicalAnd | BinaryOp::LogicalOr), left, right, .. })
                if self.suspends(&right) =>
            {
                let second = self.block();
                match op {
                    BinaryOp::LogicalAnd => self.branch(left, second, otherwise),
                    _ => self.branch(left, then, second),
                }
                self.place(second);
                self.branch(right, then, otherwise);
            }
            test => {
                let test = self.last(|builder| builder.expr(Box::new(test)));
                self.end(Terminator::Branch { test, then, otherwise });
            }
        }
    }
}
