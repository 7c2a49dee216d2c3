//! `--watch`: changes become outputs, and are told.
#![cfg(unix)]

mod common;

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, ExitStatus};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use common::{ASYNC, BROKEN, Folder, PLAIN, has};
use rustix::process::{Pid, Signal, kill_process};

/// More than any machine needs.
const PATIENCE: Duration = Duration::from_secs(30);
/// Enough for what must not happen to happen.
const A_WHILE: Duration = Duration::from_millis(400);

/// A command that watches, and what it says.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    /// Begins, and waits until it watches.
    fn begin(folder: &Folder, arguments: &str) -> Watch {
        let mut child = folder.command().args(arguments.split_whitespace()).arg("--watch").spawn().unwrap();
        let (sender, lines) = channel();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        std::thread::spawn(move || stderr.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let watch = Watch { child, lines };
        watch.says("watching ");
        watch
    }

    /// Waits for a line that begins like this, and gives all until then.
    #[track_caller]
    fn says(&self, beginning: &str) -> Vec<String> {
        let mut lines = Vec::new();
        let until = Instant::now() + PATIENCE;
        while !lines.last().is_some_and(|line: &String| line.starts_with(beginning)) {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => lines.push(line),
                Err(_) => panic!("no line {beginning:?} in {lines:#?}"),
            }
        }
        lines
    }

    /// Whatever it says for a while.
    fn silence(&self) -> Vec<String> {
        std::thread::sleep(A_WHILE);
        self.lines.try_iter().collect()
    }

    fn end(mut self) -> ExitStatus {
        kill_process(Pid::from_child(&self.child), Signal::INT).unwrap();
        self.child.wait().unwrap()
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn project() -> Folder {
    Folder::with(&[("src/a.js", ASYNC), ("src/b/plain.js", PLAIN), ("src/data.json", "{}")])
}

#[test]
fn changes_are_lowered_and_told() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    has(&folder.read("out/a.js"), &["yield x"]);
    fs::write(folder.path("src/a.js"), ASYNC.replace("await x", "await y")).unwrap();
    has(watch.says("lowered ").last().unwrap(), &["lowered src/a.js: 1 function, ", " ms"]);
    has(&folder.read("out/a.js"), &["yield y"]);
    fs::write(folder.path("src/b/plain.js"), "x").unwrap();
    has(watch.says("copied ").last().unwrap(), &["copied src/b/plain.js: "]);
    assert_eq!(folder.read("out/b/plain.js"), "x");
    // The same again is no change, and no more is what is not asked for.
    fs::write(folder.path("src/b/plain.js"), "x").unwrap();
    fs::write(folder.path("src/data.json"), "{ }").unwrap();
    assert_eq!(watch.silence(), [""; 0]);
    assert_eq!(watch.end().code(), Some(0));
}

#[test]
fn errors_are_survived_and_told_once() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    let before = folder.read("out/a.js");
    fs::write(folder.path("src/a.js"), BROKEN).unwrap();
    has(&watch.says("failed src/a.js").join("\n"), &["error[syntax]", " --> src/a.js:2:9"]);
    assert_eq!(folder.read("out/a.js"), before);
    fs::write(folder.path("src/b/plain.js"), "x").unwrap();
    assert_eq!(watch.says("copied src/b/plain.js").len(), 1);
    // Saved again, it is told again.
    fs::write(folder.path("src/a.js"), BROKEN).unwrap();
    watch.says("failed src/a.js");
    // Put back, it is what the output was made of.
    fs::write(folder.path("src/a.js"), ASYNC).unwrap();
    watch.says("up to date src/a.js");
    fs::write(folder.path("src/a.js"), ASYNC.replace('2', "3")).unwrap();
    watch.says("lowered src/a.js");
    assert_eq!(watch.end().code(), Some(0));
}

#[test]
fn what_is_deleted_takes_its_output_with_it() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out --copy-files");
    fs::remove_file(folder.path("src/data.json")).unwrap();
    assert_eq!(watch.says("removed"), ["removed out/data.json"]);
    fs::remove_dir_all(folder.path("src/b")).unwrap();
    assert_eq!(watch.says("removed"), ["removed out/b/plain.js"]);
    assert!(!folder.path("out/b").exists());
    // Not what somebody else has written there.
    watch.silence();
    fs::write(folder.path("out/a.js"), "mine").unwrap();
    fs::remove_file(folder.path("src/a.js")).unwrap();
    assert_eq!(watch.silence(), [""; 0]);
    assert_eq!(folder.read("out/a.js"), "mine");
}

#[test]
fn new_directories_are_seen() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    fs::create_dir_all(folder.path("src/new/deep/er")).unwrap();
    fs::write(folder.path("src/new/deep/er/c.js"), ASYNC).unwrap();
    watch.says("lowered src/new/deep/er/c.js");
    fs::write(folder.path("src/new/deep/er/c.js"), PLAIN).unwrap();
    watch.says("copied src/new/deep/er/c.js");
    // One that is moved comes with everything in it, and one that comes back is watched again.
    fs::rename(folder.path("src/new"), folder.path("src/moved")).unwrap();
    watch.says("copied src/moved/deep/er/c.js");
    assert!(!folder.path("out/new").exists());
    fs::remove_dir_all(folder.path("src/moved")).unwrap();
    watch.says("removed");
    fs::create_dir_all(folder.path("src/moved/deep/er")).unwrap();
    std::thread::sleep(A_WHILE);
    fs::write(folder.path("src/moved/deep/er/c.js"), ASYNC).unwrap();
    watch.says("lowered src/moved/deep/er/c.js");
}

