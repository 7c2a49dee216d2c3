//! Where configurations are looked for.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{Config, Problem, package_json, toml};
use crate::exit::Failure;
use crate::report::{quoted, reason};

const OWN: &str = "unawait.toml";
const PACKAGE: &str = "package.json";

/// The configuration nearest to the working directory: there, or in a directory around it.
///
/// # Errors
/// When it cannot be read, or is malformed.
pub fn nearest() -> Result<Option<Config>, Problem> {
    let Ok(working) = std::env::current_dir() else { return Ok(None) };
    // The way up as the user would write it.
    let mut up = PathBuf::new();
    for _ in working.ancestors() {
        let own = up.join(OWN);
        if let Some(text) = text(&own)? {
            return toml::config(own, text).map(Some);
        }
        let package = up.join(PACKAGE);
        // What cannot be read or parsed and does not speak of us is not ours to complain about.
        if let Some(text) = text(&package).unwrap_or_default().filter(|text| package_json::may_configure(text))
            && let Some(config) = package_json::config(package, text)?
        {
            return Ok(Some(config));
        }
        up.push("..");
    }
    Ok(None)
}

/// The configuration in `file`.
///
/// # Errors
/// When it is not there, cannot be read, or is malformed.
pub fn read(file: &Path) -> Result<Config, Problem> {
    let missing = || Problem::Failure(Failure::trouble(format!("there is no file {}", quoted(file))));
    let text = text(file)?.ok_or_else(missing)?;
    if file.extension().is_none_or(|extension| extension != "json") {
        return toml::config(file.to_owned(), text);
    }
    package_json::config(file.to_owned(), text)?.ok_or_else(|| {
        let failure = Failure::trouble(format!("{} configures nothing", quoted(file)));
        Problem::Failure(failure.with_help("in a package.json, options are in an object called `unawait`"))
    })
}

/// The text of `file`. `None` if there is no such file.
fn text(file: &Path) -> Result<Option<String>, Problem> {
    let failed = |why: &str| Problem::Failure(Failure::trouble(format!("cannot read {}: {why}", quoted(file))));
    match fs::read(file) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| failed("it is not UTF-8")),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(failed(&reason(&error))),
    }
}
