//! Writing below an output directory. What is there is ours: it is replaced whatever it is, short of a directory.

use std::fs::{self, Permissions};
use std::io::{self, Write};
use std::path::Path;

use crate::exit::Failure;
use crate::report::{quoted, reason};
use crate::temporary;

/// Makes `bytes` the content of the file `target`, whole or not at all, with `permissions` less what the umask takes
/// away. Directories are made as needed; the target's is to be `folder` when all links are resolved.
///
/// Unlike [`to_file`](crate::output::to_file) it does not wait for the disk: what is lost with the power can be made
/// again, and waiting would take longer than everything else.
///
/// # Errors
/// When that is not possible; `target` is then as it was.
pub fn write(target: &Path, folder: Option<&Path>, bytes: &[u8], permissions: Permissions) -> Result<(), Failure> {
    replace(target, folder, bytes, permissions).map_err(|error| match error.kind() {
        io::ErrorKind::IsADirectory => {
            Failure::trouble(format!("cannot write to {}: it is a directory", quoted(target)))
        }
        _ => Failure::trouble(format!("cannot write to {}: {}", quoted(target), reason(&error))),
    })
}

fn replace(target: &Path, folder: Option<&Path>, bytes: &[u8], permissions: Permissions) -> io::Result<()> {
    let directory = target.parent().unwrap_or(Path::new("."));
    if folder.is_some_and(|folder| fs::canonicalize(directory).is_ok_and(|real| real != folder)) {
        return Err(io::Error::other("its directory has become a link that leads elsewhere"));
    }
    let new = || temporary::create(directory, Some(permissions.clone()));
    let mut file = new().or_else(|error| match error.kind() {
        io::ErrorKind::NotFound => fs::create_dir_all(directory).and_then(|()| new()),
        _ => Err(error),
    })?;
    file.write_all(bytes)?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// The permissions that the copy of a file with `permissions` may have: none of another user or group.
#[cfg(unix)]
pub fn plain(permissions: &Permissions) -> Permissions {
    use std::os::unix::fs::PermissionsExt;
    Permissions::from_mode(permissions.mode() & 0o777)
}

#[cfg(not(unix))]
pub fn plain(permissions: &Permissions) -> Permissions {
    permissions.clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(path: &Path) -> Permissions {
        fs::metadata(path).unwrap().permissions()
    }

    #[test]
    fn makes_directories_and_leaves_nothing_beside() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a/b/c.js");
        fs::write(folder.path().join("input"), "").unwrap();
        let permissions = mode(&folder.path().join("input"));
        for text in ["1", "2"] {
            write(&target, None, text.as_bytes(), permissions.clone()).unwrap();
            assert_eq!(fs::read_to_string(&target).unwrap(), text);
        }
        assert_eq!(mode(&target), permissions);
        assert_eq!(fs::read_dir(folder.path().join("a/b")).unwrap().count(), 1);
    }

    #[test]
    fn what_is_in_the_way_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        let permissions = mode(&folder.path().join("file"));
        let error = |name: &str| write(&folder.path().join(name), None, b"", permissions.clone()).unwrap_err().message;
        fs::create_dir(folder.path().join("directory")).unwrap();
        assert!(error("directory").ends_with("it is a directory"), "{}", error("directory"));
        assert!(error("file/a.js").contains("cannot write to"), "{}", error("file/a.js"));
    }
}
