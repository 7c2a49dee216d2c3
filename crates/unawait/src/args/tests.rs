//! The command line as the rest of the command sees it.

use std::ffi::OsString;

use clap::ColorChoice;
use clap::error::ErrorKind;
use unawait_compiler::{Helpers, Options, PromisePolicy, SourceType, TopLevelAwait};

use super::Args;

fn read(line: &str) -> Result<Args, clap::Error> {
    let arguments: Vec<_> = line.split_whitespace().map(OsString::from).collect();
    Args::read(&arguments, ColorChoice::Never, false)
}

fn options(line: &str) -> Options {
    read(line).unwrap().lowering.options(SourceType::Unknown)
}

#[test]
fn clap_finds_the_definitions_consistent() {
    Args::described().debug_assert();
}

#[test]
fn no_options_are_the_librarys_defaults() {
    let (ours, defaults) = (options("unawait x.js"), Options::default());
    assert_eq!(format!("{ours:?}"), format!("{defaults:?}"));
}

#[test]
fn helpers_come_from_the_runtime_package_by_default() {
    let helpers = |line| options(line).helpers;
    assert_eq!(helpers("unawait --helpers import"), Helpers::Import("unawait-runtime".to_owned()));
    assert_eq!(helpers("unawait --helpers require"), Helpers::Require("unawait-runtime".to_owned()));
    let machines = "unawait --to state-machines --helpers require";
    assert_eq!(helpers(machines), Helpers::Require("unawait-runtime/es5".to_owned()));
    let theirs = "unawait --helpers import --helpers-from ./h.mjs";
    assert_eq!(helpers(theirs), Helpers::Import("./h.mjs".to_owned()));
    assert_eq!(helpers("unawait --helpers package"), Helpers::Package("unawait-runtime".to_owned()));
    assert_eq!(helpers("unawait --helpers none"), Helpers::None);
}

#[test]
fn the_rest_reaches_the_library() {
    assert_eq!(options("unawait --promise global").promise, PromisePolicy::Global);
    assert_eq!(options("unawait --promise bluebird").promise, PromisePolicy::Module("bluebird".to_owned()));
    assert_eq!(options("unawait --driver co").driver.unwrap().export, "wrap");
    assert_eq!(options("unawait --top-level-await error").top_level_await, TopLevelAwait::Error);
}

#[test]
fn contradictions_are_usage_errors() {
    for line in [
        "unawait --helpers-from y x.js",
        "unawait --helpers none --helpers-from y x.js",
        "unawait --driver co --promise global x.js",
        "unawait --stdin-filepath y.js x.js",
        "unawait --diff -o y.js x.js",
        "unawait --man x.js",
    ] {
        assert_eq!(read(line).unwrap_err().exit_code(), 2, "{line}");
    }
}

#[test]
fn said_twice_the_same_is_no_contradiction() {
    assert!(read("unawait --driver co --promise intrinsic x.js").is_ok());
    assert!(read("unawait --stdin-filepath y.js -").is_ok());
}

#[test]
fn a_terminal_is_not_waited_on_unless_asked_to() {
    let read = |line: &[&str]| {
        let arguments: Vec<_> = line.iter().map(OsString::from).collect();
        Args::read(&arguments, ColorChoice::Never, true)
    };
    assert_eq!(read(&["unawait"]).unwrap_err().kind(), ErrorKind::MissingRequiredArgument);
    assert!(read(&["unawait", "-"]).is_ok());
    assert!(read(&["unawait", "--man"]).is_ok());
}
