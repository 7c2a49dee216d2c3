//! Source maps: every identifier of every fixture is found in its place, by the consumers that others use, and node shows
//! the source's places in stack traces.

use std::fs;
use std::path::Path;

use unawait_compiler::source_map::comment;
use unawait_compiler::{Options, SourceMapOptions, SourceType, Target, compile};
use unawait_fixtures::case::{Case, Kind};
use unawait_fixtures::source_maps::{Mapped, check};
use unawait_fixtures::{node, project_root};

#[test]
fn every_identifier_of_every_fixture_maps_to_itself() {
    let mut all = Vec::new();
    for case in Case::discover(&project_root().join("fixtures")).unwrap() {
        if case.kind == Kind::Lowered {
            let input = Path::new(&case.input);
            let source = fs::read_to_string(case.folder.join(input)).unwrap();
            let options = case.compiler_options(input, Target::Generators).unwrap();
            all.extend(Mapped::new(&case.name, &source, &options));
        }
    }
    assert!(all.len() > 500, "{} maps", all.len());
    check(&all).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn stack_traces_show_the_source() {
    let source = include_str!("../src/source_maps/stacks.cjs");
    let folder = tempfile::tempdir().unwrap();
    let run = |code: &str| {
        fs::write(folder.path().join("stacks.cjs"), code).unwrap();
        let mut command = node::command(folder.path());
        command.args(["--enable-source-maps", "stacks.cjs"]);
        let run = node::run(command, node::TIME_LIMIT).unwrap();
        assert!(run.success && run.stdout.lines().count() > 15, "{run:?}");
        run.stdout
    };
    let native = run(source);
    let output = mapped(source, Target::Generators, "stacks.cjs");
    assert_ne!(run(&output.0), native, "without the map, places are others");
    assert_eq!(run(&output.1), native);
    // A printed call has no place of its own where the result of a call is called.
    let told =
        |lines: String| lines.lines().filter(|line| !line.starts_with("called result")).collect::<Vec<_>>().join("\n");
    assert_eq!(told(run(&mapped(source, Target::StateMachines, "stacks.cjs").1)), told(native));
}

#[test]
fn stack_traces_of_machines_show_the_lines_of_the_source() {
    let source = include_str!("../src/source_maps/machines.cjs");
    let folder = tempfile::tempdir().unwrap();
    let run = |code: &str| {
        fs::write(folder.path().join("machines.cjs"), code).unwrap();
        let mut command = node::command(folder.path());
        command.args(["--enable-source-maps", "machines.cjs"]);
        let run = node::run(command, node::TIME_LIMIT).unwrap();
        assert!(run.success && run.stdout.lines().count() > 35, "{run:?}");
        run.stdout
    };
    let native = run(source);
    assert!(!native.contains("did not fail"), "{native}");
    assert_eq!(run(&mapped(source, Target::StateMachines, "machines.cjs").1), native);
}

/// The output of a program called `name`, without its map and with it.
fn mapped(source: &str, target: Target, name: &str) -> (String, String) {
    let map = SourceMapOptions { source: name.to_owned(), ..SourceMapOptions::default() };
    let options = Options { target, source_type: SourceType::CommonJs, source_map: Some(map), ..Options::default() };
    let output = compile(source, &options).unwrap();
    let mut with_map = output.code.clone();
    comment::add(&mut with_map, &output.map.unwrap().to_data_url());
    (output.code, with_map)
}
