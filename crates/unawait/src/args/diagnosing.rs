//! The options about errors and warnings: how they are written, how bad they are, what they mean.

use clap::{Args, ValueEnum};

use super::values;

/// What is said about programs.
#[derive(Debug, Args)]
#[command(next_help_heading = "Messages")]
pub struct Diagnosing {
    /// How errors and warnings are written
    ///
    /// json: an object a line, for programs, with file, severity (error or warning), code, message, help, span and
    /// labels. A span has a start and an end, each with byte (from 0, in the file as it is), offset (from 0, in UTF-16
    /// code units), line (from 1) and column (from 1, in UTF-16 code units); the end is behind the last character.
    /// Labels are further places, each with message and span. A message about no place in a program (a file that cannot
    /// be read) has null for span. The name of a file is as it is; if that is no Unicode, file_bytes has its bytes.
    /// Wrong usage has the code `usage`.
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub error_format: ErrorFormat,

    /// Leave a warning unsaid, by its code, such as direct-eval; may be given several times
    #[arg(long, value_name = "CODE", value_parser = values::warning)]
    pub allow: Vec<String>,

    /// Which of many warnings to print [default: first]
    #[arg(long, value_name = "WHICH")]
    pub warnings: Option<Telling>,

    /// Make warnings errors: a program with one is refused, and nothing is written for it
    #[arg(long)]
    pub deny_warnings: bool,

    /// Explain the code of an error or warning, such as direct-eval, or list them all
    #[arg(long, value_name = "CODE", num_args = 0..=1, default_missing_value = "", exclusive = true)]
    pub explain: Option<String>,
}

/// The values of `--warnings`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Telling {
    /// The first of each code in a tree; then how many there are, and the places of some. As JSON, all
    #[default]
    First,
    /// Each
    All,
}

/// The values of `--error-format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ErrorFormat {
    /// With the lines of the program, for people
    #[default]
    Human,
    /// A line each: file:line:column: severity[code]: message
    Short,
    /// A JSON object a line
    Json,
}
