//! Paths that can be compared: absolute, without links in their directories.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The directory `path`, which need not exist: what exists of it is resolved, the rest is appended.
///
/// # Errors
/// When there is no working directory.
pub fn directory(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut missing: Vec<OsString> = Vec::new();
    let mut existing = path.as_path();
    loop {
        if let Ok(resolved) = fs::canonicalize(existing) {
            return Ok(missing.iter().rev().fold(resolved, |path, name| path.join(name)));
        }
        let (Some(parent), Some(name)) = (existing.parent(), existing.file_name()) else { return Ok(path) };
        missing.push(name.to_owned());
        existing = parent;
    }
}

/// The longest directory that all of `paths` are in or are, if there is any.
pub fn common(mut paths: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let first = paths.next()?;
    Some(paths.fold(first, |common, path| {
        let shared = common.components().zip(path.components()).take_while(|(ours, theirs)| ours == theirs);
        shared.map(|(component, _)| component).collect()
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_keeps_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        assert_eq!(directory(&folder.path().join("a/b")).unwrap(), root.join("a/b"));
        assert_eq!(directory(&folder.path().join(".")).unwrap(), root);
    }

    #[test]
    fn the_common_directory_ends_between_components() {
        let common = |paths: &[&str]| common(paths.iter().map(PathBuf::from));
        assert_eq!(common(&["/a/bc/d", "/a/b", "/a/bc"]), Some(PathBuf::from("/a")));
        assert_eq!(common(&["/a/b"]), Some(PathBuf::from("/a/b")));
        assert_eq!(common(&[]), None);
    }
}
