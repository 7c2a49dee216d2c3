//! The helpers of `runtime-js/`, embedded: what each is called, what it needs, and how it is written into a file.

mod emit;
mod helper;
pub mod package;

pub use emit::{GLOBALS, Name, inline};
pub use helper::{Dialect, Helper, with_requirements};
