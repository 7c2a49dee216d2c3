//! The words that an option can have for its value.

use serde::Deserialize;

/// `to`: what async functions become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// Generator functions and a helper that drives them.
    #[default]
    Generators,
    /// State machines, for engines without generators.
    StateMachines,
}

/// `lower`: a feature that is lowered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feature {
    /// Async functions, methods and arrow functions.
    AsyncFunctions,
    /// Async generator functions and methods.
    AsyncGenerators,
    /// `for await`, also in async functions that stay.
    ForAwait,
    /// `using` and `await using`.
    AwaitUsing,
    /// Generators, to state machines; `using`, too, which these cannot hold.
    Generators,
}

/// `sourceType`: how the source is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceTypeChoice {
    /// By the file name's extension, and else by syntax.
    #[default]
    Auto,
    /// An ECMAScript module.
    Module,
    /// A CommonJS module: the body of a function.
    CommonJs,
    /// A classic script.
    Script,
}

/// `lang`: the language of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LanguageChoice {
    /// JavaScript.
    Js,
    /// JavaScript with JSX.
    Jsx,
    /// TypeScript.
    Ts,
    /// TypeScript with JSX.
    Tsx,
}

/// `helpers`: where the lowered code finds its helpers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HelpersChoice {
    /// In the file itself.
    #[default]
    Inline,
    /// By an `import` declaration.
    Import,
    /// By a call of `require`.
    Require,
    /// By whichever of the two the source's type allows.
    Package,
    /// Nowhere: they are presumed to be globals.
    None,
}

/// `topLevelAwait`: what becomes of `await` at the top level of a module.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TopLevelAwaitChoice {
    /// It stays.
    #[default]
    Keep,
    /// It is an error.
    Error,
}

/// A value, or a list of values.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum OneOrMore<T> {
    /// One.
    One(T),
    /// A list.
    More(Vec<T>),
}

impl<T> OneOrMore<T> {
    /// The values.
    pub fn values(&self) -> &[T] {
        match self {
            OneOrMore::One(value) => std::slice::from_ref(value),
            OneOrMore::More(values) => values,
        }
    }
}
