//! `--diff`: what lowering changes, as a unified diff that `patch` can read.

use std::io;

use clap::builder::styling::{AnsiColor, Effects, Style};
use similar::{Algorithm, ChangeTag, capture_diff_slices, group_diff_ops, udiff::UnifiedHunkHeader};

use crate::color;

/// How many lines are shown around a change.
const CONTEXT: usize = 3;

const FILE: Style = Style::new().effects(Effects::BOLD);
const HUNK: Style = AnsiColor::Cyan.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const PLAIN: Style = Style::new();

/// The diff from `before` to `after`, both called `name`, with colour if standard output takes it.
pub fn of(name: &str, before: &str, after: &str) -> String {
    render(name, before, after, color::wanted_on(&io::stdout()))
}

/// The diff from `before` to `after`, both called `name`. Empty if they are the same.
fn render(name: &str, before: &str, after: &str, colored: bool) -> String {
    if before == after {
        return String::new();
    }
    // Not similar's own notion of lines, which end at a lone CR too: for `patch` they do not.
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    let changes = capture_diff_slices(Algorithm::Myers, &old, &new);

    let mut diff = Diff { text: String::new(), colored };
    diff.line(FILE, "--- ", name);
    diff.line(FILE, "+++ ", name);
    for hunk in group_diff_ops(changes, CONTEXT) {
        diff.line(HUNK, "", &UnifiedHunkHeader::new(&hunk).to_string());
        for change in hunk.iter().flat_map(|op| op.iter_changes(old.as_slice(), new.as_slice())) {
            match change.tag() {
                ChangeTag::Equal => diff.line(PLAIN, " ", change.value()),
                ChangeTag::Delete => diff.line(REMOVED, "-", change.value()),
                ChangeTag::Insert => diff.line(ADDED, "+", change.value()),
            }
            if !change.value().ends_with('\n') {
                diff.line(PLAIN, "", "\\ No newline at end of file");
            }
        }
    }
    diff.text
}

struct Diff {
    text: String,
    colored: bool,
}

impl Diff {
    /// Appends a line. The line break stays outside of the colour.
    fn line(&mut self, style: Style, sign: &str, line: &str) {
        let line = line.strip_suffix('\n').unwrap_or(line);
        // A CR is left where it is, before the line feed.
        let (line, end) = line.strip_suffix('\r').map_or((line, "\n"), |line| (line, "\r\n"));
        let style = if self.colored { style } else { PLAIN };
        self.text += &format!("{style}{sign}{line}{style:#}{end}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_for_nothing() {
        assert_eq!(render("x", "a\n", "a\n", true), "");
    }

    #[test]
    fn is_a_unified_diff() {
        let expected = "--- x\n+++ x\n@@ -1,5 +1,5 @@\n a\n-b\n+B\n c\n d\n e\n";
        assert_eq!(render("x", "a\nb\nc\nd\ne\nf\n", "a\nB\nc\nd\ne\nf\n", false), expected);
    }

    #[test]
    fn line_ends_are_kept() {
        let expected = "--- x\n+++ x\n@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\rc\n\\ No newline at end of file\n";
        assert_eq!(render("x", "a\r\nb\rc", "A\r\nb\rc", false), expected);
    }

    #[test]
    fn colour_is_only_colour() {
        let (before, after) = ("a\r\nb\n", "A\r\nb\n");
        let colored = render("x", before, after, true);
        assert!(colored.contains("\u{1b}[31m-a\u{1b}[0m\r\n\u{1b}[32m+A\u{1b}[0m\r\n b\n"), "{colored:?}");
    }

    #[test]
    fn a_changed_line_next_to_a_changed_line() {
        let expected = "--- x\n+++ x\n@@ -1,2 +1,3 @@\n-a\n-b\n+h\n+A\n+B\n";
        assert_eq!(render("x", "a\nb\n", "h\nA\nB\n", false), expected);
    }
}
