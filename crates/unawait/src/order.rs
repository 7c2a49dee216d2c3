//! What there is to know of a program to lower, besides its text.

use std::path::Path;

use crate::args::Args;

/// What there is to know besides the program.
pub struct Order<'a> {
    pub args: &'a Args,
    /// Where the output goes, if it goes to a file.
    pub target: Option<&'a Path>,
    /// The directory that all inputs have in common, absolute: for names in source maps, and for what may be read.
    pub root: Option<&'a Path>,
}
