//! What is skipped the second time, and what must not be.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{ASYNC, BROKEN, Folder, PLAIN, has};

const BUILD: &str = "src --out-dir out --copy-files";

fn project() -> Folder {
    Folder::with(&[("src/a.js", ASYNC), ("src/b/plain.mjs", PLAIN), ("src/data.json", "{}")])
}

/// Builds, and gives how many files were skipped.
#[track_caller]
fn skipped(folder: &Folder, arguments: &str) -> usize {
    let ran = folder.run(arguments);
    assert_eq!(ran.status, Some(0), "{ran:#?}");
    let mut words = ran.stderr.split(", ").filter_map(|part| part.strip_suffix(" up to date"));
    words.next().map_or(0, |count| count.parse().unwrap())
}

/// All files below `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    // The user's key is no cache.
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| !path.ends_with("key"));
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn what_has_not_changed_is_skipped() {
    let folder = project();
    assert_eq!(skipped(&folder, BUILD), 0);
    let before = fs::metadata(folder.path("out/a.js")).unwrap().modified().unwrap();
    assert_eq!(skipped(&folder, BUILD), 3);
    assert_eq!(fs::metadata(folder.path("out/a.js")).unwrap().modified().unwrap(), before);
    assert_eq!(files(folder.caches()).len(), 1);
    // The content counts, not the time.
    fs::write(folder.path("src/a.js"), ASYNC).unwrap();
    assert_eq!(skipped(&folder, BUILD), 3);
}

#[test]
fn what_has_changed_is_not() {
    let folder = project();
    skipped(&folder, BUILD);
    let other = ASYNC.replace("return await x", "return await y");
    fs::write(folder.path("src/a.js"), &other).unwrap();
    fs::write(folder.path("src/new.js"), PLAIN).unwrap();
    assert_eq!(skipped(&folder, BUILD), 2);
    has(&folder.read("out/a.js"), &["yield y"]);
    assert_eq!(folder.read("out/new.js"), PLAIN);
    assert_eq!(skipped(&folder, BUILD), 4);
}

