//! Graphs for people: a text form, one line a block, and Graphviz's.
//!
//! ```text
//! function* g
//!   r0: catch -> b2
//!   b0: -> b1
//!   b1 in r0: x = a; yield x + 1 -> b3
//! ```

use std::fmt::Write;

use swc_ecma_ast::Expr;

use crate::graph::*;
use crate::make;
use crate::print::one_line;

/// How graphs are written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line a block.
    Text,
    /// <https://graphviz.org/doc/info/lang.html>
    Dot,
}

/// The graphs so far.
#[derive(Debug)]
pub(crate) struct Graphs {
    form: Option<Form>,
    count: usize,
    pub text: String,
}

impl Graphs {
    pub fn new(form: Option<Form>) -> Self {
        Graphs { form, count: 0, text: String::new() }
    }

    /// Adds the graph of the function called `name`, if it is called anything.
    pub fn push(&mut self, name: Option<&str>, graph: &Graph) {
        let name = name.unwrap_or("(anonymous)");
        let text = match self.form {
            None => return,
            Some(Form::Text) => text(name, graph),
            Some(Form::Dot) => dot(name, self.count, graph),
        };
        self.count += 1;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(&text);
    }
}

/// What a block is called: its place in the order.
fn label(graph: &Graph, block: BlockId) -> String {
    match graph.order.iter().position(|id| *id == block) {
        Some(place) => format!("b{place}"),
        None => "nowhere".to_owned(),
    }
}

fn expr(expr: &Expr) -> String {
    one_line(expr)
}

fn op(op: &Op) -> String {
    match op {
        Op::Run(statement) => one_line(statement),
        Op::Release(names) => one_line(&make::release(names)),
    }
}

/// A block's statements, and what it does last, without where that leads.
fn lines(block: &Block) -> Vec<String> {
    let mut lines: Vec<String> = block.ops.iter().map(op).collect();
    lines.extend(match &block.terminator {
        Terminator::Goto(_) | Terminator::Open => None,
        Terminator::Branch { test, .. } => Some(format!("if {}", expr(test))),
        Terminator::Switch { discriminant, .. } => Some(format!("switch {}", expr(discriminant))),
        Terminator::Yield { value: None, .. } => Some("yield".to_owned()),
        Terminator::Yield { value: Some(value), .. } => Some(format!("yield {}", expr(value))),
        Terminator::Delegate { iterable, .. } => Some(format!("yield* {}", expr(iterable))),
        Terminator::Return(None) => Some("return".to_owned()),
        Terminator::Return(Some(value)) => Some(format!("return {}", expr(value))),
        Terminator::Throw(value) => Some(format!("throw {}", expr(value))),
        Terminator::EndFinally { of, .. } => Some(format!("end finally r{}", of.0)),
    });
    lines
}

/// Where a block leads, and when.
fn edges(block: &Block) -> Vec<(String, BlockId)> {
    let mut edges: Vec<(String, BlockId)> = match &block.terminator {
        Terminator::Branch { then, otherwise, .. } => vec![("then".into(), *then), ("else".into(), *otherwise)],
        Terminator::Switch { cases, otherwise, .. } => {
            let named = |(test, target): &(Option<Box<Expr>>, BlockId)| {
                (test.as_ref().map_or("default".to_owned(), |test| format!("case {}", expr(test))), *target)
            };
            cases.iter().map(named).chain([("default".to_owned(), *otherwise)]).collect()
        }
        other => other.targets().into_iter().map(|target| (String::new(), target)).collect(),
    };
    edges.extend(block.exits.iter().enumerate().map(|(index, exit)| (format!("@{index}"), *exit)));
    edges
}

fn region(region: &Region) -> &'static str {
    match region.kind {
        RegionKind::Catch => "catch",
        RegionKind::Finally(_) => "finally",
        RegionKind::Loop(_) => "loop",
    }
}

/// The regions that hold a block.
fn used_regions(graph: &Graph) -> Vec<RegionId> {
    let all = (0..graph.regions.len()).map(RegionId);
    all.filter(|region| graph.order.iter().any(|block| graph.regions_out(graph[*block].region).any(|r| r == *region)))
        .collect()
}

fn text(name: &str, graph: &Graph) -> String {
    let mut out = format!("function* {name}\n");
    for id in used_regions(graph) {
        let outer = graph[id].outer.map(|outer| format!(" in r{}", outer.0)).unwrap_or_default();
        let (kind, handler) = (region(&graph[id]), label(graph, graph[id].handler));
        let _ = writeln!(out, "  r{}{outer}: {kind} -> {handler}", id.0);
    }
    for id in &graph.order {
        let block = &graph[*id];
        let within = block.region.map(|region| format!(" in r{}", region.0)).unwrap_or_default();
        let withs: String = block.withs.iter().map(|object| format!(" with {}", object.sym)).collect();
        let edges = edges(block).into_iter().map(|(when, target)| {
            let when = if when.is_empty() { when } else { format!("{when} ") };
            format!("{when}-> {}", label(graph, target))
        });
        let parts: Vec<String> = [lines(block).join(" "), edges.collect::<Vec<_>>().join(", ")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        let _ = writeln!(out, "  {}{within}{withs}: {}", label(graph, *id), parts.join(" "));
    }
    out
}

/// One digraph a function. Exceptions go along dashed edges.
fn dot(name: &str, number: usize, graph: &Graph) -> String {
    let mut out = format!("digraph g{number} {{\n  label={};\n  node [shape=box, fontname=monospace];\n", quoted(name));
    for id in &graph.order {
        let block = &graph[*id];
        let own = label(graph, *id);
        let lines: String = lines(block).iter().map(|line| format!("{line}\n")).collect();
        let _ = writeln!(out, "  {own} [label={}];", quoted(&format!("{own}:\n{lines}")));
        let suspends = matches!(block.terminator, Terminator::Yield { .. } | Terminator::Delegate { .. });
        let style = if suspends { ", style=bold" } else { "" };
        for (when, target) in edges(block) {
            let _ = writeln!(out, "  {own} -> {} [label={}{style}];", label(graph, target), quoted(&when));
        }
        if let Some(id) = block.region {
            let handler = label(graph, graph[id].handler);
            let _ = writeln!(out, "  {own} -> {handler} [label={}, style=dashed];", quoted(region(&graph[id])));
        }
    }
    out.push_str("}\n");
    out
}

/// A quoted string of Graphviz's, its lines set to the left.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\l"))
}
