//! Which features are lowered: named one by one, or by the engines that are to run the output.

use clap::{ArgAction, Args, ValueEnum};
use unawait_compiler::Features;
use unawait_options::engines::{Decision, Engines};

/// The features to lower, where `--to` alone does not decide.
#[derive(Clone, Debug, Args)]
pub struct FeatureChoice {
    /// Lower only these features, in a list with commas
    ///
    /// What a lowered function holds is lowered with it: its for await, its await using.
    #[arg(long, value_name = "FEATURES", value_delimiter = ',', action = ArgAction::Set, conflicts_with = "target")]
    lower: Vec<Feature>,

    /// Lower what these engines lack: versions (node12, chrome60, es2017) or a Browserslist query (defaults)
    ///
    /// Several are given in a list with commas. An engine that lacks generators gets state machines. `browserslist`
    /// stands for the project's own query: in the nearest .browserslistrc or `browserslist` of a package.json.
    #[arg(long, value_name = "ENGINES", value_parser = Engines::parse)]
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
    /// The option that contradicts making state machines, or contradicts not making them, and its reason.
    pub fn against(&self, machines: bool) -> Option<(String, &'static str)> {
        let decision = self.decision().filter(|decision| decision.generators != machines)?;
        Some(match (&self.target, decision.generators) {
            (Some(engines), true) => (format!("--target {}", engines.text), "an engine among these lacks generators"),
            (Some(engines), false) => (format!("--target {}", engines.text), "these engines have generators"),
            (None, true) => ("--lower generators".to_owned(), "which makes state machines of generators"),
            (None, false) => {
                let names = self.lower.iter().filter_map(ValueEnum::to_possible_value);
                let names: Vec<_> = names.map(|value| value.get_name().to_owned()).collect();
                (format!("--lower {}", names.join(",")), "which leaves generators as they are")
            }
        })
    }

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
