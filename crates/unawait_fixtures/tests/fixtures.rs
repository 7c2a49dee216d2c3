//! Every folder of `fixtures/` is a test: see `unawait_fixtures::exec` for what it is held to.
//! `UPDATE=1 cargo test` rewrites what the cases expect.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use unawait_fixtures::case::Case;
use unawait_fixtures::exec::check_case;
use unawait_fixtures::known::KnownFailures;
use unawait_fixtures::{node, project_root, update};

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
    node::major_version()?;
    let cases = Case::discover(&project_root().join("fixtures"))?;
    let known = KnownFailures::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("known-failures.txt"))?;
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    let stale = known.stale(&names).join(", ");
    if !stale.is_empty() {
        return Err(format!("known-failures.txt lists cases that do not exist: {stale}"));
    }
    let known: &'static KnownFailures = Box::leak(Box::new(known));
    Ok(cases.into_iter().map(|case| trial(case, known)).collect())
}

fn trial(case: Case, known: &'static KnownFailures) -> Trial {
    let name = case.name.clone();
    let kind = if known.reason(&name).is_some() { "known failure" } else { "" };
    let run = move || known.judge(&case.name, check_case(&case, update())).map_err(Failed::from);
    Trial::test(name, run).with_kind(kind)
}
