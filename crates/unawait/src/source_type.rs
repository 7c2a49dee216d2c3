//! `--source-type auto`: how Node would read a file of this name in this place.
//!
//! <https://nodejs.org/api/packages.html#determining-module-system>

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde_json::Value;
use unawait_compiler::SourceType;

use crate::args::SourceTypeChoice;
use crate::bounded::{self, SETTINGS};
use crate::exit::Failure;
use crate::report::quoted;

/// How the program called `path` is to be read. Without a path only its syntax can tell, which is the library's.
///
/// # Errors
/// When the package.json that decides is no JSON. Node refuses to run such a program, so there is no right answer.
pub fn resolve(choice: SourceTypeChoice, path: Option<&Path>) -> Result<SourceType, Failure> {
    said(choice).map_or_else(|| path.map_or(Ok(SourceType::Unknown), detect), Ok)
}

/// What `--source-type` says without a look at the program.
fn said(choice: SourceTypeChoice) -> Option<SourceType> {
    match choice {
        SourceTypeChoice::Module => Some(SourceType::Module),
        SourceTypeChoice::CommonJs => Some(SourceType::CommonJs),
        SourceTypeChoice::Script => Some(SourceType::Script),
        SourceTypeChoice::Auto => None,
    }
}

/// What [`resolve`] answers for many programs, whose package.json files are looked for once per directory.
#[derive(Debug, Default)]
pub struct Resolver {
    package_types: Mutex<HashMap<PathBuf, Result<SourceType, Failure>>>,
}

impl Resolver {
    /// How the program at `path`, a [real path](real_path), is to be read.
    ///
    /// # Errors
    /// As [`resolve`].
    pub fn resolve(&self, choice: SourceTypeChoice, path: &Path) -> Result<SourceType, Failure> {
        said(choice).map_or_else(|| by_name(path, || self.package_type(path)), Ok)
    }

    fn package_type(&self, path: &Path) -> Result<SourceType, Failure> {
        let known = || self.package_types.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = path.parent().unwrap_or(path);
        if let Some(known) = known().get(folder) {
            return known.clone();
        }
        let found = package_type(path);
        known().insert(folder.to_owned(), found.clone());
        found
    }
}

fn detect(path: &Path) -> Result<SourceType, Failure> {
    let path = real_path(path);
    by_name(&path, || package_type(&path))
}

/// Whether it is only the package.json around the program at `path` that says how it is to be read.
pub fn is_said_by_package(choice: SourceTypeChoice, path: Option<&Path>) -> bool {
    said(choice).is_none() && path.is_some_and(|path| by_extension(&real_path(path)).is_none())
}

/// What the name says, or else the package. TypeScript's CommonJS modules may say `import` and `export`, for which its
/// compiler writes `require`: their syntax tells.
fn by_name(path: &Path, package: impl FnOnce() -> Result<SourceType, Failure>) -> Result<SourceType, Failure> {
    if let Some(said) = by_extension(path) {
        return Ok(said);
    }
    let is_typescript = path.extension().is_some_and(|extension| extension == "ts");
    Ok(match package()? {
        SourceType::CommonJs if is_typescript => SourceType::Unknown,
        of_package => of_package,
    })
}

/// What the name says, if it decides. As Node, a name without an extension (`bin/tool`) is read as `.js` is, and case
/// matters.
fn by_extension(path: &Path) -> Option<SourceType> {
    match path.extension().map(|extension| extension.to_str().unwrap_or_default()) {
        Some("mjs" | "mts") => Some(SourceType::Module),
        Some("cjs") => Some(SourceType::CommonJs),
        Some("js" | "ts") | None => None,
        Some(_) => Some(SourceType::Unknown),
    }
}

/// Node decides by the file that a symbolic link leads to: `bin/tool` may be `../lib/tool.mjs`.
/// What does not exist (`--stdin-filepath`) is where its name says.
pub fn real_path(path: &Path) -> PathBuf {
    fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// The `type` of the nearest package.json: LOOKUP_PACKAGE_SCOPE and READ_PACKAGE_JSON of Node's documentation.
fn package_type(path: &Path) -> Result<SourceType, Failure> {
    for folder in path.ancestors().skip(1) {
        // The scope of a package ends at the folder that packages are installed in.
        if folder.ends_with("node_modules") {
            break;
        }
        let file = folder.join("package.json");
        // Node takes one that cannot be read for one that is not there.
        let Ok(bytes) = bounded::read(&file, SETTINGS) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let package: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            Failure::trouble(format!("{} is not valid JSON: {error}", quoted(&file)))
                .with_help("its `type` decides how the input is read; --source-type decides without it")
        })?;
        return Ok(match package.get("type").and_then(Value::as_str) {
            Some("module") => SourceType::Module,
            Some("commonjs") => SourceType::CommonJs,
            _ => SourceType::Unknown,
        });
    }
    Ok(SourceType::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use SourceType::{CommonJs, Module, Unknown};

    /// A folder holding `files`, name and text.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = root.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        root
    }

    fn of(root: &tempfile::TempDir, name: &str) -> SourceType {
        detect(&root.path().join(name)).unwrap()
    }

    #[test]
    fn the_extension_says_it() {
        let root = folder(&[("package.json", r#"{"type":"module"}"#)]);
        assert_eq!(of(&root, "a.cjs"), CommonJs);
        assert_eq!(of(&root, "a.mjs"), Module);
        assert_eq!(of(&root, "a.cts"), Unknown);
        assert_eq!(of(&root, "a.MJS"), Unknown);
        assert_eq!(of(&root, "a.jsx"), Unknown);
    }

    #[test]
    fn the_nearest_package_says_it() {
        let root = folder(&[
            ("package.json", r#"{"type":"module"}"#),
            ("lib/package.json", "\u{feff}{\"type\":\"commonjs\"}"),
            ("none/package.json", r#"{"name":"none"}"#),
            ("odd/package.json", r#"{"type":["module"]}"#),
        ]);
        assert_eq!(of(&root, "a.js"), Module);
        assert_eq!(of(&root, "bin/tool"), Module);
        assert_eq!(of(&root, "src/deep/a.js"), Module);
        assert_eq!(of(&root, "lib/deep/a.js"), CommonJs);
        assert_eq!(of(&root, "none/a.js"), Unknown);
        assert_eq!(of(&root, "odd/a.js"), Unknown);
    }

    #[test]
    fn a_scope_ends_at_node_modules() {
        let root = folder(&[
            ("package.json", r#"{"type":"module"}"#),
            ("node_modules/esm/package.json", r#"{"type":"module"}"#),
        ]);
        assert_eq!(of(&root, "node_modules/bare/a.js"), Unknown);
        assert_eq!(of(&root, "node_modules/esm/a.js"), Module);
    }

    #[test]
    fn a_broken_package_is_an_error_where_it_decides() {
        let root = folder(&[("package.json", "{"), ("a.mjs", "")]);
        assert!(detect(&root.path().join("a.js")).unwrap_err().message.contains("package.json"));
        assert_eq!(of(&root, "a.mjs"), Module);
        assert_eq!(resolve(SourceTypeChoice::Script, Some(&root.path().join("a.js"))).unwrap(), SourceType::Script);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_what_it_leads_to() {
        let root = folder(&[("lib/tool.mjs", "")]);
        std::os::unix::fs::symlink("lib/tool.mjs", root.path().join("tool.js")).unwrap();
        assert_eq!(of(&root, "tool.js"), Module);
    }
}
