//! Blocks -> `for (;;) switch (_.to) { case 0: ... }`, and the table of regions.
//!
//! Control goes from block to block by setting `_.to`, or by falling into the next case. At any time `_.to` is the
//! number of a block in the region that runs, for that is how the engine finds a handler.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitMut, VisitMutWith, VisitWith, noop_visit_mut_type, noop_visit_type};
use unawait_runtime::Helper;

use crate::build::{Words, exit_index};
use crate::cases::Cases;
use crate::graph::*;
use crate::helpers::Helpers;
use crate::make;
use crate::ways::{Way, Ways};
use crate::within::{Within, enclosed};

/// A machine's body, and its table of regions if it has any.
pub(crate) struct Machine {
    pub statements: Vec<Stmt>,
    pub regions: Option<Box<Expr>>,
    /// Whether the body looks at what it is resumed with.
    pub uses_sent: bool,
}

/// Writes out `graph`, the body of a function in code that is `strict` or not.
pub(crate) fn assemble(graph: Graph, words: &Words, strict: bool, within: Option<Within>, helper: Helpers) -> Machine {
    let ways = Ways::new(&graph);
    let Cases { numbers, returns, unreached } = Cases::of(&graph, &ways);
    let mut assembler = Assembler {
        ways: &ways,
        numbers,
        returns,
        words,
        helper,
        within,
        in_with: false,
        jumps: false,
        labelled: false,
    };
    let regions = assembler.regions(&graph);
    let order = graph.order.clone();
    let mut graph = graph;
    let mut cases: Vec<(usize, Vec<Stmt>)> = Vec::new();
    for (index, id) in order.iter().enumerate() {
        if let Some(number) = assembler.numbers.get(id) {
            cases.push((*number, Vec::new()));
        } else if unreached.contains(id) {
            continue;
        }
        let statements = assembler.block(&mut graph, *id, order.get(index + 1).copied());
        if let Some((_, case)) = cases.last_mut() {
            case.extend(statements);
        }
    }
    let uses_sent = cases.iter().any(|(_, case)| stands_in(case, &words.sent));
    Machine { statements: assembler.machine(cases, strict), regions, uses_sent }
}

/// Whether `name` stands in `statements`. An `eval` cannot know it, so that this is less than `mentions` asks.
fn stands_in(statements: &[Stmt], name: &Ident) -> bool {
    struct Find<'f>(&'f Ident, bool);
    impl Visit for Find<'_> {
        noop_visit_type!();
        fn visit_ident(&mut self, ident: &Ident) {
            self.1 |= ident.sym == self.0.sym;
        }
    }
    let mut find = Find(name, false);
    statements.iter().for_each(|statement| statement.visit_with(&mut find));
    find.1
}

struct Assembler<'a> {
    ways: &'a Ways,
    numbers: HashMap<BlockId, usize>,
    returns: HashSet<BlockId>,
    words: &'a Words,
    helper: Helpers<'a>,
    within: Option<Within<'a>>,
    /// Whether the block at hand stands within `with` statements, in a function of its own.
    in_with: bool,
    /// Whether control goes back to the `switch`.
    jumps: bool,
    /// Whether it does so from within a loop of its own.
    labelled: bool,
}

