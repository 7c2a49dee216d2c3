//! One file of a tree: read, lowered, and written, compared or shown. Nothing is printed here, for many run at once.

use std::fs::{self, Permissions};
use std::io;
use std::path::Path;

use unawait_compiler::{SourceType, may_hold_work};

use super::mirror;
use super::plan::Task;
use crate::args::{Args, Destination};
use crate::exit::Failure;
use crate::input::{self, Input};
use crate::report::{printable, quoted, reason};
use crate::{diff, guard, job, output, report};

/// What is done with the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Write,
    /// Write nothing, but say what would be written.
    DryRun,
    /// Write nothing, but say what would change.
    Check,
    /// Show the differences between program and lowered program.
    Diff {
        /// Whether that is all, or the check's way to say what would change.
        check: bool,
    },
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has this many lowered functions.
    Lowered { functions: usize },
    /// A program with nothing to lower.
    Untouched,
    /// No program: copied.
    Copied,
    /// What it holds is no program that can be lowered.
    Refused,
    /// It could not be read or written.
    Failed,
}

/// What came of a task.
#[derive(Debug)]
pub struct Done {
    pub outcome: Outcome,
    /// How many bytes were read.
    pub bytes: usize,
    /// Whether a check found that something would change.
    pub changes: bool,
    /// For standard output.
    pub printed: String,
    /// For standard error.
    pub messages: String,
}

/// The result of lowering or copying, before it is written.
struct Product {
    outcome: Outcome,
    before: Option<Input>,
    after: Vec<u8>,
    messages: String,
}

/// Does what there is to do for `task`.
pub fn perform(task: &Task, args: &Args, mode: Mode) -> Done {
    let mut bytes = 0;
    let done = guard::caught(|| {
        let (read, permissions) = read(&task.input)?;
        bytes = read.len();
        let product = if task.is_program { lower(read, task, args)? } else { copied(read) };
        deliver(product, task, args, mode, permissions)
    });
    let done = done.and_then(|done| done).unwrap_or_else(|failure| {
        let refused = failure.exit == crate::exit::Exit::Refused;
        let outcome = if refused { Outcome::Refused } else { Outcome::Failed };
        Done { outcome, bytes: 0, changes: false, printed: String::new(), messages: report::failure(&failure) }
    });
    Done { bytes, ..done }
}

fn read(path: &Path) -> Result<(Vec<u8>, Permissions), Failure> {
    let metadata = fs::metadata(path).map_err(|error| input::cannot_read(path, &error))?;
    let bytes = fs::read(path).map_err(|error| input::cannot_read(path, &error))?;
    Ok((bytes, metadata.permissions()))
}

fn copied(bytes: Vec<u8>) -> Product {
    Product { outcome: Outcome::Copied, before: None, after: bytes, messages: String::new() }
}

fn untouched(bytes: Vec<u8>) -> Product {
    Product { outcome: Outcome::Untouched, ..copied(bytes) }
}

fn lower(bytes: Vec<u8>, task: &Task, args: &Args) -> Result<Product, Failure> {
    // Before its encoding and its package.json matter: most programs hold nothing to lower.
    if !may_hold_work(&String::from_utf8_lossy(&bytes), &args.lowering.options(SourceType::Unknown)) {
        return Ok(untouched(bytes));
    }
    let input = Input::from_bytes(bytes, &task.input)?;
    let job = job::lower(&input, &args.lowering)?;
    Ok(match job.output {
        None => Product { outcome: Outcome::Refused, messages: job.messages, ..untouched(Vec::new()) },
        Some(output) => {
            let outcome = match output.changed {
                true => Outcome::Lowered { functions: output.functions },
                false => Outcome::Untouched,
            };
            Product { outcome, before: Some(input), after: output.code.into_bytes(), messages: job.messages }
        }
    })
}

/// Writes, compares or shows what was made.
fn deliver(product: Product, task: &Task, args: &Args, mode: Mode, permissions: Permissions) -> Result<Done, Failure> {
    let Product { outcome, before, after, messages } = product;
    let mut done = Done { outcome, bytes: 0, changes: false, printed: String::new(), messages };
    if outcome == Outcome::Refused {
        return Ok(done);
    }
    let is_new = matches!(outcome, Outcome::Lowered { .. });
    let destination = args.outputs.destination();
    // In place, what has nothing to lower is where it belongs already.
    let is_there = destination == Destination::InPlace && !is_new;
    match (mode, &task.output) {
        (Mode::Write, Some(output)) if !is_there => match destination {
            Destination::Directory(_) => mirror::write(output, &after, permissions)?,
            _ => output::to_file(output, &after)?,
        },
        (Mode::DryRun, Some(output)) if !is_there => done.printed = planned(outcome, output),
        (Mode::Check, Some(output)) => {
            done.changes = if destination == Destination::InPlace { is_new } else { differs(output, &after)? };
            done.printed = if done.changes { line(output) } else { String::new() };
        }
        (Mode::Check, None) => {
            done.changes = is_new;
            done.printed = if is_new { line(&task.input) } else { String::new() };
        }
        (Mode::Diff { check }, _) => {
            if let Some(before) = before.filter(|_| is_new) {
                done.changes = check;
                done.printed = diff::of(&before.name, &before.text, &String::from_utf8_lossy(&after));
            }
        }
        _ => {}
    }
    Ok(done)
}

/// Whether the file `output` is missing or holds something else than `bytes`.
fn differs(output: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    match fs::read(output) {
        Ok(existing) => Ok(existing != bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Failure::trouble(format!("cannot compare with {}: {}", quoted(output), reason(&error)))),
    }
}

fn planned(outcome: Outcome, output: &Path) -> String {
    let output = printable(&output.to_string_lossy());
    match outcome {
        Outcome::Lowered { functions: 1 } => format!("would write {output} (1 function lowered)\n"),
        Outcome::Lowered { functions } => format!("would write {output} ({functions} functions lowered)\n"),
        _ => format!("would copy to {output}\n"),
    }
}

/// A file's name on a line of its own.
pub fn line(path: &Path) -> String {
    printable(&path.to_string_lossy()) + "\n"
}
