//! Options from a file: `unawait.toml`, or `unawait` in a package.json.
//!
//! Keys are the long names of options. So a configuration is turned into arguments, which come before those of the
//! command line, and clap reads them all.

mod arguments;
mod document;
mod entry;
mod find;
mod package_json;
mod parts;
mod print;
mod toml;

use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

pub use arguments::{FromConfig, arguments};
pub use document::Problem;
use find::Nearest;
pub use find::{OWN, PACKAGE};
pub use print::print;

use crate::args::Configuring;

/// The options which `command` takes from a configuration, beside those of the command line, which are `given`.
///
/// # Errors
/// When the configuration cannot be read, or says what cannot be said.
pub fn options(command: &Command, given: &ArgMatches, configuring: &Configuring) -> Result<FromConfig, Problem> {
    if configuring.no_config {
        return Ok(FromConfig::default());
    }
    let Nearest { config, distrusted } = match &configuring.config {
        Some(file) => Nearest { config: Some(find::read(file)?), distrusted: None },
        None => find::nearest()?,
    };
    let found = config.map_or_else(|| Ok(FromConfig::default()), |config| arguments(command, given, &config))?;
    Ok(FromConfig { distrusted, ..found })
}

/// The directories in which a configuration may appear or change, if `file` is the one that was read: absolute.
pub fn places(file: Option<&Path>) -> Vec<PathBuf> {
    let working = std::env::current_dir().ok();
    let folder = file.and_then(|file| std::path::absolute(file).ok()?.parent().map(Path::to_owned));
    working.into_iter().chain(folder).collect()
}
