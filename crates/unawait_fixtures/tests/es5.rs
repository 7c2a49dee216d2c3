//! Fixtures that are of ES5, but for generators and async functions, lowered to state machines and run in an engine of
//! ES5. Their syntax trees tell which ones these are.

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};
use unawait_fixtures::case::Case;
use unawait_fixtures::es5::{check, qualifies};
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
    let trial = |case: Case| Trial::test(case.name.clone(), move || check(&case).map_err(Failed::from));
    Ok(cases.into_iter().map(trial).collect())
}
