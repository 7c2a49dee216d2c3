//! How diagnostics are shown. The command, the npm addon and the browser build all render through this crate, so that a
//! message looks the same wherever it is read.
//!
//! The core counts in bytes; this crate counts as the readers do: lines from 1, columns and offsets in UTF-16 code units.
#![warn(missing_docs)]

mod frame;
pub mod human;
pub mod json;
mod position;
mod printable;
pub mod short;

use std::path::Path;

use unawait_compiler::Severity;

pub use position::{Locator, Position};
pub use printable::{is_command, is_formatting, printable, visible};

/// A message about no place in a program, such as a file that cannot be read.
#[derive(Clone, Copy, Debug)]
pub struct Failure<'a> {
    /// A short stable name in kebab case; only the JSON form shows it.
    pub code: &'a str,
    /// What is wrong, in one sentence without a full stop.
    pub message: &'a str,
    /// What to do about it.
    pub help: Option<&'a str>,
    /// Whether it is an error, or a warning.
    pub severity: Severity,
    /// The file that it is about.
    pub file: Option<&'a Path>,
}

impl<'a> Failure<'a> {
    /// An error about no file.
    pub fn error(code: &'a str, message: &'a str) -> Failure<'a> {
        Failure { code, message, help: None, severity: Severity::Error, file: None }
    }
}

/// The name of a severity in every form: `error` or `warning`.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
