//! The result of a compilation.

use unawait_syntax::Diagnostic;
use unawait_text::{PositionMap, SourceMap};

/// The result of a compilation.
#[derive(Clone, Debug)]
pub struct Output {
    /// The lowered text; the source itself, byte for byte, when `changed` is false.
    pub code: String,
    pub changed: bool,
    /// How many functions were lowered.
    pub functions: usize,
    /// Warnings only, in source order.
    pub warnings: Vec<Diagnostic>,
    /// The map from `code` to the source, if one is asked for and something changed. A comment that led from the source
    /// to its own map is then gone from the code.
    pub map: Option<SourceMap>,
}

impl Output {
    /// The answer for a `source` with nothing to lower.
    pub(crate) fn unchanged(source: &str) -> Self {
        Output { code: source.to_owned(), changed: false, functions: 0, warnings: Vec::new(), map: None }
    }
}

/// A text that came out, and where its parts come from.
pub(crate) struct Compiled {
    pub text: (String, PositionMap),
    pub functions: usize,
    pub warnings: Vec<Diagnostic>,
}
