//! Every pair of options: it composes, or it is refused with both named.

use std::collections::BTreeSet;
use std::ffi::OsString;

use clap::ColorChoice;

use super::Args;

/// One value for each option that has an opinion, by a short name, with what it cannot be without. Options of which two
/// values contradict different things stand here twice.
const OPTIONS: [(&str, &str); 53] = [
    ("to-generators", "--to generators"),
    ("to-machines", "--to state-machines"),
    ("lower-async", "--lower async-functions"),
    ("lower-generators", "--lower generators"),
    ("target-old", "--target ie11"),
    ("target-new", "--target node12"),
    ("emit", "--emit graph"),
    ("source-module", "--source-type module"),
    ("source-commonjs", "--source-type commonjs"),
    ("source-script", "--source-type script"),
    ("helpers-import", "--helpers import"),
    ("helpers-require", "--helpers require"),
    ("helpers-package", "--helpers package"),
    ("helpers-none", "--helpers none"),
    ("helpers-from", "--helpers import --helpers-from x"),
    ("promise-global", "--promise global"),
    ("promise-module", "--promise bluebird"),
    ("driver", "--driver co"),
    ("top-level-await", "--top-level-await error"),
    ("extensions", "--extensions .es6"),
    ("only", "--only *.js"),
    ("ignore", "--ignore *.min.js"),
    ("no-gitignore", "--no-gitignore"),
    ("follow-links", "--follow-links"),
    ("output", "--output b.js"),
    ("out-dir", "--out-dir out"),
    ("out-extension", "--out-dir out --out-extension .mjs"),
    ("copy-files", "--out-dir out --copy-files"),
    ("clean", "--out-dir out --clean"),
    ("in-place", "--in-place"),
    ("check", "--check"),
    ("list", "--list"),
    ("null", "--list --null"),
    ("dry-run", "--out-dir out --dry-run"),
    ("diff", "--diff"),
    ("watch", "--out-dir out --watch"),
    ("map-file", "--out-dir out --source-map file"),
    ("map-inline", "--source-map inline"),
    ("sources-content", "--source-map inline --sources-content"),
    ("source-root", "--source-map inline --source-root u"),
    ("input-map", "--source-map inline --input-map none"),
    ("cache-dir", "--cache-dir c"),
    ("no-cache", "--no-cache"),
    ("workers", "--workers 2"),
    ("error-format", "--error-format json"),
    ("deny-warnings", "--deny-warnings"),
    ("allow", "--allow direct-eval"),
    ("warnings", "--warnings all"),
    ("quiet", "--quiet"),
    ("verbose", "--verbose"),
    ("log-level", "--log-level error"),
    ("stats", "--out-dir out --stats json"),
    ("color", "--color never"),
];

/// The refused pairs: the option on the left with each on the right.
const REFUSED: &[(&str, &str)] = &[
    ("to-generators", "emit lower-generators target-old"),
    ("to-machines", "lower-async target-new"),
    ("lower-async", "emit target-new target-old"),
    ("lower-generators", "target-new target-old"),
    ("target-new", "emit"),
    (
        "emit",
        "check clean copy-files diff dry-run in-place input-map list map-file map-inline null out-dir out-extension source-root sources-content stats watch",
    ),
    ("source-module", "helpers-require"),
    ("source-commonjs", "helpers-from helpers-import"),
    ("source-script", "driver helpers-from helpers-import helpers-package helpers-require promise-module"),
    ("helpers-from", "driver promise-global promise-module"),
    ("helpers-import", "driver promise-global promise-module"),
    ("helpers-package", "driver promise-global promise-module"),
    ("helpers-require", "driver promise-global promise-module"),
    ("helpers-none", "driver promise-global"),
    ("promise-global", "driver"),
    ("promise-module", "driver"),
    ("output", "clean copy-files diff dry-run in-place map-file out-dir out-extension stats watch"),
    ("out-dir", "diff in-place"),
    ("out-extension", "diff in-place"),
    ("copy-files", "diff in-place"),
    ("clean", "check diff in-place list null"),
    ("in-place", "diff dry-run map-file stats watch"),
    ("check", "dry-run list null watch"),
    ("list", "diff dry-run stats watch"),
    ("null", "diff dry-run stats watch"),
    ("dry-run", "diff watch"),
    ("diff", "input-map map-file map-inline source-root sources-content stats watch"),
    ("watch", "stats"),
    ("cache-dir", "no-cache"),
    ("warnings", "log-level"),
    ("quiet", "log-level verbose"),
    ("verbose", "log-level"),
];

