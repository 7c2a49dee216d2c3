//! The options that steer the lowering itself.

use clap::{Args, ValueEnum};
use unawait_compiler::{
    Driver, GraphForm, Helpers, Language, Options, PromisePolicy, Skim, SourceType, Target, TopLevelAwait,
    may_hold_work,
};
use unawait_options::{Combination, Spelling, values};

use super::contradiction::{Contradiction, conflict};
use super::features::FeatureChoice;

/// What is lowered, to what, and how the lowered code is driven.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Lowering")]
pub struct Lowering {
    /// What async functions become [default: generators, or what --target needs]
    #[arg(long, value_name = "TARGET")]
    to: Option<To>,

    #[command(flatten)]
    features: FeatureChoice,

    /// Print the control flow graphs of the state machines instead of the code
    #[arg(long, value_name = "FORM", conflicts_with_all = ["out_dir", "in_place", "diff", "check", "list", "dry_run"])]
    emit: Option<EmitChoice>,

    /// How the input is to be read
    #[arg(long, value_name = "TYPE", default_value = "auto")]
    pub source_type: SourceTypeChoice,

    /// Where the lowered code finds its helpers
    #[arg(long, value_name = "HOW", default_value = "inline")]
    helpers: HelpersChoice,

    /// The module to import or require the helpers from [default: unawait-runtime, and for state machines its /es5]
    #[arg(long, value_name = "SPECIFIER", value_parser = values::specifier)]
    helpers_from: Option<String>,

    /// Which Promise lowered functions return and await with: intrinsic, global or a module
    ///
    /// intrinsic: the engine's own, as it is when the helper loads; what native async functions use.
    ///
    /// global: whatever `Promise` is at each call, with its `then`; for zone.js and others that replace it.
    ///
    /// Anything else is a module whose default export is the Promise, such as bluebird.
    #[arg(long, value_name = "POLICY", default_value = "intrinsic", value_parser = values::promise)]
    promise: PromisePolicy,

    /// Let an existing driver run the generators: co, bluebird.coroutine or SPECIFIER#EXPORT
    ///
    /// The driver takes a generator function and returns a function that returns a promise. It brings its own
    /// Promise and its own timing.
    ///
    /// co is short for co#wrap, bluebird.coroutine for bluebird#coroutine.
    #[arg(long, value_name = "DRIVER", value_parser = values::driver)]
    driver: Option<Driver>,

