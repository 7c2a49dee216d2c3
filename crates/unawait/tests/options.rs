//! That the options reach the library, and do there what they say.

mod common;

use common::{ASYNC, Folder, has};

fn lowered(arguments: &str) -> String {
    Folder::empty().pipe(ASYNC, arguments).printed()
}

#[test]
fn helpers_inline_is_the_default() {
    has(&lowered("--helpers inline"), &["function __awaiter"]);
    assert_eq!(lowered(""), lowered("--helpers inline --to generators --promise intrinsic --source-type auto"));
}

#[test]
fn helpers_from_a_module() {
    has(&lowered("--helpers import --source-type module"), &["import ", "unawait-runtime"]);
    has(&lowered("--helpers require --source-type commonjs"), &["require(", "unawait-runtime"]);
    has(&lowered("--helpers require --helpers-from ./helpers.cjs --source-type commonjs"), &["./helpers.cjs"]);
}

#[test]
fn helpers_that_are_there() {
    let lowered = lowered("--helpers none");
    assert!(!lowered.contains("function __awaiter") && lowered.contains("__awaiter("), "{lowered}");
}

#[test]
fn promise_policies_differ() {
    let (intrinsic, global) = (lowered("--promise intrinsic"), lowered("--promise global"));
    assert_ne!(intrinsic, global);
    has(&lowered("--promise bluebird --source-type commonjs"), &["bluebird"]);
}

#[test]
fn drivers_are_called() {
    has(&lowered("--driver co --source-type commonjs"), &["wrap"]);
    has(&lowered("--driver bluebird.coroutine --source-type commonjs"), &["bluebird", "coroutine"]);
    has(&lowered("--driver ./drive.js#run --source-type commonjs"), &["./drive.js", "run"]);
}

#[test]
fn top_level_await() {
    let folder = Folder::with(&[("a.mjs", "await 1;\n")]);
    assert_eq!(folder.run("a.mjs").printed(), "await 1;\n");
    assert_eq!(folder.run("--top-level-await keep a.mjs").printed(), "await 1;\n");
    has(&folder.run("--top-level-await error a.mjs").complained(1), &["a.mjs:1:1", "await 1;", "^^^^^"]);
}
