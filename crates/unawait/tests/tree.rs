//! Many programs at once: what is found, where it goes, and that one bad file harms no other.

mod common;

use std::fs;

use common::{ASYNC, BROKEN, Folder, PLAIN, has, ran};

/// A tree with everything in it that matters.
fn project() -> Folder {
    Folder::with(&[
        ("src/a.js", ASYNC),
        ("src/plain.mjs", PLAIN),
        ("src/deep/er/b.cjs", ASYNC),
        ("src/deep/data.json", "{}"),
        ("src/.hidden/c.js", ASYNC),
        ("src/.git/hook.js", ASYNC),
    ])
}

#[track_caller]
fn is_lowered(text: &str) {
    assert!(text.contains("function*") && !text.contains("async function"), "{text}");
}

#[test]
fn a_tree_is_mirrored() {
    let folder = project();
    folder.run("src --out-dir out").went_well();
    let inputs = folder.tree().into_iter().filter(|name| name.starts_with("src")).count();
    assert_eq!(inputs, 6);
    let out: Vec<_> = folder.tree().into_iter().filter(|name| name.starts_with("out")).collect();
    assert_eq!(out, ["out/.hidden/c.js", "out/a.js", "out/deep/er/b.cjs", "out/plain.mjs"]);
    is_lowered(&folder.read("out/a.js"));
    is_lowered(&folder.read("out/deep/er/b.cjs"));
    assert_eq!(folder.read("out/plain.mjs"), PLAIN);
    assert_eq!(folder.read("src/a.js"), ASYNC);
}

#[test]
fn a_mirrored_program_is_what_the_program_alone_becomes() {
    let folder = project();
    folder.run("src --out-dir out").went_well();
    assert_eq!(folder.read("out/a.js"), folder.run("src/a.js").printed());
}

#[test]
fn other_files_on_request() {
    let folder = project();
    folder.run("src --out-dir out --copy-files").went_well();
    assert_eq!(folder.read("out/deep/data.json"), "{}");
    assert!(!folder.path("out/.git").exists());
}

#[test]
fn the_root_is_what_the_inputs_have_in_common() {
    let cases: [(&str, &[&str]); 5] = [
        ("src/a.js", &["a.js"]),
        ("src/a.js src/deep/er/b.cjs", &["a.js", "deep/er/b.cjs"]),
        ("src/deep src/.hidden", &[".hidden/c.js", "deep/er/b.cjs"]),
        ("src/deep/../a.js src", &[".hidden/c.js", "a.js", "deep/er/b.cjs", "plain.mjs"]),
        ("src/**/*.js", &[".hidden/c.js", "a.js"]),
    ];
    for (inputs, expected) in cases {
        let folder = project();
        folder.run(&format!("{inputs} --out-dir out")).went_well();
        let tree = folder.tree();
        let out: Vec<_> = tree.iter().filter_map(|name| name.strip_prefix("out/")).collect();
        assert_eq!(out, expected, "{inputs}");
    }
}

#[test]
fn in_place_changes_what_has_to_change() {
    let folder = project();
    let before = fs::metadata(folder.path("src/plain.mjs")).unwrap().modified().unwrap();
    folder.run("--in-place src").went_well();
    is_lowered(&folder.read("src/a.js"));
    is_lowered(&folder.read("src/deep/er/b.cjs"));
    assert_eq!(fs::metadata(folder.path("src/plain.mjs")).unwrap().modified().unwrap(), before);
    let lowered = folder.read("src/a.js");
    assert_eq!(folder.tree().len(), 6);
    folder.run("--in-place src").went_well();
    assert_eq!(folder.read("src/a.js"), lowered);
}

#[test]
fn a_check_tells_and_fails() {
    let folder = project();
    let ran = folder.run("--check src");
    assert_eq!(ran.status, Some(1));
    assert_eq!(ran.stdout, "src/.hidden/c.js\nsrc/a.js\nsrc/deep/er/b.cjs\n");
    assert_eq!(folder.read("src/a.js"), ASYNC);
    folder.run("--in-place src").went_well();
    assert_eq!(folder.run("--check src").went_well(), "");
}

#[test]
fn a_check_of_a_mirror_compares() {
    let folder = project();
    let changes = |arguments: &str| {
        let ran = folder.run(arguments);
        (ran.status, ran.stdout)
    };
    assert_eq!(changes("--check src/deep --out-dir out"), (Some(1), "out/er/b.cjs\n".to_owned()));
    assert!(!folder.path("out").exists());
    folder.run("src/deep --out-dir out").went_well();
    assert_eq!(changes("--check src/deep --out-dir out"), (Some(0), String::new()));
    assert_eq!(changes("--check src/deep --out-dir out --copy-files"), (Some(1), "out/data.json\n".to_owned()));
    fs::write(folder.path("out/er/b.cjs"), "edited").unwrap();
    assert_eq!(changes("--check src/deep --out-dir out"), (Some(1), "out/er/b.cjs\n".to_owned()));
}

