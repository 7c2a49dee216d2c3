//! Which programs an engine takes, without running them.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::json;
use unawait_compiler::SourceType;

/// Whether the Node of `command` takes each of `programs`. A program of unknown type is asked for as a script.
///
/// # Errors
/// When Node cannot be run, or ends early.
pub fn takes<'p>(
    mut command: Command,
    programs: impl ExactSizeIterator<Item = (SourceType, &'p str)>,
) -> Result<Vec<bool>, String> {
    let count = programs.len();
    let lines = programs.map(|(source_type, code)| {
        let kind = match source_type {
            SourceType::Module => "module",
            SourceType::CommonJs => "commonjs",
            SourceType::Script | SourceType::Unknown => "script",
        };
        json!({ "code": code, "kind": kind }).to_string() + "\n"
    });
    let mut child = command
        .args([
            "--no-warnings",
            "--experimental-vm-modules",
            "--input-type=module",
            "--eval",
            include_str!("takes.mjs"),
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot run `{}`: {error}", command.get_program().display()))?;
    // Node answers at the end only, so that neither waits for the other.
    let written = child.stdin.take().ok_or("no pipe to node")?.write_all(lines.collect::<String>().as_bytes());
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    written.map_err(|error| format!("node ended early: {error}"))?;
    let answers: Vec<bool> = serde_json::from_slice(&output.stdout).map_err(|error| format!("node: {error}"))?;
    if answers.len() == count { Ok(answers) } else { Err("node left out answers".to_owned()) }
}
