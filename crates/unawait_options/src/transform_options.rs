//! The options of one call, read and turned into the compiler's.

use serde::Deserialize;
use serde_json::value::RawValue;
use unawait_compiler::{
    Driver, Features, Helpers, Language, Options, PromisePolicy, SourceMapOptions, SourceType, Target, TopLevelAwait,
};

use crate::choices::{Feature, HelpersChoice, LanguageChoice, OneOrMore, SourceTypeChoice, To, TopLevelAwaitChoice};
use crate::contradictions::{Combination, Spelling};
use crate::engines::{Decision, Engines};
use crate::{filename, values};

/// What `transform(source, options)` is given. Every key may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct TransformOptions {
    /// The name of the source in messages and in its map; its extension tells language and type.
    pub filename: Option<String>,
    /// What async functions become.
    pub to: Option<To>,
    /// Lower only these features.
    pub lower: Option<OneOrMore<Feature>>,
    /// Lower what these engines lack: versions, editions or Browserslist queries.
    pub target: Option<OneOrMore<String>>,
    /// How the source is to be read.
    pub source_type: SourceTypeChoice,
    /// The language, where the name's extension does not tell it.
    pub lang: Option<LanguageChoice>,
    /// Where the lowered code finds its helpers.
    pub helpers: HelpersChoice,
    /// The module to import or require the helpers from.
    pub helpers_from: Option<String>,
    /// `intrinsic`, `global`, or a module whose default export is the Promise.
    pub promise: Option<String>,
    /// `co`, `bluebird.coroutine` or `SPECIFIER#EXPORT`.
    pub driver: Option<String>,
    /// What becomes of `await` at a module's top level.
    pub top_level_await: TopLevelAwaitChoice,
    /// Whether a source map is made.
    pub source_map: bool,
    /// Whether the map holds the source.
    pub sources_content: bool,
    /// The source's own map, as JSON text or as an object: the output's leads to what is behind it.
    pub input_map: Option<Box<RawValue>>,
}

impl TransformOptions {
    /// Reads options from a JSON object.
    ///
    /// # Errors
    /// A sentence that names the wrong option, for the caller of the package.
    pub fn from_json(json: &str) -> Result<TransformOptions, String> {
        serde_json::from_str(json).map_err(|error| {
            // The place within the JSON is nothing that the caller has written.
            let text = error.to_string();
            text.split(" at line ").next().unwrap_or(&text).to_owned()
        })
    }

    /// The same for the compiler.
    ///
    /// # Errors
    /// When an option has a value that it cannot have, or two of them contradict each other.
    pub fn compiler_options(&self) -> Result<Options, String> {
        let decision = self.decision()?;
        let promise = self.promise()?;
        let combination = Combination {
            helpers: self.helpers,
            has_helpers_from: self.helpers_from.is_some(),
            promise: &promise,
            has_driver: self.driver.is_some(),
            source_type: self.source_type,
        };
        if let Some(contradiction) = combination.contradiction(Spelling::Package) {
            return Err(contradiction);
        }
        let generators = decision.map_or(self.to == Some(To::StateMachines), |decision| decision.generators);
        let target = if generators { Target::StateMachines } else { Target::Generators };
        Ok(Options {
            target,
            lower: decision.map(|decision| decision.lower).unwrap_or_default(),
            no_static_fields: decision.is_some_and(|decision| decision.no_static_fields),
            language: self.language(),
            source_type: self.source_type(),
            helpers: self.helpers(target)?,
            promise,
            driver: self.driver()?,
            top_level_await: match self.top_level_await {
                TopLevelAwaitChoice::Keep => TopLevelAwait::Keep,
                TopLevelAwaitChoice::Error => TopLevelAwait::Error,
            },
            source_map: self.source_map.then(|| self.source_map_options()).transpose()?,
            ..Options::default()
        })
    }

    /// Which features are lowered, if `to` alone does not say it. `to` may stand beside what agrees with it.
    fn decision(&self) -> Result<Option<Decision>, String> {
        let (option, decision) = match (&self.lower, &self.target) {
            (None, None) => return Ok(None),
            (Some(_), Some(_)) => return Err(contradict("lower", "target")),
            (Some(lower), None) => ("lower", decided(lower.values())),
            (None, Some(target)) => {
                let engines = Engines::parse(&target.values().join(",")).map_err(|why| format!("`target`: {why}"))?;
                ("target", engines.decision())
            }
        };
        match self.to {
            Some(to) if (to == To::StateMachines) != decision.generators => Err(contradict("to", option)),
            _ => Ok(Some(decision)),
        }
    }

    fn language(&self) -> Language {
        match self.lang {
            Some(LanguageChoice::Js) => Language::JavaScript,
            Some(LanguageChoice::Jsx) => Language::Jsx,
            Some(LanguageChoice::Ts) => Language::TypeScript,
            Some(LanguageChoice::Tsx) => Language::Tsx,
            None => self.filename.as_deref().map(filename::language).unwrap_or_default(),
        }
    }

    fn source_type(&self) -> SourceType {
        match self.source_type {
            SourceTypeChoice::Auto => self.filename.as_deref().map(filename::source_type).unwrap_or_default(),
            SourceTypeChoice::Module => SourceType::Module,
            SourceTypeChoice::CommonJs => SourceType::CommonJs,
            SourceTypeChoice::Script => SourceType::Script,
        }
    }

