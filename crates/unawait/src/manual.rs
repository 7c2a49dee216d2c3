//! What teaches: the examples below the long help, the manual page, the completion scripts.

use std::fmt::Write as _;

use clap::Command;
use clap::builder::Styles;
use clap_complete::Shell;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

/// What one does with the command, and how.
const EXAMPLES: &[(&str, &str)] = &[
    ("Lower a program and run it", "unawait app.js | node"),
    ("The same for a module", "unawait app.mjs | node --input-type=module"),
    ("See what would change", "unawait --diff app.js"),
    ("Write the result to a file", "unawait src/app.js -o dist/app.js"),
    ("Lower a tree into another", "unawait src --out-dir dist --copy-files"),
    ("The same whenever something changes", "unawait src --out-dir dist --watch"),
    ("Lower the programs of a folder where they are", "unawait --in-place dist"),
    ("See whether that is done", "unawait --check dist"),
    ("Lower what an editor holds", "unawait --stdin-filepath src/app.js < buffer"),
    ("Share the helpers among files", "unawait --helpers import lib.mjs"),
    ("Follow a Promise that zone.js has replaced", "unawait --promise global app.js"),
    ("Let Bluebird run the generators", "unawait --driver bluebird.coroutine app.js"),
    ("Let a driver of your own run them", "unawait --driver ./drive.js#run app.js"),
];

/// The exit status and what it says.
const EXIT_STATUS: &[(&str, &str)] = &[
    ("0", "done, whether or not there was anything to lower"),
    ("1", "a program was refused, and is not written; or --check found something to change"),
    ("2", "wrong usage, or a file could not be read or written; of many, the others are done"),
    ("130", "interrupted; what was written is whole"),
];

/// How to read a message.
const MESSAGES: &str = "Messages go to standard error. Lines and columns count from 1; a column is a UTF-16 code \
                        unit, as in Node's stack traces and most editors.";

/// The end of `--help`.
pub fn after_long_help(styles: &Styles) -> String {
    let (header, literal) = (styles.get_header(), styles.get_literal());
    let mut text = format!("{header}Examples:{header:#}\n");
    for (what, how) in EXAMPLES {
        let _ = writeln!(text, "  {what}:\n      {literal}{how}{literal:#}");
    }
    let _ = writeln!(text, "\n{header}Exit status:{header:#}");
    for (status, meaning) in EXIT_STATUS {
        let _ = writeln!(text, "  {literal}{status}{literal:#}  {meaning}");
    }
    let _ = write!(text, "\n{header}Messages:{header:#}\n  {MESSAGES}");
    text
}

/// The completion script of `command` for `shell`.
pub fn completions(mut command: Command, shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command, "unawait", &mut script);
    script
}

/// The manual page of `command`, in roff.
pub fn page(command: Command) -> std::io::Result<Vec<u8>> {
    let man = Man::new(command).manual("User Commands");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    // In place of clap_mangen's EXTRA section, which would hold the end of the long help as one block of text.
    our_sections().to_writer(&mut page)?;
    man.render_version_section(&mut page)?;
    Ok(page)
}

fn our_sections() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["EXAMPLES"]);
    for (what, how) in EXAMPLES {
        roff.control("TP", []).text([roman(format!("{what}:"))]).text([bold(*how)]);
    }
    roff.control("SH", ["EXIT STATUS"]);
    for (status, meaning) in EXIT_STATUS {
        roff.control("TP", []).text([bold(*status)]).text([roman(*meaning)]);
    }
    roff.control("SH", ["MESSAGES"]).text([roman(MESSAGES)]);
    roff
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::Args;
    use clap::ColorChoice;

    #[test]
    fn the_examples_are_sound() {
        for (_, example) in EXAMPLES {
            // The words from `unawait` to the next operator of the shell.
            let ours = example.split_whitespace().skip_while(|word| *word != "unawait");
            let ours: Vec<_> = ours.take_while(|word| !matches!(*word, "|" | "<" | "\\;")).map(Into::into).collect();
            Args::read(&ours, ColorChoice::Never, false).unwrap_or_else(|error| panic!("{example}: {error}"));
        }
    }
}
