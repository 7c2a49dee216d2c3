//! The options about what is said on standard error, and how.

use clap::{Args, ColorChoice, ValueEnum};

use super::contradiction::{Contradiction, conflict};
use super::diagnosing::{Diagnosing, Telling};
use super::outputs::{Destination, Outputs};

/// How messages look, and how many there are.
#[derive(Debug, Args)]
#[command(next_help_heading = "Messages")]
pub struct Messages {
    /// When to use colour in messages, help and --diff
    ///
    /// auto: on a terminal, unless NO_COLOR is set; anywhere if FORCE_COLOR or CLICOLOR_FORCE is set and not 0.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,

    /// Print errors and warnings only: no progress, and no last line that counts
    #[arg(short, long, conflicts_with_all = ["verbose", "log_level"])]
    pub quiet: bool,

    /// Print a line for each file of a tree
    #[arg(long, conflicts_with = "log_level")]
    pub verbose: bool,

    /// What to print on standard error [default: info]
    #[arg(long, value_name = "LEVEL")]
    pub log_level: Option<LogLevel>,

    /// How the last line of a run over a tree counts what was done
    ///
    /// json: an object on standard output, with files, bytes, functions, lowered, untouched, copied, current (up to
    /// date), refused, failed, changes, left (neither lowered nor copied), warnings, seconds and configuration.
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub stats: StatsFormat,
}

/// The values of `--log-level`: each prints what those before it print, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum LogLevel {
    /// Nothing
    Silent,
    /// Errors
    Error,
    /// Warnings, as --quiet
    #[value(alias = "warning")]
    Warn,
    /// Progress, and a last line that counts
    Info,
    /// A line for each file of a tree, as --verbose
    #[value(alias = "verbose", alias = "trace")]
    Debug,
}

/// The values of `--stats`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatsFormat {
    /// A line for people on standard error
    Text,
    /// A JSON object on standard output
    Json,
}

impl Messages {
    /// The kinds of messages that standard error gets.
    pub fn level(&self) -> LogLevel {
        match self.log_level {
            Some(level) => level,
            None if self.quiet => LogLevel::Warn,
            None if self.verbose => LogLevel::Debug,
            None => LogLevel::Info,
        }
    }

    /// Whether only errors and warnings are printed, or less.
    pub fn is_quiet(&self) -> bool {
        self.level() < LogLevel::Info
    }

    /// What clap's own rules do not see.
    pub fn contradiction(&self, outputs: &Outputs, diagnosing: &Diagnosing) -> Option<Contradiction> {
        if self.level() < LogLevel::Warn && diagnosing.warnings == Some(Telling::All) {
            return conflict("`--warnings all` tells what `--log-level` silences");
        }
        if self.stats == StatsFormat::Json {
            if outputs.list || outputs.diff {
                let other = if outputs.list { "--list" } else { "--diff" };
                return conflict(format!("`--stats json` cannot be used with `{other}`, which has standard output"));
            }
            if outputs.watch {
                return conflict("`--stats json` counts what a run did, and `--watch` does not end");
            }
            if outputs.destination() == Destination::Stdout && !outputs.check {
                return conflict("`--stats json` needs standard output, where the program goes: say -o or --out-dir");
            }
        }
        None
    }
}
