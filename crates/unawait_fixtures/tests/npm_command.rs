//! npm lowered whole packs, installs, lists and fails as it does natively, to either target.

use unawait_compiler::Target;
use unawait_fixtures::npm_command::NpmCommand;

fn does_what_the_native_one_does(target: Target) -> Result<(), String> {
    let npm = NpmCommand::lower(target)?;
    npm.tree.verdict()?;
    npm.compare()
}

#[test]
fn as_generators() -> Result<(), String> {
    does_what_the_native_one_does(Target::Generators)
}

#[test]
fn as_state_machines() -> Result<(), String> {
    does_what_the_native_one_does(Target::StateMachines)
}
