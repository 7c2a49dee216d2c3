//! For people: code frames.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DEFAULT_LINE_NUM_STYLE;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use unawait_compiler::{Diagnostic, Severity};

use crate::Failure;
use crate::frame::Frame;
use crate::position::Locator;
use crate::printable::visible;

/// How wide a frame gets, the line number included.
const WIDTH: usize = 140;

/// `diagnostics` about the program `source`, which is called `name`, each with its frame, styled for a terminal.
pub fn diagnostics(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    each(name, source, diagnostics).concat()
}

/// The same, one by one.
pub fn each(name: &str, source: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut locator = Locator::new(source);
    diagnostics.iter().map(|diagnostic| render(name, source, diagnostic, &mut locator) + "\n\n").collect()
}

/// The same without styles, for what is no terminal: the text of an exception, say.
pub fn plain(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    anstream::adapter::strip_str(&self::diagnostics(name, source, diagnostics)).to_string()
}

/// A failure with its help, styled for a terminal.
pub fn failure(failure: Failure<'_>) -> String {
    let title = Group::with_title(level(failure.severity).primary_title(failure.message));
    let help = failure.help.map(|help| Level::HELP.message(help));
    renderer().render(&[title.elements(help)]) + "\n\n"
}

/// One message: what is wrong, where, and the frame; and the same for every other place that has to do with it.
fn render(name: &str, source: &str, diagnostic: &Diagnostic, locator: &mut Locator<'_>) -> String {
    let level = level(diagnostic.severity);
    let (message, help) = (visible(&diagnostic.message), diagnostic.help.as_deref().map(visible));
    let title = Group::with_title(level.clone().primary_title(message.as_str()).id(diagnostic.code));
    let mut text = renderer().render(&[title]) + "\n";
    text += &place(name, source, &diagnostic.span, level, help.as_deref(), locator);
    for label in &diagnostic.labels {
        let message = visible(&label.message);
        let title = Group::with_title(Level::NOTE.primary_title(message.as_str()));
        text += &format!("\n{}\n", renderer().render(&[title]));
        text += &place(name, source, &label.span, Level::NOTE, None, &mut Locator::new(source));
    }
    text
}

/// A place with its frame. annotate-snippets cannot be given a column, and would count the one it prints within the
/// window that it is given.
fn place(
    name: &str,
    source: &str,
    span: &Range<usize>,
    level: Level<'_>,
    help: Option<&str>,
    locator: &mut Locator<'_>,
) -> String {
    let position = locator.position(span.start);
    let frame = Frame::new(source, span, &position);
    let digits = (frame.first_line + frame.text.lines().count().saturating_sub(1)).to_string().len();
    let (style, arrow) = (DEFAULT_LINE_NUM_STYLE, "-->");
    let mut text = String::new();
    let _ = writeln!(text, "{:digits$}{style}{arrow}{style:#} {name}:{}:{}", "", position.line, position.column);

    let snippet = Snippet::source(frame.text.as_str())
        .line_start(frame.first_line)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(frame.marked));
    let help = help.map(|help| Level::HELP.message(help));
    text + &renderer().render(&[Group::with_level(level).element(snippet).elements(help)])
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    }
}

fn renderer() -> Renderer {
    Renderer::styled().term_width(WIDTH).hyperlink(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str, needle: &str, help: Option<&str>) -> String {
        let start = source.find(needle).unwrap();
        let mut diagnostic = Diagnostic::error("syntax", "No", start..start + needle.len());
        diagnostic.help = help.map(str::to_owned);
        let text = render("x.js", source, &diagnostic, &mut Locator::new(source));
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn a_message_has_place_frame_and_help() {
        let expected = "\
error[syntax]: No
 --> x.js:2:5
  |
1 | a
2 | bcd @@ e
  |     ^^
3 | f
  |
  = help: go";
        assert_eq!(shown("a\nbcd @@ e\nf\n", "@@", Some("go")), expected);
    }

    #[test]
    fn the_gutter_fits_the_line_numbers() {
        let source = "\n".repeat(9) + "@\n;\n";
        let expected = "error[syntax]: No\n  --> x.js:10:1\n   |\n 8 |\n 9 |\n10 | @\n   | ^\n11 | ;\n   |";
        assert_eq!(shown(&source, "@", None), expected);
    }

    /// The line of the frame with the mark, and the display columns that it covers.
    fn mark(shown: &str) -> &str {
        shown.lines().find(|line| line.trim_start_matches(['|', ' ']).starts_with('^')).unwrap()
    }

    #[test]
    fn the_mark_is_below_what_it_marks() {
        assert_eq!(mark(&shown("\t\t@@", "@@", None)), "  |         ^^");
        assert_eq!(mark(&shown("'漢' @@", "@@", None)), "  |      ^^");
        assert_eq!(mark(&shown("'😀' @@", "@@", None)), "  |      ^^");
        assert_eq!(mark(&shown("'e\u{301}' @@", "@@", None)), "  |     ^^");
        assert_eq!(mark(&shown("\u{feff}@@", "@@", None)), "  | ^^");
        assert_eq!(mark(&shown("\u{1b}[31m @@", "@@", None)), "  |       ^^");
    }

    #[test]
    fn a_long_line_is_shown_in_part() {
        let long = "await x; ".repeat(1_000_000);
        let shown = shown(&format!("{long}@@ {long}"), "@@", None);
        assert!(shown.contains("x.js:1:9000001"), "{shown}");
        assert!(shown.lines().all(|line| line.len() <= WIDTH), "{shown}");
        let code = shown.lines().nth(3).unwrap();
        assert!(code.starts_with("1 | ...") && code.ends_with("..."), "{shown}");
        let at = code.find("@@").unwrap();
        assert_eq!(mark(&shown).find("^^"), Some(at), "{shown}");
    }

    #[test]
    fn other_places_have_frames_of_their_own() {
        let diagnostic = Diagnostic::error("redeclared", "Twice", 6..7).with_label(0..1, "the first one is here");
        let text = render("x.js", "a\nb\nc a", &diagnostic, &mut Locator::new("a\nb\nc a"));
        let expected = "\
error[redeclared]: Twice
 --> x.js:3:3
  |
1 | a
2 | b
3 | c a
  |   ^
note: the first one is here
 --> x.js:1:1
  |
1 | a
  | ^
2 | b
  |";
        let shown = anstream::adapter::strip_str(&text).to_string();
        assert_eq!(shown.replace("  |\nnote", "note").replace("  |   ^\n  |\n", "  |   ^\n"), expected);
    }
}