#[test]
fn the_directory_itself_may_vanish_and_come_back() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    fs::rename(folder.path("src"), folder.path("elsewhere")).unwrap();
    watch.says("removed");
    fs::rename(folder.path("elsewhere"), folder.path("src")).unwrap();
    watch.says("lowered src/a.js");
    fs::write(folder.path("src/a.js"), PLAIN).unwrap();
    watch.says("copied src/a.js");
}

#[test]
fn editors_that_rename() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    for n in 0..5 {
        let text = ASYNC.replace('2', &n.to_string());
        fs::write(folder.path("src/.a.js.swp"), &text).unwrap();
        fs::rename(folder.path("src/a.js"), folder.path("src/a.js~")).unwrap();
        fs::rename(folder.path("src/.a.js.swp"), folder.path("src/a.js")).unwrap();
        fs::remove_file(folder.path("src/a.js~")).unwrap();
        watch.says("lowered src/a.js");
        has(&folder.read("out/a.js"), &[&format!("f({n})")]);
    }
}

#[test]
fn rapid_saves_end_with_the_last_one() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    for n in 0..200 {
        fs::write(folder.path("src/a.js"), ASYNC.replace('2', &n.to_string())).unwrap();
        std::thread::sleep(Duration::from_millis(3));
    }
    let until = Instant::now() + PATIENCE;
    while !folder.read("out/a.js").contains("f(199)") {
        assert!(Instant::now() < until, "{}", folder.read("out/a.js"));
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(watch.silence().len() < 20);
}

#[test]
fn in_place_it_comes_to_rest() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --in-place");
    has(&folder.read("src/a.js"), &["yield x"]);
    fs::write(folder.path("src/b/plain.js"), ASYNC).unwrap();
    watch.says("lowered src/b/plain.js");
    has(&folder.read("src/b/plain.js"), &["yield x"]);
    assert_eq!(watch.silence(), [""; 0]);
}

#[test]
fn a_single_program() {
    let folder = project();
    let watch = Watch::begin(&folder, "src/a.js -o out.js");
    has(&folder.read("out.js"), &["yield x"]);
    fs::write(folder.path("src/a.js"), ASYNC.replace("await x", "await y")).unwrap();
    watch.says("lowered src/a.js");
    has(&folder.read("out.js"), &["yield y"]);
    fs::remove_file(folder.path("src/a.js")).unwrap();
    has(&watch.says("failed src/a.js").join("\n"), &["there is no file `src/a.js`"]);
    fs::write(folder.path("src/a.js"), PLAIN).unwrap();
    watch.says("copied src/a.js");
}

#[test]
fn other_files_decide_too() {
    let folder = project();
    let watch = Watch::begin(&folder, "src --out-dir out");
    fs::write(folder.path("src/package.json"), "{\"type\":\"module\"}").unwrap();
    watch.says("lowered src/a.js");
    fs::write(folder.path(".gitignore"), "plain.js\n").unwrap();
    assert_eq!(watch.says("removed"), ["removed out/b/plain.js"]);
}

#[test]
fn what_was_done_before_is_known() {
    let folder = project();
    assert_eq!(Watch::begin(&folder, "src --out-dir out").end().code(), Some(0));
    has(&folder.run("src --out-dir out").stderr, &["2 up to date"]);
    let watch = Watch::begin(&folder, "src --out-dir out");
    fs::write(folder.path("src/a.js"), PLAIN).unwrap();
    watch.says("copied src/a.js");
    watch.end();
    has(&folder.run("src --out-dir out").stderr, &["2 up to date"]);
}

#[test]
fn a_changed_configuration_counts() {
    let folder = project();
    fs::write(folder.path("unawait.toml"), "helpers = \"inline\"\n").unwrap();
    let watch = Watch::begin(&folder, "src --out-dir out");
    has(&folder.read("out/a.js"), &["function __awaiter"]);
    fs::write(folder.path("unawait.toml"), "helpers = \"none\"\n").unwrap();
    watch.says("watching ");
    assert!(!folder.read("out/a.js").contains("function __awaiter"));
    // What is wrong is told, and changes nothing.
    fs::write(folder.path("unawait.toml"), "nonsense = 1\n").unwrap();
    watch.says("error[config]");
    // One that comes nearer, or goes.
    fs::remove_file(folder.path("unawait.toml")).unwrap();
    watch.says("watching ");
    has(&folder.read("out/a.js"), &["function __awaiter"]);
    fs::write(folder.path("src/a.js"), PLAIN).unwrap();
    watch.says("copied src/a.js");
    assert_eq!(watch.end().code(), Some(0));
}
