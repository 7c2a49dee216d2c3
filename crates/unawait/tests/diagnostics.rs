//! Errors in the program: where they are said to be, and how they are shown.

mod common;

use common::{BROKEN, Folder, has, ran};

#[test]
fn a_syntax_error_has_place_and_frame() {
    let folder = Folder::with(&[("a.js", BROKEN)]);
    let stderr = folder.run("a.js").complained(1);
    has(&stderr, &["error[", " --> a.js:2:9\n", "1 | let ok = 1;\n", "2 | let x = ), async;\n", "  |         ^"]);
    has(&folder.pipe(BROKEN, "").complained(1), &[" --> <stdin>:2:9\n"]);
    has(&folder.pipe(BROKEN, "--stdin-filepath src/b.js").complained(1), &[" --> src/b.js:2:9\n"]);
}

/// `)` begins no expression, so that any parser finds it where it is. `async` keeps the file from being
/// taken for one with nothing to lower.
#[track_caller]
fn located(source: &str, line: usize, column: usize, frame: &[&str]) {
    let stderr = Folder::with(&[("a.js", source)]).run("a.js").complained(1);
    has(&stderr, &[&format!(" --> a.js:{line}:{column}\n")]);
    has(&stderr, frame);
}

#[test]
fn columns_with_tabs() {
    located("async () => {\n\t\tx = );\n}", 2, 7, &["2 |         x = );\n", "  |             ^"]);
}

#[test]
fn lines_with_carriage_returns() {
    located("async () => {\r\n\r\n  x = );\r\n}\r\n", 3, 7, &["3 |   x = );\n", "  |       ^"]);
    located("async () => {\r\rx = );\r}", 3, 5, &["3 | x = );\n"]);
}

#[test]
fn columns_after_a_byte_order_mark() {
    located("\u{feff}async );", 1, 7, &["1 | async );\n", "  |       ^"]);
}

#[test]
fn columns_after_characters_beyond_the_basic_plane() {
    located("async () => ['\u{1f600}', )];", 1, 20, &["1 | async () => ['\u{1f600}', )];\n"]);
}

#[test]
fn the_end_of_the_file() {
    let stderr = Folder::with(&[("a.js", "async () => {\n")]).run("a.js").complained(1);
    has(&stderr, &[" --> a.js:", "1 | async () => {\n"]);
}

#[test]
fn a_huge_line_is_not_printed() {
    let long = "await1;".repeat(200_000);
    let stderr = Folder::empty().pipe(format!("{long});{long}async"), "").complained(1);
    has(&stderr, &[" --> <stdin>:1:1400001\n", "1 | ...", "^"]);
    assert!(stderr.len() < 2_000, "{}", stderr.len());
}

#[test]
fn a_name_cannot_speak_to_the_terminal() {
    let folder = Folder::empty();
    let ran = ran(folder.command().arg("\u{1b}[31m.js"), b"");
    has(&ran.complained(2), &["`\\u{1b}[31m.js`"]);
}

#[test]
fn color_in_messages() {
    let folder = Folder::with(&[("a.js", BROKEN)]);
    for arguments in ["--color always a.js", "--color always no.js", "--color always --unknown"] {
        assert!(folder.run(arguments).stderr.contains("\u{1b}["), "{arguments}");
    }
    let forced = ran(folder.command().arg("a.js").env("CLICOLOR_FORCE", "1"), b"");
    assert!(forced.stderr.contains("\u{1b}["), "{forced:?}");
    let both = ran(folder.command().arg("a.js").env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1"), b"");
    both.complained(1);
}

#[test]
fn a_closed_standard_error_is_no_disaster() {
    let folder = Folder::with(&[("a.js", BROKEN)]);
    let mut child = folder.command().arg("a.js").spawn().unwrap();
    drop(child.stderr.take());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}
