//! Options from a file: `unawait.toml`, or `unawait` in a package.json.
//!
//! Keys are the long names of options. So a configuration is turned into arguments, which come before those of the
//! command line, and clap reads them all.

mod arguments;
mod entry;
mod find;
mod package_json;
mod parts;
mod print;
mod toml;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

pub use arguments::arguments;
pub use entry::{Entry, Value};
use find::Nearest;
pub use find::{OWN, PACKAGE};
pub use print::print;

use crate::args::Configuring;
use crate::exit::{Exit, Failure};
use crate::report::{self, Message};
use unawait_compiler::Diagnostic;

/// A configuration as it was read.
#[derive(Debug)]
pub struct Config {
    /// As the user would write it.
    pub file: PathBuf,
    /// The whole text of the file, for messages.
    pub text: String,
    /// What it says, in its order.
    pub entries: Vec<Entry>,
}

/// Options which come from a configuration.
#[derive(Debug, Default)]
pub struct FromConfig {
    /// The arguments which say the same.
    pub arguments: Vec<OsString>,
    /// By clap's names, which options they are, and the line that says so.
    pub lines: Vec<(String, usize)>,
    pub file: Option<PathBuf>,
    /// What holds for some files: their globs, and all arguments for them.
    pub overrides: Vec<(Vec<String>, Vec<OsString>)>,
    /// A nearer configuration, which was passed over since somebody else may have written it.
    pub distrusted: Option<PathBuf>,
}

impl FromConfig {
    /// The line that says what the option is which clap knows as `id`.
    pub fn line(&self, id: &str) -> Option<usize> {
        self.lines.iter().find(|(known, _)| known == id).map(|(_, line)| *line)
    }

    /// The directory that the configuration is about.
    pub fn directory(&self) -> Option<&Path> {
        self.file.as_deref().map(|file| file.parent().unwrap_or(Path::new("")))
    }
}

/// Why a configuration cannot be used.
#[derive(Debug)]
pub enum Problem {
    Failure(Failure),
    /// What is wrong at places of the file, ready to be said.
    Places(Vec<Message>),
}

impl Problem {
    /// Says what it is.
    pub fn tell(&self) -> Exit {
        match self {
            Problem::Failure(failure) => report::say(&report::failure(failure)),
            Problem::Places(messages) => report::say_all(messages),
        }
        Exit::Trouble
    }
}

impl Config {
    fn wrong(&self, diagnostics: &[Diagnostic]) -> Problem {
        Problem::Places(report::diagnostics(&self.file, &self.text, diagnostics))
    }

    /// The line of the byte at `offset`, from 1.
    fn line(&self, offset: usize) -> usize {
        1 + self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count()
    }
}

/// The options which `command` takes from a configuration, beside those of the command line, which are `given`.
///
/// # Errors
/// When the configuration cannot be read, or says what cannot be said.
pub fn options(command: &Command, given: &ArgMatches, configuring: &Configuring) -> Result<FromConfig, Problem> {
    if configuring.no_config {
        return Ok(FromConfig::default());
    }
    let Nearest { config, distrusted } = match &configuring.config {
        Some(file) => Nearest { config: Some(find::read(file)?), distrusted: None },
        None => find::nearest()?,
    };
    let found = config.map_or_else(|| Ok(FromConfig::default()), |config| arguments(command, given, &config))?;
    Ok(FromConfig { distrusted, ..found })
}

/// The directories in which a configuration may appear or change, if `file` is the one that was read: absolute.
pub fn places(file: Option<&Path>) -> Vec<PathBuf> {
    let working = std::env::current_dir().ok();
    let folder = file.and_then(|file| std::path::absolute(file).ok()?.parent().map(Path::to_owned));
    working.into_iter().chain(folder).collect()
}
