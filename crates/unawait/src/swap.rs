//! Replacing the file that was lowered by what was made of it, without losing what somebody saves meanwhile.
//!
//! To look at the file and then rename another one over it leaves a moment in which a save is lost. Where the system
//! can do it, the two files change places in one step instead; then the old one is looked at, and they change back if it
//! is not what was read.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::bounded::{self, PROGRAM};
use crate::temporary;

/// What became of a file that was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    Done,
    /// The file is the input, and somebody has saved it since it was read. The newer text stays.
    Changed,
}

/// Whether two files are one.
#[cfg(unix)]
pub fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether two files are one, as far as can be told here.
#[cfg(not(unix))]
pub fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    one.modified().ok() == other.modified().ok() && one.len() == other.len()
}

/// Removes a file at the end.
struct Removed(PathBuf);

impl Drop for Removed {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Puts `new`, which holds `made`, in the place of `target` if that holds `read`.
///
/// # Errors
/// When the system does not rename; `target` is then as it was.
pub fn replace(new: NamedTempFile, target: &Path, read: &[u8], made: &[u8]) -> io::Result<Written> {
    if !holds(target, read) {
        return Ok(Written::Changed);
    }
    let directory = target.parent().unwrap_or(Path::new(""));
    let name = temporary::swap_name(directory, read, made);
    // The file stays open, and its lock held, until all is done.
    let _lock = new.persist_noclobber(&name).map_err(|error| error.error)?;
    match exchange(&name, target) {
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            // The best that there is: the moment between looking and renaming is short.
            let guard = Removed(name);
            return match holds(target, read) {
                true => fs::rename(&guard.0, target).map(|()| Written::Done),
                false => Ok(Written::Changed),
            };
        }
        Err(error) => {
            drop(Removed(name));
            return Err(error);
        }
        Ok(()) => {}
    }
    if holds(&name, read) {
        drop(Removed(name));
        return Ok(Written::Done);
    }
    // Somebody has saved the file since we looked. It goes back, unless there has been another save since then: whatever
    // does not hold what we made was saved last.
    loop {
        if exchange(&name, target).is_err() {
            return fs::rename(&name, target).map(|()| Written::Changed);
        }
        if holds(&name, made) {
            drop(Removed(name));
            return Ok(Written::Changed);
        }
    }
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    bounded::read(path, PROGRAM).is_ok_and(|content| content == bytes)
}

/// Has two files change places, in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).map_err(|error| match error {
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        error => error.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    #[test]
    fn what_was_saved_meanwhile_stays() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.js");
        for (held, expected) in [("read", (Written::Done, "made")), ("saved", (Written::Changed, "saved"))] {
            fs::write(&target, held).unwrap();
            let mut new = NamedTempFile::new_in(folder.path()).unwrap();
            new.write_all(b"made").unwrap();
            let written = replace(new, &target, b"read", b"made").unwrap();
            assert_eq!((written, fs::read_to_string(&target).unwrap().as_str()), expected);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
    }
}
