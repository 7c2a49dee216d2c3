//! Real packages from the registry, lowered file by file: every output parses, and programs that use them print
//! what they print natively. The list is `src/packages/package.json`, a program a package is beside it.

use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use unawait_fixtures::packages::{Packages, program_folder, programs};
use unawait_fixtures::{snapshot, update};

fn main() -> ExitCode {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut trials = vec![
        Trial::test("every file is lowered and parses", every_file),
        Trial::test("files that are not lowered yet are listed", not_yet),
    ];
    for name in programs {
        trials.push(Trial::test(format!("run {name}"), move || Ok(Packages::get()?.run(&name)?)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn every_file() -> Result<(), Failed> {
    let packages = Packages::get()?;
    eprintln!(
        "{} files lowered, {} functions in them; {} files not yet",
        packages.files,
        packages.functions,
        packages.not_yet.len()
    );
    if !packages.failures.is_empty() {
        return Err(format!("{} files:\n{}", packages.failures.len(), packages.failures.join("\n")).into());
    }
    if packages.files == 0 {
        return Err("nothing was lowered".into());
    }
    Ok(())
}

/// The list is committed, so that it is seen to shrink.
fn not_yet() -> Result<(), Failed> {
    let list: String = Packages::get()?.not_yet.iter().map(|path| format!("{path}\n")).collect();
    Ok(snapshot::compare_optional(&program_folder().join("not-yet.txt"), &list, update())?)
}
