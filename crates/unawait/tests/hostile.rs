//! What a folder may hold that somebody else has made: links, pipes, devices, names, caches, configurations.
#![cfg(unix)]

mod common;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use common::{ASYNC, Folder, PLAIN, Ran, has, ran};

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn nothing_is_written_through_a_link_in_the_output_directory() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/sub/a.js", PLAIN), ("dist/x", ""), ("away/x", "")]);
    symlink("../src", folder.path("dist/sub")).unwrap();
    let complaint = folder.run("src --out-dir dist").complained(2);
    has(&complaint, &["cannot write to `dist/sub`: a link leads out of --out-dir", "--follow-links"]);
    assert_eq!((folder.read("src/a.js"), folder.path("dist/a.js").exists()), (ASYNC.to_owned(), false));
    // Even if links are followed, an input is not replaced.
    has(&folder.run("src --out-dir dist --follow-links").complained(2), &["would replace an input"]);
    fs::remove_file(folder.path("dist/sub")).unwrap();
    symlink("../away", folder.path("dist/sub")).unwrap();
    has(&folder.run("src --out-dir dist").complained(2), &["out of --out-dir", "/away`"]);
    folder.run("src --out-dir dist --follow-links").went_well();
    assert_eq!(folder.read("away/a.js"), PLAIN);
}

#[test]
fn an_output_directory_that_is_a_link_into_the_inputs_is_refused() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/sub/b.js", ASYNC)]);
    symlink("src/sub", folder.path("dist")).unwrap();
    has(&folder.run("src --out-dir dist").complained(2), &["a link leads into the inputs"]);
    assert!(!folder.path("src/sub/a.js").exists());
    folder.run("src --out-dir src/out").went_well();
}

#[test]
fn outputs_are_nobody_elses() {
    let folder = Folder::with(&[("src/tool", "#!"), ("src/run.js", ASYNC), ("src/all.js", PLAIN)]);
    for (name, mode) in [("src/tool", 0o6755), ("src/run.js", 0o7777), ("src/all.js", 0o666)] {
        set_mode(&folder.path(name), mode);
    }
    let mut command = Command::new("sh");
    let line =
        format!("umask 027; exec {} -q --no-cache src --out-dir dist --copy-files", env!("CARGO_BIN_EXE_unawait"));
    let status = command.current_dir(folder.path("")).args(["-c", &line]).status().unwrap();
    assert!(status.success());
    let modes = ["dist/tool", "dist/run.js", "dist/all.js"].map(|name| mode(&folder.path(name)));
    assert_eq!(modes, [0o750, 0o750, 0o640]);
    // In place, too.
    folder.run("--in-place src").went_well();
    assert_eq!(mode(&folder.path("src/run.js")), 0o777);
}

#[test]
fn an_output_is_as_executable_as_its_program() {
    let folder = Folder::with(&[("tool.js", ASYNC)]);
    set_mode(&folder.path("tool.js"), 0o755);
    folder.run("tool.js -o out.js").printed();
    assert_eq!(mode(&folder.path("out.js")) & 0o111, 0o111);
    folder.run("tool.js -o tool.js").printed();
    assert_eq!(mode(&folder.path("tool.js")), 0o755);
}

