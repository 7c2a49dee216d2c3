//! A configuration's file, and what can be wrong with it.

use std::path::PathBuf;

use unawait_compiler::Diagnostic;

use super::entry::Entry;
use crate::exit::{Exit, Failure};
use crate::report::{self, Message};

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

/// Why a configuration cannot be used.
#[derive(Debug)]
pub enum Problem {
    Failure(Failure),
    /// The file has errors, and each message names its place.
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
    /// The problem that `diagnostics` are about places of the file.
    pub fn wrong(&self, diagnostics: &[Diagnostic]) -> Problem {
        Problem::Places(report::diagnostics(&self.file, &self.text, diagnostics))
    }

    /// The line of the byte at `offset`, from 1.
    pub fn line(&self, offset: usize) -> usize {
        1 + self.text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count()
    }
}
