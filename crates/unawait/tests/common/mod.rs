//! Runs the built command in a folder of its own.
#![allow(dead_code, reason = "no test file needs all of it")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A folder, the working directory of every command that a test runs, and one for the user's caches.
pub struct Folder(tempfile::TempDir, tempfile::TempDir);

/// What a command did.
#[derive(Debug)]
pub struct Ran {
    /// `None`: a signal ended it.
    pub status: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Folder {
    /// A folder holding `files`, name and bytes.
    pub fn with<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Folder {
        let folder = Folder(tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for (name, bytes) in files {
            let path = folder.path(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    pub fn empty() -> Folder {
        Folder::with::<&str>(&[])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Where the user's caches are.
    pub fn caches(&self) -> &Path {
        self.1.path()
    }

    /// The names of everything in it, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The paths of all files in it, from it on, sorted.
    pub fn tree(&self) -> Vec<String> {
        fn add(folder: &Path, prefix: &str, files: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let entry = entry.unwrap();
                let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
                if entry.file_type().unwrap().is_dir() {
                    add(&entry.path(), &format!("{name}/"), files);
                } else {
                    files.push(name);
                }
            }
        }
        let mut files = Vec::new();
        add(self.0.path(), "", &mut files);
        files.sort();
        files
    }

    /// The command in this folder, free of what the environment says about colour and backtraces.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unawait"));
        command.current_dir(self.0.path());
        for name in [
            "NO_COLOR",
            "FORCE_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "RUST_BACKTRACE",
            "CI",
            "NODE_ENV",
            "BROWSERSLIST",
        ] {
            command.env_remove(name);
        }
        command.env("XDG_CACHE_HOME", self.1.path()).env("HOME", self.1.path());
        command.env("TERM", "xterm").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it with `arguments`, split at spaces.
    pub fn run(&self, arguments: &str) -> Ran {
        ran(self.command().args(arguments.split_whitespace()), b"")
    }

    /// The same with `input` on standard input.
    pub fn pipe(&self, input: impl AsRef<[u8]>, arguments: &str) -> Ran {
        ran(self.command().args(arguments.split_whitespace()).stdin(Stdio::piped()), input.as_ref())
    }
}

/// Runs `command` to its end, `input` on its standard input if that is a pipe.
pub fn ran(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command.spawn().unwrap();
    if let Some(mut stdin) = child.stdin.take() {
        // It may end without reading.
        let _ = stdin.write_all(input);
    }
    let output = child.wait_with_output().unwrap();
    Ran {
        status: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Ran {
    /// Checks that it went well, without a word, and gives what it printed.
    #[track_caller]
    pub fn printed(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (Some(0), ""), "{self:#?}");
        self.stdout
    }

    /// Checks that it went well, and gives what it printed; it may have counted files on standard error.
    #[track_caller]
    pub fn went_well(self) -> String {
        let last = self.stderr.lines().last().unwrap_or_default();
        assert!(self.status == Some(0) && self.stderr.lines().count() <= 1, "{self:#?}");
        assert!(last.is_empty() || last.contains(" lowered in ") && last.contains(" s"), "{self:#?}");
        self.stdout
    }

    /// The same in another form than for people.
    #[track_caller]
    pub fn complained_with(self, status: i32) -> String {
        assert_eq!((self.status, self.stdout.as_str()), (Some(status), ""), "{self:#?}");
        self.stderr
    }

    /// Checks that it ended with `status` and printed nothing, and gives the complaint.
    #[track_caller]
    pub fn complained(self, status: i32) -> String {
        assert_eq!((self.status, self.stdout.as_str()), (Some(status), ""), "{self:#?}");
        assert!(self.stderr.starts_with("error"), "{self:#?}");
        assert!(!self.stderr.contains('\u{1b}'), "{self:#?}");
        self.stderr
    }
}

/// Checks that `text` has every one of `parts`.
#[track_caller]
pub fn has(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part:?} in:\n{text}");
    }
}

/// A program with nothing to lower.
pub const PLAIN: &str = "console.log('hi') // \u{1f600}\r\n\tx\n";
/// A program with something to lower.
pub const ASYNC: &str = "console.log(1);\nasync function f(x) {\n  return await x;\n}\nf(2).then(console.log);\n";
/// A program that is none. The error is on the second line, in the ninth column. It mentions `async`, since a
/// file without is not looked at.
pub const BROKEN: &str = "let ok = 1;\nlet x = ), async;\n";

/// Whether `path` exists without following a link.
pub fn is_link(path: &Path) -> bool {
    path.is_symlink()
}
