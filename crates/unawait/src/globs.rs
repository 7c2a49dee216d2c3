//! Globs as options and configurations have them: each is a line of a .gitignore in a directory.

use std::fmt;
use std::path::{Path, PathBuf};

use globset::GlobBuilder;
use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::exit::Failure;
use crate::report::{printable, quoted, reason};

/// Some globs, and the directory that they are relative to.
#[derive(Clone)]
pub struct Globs {
    matcher: Gitignore,
    lines: Vec<String>,
}

/// Their lines: they are what tells two apart.
impl fmt::Debug for Globs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Globs").field(&self.matcher.path()).field(&self.lines).finish()
    }
}

impl Globs {
    /// The globs of `lines` in `directory`.
    ///
    /// # Errors
    /// When one is malformed.
    pub fn new(directory: &Path, lines: &[String]) -> Result<Globs, Failure> {
        let directory = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
        let unknown = |error| Failure::trouble(format!("cannot resolve {}: {}", quoted(directory), reason(&error)));
        let root = std::fs::canonicalize(directory).map_err(unknown)?;
        let mut builder = GitignoreBuilder::new(root);
        for line in lines {
            let malformed = |why: &dyn fmt::Display| {
                Failure::trouble(format!("`{}` is no glob: {}", printable(line), printable(&why.to_string())))
            };
            // git takes a bracket that is not closed for itself; here it is more likely a mistake.
            GlobBuilder::new(line).backslash_escape(true).build().map_err(|error| malformed(error.kind()))?;
            builder.add_line(None, line).map_err(|error| malformed(&error))?;
        }
        let matcher =
            builder.build().map_err(|error| Failure::trouble(format!("these globs are too much: {error}")))?;
        Ok(Globs { matcher, lines: lines.to_vec() })
    }

    /// The verdict of the last glob that matches the absolute `path` itself.
    pub fn matched(&self, path: &Path, is_directory: bool) -> Match<()> {
        if path.starts_with(self.matcher.path()) {
            self.matcher.matched(path, is_directory).map(|_| ())
        } else {
            Match::None
        }
    }

    /// Whether a glob matches the file at the absolute `path`, or a directory that it is in.
    pub fn match_file(&self, path: &Path) -> bool {
        let matched = |at: &Path| self.matched(at, at != path);
        path.ancestors().map(matched).find(|matched| !matched.is_none()).is_some_and(|matched| matched.is_ignore())
    }
}

/// The directory of globs, if it is not the working one.
pub fn directory(root: Option<&PathBuf>) -> &Path {
    root.map_or(Path::new(""), PathBuf::as_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn globs(folder: &Path, lines: &[&str]) -> Result<Globs, Failure> {
        Globs::new(folder, &lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn they_match_files_and_what_is_below() {
        let folder = tempfile::tempdir().unwrap();
        let root = std::fs::canonicalize(folder.path()).unwrap();
        let globs = globs(&root, &["*.es5.js", "/legacy/", "!keep.js"]).unwrap();
        let matches = |name: &str| globs.match_file(&root.join(name));
        assert!(matches("deep/a.es5.js") && matches("legacy/deep/a.js"));
        assert!(!matches("a.js") && !matches("deep/legacy/a.js") && !matches("legacy/keep.js"));
        assert!(!globs.match_file(Path::new("/elsewhere/a.es5.js")));
    }

    #[test]
    fn what_is_malformed_is_told() {
        let folder = tempfile::tempdir().unwrap();
        for line in ["[", "{a", "a[b-", "{a,{b}"] {
            let message = globs(folder.path(), &[line]).unwrap_err().message;
            assert!(message.starts_with(&format!("`{line}` is no glob: ")), "{message}");
        }
    }
}
