//! Writing the result: to standard output, or to a file in one step.

use std::fs::{self, File, Metadata, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;

use crate::color;
use crate::exit::Failure;
use crate::report::{quoted, reason};

/// How many symbolic links may lead from one to the next. What Linux allows.
const LINKS: usize = 40;

/// Writes `bytes` to standard output. A reader that has gone (`| head`) has had what it wanted: no failure.
///
/// # Errors
/// When it cannot be written otherwise.
pub fn to_stdout(bytes: &[u8]) -> Result<(), Failure> {
    written(write_all(io::stdout().lock(), bytes))
}

/// The same for text that may have colour in it, where it is wanted; on terminals that need a translation too.
///
/// # Errors
/// As [`to_stdout`].
pub fn text_to_stdout(text: &str) -> Result<(), Failure> {
    match color::wanted_on(&io::stdout()) {
        true => written(write_all(AutoStream::always(io::stdout()).lock(), text.as_bytes())),
        // The code in it may have escapes of its own, which are not ours to take out.
        false => to_stdout(text.as_bytes()),
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

/// Makes `bytes` the content of the file `target`: whole, or not at all.
///
/// # Errors
/// When that is not possible; `target` is then as it was.
pub fn to_file(target: &Path, bytes: &[u8]) -> Result<(), Failure> {
    replace(target, bytes).map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => {
            Failure::trouble(format!("cannot write to {}: it is a directory", quoted(target)))
        }
        io::ErrorKind::NotFound => {
            Failure::trouble(format!("cannot write to {}: its directory does not exist", quoted(target)))
        }
        _ => Failure::trouble(format!("cannot write to {}: {}", quoted(target), reason(&error))),
    })
}

fn replace(target: &Path, bytes: &[u8]) -> io::Result<()> {
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
            return file.write_all(bytes).or_else(|error| match error.kind() {
                io::ErrorKind::BrokenPipe => Ok(()),
                _ => Err(error),
            });
        }
    }

    let target = follow_links(target)?;
    let directory = target.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".unawait-");
    let mut file = builder.permissions(permissions_of_a_new_file()).tempfile_in(directory)?;
    file.write_all(bytes)?;
    if let Some(existing) = existing {
        take_after(file.as_file(), &existing)?;
    }
    // Else a power failure may leave the new name with no content, on some file systems.
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
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

/// As `File::create` makes them, less what the umask takes away: a temporary file is private otherwise.
#[cfg(unix)]
fn permissions_of_a_new_file() -> Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(0o666)
}

/// Gives `file` the owner, if that can be done, and the permissions of `existing`.
#[cfg(unix)]
fn take_after(file: &File, existing: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let ours = file.metadata()?;
    if (ours.uid(), ours.gid()) != (existing.uid(), existing.gid()) {
        // Only root may give a file away. For anybody else it becomes theirs.
        let _ = fchown(file, Some(existing.uid()), Some(existing.gid()));
    }
    file.set_permissions(existing.permissions())
}

#[cfg(not(unix))]
fn take_after(file: &File, existing: &Metadata) -> io::Result<()> {
    file.set_permissions(existing.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("out.js");
        to_file(&target, b"1").unwrap();
        to_file(&target, b"2").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"2");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_directory_is_no_target() {
        let folder = tempfile::tempdir().unwrap();
        let inside = |name: &str| folder.path().join(name);
        assert!(to_file(folder.path(), b"").unwrap_err().message.contains("is a directory"));
        assert!(to_file(&inside("new/"), b"").unwrap_err().message.contains("is a directory"));
        assert!(to_file(&inside("no/out.js"), b"").unwrap_err().message.contains("does not exist"));
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
            to_file(&inside("a.js"), text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(inside("c.js")).unwrap(), text);
        }
        assert!(inside("a.js").is_symlink() && inside("b.js").is_symlink());
        std::os::unix::fs::symlink("loop", inside("loop")).unwrap();
        assert!(to_file(&inside("loop"), b"").is_err());
    }
}
