//! `--source-map`: where the map goes, what it says, and what contradicts it. That it is right is for the fixtures to show.

mod common;

use common::{ASYNC, Folder, PLAIN, has};
use serde_json::Value;

/// The map in a `data:` URL.
fn inline(code: &str) -> Value {
    let url = code.lines().last().unwrap().strip_prefix("//# sourceMappingURL=").unwrap();
    let base64 = url.split_once("base64,").unwrap().1;
    let decoded = std::process::Command::new("node")
        .args(["-p", "Buffer.from(process.argv[1], 'base64').toString()", base64])
        .output()
        .unwrap();
    serde_json::from_slice(&decoded.stdout).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_file_beside_the_output() {
    let folder = Folder::with(&[("src/a b.js", ASYNC), ("dist/keep", "")]);
    let ran = folder.command().args(["src/a b.js", "-o", "dist/o#.js", "--source-map", "file"]).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    assert!(folder.read("dist/o#.js").ends_with("\n//# sourceMappingURL=o%23.js.map\n"));
    let map = json(&folder.read("dist/o#.js.map"));
    assert_eq!(
        (&map["version"], &map["file"], &map["sources"][0]),
        (&3.into(), &"o%23.js".into(), &"../src/a%20b.js".into())
    );
    // Helpers have no source: tools that measure coverage take every one for a file of the program.
    assert_eq!(map["sources"].as_array().map(Vec::len), Some(1));
    assert_eq!((&map["sourcesContent"], &map["ignoreList"]), (&Value::Null, &Value::Null));
}

#[test]
fn inline_goes_anywhere() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    for line in ["a.js --source-map inline", "- --stdin-filepath a.js --source-map inline"] {
        let code = folder.pipe(ASYNC, line).printed();
        assert_eq!(inline(&code)["sources"][0], "a.js", "{line}");
    }
    assert_eq!(inline(&folder.pipe(ASYNC, "- --source-map=inline").printed())["sources"][0], "<stdin>");
}

#[test]
fn sources_are_held_when_asked_for_or_replaced() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let code = folder.run("a.js --source-map inline --sources-content").printed();
    assert_eq!(inline(&code)["sourcesContent"][0], ASYNC);
    folder.run("a.js -o a.js --source-map file").printed();
    assert_eq!(json(&folder.read("a.js.map"))["sourcesContent"][0], ASYNC);
}

#[test]
fn a_tree_has_a_map_for_each_lowered_program() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/x/b.js", ASYNC), ("src/c.js", PLAIN)]);
    folder.run("src --out-dir dist --source-map file --quiet").printed();
    assert!(folder.read("dist/x/b.js").ends_with("//# sourceMappingURL=b.js.map\n"));
    assert_eq!(json(&folder.read("dist/x/b.js.map"))["sources"][0], "../../src/x/b.js");
    assert_eq!(folder.read("dist/c.js"), PLAIN);
    assert!(!folder.path("dist/c.js.map").exists());
}

const TYPESCRIPT: &str =
    r#"{"version":3,"sources":["a.ts"],"sourcesContent":["async..."],"names":[],"mappings":"AAGA"}"#;

#[test]
fn a_map_of_the_input_is_followed_and_its_comment_replaced() {
    let source = format!("{ASYNC}\n//# sourceMappingURL=maps/a.js.map?x\n");
    let folder = Folder::with(&[("lib/a.js", source.as_str()), ("lib/maps/a.js.map", TYPESCRIPT), ("out/keep", "")]);
    folder.run("lib/a.js -o out/a.js --source-map file --sources-content").printed();
    let code = folder.read("out/a.js");
    assert_eq!(code.matches("sourceMappingURL").count(), 1, "{code}");
    let map = json(&folder.read("out/a.js.map"));
    assert_eq!((&map["sources"][0], &map["sourcesContent"][0]), (&"../lib/maps/a.ts".into(), &"async...".into()));

    // Our own output is such an input as well.
    let inner = folder.run("lib/a.js --source-map inline").printed();
    let code = folder
        .pipe(format!("{ASYNC}\n{}", inner.lines().last().unwrap()), "--stdin-filepath y/x.js --source-map inline");
    assert_eq!(inline(&code.printed())["sources"][0], "y/lib/maps/a.ts");
}

#[test]
fn a_map_that_cannot_be_read_is_warned_of() {
    for comment in ["missing.map", "broken.map", "data:application/json;base64,e30="] {
        let source = format!("{ASYNC}\n//# sourceMappingURL={comment}\n");
        let folder = Folder::with(&[("a.js", source.as_str()), ("broken.map", "{")]);
        let ran = folder.run("a.js --source-map inline");
        assert_eq!(ran.status, Some(0), "{ran:?}");
        has(&ran.stderr, &["warning[input-map]", "source map cannot be read"]);
        assert_eq!(inline(&ran.stdout)["sources"][0], "a.js");
    }
}

#[test]
fn nothing_to_lower_gets_no_map() {
    let source = format!("{PLAIN}\n//# sourceMappingURL=a.js.map\n");
    let folder = Folder::with(&[("a.js", &source)]);
    folder.run("a.js -o out.js --source-map file").printed();
    assert_eq!(folder.read("out.js"), source);
    assert_eq!(folder.names(), ["a.js", "out.js"]);
}

#[test]
fn contradictions_are_usage_errors() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    for (line, said) in [
        ("a.js --source-map file", "needs an output to put the map beside"),
        ("a.js -o - --source-map file", "needs an output to put the map beside"),
        ("a.js --source-map inline --diff", "cannot be used with `--diff`"),
        ("a.js --sources-content", "needs `--source-map"),
        ("a.js --source-map somewhere", "invalid value"),
    ] {
        let ran = folder.run(line);
        assert_eq!(ran.status, Some(2), "{line}");
        has(&ran.stderr, &[said]);
    }
    assert_eq!(folder.names(), ["a.js"]);
}

#[test]
fn a_map_that_is_gone_is_made_again() {
    let folder = Folder::with(&[("src/a.js", ASYNC)]);
    let run = || folder.run("src --out-dir dist --source-map file --cache-dir cache --quiet").printed();
    run();
    let map = folder.read("dist/a.js.map");
    std::fs::remove_file(folder.path("dist/a.js.map")).unwrap();
    run();
    assert_eq!(folder.read("dist/a.js.map"), map);
}
