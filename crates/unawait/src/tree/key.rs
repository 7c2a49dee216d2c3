//! The user's own key, by which caches are known to be theirs.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::bounded;
use crate::temporary;

/// A key of blake3.
pub type Key = [u8; blake3::KEY_LEN];

/// The key of whoever runs the command; made when it is asked for the first time. `None` if there is no place for it, or
/// others can read the one that is there.
pub fn of_user() -> Option<Key> {
    let folder = dirs::cache_dir()?.join("unawait");
    let file = folder.join("key");
    read(&file).or_else(|| {
        make(&folder, &file);
        // Another run may have been faster: the one that is there counts.
        read(&file)
    })
}

fn read(file: &Path) -> Option<Key> {
    let metadata = fs::symlink_metadata(file).ok()?;
    let bytes = bounded::read(file, blake3::KEY_LEN as u64).ok().filter(|_| is_private(&metadata))?;
    bytes.try_into().ok()
}

fn make(folder: &Path, file: &Path) -> Option<()> {
    let mut key = Key::default();
    getrandom::fill(&mut key).ok()?;
    fs::create_dir_all(folder).ok()?;
    let mut new = temporary::create(folder, None).ok()?;
    new.write_all(&key).ok()?;
    new.persist_noclobber(file).ok().map(|_| ())
}

#[cfg(unix)]
fn is_private(metadata: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.uid() == rustix::process::geteuid().as_raw() && metadata.mode() & 0o077 == 0
}

#[cfg(not(unix))]
fn is_private(_: &fs::Metadata) -> bool {
    true
}
