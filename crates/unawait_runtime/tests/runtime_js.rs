//! Runs the helpers' own suite, `runtime-js/test/*.test.js`, so that `cargo test` is all there is to run.

use std::path::Path;
use std::process::Command;

#[test]
fn the_suite_of_runtime_js_passes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime-js");
    // Named one by one: what `node --test` makes of a folder or a pattern differs from one major version to the next.
    let mut files: Vec<_> = std::fs::read_dir(folder.join("test"))
        .expect("runtime-js/test is there")
        .map(|entry| entry.expect("runtime-js/test can be listed").path())
        .filter(|path| path.to_string_lossy().ends_with(".test.js"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no suite in runtime-js/test");

    let output = Command::new("node").arg("--test").args(&files).current_dir(&folder).output();
    let output = output.unwrap_or_else(|error| panic!("`node` cannot be run ({error}): install Node.js 18 or newer"));
    let report = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}{errors}", failures(&report));
}

/// The failures in a TAP report, or all of it where it is another kind of report.
fn failures(report: &str) -> String {
    let failed = |part: &&str| part.contains("\nnot ok ") && !part.contains(" # TODO ");
    let failures: Vec<&str> = report.split("# Subtest: ").filter(failed).collect();
    if failures.is_empty() { report.to_owned() } else { failures.join("\n") }
}
