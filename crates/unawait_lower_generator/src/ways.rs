//! How control gets from a block to another: within a region, across a border that nobody hears of, or abruptly, past a
//! `finally` or a loop's iterator.

use crate::graph::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Within a region.
    Plain,
    /// Into a region, or out of one at its end.
    Across,
    /// Out of a region that must hear of it.
    Abrupt,
}

/// The ways of one graph, whose regions are complete. Each is found in constant time, however deep the regions nest.
pub(crate) struct Ways {
    /// For each region, the innermost one around it, or itself, that hears of every completion.
    hearing: Vec<Option<RegionId>>,
    /// For each region, the last one within it: an outer region comes before those within, so they stand together.
    last: Vec<usize>,
}

impl Ways {
    pub fn new(graph: &Graph) -> Self {
        let mut ways = Ways { hearing: Vec::new(), last: (0..graph.regions.len()).collect() };
        for (index, region) in graph.regions.iter().enumerate() {
            let hears = region.kind != RegionKind::Catch;
            let around = region.outer.and_then(|outer| ways.hearing[outer.0]);
            ways.hearing.push(if hears { Some(RegionId(index)) } else { around });
        }
        for (index, region) in graph.regions.iter().enumerate().rev() {
            if let Some(outer) = region.outer {
                ways.last[outer.0] = ways.last[outer.0].max(ways.last[index]);
            }
        }
        ways
    }

    /// The way from a block of the region `from` to the block `to`.
    pub fn way(&self, graph: &Graph, from: Option<RegionId>, to: BlockId) -> Way {
        if graph[to].region == from {
            return Way::Plain;
        }
        let mut left = from.and_then(|region| self.hearing[region.0]);
        let inner = graph[to].region;
        while let Some(region) = left.filter(|region| !inner.is_some_and(|inner| self.holds(*region, inner))) {
            if graph[region].handler != to {
                return Way::Abrupt;
            }
            left = graph[region].outer.and_then(|outer| self.hearing[outer.0]);
        }
        Way::Across
    }

    /// Whether `region` is `inner` or around it.
    fn holds(&self, region: RegionId, inner: RegionId) -> bool {
        region <= inner && inner.0 <= self.last[region.0]
    }
}
