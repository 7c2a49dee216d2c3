//! The programs that the tests run: Node.js, and npm, which comes with it.
//!
//! The build script includes this file, so that a missing program is told when the build begins. It therefore uses nothing
//! else of this crate.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node.js that runs the fixtures.
pub const OLDEST_NODE: u32 = 20;

/// The node to use: `$NODE`, else `node` on the path.
pub fn node() -> PathBuf {
    std::env::var_os("NODE").map_or_else(|| PathBuf::from("node"), PathBuf::from)
}

/// The major version of [`node`].
///
/// # Errors
/// When there is no node, or one that is too old.
pub fn node_version() -> Result<u32, String> {
    let node = node();
    let version = version(&node)
        .map_err(|error| format!("{error}: install Node.js {OLDEST_NODE} or newer, or name it in $NODE"))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    match major {
        Some(major) if major >= OLDEST_NODE => Ok(major),
        _ => Err(format!("`{}` is Node.js {version}: the tests need {OLDEST_NODE} or newer", node.display())),
    }
}

/// The version of npm.
///
/// # Errors
/// When there is no npm.
pub fn npm_version() -> Result<String, String> {
    version(Path::new("npm")).map_err(|error| format!("{error}: it comes with Node.js, or in a package of its own"))
}

fn version(program: &Path) -> Result<String, String> {
    let output = Command::new(program).arg("--version").output();
    let output = output.map_err(|error| format!("cannot run `{}` ({error})", program.display()))?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    if output.status.success() { Ok(version) } else { Err(format!("`{} --version` fails", program.display())) }
}
