//! What is read, and what is said when it cannot be.

mod common;

use common::{ASYNC, Folder, PLAIN, has};

#[test]
fn a_file_goes_to_standard_output() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    assert_eq!(folder.run("a.js").printed(), PLAIN);
}

#[test]
fn standard_input_with_and_without_a_dash() {
    let folder = Folder::empty();
    assert_eq!(folder.pipe(PLAIN, "").printed(), PLAIN);
    assert_eq!(folder.pipe(PLAIN, "-").printed(), PLAIN);
    assert_eq!(folder.pipe(PLAIN, "--stdin-filepath no/such.js").printed(), PLAIN);
    assert_eq!(folder.pipe("", "").printed(), "");
}

#[test]
fn a_name_with_a_dash_comes_after_two() {
    let folder = Folder::with(&[("-a.js", PLAIN)]);
    assert_eq!(folder.run("-- -a.js").printed(), PLAIN);
}

#[test]
fn a_byte_order_mark_is_kept() {
    let source = format!("\u{feff}{PLAIN}");
    assert_eq!(Folder::empty().pipe(&source, "").printed(), source);
}

#[test]
fn bundles_are_read_where_they_must_be() {
    let broken = format!("{ASYNC}function plain(a) {{ return a +; }}\n");
    let bundle = broken.clone() + &"// and so on\n".repeat(6_000);
    let folder = Folder::with(&[("broken.js", &broken), ("bundle.js", &bundle)]);
    has(&folder.run("broken.js").complained(1), &["error[syntax]", "broken.js:"]);
    has(&folder.run("bundle.js").printed(), &["__awaiter", "return a +;"]);
    has(&folder.run("bundle.js --deny-warnings").complained(1), &["error[syntax]", "bundle.js:"]);
    let worse = bundle.replace(ASYNC, "async function f() { await 1 +; }\n");
    has(&folder.pipe(worse, "").complained(1), &["error[syntax]", "await 1 +;"]);
}

#[test]
fn a_missing_file() {
    has(&Folder::empty().run("no.js").complained(2), &["error: there is no file `no.js`\n"]);
}

#[test]
fn a_directory() {
    let folder = Folder::with(&[("dir/a.js", PLAIN)]);
    has(&folder.run("dir").complained(2), &["`dir` is a directory", "help", "--out-dir DIR"]);
}

#[cfg(unix)]
#[test]
fn an_unreadable_file() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(&[("a.js", PLAIN)]);
    std::fs::set_permissions(folder.path("a.js"), std::fs::Permissions::from_mode(0o000)).unwrap();
    // Root reads it nevertheless.
    if std::fs::read(folder.path("a.js")).is_err() {
        has(&folder.run("a.js").complained(2), &["cannot read `a.js`: permission denied"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_fails_while_it_is_read() {
    has(&Folder::empty().run("/proc/self/mem").complained(2), &["cannot read `/proc/self/mem`: input/output error"]);
}

#[test]
fn invalid_utf_8_is_refused_and_located() {
    let folder = Folder::with(&[("a.js", b"let a;\nlet b = '\xff'; async () => b".as_slice())]);
    has(&folder.run("a.js").complained(1), &["`a.js` is not UTF-8: invalid byte 0xff at offset 16 (line 2)"]);
    has(&folder.pipe(b"\xff\xfea\0", "").complained(1), &["`<stdin>` is not UTF-8", "offset 0", "UTF-16"]);
    has(&folder.pipe(b"async \xc3", "--stdin-filepath b.js").complained(1), &["`b.js` is not UTF-8"]);
}

#[test]
fn a_broken_package_json_is_an_error_unless_the_type_is_said() {
    let folder = Folder::with(&[("package.json", "{\"type\": }"), ("a.js", PLAIN), ("a.mjs", "")]);
    has(&folder.run("a.js").complained(2), &["package.json` is not valid JSON", "line 1 column 10", "--source-type"]);
    has(&folder.pipe(PLAIN, "--stdin-filepath a.js").complained(2), &["package.json` is not valid JSON"]);
    assert_eq!(folder.run("--source-type commonjs a.js").printed(), PLAIN);
    assert_eq!(folder.run("a.mjs").printed(), "");
    assert_eq!(folder.pipe(PLAIN, "").printed(), PLAIN);
}

/// `with` is an error in a module, `import` anywhere else, top-level `return` anywhere but in CommonJS.
#[test]
fn the_source_type_decides_what_is_an_error() {
    let module = "import 'x'; async () => {};\n";
    let commonjs = "if (a) return; async () => {};\n";
    let script = "with (a) b; async () => {};\n";
    let folder = Folder::with(&[
        ("module.mjs", module),
        ("module.cjs", module),
        ("esm/package.json", "{\"type\":\"module\"}"),
        ("esm/script.js", script),
        ("cjs/package.json", "{\"type\":\"commonjs\"}"),
        ("cjs/module.js", module),
        ("cjs/return.js", commonjs),
        ("bare/package.json", "{}"),
        ("bare/module.js", module),
        ("bare/return.js", commonjs),
    ]);
    for good in [
        "module.mjs",
        "cjs/return.js",
        "cjs/module.js",
        "bare/module.js",
        "bare/return.js",
        "--source-type module module.cjs",
    ] {
        assert_eq!(folder.run(good).status, Some(0), "{good}");
    }
    for bad in ["module.cjs", "esm/script.js", "--source-type script cjs/return.js"] {
        has(&folder.run(bad).complained(1), &["-->"]);
    }
    assert_eq!(folder.pipe(script, "--source-type script").status, Some(0));
    assert_eq!(folder.pipe(script, "--stdin-filepath a.cjs").status, Some(0));
    folder.pipe(script, "--stdin-filepath a.mjs").complained(1);
    folder.pipe(script, "--stdin-filepath esm/new.js").complained(1);
}

/// Whatever comes of it, it is no signal.
#[test]
fn deep_nesting_is_survived() {
    let (open, close) = ("(".repeat(5_000), ")".repeat(5_000));
    let ran = Folder::empty().pipe(format!("async () => {open}await 1{close};\n"), "");
    assert!(matches!(ran.status, Some(0 | 1)), "{:?}: {}", ran.status, ran.stderr);
}

#[test]
fn an_async_function_is_lowered() {
    let lowered = Folder::empty().pipe(ASYNC, "").printed();
    assert!(!lowered.contains("async") && !lowered.contains("await x"), "{lowered}");
    has(&lowered, &["function*", "yield x"]);
}
