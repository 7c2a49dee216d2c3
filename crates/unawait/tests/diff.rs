//! `--diff`.

mod common;

use common::{ASYNC, BROKEN, Folder, PLAIN, has, ran};

#[test]
fn nothing_when_nothing_changes() {
    assert_eq!(Folder::with(&[("a.js", PLAIN)]).run("--diff a.js").printed(), "");
}

#[test]
fn what_changes_and_what_is_around() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let diff = folder.run("--diff a.js").printed();
    assert!(diff.starts_with("--- a.js\n+++ a.js\n@@ -1,"), "{diff}");
    has(&diff, &["\n-async function f(x) {\n", "\n-  return await x;\n", "\n f(2).then(console.log);\n", "yield x"]);
    assert!(!diff.contains('\u{1b}'), "{diff}");
}

/// The diff says what the code says.
#[test]
fn added_lines_are_the_output() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let code = folder.run("a.js").printed();
    let diff = folder.run("--diff a.js").printed();
    let after = |signs: [char; 2]| -> String {
        let lines = diff.split_inclusive('\n').skip(3).filter(|line| line.starts_with(signs));
        lines.map(|line| &line[1..]).collect()
    };
    assert_eq!(after([' ', '+']), code);
    assert_eq!(after([' ', '-']), ASYNC);
}

#[test]
fn color_when_asked_for() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let diff = folder.run("--diff --color always a.js").printed();
    has(&diff, &["\u{1b}[31m-async function f(x) {\u{1b}[0m\n", "\u{1b}[32m+", "\u{1b}[36m@@ "]);
    let forced = ran(folder.command().args(["--diff", "a.js"]).env("CLICOLOR_FORCE", "1"), b"");
    assert_eq!(forced.printed(), diff);
    let never = ran(folder.command().args(["--diff", "--color=never", "a.js"]).env("CLICOLOR_FORCE", "1"), b"");
    assert!(!never.printed().contains('\u{1b}'));
}

/// Escape sequences in the program itself are code, not colour.
#[test]
fn the_program_is_not_stripped() {
    let source = "f('\u{1b}[31m', async () => {});\n";
    let diff = Folder::empty().pipe(source, "--diff").printed();
    has(&diff, &["-f('\u{1b}[31m', async () => {});\n"]);
}

#[test]
fn an_error_is_an_error() {
    Folder::with(&[("a.js", BROKEN)]).run("--diff a.js").complained(1);
}
