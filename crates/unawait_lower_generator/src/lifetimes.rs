//! How long the variables of a machine live.
//!
//! ```js
//! function* g(a) { const x = a + 1; yield x; const y = yield; yield y; return x; }
//! // x is read behind a suspension, and is a variable of the function around the step; y is one of the step itself:
//! function g(a) { var x; return __generator(g, this, function (_, sent) { var y; switch (_.to) { ... } }); }
//! ```
//!
//! The variables of a step end when it suspends, or leaves for a handler, and no closure of the program holds them, so what they hold can be
//! collected as natively. A variable is one of the step if no suspension stands between a value of it and a read.
//! <https://en.wikipedia.org/wiki/Live-variable_analysis>, asked for one variable at a time: most answers are found in a
//! few blocks, for the walk back from a read ends at the first suspension.
//!
//! Variables that closures mention, or statements within `with`, stay the function's: closures of several steps share them.
//! So do all in a function with a direct eval.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use swc_atoms::Atom;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use crate::graph::*;
use crate::ways::{Way, Ways};

/// What is known of a machine's variables.
pub(crate) struct Lifetimes {
    /// No suspension crosses them.
    pub of_step: HashSet<Atom>,
    /// Closures may look at them at any time.
    pub captured: HashSet<Atom>,
}

/// Finds out how long `variables` of `graph` live. `functions` are those that the function around the machine declares.
pub(crate) fn lifetimes(graph: &Graph, functions: &[Stmt], variables: &[Ident]) -> Lifetimes {
    let names: HashSet<&Atom> = variables.iter().map(|name| &name.sym).collect();
    let mut uses = Uses { names: &names, blocks: HashMap::default(), captured: HashSet::default(), has_eval: false };
    let mut outside = Walk::new(&mut uses, None);
    outside.in_closure = true;
    functions.iter().for_each(|function| function.visit_with(&mut outside));
    for id in &graph.order {
        let mut walk = Walk::new(&mut uses, Some(*id));
        walk.in_closure = !graph[*id].withs.is_empty();
        graph[*id].withs.iter().for_each(|object| walk.reads(object));
        walk.block(&graph[*id]);
    }
    let Uses { blocks, captured, has_eval, .. } = uses;
    if has_eval {
        let captured = variables.iter().map(|name| name.sym.clone()).collect();
        return Lifetimes { of_step: HashSet::default(), captured };
    }
    let mut flow = Flow::new(graph);
    let is_of_step = |name: &Atom| {
        let uses = blocks.get(name);
        !captured.contains(name) && !uses.is_some_and(|uses| flow.crosses(uses))
    };
    let of_step = variables.iter().map(|name| name.sym.clone()).filter(is_of_step).collect();
    Lifetimes { of_step, captured }
}

/// What a block does with one variable.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    /// Reads the value that the variable has when control comes in.
    reads: bool,
    /// Gives it another value for certain, at the latest when control leaves by the terminator.
    sets: bool,
}

struct Uses<'n> {
    names: &'n HashSet<&'n Atom>,
    blocks: HashMap<Atom, HashMap<BlockId, Use>>,
    captured: HashSet<Atom>,
    has_eval: bool,
}

/// Walks a block in the order of evaluation.
struct Walk<'u, 'n> {
    uses: &'u mut Uses<'n>,
    block: Option<BlockId>,
    /// Within a function, which may run at any time, or where names may mean something else.
    in_closure: bool,
    /// Within what may not run.
    in_branch: bool,
}

impl<'u, 'n> Walk<'u, 'n> {
    fn new(uses: &'u mut Uses<'n>, block: Option<BlockId>) -> Self {
        Walk { uses, block, in_closure: false, in_branch: false }
    }

    fn block(&mut self, block: &Block) {
        for op in &block.ops {
            if let Op::Run(statement) = op {
                statement.visit_with(self);
            }
        }
        match &block.terminator {
            Terminator::Branch { test, .. } => test.visit_with(self),
            Terminator::Switch { discriminant, cases, .. } => {
                discriminant.visit_with(self);
                self.branch(|walk| cases.iter().for_each(|(test, _)| test.visit_with(walk)));
            }
            Terminator::Yield { value, .. } | Terminator::Return(value) => value.visit_with(self),
            Terminator::Delegate { iterable, .. } => iterable.visit_with(self),
            Terminator::Throw(value) => value.visit_with(self),
            Terminator::Goto(_) | Terminator::EndFinally { .. } | Terminator::Open => {}
        }
    }

