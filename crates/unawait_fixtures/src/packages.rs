//! Real packages, lowered file by file: everything that npm installed, not only what is asked for by name.

use crate::node::{self, Run};
use crate::target::TARGETS;
use crate::tree::Tree;
use crate::{npm, source_type};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

/// The native packages and, beside them, the lowered ones.
#[derive(Debug)]
pub struct Packages {
    native: PathBuf,
    lowered: Vec<(&'static str, PathBuf, Tree)>,
}

impl Packages {
    /// Installs and lowers the packages, once in a process.
    ///
    /// # Errors
    /// When they cannot be installed or written.
    pub fn get() -> Result<&'static Packages, String> {
        static PACKAGES: OnceLock<Result<Packages, String>> = OnceLock::new();
        PACKAGES.get_or_init(Packages::prepare).as_ref().map_err(Clone::clone)
    }

    fn prepare() -> Result<Packages, String> {
        let native = npm::installed()?.parent().map(Path::to_owned).unwrap_or_default();
        let mut lowered = Vec::new();
        for &(target, name) in TARGETS {
            let root = npm::cache_folder().join(name);
            let tree = Tree::lower(&native, "node_modules", target, &root)?;
            lowered.push((name, root, tree));
        }
        Ok(Packages { native, lowered })
    }

    /// Says how much was lowered.
    ///
    /// # Errors
    /// When a file failed in any target.
    pub fn verdict(&self) -> Result<(), String> {
        self.lowered.iter().try_for_each(|(name, _, tree)| tree.verdict().map_err(|why| format!("to {name}: {why}")))
    }

    /// Runs the program `name` beside the native packages and beside the lowered ones.
    ///
    /// # Errors
    /// When they print different things or the native one fails.
    pub fn run(&self, name: &str) -> Result<(), String> {
        let native = run_beside(&self.native, name)?;
        if !native.success || native.stdout.is_empty() {
            return Err(format!("natively: {}\n{}{}", native.status, native.stdout, native.stderr));
        }
        for (target, root, _) in &self.lowered {
            let lowered = run_beside(root, name)?;
            if native.stdout != lowered.stdout || native.status != lowered.status {
                let diff = crate::snapshot::diff(&native.stdout, &lowered.stdout, "native", "lowered");
                return Err(format!("to {target}: {}\n{diff}{}", lowered.status, lowered.stderr));
            }
        }
        Ok(())
    }
}

fn run_beside(root: &Path, name: &str) -> Result<Run, String> {
    let file = format!("{name}.mjs");
    fs::copy(program_folder().join(&file), root.join(&file)).map_err(|error| format!("{file}: {error}"))?;
    let mut command = node::command(root);
    command.arg(&file);
    node::run(command, Duration::from_secs(60))
}

/// The folder of the programs that use the packages, one a package.
pub fn program_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packages")
}

/// The names of these programs.
///
/// # Errors
/// When their folder cannot be read.
pub fn programs() -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(program_folder()).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if source_type::extension(&path) == "mjs" {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}