/// Runs the command while each of its renames takes a second, and saves `a.js` in the middle.
fn save_during(folder: &Folder, arguments: &str) -> Option<Ran> {
    let mut command = Command::new("strace");
    let trace = "rename,renameat,renameat2";
    command.current_dir(folder.path("")).args(["-f", "-qq", "-o", "/dev/null", "-e", &format!("trace={trace}")]);
    command.args(["-e", &format!("inject={trace}:delay_enter=1000000"), env!("CARGO_BIN_EXE_unawait")]);
    command.args(arguments.split_whitespace()).env("HOME", folder.caches()).env("XDG_CACHE_HOME", folder.caches());
    let child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().ok()?;
    // Until the new file is there.
    for _ in 0..2000 {
        if folder.names().iter().any(|name| name.starts_with(".unawait-")) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    std::thread::sleep(std::time::Duration::from_millis(300));
    fs::write(folder.path("a.js"), ASYNC.replace("return await x", "return await x + 'saved'")).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let ran = Ran { status: output.status.code(), stdout: text(output.stdout), stderr: text(output.stderr) };
    (!ran.stderr.contains("ptrace")).then_some(ran)
}

#[test]
fn what_is_saved_while_it_is_lowered_is_not_lost() {
    for arguments in ["--in-place -q --no-cache a.js", "a.js -o a.js"] {
        let folder = Folder::with(&[("a.js", ASYNC)]);
        let Some(ran) = save_during(&folder, arguments) else {
            eprintln!("no strace to be had: the moment cannot be made long enough to test");
            return;
        };
        assert_eq!(ran.status, Some(0), "{ran:?}");
        // The newer text, lowered.
        has(&folder.read("a.js"), &["'saved'", "function*"]);
        assert_eq!(folder.names(), ["a.js"]);
    }
}

#[test]
fn pipes_and_devices_are_no_inputs() {
    let folder = Folder::with(&[("src/a.js", ASYNC)]);
    pipe(&folder.path("src/pipe.js"));
    symlink("/dev/zero", folder.path("src/zero.js")).unwrap();
    folder.run("src --out-dir out").went_well();
    assert!(!folder.path("out/zero.js").exists() && !folder.path("out/pipe.js").exists());
    for (name, what) in [("src/pipe.js", "a pipe"), ("src/zero.js", "a device"), ("/dev/zero", "a device")] {
        has(&folder.run(name).complained(2), &[&format!("it is {what}, not a file"), "standard input"]);
        let ran = folder.run(&format!("{name} --out-dir out -q"));
        has(&ran.complained(2), &[what]);
    }
    if cfg!(target_os = "linux") {
        has(&folder.run("/proc/self/status").complained(2), &["no ordinary file"]);
    }
}

#[test]
fn what_decides_is_no_pipe_either() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("src/deep/b.js", ASYNC), ("src/deep/c.js", ASYNC)]);
    pipe(&folder.path("src/deep/.gitignore"));
    let ran = folder.run("src --out-dir out");
    assert_eq!(ran.status, Some(2));
    has(&ran.stderr, &["cannot read `src/deep/.gitignore`: it is a pipe", "--no-gitignore", "1 failed"]);
    assert!(folder.path("out/a.js").exists());
    folder.run("src --out-dir out --no-gitignore").went_well();
    pipe(&folder.path("src/package.json"));
    pipe(&folder.path("package.json"));
    folder.run("src/a.js").printed();
    pipe(&folder.path("unawait.toml"));
    has(&folder.run("src/a.js").complained(2), &["cannot read `unawait.toml`: it is a pipe"]);
    pipe(&folder.path("m.map"));
    fs::write(folder.path("m.js"), format!("{ASYNC}//# sourceMappingURL=m.map\n")).unwrap();
    let ran = folder.run("m.js -o n.js --source-map --no-config");
    has(&ran.stderr, &["warning[input-map]", "it is a pipe"]);
}

