//! What one input on the command line stands for.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};

use crate::exit::Failure;
use crate::report::quoted;

/// An input, looked up.
pub enum Source {
    File(PathBuf),
    Directory(PathBuf),
    /// Everything below the directory `base` whose path from there on `glob` matches.
    Glob {
        base: PathBuf,
        glob: GlobMatcher,
    },
}

impl Source {
    /// What `input` stands for. What exists under this very name is that, brackets and all; what does not exist and
    /// is no glob is a file that will be missed when it is read.
    ///
    /// # Errors
    /// When it is a malformed glob.
    pub fn of(input: &Path) -> Result<Source, Failure> {
        if input.is_dir() {
            return Ok(Source::Directory(input.to_owned()));
        }
        if !is_glob(input) {
            return Ok(Source::File(input.to_owned()));
        }
        let mut base = PathBuf::new();
        let mut pattern = PathBuf::new();
        for component in input.components() {
            let literal = pattern.as_os_str().is_empty() && !has_special(component);
            if literal { base.push(component) } else { pattern.push(component) }
        }
        let pattern = pattern.to_string_lossy();
        let glob = GlobBuilder::new(&pattern).literal_separator(true).build();
        let glob = glob.map_err(|error| Failure::trouble(format!("{} is no glob: {}", quoted(input), error.kind())))?;
        Ok(Source::Glob { base, glob: glob.compile_matcher() })
    }

    /// The directory that outputs are mirrored from, if this is the only input.
    pub fn base(&self) -> &Path {
        let base = match self {
            Source::File(file) => file.parent().unwrap_or(Path::new("")),
            Source::Directory(directory) => directory,
            Source::Glob { base, .. } => base,
        };
        if base.as_os_str().is_empty() { Path::new(".") } else { base }
    }
}

/// Whether `input` is a glob: it has special characters, and no file is called that.
pub fn is_glob(input: &Path) -> bool {
    input.components().any(has_special) && input.symlink_metadata().is_err()
}

fn has_special(component: Component<'_>) -> bool {
    component.as_os_str().as_encoded_bytes().iter().any(|byte| b"*?[{".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn glob(input: &str) -> (PathBuf, GlobMatcher) {
        match Source::of(Path::new(input)) {
            Ok(Source::Glob { base, glob }) => (base, glob),
            _ => panic!("{input} is no glob"),
        }
    }

    #[test]
    fn a_glob_begins_at_its_first_special_character() {
        assert_eq!(glob("no/such/*.js").0, Path::new("no/such"));
        assert_eq!(glob("*.js").0, Path::new(""));
        assert_eq!(glob("/no/such/{a,b}/c.js").0, Path::new("/no/such"));
    }

    #[test]
    fn stars_stop_at_separators() {
        let (_, one) = glob("src/*.js");
        assert!(one.is_match("a.js") && one.is_match(".a.js") && !one.is_match("sub/a.js"));
        let (_, any) = glob("src/**/*.{js,mjs}");
        assert!(any.is_match("a.js") && any.is_match("sub/sub/a.mjs") && !any.is_match("a.ts"));
    }

    #[test]
    fn malformed_globs_are_told() {
        let failure = Source::of(Path::new("src/[a.js")).err().unwrap();
        assert!(failure.message.starts_with("`src/[a.js` is no glob: "), "{}", failure.message);
    }
}
