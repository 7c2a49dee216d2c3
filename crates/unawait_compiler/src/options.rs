//! What a caller may choose.

pub use unawait_syntax::{Features, Language, SourceType};

/// Everything that steers one compilation. `Options::default()` is what the command does without options.
#[derive(Clone, Debug, Default)]
pub struct Options {
    pub target: Target,
    /// What of async code is lowered, and what stays.
    pub lower: Features,
    /// Whether classes may not be given private static fields, for engines without (before ES2022). Then async generator
    /// methods of classes that have static code of their own have no `prototype`.
    pub no_static_fields: bool,
    pub language: Language,
    pub source_type: SourceType,
    pub skim: Skim,
    pub helpers: Helpers,
    pub promise: PromisePolicy,
    /// `None`: our own driver.
    pub driver: Option<Driver>,
    pub top_level_await: TopLevelAwait,
    /// `None`: no source map is made.
    pub source_map: Option<SourceMapOptions>,
}

impl Options {
    /// What the lowered code of a file depends on besides its source, for [`ScriptTag`](unawait_syntax::ScriptTag).
    pub(crate) fn manner(&self) -> String {
        let Options { target, lower, no_static_fields, helpers, promise, driver, .. } = self;
        let version = unawait_runtime::fingerprint();
        format!("{version:x} {target:?} {lower:?} {no_static_fields} {helpers:?} {promise:?} {driver:?}")
    }
}

/// What a source map is to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMapOptions {
    /// What the source is called in it: a URL, relative to the map's.
    pub source: String,
    /// Whether it holds the sources themselves.
    pub sources_content: bool,
    /// The JSON of the source's own map, where that stands in another file: the output's leads to what is behind it. One
    /// in a `data:` URL within the source is found without this.
    pub input: Option<String>,
}

/// Which texts functions that hold nothing to lower are passed over in: what is wrong in them is not told then. Only
/// JavaScript that becomes generators; other texts are always read whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Skim {
    /// Those of 64 KB or more, which hardly anybody writes by hand.
    #[default]
    Bundles,
    Never,
    Always,
}

/// What async functions become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Target {
    /// Generators that a helper drives; generators of the program stay.
    #[default]
    Generators,
    /// State machines, and so do generators.
    StateMachines,
}

impl Target {
    /// What the helpers of its output are loaded from by default: the package in `runtime-js/`.
    pub fn runtime_package(self) -> &'static str {
        match self {
            Target::Generators => "unawait-runtime",
            Target::StateMachines => "unawait-runtime/es5",
        }
    }
}

/// How the lowered code gets at its helpers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Helpers {
    /// Written into the file.
    #[default]
    Inline,
    /// `import { ... } from "specifier"`.
    Import(String),
    /// `var ... = require("specifier")...`.
    Require(String),
    /// `Import` in modules and `Require` in CommonJS files, for trees and bundles that hold both.
    Package(String),
    /// Not at all: `__awaiter`, with tslib's signature, is there already.
    None,
}

/// Which Promise the lowered functions return and await with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PromisePolicy {
    /// The engine's own, captured when the helper loads: exact.
    #[default]
    Intrinsic,
    /// Whatever `Promise` is at each call, and its `then`: for zone.js and other patchers.
    Global,
    /// The default export of a module, such as `bluebird`.
    Module(String),
}

/// An existing driver: `EXPORT` of module `SPECIFIER` takes a generator function and returns a function
/// that returns a promise, as `co.wrap` and `Bluebird.coroutine` do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Driver {
    pub specifier: String,
    pub export: String,
}

/// What becomes of an `await` at a module's top level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TopLevelAwait {
    /// It stays: it is no function's.
    #[default]
    Keep,
    /// It is an error.
    Error,
}
