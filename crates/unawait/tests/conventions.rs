//! What other tools for JavaScript have taught people to expect of a command.

mod common;

use std::fs;

use common::{ASYNC, BROKEN, Folder, PLAIN, has, ran};
use serde_json::Value;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn tree_below(folder: &Folder, top: &str) -> Vec<String> {
    folder.tree().iter().filter_map(|name| name.strip_prefix(top)).map(str::to_owned).collect()
}

#[test]
fn names_of_options_that_others_have() {
    let folder = Folder::with(&[("src/a.js", ASYNC)]);
    folder.run("src -d out").went_well();
    folder.run("src/a.js --out-file b.js").printed();
    assert_eq!(folder.read("out/a.js"), folder.read("b.js"));
    for option in
        ["--sourcemap", "--source-map", "--source-maps", "--source-map=file", "--source-map file", "--sourcemap linked"]
    {
        let _ = fs::remove_file(folder.path("b.js.map"));
        folder.run(&format!("{option} src/a.js -o b.js")).printed();
        assert!(folder.path("b.js.map").exists(), "{option}");
        assert!(folder.read("b.js").ends_with("//# sourceMappingURL=b.js.map\n"), "{option}");
    }
    has(&folder.run("--sourcemap src/a.js").complained(2), &["`--source-map file` needs an output"]);
    has(&folder.run("src/a.js --source-map=inline").printed(), &["sourceMappingURL=data:"]);
}

#[test]
fn the_last_of_repeated_options_wins() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let machines = folder.run("--to state-machines a.js").printed();
    assert_eq!(folder.run("--to generators a.js --to state-machines").printed(), machines);
    folder.run("a.js -o x.js -o y.js -q -q").printed();
    assert_eq!(folder.names(), ["a.js", "y.js"]);
    // Globs are added up.
    let folder = Folder::with(&[("a.js", PLAIN), ("b.js", PLAIN), ("c.js", PLAIN)]);
    assert_eq!(folder.run("--list . --ignore a.js --ignore b.js").printed(), "c.js\n");
}

#[test]
fn the_source_root() {
    let folder = Folder::with(&[("src/deep/a.js", ASYNC), ("src/b.js", ASYNC)]);
    folder.run("src -d out --sourcemap --source-root https://x.test/src/").went_well();
    let map = json(&folder.read("out/deep/a.js.map"));
    assert_eq!((&map["sourceRoot"], &map["sources"][0]), (&"https://x.test/src/".into(), &"deep/a.js".into()));
    folder.run("src/deep/a.js -o o.js --sourcemap --source-root /s").printed();
    let map = json(&folder.read("o.js.map"));
    assert_eq!((&map["sourceRoot"], &map["sources"][0]), (&"/s".into(), &"a.js".into()));
}

#[test]
fn extensions_in_and_out() {
    let folder = Folder::with(&[("src/a.es6", ASYNC), ("src/b.js", ASYNC), ("src/c.jsm", PLAIN)]);
    folder.run("src -d out --extensions .es6,jsm --out-extension .mjs").went_well();
    assert_eq!(tree_below(&folder, "out/"), ["a.mjs", "c.mjs"]);
    has(&folder.read("out/a.mjs"), &["function*"]);
    let folder = Folder::with(&[("src/a.mjs", ASYNC), ("src/a.js", ASYNC)]);
    let complaint = folder.run("src -d out --out-extension js").complained(2);
    has(&complaint, &["`src/a.js` and `src/a.mjs` would have the same output, `out/a.js`"]);
}

#[test]
fn only_some_programs() {
    let folder = Folder::with(&[
        ("src/a.js", PLAIN),
        ("src/async/b.js", ASYNC),
        ("src/async/c.min.js", ASYNC),
        ("src/d.txt", ""),
    ]);
    assert_eq!(folder.run("--list src --only src/async/").printed(), "src/async/b.js\nsrc/async/c.min.js\n");
    assert_eq!(folder.run("--list src --only /src/async --ignore *.min.js").printed(), "src/async/b.js\n");
    assert_eq!(folder.run("--list src --only *.min.js --only a.js").printed(), "src/a.js\nsrc/async/c.min.js\n");
    has(&folder.run("--list src --only [").complained(2), &["`--only [` is no glob"]);
    has(&folder.run("--list src --ignore [").complained(2), &["`--ignore [` is no glob"]);
}

