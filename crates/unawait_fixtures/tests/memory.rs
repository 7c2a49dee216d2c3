//! Lowered functions keep nothing alive that the native ones let go of: each shape of `memory/shapes.js` says what became
//! of its object after a collection, natively and to both targets.

use std::time::Duration;

use unawait_compiler::{Options, SourceType, Target, compile};
use unawait_fixtures::node;

const SHAPES: &str = include_str!("memory/shapes.js");

/// What state machines keep, and why.
const KEPT: [(&str, &str); 1] = [(
    "error that a finally overrode",
    "a jump out of a finally clause forgets its completion when the clause runs again, or the function ends",
)];

/// For each shape, whether its object was collected.
fn collected(program: &str) -> Vec<(String, bool)> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("shapes.cjs"), program).unwrap();
    let mut command = node::command(folder.path());
    command.args(["--expose-gc", "shapes.cjs"]);
    let run = node::run(command, Duration::from_secs(120)).unwrap();
    assert!(run.success && run.stdout.ends_with("true\n"), "{}{}", run.stdout, run.stderr);
    let shapes: Vec<&str> = run.stdout.lines().filter(|line| *line != "true").collect();
    let answer = |line: &&str| {
        let (name, answer) = line.split_once(": ").unwrap();
        assert!(matches!(answer, "collected" | "retained"), "{line}");
        (name.to_owned(), answer == "collected")
    };
    shapes.iter().map(answer).collect()
}

fn check(target: Target, kept: &[(&str, &str)]) {
    let options = Options { target, source_type: SourceType::CommonJs, ..Options::default() };
    let lowered = collected(&compile(SHAPES, &options).unwrap().code);
    let native = collected(SHAPES);
    assert!(native.iter().filter(|(_, collected)| *collected).count() >= 35, "{native:?}");
    let retained = |((name, native), (_, lowered)): (&(String, bool), &(String, bool))| {
        (*native && !lowered).then(|| name.clone())
    };
    let retained: Vec<String> = native.iter().zip(&lowered).filter_map(retained).collect();
    assert_eq!(retained, kept.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>());
}

#[test]
fn generators_keep_nothing_alive() {
    check(Target::Generators, &[]);
}

#[test]
fn state_machines_keep_nothing_alive() {
    check(Target::StateMachines, &KEPT);
}
