//! Which features are lowered: named one by one, or by the engines that are to run the output.

use clap::{Args, ValueEnum};
use unawait_compiler::Features;
use unawait_options::engines::{Decision, Engines};

/// What is lowered, if `--to` alone does not say it. The last of the three options counts.
#[derive(Debug, Args)]
pub struct FeatureChoice {
    /// Lower only these features, in a list with commas
    ///
    /// What a lowered function holds is lowered with it: its for await, its await using.
    #[arg(long, value_name = "FEATURES", value_delimiter = ',', overrides_with_all = ["to", "target"])]
    lower: Vec<Feature>,

    /// Lower what these engines lack: versions (node12, chrome60, es2017) or a Browserslist query (defaults)
    ///
    /// Several are given in a list with commas. An engine that lacks generators gets state machines.
    #[arg(long, value_name = "ENGINES", value_parser = Engines::parse, overrides_with_all = ["to", "lower"])]
    target: Option<Engines>,
}

/// The values of `--lower`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Feature {
    /// Async functions, methods and arrow functions
    AsyncFunctions,
    /// Async generator functions and methods
    AsyncGenerators,
    /// `for await`, also in async functions that stay
    ForAwait,
    /// `using` and `await using`
    AwaitUsing,
    /// Generators, to state machines; `using`, too, which these cannot hold
    Generators,
}

impl FeatureChoice {
    /// `None`: `--to` says it all.
    pub fn decision(&self) -> Option<Decision> {
        match &self.target {
            Some(engines) => Some(engines.decision()),
            None if self.lower.is_empty() => None,
            None => {
                let has = |feature| self.lower.contains(&feature);
                let lower = Features {
                    async_functions: has(Feature::AsyncFunctions),
                    async_generators: has(Feature::AsyncGenerators),
                    for_await: has(Feature::ForAwait),
                    using: has(Feature::AwaitUsing),
                };
                Some(Decision { lower, generators: has(Feature::Generators), no_static_fields: false })
            }
        }
    }
}
