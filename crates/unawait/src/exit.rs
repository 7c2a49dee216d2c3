//! How the process ends, and the failures that are not about a place in the program.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The exit status: part of the command's interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The work was done.
    Done = 0,
    /// The input was read, and refused.
    Refused = 1,
    /// The command was called wrongly, or a file could not be read or written.
    Trouble = 2,
    /// Ctrl-C, or a signal like it, ended a run over a tree: 128 and the number of the signal, as shells have it.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Why nothing was done. What is wrong *at a place in the program* is a `Diagnostic` instead.
#[derive(Clone, Debug)]
pub struct Failure {
    /// How the process ends for it.
    pub exit: Exit,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What kind it is, for programs.
    pub code: &'static str,
    /// The file that it is about.
    pub file: Option<PathBuf>,
}

impl Failure {
    /// A failure of usage or IO.
    pub fn trouble(message: impl Into<String>) -> Failure {
        Failure { exit: Exit::Trouble, message: message.into(), help: None, code: "failed", file: None }
    }

    /// An input which is refused for what it holds.
    pub fn refused(message: impl Into<String>) -> Failure {
        Failure { exit: Exit::Refused, code: "refused", ..Failure::trouble(message) }
    }

    /// A command line that cannot be meant.
    pub fn usage(message: impl Into<String>) -> Failure {
        Failure { code: "usage", ..Failure::trouble(message) }
    }

    /// The same about `file`.
    pub fn about(mut self, file: &Path) -> Failure {
        self.file = Some(file.to_owned());
        self
    }

    /// The same with a way out.
    pub fn with_help(mut self, help: impl Into<String>) -> Failure {
        self.help = Some(help.into());
        self
    }
}