#[test]
fn a_list_is_of_inputs() {
    let folder = project();
    assert_eq!(folder.run("--list src").printed(), "src/.hidden/c.js\nsrc/a.js\nsrc/deep/er/b.cjs\nsrc/plain.mjs\n");
    assert_eq!(folder.run("--list src/**/data.json").printed(), "");
    assert_eq!(
        folder.run("--list --copy-files --out-dir out ./src/deep").printed(),
        "./src/deep/data.json\n./src/deep/er/b.cjs\n"
    );
}

#[test]
fn a_dry_run_tells_and_writes_nothing() {
    let folder = project();
    let told = folder.run("--dry-run src --out-dir out --ignore .hidden").went_well();
    let expected = "\
would write out/a.js (1 function lowered)
would write out/deep/er/b.cjs (1 function lowered)
would copy to out/plain.mjs
";
    assert_eq!(told, expected);
    assert!(!folder.path("out").exists());
    assert_eq!(
        folder.run("--dry-run src/a.js src/plain.mjs --in-place").went_well(),
        "would write src/a.js (1 function lowered)\n"
    );
    assert_eq!(folder.read("src/a.js"), ASYNC);
}

#[test]
fn a_diff_for_every_file_that_changes() {
    let folder = project();
    let diff = folder.run("--diff src").went_well();
    let names: Vec<_> = diff.lines().filter(|line| line.starts_with("+++ ")).collect();
    assert_eq!(names, ["+++ src/.hidden/c.js", "+++ src/a.js", "+++ src/deep/er/b.cjs"]);
    let ran = folder.run("--diff --check src");
    assert_eq!((ran.status, ran.stdout), (Some(1), diff));
}

#[test]
fn gitignore_counts_unless_told_otherwise() {
    let folder = project();
    fs::write(folder.path(".gitignore"), "plain.mjs\n/src/deep\n").unwrap();
    fs::write(folder.path("src/.gitignore"), ".hidden/\n").unwrap();
    assert_eq!(folder.run("--list src").printed(), "src/a.js\n");
    assert_eq!(folder.run("--list src/**/*").printed(), "src/a.js\n");
    assert_eq!(folder.run("--list src/plain.mjs").printed(), "src/plain.mjs\n");
    assert_eq!(folder.run("--list --no-gitignore src").printed().lines().count(), 4);
    // What is named counts: a build's output is ignored in most projects.
    fs::write(folder.path(".gitignore"), "src/\n").unwrap();
    fs::remove_file(folder.path("src/.gitignore")).unwrap();
    assert_eq!(folder.run("--list src").printed().lines().count(), 4);
    assert_eq!(folder.run("--list .").printed(), "");
}

#[test]
fn ignored_globs_are_left_out() {
    let folder = project();
    assert_eq!(folder.run("--list src --ignore *.mjs --ignore .hidden/ --ignore /src/deep").printed(), "src/a.js\n");
    assert_eq!(folder.run("--list src --ignore *.* --ignore !a.js").printed(), "src/a.js\n");
    assert_eq!(folder.run("--list src/a.js src/plain.mjs --ignore plain.*").printed(), "src/a.js\n");
    assert_eq!(folder.run("--list src/deep/er/b.cjs src/a.js --ignore src/deep/").printed(), "src/a.js\n");
    has(&folder.run("--list src --ignore {a").complained(2), &["`--ignore {a` is no glob"]);
}

#[test]
fn the_output_directory_is_no_input() {
    let folder = Folder::with(&[("a.js", ASYNC), ("lib/b.js", PLAIN)]);
    for _ in 0..2 {
        folder.run(". --out-dir out").went_well();
        assert_eq!(folder.tree(), ["a.js", "lib/b.js", "out/a.js", "out/lib/b.js"]);
    }
    folder.run(". --out-dir lib/out").went_well();
    assert!(!folder.path("lib/out/lib/out").exists());
}

#[test]
fn outputs_do_not_replace_inputs() {
    let folder = Folder::with(&[("lib/a.js", ASYNC), ("lib/lib/a.js", PLAIN)]);
    for arguments in ["lib --out-dir lib", "lib --out-dir .", ". --out-dir ."] {
        let complaint = folder.run(arguments).complained(2);
        has(&complaint, &["would replace an input", "--in-place"]);
    }
    assert_eq!(folder.read("lib/a.js"), ASYNC);
    has(&folder.run("lib --out-dir lib/a.js").complained(2), &["`lib/a.js`: it is not a directory"]);
}

