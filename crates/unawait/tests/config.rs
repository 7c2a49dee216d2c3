//! Options from `unawait.toml` and package.json.

mod common;

use std::fs;

use common::{ASYNC, Folder, PLAIN, Ran, has, ran};

/// A folder with a program and `config` in `unawait.toml`.
fn with(config: &str) -> Folder {
    Folder::with(&[("src/a.js", ASYNC), ("src/b.txt", "b"), ("unawait.toml", config), ("package.json", "{}")])
}

fn in_folder(folder: &Folder, below: &str, arguments: &str) -> Ran {
    ran(folder.command().current_dir(folder.path(below)).args(arguments.split_whitespace()), b"")
}

#[test]
fn keys_are_options() {
    let folder = with("inputs = [\"src\"]\nout-dir = \"out\"\ncopy-files = true\nhelpers = \"none\"\n");
    folder.run("").went_well();
    assert!(folder.read("out/a.js").contains("__awaiter") && !folder.read("out/a.js").contains("function __awaiter"));
    assert_eq!(folder.read("out/b.txt"), "b");
}

#[test]
fn the_command_line_wins() {
    let folder =
        with("inputs = [\"src\"]\nout-dir = \"out\"\ncopy-files = true\nhelpers = \"none\"\nignore = [\"*.js\"]");
    has(&folder.run("src/a.js -o - --helpers inline --ignore no").printed(), &["function __awaiter"]);
    folder.run("--out-dir other --ignore no").went_well();
    assert!(folder.path("other/b.txt").exists() && !folder.path("out").exists());
    folder.run("--no-copy-files --ignore no").went_well();
    assert!(folder.path("out/a.js").exists() && !folder.path("out/b.txt").exists());
    // What contradicts the command line gives way to it.
    has(&folder.run("--diff src --ignore no").went_well(), &["+++ src/a.js"]);
    has(&folder.run("--diff src/a.js --ignore no").printed(), &["+++ src/a.js"]);
    folder.run("--in-place --ignore no").went_well();
    assert!(folder.read("src/a.js").contains("function*"));
}

#[test]
fn what_goes_with_an_option_goes_with_it() {
    let folder = with("helpers = \"import\"\nhelpers-from = \"./h.mjs\"\nsource-type = \"module\"");
    has(&folder.run("src/a.js").printed(), &["\"./h.mjs\""]);
    has(&folder.run("src/a.js --helpers inline").printed(), &["function __awaiter"]);
    let patched = with("promise = \"global\"\nsource-type = \"module\"");
    has(&patched.run("src/a.js --driver co").printed(), &["\"co\""]);
}

#[test]
fn the_nearest_counts() {
    let folder = Folder::with(&[
        ("unawait.toml", "helpers = \"none\""),
        ("package.json", "{\"unawait\": {\"helpers\": \"wrong\"}}"),
        ("pkg/package.json", "{\"unawait\": {\"promise\": \"global\"}}"),
        ("pkg/src/a.js", ASYNC),
        ("pkg/deep/package.json", "{\"name\": \"deep\"}"),
        ("a.js", ASYNC),
    ]);
    assert!(!folder.run("a.js").printed().contains("function __awaiter"));
    let global = in_folder(&folder, "pkg/src", "a.js").printed();
    assert_eq!(global, folder.run("--no-config --promise global a.js").printed());
    assert_eq!(in_folder(&folder, "pkg/deep", "../src/a.js").printed(), global);
}

#[test]
fn a_configuration_may_be_named_or_left_alone() {
    let folder = with("helpers = \"none\"");
    fs::write(folder.path("other.toml"), "promise = \"global\"").unwrap();
    fs::write(folder.path("src/package.json"), "{\"unawait\": {\"helpers\": \"none\"}}").unwrap();
    let (plain, none) = (folder.run("--no-config src/a.js").printed(), folder.run("src/a.js").printed());
    assert_eq!(
        folder.run("--config other.toml src/a.js").printed(),
        folder.run("--no-config --promise global src/a.js").printed()
    );
    assert_eq!(folder.run("--config src/package.json src/a.js").printed(), none);
    assert_ne!(plain, none);
    has(&folder.run("--config no.toml src/a.js").complained(2), &["there is no file `no.toml`"]);
    has(&folder.run("--config package.json src/a.js").complained(2), &["`package.json` configures nothing"]);
    has(&folder.run("--config other.toml --no-config a.js").complained(2), &["cannot be used with"]);
}

#[test]
fn paths_are_relative_to_the_file() {
    let folder = with("inputs = [\"src/**/*.js\", \"src/-b.txt\"]\nout-dir = \"out\"\nignore = [\"/src/old\"]\n");
    for name in ["src/old/c.js", "src/deep/src/old/d.js", "src/-b.txt"] {
        fs::create_dir_all(folder.path(name).parent().unwrap()).unwrap();
        fs::write(folder.path(name), PLAIN).unwrap();
    }
    let list = in_folder(&folder, "src/deep", "--list").printed();
    assert_eq!(list, "../../src/-b.txt\n../../src/a.js\n../../src/deep/src/old/d.js\n");
    in_folder(&folder, "src/deep", "").went_well();
    assert!(folder.path("out/a.js").exists() && folder.path("out/deep/src/old/d.js").exists());
}

