//! The helpers of `runtime-js/`, embedded: what each is called, what it needs, and how it is written into a file.

mod emit;
mod helper;
pub mod package;
mod requirements;
mod shorten;
mod variant;

pub use emit::{GLOBALS, Name, inline};
pub use helper::Helper;
pub use requirements::with_requirements;
pub use shorten::short_name;
pub use variant::{Dialect, Promises, Variant};
