//! Trees in adverse conditions: killed runs, files that cannot be read or written.

mod common;

use std::fs;
use std::time::Duration;

use common::{ASYNC, Folder, PLAIN, has};

/// A tree of programs, every third with nothing to lower.
fn project(count: usize) -> Folder {
    let names: Vec<String> = (0..count).map(|n| format!("src/{}/{n}.js", n % 5)).collect();
    let long = ASYNC.repeat(40);
    let text = |n: usize| if n.is_multiple_of(3) { PLAIN } else { long.as_str() };
    let files: Vec<_> = names.iter().enumerate().map(|(n, name)| (name.as_str(), text(n))).collect();
    Folder::with(&files)
}

/// Checks that every program of `folder` is as it was in `before` or as it is in `after`.
fn every_file_is_whole(folder: &Folder, before: &Folder, after: &Folder) {
    for name in folder.tree().iter().filter(|name| name.ends_with(".js")) {
        let text = folder.read(name);
        assert!(text == before.read(name) || text == after.read(name), "{name}: {} bytes", text.len());
    }
    assert_eq!(before.tree().len(), folder.tree().iter().filter(|name| name.ends_with(".js")).count());
}

#[test]
fn a_killed_run_in_place_leaves_every_file_whole() {
    let (before, after) = (project(150), project(150));
    after.run("--in-place src").went_well();
    for round in 0..10 {
        let folder = project(150);
        let mut child = folder.command().args(["--in-place", "src"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(2 + round * 8));
        child.kill().unwrap();
        child.wait().unwrap();
        every_file_is_whole(&folder, &before, &after);
        // The next run ends what this one began.
        folder.run("--in-place src").went_well();
        for name in before.tree() {
            assert_eq!(folder.read(&name), after.read(&name), "{name}");
        }
    }
}

#[test]
fn a_killed_mirror_is_completed_by_the_next_run() {
    let after = project(150);
    after.run("src --out-dir out").went_well();
    let folder = project(150);
    for round in 0..10 {
        let mut child = folder.command().args(["src", "--out-dir", "out"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(2 + round * 8));
        child.kill().unwrap();
        child.wait().unwrap();
        for name in folder.tree().iter().filter(|name| name.starts_with("out/") && name.ends_with(".js")) {
            assert_eq!(folder.read(name), after.read(name), "{name}");
        }
        if round % 5 == 4 {
            // It may not have come that far.
            let _ = fs::remove_dir_all(folder.path("out"));
        }
    }
    folder.run("src --out-dir out").went_well();
    for name in after.tree() {
        assert_eq!(folder.read(&name), after.read(&name), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing_behind() {
    use rustix::process::{Pid, Signal, kill_process};
    let (before, after) = (project(900), project(900));
    after.run("--in-place src").went_well();
    for round in 0..5 {
        let folder = project(900);
        let child = folder.command().args(["--in-place", "src"]).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(100 + round * 30));
        kill_process(Pid::from_child(&child), Signal::INT).unwrap();
        let output = child.wait_with_output().unwrap();
        // No status: it had not even begun.
        assert!(matches!(output.status.code(), Some(0 | 130) | None), "{output:?}");
        every_file_is_whole(&folder, &before, &after);
        assert_eq!(folder.tree(), before.tree());
    }
}

/// Whether permissions mean anything: to root they do not.
#[cfg(unix)]
fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_or_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    if is_root() {
        return;
    }
    let folder =
        Folder::with(&[("src/a.js", ASYNC), ("src/kept.js", ASYNC), ("src/secret.js", ASYNC), ("src/no/b.js", ASYNC)]);
    let set = |name: &str, mode| fs::set_permissions(folder.path(name), PermissionsExt::from_mode(mode)).unwrap();
    set("src/kept.js", 0o444);
    set("src/secret.js", 0o000);
    set("src/no", 0o000);
    let ran = folder.run("--in-place src");
    set("src/no", 0o755);
    assert_eq!(ran.status, Some(2));
    has(
        &ran.stderr,
        &["cannot write to `src/kept.js`: permission denied", "cannot read `src/secret.js`: permission denied"],
    );
    has(&ran.stderr, &["cannot search: src/no", "3 failed"]);
    assert_eq!(folder.read("src/kept.js"), ASYNC);
    has(&folder.read("src/a.js"), &["function*"]);
}

#[test]
fn what_is_in_the_way_of_an_output_is_told() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/b/c.js", ASYNC), ("out/a.js/x", ""), ("out/b", "")]);
    let ran = folder.run("src --out-dir out");
    assert_eq!(ran.status, Some(2));
    has(&ran.stderr, &["cannot write to `out/a.js`: it is a directory", "cannot write to `out/b/c.js`", "2 failed"]);
    assert_eq!(folder.read("out/b"), "");
}

#[cfg(unix)]
#[test]
fn links_in_the_output_do_not_lead_back() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("out/x", "")]);
    std::os::unix::fs::symlink("../src/a.js", folder.path("out/a.js")).unwrap();
    folder.run("src --out-dir out").went_well();
    assert_eq!(folder.read("src/a.js"), ASYNC);
    assert!(!folder.path("out/a.js").is_symlink());
    // The same directory under another name.
    std::os::unix::fs::symlink("src", folder.path("link")).unwrap();
    has(&folder.run("src --out-dir link").complained(2), &["a link leads into the inputs"]);
    has(&folder.run("src --out-dir link --follow-links").complained(2), &["would replace an input"]);
}
