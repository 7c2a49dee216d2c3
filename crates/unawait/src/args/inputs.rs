//! The options about what is read.

use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{ArgAction, Args, ValueHint};

use super::contradiction::{Contradiction, conflict};
use super::values;

/// What to lower.
#[derive(Debug, Args)]
#[command(next_help_heading = "Inputs")]
pub struct Inputs {
    /// Programs, directories and globs to lower; `-`, or nothing before a pipe, is standard input
    ///
    /// In directories and globs, programs are files that end in .js, .mjs, .cjs or .jsx, or in .ts, .mts, .cts or .tsx
    /// but not .d.ts: types stay where they are, for the tool that takes them away. A file that is named is a program
    /// whatever it is called. A glob, which has to be quoted, is one of *, **, ?, [a-z] and {a,b}.
    /// Symbolic links to files are followed, those to directories are not.
    #[arg(value_name = "INPUT", value_hint = ValueHint::AnyPath)]
    pub inputs: Vec<PathBuf>,

    /// Which files are programs in directories and globs, by their endings, in a list with commas: .js,.es6
    ///
    /// [default: .js,.mjs,.cjs,.jsx,.ts,.mts,.cts,.tsx]
    #[arg(long, value_name = "ENDINGS", value_delimiter = ',', action = ArgAction::Set, value_parser = values::extension)]
    pub extensions: Vec<String>,

    /// Lower only programs that GLOB matches; may be given several times
    ///
    /// GLOB is written as for --ignore, which comes first.
    #[arg(long, value_name = "GLOB")]
    pub only: Vec<String>,

    /// Leave out what GLOB matches; may be given several times
    ///
    /// GLOB is as a line of a .gitignore in the working directory: `*.min.js` and `vendor/` match anywhere,
    /// `/legacy` and `src/old` from the working directory on, and `!keep.js` takes back what an earlier one left
    /// out. It applies to files that are named, too.
    #[arg(long, value_name = "GLOB")]
    pub ignore: Vec<String>,

    /// The directory that `ignore` is relative to, if it is not the working directory.
    #[arg(skip)]
    pub ignore_root: Option<PathBuf>,

    /// The same for `only`.
    #[arg(skip)]
    pub only_root: Option<PathBuf>,

    /// Do not leave out what .gitignore files do
    ///
    /// Without it, directories and globs are searched as git would: .gitignore files there and above count,
    /// whether or not there is a repository. What is named counts always, as in `unawait dist`.
    #[arg(long)]
    pub no_gitignore: bool,

    /// Read and write through symbolic links that lead out of the inputs or out of --out-dir
    ///
    /// Without this option nothing is written through a link in --out-dir, nor through one in a directory that
    /// --in-place lowers, if the link leads out of it.
    #[arg(long)]
    pub follow_links: bool,

    /// The name of the program that comes through standard input
    ///
    /// For messages, and for --source-type auto, which looks at the extension and for a package.json. The file
    /// need not exist.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub stdin_filepath: Option<PathBuf>,
}

impl Inputs {
    /// What clap's own rules do not see.
    pub fn contradiction(&self, stdin_is_terminal: bool) -> Option<Contradiction> {
        if self.stdin_filepath.is_some() && !self.reads_stdin() {
            let message = "`--stdin-filepath` names what comes through standard input, and an INPUT is given";
            return conflict(message);
        }
        if self.inputs.is_empty() && stdin_is_terminal {
            let message = "nothing to read: give an INPUT, pipe a program in, or write `-` to type one";
            return Some((ErrorKind::MissingRequiredArgument, message.into()));
        }
        if self.inputs.len() > 1 && self.inputs.iter().any(|input| is_stdin(input)) {
            let message = "`-`, standard input, cannot be one of several inputs";
            return conflict(message);
        }
        None
    }

    /// Whether the program comes through standard input.
    pub fn reads_stdin(&self) -> bool {
        match self.inputs.as_slice() {
            [] => true,
            [input] => is_stdin(input),
            _ => false,
        }
    }
}

fn is_stdin(input: &Path) -> bool {
    input.as_os_str() == "-"
}
