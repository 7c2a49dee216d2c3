//! The options that print something about the command, and do nothing else.

use clap::Args;
use clap_complete::Shell;

/// What the command says about itself in the forms that other programs read.
#[derive(Debug, Args)]
#[command(next_help_heading = "About unawait")]
pub struct About {
    /// Print a completion script for a shell
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub completions: Option<Shell>,

    /// Print the manual page, in roff
    #[arg(long, exclusive = true)]
    pub man: bool,
}

impl About {
    /// Whether that is all there is to do.
    pub fn is_asked(&self) -> bool {
        self.man || self.completions.is_some()
    }
}
