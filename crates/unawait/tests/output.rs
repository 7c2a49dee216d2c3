//! Where the result goes, and that nothing is lost on the way.

mod common;

use std::fs;
use std::io::Read;
use std::process::Stdio;

use common::{ASYNC, BROKEN, Folder, PLAIN, has, is_link, ran};

#[test]
fn a_new_file() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    assert_eq!(folder.run("a.js -o out.js").printed(), "");
    assert_eq!(folder.run("a.js --output=other.js").printed(), "");
    assert_eq!(folder.read("out.js"), PLAIN);
    assert_eq!(folder.read("other.js"), PLAIN);
    assert_eq!(folder.names(), ["a.js", "other.js", "out.js"]);
}

#[test]
fn an_existing_file_is_replaced() {
    let folder = Folder::with(&[("a.js", PLAIN), ("out.js", "something much longer than what replaces it\n\n\n")]);
    folder.run("a.js -o out.js").printed();
    assert_eq!(folder.read("out.js"), PLAIN);
}

#[test]
fn the_input_itself() {
    let folder = Folder::with(&[("a.js", PLAIN), ("b.js", ASYNC)]);
    folder.run("a.js -o a.js").printed();
    assert_eq!(folder.read("a.js"), PLAIN);
    folder.run("b.js -o ./b.js").printed();
    has(&folder.read("b.js"), &["function*"]);
}

#[test]
fn a_dash_is_standard_output() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    assert_eq!(folder.run("a.js -o -").printed(), PLAIN);
    assert_eq!(folder.names(), ["a.js"]);
}

#[test]
fn nothing_is_written_when_there_is_an_error() {
    let folder = Folder::with(&[("bad.js", BROKEN), ("out.js", "kept"), ("latin.js", "")]);
    fs::write(folder.path("latin.js"), b"async () => '\xe9'").unwrap();
    for arguments in ["latin.js -o out.js", "bad.js -o out.js", "bad.js -o new.js", "no.js -o out.js"] {
        let status = if arguments.starts_with("no") { 2 } else { 1 };
        folder.run(arguments).complained(status);
        assert_eq!(folder.read("out.js"), "kept");
        assert_eq!(folder.names(), ["bad.js", "latin.js", "out.js"]);
    }
    folder.run("bad.js -o bad.js").complained(1);
    assert_eq!(folder.read("bad.js"), BROKEN);
}

#[test]
fn places_that_cannot_be_written_to() {
    let folder = Folder::with(&[("a.js", PLAIN), ("dir/x", "")]);
    has(&folder.run("a.js -o dir").complained(2), &["cannot write to `dir`: it is a directory"]);
    has(&folder.run("a.js -o dir/").complained(2), &["cannot write to `dir/`: it is a directory"]);
    has(&folder.run("a.js -o no/out.js").complained(2), &["cannot write to `no/out.js`: its directory does not exist"]);
    assert_eq!(folder.names(), ["a.js", "dir"]);
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_new_files_are_ordinary() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |folder: &Folder, name| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o7777;
    let folder = Folder::with(&[("a.js", PLAIN), ("tool", ""), ("secret", "")]);
    for (name, kept) in [("tool", 0o755), ("secret", 0o600)] {
        fs::set_permissions(folder.path(name), PermissionsExt::from_mode(kept)).unwrap();
        folder.run(&format!("a.js -o {name}")).printed();
        assert_eq!(mode(&folder, name), kept, "{name}");
        assert_eq!(folder.read(name), PLAIN);
    }
    fs::File::create(folder.path("ordinary")).unwrap();
    folder.run("a.js -o new.js").printed();
    assert_eq!(mode(&folder, "new.js"), mode(&folder, "ordinary"));
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("a.js", PLAIN), ("out.js", "kept")]);
    fs::set_permissions(folder.path("out.js"), PermissionsExt::from_mode(0o444)).unwrap();
    // Root may write to it nevertheless.
    if fs::OpenOptions::new().write(true).open(folder.path("out.js")).is_err() {
        has(&folder.run("a.js -o out.js").complained(2), &["cannot write to `out.js`: permission denied"]);
        assert_eq!(folder.read("out.js"), "kept");
    }
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = Folder::with(&[("a.js", PLAIN), ("real/out.js", "")]);
    std::os::unix::fs::symlink("real/out.js", folder.path("link.js")).unwrap();
    std::os::unix::fs::symlink("real/new.js", folder.path("dangling.js")).unwrap();
    for (link, target) in [("link.js", "real/out.js"), ("dangling.js", "real/new.js")] {
        folder.run(&format!("a.js -o {link}")).printed();
        assert!(is_link(&folder.path(link)));
        assert_eq!(folder.read(target), PLAIN);
    }
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_not_replaced() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    assert_eq!(folder.run("a.js -o /dev/null").printed(), "");
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
    assert_eq!(folder.run("a.js -o /dev/stdout").printed(), PLAIN);
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let folder = Folder::with(&[("big.js", "x;\n".repeat(1_000_000))]);
    let mut child = folder.command().arg("big.js").spawn().unwrap();
    let mut start = [0; 3];
    let mut stdout = child.stdout.take().unwrap();
    stdout.read_exact(&mut start).unwrap();
    drop(stdout);
    let output = child.wait_with_output().unwrap();
    assert_eq!((&start, output.status.code(), output.stderr.as_slice()), (b"x;\n", Some(0), b"".as_slice()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    for arguments in [["a.js"].as_slice(), &["--help"], &["--man"]] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let ran = ran(folder.command().args(arguments).stdout(Stdio::from(full)), b"");
        assert_eq!(ran.status, Some(2), "{arguments:?} {ran:?}");
    }
    has(&folder.run("a.js -o /dev/full").complained(2), &["cannot write to `/dev/full`: no space left on device"]);
}