    fn helpers(&self, target: Target) -> Result<Helpers, String> {
        let from = match &self.helpers_from {
            Some(text) => values::specifier(text).map_err(|why| format!("`helpersFrom`: {why}"))?,
            None => target.runtime_package().to_owned(),
        };
        match self.helpers {
            HelpersChoice::Import => Ok(Helpers::Import(from)),
            HelpersChoice::Require => Ok(Helpers::Require(from)),
            HelpersChoice::Package => Ok(Helpers::Package(from)),
            HelpersChoice::Inline => Ok(Helpers::Inline),
            HelpersChoice::None => Ok(Helpers::None),
        }
    }

    fn promise(&self) -> Result<PromisePolicy, String> {
        let Some(text) = &self.promise else { return Ok(PromisePolicy::Intrinsic) };
        values::promise(text).map_err(|why| format!("`promise`: {why}"))
    }

    fn driver(&self) -> Result<Option<Driver>, String> {
        let driver = self.driver.as_deref().map(values::driver).transpose();
        driver.map_err(|why| format!("`driver`: {why}"))
    }

    fn source_map_options(&self) -> Result<SourceMapOptions, String> {
        let input = match &self.input_map {
            // Text within JSON: bundlers hand over either.
            Some(raw) if raw.get().starts_with('"') => {
                Some(serde_json::from_str(raw.get()).map_err(|error| format!("`inputMap`: {error}"))?)
            }
            Some(raw) => Some(raw.get().to_owned()),
            None => None,
        };
        let source = self.filename.clone().unwrap_or_default();
        Ok(SourceMapOptions { source, sources_content: self.sources_content, input })
    }
}

fn decided(lower: &[Feature]) -> Decision {
    let has = |feature| lower.contains(&feature);
    let features = Features {
        async_functions: has(Feature::AsyncFunctions),
        async_generators: has(Feature::AsyncGenerators),
        for_await: has(Feature::ForAwait),
        using: has(Feature::AwaitUsing),
    };
    Decision { lower: features, generators: has(Feature::Generators), no_static_fields: false }
}

fn contradict(one: &str, other: &str) -> String {
    format!("`{one}` cannot be used with `{other}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(json: &str) -> Result<Options, String> {
        TransformOptions::from_json(json)?.compiler_options()
    }

    #[test]
    fn without_options_the_command_s_defaults_hold() {
        let options = options("{}").unwrap();
        assert_eq!((options.target, options.helpers), (Target::Generators, Helpers::Inline));
        assert_eq!(options.lower, Features::default());
    }

    #[test]
    fn engines_decide() {
        assert_eq!(options(r#"{"target": ["node12", "ie 11"]}"#).unwrap().target, Target::StateMachines);
        let node12 = options(r#"{"target": "node12"}"#).unwrap();
        assert_eq!(node12.lower, Features { using: true, ..Features::NONE });
    }

    #[test]
    fn the_name_tells_language_and_type() {
        let named = options(r#"{"filename": "/src/app.mts?x"}"#).unwrap();
        assert_eq!((named.language, named.source_type), (Language::TypeScript, SourceType::Module));
        let said = options(r#"{"filename": "a.mjs", "sourceType": "commonjs", "lang": "jsx"}"#).unwrap();
        assert_eq!((said.language, said.source_type), (Language::Jsx, SourceType::CommonJs));
    }

    #[test]
    fn input_maps_are_text_or_objects() {
        let input = |json: &str| options(json).unwrap().source_map.unwrap().input;
        assert_eq!(input(r#"{"sourceMap": true, "inputMap": "{\"version\":3}"}"#).as_deref(), Some(r#"{"version":3}"#));
        assert_eq!(input(r#"{"sourceMap": true, "inputMap": {"version":3}}"#).as_deref(), Some(r#"{"version":3}"#));
    }

    #[test]
    fn said_twice_the_same_is_no_contradiction() {
        for json in [r#"{"to": "state-machines", "target": "ie 11"}"#, r#"{"to": "generators", "lower": "for-await"}"#]
        {
            assert!(options(json).is_ok(), "{json}");
        }
    }

    #[test]
    fn contradictions_are_named() {
        for (json, words) in [
            (r#"{"to": "generators", "target": "ie 11"}"#, "`to` cannot be used with `target`"),
            (r#"{"to": "state-machines", "lower": "for-await"}"#, "`to` cannot be used with `lower`"),
            (r#"{"helpersFrom": "x"}"#, "`helpersFrom` needs"),
            (r#"{"driver": "co", "promise": "global"}"#, "`promise` cannot be used with `driver`"),
            (r#"{"driver": "co", "helpers": "none"}"#, "`driver` needs a helper"),
            (r#"{"promise": "global", "helpers": "none"}"#, "`promise: \"global\"` needs a helper"),
            (r#"{"promise": "global", "helpers": "package"}"#, "`promise` cannot be used with `helpers: \"package\"`"),
            (r#"{"helpers": "import", "sourceType": "script"}"#, "`sourceType: \"script\"` cannot be used with"),
            (r#"{"helpers": "package", "sourceType": "script"}"#, "`helpers: \"package\"` loads a module"),
            (r#"{"driver": "co", "sourceType": "script"}"#, "`driver` loads a module"),
            (r#"{"target": "netscape4"}"#, "`target`: "),
            (r#"{"too": 1}"#, "unknown field `too`, expected one of `filename`, `to`"),
            (r#"{"to": "es5"}"#, "unknown variant `es5`, expected `generators` or `state-machines`"),
        ] {
            let message = options(json).unwrap_err();
            assert!(message.starts_with(words), "{json}: {message}");
        }
    }
}