#[test]
fn the_same_file_twice_is_one() {
    let folder = project();
    assert_eq!(folder.run("--list src/a.js ./src/a.js src/../src/a.js").printed(), "src/a.js\n");
}

#[test]
fn bad_files_are_told_and_the_others_written() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/bad.js", BROKEN), ("src/z.js", PLAIN)]);
    let ran = folder.run("src no.js --out-dir out");
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    has(&ran.stderr, &[" --> src/bad.js:2:9\n", "there is no file `no.js`", "4 files", "1 refused, 1 failed"]);
    assert!(ran.stderr.find("no.js").unwrap() < ran.stderr.find("src/bad.js").unwrap(), "{}", ran.stderr);
    assert_eq!(folder.tree(), ["out/src/a.js", "out/src/z.js", "src/a.js", "src/bad.js", "src/z.js"]);
    assert_eq!(folder.run("src --in-place").status, Some(1));
    assert_eq!(folder.read("src/bad.js"), BROKEN);
    is_lowered(&folder.read("src/a.js"));
}

#[test]
fn a_glob_that_matches_nothing_is_wrong() {
    has(&project().run("src/*.cjs --check").complained(2), &["no file matches `src/*.cjs`"]);
    assert!(project().run("src/[a-z].js --list").printed().contains("src/a.js"));
}

#[test]
fn brackets_in_a_name_are_no_glob_if_the_file_is_there() {
    let folder = Folder::with(&[("[id].js", ASYNC), ("i.js", ASYNC)]);
    assert_eq!(folder.run("--list [id].js").printed(), "[id].js\n");
    is_lowered(&folder.run("[id].js").printed());
}

#[test]
fn weird_names() {
    let names =
        ["a b.js", "\u{1f600}\u{e9}.js", "line\nbreak.js", "-dash.js", "quote'\".js", " .js", "#.js", "!x.js", "\\.js"];
    let folder = Folder::empty();
    fs::create_dir(folder.path("src")).unwrap();
    for name in names {
        fs::write(folder.path("src").join(name), ASYNC).unwrap();
    }
    folder.run("src --out-dir out").went_well();
    for name in names {
        is_lowered(&folder.read(&format!("out/{name}")));
    }
    // A line for each, whatever is in a name.
    assert_eq!(folder.run("--list src").printed().lines().count(), names.len());
    let dash = ran(folder.command().current_dir(folder.path("src")).args(["--in-place", "--", "-dash.js"]), b"");
    assert_eq!(dash.status, Some(0));
    is_lowered(&folder.read("src/-dash.js"));
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let name = std::ffi::OsStr::from_bytes(b"\xff.js");
    let folder = Folder::empty();
    fs::create_dir(folder.path("src")).unwrap();
    fs::write(folder.path("src").join(name), ASYNC).unwrap();
    folder.run("src --out-dir out").went_well();
    is_lowered(&fs::read_to_string(folder.path("out").join(name)).unwrap());
}

#[cfg(unix)]
#[test]
fn links_to_files_are_followed_and_links_to_directories_are_not() {
    use std::os::unix::fs::symlink;
    let folder = Folder::with(&[("src/a.js", ASYNC), ("other/b.js", ASYNC)]);
    symlink("../other/b.js", folder.path("src/b.js")).unwrap();
    symlink("../other", folder.path("src/other")).unwrap();
    symlink("..", folder.path("src/cycle")).unwrap();
    symlink("nowhere.js", folder.path("src/dangling.js")).unwrap();
    symlink("a.js", folder.path("src/again.js")).unwrap();
    let told = folder.run("src --out-dir out");
    assert_eq!(told.status, Some(0));
    has(&told.stderr, &["warning: `src/b.js` is a link that leads out of the inputs, to `", "--follow-links"]);
    folder.run("src --out-dir out --follow-links").went_well();
    let out: Vec<_> = folder.tree().into_iter().filter(|name| name.starts_with("out")).collect();
    assert_eq!(out, ["out/a.js", "out/again.js", "out/b.js"]);
    assert!(!folder.path("out/b.js").is_symlink());
    // A directory that is named is searched even if it is a link.
    symlink("src", folder.path("link")).unwrap();
    assert_eq!(folder.run("--list link --follow-links").printed().lines().count(), 3);
    // In place, the file that a link leads to is lowered, once, and the link stays; out of the tree if that is asked for.
    let refused = folder.run("src --in-place");
    assert_eq!(refused.status, Some(2));
    has(&refused.stderr, &["error: `src/b.js` is a link that leads out of the inputs", "1 failed"]);
    assert_eq!(folder.read("other/b.js"), ASYNC);
    folder.run("src --in-place --follow-links").went_well();
    assert!(folder.path("src/b.js").is_symlink() && folder.path("src/again.js").is_symlink());
    is_lowered(&folder.read("other/b.js"));
    is_lowered(&folder.read("src/a.js"));
}

