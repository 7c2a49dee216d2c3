//! The options about source maps.

use clap::error::ErrorKind;
use clap::{Args, ValueEnum};

use super::{Contradiction, Destination, Outputs};

/// Whether source maps are made, and what is in them.
#[derive(Debug, Args)]
#[command(next_help_heading = "Source maps")]
pub struct SourceMaps {
    /// Where the source maps go, which lead debuggers and stack traces from outputs to inputs
    ///
    /// A program that has a source map of its own is traced through it: the new map leads to what the program was made
    /// of. A program with nothing to lower stays as it is and gets no map.
    #[arg(long, value_name = "WHERE", default_value = "none")]
    pub source_map: SourceMapChoice,

    /// Put the sources themselves into the source maps
    ///
    /// So it is always where an output replaces its input.
    #[arg(long)]
    pub sources_content: bool,
}

/// The values of `--source-map`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SourceMapChoice {
    /// To a file beside the output, `OUT.map`, which the output's last line names
    File,
    /// Into the output's last line
    Inline,
    /// Nowhere: none is made
    None,
}

impl SourceMaps {
    /// What clap's own rules do not see.
    pub fn contradiction(&self, outputs: &Outputs) -> Option<Contradiction> {
        let conflict = |message| Some((ErrorKind::ArgumentConflict, message));
        let writes = !(outputs.check || outputs.list || outputs.dry_run);
        match self.source_map {
            SourceMapChoice::None if self.sources_content => {
                conflict("`--sources-content` needs `--source-map file` or `--source-map inline`")
            }
            SourceMapChoice::None => None,
            _ if outputs.diff => conflict("`--source-map` cannot be used with `--diff`, which shows no output"),
            SourceMapChoice::File if writes && outputs.destination() == Destination::Stdout => conflict(
                "`--source-map file` needs an output to put the map beside: -o OUT, or say `--source-map inline`",
            ),
            _ => None,
        }
    }
}
