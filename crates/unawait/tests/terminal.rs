//! What is different on a terminal.
#![cfg(unix)]

mod common;

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use common::{BROKEN, Folder, PLAIN, has, ran};
use rustix::fs::{Mode, OFlags, open};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

/// A pseudo-terminal: the end that is a terminal, and the other one.
fn terminal() -> (File, File) {
    let controller = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&controller).unwrap();
    unlockpt(&controller).unwrap();
    let name = ptsname(&controller, Vec::new()).unwrap();
    let user = open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    (File::from(user), File::from(controller))
}

/// What was written to the terminal, once nobody can write any more.
fn seen(mut controller: File) -> String {
    let mut bytes = Vec::new();
    // Linux ends with EIO, others with an end of file.
    let _ = controller.read_to_end(&mut bytes);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn without_a_file_nothing_is_waited_for() {
    let folder = Folder::empty();
    let (user, _controller) = terminal();
    let complaint = ran(folder.command().stdin(Stdio::from(user)), b"").complained(2);
    has(&complaint, &["nothing to read", "INPUT", "Usage: unawait"]);
}

#[test]
fn messages_have_color() {
    let folder = Folder::with(&[("a.js", BROKEN)]);
    for (no_color, colored) in [("", true), ("1", false)] {
        let (user, controller) = terminal();
        let mut command = folder.command();
        command.arg("a.js").env("NO_COLOR", no_color).stderr(Stdio::from(user));
        assert_eq!(ran(&mut command, b"").status, Some(1));
        // It holds the terminal too.
        drop(command);
        let seen = seen(controller);
        assert_eq!(seen.contains("\u{1b}["), colored, "{seen}");
    }
}

#[test]
fn code_has_none() {
    let folder = Folder::with(&[("a.js", PLAIN)]);
    let (user, controller) = terminal();
    let mut command = folder.command();
    command.arg("a.js").stdout(Stdio::from(user));
    assert_eq!(ran(&mut command, b"").status, Some(0));
    drop(command);
    assert!(!seen(controller).contains('\u{1b}'));
}
