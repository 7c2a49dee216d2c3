//! Real packages, lowered file by file: everything that npm installed, not only what is asked for by name.

use crate::tree::Tree;
use crate::{node, npm, source_type};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

/// The lowered packages, beside the native ones.
#[derive(Debug)]
pub struct Packages {
    pub native: PathBuf,
    pub lowered: PathBuf,
    pub tree: Tree,
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
        let lowered = npm::cache_folder().join("lowered");
        let tree = Tree::lower(&native, "node_modules", &lowered)?;
        Ok(Packages { native, lowered, tree })
    }

    /// Runs the program `name` beside the native packages and beside the lowered ones.
    ///
    /// # Errors
    /// When they print different things or the native one fails.
    pub fn run(&self, name: &str) -> Result<(), String> {
        let file = format!("{name}.mjs");
        let source = program_folder().join(&file);
        let mut runs = Vec::new();
        for root in [&self.native, &self.lowered] {
            fs::copy(&source, root.join(&file)).map_err(|error| format!("{file}: {error}"))?;
            let mut command = node::command(root);
            command.arg(&file);
            runs.push(node::run(command, Duration::from_secs(60))?);
        }
        let [native, lowered] = &runs[..] else { unreachable!("two roots, two runs") };
        if !native.success || native.stdout.is_empty() {
            return Err(format!("natively: {}\n{}{}", native.status, native.stdout, native.stderr));
        }
        if native.stdout != lowered.stdout || native.status != lowered.status {
            let diff = crate::snapshot::diff(&native.stdout, &lowered.stdout, "native", "lowered");
            return Err(format!("lowered: {}\n{diff}{}", lowered.status, lowered.stderr));
        }
        Ok(())
    }
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
