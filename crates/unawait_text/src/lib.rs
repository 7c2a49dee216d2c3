//! Text edits: what a lowering says instead of printing a tree. What no edit touches stays, byte for byte.

mod edit;

pub use edit::{Edit, Edits};
