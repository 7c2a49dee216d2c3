//! Tells at the beginning of a build what the tests will miss. It fails nothing: tests which need nothing of it run.

#[path = "src/prerequisites.rs"]
mod prerequisites;

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=PATH");
    println!("cargo::rerun-if-env-changed=NODE");
    println!("cargo::rerun-if-changed=src/prerequisites.rs");
    let node = prerequisites::node_version().map(drop);
    let npm = prerequisites::npm_version().map(drop);
    for (program, found, tests) in [
        (prerequisites::node(), node, "all tests that run JavaScript"),
        (PathBuf::from("npm"), npm, "the tests with packages of npm"),
    ] {
        // Asked again when the program changes or, since Cargo takes a path without a file for changed, once it is there.
        println!("cargo::rerun-if-changed={}", on_the_path(&program).display());
        if let Err(problem) = found {
            println!("cargo::warning={problem}. Without it, {tests} fail.");
        }
    }
}

fn on_the_path(program: &Path) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut places = std::env::split_paths(&path).map(|folder| folder.join(program));
    places.find(|place| place.is_file()).unwrap_or_else(|| program.to_owned())
}
