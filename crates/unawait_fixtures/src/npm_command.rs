//! npm's own command line, the tree that comes with Node, lowered whole: a large program that everybody has.

use crate::node::{self, Run};
use crate::tree::Tree;
use crate::{npm, target};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use unawait_compiler::Target;
use walkdir::WalkDir;

/// The tree and its lowered twin.
#[derive(Debug)]
pub struct NpmCommand {
    native: PathBuf,
    lowered: PathBuf,
    pub tree: Tree,
}

/// A project with something to pack, and one that installs what was packed.
const FILES: [(&str, &str); 4] = [
    (
        "greeting/package.json",
        r#"{ "name": "greeting", "version": "1.2.3", "main": "index.js", "files": ["index.js"] }"#,
    ),
    ("greeting/index.js", "module.exports = () => 'hello';\n"),
    ("greeting/left-out.txt", "not packed\n"),
    (
        "user/package.json",
        r#"{ "name": "user", "version": "0.0.1", "scripts": { "hello": "node -p \"require('greeting')()\"" } }"#,
    ),
];

/// A folder and a command line in it, one after the other: each finds what those before it have left.
const COMMANDS: [(&str, &[&str]); 12] = [
    (".", &["--version"]),
    (".", &["help"]),
    (".", &["config", "ls"]),
    (".", &["install", "--help"]),
    (".", &["no-such-command"]),
    ("greeting", &["pack", "--json"]),
    ("user", &["install", "../greeting/greeting-1.2.3.tgz"]),
    ("user", &["ls", "--json", "--all"]),
    ("user", &["explain", "greeting"]),
    ("user", &["run", "hello", "--silent"]),
    ("user", &["install", "not-in-the-cache"]),
    ("user", &["uninstall", "greeting"]),
];

impl NpmCommand {
    /// Lowers the npm that is on the path to `target`.
    ///
    /// # Errors
    /// When there is none, or the lowered tree cannot be written.
    pub fn lower(target: Target) -> Result<NpmCommand, String> {
        let native = root()?;
        let lowered = npm::cache_folder().with_file_name(format!("npm-command-{}", target::name(target)));
        let tree = Tree::lower(&native, ".", target, &lowered)?;
        Ok(NpmCommand { native, lowered, tree })
    }

    /// Has both do the same work, each in a folder of its own.
    ///
    /// # Errors
    /// When anything that is printed or written differs, or the native one does not do the work.
    pub fn compare(&self) -> Result<(), String> {
        let [native, lowered] = [self.work(&self.native)?, self.work(&self.lowered)?];
        if !native.contains("hello\n") || !native.contains("user/package-lock.json") {
            return Err(format!("natively:\n{native}"));
        }
        match native == lowered {
            true => Ok(()),
            false => Err(crate::snapshot::diff(&native, &lowered, "native", "lowered")),
        }
    }

    /// What the commands print, and what they leave.
    fn work(&self, tree: &Path) -> Result<String, String> {
        let scratch = TempDir::new().map_err(|error| error.to_string())?;
        let folder = scratch.path().canonicalize().map_err(|error| error.to_string())?;
        for (path, text) in FILES {
            let path = folder.join(path);
            let parent = path.parent().unwrap_or(&folder);
            fs::create_dir_all(parent).and_then(|()| fs::write(&path, text)).map_err(|error| error.to_string())?;
        }
        let mut report = String::new();
        for (place, arguments) in COMMANDS {
            let Run { stdout, stderr, status, .. } = run(tree, &folder, place, arguments)?;
            report += &format!("$ npm {}\n{stdout}{stderr}{status}\n", arguments.join(" "));
        }
        for place in ["greeting", "user"] {
            report += &files(&folder, place)?;
        }
        let roots = [(&folder, "FOLDER"), (&self.native, "NPM"), (&self.lowered, "NPM")];
        Ok(roots.iter().fold(report, |report, (root, word)| report.replace(&*root.to_string_lossy(), word)))
    }
}

fn run(tree: &Path, folder: &Path, place: &str, arguments: &[&str]) -> Result<Run, String> {
    let mut command = node::command(&folder.join(place));
    command.arg(tree.join("bin/npm-cli.js")).args(arguments);
    command.env("HOME", folder).env("npm_config_cache", folder.join("cache"));
    for (option, value) in [("offline", "true"), ("audit", "false"), ("fund", "false"), ("update_notifier", "false")] {
        command.env(format!("npm_config_{option}"), value);
    }
    // How long it took, and when: named by the time.
    command.env("npm_config_logs_max", "0").env("npm_config_loglevel", "error").env("npm_config_progress", "false");
    let mut run = node::run(command, Duration::from_secs(60))?;
    let is_timed = |line: &str| line.starts_with("added ") || line.starts_with("removed ") || line.contains("_logs");
    run.stdout = run.stdout.lines().filter(|line| !is_timed(line)).map(|line| format!("{line}\n")).collect();
    run.stderr = run.stderr.lines().filter(|line| !is_timed(line)).map(|line| format!("{line}\n")).collect();
    Ok(run)
}

/// The names of the files below `place`, with the text of the JSON ones.
fn files(folder: &Path, place: &str) -> Result<String, String> {
    let mut report = String::new();
    for entry in WalkDir::new(folder.join(place)).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        let path = entry.path();
        report += &format!("{}\n", path.strip_prefix(folder).unwrap_or(path).display());
        if path.extension().is_some_and(|extension| extension == "json") {
            report += &fs::read_to_string(path).map_err(|error| error.to_string())?;
        }
    }
    Ok(report)
}

/// The folder of the npm that is on the path.
fn root() -> Result<PathBuf, String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let commands = std::env::split_paths(&path).map(|folder| folder.join("npm"));
    let found = commands.filter_map(|command| command.canonicalize().ok()).find_map(|command| {
        let root = command.parent()?.parent()?.to_owned();
        root.join("bin/npm-cli.js").is_file().then_some(root)
    });
    found.ok_or_else(|| "there is no npm on the path: it comes with Node.js".to_owned())
}
