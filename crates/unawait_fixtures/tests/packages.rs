//! Real packages from the registry, lowered file by file to both targets: every output parses, and programs that use them print
//! what they print natively. The list is `src/packages/package.json`, a program a package is beside it.

use libtest_mimic::{Arguments, Failed, Trial};
use std::process::ExitCode;
use unawait_fixtures::packages::{Packages, programs};

fn main() -> ExitCode {
    let programs = match programs() {
        Ok(programs) => programs,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    };
    let mut trials = vec![Trial::test("every file is lowered and parses", every_file)];
    for name in programs {
        trials.push(Trial::test(format!("run {name}"), move || Ok(Packages::get()?.run(&name)?)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn every_file() -> Result<(), Failed> {
    Ok(Packages::get()?.verdict()?)
}
