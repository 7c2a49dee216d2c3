//! Subtrees of other programs in place of, before, or behind a program's own.

use super::maker::{Change, Maker};
use crate::parts::{Kind, Tree};

/// Kinds of nodes that are exchanged for each other, and how often a node of the kind is taken.
const EXCHANGED: &[Kind] = &[
    Kind::Statement,
    Kind::Statement,
    Kind::Expression,
    Kind::Expression,
    Kind::Expression,
    Kind::Pattern,
    Kind::Target,
    Kind::Function,
    Kind::Method,
    Kind::Member,
    Kind::Property,
    Kind::PatternProperty,
    Kind::Argument,
    Kind::Parameter,
    Kind::Key,
    Kind::MemberKey,
    Kind::Block,
    Kind::Body,
    Kind::Case,
    Kind::Catch,
    Kind::Declarator,
    Kind::Head,
    Kind::Class,
    Kind::Template,
    Kind::Item,
    Kind::Call,
];

/// The longest subtree that is spliced in, in bytes.
const LONGEST: usize = 700;

/// A node becomes another of its kind, of any program; sometimes one of another kind.
pub(super) fn exchange(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let kind = *maker.one(EXCHANGED)?;
    let span = maker.node(tree, &[kind])?.span.clone();
    let other = if maker.random.chance(4) { *maker.one(EXCHANGED)? } else { kind };
    let text = match maker.random.chance(15) {
        true => tree.of(&maker.node(tree, &[other])?.span).to_owned(),
        false => maker.donated(other, LONGEST)?,
    };
    Some(vec![Change::replace(&span, text)])
}

/// What may stand beside another of its kind, and what stands between them.
const LISTED: &[(Kind, &str)] = &[
    (Kind::Statement, "\n"),
    (Kind::Statement, "\n"),
    (Kind::Statement, " "),
    (Kind::Member, "\n"),
    (Kind::Member, " "),
    (Kind::Property, ", "),
    (Kind::PatternProperty, ", "),
    (Kind::Argument, ", "),
    (Kind::Parameter, ", "),
    (Kind::Case, " "),
    (Kind::Declarator, ", "),
    (Kind::Item, "\n"),
];

/// Another of its kind stands before or behind a node.
pub(super) fn insert(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let (kind, between) = *maker.one(LISTED)?;
    let span = maker.node(tree, &[kind])?.span.clone();
    let text = maker.donated(kind, LONGEST)?;
    Some(vec![match maker.random.chance(50) {
        true => Change::insert(span.start, text + between),
        false => Change::insert(span.end, between.to_owned() + &text),
    }])
}

/// A node goes.
pub(super) fn remove(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let node = maker.one(&tree.nodes)?;
    Some(vec![Change::replace(&node.span, "")])
}

/// A node stands twice.
pub(super) fn repeat(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let (kind, between) = *maker.one(LISTED)?;
    let span = maker.node(tree, &[kind])?.span.clone();
    Some(vec![Change::insert(span.end, between.to_owned() + tree.of(&span))])
}
