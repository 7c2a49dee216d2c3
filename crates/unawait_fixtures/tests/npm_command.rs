//! npm lowered whole packs, installs, lists and fails as it does natively.

use std::sync::OnceLock;
use unawait_fixtures::npm_command::NpmCommand;

fn npm() -> Result<&'static NpmCommand, String> {
    static NPM: OnceLock<Result<NpmCommand, String>> = OnceLock::new();
    NPM.get_or_init(NpmCommand::lower).as_ref().map_err(Clone::clone)
}

#[test]
fn every_file_is_lowered_and_parses() -> Result<(), String> {
    npm()?.tree.verdict()
}

#[test]
fn it_does_what_the_native_one_does() -> Result<(), String> {
    npm()?.compare()
}
