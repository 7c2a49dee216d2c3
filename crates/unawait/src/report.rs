//! What is said on standard error, in the form that `--error-format` asks for.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::OnceLock;

use unawait_compiler::Diagnostic;
use unawait_report::{human, json, short};

use crate::args::ErrorFormat;
use crate::exit::{Exit, Failure};

/// The form of everything that is said. As with colour, whoever has something to say need not know it.
static FORMAT: OnceLock<ErrorFormat> = OnceLock::new();

/// Makes `format` hold from here on.
pub fn settle(format: ErrorFormat) {
    // The first one counts: the command line's, which a configuration does not change.
    let _ = FORMAT.set(format);
}

fn format() -> ErrorFormat {
    FORMAT.get().copied().unwrap_or_default()
}

/// The text of `diagnostics` about the program `source`, which is called `name`, ready to [`say`].
pub fn diagnostics(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    match format() {
        ErrorFormat::Human => human::diagnostics(name, source, diagnostics),
        ErrorFormat::Short => short::diagnostics(name, source, diagnostics),
        ErrorFormat::Json => json::diagnostics(name, source, diagnostics),
    }
}

/// The text of `failure`, ready to [`say`].
pub fn failure(failure: &Failure) -> String {
    let code = if failure.exit == Exit::Refused { "refused" } else { "failed" };
    let failure = unawait_report::Failure { code, message: &failure.message, help: failure.help.as_deref() };
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

/// Prints messages. Colour is taken out where none is wanted. Where standard error is gone there is nobody to tell.
pub fn say(messages: &str) {
    let _ = anstream::stderr().write_all(messages.as_bytes());
}

/// `text` without what a terminal might obey: file names are anybody's.
pub fn printable(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut printable, character| {
        match character.is_control() {
            true => printable.extend(character.escape_default()),
            false => printable.push(character),
        }
        printable
    })
}

/// A file's name inside a sentence.
pub fn quoted(path: &Path) -> String {
    format!("`{}`", printable(&path.to_string_lossy()))
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
    fn names_cannot_speak_to_the_terminal() {
        assert_eq!(quoted(Path::new("a\u{1b}[31m\n.js")), "`a\\u{1b}[31m\\n.js`");
    }

    #[test]
    fn reasons_are_words() {
        assert_eq!(reason(&io::Error::from_raw_os_error(13)), "permission denied");
    }
}
