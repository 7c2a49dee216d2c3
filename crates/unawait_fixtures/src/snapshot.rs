//! Files which hold what was, to be compared with what is.

use similar::TextDiff;
use std::path::Path;

/// Compares `actual` with the file at `path`, or writes it there when `update` is set.
///
/// # Errors
/// The difference, as a unified diff, or an error of reading or writing.
pub fn compare(path: &Path, actual: &str, update: bool) -> Result<(), String> {
    let name = file_name(path);
    match std::fs::read_to_string(path) {
        Ok(expected) if expected == actual => Ok(()),
        _ if update => std::fs::write(path, actual).map_err(|error| format!("{name}: {error}")),
        Ok(expected) => Err(format!("{name} is not up to date:\n{}", diff(&expected, actual, &name, "actual"))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(format!("{name} is missing: UPDATE=1 writes it"))
        }
        Err(error) => Err(format!("{name}: {error}")),
    }
}

/// As [`compare`], for a file that exists only when there is something to put into it.
///
/// # Errors
/// As [`compare`].
pub fn compare_optional(path: &Path, actual: &str, update: bool) -> Result<(), String> {
    if !actual.is_empty() {
        return compare(path, actual, update);
    }
    match path.exists() {
        false => Ok(()),
        true if update => std::fs::remove_file(path).map_err(|error| format!("{}: {error}", file_name(path))),
        true => Err(format!("{} exists, but there is nothing to put into it", file_name(path))),
    }
}

/// A unified diff of two texts.
pub fn diff(old: &str, new: &str, old_name: &str, new_name: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().context_radius(2).header(old_name, new_name).to_string()
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
