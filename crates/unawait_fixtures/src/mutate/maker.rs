//! What every mutation needs, and what it answers.

use std::ops::Range;

use unawait_compiler::Target;

use super::corpus::Corpus;
use crate::parts::{Kind, Node, Tree};
use crate::random::Random;

/// What a mutation needs besides the tree.
pub struct Maker<'a> {
    pub random: Random,
    pub corpus: &'a Corpus,
    pub target: Target,
}

/// A text in place of a part of the program.
pub struct Change {
    pub span: Range<usize>,
    pub text: String,
}

impl Change {
    pub fn replace(span: &Range<usize>, text: impl Into<String>) -> Change {
        Change { span: span.clone(), text: text.into() }
    }

    pub fn insert(at: usize, text: impl Into<String>) -> Change {
        Change { span: at..at, text: text.into() }
    }
}

impl Maker<'_> {
    /// One of `items`.
    pub fn one<'b, T>(&mut self, items: &'b [T]) -> Option<&'b T> {
        if items.is_empty() { None } else { Some(&items[self.random.below(items.len())]) }
    }

    /// A node of `tree`, of one of `kinds`; small ones and large ones alike.
    pub fn node<'b>(&mut self, tree: &'b Tree, kinds: &[Kind]) -> Option<&'b Node> {
        let nodes: Vec<&Node> = tree.nodes.iter().filter(|node| kinds.contains(&node.kind)).collect();
        self.one(&nodes).copied()
    }

    /// The text of a node of this kind, of any program.
    pub fn donated(&mut self, kind: Kind, longest: usize) -> Option<String> {
        for _ in 0..8 {
            let donor = self.corpus.donor(&mut self.random);
            let Ok(tree) = Tree::parse(&donor.text, donor.source_type) else { continue };
            let fits: Vec<&Node> =
                tree.nodes.iter().filter(|node| node.kind == kind && node.span.len() <= longest).collect();
            if let Some(node) = self.one(&fits) {
                return Some(donor.text[node.span.clone()].to_owned());
            }
        }
        None
    }

    /// A number for a trace.
    pub fn id(&mut self) -> usize {
        self.random.between(1000, 9999)
    }
}
