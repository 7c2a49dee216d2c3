//! For programs: the messages as data, and as a JSON object a line. The command's `--help` describes the JSON.

use std::ops::Range;
use std::path::Path;

use serde::Serialize;
use unawait_compiler::{Diagnostic, Label};

use crate::position::Locator;
use crate::printable::is_command;
use crate::{Failure, severity};

/// One message. A message about no place in a program has neither `file` nor `span`.
#[derive(Clone, Debug, Serialize)]
pub struct Message<'a> {
    /// What the program is called.
    pub file: Option<&'a str>,
    /// The bytes of that name, if it is no Unicode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_bytes: Option<&'a [u8]>,
    /// `error` or `warning`.
    pub severity: &'a str,
    /// A short stable name in kebab case.
    pub code: &'a str,
    /// What is wrong, in one sentence without a full stop.
    pub message: &'a str,
    /// What to do about it.
    pub help: Option<&'a str>,
    /// The place that the message is about.
    pub span: Option<Span>,
    /// Other places that have to do with it.
    pub labels: Vec<Labelled<'a>>,
}

/// Another place, and what it has to do with the message.
#[derive(Clone, Debug, Serialize)]
pub struct Labelled<'a> {
    /// In a few words without a full stop.
    pub message: &'a str,
    /// The place.
    pub span: Span,
}

/// A stretch of the source; `end` is behind its last character.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Span {
    /// Where it begins.
    pub start: Place,
    /// Where the text behind it begins.
    pub end: Place,
}

/// A place in the source.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Place {
    /// From 0, in bytes of the file as it is.
    pub byte: usize,
    /// From 0, in UTF-16 code units: an index into a JavaScript string.
    pub offset: usize,
    /// From 1.
    pub line: usize,
    /// From 1, in UTF-16 code units.
    pub column: usize,
}

/// `diagnostics` about the program `source`, which is called `name`, as data.
pub fn messages<'a>(name: &'a str, source: &str, diagnostics: &'a [Diagnostic]) -> Vec<Message<'a>> {
    // Each of them goes through the text once, as starts and ends come in their own order.
    let (mut starts, mut ends) = (Locator::new(source), Locator::new(source));
    let message = |diagnostic: &'a Diagnostic| Message {
        file: Some(name),
        file_bytes: None,
        severity: severity(diagnostic.severity),
        code: diagnostic.code,
        message: &diagnostic.message,
        help: diagnostic.help.as_deref(),
        span: Some(span(&diagnostic.span, &mut starts, &mut ends)),
        labels: diagnostic.labels.iter().map(|label| labelled(source, label)).collect(),
    };
    diagnostics.iter().map(message).collect()
}

/// The same as text: a JSON object a line, for a program whose name may be no Unicode.
pub fn each(name: &Path, source: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let file_bytes = bytes(name);
    let with_bytes = |message| line(&Message { file_bytes, ..message });
    messages(&name.to_string_lossy(), source, diagnostics).into_iter().map(with_bytes).collect()
}

/// A failure, as a JSON object on a line.
pub fn failure(failure: Failure<'_>) -> String {
    let Failure { code, message, help, severity, file } = failure;
    line(&Message {
        file: file.map(Path::to_string_lossy).as_deref(),
        file_bytes: file.and_then(bytes),
        severity: crate::severity(severity),
        code,
        message,
        help,
        span: None,
        labels: Vec::new(),
    })
}

/// The bytes of `name`, if it is no Unicode.
fn bytes(name: &Path) -> Option<&[u8]> {
    name.to_str().is_none().then_some(name.as_os_str().as_encoded_bytes())
}

fn labelled<'a>(source: &str, label: &'a Label) -> Labelled<'a> {
    let span = span(&label.span, &mut Locator::new(source), &mut Locator::new(source));
    Labelled { message: &label.message, span }
}

fn span(range: &Range<usize>, starts: &mut Locator<'_>, ends: &mut Locator<'_>) -> Span {
    let place = |byte, locator: &mut Locator<'_>| {
        let position = locator.position(byte);
        Place { byte, offset: position.offset, line: position.line, column: position.column }
    };
    Span { start: place(range.start, starts), end: place(range.end, ends) }
}

fn line(message: &Message<'_>) -> String {
    // Strings and numbers only: that cannot fail. Escapes do not change the value of a string, and only strings hold
    // such characters.
    let json = serde_json::to_string(message).unwrap_or_default();
    let escaped = json.chars().fold(String::with_capacity(json.len() + 1), |mut escaped, character| {
        match is_command(character) {
            true => escaped += &format!("\\u{:04x}", u32::from(character)),
            false => escaped.push(character),
        }
        escaped
    });
    escaped + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_a_line() {
        let found = [Diagnostic::error("redeclared", "Twice", 8..9).with_help("no").with_label(0..1, "first")];
        let expected = concat!(
            r#"{"file":"x.js","severity":"error","code":"redeclared","message":"Twice","help":"no","#,
            r#""span":{"start":{"byte":8,"offset":5,"line":2,"column":4},"end":{"byte":9,"offset":6,"line":2,"column":5}},"#,
            r#""labels":[{"message":"first","span":{"start":{"byte":0,"offset":0,"line":1,"column":1},"#,
            r#""end":{"byte":1,"offset":1,"line":1,"column":2}}}]}"#,
            "\n"
        );
        assert_eq!(each(Path::new("x.js"), "a\n\u{1f600}b\u{a0}c", &found).concat(), expected);
        let failed =
            r#"{"file":null,"severity":"error","code":"failed","message":"no","help":null,"span":null,"labels":[]}"#;
        assert_eq!(failure(Failure::error("failed", "no")), format!("{failed}\n"));
    }

    #[test]
    fn names_are_real_and_commands_are_seen() {
        let about = |name: &Path| failure(Failure { file: Some(name), ..Failure::error("failed", "no") });
        let told = about(Path::new("a\u{202e}b\u{9b}\u{1b}.js"));
        assert!(told.starts_with(r#"{"file":"a\u202eb\u009b\u001b.js","severity":"error""#), "{told}");
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStrExt;
            let told = about(Path::new(std::ffi::OsStr::from_bytes(b"\xff.js")));
            assert!(told.contains(r#""file_bytes":[255,46,106,115],"#), "{told}");
        }
    }
}