#[test]
fn clean_removes_what_is_not_written() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/b.js", PLAIN), ("src/deep/c.js", ASYNC)]);
    folder.run("src -d out --sourcemap").went_well();
    fs::write(folder.path("out/other.txt"), "").unwrap();
    fs::remove_dir_all(folder.path("src/deep")).unwrap();
    let told = folder.run("src -d out --clean --dry-run --sourcemap").went_well();
    assert_eq!(told.matches("would remove ").count(), 3, "{told}");
    folder.run("src -d out --clean --sourcemap").went_well();
    assert_eq!(tree_below(&folder, "out/"), ["a.js", "a.js.map", "b.js"]);
    assert!(!folder.path("out/deep").exists());
    for (arguments, why) in
        [("src -d .", "holds inputs"), ("src -d repo", "repository"), ("src -d src", "would replace")]
    {
        fs::create_dir_all(folder.path("repo/.git")).unwrap();
        has(&folder.run(&format!("{arguments} --clean")).complained(2), &[why]);
    }
    assert_eq!(folder.tree().len(), 5);
}

#[test]
fn maps_that_are_stale_go() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/own.js", ASYNC), ("src/data.js.map", "{}")]);
    folder.run("src -d out --sourcemap").went_well();
    fs::write(folder.path("out/mine.js.map"), "").unwrap();
    folder.run("src -d out").went_well();
    assert_eq!(tree_below(&folder, "out/"), ["a.js", "mine.js.map", "own.js"]);
    folder.run("src/a.js -o b.js --sourcemap").printed();
    folder.run("src/a.js -o b.js --source-map inline").printed();
    assert!(!folder.path("b.js.map").exists());
    // A map of the program itself is another's.
    let folder =
        Folder::with(&[("a.js", format!("{ASYNC}//# sourceMappingURL=a.js.map\n").as_str()), ("a.js.map", "{}")]);
    folder.run("--in-place a.js -q").printed();
    assert!(folder.path("a.js.map").exists());
}

#[test]
fn levels_of_messages() {
    let warns = "async function f() { eval('1') }\n";
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/w.js", warns), ("src/x.js", BROKEN)]);
    let said = |arguments: &str| folder.run(&format!("src -d out --no-cache {arguments}")).stderr;
    let levels = ["silent", "error", "warn", "info", "debug"].map(|level| said(&format!("--log-level {level}")));
    let parts = ["error[", "warning[direct-eval]", "functions lowered in ", "lowered src/a.js: 1 function"];
    for (level, text) in levels.iter().enumerate() {
        let has: Vec<bool> = parts.iter().map(|part| text.contains(part)).collect();
        assert_eq!(has, (1..=4).map(|least| level >= least).collect::<Vec<_>>(), "{text}");
    }
    assert_eq!(levels[0], "");
    assert_eq!(said("--quiet"), levels[2]);
    has(&said("--verbose"), &["lowered src/a.js: 1 function"]);
    assert_eq!(folder.run("--log-level error src/w.js").stderr, "");
}

#[test]
fn stats_for_programs() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/b.js", PLAIN), ("src/x.js", BROKEN), ("src/d.txt", "")]);
    let ran = folder.run("src -d out --stats json -q");
    assert_eq!(ran.status, Some(1));
    let stats = json(&ran.stdout);
    let counts = ["files", "functions", "lowered", "untouched", "refused", "failed", "left", "warnings"]
        .map(|name| stats[name].as_u64());
    assert_eq!(counts, [3, 1, 1, 1, 1, 0, 1, 0].map(Some));
    assert!(stats["seconds"].is_f64() && stats["configuration"].is_null(), "{stats}");
    let checked = folder.run("src --check --stats json -q").stdout;
    assert_eq!(json(checked.lines().last().unwrap())["changes"], 1);
    has(&folder.run("src/a.js --stats json").complained(2), &["`--stats json` needs standard output"]);
}

#[test]
fn the_projects_own_browserslist() {
    let folder = Folder::with(&[
        ("a.js", ASYNC),
        (".browserslistrc", "ie 11\n"),
        ("modern/a.js", ASYNC),
        ("modern/package.json", r#"{"browserslist": ["chrome 120"]}"#),
    ]);
    assert_eq!(folder.run("a.js --target browserslist").printed(), folder.run("a.js --target ie11").printed());
    let modern =
        ran(folder.command().current_dir(folder.path("modern")).args(["a.js", "--target", "browserslist"]), b"");
    assert_eq!(modern.printed(), ASYNC);
}

#[test]
fn workers_are_counted() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/b.js", ASYNC)]);
    folder.run("src -d out --workers 1").went_well();
    has(&folder.run("src -d out --workers 0").complained(2), &["0 is not in 1..=256"]);
}

