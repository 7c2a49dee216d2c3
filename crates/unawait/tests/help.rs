//! What the command says about itself.

mod common;

use common::{Folder, has};

const OPTIONS: &[&str] = &[
    "--extensions",
    "--only",
    "--ignore",
    "--follow-links",
    "--out-extension",
    "--clean",
    "--null",
    "--source-map",
    "--sources-content",
    "--source-root",
    "--input-map",
    "--workers",
    "--allow",
    "--warnings",
    "--verbose",
    "--log-level",
    "--stats",
    "--no-gitignore",
    "--out-dir",
    "--copy-files",
    "--in-place",
    "--check",
    "--list",
    "--dry-run",
    "--quiet",
    "--watch",
    "--cache-dir",
    "--no-cache",
    "--config",
    "--no-config",
    "--print-config",
    "--output",
    "--stdin-filepath",
    "--to",
    "--source-type",
    "--helpers",
    "--helpers-from",
    "--promise",
    "--driver",
    "--top-level-await",
    "--diff",
    "--error-format",
    "--deny-warnings",
    "--explain",
    "--color",
    "--completions",
    "--man",
    "--help",
    "--version",
];

#[test]
fn long_help_teaches() {
    let help = Folder::empty().run("--help").printed();
    has(&help, OPTIONS);
    has(
        &help,
        &["Examples:", "unawait app.js | node", "Exit status:", "unawait-runtime", "bluebird.coroutine", "NO_COLOR"],
    );
    assert!(help.lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn short_help_is_short() {
    let folder = Folder::empty();
    let (short, long) = (folder.run("-h").printed(), folder.run("--help").printed());
    has(&short, OPTIONS);
    assert!(short.lines().count() * 2 < long.lines().count() && !short.contains("Examples:"), "{short}");
}

#[test]
fn the_version() {
    let version = concat!("unawait ", env!("CARGO_PKG_VERSION"), "\n");
    assert_eq!(Folder::empty().run("--version").printed(), version);
    assert_eq!(Folder::empty().run("-V").printed(), version);
}

#[test]
fn completions_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = Folder::empty().run(&format!("--completions {shell}")).printed();
        has(&script, &["unawait", "source-type"]);
        // Not every shell's script lists the values.
        if ["bash", "fish", "zsh"].contains(&shell) {
            has(&script, &["state-machines"]);
        }
    }
}

#[test]
fn the_manual_page() {
    let page = Folder::empty().run("--man").printed();
    has(&page, &[".TH unawait 1", ".SH OPTIONS", ".SH EXAMPLES", ".SH \"EXIT STATUS\"", "source\\-type"]);
}

#[test]
fn color_in_help_when_asked_for() {
    let help = Folder::empty().run("--color always --help");
    assert!(help.stdout.contains("\u{1b}["));
    assert!(!Folder::empty().run("--help").printed().contains('\u{1b}'));
}