    fn branch(&mut self, walk: impl FnOnce(&mut Self)) {
        let around = std::mem::replace(&mut self.in_branch, true);
        walk(self);
        self.in_branch = around;
    }

    fn closure(&mut self, walk: impl FnOnce(&mut Self)) {
        let around = std::mem::replace(&mut self.in_closure, true);
        walk(self);
        self.in_closure = around;
    }

    fn of(&mut self, name: &Ident) -> Option<&mut Use> {
        if !self.uses.names.contains(&name.sym) {
            return None;
        }
        let block = match self.block {
            Some(block) if !self.in_closure => block,
            _ => {
                self.uses.captured.insert(name.sym.clone());
                return None;
            }
        };
        Some(self.uses.blocks.entry(name.sym.clone()).or_default().entry(block).or_default())
    }

    fn reads(&mut self, name: &Ident) {
        self.uses.has_eval |= &*name.sym == "eval";
        if let Some(one) = self.of(name) {
            one.reads |= !one.sets;
        }
    }

    fn sets(&mut self, name: &Ident) {
        let for_certain = !self.in_branch;
        if let Some(one) = self.of(name) {
            one.sets |= for_certain;
        }
    }
}

impl Visit for Walk<'_, '_> {
    noop_visit_type!();

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match expr {
            Expr::Ident(name) => self.reads(name),
            Expr::Assign(assign) => {
                let name = assign.left.as_ident();
                // A pattern takes its value apart when that is there: `[a, b] = [b, a + b]` reads both before it sets them.
                let is_pattern = assign.left.is_pat();
                if name.is_none() && !is_pattern {
                    assign.left.visit_with(self);
                }
                if let (Some(name), true) = (name, assign.op != AssignOp::Assign) {
                    self.reads(name);
                }
                let may_not = assign.op.to_update().is_some_and(is_logical);
                match may_not {
                    true => self.branch(|walk| assign.right.visit_with(walk)),
                    false => assign.right.visit_with(self),
                }
                if let (Some(name), false) = (name, may_not) {
                    self.sets(name);
                }
                if is_pattern {
                    assign.left.visit_with(self);
                }
            }
            Expr::Bin(binary) if is_logical(binary.op) => {
                binary.left.visit_with(self);
                self.branch(|walk| binary.right.visit_with(walk));
            }
            Expr::Cond(cond) => {
                cond.test.visit_with(self);
                self.branch(|walk| {
                    cond.cons.visit_with(walk);
                    cond.alt.visit_with(walk);
                });
            }
            Expr::OptChain(_) => self.branch(|walk| expr.visit_children_with(walk)),
            Expr::Class(_) => self.closure(|walk| expr.visit_children_with(walk)),
            _ => expr.visit_children_with(self),
        });
    }

    /// A name in a pattern is set when what stands before it has not thrown.
    fn visit_pat(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Ident(name) => self.sets(&name.id),
            Pat::Assign(assign) => {
                self.branch(|walk| assign.right.visit_with(walk));
                assign.left.visit_with(self);
            }
            _ => pattern.visit_children_with(self),
        }
    }

    fn visit_assign_pat_prop(&mut self, property: &AssignPatProp) {
        self.branch(|walk| property.value.visit_with(walk));
        self.sets(&property.key.id);
    }

    /// What a copied block declares may have the name of a variable.
    fn visit_var_decl(&mut self, list: &VarDecl) {
        self.closure(|walk| list.decls.iter().for_each(|one| one.name.visit_with(walk)));
        list.decls.iter().for_each(|one| one.init.visit_with(self));
    }

    fn visit_ident(&mut self, name: &Ident) {
        self.reads(name);
    }

    fn visit_function(&mut self, function: &Function) {
        self.closure(|walk| function.visit_children_with(walk));
    }

    fn visit_arrow_expr(&mut self, arrow: &ArrowExpr) {
        self.closure(|walk| arrow.visit_children_with(walk));
    }

    fn visit_class(&mut self, class: &Class) {
        self.closure(|walk| class.visit_children_with(walk));
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || match statement {
            Stmt::Expr(_) | Stmt::Block(_) | Stmt::Decl(_) | Stmt::Return(_) | Stmt::Throw(_) | Stmt::Empty(_) => {
                statement.visit_children_with(self);
            }
            Stmt::If(one) => {
                one.test.visit_with(self);
                self.branch(|walk| {
                    one.cons.visit_with(walk);
                    one.alt.visit_with(walk);
                });
            }
            Stmt::For(one) => {
                one.init.visit_with(self);
                one.test.visit_with(self);
                self.branch(|walk| {
                    one.body.visit_with(walk);
                    one.update.visit_with(walk);
                });
            }
            // Copied labels and jumps may lead past anything.
            _ => self.branch(|walk| statement.visit_children_with(walk)),
        });
    }
}

