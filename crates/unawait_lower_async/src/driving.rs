//! Who drives the lowered functions.

/// How the lowered functions are driven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Driving {
    /// By our own helpers and the engine's own promises: exact, and the fastest shape for each function.
    #[default]
    Intrinsic,
    /// Every async function through `__awaiter`, whose third argument is this expression: what else drives them, or
    /// supplies promises, knows no other shape.
    Through { promise: String },
}
