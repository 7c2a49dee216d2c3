//! What the file system says about a file: enough to see that somebody else has written to it.

use std::fs::Metadata;

use serde::{Deserialize, Serialize};

/// Two stamps of the same path are equal if nobody has written to the file in between, as far as can be told without
/// reading it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    len: u64,
    /// When the content changed and, which nobody can set back, when anything did: nanoseconds since 1970.
    modified: i128,
    changed: i128,
    /// A file that replaced another by a new name has another one.
    inode: u64,
}

/// The permissions of a file, as a number.
pub type Mode = u32;

#[cfg(unix)]
impl Stamp {
    /// The stamp of the file that `metadata` is about.
    pub fn of(metadata: &Metadata) -> Stamp {
        use std::os::unix::fs::MetadataExt;
        let time = |seconds: i64, nanoseconds: i64| i128::from(seconds) * 1_000_000_000 + i128::from(nanoseconds);
        Stamp {
            len: metadata.len(),
            modified: time(metadata.mtime(), metadata.mtime_nsec()),
            changed: time(metadata.ctime(), metadata.ctime_nsec()),
            inode: metadata.ino(),
        }
    }
}

#[cfg(not(unix))]
impl Stamp {
    /// The stamp of the file that `metadata` is about.
    pub fn of(metadata: &Metadata) -> Stamp {
        let since = |time: std::io::Result<std::time::SystemTime>| {
            let since = time.ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
            since.map_or(0, |since| since.as_nanos() as i128)
        };
        Stamp {
            len: metadata.len(),
            modified: since(metadata.modified()),
            changed: since(metadata.created()),
            inode: 0,
        }
    }
}

/// The permissions of the file that `metadata` is about.
#[cfg(unix)]
pub fn mode(metadata: &Metadata) -> Mode {
    std::os::unix::fs::MetadataExt::mode(metadata) & 0o7777
}

#[cfg(not(unix))]
pub fn mode(metadata: &Metadata) -> Mode {
    metadata.permissions().readonly().into()
}
