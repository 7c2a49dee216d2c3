//! One call: from a source and options in JSON to plain data.

use napi::{Error, Result, Status};
use napi_derive::napi;
use unawait_compiler::{Diagnostic, Severity, compile};
use unawait_options::TransformOptions;
use unawait_report::{human, json};

/// What came of a call.
#[napi(object)]
pub struct Outcome {
    /// The lowered text. `None` where it is the source itself, which the caller has already, or where errors refuse it.
    pub code: Option<String>,
    /// The source map as JSON, if one was asked for and something changed.
    pub map: Option<String>,
    /// How many functions were lowered.
    pub functions: u32,
    /// Errors or warnings in source order: a JSON array of `unawait_report`'s messages. `None` where there are none.
    pub messages: Option<String>,
    /// Whether the messages refuse the program.
    pub is_refused: bool,
    /// The messages as the command shows them, with code frames, if the program is refused.
    pub report: Option<String>,
}

/// Lowers `source` as the JSON object `options` says.
///
/// # Errors
/// When `options` are not of their form.
pub fn transform(source: &str, options: &str) -> Result<Outcome> {
    let invalid = |message: String| Error::new(Status::InvalidArg, message);
    let options = TransformOptions::from_json(options).map_err(invalid)?;
    let name = options.filename.as_deref().unwrap_or("<source>");
    let compiler_options = options.compiler_options().map_err(invalid)?;
    Ok(match compile(source, &compiler_options) {
        Ok(output) => Outcome {
            code: output.changed.then_some(output.code),
            map: output.map.map(|map| map.to_json()),
            functions: u32::try_from(output.functions).unwrap_or(u32::MAX),
            messages: messages(name, source, &output.warnings),
            is_refused: false,
            report: None,
        },
        Err(found) => Outcome {
            code: None,
            map: None,
            functions: 0,
            messages: messages(name, source, &found),
            is_refused: true,
            report: Some(report(name, source, &found)),
        },
    })
}

fn messages(name: &str, source: &str, found: &[Diagnostic]) -> Option<String> {
    if found.is_empty() {
        return None;
    }
    // Strings and numbers only: that cannot fail.
    serde_json::to_string(&json::messages(name, source, found)).ok()
}

/// Only the errors: a refused program has no output that its warnings could be about.
fn report(name: &str, source: &str, found: &[Diagnostic]) -> String {
    let errors: Vec<Diagnostic> = found.iter().filter(|one| one.severity == Severity::Error).cloned().collect();
    human::plain(name, source, &errors)
}
