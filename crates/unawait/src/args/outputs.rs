//! The options about where the result goes.

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::contradiction::{Contradiction, conflict};
use super::inputs::Inputs;
use super::values;

/// Where to write, and what to do instead.
#[derive(Debug, Args)]
#[command(next_help_heading = "Outputs")]
pub struct Outputs {
    /// Write to OUT instead of standard output
    ///
    /// OUT changes in one step, by renaming a finished file beside it, and only when all went well; it may be
    /// the input itself. An existing file keeps its permissions, a symbolic link stays a link. `-` is standard
    /// output.
    #[arg(short, long, visible_alias = "out-file", value_name = "OUT", value_hint = ValueHint::FilePath, conflicts_with_all = ["out_dir", "in_place"])]
    pub output: Option<PathBuf>,

    /// Write each program to its place below DIR
    ///
    /// Its place is its path from the longest directory that all inputs have in common: a directory that is given
    /// counts itself, a program the directory it is in, a glob what comes before its first special character. So
    /// `unawait src --out-dir dist` makes dist/a.js of src/a.js, and `unawait src lib --out-dir dist` makes
    /// dist/src/a.js. A program with nothing to lower is copied. DIR itself is never an input.
    #[arg(short = 'd', long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub out_dir: Option<PathBuf>,

    /// Give the programs in --out-dir this ending: .mjs
    #[arg(long, visible_alias = "out-file-extension", value_name = "ENDING", value_parser = values::extension, conflicts_with_all = ["output", "in_place"])]
    pub out_extension: Option<String>,

    /// Copy what is no program to --out-dir as well
    #[arg(long, conflicts_with_all = ["output", "in_place"])]
    pub copy_files: bool,

    /// Remove from --out-dir what this run does not write
    ///
    /// Files are removed before anything is written. DIR may hold neither an input, nor the working directory, nor a
    /// repository.
    #[arg(long, conflicts_with_all = ["output", "in_place", "check", "list", "diff"])]
    pub clean: bool,

    /// Lower programs where they are, each in one step
    #[arg(long, conflicts_with = "out_dir")]
    pub in_place: bool,

    /// Write nothing; print which files would change, and fail if there are any
    ///
    /// With --out-dir or -o, these are the outputs that are missing or differ; else the programs that have
    /// something to lower.
    #[arg(long)]
    pub check: bool,

    /// Print the inputs that are found, in order, and do nothing else
    #[arg(long, conflicts_with_all = ["check", "dry_run", "diff"])]
    pub list: bool,

    /// End each name with a NUL byte instead of a line break, and print it as it is: for `xargs -0`
    ///
    /// With --list and --check.
    #[arg(short = '0', long, conflicts_with_all = ["diff", "dry_run", "watch"])]
    pub null: bool,

    /// Do everything but write; print what would be written
    #[arg(long, conflicts_with = "check")]
    pub dry_run: bool,

    /// Print what lowering changes, as a unified diff, instead of the code
    #[arg(long, conflicts_with_all = ["output", "out_dir", "in_place", "dry_run"])]
    pub diff: bool,

    /// Stay, and lower again what changes, until Ctrl-C
    ///
    /// First everything is brought up to date. Then a program that is saved is lowered, and one that is deleted takes
    /// its output with it; new directories are seen. A line tells of each change.
    #[arg(short, long, conflicts_with_all = ["check", "list", "dry_run", "diff"])]
    pub watch: bool,
}

/// Where lowered programs go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    Stdout,
    File(PathBuf),
    /// Below a directory, mirrored.
    Directory(PathBuf),
    /// Where they came from.
    InPlace,
}

impl Outputs {
    /// Where lowered programs go.
    pub fn destination(&self) -> Destination {
        match (&self.output, &self.out_dir) {
            (Some(file), _) if !is_stdout(file) => Destination::File(file.clone()),
            (_, Some(directory)) => Destination::Directory(directory.clone()),
            _ if self.in_place => Destination::InPlace,
            _ => Destination::Stdout,
        }
    }

    /// What clap's own rules do not see.
    pub fn contradiction(&self, inputs: &Inputs) -> Option<Contradiction> {
        let destination = self.destination();
        let below = [
            (self.copy_files, "`--copy-files` copies to `--out-dir`, which is not given"),
            (self.out_extension.is_some(), "`--out-extension` is for programs in `--out-dir`, which is not given"),
            (self.clean, "`--clean` removes files from `--out-dir`, which is not given"),
        ];
        if let Some((_, message)) = below.iter().find(|(is_given, _)| *is_given && self.out_dir.is_none()) {
            return conflict(*message);
        }
        if self.null && !(self.list || self.check) {
            return conflict("`--null` is about the names that `--list` or `--check` prints");
        }
        if self.dry_run && destination == Destination::Stdout {
            return conflict("`--dry-run` needs to know what it is not to write: --out-dir, --in-place or -o");
        }
        if self.watch && destination == Destination::Stdout {
            return conflict("`--watch` needs a place to write to: --out-dir, --in-place or -o");
        }
        if inputs.reads_stdin() {
            return match destination {
                Destination::InPlace => conflict("standard input cannot be lowered `--in-place`: give an INPUT"),
                Destination::Directory(_) => {
                    conflict("standard input has no place below `--out-dir`: give an INPUT, or write to a file with -o")
                }
                _ if self.check => conflict("`--check` needs an INPUT, and there is only standard input"),
                _ if self.watch => conflict("`--watch` needs an INPUT, and there is only standard input"),
                _ if self.list => conflict("`--list` needs an INPUT, and there is only standard input"),
                _ if self.dry_run => conflict("`--dry-run` needs an INPUT, and there is only standard input"),
                _ => None,
            };
        }
        if inputs.inputs.len() > 1 {
            return match destination {
                Destination::File(_) => conflict("`-o` takes one program, and several inputs are given: say --out-dir"),
                Destination::Stdout if !(self.check || self.list || self.diff) => conflict(
                    "several programs cannot share standard output: \
                     say --out-dir DIR, --in-place, --diff, --check or --list",
                ),
                _ => None,
            };
        }
        None
    }
}

fn is_stdout(output: &Path) -> bool {
    output.as_os_str() == "-"
}
