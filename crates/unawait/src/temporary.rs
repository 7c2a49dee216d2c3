//! Files that are not finished: each has a name of ours, beside the place where it belongs, until it is renamed.
//!
//! A run that is killed leaves them behind. Whoever writes one holds its lock; so the next run removes those that
//! nobody holds.

use std::ffi::OsStr;
use std::fs::{self, File, Metadata, Permissions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::NamedTempFile;

use crate::bounded;
use crate::exit::Failure;
use crate::report::quoted;

/// How these files are called.
const PREFIX: &str = ".unawait-";
/// How many letters and digits follow.
const RANDOM: usize = 12;
/// How those are called that are about to change places with another, see [`swap_name`].
const SWAP: &str = ".unawait-swap-";
/// How many digits a digest has there.
const DIGEST: usize = 16;
/// How often to try, should another run take a new file for one that was left behind.
const ATTEMPTS: usize = 8;

/// Whether a file of this `name` is one of ours, and not one that somebody has called `.unawait-notes`.
pub fn is_ours(name: &OsStr) -> bool {
    let Some(rest) = name.to_str().and_then(|name| name.strip_prefix(PREFIX)) else { return false };
    let is_random = |text: &str| text.len() == RANDOM && text.chars().all(|c| c.is_ascii_alphanumeric());
    is_random(rest) || digests(name).is_some()
}

/// A new file in `directory`, locked, with `permissions` less what the umask takes away, or
/// for the user alone.
///
/// # Errors
/// When the system does not make it.
pub fn create(directory: &Path, permissions: Option<Permissions>) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM);
    if let Some(permissions) = permissions {
        builder.permissions(permissions);
    }
    for _ in 0..ATTEMPTS {
        let file = builder.tempfile_in(directory)?;
        match file.as_file().try_lock() {
            Ok(()) if is_linked(&file.as_file().metadata()?) => return Ok(file),
            // A file system without locks: then nothing is swept there either.
            Err(TryLockError::Error(_)) => return Ok(file),
            // Another run has swept it between two of our steps, or is about to.
            Ok(()) | Err(TryLockError::WouldBlock) => {}
        }
    }
    Err(io::Error::other("another run removes every new file"))
}

#[cfg(unix)]
fn is_linked(metadata: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(metadata) > 0
}

#[cfg(not(unix))]
fn is_linked(_: &Metadata) -> bool {
    true
}

/// The name in `directory` for a file that holds `new` and changes places with one that holds `old`. If the run is
/// killed then, the name tells whether the file holds one of the two, or something that was saved in between.
pub fn swap_name(directory: &Path, old: &[u8], new: &[u8]) -> PathBuf {
    // Files of one directory may have the same content.
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    directory.join(format!("{SWAP}{}-{}-{}-{number}", digest(old), digest(new), std::process::id()))
}

/// The digests in a name that [`swap_name`] has made.
fn digests(name: &OsStr) -> Option<[&str; 2]> {
    let parts: Vec<&str> = name.to_str()?.strip_prefix(SWAP)?.split('-').collect();
    let [old, new, process, number] = parts[..] else { return None };
    let is_digest = |text: &str| text.len() == DIGEST && text.chars().all(|c| c.is_ascii_hexdigit());
    let is_number = |text: &str| text.parse::<u64>().is_ok();
    (is_digest(old) && is_digest(new) && is_number(process) && is_number(number)).then_some([old, new])
}

fn digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..DIGEST].to_owned()
}

/// Removes what killed runs have left in `directory`. Answers the files that are not removed, because they hold what
/// somebody saved while such a run was about to replace it.
pub fn sweep(directory: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(directory) else { return Vec::new() };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name())).filter(|name| is_ours(name));
    let saved = names.map(|name| directory.join(name)).filter(|path| !was_swept(path));
    saved.collect()
}

/// What is said of a file that [`sweep`] does not remove.
pub fn saved(path: &Path) -> Failure {
    let message = format!("{} holds what was saved when a run was killed that would have replaced it", quoted(path));
    Failure::trouble(message).with_help("compare it with the file beside it, and keep the right one").about(path)
}

/// Removes the file `path` if it is left from a run that was killed. Answers false if it may not be removed.
fn was_swept(path: &Path) -> bool {
    let is_file = path.symlink_metadata().is_ok_and(|metadata| metadata.is_file());
    let Some(file) = is_file.then(|| File::open(path).ok()).flatten() else { return true };
    if file.try_lock().is_err() {
        return true;
    }
    if holds_a_save(path) {
        return false;
    }
    // Another run may sweep as well.
    let _ = fs::remove_file(path);
    true
}

/// Whether `path` changed places with another file, and holds neither what was read from that nor what was made of it.
fn holds_a_save(path: &Path) -> bool {
    let Some(known) = path.file_name().and_then(digests) else { return false };
    let Ok(content) = bounded::read(path, bounded::PROGRAM) else { return true };
    let digest = digest(&content);
    !known.contains(&digest.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_run_left_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let held = create(folder.path(), None).unwrap();
        // A lock ends with its file.
        let left = create(folder.path(), None).unwrap().keep().unwrap().1;
        for other in ["a.js", ".unawait-notes", ".unawait-swap-space", ".unawait-abcdef.json"] {
            fs::write(folder.path().join(other), "").unwrap();
        }
        assert!(sweep(folder.path()).is_empty());
        assert!(held.path().exists() && !left.exists());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 5);
    }

    #[test]
    fn what_was_saved_meanwhile_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        for (content, is_kept) in [("old", false), ("new", false), ("saved", true)] {
            let path = swap_name(folder.path(), b"old", b"new");
            fs::write(&path, content).unwrap();
            assert_eq!(sweep(folder.path()), if is_kept { vec![path.clone()] } else { vec![] }, "{content}");
            assert_eq!(path.exists(), is_kept, "{content}");
        }
    }
}