#[test]
fn environments_and_overrides() {
    let config = "helpers = \"none\"\nout-dir = \"out\"\n\n[env.production]\nhelpers = \"inline\"\n\n\
                  [[overrides]]\nfiles = [\"*.old.js\", \"/src/legacy/\"]\nto = \"state-machines\"\n";
    let files = [("src/a.js", ASYNC), ("src/a.old.js", ASYNC), ("src/legacy/b.js", ASYNC), ("unawait.toml", config)];
    let folder = Folder::with(&files);
    let is_lowered = |environment: Option<(&str, &str)>, arguments: &str| {
        let _ = fs::remove_dir_all(folder.path("out"));
        let mut command = folder.command();
        command.args(arguments.split_whitespace()).envs(environment);
        ran(&mut command, b"").went_well();
        ["out/a.js", "out/a.old.js", "out/legacy/b.js"].map(|name| {
            let text = folder.read(name);
            (text.contains("function __awaiter"), text.contains("switch(_.to)"))
        })
    };
    let machines = [(false, false), (false, true), (false, true)];
    assert_eq!(is_lowered(None, "src"), machines);
    assert_eq!(is_lowered(Some(("NODE_ENV", "development")), "src"), machines);
    let production = is_lowered(Some(("UNAWAIT_ENV", "production")), "src");
    assert_eq!(production.map(|(_, machine)| machine), [false, true, true]);
    assert!(production[0].0);
    // The command line comes first.
    assert_eq!(is_lowered(None, "src --to generators"), [(false, false); 3]);

    let wrong = |text: &str, parts: &[&str]| {
        let folder = Folder::with(&[("a.js", ASYNC), ("unawait.toml", text)]);
        has(&folder.run("a.js").complained(2), parts);
    };
    wrong("[[overrides]]\nto = \"generators\"\n", &["for which `files`"]);
    wrong(
        "[[overrides]]\nfiles = \"a\"\nout-dir = \"x\"\n",
        &["`out-dir` cannot differ from file to file", "unawait.toml:3:1"],
    );
    wrong("[env.other]\nnonsense = 1\n", &["there is no option `nonsense`", "unawait.toml:2:1"]);
    wrong("[env]\nproduction = 1\n", &["an environment is a table of options"]);
    wrong("[[overrides]]\nfiles = \"[\"\nto = \"generators\"\n", &["`[` is no glob"]);
    wrong(
        "[[overrides]]\nfiles = \"a\"\nto = \"generators\"\ntarget = \"ie11\"\n",
        &["`--to generators` contradicts `--target ie11`"],
    );
    let in_json =
        r#"{"unawait": {"overrides": [{"files": "a.js", "helpers": "none"}], "env": {"x": {"to": "generators"}}}}"#;
    let folder = Folder::with(&[("a.js", ASYNC), ("package.json", in_json)]);
    assert!(!folder.run("a.js").printed().contains("function __awaiter"));
}

#[test]
fn colour_as_node_has_it() {
    let folder = Folder::with(&[("a.js", BROKEN)]);
    let has_colour = |variables: &[(&str, &str)]| {
        let ran = ran(folder.command().arg("a.js").envs(variables.iter().copied()), b"");
        ran.stderr.contains("\u{1b}[")
    };
    assert!(!has_colour(&[]) && has_colour(&[("FORCE_COLOR", "1")]) && has_colour(&[("FORCE_COLOR", "")]));
    assert!(!has_colour(&[("FORCE_COLOR", "0")]) && !has_colour(&[("NO_COLOR", "1")]));
    assert!(has_colour(&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn usage_errors_in_the_form_that_is_asked_for() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    for arguments in [
        "--error-format json --wat a.js",
        "a.js --to x --error-format=json",
        "--error-format json a.js --in-place -o b",
        "a.js b.js --error-format json",
    ] {
        let error = json(&folder.run(arguments).complained_with(2));
        assert_eq!(
            (&error["code"], &error["severity"], &error["file"]),
            (&"usage".into(), &"error".into(), &Value::Null)
        );
        assert!(error["help"].is_string(), "{error}");
    }
    let short = folder.run("--error-format short --out-dri x a.js").complained_with(2);
    assert_eq!(short, "error: unexpected argument '--out-dri' found\n");
}

#[test]
fn tips_fit() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let tip = |arguments: &str, tip: &str| has(&folder.run(arguments).complained(2), &[tip]);
    tip("a.js --outdir x", "--out-dir");
    tip("a.js --outfile x", "--out-file");
    tip("a.js --source-mapp", "--source-map");
    tip("a.js --allow direct-evil", "is `direct-eval` meant?");
    let complaint = folder.run("a.js --minify").complained(2);
    assert!(!complaint.contains("to pass"), "{complaint}");
}

#[cfg(unix)]
#[test]
fn a_closed_standard_output_is_an_error() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    let run = |redirection: &str| {
        let line = format!("exec {} a.js {redirection}", env!("CARGO_BIN_EXE_unawait"));
        let mut command = std::process::Command::new("sh");
        let output = command.current_dir(folder.path("")).args(["-c", &line]).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (status, told) = run(">&-");
    assert_eq!(status, Some(2));
    has(&told, &["cannot write to standard output: it is closed"]);
    assert_eq!(run(">/dev/null"), (Some(0), String::new()));
    assert_eq!(run("1<>/dev/null"), (Some(0), String::new()));
    assert_eq!(run("-o b.js >&-"), (Some(0), String::new()));
}
