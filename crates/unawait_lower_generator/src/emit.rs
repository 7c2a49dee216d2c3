//! Graphs for people: the text form and Graphviz's.
//!
//! ```text
//! b0: yield a -> b1
//! b1 in r0: x = sent; if x -> b2 else b3
//! ```

use crate::graph::*;

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
    pub text: String,
}

impl Graphs {
    pub fn new(form: Option<Form>) -> Self {
        Graphs { form, text: String::new() }
    }

    pub fn push(&mut self, _graph: &Graph) {}
}
