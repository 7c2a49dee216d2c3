//! The helpers of `runtime-js/`, embedded: what each is called, what it needs, and how it is written into a file.

mod emit;
mod helper;
pub mod package;
mod shorten;

pub use emit::{GLOBALS, Name, inline};
pub use helper::{Dialect, Helper, with_requirements};
pub use shorten::short_name;
