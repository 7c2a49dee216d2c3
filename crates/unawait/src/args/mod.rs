//! The command line: every option, what it means, and which of them contradict one another. A file is a group of
//! options that are about one thing, and knows their contradictions.

mod about;
mod caching;
mod configuring;
mod diagnosing;
mod features;
mod inputs;
mod lowering;
mod messages;
mod outputs;
mod read;
mod source_maps;
#[cfg(test)]
mod tests;

use clap::builder::Styles;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};

pub use about::About;
pub use caching::Caching;
pub use configuring::{Configuring, opposite_of};
pub use diagnosing::{Diagnosing, ErrorFormat};
pub use inputs::Inputs;
pub use lowering::{Lowering, SourceTypeChoice};
pub use messages::Messages;
pub use outputs::{Destination, Outputs};
pub use read::{Request, Unusable};
pub use source_maps::{SourceMapChoice, SourceMaps};

use crate::manual;

/// Take `await` out of JavaScript
///
/// Async functions become generators which a small helper drives, and nothing else changes: code
/// that is not an async function keeps its bytes, and line N of the output is line N of the input.
#[derive(Debug, Parser)]
#[command(name = "unawait", version, max_term_width = 100)]
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
}

/// Options that cannot be meant together, and what is said about them.
pub type Contradiction = (ErrorKind, &'static str);

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
        lowering.or_else(inputs).or_else(outputs).or_else(|| self.source_maps.contradiction(&self.outputs))
    }

    /// All options on which it depends what is written and said, for those who remember that. A group that is
    /// missing here makes [caches](crate::tree) wrong.
    pub fn shaping(&self) -> impl std::fmt::Debug {
        (&self.lowering, &self.source_maps, &self.diagnosing)
    }
}
