//! Packages from the registry, pinned in lists, installed once into the target folder.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;
use walkdir::WalkDir;

/// A list of packages, each with its version.
#[derive(Clone, Copy, Debug)]
pub struct List {
    pub name: &'static str,
    pub manifest: &'static str,
    pub lock: &'static str,
}

/// Packages that the lowering is tried on.
pub const PACKAGES: List = List {
    name: "packages",
    manifest: include_str!("packages/package.json"),
    lock: include_str!("packages/package-lock.json"),
};

/// What reads source maps.
pub const CONSUMERS: List = List {
    name: "consumers",
    manifest: include_str!("source_maps/package.json"),
    lock: include_str!("source_maps/package-lock.json"),
};

/// What lowering is timed on.
pub const CORPUS: List = List {
    name: "corpus",
    manifest: include_str!("compare/corpus/package.json"),
    lock: include_str!("compare/corpus/package-lock.json"),
};

/// What else lowers async functions.
pub const PEERS: List = List {
    name: "peers",
    manifest: include_str!("compare/peers/package.json"),
    lock: include_str!("compare/peers/package-lock.json"),
};

/// What else makes state machines.
pub const STATE_MACHINES: List = List {
    name: "state-machines",
    manifest: include_str!("bench/peers/package.json"),
    lock: include_str!("bench/peers/package-lock.json"),
};

/// What takes the types of TypeScript away.
pub const COMPILERS: List = List {
    name: "typescript",
    manifest: include_str!("typescript/package.json"),
    lock: include_str!("typescript/package-lock.json"),
};

/// What knows the versions of ECMAScript.
pub const PARSER: List = List {
    name: "versions",
    manifest: include_str!("versions/package.json"),
    lock: include_str!("versions/package-lock.json"),
};

/// What the tests need; the other lists are for measuring.
pub const TEST_LISTS: [List; 5] = [PACKAGES, CONSUMERS, PROMISES, COMPILERS, PARSER];

/// Promises that are not the engine's.
pub const PROMISES: List = List {
    name: "promises",
    manifest: include_str!("promises/package.json"),
    lock: include_str!("promises/package-lock.json"),
};

impl List {
    /// The `node_modules` with every package of the list, installed if need be.
    ///
    /// # Errors
    /// When npm is missing or fails: without it nothing here can be checked, so that is no skip.
    pub fn installed(&self) -> Result<PathBuf, String> {
        self.install(&self.cache_folder())
    }

    /// Where the packages, and what is made of them, are kept between runs: in the target folder, by the list's content.
    pub fn cache_folder(&self) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        (self.manifest, self.lock).hash(&mut hasher);
        target_folder().join("tmp").join(format!("{}-{:016x}", self.name, hasher.finish()))
    }

    fn install(&self, folder: &Path) -> Result<PathBuf, String> {
        let node_modules = folder.join("native/node_modules");
        if node_modules.is_dir() {
            return Ok(node_modules);
        }
        let in_words = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(folder).map_err(in_words)?;
        // Installed elsewhere and moved: an interrupted installation is never taken for a whole one.
        let scratch = TempDir::new_in(folder).map_err(in_words)?;
        fs::write(scratch.path().join("package.json"), self.manifest).map_err(in_words)?;
        fs::write(scratch.path().join("package-lock.json"), self.lock).map_err(in_words)?;
        let output = Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"])
            // A registry that cannot be reached is told within seconds.
            .args(["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"])
            .current_dir(scratch.path())
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("cannot run `npm` ({error}): it comes with Node.js"))?;
        if !output.status.success() {
            let told = String::from_utf8_lossy(&output.stderr);
            return Err(format!("npm cannot install the packages `{}`:\n{told}", self.name));
        }
        match fs::rename(scratch.path(), folder.join("native")) {
            Err(error) if !node_modules.is_dir() => Err(in_words(error)),
            _ => Ok(node_modules),
        }
    }
}

/// The `node_modules` with every package that the lowering is tried on.
///
/// # Errors
/// As [`List::installed`].
pub fn installed() -> Result<PathBuf, String> {
    static INSTALLED: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    INSTALLED.get_or_init(|| PACKAGES.installed()).clone()
}

/// Where these, and what is made of them, are kept.
pub fn cache_folder() -> PathBuf {
    PACKAGES.cache_folder()
}

/// Cargo's target folder: the one that the running test or binary lies in.
fn target_folder() -> PathBuf {
    let executable = std::env::current_exe().unwrap_or_default();
    let target = executable.ancestors().find(|folder| folder.join("CACHEDIR.TAG").is_file());
    target.map_or_else(std::env::temp_dir, Path::to_owned)
}

/// Copies a folder with everything in it, following no links.
///
/// # Errors
/// When something in it cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> Result<(), String> {
    for entry in WalkDir::new(from) {
        let entry = entry.map_err(|error| error.to_string())?;
        let target = to.join(entry.path().strip_prefix(from).unwrap_or(entry.path()));
        let result = match entry.file_type() {
            kind if kind.is_dir() => fs::create_dir_all(&target),
            kind if kind.is_file() => fs::copy(entry.path(), &target).map(|_| ()),
            _ => Ok(()),
        };
        result.map_err(|error| format!("{}: {error}", target.display()))?;
    }
    Ok(())
}