#[test]
fn the_map_of_an_input_counts_as_well() {
    let map = |name: &str| format!(r#"{{"version":3,"sources":["{name}"],"names":[],"mappings":"AAAA;AACA"}}"#);
    let program = format!("{ASYNC}\n//# sourceMappingURL=a.js.map\n");
    let folder = Folder::with(&[("src/a.js", &program), ("src/a.js.map", &map("a.ts"))]);
    let build = "src --out-dir out --source-map file";
    assert_eq!(skipped(&folder, build), 0);
    has(&folder.read("out/a.js.map"), &["a.ts"]);
    assert_eq!(skipped(&folder, build), 1);
    fs::write(folder.path("src/a.js.map"), map("b.ts")).unwrap();
    assert_eq!(skipped(&folder, build), 0);
    has(&folder.read("out/a.js.map"), &["b.ts"]);
    fs::remove_file(folder.path("src/a.js.map")).unwrap();
    assert_eq!(skipped(&folder, build), 0);
    assert_eq!(skipped(&folder, build), 1);
    fs::write(folder.path("src/a.js.map"), map("c.ts")).unwrap();
    assert_eq!(skipped(&folder, build), 0);
    has(&folder.read("out/a.js.map"), &["c.ts"]);
}

#[test]
fn an_output_that_is_gone_or_was_edited_is_made_again() {
    let folder = project();
    skipped(&folder, BUILD);
    let lowered = folder.read("out/a.js");
    fs::remove_file(folder.path("out/a.js")).unwrap();
    assert_eq!(skipped(&folder, BUILD), 2);
    assert_eq!(folder.read("out/a.js"), lowered);
    // As long as before, and as old.
    let old = fs::metadata(folder.path("out/a.js")).unwrap().modified().unwrap();
    fs::write(folder.path("out/a.js"), "x".repeat(lowered.len())).unwrap();
    fs::File::options().write(true).open(folder.path("out/a.js")).unwrap().set_modified(old).unwrap();
    assert_eq!(skipped(&folder, BUILD), 2);
    assert_eq!(folder.read("out/a.js"), lowered);
    fs::remove_dir_all(folder.path("out")).unwrap();
    assert_eq!(skipped(&folder, BUILD), 0);
    assert_eq!(folder.tree().len(), 6);
}

#[test]
fn other_options_make_other_outputs() {
    let folder = project();
    skipped(&folder, BUILD);
    assert_eq!(skipped(&folder, &format!("{BUILD} --promise global")), 0);
    let global = folder.read("out/a.js");
    assert_eq!(skipped(&folder, BUILD), 0);
    assert_ne!(folder.read("out/a.js"), global);
    // How much work there is makes no difference.
    assert_eq!(skipped(&folder, &format!("{BUILD} --no-gitignore")), 3);
    // Another directory knows nothing of this one.
    assert_eq!(skipped(&folder, "src --out-dir other --copy-files"), 0);
    assert_eq!(skipped(&folder, BUILD), 3);
}

#[test]
fn the_type_of_a_module_counts_where_it_matters() {
    let folder = project();
    skipped(&folder, BUILD);
    fs::write(folder.path("package.json"), "{\"type\":\"module\"}").unwrap();
    assert_eq!(skipped(&folder, BUILD), 2);
    assert_eq!(skipped(&folder, BUILD), 3);
}

#[cfg(unix)]
#[test]
fn permissions_count() {
    use std::os::unix::fs::PermissionsExt;
    let folder = project();
    skipped(&folder, BUILD);
    fs::set_permissions(folder.path("src/a.js"), PermissionsExt::from_mode(0o755)).unwrap();
    assert_eq!(skipped(&folder, BUILD), 2);
    assert_eq!(fs::metadata(folder.path("out/a.js")).unwrap().permissions().mode() & 0o777, 0o755);
}

#[test]
fn what_was_refused_is_refused_again() {
    let folder = project();
    fs::write(folder.path("src/bad.js"), BROKEN).unwrap();
    let first = folder.run(&format!("{BUILD} -q"));
    assert_eq!(first.status, Some(1));
    has(&first.stderr, &["src/bad.js:2:9"]);
    let second = folder.run(&format!("{BUILD} -q"));
    assert_eq!((second.status, second.stderr), (first.status, first.stderr));
    // An output of before is not what it says now.
    fs::write(folder.path("src/bad.js"), ASYNC).unwrap();
    assert_eq!(skipped(&folder, BUILD), 3);
    fs::write(folder.path("src/bad.js"), BROKEN).unwrap();
    assert_eq!(folder.run(BUILD).status, Some(1));
    assert_eq!(folder.run(BUILD).status, Some(1));
}

#[test]
fn in_place_what_was_lowered_is_known() {
    let folder = project();
    assert_eq!(skipped(&folder, "--in-place src"), 0);
    let lowered = folder.read("src/a.js");
    assert_eq!(skipped(&folder, "--in-place src"), 2);
    fs::write(folder.path("src/a.js"), ASYNC).unwrap();
    assert_eq!(skipped(&folder, "--in-place src"), 1);
    assert_eq!(folder.read("src/a.js"), lowered);
    // What was read with other options may have something to lower with these.
    assert_eq!(skipped(&folder, "--in-place src --top-level-await error"), 0);
}

#[test]
fn a_damaged_or_missing_cache_is_none() {
    let folder = project();
    skipped(&folder, BUILD);
    let [file] = files(folder.caches()).try_into().unwrap();
    let whole = fs::read(&file).unwrap();
    for damaged in [b"".as_slice(), b"unawait cache 1\n", &whole[..whole.len() - 1], b"\0\0\0\0\0\0\0\0"] {
        fs::write(&file, damaged).unwrap();
        assert_eq!(skipped(&folder, BUILD), 0);
        assert_eq!(skipped(&folder, BUILD), 3);
    }
    fs::remove_file(&file).unwrap();
    assert_eq!(skipped(&folder, BUILD), 0);
    assert_eq!(skipped(&folder, BUILD), 3);
}

/// As after a crash before the cache was written, or after its return from a backup.
#[test]
fn a_cache_older_than_the_outputs_does_no_harm() {
    let folder = project();
    skipped(&folder, BUILD);
    let [file] = files(folder.caches()).try_into().unwrap();
    let old = fs::read(&file).unwrap();
    let other = ASYNC.replace('2', "3");
    fs::write(folder.path("src/a.js"), &other).unwrap();
    skipped(&folder, BUILD);
    fs::write(&file, &old).unwrap();
    // The old input again, of which the cache knows another output.
    fs::write(folder.path("src/a.js"), ASYNC).unwrap();
    assert_eq!(skipped(&folder, BUILD), 2);
    has(&folder.read("out/a.js"), &["f(2)"]);
}

#[test]
fn where_it_is_kept() {
    let folder = project();
    assert_eq!(skipped(&folder, &format!("{BUILD} --cache-dir my/cache")), 0);
    assert_eq!(files(&folder.path("my/cache")).len(), 1);
    assert_eq!(skipped(&folder, &format!("{BUILD} --cache-dir my/cache")), 3);
    assert_eq!(skipped(&folder, &format!("{BUILD} --no-cache")), 0);
    assert_eq!(files(folder.caches()).len(), 0);
    fs::write(folder.path("package.json"), "{}").unwrap();
    fs::create_dir(folder.path("node_modules")).unwrap();
    skipped(&folder, BUILD);
    assert_eq!(files(&folder.path("node_modules/.cache/unawait")).len(), 1);
    assert_eq!(files(folder.caches()).len(), 0);
}

#[test]
fn a_cache_that_cannot_be_written_is_told_if_it_was_named() {
    let folder = project();
    fs::write(folder.path("file"), "").unwrap();
    let ran = folder.run(&format!("{BUILD} --cache-dir file"));
    has(&ran.stderr, &["cannot write the cache: ", "3 files"]);
    assert_eq!(ran.status, Some(0));
    assert_eq!(folder.run(&format!("{BUILD} --cache-dir file -q --no-gitignore")).status, Some(0));
}

#[test]
fn looking_only_leaves_no_trace() {
    let folder = project();
    for look in ["--check src", "--diff src", "--list src", "--dry-run src --out-dir out"] {
        folder.run(look);
        assert_eq!(files(folder.caches()).len(), 0, "{look}");
    }
}

#[test]
fn runs_at_the_same_time_do_not_disturb_one_another() {
    let files: Vec<_> = (0..200).map(|n| (format!("src/{n}.js"), ASYNC.replace('2', &n.to_string()))).collect();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = Folder::with(&files);
    for _ in 0..3 {
        let children: Vec<_> = (0..4).map(|_| folder.command().args(BUILD.split(' ')).spawn().unwrap()).collect();
        for child in children {
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        }
        fs::write(folder.path("src/7.js"), ASYNC).unwrap();
    }
    skipped(&folder, BUILD);
    assert_eq!(skipped(&folder, BUILD), 200);
    assert_eq!(folder.tree().len(), 400);
    has(&folder.read("out/9.js"), &["f(9)"]);
    has(&folder.read("out/7.js"), &["f(2)"]);
}