#[test]
fn maps_outside_of_the_project_are_not_read() {
    let map = r#"{"version":3,"sources":["secret.ts"],"sourcesContent":["secret"],"names":[],"mappings":"AAAA"}"#;
    let folder =
        Folder::with(&[("outside.map", map), ("p/package.json", "{}"), ("p/src/in.map", map), ("p/top.map", map)]);
    let maps = |url: &str, more: &str| {
        fs::write(folder.path("p/src/a.js"), format!("{ASYNC}//# sourceMappingURL={url}\n")).unwrap();
        let ran = folder.run(&format!("p/src/a.js -o p/out.js --source-map {more}"));
        assert_eq!(ran.status, Some(0), "{ran:?}");
        (folder.read("p/out.js.map").contains("secret"), ran.stderr)
    };
    assert!(maps("in.map", "").0 && maps("../top.map", "").0 && maps("..%2ftop.map", "").0);
    for url in ["../../outside.map", "..%2F..%2Foutside.map", "%2e%2e/%2e%2e/outside.map"] {
        let (has_secret, told) = maps(url, "");
        assert!(!has_secret, "{url}");
        has(&told, &["outside of the project", "--input-map anywhere"]);
        assert!(maps(url, "--input-map anywhere").0, "{url}");
    }
    let absolute = folder.path("outside.map");
    for url in [
        format!("{}", absolute.display()),
        format!("%2F{}", absolute.display()),
        r"\\host\share".to_owned(),
        r"%5C%5Chost".to_owned(),
    ] {
        assert_eq!(maps(&url, ""), (false, String::new()), "{url}");
    }
    symlink("../../outside.map", folder.path("p/src/link.map")).unwrap();
    assert!(!maps("link.map", "").0);
    assert!(!maps("in.map", "--input-map none").0);
}

#[test]
fn configurations_above_count_up_to_the_projects_root() {
    let none = "helpers = \"none\"\n";
    let folder = Folder::with(&[("unawait.toml", none), ("p/src/a.js", ASYNC)]);
    let inline = |folder: &Folder| {
        let ran = ran(folder.command().current_dir(folder.path("p/src")).arg("a.js"), b"");
        (ran.stdout.contains("function __awaiter"), ran.stderr)
    };
    // There is no project.
    assert_eq!(inline(&folder), (true, String::new()));
    fs::write(folder.path("p/package.json"), "{}").unwrap();
    assert!(inline(&folder).0);
    for root in ["package.json", ".git/HEAD"] {
        let folder = Folder::with(&[("unawait.toml", none), ("p/src/a.js", ASYNC), (root, "{}")]);
        assert!(!inline(&folder).0, "{root}");
        set_mode(&folder.path(""), 0o1777);
        let (is_inline, told) = inline(&folder);
        assert!(is_inline);
        has(&told, &["warning: `../../unawait.toml` is not used: others can write it", "--config"]);
        let printed = ran(folder.command().current_dir(folder.path("p/src")).args(["--print-config", "a.js"]), b"");
        has(&printed.stdout, &["# Not with ../../unawait.toml"]);
    }
    fs::write(folder.path("unawait.toml"), format!("root = true\n{none}")).unwrap();
    assert!(!inline(&folder).0);
    fs::write(folder.path("p/unawait.toml"), "root = true\n").unwrap();
    assert!(inline(&folder).0);
}

#[test]
fn what_was_used_is_told() {
    let folder = Folder::with(&[("src/a.js", ASYNC), ("unawait.toml", "helpers = \"none\"\n")]);
    let told = folder.run("src --out-dir out").stderr;
    assert!(told.ends_with(" s, with unawait.toml\n"), "{told}");
}

#[test]
fn what_killed_runs_left_is_removed() {
    let folder = Folder::with(&[
        ("src/a.js", ASYNC),
        ("out/.unawait-Ab12Cd34Ef56", "half"),
        ("src/.unawait-Gh34Ef56Ab12", "half"),
    ]);
    folder.run("src --out-dir out --copy-files").went_well();
    assert_eq!(folder.tree(), ["out/a.js", "src/.unawait-Gh34Ef56Ab12", "src/a.js"]);
    folder.run("src --in-place").went_well();
    assert_eq!(folder.tree(), ["out/a.js", "src/a.js"]);
    fs::write(folder.path("src/.unawait-xyz123uvw456"), "half").unwrap();
    folder.run("src/a.js -o src/b.js").printed();
    assert_eq!(folder.tree(), ["out/a.js", "src/a.js", "src/b.js"]);
}

