//! Options that are wrong, and what is said about them.

mod common;

use common::{Folder, PLAIN, has};

/// Checks that `arguments` are wrong, and that the complaint has `parts`.
#[track_caller]
fn wrong(arguments: &str, parts: &[&str]) {
    has(&Folder::with(&[("a.js", PLAIN)]).run(arguments).complained(2), parts);
}

#[test]
fn unknown_options_and_values() {
    wrong("a.js --unknown", &["unexpected argument '--unknown'", "--help"]);
    wrong("a.js --to es5", &["invalid value 'es5'", "generators"]);
    wrong("a.js --source-type esm", &["invalid value 'esm'", "auto, module, commonjs, script"]);
    wrong("a.js --helpers inlined", &["invalid value 'inlined'", "inline, import, require, package, none"]);
    wrong("a.js --top-level-await drop", &["invalid value 'drop'", "keep, error"]);
    wrong("a.js --color pink", &["invalid value 'pink'", "auto, always, never"]);
    wrong("--completions tcsh", &["invalid value 'tcsh'", "bash"]);
    wrong("a.js -o", &["a value is required"]);
    wrong("a.js --promise=", &["--promise"]);
    wrong("a.js --helpers import --helpers-from=", &["--helpers-from"]);
}

#[test]
fn drivers_have_a_form() {
    for driver in ["bluebird", "co.wrap", "x#", "#x", "x#a-b"] {
        wrong(&format!("a.js --driver {driver}"), &["--driver", driver, "SPECIFIER"]);
    }
    wrong("a.js --driver bluebird", &["`co`, `bluebird.coroutine` or SPECIFIER#EXPORT"]);
}

#[test]
fn options_that_contradict_one_another() {
    wrong(
        "a.js --helpers-from x",
        &["`--helpers-from` needs `--helpers import`, `--helpers require` or `--helpers package`"],
    );
    wrong("a.js --helpers none --helpers-from x", &["`--helpers-from` needs"]);
    wrong("a.js --driver co --promise global", &["`--promise` cannot be used with `--driver`"]);
    wrong("a.js --helpers import --promise global", &["`--promise` cannot be used with `--helpers import`"]);
    wrong("a.js --stdin-filepath b.js", &["`--stdin-filepath`"]);
    wrong("a.js --diff -o b.js", &["'--diff' cannot be used with '--output <OUT>'"]);
    wrong("a.js --man", &["--man"]);
    wrong("a.js --in-place --out-dir b", &["'--in-place' cannot be used with '--out-dir <DIR>'"]);
    wrong("a.js --in-place -o b", &["'--in-place' cannot be used with '--output <OUT>'"]);
    wrong("a.js --diff --in-place", &["'--diff' cannot be used with '--in-place'"]);
    wrong("a.js --check --dry-run", &["cannot be used with"]);
    wrong("a.js --copy-files", &["--out-dir"]);
}

#[test]
fn several_programs_have_to_go_somewhere() {
    wrong("a.js b.js", &["several programs cannot share standard output: say --out-dir DIR, --in-place"]);
    wrong("a.js b.js -o out.js", &["`-o` takes one program, and several inputs are given: say --out-dir"]);
    wrong("a.js - --check", &["`-`, standard input, cannot be one of several inputs"]);
    wrong(".", &["`.` is a directory, whose programs cannot share standard output", "--out-dir DIR or --in-place"]);
    wrong("*.js", &["`*.js` is a glob", "--diff, --check, --list"]);
    wrong(". -o out.js", &["`-o` takes one program, and `.` is a directory", "--out-dir DIR"]);
    wrong("--in-place", &["standard input cannot be lowered `--in-place`"]);
    wrong("- --out-dir out", &["standard input has no place below `--out-dir`"]);
    wrong("--check", &["`--check` needs an INPUT"]);
    wrong("a.js --watch", &["`--watch` needs a place to write to: --out-dir, --in-place or -o"]);
    wrong("--watch -o out.js", &["`--watch` needs an INPUT"]);
    wrong("a.js --watch --out-dir out --dry-run", &["'--watch' cannot be used with '--dry-run'"]);
    wrong("a.js --dry-run", &["`--dry-run` needs to know"]);
}

#[test]
fn sound_options_are_accepted() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    for arguments in [
        "--to generators",
        "--source-type auto",
        "--source-type commonjs",
        "--helpers inline",
        "--helpers import",
        "--helpers import --helpers-from ./helpers.mjs",
        "--helpers require --helpers-from x",
        "--helpers none",
        "--promise intrinsic",
        "--promise global",
        "--promise bluebird",
        "--driver co",
        "--driver bluebird.coroutine --promise intrinsic",
        "--driver ./drive.js#run",
        "--top-level-await keep",
        "--top-level-await error",
        "--color always",
    ] {
        assert_eq!(folder.run(&format!("{arguments} a.js")).printed(), PLAIN, "{arguments}");
    }
}
