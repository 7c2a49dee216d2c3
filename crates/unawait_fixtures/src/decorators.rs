//! Decorators: a program that has them in every place, made to run by Babel as it is and lowered, does the same.

use std::fs;
use std::path::Path;

use unawait_compiler::{Options, SourceType, compile};

use crate::npm::{self, List};
use crate::target::TARGETS;
use crate::{node, snapshot};

/// What makes decorators run.
pub const TRANSFORM: List = List {
    name: "decorators",
    manifest: include_str!("decorators/package.json"),
    lock: include_str!("decorators/package-lock.json"),
};

/// Compares the program with what it becomes in each target.
///
/// # Errors
/// When it cannot be lowered, transformed or run, or does something else.
pub fn compare() -> Result<(), String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    npm::copy_folder(&TRANSFORM.installed()?, &folder.path().join("node_modules"))?;
    write(folder.path(), "transform.cjs", include_str!("decorators/transform.cjs"))?;
    let program = include_str!("decorators/program.cjs");
    let native = transformed(folder.path(), "native.cjs", program)?;
    if native.lines().count() < 30 {
        return Err(format!("too little is printed:\n{native}"));
    }
    for &(target, name) in TARGETS {
        let options = Options { target, source_type: SourceType::CommonJs, ..Options::default() };
        let output = compile(program, &options).map_err(|errors| format!("to {name}: {errors:?}"))?;
        let lowered = transformed(folder.path(), &format!("{name}.cjs"), &output.code)?;
        if native != lowered {
            return Err(format!("to {name}:\n{}", snapshot::diff(&native, &lowered, "native", "lowered")));
        }
    }
    Ok(())
}

/// What `text` prints once its decorators run.
fn transformed(folder: &Path, name: &str, text: &str) -> Result<String, String> {
    write(folder, name, text)?;
    run(folder, &["transform.cjs", name])?;
    run(folder, &[&name.replace(".cjs", ".run.cjs")])
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), String> {
    fs::write(folder.join(name), text).map_err(|error| format!("{name}: {error}"))
}

fn run(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let mut command = node::command(folder);
    command.args(arguments);
    let run = node::run(command, node::TIME_LIMIT)?;
    if run.success { Ok(run.stdout) } else { Err(format!("{arguments:?}: {}", run.stderr)) }
}