impl Assembler<'_> {
    fn number(&self, block: BlockId) -> Box<Expr> {
        make::number(self.numbers.get(&block).copied().unwrap_or_default())
    }

    fn machine_name(&self) -> Box<Expr> {
        Box::new(Expr::Ident(self.words.machine.clone()))
    }

    /// `__helper(_, argument)`
    fn call(&mut self, helper: Helper, argument: Option<Box<Expr>>) -> Box<Expr> {
        let helper = Box::new(Expr::Ident((self.helper)(helper)));
        make::call(helper, [self.machine_name()].into_iter().chain(argument).collect())
    }

    /// The statement that ends the function: with `leave` if a region around must hear of it, or might catch what the
    /// value throws.
    fn end(&mut self, in_region: bool, value: Option<Box<Expr>>) -> Stmt {
        if in_region {
            return make::returns(Some(self.call(Helper::Leave, value)));
        }
        let to = self.to(make::unary(UnaryOp::Minus, make::number(1)));
        make::returns(Some(match value {
            Some(value) => make::comma(vec![to, make::argument(value)]),
            None => make::unary(UnaryOp::Void, to),
        }))
    }

    /// `_.to = value`
    fn to(&self, value: Box<Expr>) -> Box<Expr> {
        self.to_at(DUMMY_SP, value)
    }

    fn to_at(&self, span: Span, value: Box<Expr>) -> Box<Expr> {
        let target = MemberExpr {
            span,
            obj: self.machine_name(),
            prop: MemberProp::Ident(IdentName { span: DUMMY_SP, sym: "to".into() }),
        };
        make::assign_to(AssignTarget::Simple(SimpleAssignTarget::Member(target)), value)
    }

    /// The statements that go to `target`.
    fn goto(&mut self, way: Way, target: BlockId) -> Vec<Stmt> {
        if way == Way::Abrupt {
            let number = self.number(target);
            return vec![make::returns(Some(self.call(Helper::Jump, Some(number))))];
        }
        if self.returns.contains(&target) {
            return vec![self.end(false, None)];
        }
        self.jumps = true;
        vec![make::statement(self.to(self.number(target))), self.back()]
    }

    /// Goes back to the `switch`.
    fn back(&self) -> Stmt {
        if self.in_with { make::returns(Some(self.machine_name())) } else { brk() }
    }

    /// The same, where `next` comes next.
    fn go_on(&mut self, way: Way, target: BlockId, next: Option<BlockId>) -> Vec<Stmt> {
        match way {
            Way::Plain if next == Some(target) => Vec::new(),
            Way::Across if next == Some(target) && self.returns.contains(&target) => Vec::new(),
            Way::Across if next == Some(target) => vec![make::statement(self.to(self.number(target)))],
            _ => self.goto(way, target),
        }
    }

    fn goto_if(&mut self, at: Span, test: Box<Expr>, way: Way, target: BlockId) -> Stmt {
        let mut statements = self.goto(way, target);
        let body = if statements.len() == 1 { statements.remove(0) } else { Stmt::Block(make::block(statements)) };
        make::if_(at, test, body)
    }

    fn block(&mut self, graph: &mut Graph, id: BlockId, next: Option<BlockId>) -> Vec<Stmt> {
        let block = &mut graph[id];
        let (region, withs) = (block.region, block.withs.clone());
        let ops = std::mem::take(&mut block.ops).into_iter();
        let mut statements: Vec<Stmt> = ops
            .map(|op| match op {
                Op::Run(statement) => statement,
                Op::Release(names) => make::release(&names),
            })
            .collect();
        let (terminator, at) = (std::mem::replace(&mut block.terminator, Terminator::Open), block.at);
        let within = self.within.filter(|_| !withs.is_empty());
        self.in_with = within.is_some();
        // The function that a block within `with` becomes does not fall into the next one.
        let next = if self.in_with { None } else { next };
        if block.returns || !block.exits.is_empty() {
            let exits = std::mem::take(&mut block.exits);
            let exits = exits.into_iter().map(|exit| (self.ways.way(graph, region, exit), exit)).collect();
            let in_region = region.is_some();
            let mut rewrite = Exits { assembler: self, exits, in_region, breakable: 0, looping: 0, finally: 0 };
            statements.iter_mut().for_each(|statement| statement.visit_mut_with(&mut rewrite));
        }
        statements.extend(self.terminator(graph, region, (terminator, at), next));
        let Some(within) = within else { return statements };
        self.in_with = false;
        self.jumps = true;
        vec![enclosed(statements, &withs, self.words, within), brk()]
    }

    fn terminator(
        &mut self,
        graph: &Graph,
        region: Option<RegionId>,
        (terminator, at): (Terminator, Span),
        next: Option<BlockId>,
    ) -> Vec<Stmt> {
        let ways = self.ways;
        let way = |target| ways.way(graph, region, target);
        match terminator {
            Terminator::Goto(target) => self.go_on(way(target), target, next),
            Terminator::Branch { test, then, otherwise } if then == otherwise => {
                let mut statements = vec![make::statement(test)];
                statements.extend(self.goto(way(then), then));
                statements
            }
            Terminator::Branch { test, then, otherwise } => self.branch(&way, (test, at), then, otherwise, next),
            Terminator::Switch { discriminant, cases, otherwise } => {
                let all = cases.into_iter().chain([(None, otherwise)]);
                let cases =
                    all.map(|(test, target)| SwitchCase { span: DUMMY_SP, test, cons: self.goto(way(target), target) });
                let cases: Vec<SwitchCase> = cases.collect();
                // A case that only returns does not need the `break`; and without a jump there may be no loop to break out of.
                let breaks =
                    !self.in_with && cases.iter().any(|case| case.cons.last().is_some_and(Stmt::is_break_stmt));
                let switch = Stmt::Switch(SwitchStmt { span: at, discriminant, cases, ..SwitchStmt::default() });
                [switch].into_iter().chain(breaks.then(brk)).collect()
            }
            Terminator::Yield { span, value: Some(value), resume } => {
                let to = self.to(self.number(resume));
                vec![make::returns_at(span, make::comma(vec![to, make::argument(value)]))]
            }
            Terminator::Yield { span, value: None, resume } => {
                let to = self.to(self.number(resume));
                vec![make::returns_at(span, make::unary(UnaryOp::Void, to))]
            }
            Terminator::Delegate { span, iterable, resume } => {
                let to = self.to(self.number(resume));
                let delegate = self.call(Helper::YieldStar, Some(iterable));
                vec![make::returns_at(span, make::comma(vec![to, delegate]))]
            }
            Terminator::Return(value) => vec![self.end(region.is_some(), value)],
            Terminator::Throw(arg) => vec![Stmt::Throw(ThrowStmt { span: at, arg })],
            Terminator::EndFinally { of, normal } => {
                let RegionKind::Finally(slot) = graph[of].kind else { return Vec::new() };
                let finish = self.call(Helper::Finish, Some(make::number(slot)));
                // What the body was resumed with is of no use any more.
                let sent = &self.words.sent;
                let test = make::assign(sent.clone(), finish);
                let completion = Box::new(Expr::Ident(sent.clone()));
                let mut statements = vec![make::if_(DUMMY_SP, test, make::returns(Some(completion)))];
                statements.extend(self.go_on(way(normal), normal, next));
                statements
            }
            Terminator::Open => Vec::new(),
        }
    }

    /// Leads to `then` if `test` holds, and to `otherwise` if not.
    fn branch(
        &mut self,
        way: &dyn Fn(BlockId) -> Way,
        (test, at): (Box<Expr>, Span),
        then: BlockId,
        otherwise: BlockId,
        next: Option<BlockId>,
    ) -> Vec<Stmt> {
        if next == Some(otherwise) && next != Some(then) {
            let mut statements = vec![self.goto_if(at, test, way(then), then)];
            statements.extend(self.go_on(way(otherwise), otherwise, next));
            return statements;
        }
        let jumps = |target| way(target) != Way::Abrupt && !self.returns.contains(&target);
        if next != Some(then) && jumps(then) && jumps(otherwise) {
            self.jumps = true;
            let (cons, alt) = (self.number(then), self.number(otherwise));
            let test = match *test {
                Expr::Assign(_) | Expr::Cond(_) | Expr::Seq(_) | Expr::Arrow(_) => make::paren(test),
                _ => test,
            };
            let target = Box::new(Expr::Cond(CondExpr { span: DUMMY_SP, test, cons, alt }));
            return vec![make::statement(self.to_at(at, target)), self.back()];
        }
        let mut statements = vec![self.goto_if(at, make::not(test), way(otherwise), otherwise)];
        statements.extend(self.go_on(way(then), then, next));
        statements
    }

    /// `[[first, last, handler, slot], ...]`, the innermost region first. A catch region has no slot, a loop no handler.
    fn regions(&self, graph: &Graph) -> Option<Box<Expr>> {
        let mut spans: BTreeMap<RegionId, (usize, usize)> = BTreeMap::new();
        let widen = |spans: &mut BTreeMap<RegionId, (usize, usize)>, region, (first, last): (usize, usize)| {
            let span = spans.entry(region).or_insert((first, last));
            *span = (span.0.min(first), span.1.max(last));
        };
        for id in &graph.order {
            if let (Some(number), Some(region)) = (self.numbers.get(id), graph[*id].region) {
                widen(&mut spans, region, (*number, *number));
            }
        }
        // Those within come behind the regions around them.
        for region in (0..graph.regions.len()).rev().map(RegionId) {
            if let (Some(span), Some(outer)) = (spans.get(&region).copied(), graph[region].outer) {
                widen(&mut spans, outer, span);
            }
        }
        let row = |(region, (first, last)): (&RegionId, &(usize, usize))| {
            let handler = self.numbers.get(&graph[*region].handler).copied().unwrap_or_default();
            match graph[*region].kind {
                RegionKind::Catch => format!("[{first}, {last}, {handler}]"),
                RegionKind::Finally(slot) => format!("[{first}, {last}, {handler}, {slot}]"),
                RegionKind::Loop(slot) => format!("[{first}, {last}, -1, {slot}]"),
            }
        };
        let rows: Vec<String> = spans.iter().rev().map(row).collect();
        // As one word, for the printer would give each number a line.
        if rows.is_empty() { None } else { Some(make::name(format!("[{}]", rows.join(", ")))) }
    }

    /// The least that runs the cases.
    fn machine(&self, mut cases: Vec<(usize, Vec<Stmt>)>, strict: bool) -> Vec<Stmt> {
        if cases.len() == 1 && !self.jumps {
            return cases.remove(0).1;
        }
        let case = |(number, cons)| SwitchCase { span: DUMMY_SP, test: Some(make::number(number)), cons };
        let mut cases: Vec<SwitchCase> = cases.into_iter().map(case).collect();
        // A program may come by a sloppy function as the `caller` of another, and call it with anything.
        if self.jumps && !strict {
            cases.push(SwitchCase { span: DUMMY_SP, test: None, cons: vec![make::returns(None)] });
        }
        let discriminant = make::member(self.machine_name(), "to");
        let switch = Stmt::Switch(SwitchStmt { discriminant, cases, ..SwitchStmt::default() });
        if !self.jumps {
            return vec![switch];
        }
        let body = Box::new(switch);
        let repeat = Stmt::For(ForStmt { span: DUMMY_SP, init: None, test: None, update: None, body });
        if !self.labelled {
            return vec![repeat];
        }
        let label = self.words.machine.clone();
        vec![Stmt::Labeled(LabeledStmt { span: DUMMY_SP, label, body: Box::new(repeat) })]
    }
}

