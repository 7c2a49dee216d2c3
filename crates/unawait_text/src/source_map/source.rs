//! What an output is made of, as a source map names it.

use std::borrow::Cow;

/// What the output is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// A URL, relative to the map's.
    pub name: Option<String>,
    pub content: Option<Cow<'static, str>>,
    /// Whether debuggers are to pass over it.
    pub is_ignored: bool,
}
