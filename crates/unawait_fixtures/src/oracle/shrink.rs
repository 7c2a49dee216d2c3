//! A program with something wrong, made as small as it stays wrong in the same way: first without whole nodes, then
//! without characters.

use std::time::Duration;

use unawait_compiler::Options;

use super::{Fault, Finding, Program, check_within};
use crate::parts::{Kind, Tree};

/// How long a candidate may run: many lose what ends a loop, and one that is lost to a busy machine costs little.
const PATIENCE: Duration = Duration::from_millis(250);

/// How many candidates are checked at once.
const BATCH: usize = 50;

/// The smallest program found by taking text out of that of `finding` which shows the same kind of thing.
pub fn shrink(finding: Finding, options: &Options) -> Finding {
    without_characters(without_nodes(finding, options), options)
}

fn without_nodes(finding: Finding, options: &Options) -> Finding {
    let mut best = finding;
    // Longer nodes have been tried since the program was last gone through from the start.
    let (mut longest, mut changed) = (usize::MAX, false);
    loop {
        let text = &best.program.text;
        let Ok(tree) = Tree::parse(text, best.program.source_type) else { return best };
        let mut nodes: Vec<_> = tree.nodes.iter().filter(|node| node.span.len() <= longest).collect();
        nodes.sort_by_key(|node| std::cmp::Reverse(node.span.len()));
        let with =
            |span: &std::ops::Range<usize>, other: &str| text[..span.start].to_owned() + other + &text[span.end..];
        let mut candidates = Vec::new();
        for node in nodes {
            candidates.push((node.span.len(), with(&node.span, "")));
            // What is inside takes the node's place.
            let inside = tree.nodes.iter().filter(|inner| {
                let alike = inner.kind == node.kind || (node.kind == Kind::Statement && inner.kind == Kind::Expression);
                alike
                    && node.span.start <= inner.span.start
                    && inner.span.end <= node.span.end
                    && inner.span != node.span
            });
            candidates.extend(inside.take(2).map(|inner| (node.span.len(), with(&node.span, tree.of(&inner.span)))));
        }
        match first_alike(&best, candidates, options) {
            Some((length, smaller)) => (best, longest, changed) = (smaller, length, true),
            None if !changed => return best,
            None => (longest, changed) = (usize::MAX, false),
        }
    }
}

fn without_characters(finding: Finding, options: &Options) -> Finding {
    let mut best = finding;
    let mut size = 16.min(best.program.text.chars().count());
    while size > 0 {
        let characters: Vec<char> = best.program.text.chars().collect();
        let candidates = (0..characters.len()).step_by(size).map(|at| {
            let rest = characters[..at].iter().chain(characters.iter().skip(at + size));
            (size, rest.collect::<String>())
        });
        match first_alike(&best, candidates.collect(), options) {
            Some((_, smaller)) => best = smaller,
            None => size /= 2,
        }
    }
    best
}

/// The first of `candidates`, each with its number, that is shorter and wrong as `finding` is.
fn first_alike(finding: &Finding, candidates: Vec<(usize, String)>, options: &Options) -> Option<(usize, Finding)> {
    let shorter: Vec<(usize, Program)> = candidates
        .into_iter()
        .filter(|(_, text)| text.len() < finding.program.text.len())
        .enumerate()
        .map(|(at, (number, text))| (number, Program { seed: at as u64, text, ..finding.program }))
        .collect();
    shorter.chunks(BATCH).find_map(|some| {
        let programs: Vec<Program> = some.iter().map(|(_, program)| program.clone()).collect();
        let (_, findings) = check_within(PATIENCE, &programs, options).ok()?;
        // Findings come in no certain order; the first candidate takes most away.
        let mut alike: Vec<Finding> = findings.into_iter().filter(|other| is_alike(finding, other)).collect();
        alike.sort_by_key(|other| other.program.seed);
        let mut first = alike.into_iter().next()?;
        let (number, _) = some.iter().find(|(_, program)| program.seed == first.program.seed)?;
        first.program.seed = finding.program.seed;
        Some((*number, first))
    })
}

/// Whether two findings are of the same cause, as far as their first lines say; logs and lost text say little of it.
fn is_alike(one: &Finding, other: &Finding) -> bool {
    one.fault == other.fault && (matches!(one.fault, Fault::Differs | Fault::Text) || one.key() == other.key())
}
