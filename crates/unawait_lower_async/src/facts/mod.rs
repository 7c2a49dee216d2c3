//! What follows from the inventory for one function or name. Nothing is decided here and nothing written.

pub mod arguments;
pub mod awaits;
pub mod functions;
pub mod names;