fn is_logical(op: BinaryOp) -> bool {
    matches!(op, BinaryOp::LogicalAnd | BinaryOp::LogicalOr | BinaryOp::NullishCoalescing)
}

/// Where control comes from.
struct Flow {
    /// For each block the blocks before it, and whether control leaves them by the terminator.
    before: Vec<Vec<(BlockId, bool)>>,
    /// Whether a new step begins with a block: behind a suspension, in a handler, and behind a jump that the engine leads
    /// there.
    first: Vec<bool>,
    /// The number of the search that met a block last. Searches are counted from 1.
    met: Vec<usize>,
    searches: usize,
}

/// How many blocks are looked at for one variable, before it counts as one that a suspension crosses.
const MOST_BLOCKS: usize = 1_000;

impl Flow {
    fn new(graph: &Graph) -> Self {
        let ways = Ways::new(graph);
        let mut flow = Flow {
            before: vec![Vec::new(); graph.blocks.len()],
            first: vec![false; graph.blocks.len()],
            met: vec![0; graph.blocks.len()],
            searches: 0,
        };
        let handling = graph.regions.iter().filter(|region| !matches!(region.kind, RegionKind::Loop(_)));
        handling.for_each(|region| flow.begins_step(region.handler));
        for id in &graph.order {
            let block = &graph[*id];
            let targets = block.terminator.targets();
            for target in &targets {
                flow.before[target.0].push((*id, true));
            }
            for target in &block.exits {
                flow.before[target.0].push((*id, false));
            }
            match block.terminator {
                Terminator::Yield { resume, .. } | Terminator::Delegate { resume, .. } => flow.begins_step(resume),
                _ => {
                    let abrupt = |target: &BlockId| ways.way(graph, block.region, *target) == Way::Abrupt;
                    targets.into_iter().filter(abrupt).for_each(|target| flow.begins_step(target));
                }
            }
            // What a copied statement does on its way out may make any of these abrupt.
            if block.region.is_some() {
                block.exits.iter().for_each(|target| flow.begins_step(*target));
            }
        }
        flow
    }

    fn begins_step(&mut self, block: BlockId) {
        self.first[block.0] = true;
    }

    /// Whether a suspension stands between a value of a variable, which blocks use in this way, and a read.
    fn crosses(&mut self, uses: &HashMap<BlockId, Use>) -> bool {
        self.searches += 1;
        let mut rest: Vec<BlockId> = uses.iter().filter(|(_, one)| one.reads).map(|(id, _)| *id).collect();
        rest.iter().for_each(|id| self.met[id.0] = self.searches);
        let mut met = rest.len();
        while let Some(id) = rest.pop() {
            if self.first[id.0] || met > MOST_BLOCKS {
                return true;
            }
            for (block, by_terminator) in &self.before[id.0] {
                let sets = *by_terminator && uses.get(block).is_some_and(|one| one.sets);
                if !sets && self.met[block.0] != self.searches {
                    self.met[block.0] = self.searches;
                    met += 1;
                    rest.push(*block);
                }
            }
        }
        false
    }
}
