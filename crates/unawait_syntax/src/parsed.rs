//! What the parser makes of a text.

use std::ops::Range;

use rustc_hash::FxHashMap;
use swc_ecma_ast::Program;

use crate::objections::Objection;
use crate::{Language, SourceType};

/// A parsed file.
pub(crate) struct Parsed {
    pub program: Program,
    /// Never `Unknown`.
    pub source_type: SourceType,
    pub language: Language,
    /// `using` and `await using` in the heads of `for` loops, which the tree has as `const`, by where they begin.
    pub hidden_usings: FxHashMap<usize, Range<usize>>,
    /// What the parser objects to although it has made a tree. The [early errors](crate::early_errors) overrule it
    /// where it is wrong.
    pub objections: Vec<Objection>,
}
