//! swc's tree of a file, for the stage that turns bodies inside out and therefore prints them. Everyone else reads the
//! `Inventory`.

use std::ops::Range;

pub use swc_common::comments::SingleThreadedComments as Comments;
pub use swc_ecma_ast::Program;

use crate::{Diagnostic, Inventory, SourceType, checked, parse, positions};

/// A parsed file, free of early errors.
pub struct Tree {
    pub program: Program,
    /// Its comments, by the token that they stand before or behind.
    pub comments: Comments,
    /// What else there is to know of the file.
    pub inventory: Inventory,
}

/// Parses `source`.
///
/// # Errors
/// The syntax errors, or else the early errors, in source order.
pub fn tree(source: &str, source_type: SourceType) -> Result<Tree, Vec<Diagnostic>> {
    let (parsed, comments) = parse::parse_with_comments(source, source_type)?;
    let inventory = checked::inventory(source, source_type, &parsed)?;
    Ok(Tree { program: parsed.program, comments, inventory })
}

/// The bytes of a node of the tree.
pub fn range(span: swc_common::Span) -> Range<usize> {
    positions::range(span)
}

/// Where byte `at` is to the tree.
pub fn position(at: usize) -> swc_common::BytePos {
    positions::position(at)
}

/// The byte of a position; `None` for the position of nothing in the text.
pub fn offset(position: swc_common::BytePos) -> Option<usize> {
    let is_real = !position.is_dummy() && !position.is_reserved_for_comments();
    is_real.then(|| range(swc_common::Span::new(position, position)).start)
}