#[test]
fn a_cache_of_somebody_else_is_not_believed() {
    let folder = Folder::with(&[("src/a.js", ASYNC)]);
    folder.run("src --out-dir out --cache-dir cache").went_well();
    assert!(folder.run("src --out-dir out --cache-dir cache").stderr.contains("1 up to date"));
    // Another user has another key.
    let key = folder.caches().join("unawait/key");
    assert_eq!(mode(&key), 0o600);
    fs::write(&key, [1; 32]).unwrap();
    assert!(!folder.run("src --out-dir out --cache-dir cache").stderr.contains("up to date"));
    // A key that others can read is none.
    assert!(folder.run("src --out-dir out --cache-dir cache").stderr.contains("1 up to date"));
    set_mode(&key, 0o644);
    assert!(!folder.run("src --out-dir out --cache-dir cache").stderr.contains("up to date"));
    let tree = fs::read_dir(folder.path("cache")).unwrap().next().unwrap().unwrap().path();
    set_mode(&key, 0o600);
    fs::remove_file(&tree).unwrap();
    pipe(&tree);
    folder.run("src --out-dir out --cache-dir cache").went_well();
}

#[test]
fn names_are_real_in_json_and_visible_elsewhere() {
    let folder = Folder::empty();
    let names = ["evil\u{202e}sj.js", "\u{1b}[31mred.js", "c1\u{9b}31m.js", "line\nbreak.js"];
    for name in names {
        fs::write(folder.path(name), "async () => { let x = ) }").unwrap();
    }
    fs::write(folder.path("").join(OsStr::from_bytes(b"\xff.js")), "async () => { let x = ) }").unwrap();
    let is_safe = |text: &str| {
        assert!(!text.contains(['\u{202e}', '\u{1b}', '\u{9b}']), "{text:?}");
    };
    for form in ["human", "short", "json"] {
        let ran = folder.run(&format!("--check . --error-format {form}"));
        assert_eq!(ran.status, Some(1));
        is_safe(&ran.stderr);
        is_safe(&folder.run(&format!("--check --error-format {form} no\u{202e}.js no\u{9b}.js")).stderr);
    }
    let json = folder.run("--check . --error-format json").stderr;
    let files: Vec<serde_json::Value> = json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for name in names {
        assert!(files.iter().any(|message| message["file"] == *name), "{name:?}");
    }
    assert!(files.iter().any(|message| message["file_bytes"] == serde_json::json!([255, 46, 106, 115])));
    let missing = folder.run("no\u{202e}.js --error-format json").stderr;
    let missing: serde_json::Value = serde_json::from_str(&missing).unwrap();
    assert_eq!(missing["file"], "no\u{202e}.js");

    is_safe(&folder.run("--list .").printed());
    let output = folder.command().args(["--list", "-0", "."]).output().unwrap();
    let mut listed: Vec<&[u8]> = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty()).collect();
    let mut expected: Vec<&[u8]> = names.iter().map(|name| name.as_bytes()).chain([b"\xff.js".as_slice()]).collect();
    listed.sort_unstable();
    expected.sort_unstable();
    assert_eq!(listed, expected);
}

#[test]
fn clap_quotes_arguments_as_they_are_seen() {
    let folder = Folder::empty();
    for argument in ["--\u{1b}[31mx", "--to=\u{202e}es5", "--wat\u{9b}1m", "--color=\u{1b}]0;t\u{7}"] {
        let ran = ran(folder.command().arg(argument), b"");
        assert_eq!(ran.status, Some(2));
        assert!(!ran.stderr.contains(['\u{202e}', '\u{1b}', '\u{9b}', '\u{7}']), "{:?}", ran.stderr);
        has(&ran.stderr, &["\\u{"]);
    }
}

#[test]
fn messages_about_variables_are_safe() {
    let folder = Folder::with(&[("a.js", "async () => { let a\u{200f}; let 'x\u{202e}\u{1b}' }")]);
    for form in ["human", "short", "json"] {
        let ran = folder.run(&format!("a.js --error-format {form}"));
        assert_eq!(ran.status, Some(1));
        assert!(!ran.stderr.contains(['\u{200f}', '\u{202e}', '\u{1b}']), "{:?}", ran.stderr);
    }
}
