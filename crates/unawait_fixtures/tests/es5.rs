//! Fixtures that are of ES5, but for generators and async functions, lowered to state machines and run in every engine of
//! ES5 that is at hand. Which ones these are, their trees tell.

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use unawait_fixtures::case::Case;
use unawait_fixtures::es5::{check, engines, qualifies};
use unawait_fixtures::project_root;

/// Fewer would mean that the trees are not read any more.
const LEAST: usize = 40;

fn main() -> ExitCode {
    match trials() {
        Ok(trials) => libtest_mimic::run(&Arguments::from_args(), trials).exit_code(),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn trials() -> Result<Vec<Trial>, String> {
    let cases: Vec<Case> = Case::discover(&project_root().join("fixtures"))?.into_iter().filter(qualifies).collect();
    if cases.len() < LEAST {
        return Err(format!("only {} fixtures are of ES5", cases.len()));
    }
    let mut trials = Vec::new();
    for engine in engines()? {
        trials.extend(cases.iter().cloned().map(|case| {
            let name = format!("{} in {engine}", case.name);
            Trial::test(name, move || check(&case, engine).map_err(Failed::from))
        }));
    }
    Ok(trials)
}