    /// What becomes of `await` at the top level of a module
    #[arg(long, value_name = "WHAT", default_value = "keep")]
    top_level_await: TopLevelAwaitChoice,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// Generator functions and a helper that drives them
    Generators,
    /// State machines, for engines without generators
    StateMachines,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum EmitChoice {
    /// As text, one line a block
    Graph,
    /// For Graphviz
    Dot,
}

/// The values of `--source-type`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SourceTypeChoice {
    /// As Node decides: by extension (.mjs, .cjs), the nearest package.json's "type", then syntax
    Auto,
    /// An ECMAScript module
    Module,
    /// A CommonJS module: the body of a function
    #[value(name = "commonjs")]
    CommonJs,
    /// A classic script
    Script,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum HelpersChoice {
    /// In the file itself
    Inline,
    /// By an `import` declaration
    Import,
    /// By a call of `require`
    Require,
    /// By whichever of the two the file's type allows
    Package,
    /// Nowhere: they are presumed to be globals
    None,
}

impl From<HelpersChoice> for unawait_options::HelpersChoice {
    fn from(choice: HelpersChoice) -> Self {
        match choice {
            HelpersChoice::Inline => Self::Inline,
            HelpersChoice::Import => Self::Import,
            HelpersChoice::Require => Self::Require,
            HelpersChoice::Package => Self::Package,
            HelpersChoice::None => Self::None,
        }
    }
}

impl From<SourceTypeChoice> for unawait_options::SourceTypeChoice {
    fn from(choice: SourceTypeChoice) -> Self {
        match choice {
            SourceTypeChoice::Auto => Self::Auto,
            SourceTypeChoice::Module => Self::Module,
            SourceTypeChoice::CommonJs => Self::CommonJs,
            SourceTypeChoice::Script => Self::Script,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TopLevelAwaitChoice {
    /// It stays: it is no function's
    Keep,
    /// It is an error
    Error,
}

impl Lowering {
    /// What generators become.
    fn to(&self) -> To {
        match self.features.decision() {
            Some(decision) if decision.generators => To::StateMachines,
            Some(_) => To::Generators,
            None => self.to.unwrap_or(To::Generators),
        }
    }

    /// What contradicts `--to`, or `--emit`, which shows state machines.
    fn contradiction_of_targets(&self) -> Option<Contradiction> {
        if let Some(to) = self.to
            && let Some((option, why)) = self.features.against(to == To::StateMachines)
        {
            let to = if to == To::StateMachines { "state-machines" } else { "generators" };
            return conflict(format!("`--to {to}` contradicts `{option}`: {why}"));
        }
        self.emit?;
        if self.to == Some(To::Generators) {
            return conflict("`--emit` shows state machines, and `--to generators` makes none");
        }
        let (option, why) = self.features.against(true)?;
        conflict(format!("`--emit` shows state machines, and `{option}` makes none: {why}"))
    }

    /// What clap's own rules do not see.
    pub fn contradiction(&self) -> Option<Contradiction> {
        let combination = Combination {
            helpers: self.helpers.into(),
            has_helpers_from: self.helpers_from.is_some(),
            promise: &self.promise,
            has_driver: self.driver.is_some(),
            source_type: self.source_type.into(),
        };
        match combination.contradiction(Spelling::Command) {
            Some(message) => conflict(message),
            None => self.contradiction_of_targets(),
        }
    }

    /// The form of the graphs, if these are asked for.
    pub fn graphs(&self) -> Option<GraphForm> {
        self.emit.map(|choice| match choice {
            EmitChoice::Graph => GraphForm::Text,
            EmitChoice::Dot => GraphForm::Dot,
        })
    }

    /// Whether a program of these bytes may hold something to lower, if its encoding has ASCII's letters; in UTF-16 there
    /// may be anything.
    pub fn may_hold_work(&self, bytes: &[u8]) -> bool {
        let is_utf_16 = [b"\xff\xfe", b"\xfe\xff"].iter().any(|mark| bytes.starts_with(*mark));
        is_utf_16 || may_hold_work(&String::from_utf8_lossy(bytes), &self.options(SourceType::Unknown))
    }

    /// What the library is asked to do, once it is known how the input is to be read.
    pub fn options(&self, source_type: SourceType) -> Options {
        let target = match self.to() {
            To::Generators => Target::Generators,
            To::StateMachines => Target::StateMachines,
        };
        let from = || self.helpers_from.clone().unwrap_or_else(|| target.runtime_package().to_owned());
        let decision = self.features.decision();
        Options {
            target,
            lower: decision.map(|decision| decision.lower).unwrap_or_default(),
            no_static_fields: decision.is_some_and(|decision| decision.no_static_fields),
            // That of a file is in its name.
            language: Language::default(),
            source_type,
            skim: Skim::default(),
            helpers: match self.helpers {
                HelpersChoice::Inline => Helpers::Inline,
                HelpersChoice::Import => Helpers::Import(from()),
                HelpersChoice::Require => Helpers::Require(from()),
                HelpersChoice::Package => Helpers::Package(from()),
                HelpersChoice::None => Helpers::None,
            },
            promise: self.promise.clone(),
            driver: self.driver.clone(),
            source_map: None,
            top_level_await: match self.top_level_await {
                TopLevelAwaitChoice::Keep => TopLevelAwait::Keep,
                TopLevelAwaitChoice::Error => TopLevelAwait::Error,
            },
        }
    }
}
