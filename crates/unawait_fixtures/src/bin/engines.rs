//! Writes programs for other engines, a JSON object a line: natively and lowered to both targets. `.ci/engines` runs them.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::Parser;
use serde_json::json;
use unawait_compiler::{Features, Options, SourceType, Target, compile};
use unawait_fixtures::case::{Case, Kind};
use unawait_fixtures::{es5, project_root, random};

/// Writes programs for other engines.
#[derive(Debug, Parser)]
struct Arguments {
    /// How many random programs of today's language, and how many of ES5.
    #[arg(long, default_value_t = 200)]
    random: u64,
}

fn main() -> ExitCode {
    match write(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: &Arguments) -> Result<(), String> {
    for case in Case::discover(&project_root().join("fixtures"))? {
        let of_its_own = case.companions.is_empty() && case.options.node_args.is_empty();
        let by_default =
            case.options.helpers.is_none() && case.options.driver.is_none() && case.options.promise.is_none();
        if case.kind == Kind::Lowered && of_its_own && by_default && !case.input.ends_with(".mjs") {
            let source =
                fs::read_to_string(case.folder.join(Path::new(&case.input))).map_err(|error| error.to_string())?;
            print("fixture", &case.name, es5::qualifies(&case), &source);
        }
    }
    for seed in 0..arguments.random {
        print("random", &seed.to_string(), false, &random::pair(seed, Features::ALL)?.native);
        print("random", &format!("{seed} of ES5"), false, &random::es5_pair(seed, Target::StateMachines)?.native);
    }
    Ok(())
}

/// A program that is refused, as a script or at all, is left out: the tests say whether it may be.
fn print(kind: &str, name: &str, is_es5: bool, native: &str) {
    let lower = |target| {
        let options = Options { target, source_type: SourceType::Script, ..Options::default() };
        compile(native, &options).map(|output| output.code)
    };
    if let (Ok(generators), Ok(machines)) = (lower(Target::Generators), lower(Target::StateMachines)) {
        let outputs = json!({ "native": native, "generators": generators, "state-machines": machines });
        println!("{}", json!({ "kind": kind, "name": name, "isEs5": is_es5, "programs": outputs }));
    }
}
