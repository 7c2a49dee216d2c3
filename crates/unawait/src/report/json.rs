//! For programs: a JSON object a line. `--help` describes it.

use std::ops::Range;

use serde::Serialize;
use unawait_compiler::{Diagnostic, Label};

use super::severity;
use crate::exit::{Exit, Failure};
use crate::position::Locator;

/// One message. What is about no place in a program has neither `file` nor `span`.
#[derive(Serialize)]
struct Message<'a> {
    file: Option<&'a str>,
    severity: &'a str,
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    span: Option<Span>,
    labels: Vec<Labelled<'a>>,
}

/// Another place.
#[derive(Serialize)]
struct Labelled<'a> {
    message: &'a str,
    span: Span,
}

/// The bytes of a place; `end` is behind the last one.
#[derive(Serialize)]
struct Span {
    start: Place,
    end: Place,
}

#[derive(Serialize)]
struct Place {
    /// From 0, in the file as it is.
    byte: usize,
    /// From 1.
    line: usize,
    /// From 1, in UTF-16 code units.
    column: usize,
}

pub fn diagnostics(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    // Each of them goes through the text once, as starts and ends come in their own order.
    let (mut starts, mut ends) = (Locator::new(source), Locator::new(source));
    let line = |diagnostic: &Diagnostic| {
        let label = |label| labelled(source, label);
        line(&Message {
            file: Some(name),
            severity: severity(diagnostic.severity),
            code: diagnostic.code,
            message: &diagnostic.message,
            help: diagnostic.help.as_deref(),
            span: Some(span(&diagnostic.span, &mut starts, &mut ends)),
            labels: diagnostic.labels.iter().map(label).collect(),
        })
    };
    diagnostics.iter().map(line).collect()
}

pub fn failure(failure: &Failure) -> String {
    let code = if failure.exit == Exit::Refused { "refused" } else { "failed" };
    let (message, help) = (failure.message.as_str(), failure.help.as_deref());
    line(&Message { file: None, severity: "error", code, message, help, span: None, labels: Vec::new() })
}

fn labelled<'a>(source: &str, label: &'a Label) -> Labelled<'a> {
    let span = span(&label.span, &mut Locator::new(source), &mut Locator::new(source));
    Labelled { message: &label.message, span }
}

fn span(range: &Range<usize>, starts: &mut Locator<'_>, ends: &mut Locator<'_>) -> Span {
    let place = |byte, locator: &mut Locator<'_>| {
        let position = locator.position(byte);
        Place { byte, line: position.line, column: position.column }
    };
    Span { start: place(range.start, starts), end: place(range.end, ends) }
}

fn line(message: &Message<'_>) -> String {
    // Strings and numbers only: that cannot fail.
    serde_json::to_string(message).unwrap_or_default() + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_a_line() {
        let found = [Diagnostic::error("redeclared", "Twice", 8..9).with_help("no").with_label(0..1, "first")];
        let expected = concat!(
            r#"{"file":"x.js","severity":"error","code":"redeclared","message":"Twice","help":"no","#,
            r#""span":{"start":{"byte":8,"line":2,"column":4},"end":{"byte":9,"line":2,"column":5}},"#,
            r#""labels":[{"message":"first","span":{"start":{"byte":0,"line":1,"column":1},"#,
            r#""end":{"byte":1,"line":1,"column":2}}}]}"#,
            "\n"
        );
        assert_eq!(diagnostics("x.js", "a\n\u{1f600}b\u{a0}c", &found), expected);
        let failed =
            r#"{"file":null,"severity":"error","code":"failed","message":"no","help":null,"span":null,"labels":[]}"#;
        assert_eq!(failure(&Failure::trouble("no")), format!("{failed}\n"));
    }
}
