//! What is said on standard error.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use annotate_snippets::renderer::DEFAULT_LINE_NUM_STYLE;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use unawait_compiler::{Diagnostic, Severity};

use crate::exit::Failure;
use crate::frame::Frame;
use crate::position::Locator;

/// How wide a frame gets, the line number included.
const WIDTH: usize = 140;

/// The text of `diagnostics` about the program `source`, which is called `name`, ready to [`say`].
pub fn diagnostics(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    let mut locator = Locator::new(source);
    diagnostics.iter().map(|diagnostic| render(name, source, diagnostic, &mut locator) + "\n\n").collect()
}

/// The text of `failure`, ready to [`say`].
pub fn failure(failure: &Failure) -> String {
    let title = Group::with_title(Level::ERROR.primary_title(failure.message.as_str()));
    let help = failure.help.as_deref().map(|help| Level::HELP.message(help));
    renderer().render(&[title.elements(help)]) + "\n\n"
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

/// One message in three parts: what is wrong, where, and the frame. annotate-snippets renders the first and the
/// last. It cannot be given a column, and would count the one it prints within the window that it is given.
fn render(name: &str, source: &str, diagnostic: &Diagnostic, locator: &mut Locator<'_>) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let position = locator.position(diagnostic.span.start);
    let frame = Frame::new(source, &diagnostic.span, &position);
    let digits = (frame.first_line + frame.text.lines().count().saturating_sub(1)).to_string().len();

    let title = Group::with_title(level.clone().primary_title(diagnostic.message.as_str()).id(diagnostic.code));
    let snippet = Snippet::source(frame.text.as_str())
        .line_start(frame.first_line)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(frame.marked));
    let help = diagnostic.help.as_deref().map(|help| Level::HELP.message(help));
    let snippet = Group::with_level(level).element(snippet).elements(help);

    let mut text = renderer().render(&[title]);
    let (style, arrow) = (DEFAULT_LINE_NUM_STYLE, "-->");
    let _ = writeln!(text, "\n{:digits$}{style}{arrow}{style:#} {name}:{}:{}", "", position.line, position.column);
    text + &renderer().render(&[snippet])
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
    fn names_cannot_speak_to_the_terminal() {
        assert_eq!(quoted(Path::new("a\u{1b}[31m\n.js")), "`a\\u{1b}[31m\\n.js`");
    }

    #[test]
    fn reasons_are_words() {
        assert_eq!(reason(&io::Error::from_raw_os_error(13)), "permission denied");
    }
}
