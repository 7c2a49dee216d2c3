//! What a configuration file says, whatever its syntax.

use std::ops::Range;

/// One key and its value.
#[derive(Debug, PartialEq)]
pub struct Entry {
    pub key: String,
    /// The bytes of the key.
    pub key_span: Range<usize>,
    pub value: Value,
    /// The bytes of the value.
    pub value_span: Range<usize>,
}

/// A value.
#[derive(Debug, PartialEq)]
pub enum Value {
    Switch(bool),
    /// A string, or a number as it is written.
    Text(String),
    List(Vec<String>),
    /// Options of their own.
    Table(Vec<Entry>),
    Tables(Vec<Vec<Entry>>),
    /// Something that no option takes.
    Other,
}
