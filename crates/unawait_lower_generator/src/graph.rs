//! The control flow graph of one generator function: what `build` makes, `simplify` tidies and `assemble` writes out.

use std::ops::{Index, IndexMut};

use swc_atoms::Atom;
use swc_common::{DUMMY_SP, Span};
use swc_ecma_ast::{Expr, Ident, Stmt};

/// An index into `Graph::blocks`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub usize);

/// An index into `Graph::regions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub usize);

/// The whole of it. Control comes in at `order[0]`.
#[derive(Debug, Default)]
pub struct Graph {
    pub blocks: Vec<Block>,
    /// An outer one before those within it.
    pub regions: Vec<Region>,
    /// The blocks as they are written out: those of a region, inner regions included, stand together.
    pub order: Vec<BlockId>,
}

/// What runs one after the other and does not suspend, and where control goes then.
#[derive(Debug)]
pub struct Block {
    pub region: Option<RegionId>,
    /// The objects of the `with` statements around it, the outermost first.
    pub withs: Vec<Ident>,
    pub ops: Vec<Op>,
    /// Where jumps out of these statements lead.
    pub exits: Vec<BlockId>,
    /// Whether one of these statements returns.
    pub returns: bool,
    pub terminator: Terminator,
    /// What the terminator comes from.
    pub at: Span,
}

#[derive(Debug)]
pub enum Op {
    Run(Stmt),
    /// What these variables hold is of no use any more: `a = b = void 0`.
    Release(Vec<Ident>),
}

/// How control leaves a block. A block has exactly one; none is implicit.
#[derive(Debug)]
pub enum Terminator {
    Goto(BlockId),
    Branch {
        test: Box<Expr>,
        then: BlockId,
        otherwise: BlockId,
    },
    /// As a `switch` statement finds its case. `None` as a test is `default`; without one, `otherwise` it is.
    Switch {
        discriminant: Box<Expr>,
        cases: Vec<(Option<Box<Expr>>, BlockId)>,
        otherwise: BlockId,
    },
    /// `span` is the expression's.
    Yield {
        span: Span,
        value: Option<Box<Expr>>,
        resume: BlockId,
    },
    /// `yield*`
    Delegate {
        span: Span,
        iterable: Box<Expr>,
        resume: BlockId,
    },
    Return(Option<Box<Expr>>),
    Throw(Box<Expr>),
    /// The end of what the finally region `of` runs: control goes on with the completion that led there, and to
    /// `normal` if that was a normal one.
    EndFinally {
        of: RegionId,
        normal: BlockId,
    },
    /// Not built yet.
    Open,
}

/// Blocks whose abrupt completions go to `handler` first. One handler, one kind: try/catch/finally is a catch region
/// inside a finally region.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    pub outer: Option<RegionId>,
    pub kind: RegionKind,
    /// Where exceptions go (catch) or every completion (finally), the normal one included. For a loop: where control
    /// goes when the iterator is exhausted.
    pub handler: BlockId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionKind {
    /// Throw completions.
    Catch,
    /// All of them: the one that led to the handler is kept in this slot.
    Finally(usize),
    /// A `for`-`of` loop: the engine closes its iterator, which is in this slot, and lets the completion pass.
    Loop(usize),
}

impl Graph {
    /// A block which control cannot reach yet.
    pub fn add(&mut self, region: Option<RegionId>, withs: &[Ident]) -> BlockId {
        let terminator = Terminator::Open;
        self.blocks.push(Block {
            region,
            withs: withs.to_vec(),
            ops: Vec::new(),
            exits: Vec::new(),
            returns: false,
            terminator,
            at: DUMMY_SP,
        });
        BlockId(self.blocks.len() - 1)
    }

    /// Releases only the variables that `keep` is true of.
    pub fn keep_releases(&mut self, keep: impl Fn(&Atom) -> bool) {
        for block in &mut self.blocks {
            block.ops.retain_mut(|op| match op {
                Op::Run(_) => true,
                Op::Release(names) => {
                    names.retain(|name| keep(&name.sym));
                    !names.is_empty()
                }
            });
        }
    }

    /// The regions around a block, the innermost first.
    pub fn regions_out(&self, region: Option<RegionId>) -> impl Iterator<Item = RegionId> + '_ {
        std::iter::successors(region, |id| self[*id].outer)
    }
}

impl Terminator {
    /// Every block that control may go to from here, by itself.
    pub fn targets(&self) -> Vec<BlockId> {
        let mut targets = Vec::new();
        match self {
            Terminator::Goto(target) => targets.push(*target),
            Terminator::Branch { then, otherwise, .. } => targets.extend([*then, *otherwise]),
            Terminator::Switch { cases, otherwise, .. } => {
                targets.extend(cases.iter().map(|(_, target)| *target));
                targets.push(*otherwise);
            }
            Terminator::Yield { resume, .. } | Terminator::Delegate { resume, .. } => targets.push(*resume),
            Terminator::EndFinally { normal, .. } => targets.push(*normal),
            Terminator::Return(_) | Terminator::Throw(_) | Terminator::Open => {}
        }
        targets
    }
}

impl Terminator {
    /// What is evaluated, in this order.
    pub fn exprs_mut(&mut self) -> Vec<&mut Box<Expr>> {
        match self {
            Terminator::Branch { test, .. } => vec![test],
            Terminator::Switch { discriminant, cases, .. } => {
                [discriminant].into_iter().chain(cases.iter_mut().filter_map(|(test, _)| test.as_mut())).collect()
            }
            Terminator::Yield { value, .. } | Terminator::Return(value) => value.iter_mut().collect(),
            Terminator::Delegate { iterable, .. } => vec![iterable],
            Terminator::Throw(value) => vec![value],
            Terminator::Goto(_) | Terminator::EndFinally { .. } | Terminator::Open => Vec::new(),
        }
    }

    /// The same with every target changed.
    pub fn with_targets(mut self, change: impl Fn(BlockId) -> BlockId) -> Self {
        match &mut self {
            Terminator::Goto(target) => *target = change(*target),
            Terminator::Branch { then, otherwise, .. } => (*then, *otherwise) = (change(*then), change(*otherwise)),
            Terminator::Switch { cases, otherwise, .. } => {
                cases.iter_mut().for_each(|(_, target)| *target = change(*target));
                *otherwise = change(*otherwise);
            }
            Terminator::Yield { resume, .. } | Terminator::Delegate { resume, .. } => *resume = change(*resume),
            Terminator::EndFinally { normal, .. } => *normal = change(*normal),
            Terminator::Return(_) | Terminator::Throw(_) | Terminator::Open => {}
        }
        self
    }
}

impl Index<BlockId> for Graph {
    type Output = Block;
    fn index(&self, id: BlockId) -> &Block {
        &self.blocks[id.0]
    }
}

impl IndexMut<BlockId> for Graph {
    fn index_mut(&mut self, id: BlockId) -> &mut Block {
        &mut self.blocks[id.0]
    }
}

impl Index<RegionId> for Graph {
    type Output = Region;
    fn index(&self, id: RegionId) -> &Region {
        &self.regions[id.0]
    }
}

impl IndexMut<RegionId> for Graph {
    fn index_mut(&mut self, id: RegionId) -> &mut Region {
        &mut self.regions[id.0]
    }
}
