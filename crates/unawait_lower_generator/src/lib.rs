//! Stage two: generator functions become state machines, as edits of the source text.
//!
//! Everything but the machine's body stays on the function: its name, its parameters, what they do when they throw.
//! `hoist` makes locals of declarations, `build` a control flow graph of what is left, `simplify` tidies it, `assemble`
//! writes it as `for (;;) switch`, `print` prints that.

#![allow(dead_code)]

pub mod graph;
mod hoist;
mod make;
mod names;
mod suspends;
