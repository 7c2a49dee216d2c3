//! What is said on standard error, in the form that `--error-format` asks for.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use unawait_compiler::{Diagnostic, Severity};
pub use unawait_report::printable;
use unawait_report::{Locator, human, json, short};

use crate::args::{ErrorFormat, LogLevel};
use crate::exit::Failure;

/// Something to say, as it will be said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// What kind of error or warning it is.
    pub code: String,
    pub is_warning: bool,
    /// `file:line:column`, for lists of places.
    pub place: String,
    /// In the form that is asked for, with its line break.
    pub text: String,
}

/// The format of all messages. It is global, as colour is, so that the places which report need not pass it on.
static FORMAT: OnceLock<ErrorFormat> = OnceLock::new();
static LEVEL: OnceLock<LogLevel> = OnceLock::new();

/// Makes `format` hold from here on.
pub fn settle(format: ErrorFormat) {
    // The first one counts: the command line's, which a configuration does not change.
    let _ = FORMAT.set(format);
}

/// Makes `level` hold from here on.
pub fn settle_level(level: LogLevel) {
    let _ = LEVEL.set(level);
}

/// The form of everything that is said.
pub fn format() -> ErrorFormat {
    FORMAT.get().copied().unwrap_or_default()
}

fn level() -> LogLevel {
    LEVEL.get().copied().unwrap_or(LogLevel::Info)
}

/// What is to be said of `diagnostics` about the program `source`, which is called `name`.
pub fn diagnostics(name: &Path, source: &str, diagnostics: &[Diagnostic]) -> Vec<Message> {
    let texts = match format() {
        ErrorFormat::Human => human::each(&shown(name), source, diagnostics),
        ErrorFormat::Short => short::each(&shown(name), source, diagnostics),
        ErrorFormat::Json => json::each(name, source, diagnostics),
    };
    let mut locator = Locator::new(source);
    let message = |(diagnostic, text): (&Diagnostic, String)| {
        let position = locator.position(diagnostic.span.start);
        Message {
            code: diagnostic.code.to_owned(),
            is_warning: diagnostic.severity == Severity::Warning,
            place: format!("{}:{}:{}", shown(name), position.line, position.column),
            text,
        }
    };
    diagnostics.iter().zip(texts).map(message).collect()
}

/// The text of `failure`, ready to [`say`].
pub fn failure(failure: &Failure) -> String {
    stated(failure, Severity::Error)
}

/// The text of something that is not as it should be, and hinders nothing.
pub fn caution(failure: &Failure) -> String {
    stated(failure, Severity::Warning)
}

fn stated(failure: &Failure, severity: Severity) -> String {
    let Failure { code, message, help, file, .. } = failure;
    let failure = unawait_report::Failure { code, message, help: help.as_deref(), severity, file: file.as_deref() };
    match format() {
        ErrorFormat::Human => human::failure(failure),
        ErrorFormat::Short => short::failure(failure),
        ErrorFormat::Json => json::failure(failure),
    }
}

/// What is neither an error nor a warning but good to know, ready to [`say`]. Nothing where a program reads it.
pub fn remark(text: &str) -> String {
    if format() == ErrorFormat::Json { String::new() } else { format!("{text}\n") }
}

/// Prints all of `messages` that the level lets through.
pub fn say_all(messages: &[Message]) {
    let is_said = |message: &&Message| !message.is_warning || level() >= LogLevel::Warn;
    say(&messages.iter().filter(is_said).map(|message| message.text.as_str()).collect::<String>());
}

/// Prints warnings, if the level lets them through.
pub fn warn(text: &str) {
    if level() >= LogLevel::Warn {
        say(text);
    }
}

/// Prints messages. Colour is taken out where none is wanted. Where standard error is gone there is nobody to tell.
pub fn say(messages: &str) {
    if level() > LogLevel::Silent {
        let _ = anstream::stderr().write_all(messages.as_bytes());
    }
}

/// A file's name, to be shown.
pub fn shown(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// A file's name inside a sentence.
pub fn quoted(path: &Path) -> String {
    format!("`{}`", shown(path))
}

/// The system's words for an error, without its number.
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    let text = text.split(" (os error ").next().unwrap_or_default();
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_words() {
        assert_eq!(reason(&io::Error::from_raw_os_error(13)), "permission denied");
    }
}
