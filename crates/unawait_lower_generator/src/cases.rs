//! Which blocks begin a `case`, and its number.
//!
//! A block that others only fall into goes on the case before it. One that only returns is no target of jumps, which
//! return themselves.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::graph::*;
use crate::ways::{Way, Ways};

/// What becomes of the blocks of a graph.
pub(crate) struct Cases {
    /// The blocks that are not only fallen into.
    pub numbers: HashMap<BlockId, usize>,
    /// The blocks that jumps to them are written as a `return` for.
    pub returns: HashSet<BlockId>,
    /// The blocks that are not written.
    pub unreached: HashSet<BlockId>,
}

impl Cases {
    pub fn of(graph: &Graph, ways: &Ways) -> Self {
        let returns = returns(graph);
        let numbers = numbers(graph, ways, &returns);
        let unreached = unreached(graph, &returns, &numbers);
        Cases { numbers, returns, unreached }
    }
}

/// The blocks outside of regions that only return: a jump to one of them is written as a `return` instead.
fn returns(graph: &Graph) -> HashSet<BlockId> {
    let only_returns = |id: &BlockId| {
        let Block { region, withs, ops, terminator, .. } = &graph[*id];
        let nothing_else = region.is_none() && withs.is_empty() && ops.is_empty();
        nothing_else && matches!(terminator, Terminator::Return(None))
    };
    graph.order.iter().copied().filter(only_returns).collect()
}

/// The blocks among them that no jump leads to any more, and that no block falls into.
fn unreached(graph: &Graph, returns: &HashSet<BlockId>, numbers: &HashMap<BlockId, usize>) -> HashSet<BlockId> {
    let pairs = graph.order.iter().zip(graph.order.iter().skip(1));
    let fallen: HashSet<&BlockId> =
        pairs.filter(|(before, id)| graph[**before].terminator.targets().contains(id)).map(|(_, id)| id).collect();
    returns.iter().filter(|id| !fallen.contains(id) && !numbers.contains_key(id)).copied().collect()
}

/// The blocks that are not only fallen into, with their numbers.
fn numbers(graph: &Graph, ways: &Ways, returns: &HashSet<BlockId>) -> HashMap<BlockId, usize> {
    let mut labelled: HashSet<BlockId> = graph.order.first().copied().into_iter().collect();
    let mut open: HashSet<RegionId> = HashSet::default();
    for (index, id) in graph.order.iter().enumerate() {
        let block = &graph[*id];
        let next = graph.order.get(index + 1).copied();
        let way = |target: &BlockId| ways.way(graph, block.region, *target);
        let jumps = |target: &BlockId| way(target) == Way::Abrupt || !returns.contains(target);
        let falls = |target: &BlockId| Some(*target) == next && way(target) == Way::Plain && block.withs.is_empty();
        match &block.terminator {
            Terminator::Yield { resume, .. } | Terminator::Delegate { resume, .. } => {
                labelled.insert(*resume);
            }
            Terminator::Switch { .. } => labelled.extend(block.terminator.targets().into_iter().filter(jumps)),
            Terminator::Branch { then, otherwise, .. } if then == otherwise => {
                labelled.insert(*then);
            }
            other => labelled.extend(other.targets().into_iter().filter(|target| jumps(target) && !falls(target))),
        }
        labelled.extend(block.exits.iter().filter(|exit| block.region.is_some() || jumps(exit)));
        // The regions around one that has been seen have been seen, too.
        for region in graph.regions_out(block.region).take_while(|region| open.insert(*region)) {
            if !matches!(graph[region].kind, RegionKind::Loop(_)) {
                labelled.insert(graph[region].handler);
            }
        }
    }
    let is_labelled = |block: &&BlockId| labelled.contains(*block);
    graph.order.iter().filter(is_labelled).enumerate().map(|(number, block)| (*block, number)).collect()
}
