//! The options about source maps.

use clap::{Args, ValueEnum};

use super::contradiction::{Contradiction, conflict};
use super::lowering::Lowering;
use super::outputs::{Destination, Outputs};
use super::values;

/// Whether source maps are made, and what is in them.
#[derive(Debug, Args)]
#[command(next_help_heading = "Source maps")]
pub struct SourceMaps {
    /// Where the source maps go, which lead debuggers and stack traces from outputs to inputs
    ///
    /// A program that has a source map of its own is traced through it: the new map leads to what the program was made
    /// of. A program with nothing to lower stays as it is and gets no map. `--source-map` alone means `file`.
    #[arg(long, visible_aliases = ["sourcemap", "source-maps"], value_name = "WHERE", default_value = "none", num_args = 0..=1, require_equals = true, default_missing_value = "file")]
    pub source_map: SourceMapChoice,

    /// Put the sources themselves into the source maps
    ///
    /// So it is always where an output replaces its input.
    #[arg(long)]
    pub sources_content: bool,

    /// The URL that the sources in source maps are relative to
    ///
    /// Their names are then the paths of the inputs from the longest directory that all inputs have in common.
    #[arg(long, value_name = "URL", value_parser = values::url)]
    pub source_root: Option<String>,

    /// Which source maps of the programs themselves are read [default: project]
    #[arg(long, value_name = "WHICH")]
    pub input_map: Option<InputMapChoice>,
}

/// The values of `--source-map`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SourceMapChoice {
    /// To a file beside the output, `OUT.map`, which the output's last line names
    #[value(alias = "true", alias = "linked")]
    File,
    /// Into the output's last line
    Inline,
    /// Nowhere: none is made
    #[value(alias = "false")]
    None,
}

/// The values of `--input-map`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum InputMapChoice {
    /// Those within the project: below the nearest package.json, or in a tree below the directory of all inputs
    #[default]
    Project,
    /// Those anywhere on this machine
    Anywhere,
    /// Only those that stand within programs
    None,
}

impl SourceMaps {
    /// What clap's own rules do not see.
    pub fn contradiction(&self, lowering: &Lowering, outputs: &Outputs) -> Option<Contradiction> {
        let writes = !(outputs.check || outputs.list || outputs.dry_run);
        match self.source_map {
            SourceMapChoice::None if self.sources_content => {
                conflict("`--sources-content` needs `--source-map file` or `--source-map inline`")
            }
            SourceMapChoice::None if self.source_root.is_some() => {
                conflict("`--source-root` needs `--source-map file` or `--source-map inline`")
            }
            SourceMapChoice::None if self.input_map.is_some() => {
                conflict("`--input-map` needs `--source-map file` or `--source-map inline`")
            }
            SourceMapChoice::None => None,
            _ if lowering.graphs().is_some() => {
                conflict("`--source-map` cannot be used with `--emit`, which shows no output")
            }
            _ if outputs.diff => conflict("`--source-map` cannot be used with `--diff`, which shows no output"),
            SourceMapChoice::File if writes && outputs.destination() == Destination::Stdout => conflict(
                "`--source-map file` needs an output to put the map beside: -o OUT, or say `--source-map inline`",
            ),
            _ => None,
        }
    }
}
