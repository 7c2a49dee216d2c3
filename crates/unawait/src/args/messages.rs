//! The options about what is said on standard error, and how.

use clap::{Args, ColorChoice};

/// How messages look.
#[derive(Debug, Args)]
pub struct Messages {
    /// When to use colour in messages, help and --diff
    ///
    /// auto: on a terminal, unless NO_COLOR is set; anywhere if CLICOLOR_FORCE is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}
