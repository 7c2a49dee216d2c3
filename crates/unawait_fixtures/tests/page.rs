//! Scripts of one page share one global scope: pairs of lowered ones, loaded into one realm, do what the native ones do.
//! Both orders, every combination of targets, a script beside itself, and beside other versions of the helpers.

use serde_json::{Value, json};
use std::path::Path;
use unawait_compiler::{Options, SourceType, Target, compile};
use unawait_fixtures::node;

const SCRIPTS: [(&str, &str); 13] = [
    ("arrows", include_str!("page_scripts/arrows.js")),
    ("async-generators", include_str!("page_scripts/async-generators.js")),
    ("classes", include_str!("page_scripts/classes.js")),
    ("declarations", include_str!("page_scripts/declarations.js")),
    ("delegation", include_str!("page_scripts/delegation.js")),
    ("errors", include_str!("page_scripts/errors.js")),
    ("for-await", include_str!("page_scripts/for-await.js")),
    ("generator-syntax", include_str!("page_scripts/generator-syntax.js")),
    ("generators", include_str!("page_scripts/generators.js")),
    ("lexical", include_str!("page_scripts/lexical.js")),
    ("order", include_str!("page_scripts/order.js")),
    ("redeclared", include_str!("page_scripts/redeclared.js")),
    ("sloppy", include_str!("page_scripts/sloppy.js")),
];

const TARGETS: [Target; 2] = [Target::Generators, Target::StateMachines];

/// A page may load a script twice, but not one that declares names with `let`.
const LOADS_ONCE: &str = "lexical";

/// `source` to each of `TARGETS`.
fn lowered(source: &str, source_type: SourceType) -> [String; 2] {
    TARGETS.map(|target| {
        let options = Options { target, source_type, ..Options::default() };
        compile(source, &options).unwrap_or_else(|errors| panic!("{source}: {errors:?}")).code
    })
}

/// A script, natively and lowered.
struct Script {
    name: &'static str,
    native: &'static str,
    /// To each of `TARGETS`.
    lowered: [String; 2],
    /// The same by another version, whose names have no tags where that is possible.
    by_other_version: [String; 2],
}

fn scripts() -> Vec<Script> {
    let script = |(name, native)| {
        let source_type = if name == LOADS_ONCE { SourceType::Script } else { SourceType::CommonJs };
        let by_other_version = lowered(native, source_type).map(|code| of_other_version(&code));
        Script { name, native, lowered: lowered(native, SourceType::Unknown), by_other_version }
    };
    SCRIPTS.into_iter().map(script).collect()
}

/// `code` with helpers of another version: what has a helper's name is another helper.
fn of_other_version(code: &str) -> String {
    const SWAPPED: [(&str, &str); 4] =
        [("__then", "__resolve"), ("__call", "__return"), ("__isObject", "__getMethod"), ("__machine", "__unwind")];
    SWAPPED.iter().fold(code.to_owned(), |code, (one, other)| {
        code.replace(one, "\u{1}").replace(other, one).replace('\u{1}', other)
    })
}

/// Runs the pages, and asserts that every one of them does the same natively and lowered.
#[track_caller]
fn check(pages: &[Value]) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pages.json");
    std::fs::write(&file, Value::from(pages).to_string()).expect("to write");
    let runner = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page.cjs");
    let output = node::command(folder.path()).arg(runner).arg(&file).output().expect("node");
    let printed = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(printed.trim_end(), format!("{} equal", pages.len()), "{errors}");
}

/// Every pair of scripts that can be on one page, in both orders.
fn pairs(scripts: &[Script]) -> impl Iterator<Item = [&Script; 2]> {
    let all = scripts.iter().flat_map(|first| scripts.iter().map(move |second| [first, second]));
    all.filter(|[first, second]| first.name != second.name || first.name != LOADS_ONCE)
}

#[test]
fn pairs_of_scripts_do_not_disturb_one_another() {
    let scripts = scripts();
    let mut pages = Vec::new();
    for [first, second] in pairs(&scripts) {
        for (to, then) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let name = format!("{} to {:?}, {} to {:?}", first.name, TARGETS[to], second.name, TARGETS[then]);
            let native = [first.native, second.native];
            let lowered = [&first.lowered[to], &second.lowered[then]];
            pages.push(json!({ "name": name, "native": native, "lowered": lowered }));
        }
    }
    assert!(pages.len() > 600, "{}", pages.len());
    check(&pages);
}

#[test]
fn other_versions_of_the_helpers_do_not_disturb_one_another() {
    let scripts = scripts();
    let mut pages = Vec::new();
    for [this, other] in pairs(&scripts).filter(|[this, _]| this.name != LOADS_ONCE) {
        for (index, target) in TARGETS.into_iter().enumerate() {
            let name =
                |order: &str| format!("{}, {} of another version, to {target:?}, {order}", this.name, other.name);
            let (mine, others) = (&this.lowered[index], &other.by_other_version[index]);
            let (one, two) = (this.native, other.native);
            pages.push(json!({ "name": name("last"), "native": [one, two], "lowered": [mine, others] }));
            pages.push(json!({ "name": name("first"), "native": [two, one], "lowered": [others, mine] }));
        }
    }
    check(&pages);
}
