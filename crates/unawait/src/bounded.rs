//! Reading files: regular ones only, whole, and no more than a bound.
//!
//! A tree may hold anything: a named pipe would block, `/dev/zero` has no end, a file of `/proc` holds more than its
//! size says.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

/// The most bytes that a program may have.
pub const PROGRAM: u64 = 1 << 30;
/// The most bytes that a source map may have.
pub const MAP: u64 = 512 << 20;
/// The most bytes that a configuration, a package.json or a .gitignore may have.
pub const SETTINGS: u64 = 16 << 20;
/// The most bytes that a cache may have.
pub const CACHE: u64 = 512 << 20;

/// How often a file is read that changes meanwhile.
const ATTEMPTS: u32 = 3;
/// How long to wait for whoever writes to it.
const PAUSE: Duration = Duration::from_millis(20);

/// The content of the file `path`, which has at most `limit` bytes.
///
/// # Errors
/// As the system's, and in words of our own if `path` is not a regular file, is too large, or does not hold still.
pub fn read(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    read_known(path, &fs::metadata(path)?, limit)
}

/// The same for those who have asked for the `metadata` of `path`.
///
/// # Errors
/// As [`read`].
pub fn read_known(path: &Path, metadata: &Metadata, limit: u64) -> io::Result<Vec<u8>> {
    // Before it is opened: opening alone has effects on some devices.
    check(metadata, limit)?;
    for _ in 0..ATTEMPTS {
        let file = open(path)?;
        // The path may stand for another file by now.
        let size = check(&file.metadata()?, limit)?;
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
        (&file).take(limit + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 == size && file.metadata()?.len() == size {
            return Ok(bytes);
        }
        std::thread::sleep(PAUSE);
    }
    Err(io::Error::other("it changes while it is read, or is no ordinary file"))
}

/// The text of the file `path`. `None` if there is no such file.
///
/// # Errors
/// As [`read`], and when it is not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> io::Result<Option<String>> {
    match read(path, limit) {
        Ok(bytes) => String::from_utf8(bytes).map(Some).map_err(|_| io::Error::other("it is not UTF-8")),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The size of the file that `metadata` is about, if it may be read.
///
/// # Errors
/// In words, why it may not.
pub fn check(metadata: &Metadata, limit: u64) -> io::Result<u64> {
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::other(format!("it is {}, not a file", kind(metadata))));
    }
    match metadata.len() {
        size if size > limit => Err(io::Error::other(format!("it has {size} bytes, and {limit} are the most"))),
        size => Ok(size),
    }
}

#[cfg(unix)]
fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    // Should a pipe have come in its place since it was looked at, this does not wait for a writer.
    OpenOptions::new().read(true).custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

#[cfg(unix)]
fn kind(metadata: &Metadata) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    let kind = metadata.file_type();
    if kind.is_fifo() {
        "a pipe"
    } else if kind.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}

#[cfg(not(unix))]
fn kind(_: &Metadata) -> &'static str {
    "a device"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_up_to_a_bound() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a");
        fs::write(&file, "12345").unwrap();
        assert_eq!(read(&file, 5).unwrap(), b"12345");
        assert_eq!(read(&file, 4).unwrap_err().to_string(), "it has 5 bytes, and 4 are the most");
        assert_eq!(read(folder.path(), 5).unwrap_err().kind(), io::ErrorKind::IsADirectory);
        assert_eq!(read_text(&folder.path().join("no"), 5).unwrap(), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_is_no_ordinary_file_is_not_read() {
        assert_eq!(read(Path::new("/dev/zero"), 5).unwrap_err().to_string(), "it is a device, not a file");
        assert!(read(Path::new("/proc/self/status"), 1 << 20).unwrap_err().to_string().contains("no ordinary file"));
    }
}
