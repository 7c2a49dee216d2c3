//! Writing the result: to standard output, or to a file in one step.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;

use crate::color;
use crate::exit::Failure;
use crate::report::{quoted, reason};
use crate::swap::{self, Written};
use crate::{stdio, temporary};

/// How many symbolic links may lead from one to the next. What Linux allows.
const LINKS: usize = 40;

/// Writes `bytes` to standard output. A reader that has gone (`| head`) has had what it wanted: no failure.
///
/// # Errors
/// When it cannot be written otherwise, or is closed.
pub fn to_stdout(bytes: &[u8]) -> Result<(), Failure> {
    if stdio::stdout_is_closed() {
        return Err(Failure::trouble("cannot write to standard output: it is closed"));
    }
    written(write_all(io::stdout().lock(), bytes))
}

/// The same for text that may have colour in it, where it is wanted; on terminals that need a translation too.
///
/// # Errors
/// As [`to_stdout`].
pub fn text_to_stdout(text: &[u8]) -> Result<(), Failure> {
    match color::wanted_on(&io::stdout()) {
        _ if text.is_empty() => Ok(()),
        true => written(write_all(AutoStream::always(io::stdout()).lock(), text)),
        // The code in it may have escapes of its own, which are not ours to take out.
        false => to_stdout(text),
    }
}

fn write_all(mut stream: impl Write, bytes: &[u8]) -> io::Result<()> {
    stream.write_all(bytes)?;
    stream.flush()
}

fn written(result: io::Result<()>) -> Result<(), Failure> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::trouble(format!("cannot write to standard output: {}", reason(&error))))
        }
        _ => Ok(()),
    }
}

/// What an output is made of.
#[derive(Clone, Copy)]
pub struct Original<'a> {
    /// What the file system says of the program: a new output is as executable.
    pub metadata: Option<&'a Metadata>,
    /// What was read. If the output replaces the very file, that must hold it still.
    pub content: Option<&'a [u8]>,
}

/// How often a program is lowered that is saved meanwhile.
pub const ATTEMPTS: usize = 5;

/// Why the file `input` is not lowered at last.
pub fn keeps_changing(input: &Path) -> Failure {
    Failure::trouble(format!("{} keeps changing while it is lowered", quoted(input))).about(input)
}

/// Makes `bytes` the content of the file `target`: whole, or not at all.
///
/// # Errors
/// When that is not possible; `target` is then as it was.
pub fn to_file(target: &Path, bytes: &[u8], original: &Original<'_>) -> Result<Written, Failure> {
    let written = replace(target, bytes, original).map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => {
            Failure::trouble(format!("cannot write to {}: it is a directory", quoted(target)))
        }
        io::ErrorKind::NotFound => {
            Failure::trouble(format!("cannot write to {}: its directory does not exist", quoted(target)))
        }
        _ => Failure::trouble(format!("cannot write to {}: {}", quoted(target), reason(&error))),
    });
    written.map_err(|failure| failure.about(target))
}

fn replace(target: &Path, bytes: &[u8], original: &Original<'_>) -> io::Result<Written> {
    // `Path` drops a separator at the end, and would make a file of the directory that is meant.
    if target.as_os_str().to_string_lossy().ends_with(std::path::is_separator) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let existing = match fs::metadata(target) {
        Ok(metadata) => Some(metadata),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    if existing.is_some() {
        // To replace a file one needs no leave to write to it. Its owner may have forbidden that for a reason.
        // This is also where a directory fails.
        let mut file = OpenOptions::new().write(true).open(target)?;
        if existing.as_ref().is_some_and(|existing| !existing.is_file()) {
            // A device or a pipe (`/dev/null`) is written to. Renaming would put a file in its place.
            return file.write_all(bytes).map(|()| Written::Done).or_else(|error| match error.kind() {
                io::ErrorKind::BrokenPipe => Ok(Written::Done),
                _ => Err(error),
            });
        }
    }

    let target = follow_links(target)?;
    let directory = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = temporary::create(directory, permissions_of_a_new_file(original.metadata))?;
    file.write_all(bytes)?;
    if let Some(existing) = &existing {
        take_after(file.as_file(), existing)?;
    }
    // Else a power failure may leave the new name with no content, on some file systems.
    file.as_file().sync_all()?;
    match (original.content, &existing, original.metadata) {
        (Some(read), Some(existing), Some(of)) if swap::is_same_file(existing, of) => {
            swap::replace(file, &target, read, bytes)
        }
        _ => file.persist(&target).map(|_| Written::Done).map_err(|error| error.error),
    }
}

/// The file that `path` stands for, which need not exist: a link stays a link, what it leads to is replaced.
fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = path.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => return Ok(path),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

/// As `File::create` makes them, less what the umask takes away, and as executable as the `original`.
#[cfg(unix)]
fn permissions_of_a_new_file(original: Option<&Metadata>) -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let executable = original.map_or(0, |metadata| metadata.permissions().mode() & 0o111);
    Some(Permissions::from_mode(0o666 | executable))
}

#[cfg(not(unix))]
fn permissions_of_a_new_file(_: Option<&Metadata>) -> Option<Permissions> {
    None
}

/// Gives `file` the owner, if that can be done, and the permissions of `existing`, but none of another user or group.
#[cfg(unix)]
fn take_after(file: &File, existing: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let ours = file.metadata()?;
    if (ours.uid(), ours.gid()) != (existing.uid(), existing.gid()) {
        // Only root may give a file away. For anybody else it becomes theirs.
        let _ = fchown(file, Some(existing.uid()), Some(existing.gid()));
    }
    file.set_permissions(Permissions::from_mode(existing.permissions().mode() & 0o777))
}

#[cfg(not(unix))]
fn take_after(file: &File, existing: &Metadata) -> io::Result<()> {
    file.set_permissions(existing.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written_to(target: &Path, bytes: &[u8]) -> Result<Written, Failure> {
        to_file(target, bytes, &Original { metadata: None, content: None })
    }

    #[test]
    fn replaces_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out.js");
        written_to(&target, b"1").unwrap();
        written_to(&target, b"2").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"2");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_directory_is_no_target() {
        let folder = tempfile::tempdir().unwrap();
        let inside = |name: &str| folder.path().join(name);
        assert!(written_to(folder.path(), b"").unwrap_err().message.contains("is a directory"));
        assert!(written_to(&inside("new/"), b"").unwrap_err().message.contains("is a directory"));
        assert!(written_to(&inside("no/out.js"), b"").unwrap_err().message.contains("does not exist"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_even_to_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let inside = |name: &str| folder.path().join(name);
        std::os::unix::fs::symlink("b.js", inside("a.js")).unwrap();
        std::os::unix::fs::symlink(inside("c.js"), inside("b.js")).unwrap();
        for text in ["1", "2"] {
            written_to(&inside("a.js"), text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(inside("c.js")).unwrap(), text);
        }
        assert!(inside("a.js").is_symlink() && inside("b.js").is_symlink());
        std::os::unix::fs::symlink("loop", inside("loop")).unwrap();
        assert!(written_to(&inside("loop"), b"").is_err());
    }
}