fn brk() -> Stmt {
    Stmt::Break(BreakStmt { span: DUMMY_SP, label: None })
}

/// Ways out of copied statements, now that blocks have numbers.
struct Exits<'r, 'a> {
    assembler: &'r mut Assembler<'a>,
    exits: Vec<(Way, BlockId)>,
    in_region: bool,
    /// Statements around that `break` and `continue` would stand for.
    breakable: usize,
    looping: usize,
    /// Statements around that run something when they are left. It may throw; then it must be known where that was.
    finally: usize,
}

impl VisitMut for Exits<'_, '_> {
    noop_visit_mut_type!();

    fn visit_mut_expr(&mut self, _: &mut Expr) {}
    fn visit_mut_function(&mut self, _: &mut Function) {}
    fn visit_mut_class(&mut self, _: &mut Class) {}

    fn visit_mut_stmt(&mut self, statement: &mut Stmt) {
        if let Some((way, target)) = exit_index(statement).and_then(|index| self.exits.get(index).copied()) {
            let way = if self.finally > 0 && self.in_region { Way::Abrupt } else { way };
            let mut goto = self.assembler.goto(way, target);
            let jumps = way != Way::Abrupt && !self.assembler.returns.contains(&target);
            if jumps && self.breakable > 0 && !self.assembler.in_with {
                // `continue` finds the machine's loop unless there is another.
                let label = (self.looping > 0).then(|| self.assembler.words.machine.clone());
                self.assembler.labelled |= label.is_some();
                goto.pop();
                goto.push(Stmt::Continue(ContinueStmt { span: DUMMY_SP, label }));
            }
            *statement = if goto.len() == 1 { goto.remove(0) } else { Stmt::Block(make::block(goto)) };
            return;
        }
        match statement {
            Stmt::Return(ReturnStmt { arg, .. }) => {
                *statement = self.assembler.end(self.in_region, arg.take());
            }
            Stmt::Switch(_) => {
                self.breakable += 1;
                statement.visit_mut_children_with(self);
                self.breakable -= 1;
            }
            Stmt::While(_) | Stmt::DoWhile(_) | Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) => {
                let closes = usize::from(statement.is_for_of());
                self.breakable += 1;
                self.looping += 1;
                self.finally += closes;
                statement.visit_mut_children_with(self);
                self.breakable -= 1;
                self.looping -= 1;
                self.finally -= closes;
            }
            Stmt::Try(inner) if inner.finalizer.is_some() => {
                self.finally += 1;
                statement.visit_mut_children_with(self);
                self.finally -= 1;
            }
            _ => statement.visit_mut_children_with(self),
        }
    }
}
