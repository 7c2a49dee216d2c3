//! Threads jumps through empty blocks, and drops the blocks that control cannot reach.

use rustc_hash::FxHashSet as HashSet;

use crate::graph::*;
use crate::ways::{Way, Ways};

/// Tidies the graph. What is left in `order` keeps its order, so that each region's blocks stay together.
pub(crate) fn simplify(graph: &mut Graph) {
    thread_jumps(graph, &Ways::new(graph));
    thread_handlers(graph);
    let reached = reached(graph);
    graph.order.retain(|block| reached.contains(block));
}

fn thread_jumps(graph: &mut Graph, ways: &Ways) {
    let handlers: HashSet<BlockId> = graph.regions.iter().map(|region| region.handler).collect();
    for index in 0..graph.blocks.len() {
        let region = graph.blocks[index].region;
        let terminator = std::mem::replace(&mut graph.blocks[index].terminator, Terminator::Open);
        // Where a generator is resumed tells where exceptions thrown into it go, so that is not moved elsewhere.
        let suspends = matches!(terminator, Terminator::Yield { .. } | Terminator::Delegate { .. });
        let follow =
            |from| follow(graph, ways, &handlers, region, from, |next| !suspends || graph[next].region == region);
        let terminator = terminator.with_targets(follow);
        graph.blocks[index].terminator = terminator;
        let exits = std::mem::take(&mut graph.blocks[index].exits);
        graph.blocks[index].exits =
            exits.into_iter().map(|exit| self::follow(graph, ways, &handlers, region, exit, |_| true)).collect();
    }
}

/// What is caught and not looked at goes on where the empty handler leads.
fn thread_handlers(graph: &mut Graph) {
    for index in 0..graph.regions.len() {
        let Region { outer, kind, handler } = graph.regions[index];
        let block = &graph[handler];
        let is_empty = block.ops.is_empty() && block.withs.is_empty();
        if let Terminator::Goto(next) = block.terminator
            && kind == RegionKind::Catch
            && is_empty
            && graph[next].region == outer
            && graph[next].withs.is_empty()
        {
            graph.regions[index].handler = next;
        }
    }
}

/// Where a jump from `region` to `from` gets to while nothing happens on the way. Leaving a region whose handler is told
/// counts as something. A jump out of a finally region must not be threaded to its finalizer, or it would run twice: for
/// the jump, and as its target.
fn follow(
    graph: &Graph,
    ways: &Ways,
    handlers: &HashSet<BlockId>,
    region: Option<RegionId>,
    from: BlockId,
    may: impl Fn(BlockId) -> bool,
) -> BlockId {
    let mut at = from;
    // Empty blocks may run in a circle.
    for _ in 0..graph.blocks.len() {
        let block = &graph[at];
        let Terminator::Goto(next) = block.terminator else { return at };
        let does_nothing = match ways.way(graph, block.region, next) {
            Way::Plain => true,
            Way::Across => ways.way(graph, region, next) != Way::Abrupt,
            Way::Abrupt => false,
        };
        let is_empty = block.ops.is_empty() && does_nothing;
        if !is_empty || handlers.contains(&at) || !may(next) {
            return at;
        }
        at = next;
    }
    from
}

fn reached(graph: &Graph) -> HashSet<BlockId> {
    let (mut reached, mut entered) = (HashSet::default(), HashSet::default());
    let mut rest: Vec<BlockId> = graph.order.first().copied().into_iter().collect();
    while let Some(id) = rest.pop() {
        if !reached.insert(id) {
            continue;
        }
        let block = &graph[id];
        rest.extend(block.terminator.targets());
        rest.extend(block.exits.iter().copied());
        // The regions around one that has been entered have been entered, too.
        for region in graph.regions_out(block.region).take_while(|region| entered.insert(*region)) {
            if !matches!(graph[region].kind, RegionKind::Loop(_)) {
                rest.push(graph[region].handler);
            }
        }
    }
    reached
}