#[test]
fn a_list_is_several_values() {
    let folder = with("lower = [\"async-generators\", \"for-await\"]\nignore = \"*.txt\"\n");
    let expected = folder.run("--no-config --lower async-generators,for-await src/a.js").printed();
    assert_eq!(folder.run("src/a.js").printed(), expected);
    let folder = with("lower = \"async-functions\"\n");
    has(&folder.run("src/a.js").printed(), &["function*"]);
}

#[test]
fn standard_input_needs_a_dash_where_inputs_are_configured() {
    let folder = with("inputs = [\"src\"]\nout-dir = \"out\"\n");
    has(&folder.pipe(ASYNC, "-").complained(2), &["standard input has no place below `--out-dir`"]);
    has(&folder.pipe(ASYNC, "- -o -").printed(), &["function*"]);
    assert!(!folder.path("out").exists());
}

/// Checks that `config` is refused, and that the complaint has `parts`.
#[track_caller]
fn wrong(config: &str, parts: &[&str]) {
    has(&with(config).run("src/a.js").complained(2), parts);
}

#[test]
fn unknown_keys_are_errors_with_a_place_and_a_suggestion() {
    wrong(
        "to = \"generators\"\noutdir = \"x\"\n",
        &["there is no option `outdir`", " --> unawait.toml:2:1\n", "outdir = \"x\"\n", "is `out-dir` meant?"],
    );
    wrong("outDir = \"x\"\n", &["is `out-dir` meant?"]);
    wrong("zzz = 1\n", &["there is no option `zzz`", "`unawait --help` lists the options"]);
    wrong("config = \"x\"\n", &["`config` is for the command line only"]);
    wrong("version = true\n", &["`version` is for the command line only"]);
    wrong("root = 1\n", &["`root` is true or false", "unawait.toml:1:8"]);
    wrong("[output]\nout-dir = \"x\"\n", &["`output` takes a string", "unawait.toml:1:1"]);
}

#[test]
fn every_mistake_is_told_at_once() {
    let complaint = with("a-a = 1\nb-b = 2\nto = \"c\"\n").run("src/a.js").complained(2);
    has(&complaint, &["unawait.toml:1:1", "unawait.toml:2:1", "unawait.toml:3:6"]);
}

#[test]
fn wrong_values_are_errors_with_a_place() {
    wrong("to = \"es5\"\n", &["invalid value 'es5'", "[possible values: generators", " --> unawait.toml:1:6\n"]);
    wrong("driver = \"x\"\n", &["unawait.toml:1:10", "SPECIFIER#EXPORT"]);
    wrong("diff = \"yes\"\n", &["`diff` is true or false", "unawait.toml:1:8"]);
    wrong("helpers = [\"none\"]\n", &["`helpers` takes one value"]);
    wrong("ignore = [{ x = 1 }]\n", &["`ignore` takes a string or several"]);
    wrong("to = true\n", &["`to` takes a string"]);
    wrong("in-place = true\nout-dir = \"x\"\n", &["`unawait.toml` contradicts itself", "cannot be used with"]);
    wrong("to = \n", &["error[config]", "unawait.toml:1:6"]);
}

#[test]
fn the_same_in_json() {
    let json = |text: &str| Folder::with(&[("a.js", ASYNC), ("package.json", text)]);
    let at = |text: &str, parts: &[&str]| has(&json(text).run("a.js").complained(2), parts);
    at("{\n  \"unawait\": {\n    \"outdir\": 1\n  }\n}", &["there is no option `outdir`", " --> package.json:3:5\n"]);
    at("{\"unawait\": {\"to\": \"es5\"}}", &["invalid value 'es5'", " --> package.json:1:20\n"]);
    at("{\"unawait\": []}", &["`unawait` has to be an object of options", " --> package.json:1:13\n"]);
    at("{\"unawait\": {}", &["this is not valid JSON"]);
    has(&json("{\"unawait\": {\"helpers\": \"none\", \"diff\": false}}").run("a.js").printed(), &["__awaiter("]);
}

#[test]
fn the_result_can_be_seen_and_used() {
    let folder = with("out-dir = \"out\"\nignore = [\"a\\\"b\", \"c\"]\n\ncopy-files = true\n");
    let printed = folder.run("--print-config src --to generators --quiet").printed();
    has(
        &printed,
        &[
            "# With unawait.toml\n",
            "inputs = [\"src\"] # command line\n",
            "out-dir = \"out\" # unawait.toml:1\n",
            "# unawait.toml:2\n",
            "copy-files = true # unawait.toml:4\n",
            "to = \"generators\" # command line\n",
            "helpers = \"inline\" # default\n",
            "quiet = true # command line\n",
            "watch = false # default\n",
        ],
    );
    assert!(!printed.contains("print-config") && !printed.contains("cache-dir"), "{printed}");
    fs::write(folder.path("unawait.toml"), &printed).unwrap();
    let again = folder.run("--print-config").printed();
    let values =
        |text: &str| -> Vec<String> { text.lines().map(|line| line.split(" # ").next().unwrap().to_owned()).collect() };
    assert_eq!(values(&again), values(&printed));
    has(&folder.run("--no-config --print-config src").printed(), &["# Without a configuration file\n"]);
}

#[test]
fn help_and_version_need_no_configuration() {
    let folder = with("nonsense = 1");
    for arguments in ["--help", "--version", "--man", "--completions bash"] {
        folder.run(arguments).printed();
    }
}
