//! The options about what is said on standard error, and how.

use clap::{Args, ColorChoice};

/// How messages look.
#[derive(Debug, Args)]
#[command(next_help_heading = "Messages")]
pub struct Messages {
    /// When to use colour in messages, help and --diff
    ///
    /// auto: on a terminal, unless NO_COLOR is set; anywhere if CLICOLOR_FORCE is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,

    /// Say nothing but what went wrong: no progress, and no last line that counts
    #[arg(short, long)]
    pub quiet: bool,
}
