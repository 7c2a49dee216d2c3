//! Every folder of `fixtures/` is a test for each target: see `unawait_fixtures::exec` for what it is held to.
//! `UPDATE=1 cargo test` rewrites what the cases expect.

use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Arc;
use unawait_compiler::Target;
use unawait_fixtures::case::Case;
use unawait_fixtures::exec::{Native, check_case};
use unawait_fixtures::known::KnownFailures;
use unawait_fixtures::target::TARGETS;
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
    let cases: Vec<(Case, Arc<Native>)> = cases.into_iter().map(|case| (case, Arc::default())).collect();
    let names: BTreeSet<&str> = cases.iter().map(|(case, _)| case.name.as_str()).collect();
    let mut trials = Vec::new();
    for (target, target_name) in TARGETS.iter().copied() {
        let list = format!("known-failures.{target_name}.txt");
        let known = KnownFailures::of(target_name)?;
        let stale = known.stale(&names).join(", ");
        if !stale.is_empty() {
            return Err(format!("{list} lists cases that do not exist: {stale}"));
        }
        let known: &'static KnownFailures = Box::leak(Box::new(known));
        let applicable = cases.iter().filter(|(case, _)| case.options.is_for(target));
        trials.extend(applicable.map(|(case, native)| trial(case, target, target_name, native, known)));
    }
    Ok(trials)
}

fn trial(case: &Case, target: Target, target_name: &str, native: &Arc<Native>, known: &'static KnownFailures) -> Trial {
    let name = format!("{} to {target_name}", case.name);
    let kind = if known.reason(&case.name).is_some() { "known failure" } else { "" };
    let (case, native) = (case.clone(), native.clone());
    let run = move || known.judge(&case.name, check_case(&case, target, &native, update())).map_err(Failed::from);
    Trial::test(name, run).with_kind(kind)
}
