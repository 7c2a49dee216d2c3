//! Where configurations are looked for: from the working directory upwards, within the project.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use super::document::{Config, Problem};
use super::{package_json, toml};
use crate::bounded::{self, SETTINGS};
use crate::exit::Failure;
use crate::report::{quoted, reason};

pub const OWN: &str = "unawait.toml";
pub const PACKAGE: &str = "package.json";

/// What version control systems have at the top of a repository.
const REPOSITORY: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// What was found.
#[derive(Default)]
pub struct Nearest {
    pub config: Option<Config>,
    /// A configuration that is nearer, and that somebody else may have written.
    pub distrusted: Option<PathBuf>,
}

/// The configuration nearest to the working directory: there, or in a directory around it up to the project's root.
///
/// # Errors
/// When it cannot be read, or is malformed.
pub fn nearest() -> Result<Nearest, Problem> {
    let mut nearest = Nearest::default();
    let Ok(working) = std::env::current_dir() else { return Ok(nearest) };
    let root = root(&working);
    // The way up as the user would write it.
    let mut up = PathBuf::new();
    for folder in working.ancestors().take_while(|folder| folder.starts_with(&root)) {
        match in_folder(&up)? {
            Some(config) if folder != working && may_be_forged(folder, &config.file, &working) => {
                nearest.distrusted.get_or_insert(config.file);
            }
            Some(config) => return Ok(Nearest { config: Some(config), ..nearest }),
            None => {}
        }
        up.push("..");
    }
    Ok(nearest)
}

/// The configuration in `folder`.
fn in_folder(folder: &Path) -> Result<Option<Config>, Problem> {
    let own = folder.join(OWN);
    if let Some(text) = text(&own)? {
        return toml::config(own, text).map(Some);
    }
    let package = folder.join(PACKAGE);
    // What cannot be read or parsed and does not speak of us is not ours to complain about.
    match text(&package).unwrap_or_default().filter(|text| package_json::may_configure(text)) {
        Some(text) => package_json::config(package, text),
        None => Ok(None),
    }
}

/// The root of the project that `working` is in: the nearest directory with a repository, or with an unawait.toml that
/// says `root = true`; else the topmost one with a package.json; else `working` itself.
fn root(working: &Path) -> PathBuf {
    let mut root = working;
    for folder in working.ancestors() {
        let is_there = |name: &&str| folder.join(*name).symlink_metadata().is_ok();
        if REPOSITORY.iter().any(is_there) || toml::is_root(&folder.join(OWN)) {
            return folder.to_owned();
        }
        if folder.join(PACKAGE).is_file() {
            root = folder;
        }
    }
    root.to_owned()
}

/// Whether the configuration `file` in `folder` may be the work of somebody who has no say over `working`.
#[cfg(unix)]
fn may_be_forged(folder: &Path, file: &Path, working: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let ours = rustix::process::geteuid().as_raw();
    let owner = fs::metadata(working).map_or(ours, |metadata| metadata.uid());
    let is_safe = |metadata: Metadata| {
        let is_trusted = [0, ours, owner].contains(&metadata.uid());
        is_trusted && metadata.mode() & 0o002 == 0
    };
    !fs::metadata(folder).is_ok_and(is_safe) || !fs::metadata(file).is_ok_and(is_safe)
}

#[cfg(not(unix))]
fn may_be_forged(_: &Path, _: &Path, _: &Path) -> bool {
    false
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
    bounded::read_text(file, SETTINGS).map_err(|error| {
        Problem::Failure(Failure::trouble(format!("cannot read {}: {}", quoted(file), reason(&error))))
    })
}
