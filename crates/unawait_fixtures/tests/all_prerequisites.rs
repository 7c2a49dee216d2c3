//! The first program of this crate's tests installs the packages that the others need, and tells what is missing. It fails
//! nothing: the tests that need a missing thing fail by themselves, and Cargo goes on with the others.

use unawait_fixtures::npm::TEST_LISTS;
use unawait_fixtures::prerequisites::{node_version, npm_version};

fn main() {
    if let Err(problem) = prepare() {
        eprintln!("{problem}\nThe tests that need it fail; `cargo test --workspace --no-fail-fast` runs all others.");
    }
}

fn prepare() -> Result<(), String> {
    node_version()?;
    npm_version()?;
    TEST_LISTS.iter().try_for_each(|list| list.installed().map(drop))
}