#[cfg(unix)]
#[test]
fn permissions_come_along() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("src/tool.js", ASYNC), ("src/kept.js", PLAIN), ("src/data", "x")]);
    let mode = |name: &str| fs::metadata(folder.path(name)).unwrap().permissions().mode() & 0o7777;
    for (name, mode) in [("src/tool.js", 0o755), ("src/kept.js", 0o444), ("src/data", 0o600)] {
        fs::set_permissions(folder.path(name), PermissionsExt::from_mode(mode)).unwrap();
    }
    // The second time it has to replace what may not be written to.
    for text in [PLAIN, "changed"] {
        fs::set_permissions(folder.path("src/kept.js"), PermissionsExt::from_mode(0o644)).unwrap();
        fs::write(folder.path("src/kept.js"), text).unwrap();
        fs::set_permissions(folder.path("src/kept.js"), PermissionsExt::from_mode(0o444)).unwrap();
        folder.run("src --out-dir out --copy-files").went_well();
        assert_eq!(folder.read("out/kept.js"), text);
    }
    assert_eq!([mode("out/tool.js"), mode("out/kept.js"), mode("out/data")], [0o755, 0o444, 0o600]);
}

#[test]
fn what_is_no_text_is_copied_unless_it_may_be_asynchronous() {
    let folder = Folder::with(&[
        ("src/latin.js", b"var x = '\xe9';\n".as_slice()),
        ("src/bad.js", b"async () => '\xe9';\n".as_slice()),
    ]);
    let ran = folder.run("src --out-dir out");
    assert_eq!(ran.status, Some(1));
    has(&ran.stderr, &["`src/bad.js` is not UTF-8: invalid byte 0xe9"]);
    assert_eq!(fs::read(folder.path("out/latin.js")).unwrap(), b"var x = '\xe9';\n");
    assert!(!folder.path("out/bad.js").exists());
}

#[test]
fn types_of_modules_are_looked_up_file_by_file() {
    let folder = Folder::with(&[
        ("src/esm/package.json", "{\"type\":\"module\"}"),
        ("src/esm/a.js", "async () => {}; with (a) b;\n"),
        ("src/cjs/package.json", "{\"type\":\"commonjs\"}"),
        ("src/cjs/a.js", "async () => {}; with (a) b;\n"),
        ("src/broken/package.json", "{"),
        ("src/broken/plain.js", PLAIN),
    ]);
    let ran = folder.run("src --out-dir out");
    assert_eq!(ran.status, Some(1), "{ran:#?}");
    has(&ran.stderr, &["src/esm/a.js:1:17"]);
    is_lowered(&format!("function* {}", folder.read("out/cjs/a.js")));
    assert_eq!(folder.read("out/broken/plain.js"), PLAIN);
}

#[test]
fn the_last_line_counts() {
    let folder = project();
    let line = folder.run("src --out-dir out --copy-files").stderr;
    has(&line, &["5 files, ", "3 functions lowered in 3 programs, 1 untouched, 1 copied, in 0."]);
    assert_eq!(folder.run("src --out-dir out --quiet").printed(), "");
    assert_eq!(folder.run("src -q --out-dir out").printed(), "");
}

#[test]
fn messages_are_the_same_every_time() {
    let files: Vec<_> = (0..60).map(|n| (format!("src/{n}.js"), if n % 3 == 0 { BROKEN } else { ASYNC })).collect();
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::with(&files);
    let first = folder.run("src --out-dir out -q");
    assert_eq!(first.status, Some(1));
    assert_eq!(first.stderr.matches("-->").count(), 20);
    for _ in 0..3 {
        assert_eq!(folder.run("src --out-dir out -q").stderr, first.stderr);
    }
}

#[test]
fn thousands_of_files() {
    let folder = Folder::empty();
    for n in 0..5000 {
        let path = folder.path(&format!("src/{}/{}/{n}.js", n % 7, n % 61));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, if n % 3 == 0 { ASYNC } else { PLAIN }).unwrap();
    }
    let ran = folder.run("src --out-dir out");
    assert_eq!(ran.status, Some(0));
    has(&ran.stderr, &["5000 files, ", "1667 functions lowered in 1667 programs, 3333 untouched"]);
    assert_eq!(folder.tree().len(), 10_000);
}
