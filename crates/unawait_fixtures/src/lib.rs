//! What holds the lowering to its word: fixtures, conformance, real packages, benchmarks.
//!
//! Running is the law throughout: a lowered program must do what node does with the original. The other
//! checks ([`check`]) are about the text: nothing moved that did not have to.

pub mod acceptance;
pub mod bombs;
pub mod case;
pub mod check;
pub mod decorators;
pub mod es5;
pub mod exec;
pub mod grammar;
pub mod known;
pub mod lines;
pub mod mutate;
pub mod node;
pub mod npm;
pub mod npm_command;
pub mod options;
pub mod oracle;
pub mod packages;
mod parts;
pub mod prerequisites;
pub mod random;
pub mod render;
pub mod snapshot;
pub mod source_maps;
pub mod source_type;
pub mod syntax;
mod takes;
pub mod target;
pub mod test262;
pub mod tree;
pub mod typescript;
pub mod versions;

use std::path::{Path, PathBuf};

/// The folder of the project, which holds `fixtures/` and `runtime-js/`.
pub fn project_root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().unwrap_or(root)
}

/// Whether outputs are to be rewritten (`UPDATE=1`).
pub fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| !value.is_empty() && value != "0")
}
