//! No file is ever lost: whenever the command is stopped, and whatever it runs out of, a file has its old content or
//! its new one, whole.
#![cfg(unix)]

mod common;

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common::{ASYNC, Folder, ran};

/// A program that takes a while.
fn long_program() -> String {
    (0..400).map(|n| format!("async function f{n}(x) {{ for await (const y of x) await y; }}\n")).collect()
}

/// What is in the folder beside `files`: temporary files only, which say whose they are.
fn leftovers(folder: &Folder, files: &[&str]) -> usize {
    let names = folder.names();
    let left: Vec<_> = names.iter().filter(|name| !files.contains(&name.as_str())).collect();
    assert!(left.iter().all(|name| name.starts_with(".unawait-")), "{left:?}");
    left.len()
}

#[test]
fn killed_at_any_moment() {
    let program = long_program();
    let folder = Folder::with(&[("in.js", program.as_str())]);
    let started = Instant::now();
    let new = folder.run("in.js").printed();
    let whole = started.elapsed();
    let (mut old_ones, mut new_ones) = (0, 0);
    // Golden-ratio steps: moments spread evenly over the run, a little beyond its end.
    for turn in 0..200_u32 {
        fs::write(folder.path("a.js"), &program).unwrap();
        let moment = whole.mul_f64(f64::from(turn) * 0.618_034 % 1.0 * 1.3);
        let mut child = folder.command().args(["a.js", "-o", "a.js"]).stdout(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        let _ = child.kill();
        child.wait().unwrap();
        match folder.read("a.js") {
            text if text == program => old_ones += 1,
            text if text == new => new_ones += 1,
            text => panic!("killed after {moment:?}: {} bytes of neither", text.len()),
        }
        leftovers(&folder, &["a.js", "in.js"]);
    }
    assert_eq!(old_ones + new_ones, 200);
    assert!(old_ones > 0, "never killed in time");
    // One that is let finish puts all in order again.
    folder.run("in.js -o a.js").printed();
    assert_eq!(folder.read("a.js"), new);
}

/// Runs the command within what the shell does first.
fn within(folder: &Folder, before: &str, arguments: &str) -> common::Ran {
    let script = format!("{before} exec {} {arguments}", env!("CARGO_BIN_EXE_unawait"));
    let mut command = Command::new("sh");
    command.current_dir(folder.path("")).args(["-c", &script]).stdin(Stdio::null());
    ran(command.stdout(Stdio::piped()).stderr(Stdio::piped()), b"")
}

#[test]
fn a_file_that_may_not_grow() {
    let program = long_program();
    let folder = Folder::with(&[("a.js", program.as_str()), ("out.js", "old")]);
    // An error of the write; else the signal would end the process.
    for output in ["a.js", "out.js", "new.js"] {
        let ran = within(&folder, "trap '' XFSZ; ulimit -f 4;", &format!("a.js -o {output}"));
        assert!(ran.complained(2).contains("cannot write to `"));
        assert_eq!(leftovers(&folder, &["a.js", "out.js"]), 0);
    }
    let ran = within(&folder, "ulimit -c 0; ulimit -f 4;", "a.js -o a.js");
    assert_ne!(ran.status, Some(0));
    leftovers(&folder, &["a.js", "out.js"]);
    assert_eq!((folder.read("a.js"), folder.read("out.js")), (program, "old".to_owned()));
}

/// A disk of 64 KB, where the system lets a user have one.
#[test]
fn a_full_disk() {
    let folder = Folder::with(&[("a.js", long_program())]);
    let script = format!(
        "mkdir disk && mount -t tmpfs -o size=64k tmpfs disk || exit 77
         echo old > disk/out.js; {} a.js -o disk/out.js; echo \"$? $(cat disk/out.js) $(ls -A disk)\"; umount disk",
        env!("CARGO_BIN_EXE_unawait")
    );
    let mut command = Command::new("unshare");
    command.current_dir(folder.path("")).args(["-rm", "sh", "-c", &script]).stdin(Stdio::null());
    match command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn() {
        Ok(child) => {
            let output = child.wait_with_output().unwrap();
            let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
            if out.is_empty() && (output.status.code() == Some(77) || err.contains("unshare")) {
                eprintln!("no disk to be had: {err}");
                return;
            }
            assert_eq!(out.trim(), "2 old out.js", "{err}");
            assert!(err.contains("no space left"), "{err}");
        }
        Err(error) => eprintln!("no disk to be had: {error}"),
    }
}

#[test]
fn pipes_are_written_to() {
    let folder = Folder::with(&[("a.js", ASYNC)]);
    assert!(Command::new("mkfifo").arg(folder.path("pipe")).status().unwrap().success());
    let path = folder.path("pipe");
    let reader = std::thread::spawn(move || {
        let mut text = String::new();
        fs::File::open(path).unwrap().read_to_string(&mut text).unwrap();
        text
    });
    let deadline = Instant::now() + Duration::from_secs(60);
    folder.run("a.js -o pipe").printed();
    assert!(reader.join().unwrap().contains("function*") && Instant::now() < deadline);
    assert!(folder.run("a.js -o /dev/stdout").printed().contains("function*"));
    assert_eq!(folder.names(), ["a.js", "pipe"]);
}
