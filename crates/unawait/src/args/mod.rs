//! The command line: every option, what it means, and which of them contradict one another. A file is a group of
//! options that are about one thing, and knows their contradictions.

mod about;
mod caching;
mod configuring;
mod contradiction;
mod diagnosing;
mod features;
mod inputs;
mod lowering;
mod messages;
mod outputs;
#[cfg(test)]
mod pairs;
mod read;
mod source_maps;
#[cfg(test)]
mod tests;
mod values;

use std::path::Path;

use clap::builder::Styles;
use clap::{CommandFactory, Parser};

pub use about::About;
pub use caching::Caching;
pub use configuring::{Configuring, opposite_of};
pub use diagnosing::{Diagnosing, ErrorFormat, Telling};
pub use inputs::Inputs;
pub use lowering::{Lowering, SourceTypeChoice};
pub use messages::{LogLevel, Messages, StatsFormat};
pub use outputs::{Destination, Outputs};
pub use read::{Request, Unusable};
pub use source_maps::{InputMapChoice, SourceMapChoice, SourceMaps};

use contradiction::Contradiction;

use crate::globs::Globs;
use crate::manual;

/// Take `await` out of JavaScript
///
/// Async functions become generators which a small helper drives, and nothing else changes: code
/// that is not an async function keeps its bytes, and line N of the output is line N of the input.
#[derive(Debug, Parser)]
#[command(name = "unawait", version, max_term_width = 100, args_override_self = true)]
pub struct Args {
    #[command(flatten)]
    pub inputs: Inputs,

    #[command(flatten)]
    pub outputs: Outputs,

    #[command(flatten)]
    pub lowering: Lowering,

    #[command(flatten)]
    pub source_maps: SourceMaps,

    #[command(flatten)]
    pub caching: Caching,

    #[command(flatten)]
    pub configuring: Configuring,

    #[command(flatten)]
    pub diagnosing: Diagnosing,

    #[command(flatten)]
    pub messages: Messages,

    #[command(flatten)]
    pub about: About,

    /// Options of some files, from a configuration.
    #[arg(skip)]
    pub overrides: Vec<Override>,
}

/// How some files are lowered.
#[derive(Clone, Debug)]
pub struct Override {
    pub files: Globs,
    pub lowering: Lowering,
}

impl Args {
    /// The command as clap knows it, with the examples in its help.
    pub fn described() -> clap::Command {
        configuring::with_opposites(Args::command())
            .after_help("The long help, --help, has examples.")
            .after_long_help(manual::after_long_help(&Styles::styled()))
    }

    /// What clap's own rules do not see.
    fn contradiction(&self, stdin_is_terminal: bool) -> Option<Contradiction> {
        if self.about.is_asked() || self.diagnosing.explain.is_some() {
            return None;
        }
        let lowering = self.lowering.contradiction();
        let inputs = || self.inputs.contradiction(stdin_is_terminal);
        let outputs = || self.outputs.contradiction(&self.inputs);
        let source_maps = || self.source_maps.contradiction(&self.lowering, &self.outputs);
        let messages = || self.messages.contradiction(&self.outputs, &self.diagnosing);
        lowering.or_else(inputs).or_else(outputs).or_else(source_maps).or_else(messages)
    }

    /// How the program at `path`, if it has one, is lowered: as the last override says whose globs match.
    pub fn lowering(&self, path: Option<&Path>) -> &Lowering {
        let Some(path) = path.filter(|_| !self.overrides.is_empty()) else { return &self.lowering };
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let found = self.overrides.iter().rev().find(|part| part.files.match_file(&absolute));
        found.map_or(&self.lowering, |part| &part.lowering)
    }

    /// All options that decide what is written and reported, for the cache. A group that is
    /// missing here makes [caches](crate::tree) wrong.
    pub fn shaping(&self) -> impl std::fmt::Debug {
        (&self.lowering, &self.overrides, &self.source_maps, &self.diagnosing, &self.outputs.out_extension)
    }
}
