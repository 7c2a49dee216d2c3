//! The command line: every option, what it means, and which of them contradict one another. A file is a group of
//! options that are about one thing, and knows their contradictions.

mod about;
mod lowering;
mod messages;
#[cfg(test)]
mod tests;
mod values;

use std::path::PathBuf;

use clap::builder::Styles;
use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, ValueHint};

pub use about::About;
pub use lowering::{Lowering, SourceTypeChoice};
pub use messages::Messages;

use crate::manual;

/// Take `await` out of JavaScript
///
/// Async functions become generators which a small helper drives, and nothing else changes: code
/// that is not an async function keeps its bytes, and line N of the output is line N of the input.
#[derive(Debug, Parser)]
#[command(name = "unawait", version, max_term_width = 100)]
pub struct Args {
    /// The program to lower; `-`, or nothing before a pipe, is standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,

    /// Write to OUT instead of standard output
    ///
    /// OUT changes in one step, by renaming a finished file beside it, and only when all went well; it may be
    /// the input itself. An existing file keeps its permissions, a symbolic link stays a link. `-` is standard
    /// output.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// The name of the program that comes through standard input
    ///
    /// For messages, and for --source-type auto, which looks at the extension and for a package.json. The file
    /// need not exist.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub stdin_filepath: Option<PathBuf>,

    #[command(flatten)]
    pub lowering: Lowering,

    /// Print what lowering changes, as a unified diff, instead of the code
    #[arg(long, conflicts_with = "output")]
    pub diff: bool,

    #[command(flatten)]
    pub messages: Messages,

    #[command(flatten)]
    pub about: About,
}

/// Options that cannot be meant together, and what is said about them.
pub type Contradiction = (ErrorKind, &'static str);

impl Args {
    /// The command as clap knows it, with the examples in its help.
    pub fn described() -> clap::Command {
        Args::command()
            .after_help("The long help, --help, has examples.")
            .after_long_help(manual::after_long_help(&Styles::styled()))
    }

    /// Reads the arguments, the command's name first.
    ///
    /// # Errors
    /// clap's error for wrong or contradicting arguments, which is also how it hands over help and version.
    pub fn read(
        arguments: &[std::ffi::OsString],
        color: ColorChoice,
        stdin_is_terminal: bool,
    ) -> Result<Args, clap::Error> {
        let mut command = Args::described().color(color);
        let args = Args::from_arg_matches(&command.try_get_matches_from_mut(arguments)?)?;
        match args.contradiction(stdin_is_terminal) {
            Some((kind, message)) => Err(command.error(kind, message)),
            None => Ok(args),
        }
    }

    /// What clap's own rules do not see.
    fn contradiction(&self, stdin_is_terminal: bool) -> Option<Contradiction> {
        if self.about.is_asked() {
            return None;
        }
        self.lowering.contradiction().or_else(|| self.contradicting_input(stdin_is_terminal))
    }

    fn contradicting_input(&self, stdin_is_terminal: bool) -> Option<Contradiction> {
        if self.stdin_filepath.is_some() && !self.reads_stdin() {
            let message = "`--stdin-filepath` names what comes through standard input, and a FILE is given";
            return Some((ErrorKind::ArgumentConflict, message));
        }
        if self.file.is_none() && stdin_is_terminal {
            let message = "nothing to read: give a FILE, pipe a program in, or write `-` to type one";
            return Some((ErrorKind::MissingRequiredArgument, message));
        }
        None
    }

    /// Whether the program comes through standard input.
    pub fn reads_stdin(&self) -> bool {
        self.file.as_ref().is_none_or(|file| file.as_os_str() == "-")
    }
}