/// The options that no pair holds, each with the reason.
const NOT_IN_PAIRS: [&str; 9] = [
    // It names standard input, which goes with nothing that is about files; `Outputs` says so of standard input.
    "stdin_filepath",
    // The command does nothing else then, and takes no other option.
    "explain",
    "completions",
    "man",
    "help",
    "version",
    // Where options come from: it has no opinion on what they say.
    "config",
    "no_config",
    "print_config",
];

fn refused() -> BTreeSet<(String, String)> {
    let split = |(one, others): &(&str, &str)| -> Vec<(String, String)> {
        others.split_whitespace().map(|other| ((*one).to_owned(), other.to_owned())).collect()
    };
    REFUSED.iter().flat_map(split).collect()
}

/// The first word of an option's arguments that stands for it, which a message has to name.
fn names(arguments: &str) -> Vec<&str> {
    arguments.split(' ').filter(|word| word.starts_with("--")).collect()
}

#[test]
fn each_pair_composes_or_is_refused_with_both_named() {
    let mut wrong = BTreeSet::new();
    for (index, (one, first)) in OPTIONS.iter().enumerate() {
        for (other, second) in &OPTIONS[index + 1..] {
            // Two values of one option: the last one counts.
            if names(first) == names(second) {
                continue;
            }
            let line = format!("unawait {first} {second} a.js");
            let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
            if let Err(error) = Args::read(&words, ColorChoice::Never, false) {
                let message = error.to_string();
                let message =
                    message.lines().take_while(|line| !line.starts_with("Usage")).collect::<Vec<_>>().join(" ");
                wrong.insert(((*one).to_owned(), (*other).to_owned()));
                let is_named = |arguments: &str| names(arguments).iter().any(|name| message.contains(name));
                assert!(is_named(first) && is_named(second), "{line}: {message}");
            }
        }
    }
    let expected = refused();
    let by_one = |pairs: Vec<&(String, String)>| {
        let mut text = String::new();
        for (one, _) in OPTIONS {
            let others: Vec<&str> =
                pairs.iter().filter(|(left, _)| left == one).map(|(_, right)| right.as_str()).collect();
            if !others.is_empty() {
                text += &format!("    (\"{one}\", \"{}\"),\n", others.join(" "));
            }
        }
        text
    };
    let unexpected = by_one(wrong.difference(&expected).collect());
    let missing = by_one(expected.difference(&wrong).collect());
    assert!(wrong == expected, "refused, and not in the table:\n{unexpected}in the table, and not refused:\n{missing}");
}

#[test]
fn every_option_is_in_a_pair() {
    let known: BTreeSet<&str> = OPTIONS.iter().flat_map(|(_, arguments)| names(arguments)).collect();
    for arg in Args::described().get_arguments().filter(|arg| !arg.is_hide_set()) {
        let Some(long) = arg.get_long() else { continue };
        let is_known = known.contains(format!("--{long}").as_str()) || NOT_IN_PAIRS.contains(&arg.get_id().as_str());
        assert!(is_known, "--{long} is in no pair");
    }
}

#[test]
fn the_last_of_repeated_options_counts() {
    for (name, arguments) in OPTIONS {
        let line = format!("unawait {arguments} {arguments} a.js");
        let words: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        assert!(Args::read(&words, ColorChoice::Never, false).is_ok(), "{name}: {line}");
    }
}
