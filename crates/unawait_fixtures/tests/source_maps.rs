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
    let map = SourceMapOptions { source: "stacks.cjs".to_owned(), ..SourceMapOptions::default() };
    let options = Options { source_type: SourceType::CommonJs, source_map: Some(map), ..Options::default() };
    let mut output = compile(source, &options).unwrap();
    assert_ne!(run(&output.code), native, "without the map, places are others");
    comment::add(&mut output.code, &output.map.unwrap().to_data_url());
    assert_eq!(run(&output.code), native);
}
