//! Text edits: what a lowering says instead of printing a tree. What no edit touches stays, byte for byte, and of every
//! byte it is known where it is from.

pub mod chars;
mod edit;
pub mod js_string;
mod position_map;
pub mod source_map;
mod text;

pub use edit::{Edit, Edits};
pub use position_map::PositionMap;
pub use source_map::SourceMap;
pub use text::{Mark, Origin, Text};
