//! `--error-format`, `--deny-warnings` and `--explain`.

mod common;

use common::{BROKEN, Folder, has};
use serde_json::{Value, json};

/// Each line's object.
fn objects(stderr: &str) -> Vec<Value> {
    stderr.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

const WARNED: &str = "async function f() { return eval('1'); }\n";

#[test]
fn short_is_a_line_each() {
    let folder = Folder::with(&[("a.js", "async () => {\n  let a, a;\n  break;\n}\n")]);
    let stderr = folder.run("--error-format short a.js").complained_with(1);
    let lines: Vec<_> = stderr.lines().collect();
    assert_eq!(lines.len(), 2, "{stderr}");
    assert_eq!(lines[0], "a.js:2:10: error[redeclared]: Identifier 'a' has already been declared");
    assert!(lines[1].starts_with("a.js:3:3: error["), "{stderr}");
}

#[test]
fn json_is_an_object_a_line() {
    let folder = Folder::with(&[
        ("a.js", "async () => {\n  let \u{1f600}_, a;\n}\n"),
        ("b.js", "async () => {\n  let é, a, a;\n}\n"),
    ]);
    let found = objects(&folder.run("--error-format json b.js").complained_with(1));
    // `é` is two bytes, and one UTF-16 code unit.
    let place = |byte: usize, line: usize, column: usize| json!({ "byte": byte, "offset": byte - 1, "line": line, "column": column });
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0],
        json!({
            "file": "b.js", "severity": "error", "code": "redeclared",
            "message": "Identifier 'a' has already been declared", "help": null,
            "span": { "start": place(27, 2, 13), "end": place(28, 2, 14) },
            "labels": [{
                "message": "'a' is declared here",
                "span": { "start": place(24, 2, 10), "end": place(25, 2, 11) },
            }],
        })
    );
}

#[test]
fn json_tells_of_configurations_that_cannot_be_read() {
    let configured = Folder::with(&[("unawait.toml", "outdir = 1\n"), ("a.js", "a;\n")]);
    let found = objects(&configured.run("--error-format json a.js").complained_with(2));
    assert_eq!(found[0]["message"], "there is no option `outdir`");
    assert_eq!(found[0]["file"], "unawait.toml");
}

#[test]
fn json_tells_of_files_that_cannot_be_read() {
    let found = objects(&Folder::empty().run("--error-format=json no.js").complained_with(2));
    assert_eq!((&found[0]["severity"], &found[0]["code"]), (&json!("error"), &json!("failed")));
    assert!(found[0]["message"].as_str().unwrap().contains("`no.js`"));
    assert_eq!((&found[0]["file"], &found[0]["span"]), (&json!("no.js"), &Value::Null));
}

#[test]
fn json_holds_nothing_but_objects() {
    let folder = Folder::with(&[("src/a.js", BROKEN), ("src/b.js", WARNED), ("src/c.js", "async () => 1")]);
    let ran = folder.run("--error-format json src --out-dir out");
    assert_eq!(ran.status, Some(1), "{ran:?}");
    let severities: Vec<_> = objects(&ran.stderr).iter().map(|found| found["severity"].clone()).collect();
    assert_eq!(severities, ["error", "warning"]);
    assert!(folder.path("out/b.js").exists() && folder.path("out/c.js").exists());
}

#[test]
fn warnings_do_not_stop_anything() {
    let ran = Folder::with(&[("a.js", WARNED)]).run("a.js -o b.js");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(0), ""), "{ran:?}");
    has(&ran.stderr, &["warning[direct-eval]: ", " --> a.js:1:29\n", "= help: "]);
}

#[test]
fn denied_warnings_are_errors() {
    let folder = Folder::with(&[("a.js", WARNED), ("fine.js", "async () => 1")]);
    has(&folder.run("--deny-warnings a.js").complained(1), &["error[direct-eval]: "]);
    folder.run("--deny-warnings a.js -o b.js").complained(1);
    assert_eq!(folder.run("--deny-warnings a.js fine.js --out-dir out").status, Some(1));
    assert!(!folder.path("b.js").exists() && !folder.path("out/a.js").exists() && folder.path("out/fine.js").exists());
    folder.run("--deny-warnings fine.js").printed();
}

#[test]
fn tests_of_kind_are_told_where_nothing_is_lowered() {
    const TEST: &str = "module.exports = f => f.constructor.name === 'AsyncFunction';\n";
    let folder = Folder::with(&[
        ("src/a.js", "async () => 1"),
        ("src/is-async.js", TEST),
        ("src/is-async.ts", TEST),
        ("src/broken.js", "'AsyncFunction' ="),
    ]);
    for options in ["", "--to state-machines", "--cache-dir cache", "--cache-dir cache"] {
        let ran = folder.run(&format!("src --out-dir out --quiet --warnings all {options}"));
        assert_eq!(ran.status, Some(0), "{ran:?}");
        let told = ran.stderr.matches("warning[async-function-test]: ").count();
        assert!(told == 2 && ran.stderr.contains("is-async.js:1:23"), "{options}: {ran:?}");
        assert_eq!(folder.read("out/is-async.js"), TEST);
        assert_eq!(folder.read("out/broken.js"), "'AsyncFunction' =");
    }
    assert_eq!(
        folder.run("src --out-dir out --allow async-function-test").stderr.matches("async-function-test").count(),
        0
    );
}

#[test]
fn a_cache_knows_how_messages_were_written() {
    let folder = Folder::with(&[("src/a.js", WARNED)]);
    let run = |options: &str| folder.run(&format!("src --out-dir out --cache-dir cache --quiet {options}"));
    has(&run("").stderr, &["warning[direct-eval]: "]);
    has(&run("").stderr, &["warning[direct-eval]: "]);
    assert_eq!(objects(&run("--error-format json").stderr).len(), 1);
    assert_eq!(run("--deny-warnings").status, Some(1));
}

#[test]
fn codes_are_explained() {
    let folder = Folder::empty();
    assert!(folder.run("--explain direct-eval").printed().starts_with("direct-eval\n\n"));
    let all = folder.run("--explain").printed();
    has(&all, &["Errors:\n", "Warnings:\n", "  redeclared\n"]);
    assert!(all.lines().all(|line| line.len() <= 80), "{all}");
    has(&folder.run("--explain nothing").complained(2), &["no code `nothing`", "--explain"]);
}

#[test]
fn usage_is_checked() {
    let folder = Folder::empty();
    folder.run("--error-format xml a.js").complained(2);
    folder.run("--explain syntax a.js").complained(2);
}
