//! The helpers of `runtime-js/`, embedded: what each is called, what it needs, and how it is written into a file.

mod compact;
mod emit;
mod helper;
mod variant;

pub use compact::{fingerprint, with_requirements};
pub use emit::{Block, GLOBALS, inline};
pub use helper::Helper;
pub use variant::{Dialect, Promises, Variant};
