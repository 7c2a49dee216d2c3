//! `options.json` of a fixture case.

use crate::target;
use serde::Deserialize;
use std::collections::BTreeMap;
use unawait_compiler::{Driver, Features, Helpers, Options, PromisePolicy, SourceType, Target, TopLevelAwait};

/// What a case's `options.json` may say; everything has a default.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CaseOptions {
    /// `auto`, `module`, `commonjs` or `script`. Without it, the extension and `package.json` decide; where they say
    /// nothing, it is `commonjs`.
    pub source_type: Option<String>,
    /// `inline`, `import`, `require` or `none`.
    pub helpers: Option<String>,
    /// The specifier for `import` and `require`.
    pub helpers_from: Option<String>,
    /// `intrinsic`, `global` or a specifier.
    pub promise: Option<String>,
    /// `co`, `bluebird.coroutine` or `SPECIFIER#EXPORT`.
    pub driver: Option<String>,
    /// `keep` or `error`.
    pub top_level_await: Option<String>,
    /// The features that are lowered, as `--lower` names them; all of async code if there are none.
    pub lower: Vec<String>,
    /// The engine the *input* needs, such as `>=24`. With an older node at hand `stdout.txt` is taken as
    /// written and only the lowered program runs.
    pub node: Option<String>,
    /// Arguments for node, before the program's name.
    pub node_args: Vec<String>,
    /// Packages the program imports, from the list in `src/packages/package.json`.
    pub packages: Vec<String>,
    /// Files beside the input which are copied as they are.
    pub not_lowered: Vec<String>,
    /// Targets the case says nothing about, each with the reason why.
    pub not_to: BTreeMap<String, String>,
}

impl CaseOptions {
    /// Reads `options.json`.
    ///
    /// # Errors
    /// When it is no JSON or has unknown keys.
    pub fn parse(text: &str) -> Result<Self, String> {
        let options: CaseOptions = serde_json::from_str(text).map_err(|error| format!("options.json: {error}"))?;
        options.not_to.keys().try_for_each(|name| target::named(name).map(drop))?;
        Ok(options)
    }

    /// Whether the case is about `target`.
    pub fn is_for(&self, target: Target) -> bool {
        !self.not_to.contains_key(target::name(target))
    }

    /// Whether the case runs as a classic script, which node itself never does with a file.
    pub fn is_script(&self) -> bool {
        self.source_type.as_deref() == Some("script")
    }

    /// The compiler's options for `target`; `by_name` is the source type that the file's name implies.
    ///
    /// # Errors
    /// When a value is none of those allowed.
    pub fn compiler_options(&self, by_name: SourceType, target: Target) -> Result<Options, String> {
        let specifier = || self.helpers_from.clone().unwrap_or_else(|| target.runtime_package().to_owned());
        Ok(Options {
            target,
            lower: features(&self.lower)?,
            source_type: match self.source_type.as_deref() {
                None => by_name,
                Some("auto") => SourceType::Unknown,
                Some("module") => SourceType::Module,
                Some("commonjs") => SourceType::CommonJs,
                Some("script") => SourceType::Script,
                Some(other) => return Err(unknown("source_type", other)),
            },
            helpers: match self.helpers.as_deref() {
                None | Some("inline") => Helpers::Inline,
                Some("import") => Helpers::Import(specifier()),
                Some("require") => Helpers::Require(specifier()),
                Some("package") => Helpers::Package(specifier()),
                Some("none") => Helpers::None,
                Some(other) => return Err(unknown("helpers", other)),
            },
            promise: match self.promise.as_deref() {
                None | Some("intrinsic") => PromisePolicy::Intrinsic,
                Some("global") => PromisePolicy::Global,
                Some(module) => PromisePolicy::Module(module.to_owned()),
            },
            driver: self.driver.as_deref().map(driver).transpose()?,
            top_level_await: match self.top_level_await.as_deref() {
                None | Some("keep") => TopLevelAwait::Keep,
                Some("error") => TopLevelAwait::Error,
                Some(other) => return Err(unknown("top_level_await", other)),
            },
            ..Options::default()
        })
    }
}

fn features(names: &[String]) -> Result<Features, String> {
    if names.is_empty() {
        return Ok(Features::ALL);
    }
    let mut features = Features::NONE;
    for name in names {
        match name.as_str() {
            "async-functions" => features.async_functions = true,
            "async-generators" => features.async_generators = true,
            "for-await" => features.for_await = true,
            "await-using" => features.using = true,
            // A matter of the target.
            "generators" => {}
            other => return Err(unknown("feature", other)),
        }
    }
    Ok(features)
}

fn driver(text: &str) -> Result<Driver, String> {
    let (specifier, export) = match text {
        "co" => ("co", "wrap"),
        "bluebird.coroutine" => ("bluebird", "coroutine"),
        _ => text.split_once('#').ok_or_else(|| unknown("driver", text))?,
    };
    Ok(Driver { specifier: specifier.to_owned(), export: export.to_owned() })
}

fn unknown(key: &str, value: &str) -> String {
    format!("options.json: unknown {key} `{value}`")
}

#[cfg(test)]
mod tests {
    use super::CaseOptions;
    use unawait_compiler::{Helpers, SourceType, Target};

    #[test]
    fn keys_map_to_the_compilers_options() {
        let text = r#"{"source_type": "script", "helpers": "import", "driver": "co#wrap", "node": ">=24"}"#;
        let options =
            CaseOptions::parse(text).unwrap().compiler_options(SourceType::Unknown, Target::Generators).unwrap();
        assert_eq!(options.source_type, SourceType::Script);
        assert_eq!(options.helpers, Helpers::Import("unawait-runtime".to_owned()));
        assert_eq!(options.driver.unwrap().export, "wrap");
    }

    #[test]
    fn unknown_keys_and_values_are_refused() {
        assert!(CaseOptions::parse(r#"{"sorce_type": "script"}"#).is_err());
        assert!(CaseOptions::parse(r#"{"not_to": {"es5": "old"}}"#).is_err());
        let options = CaseOptions::parse(r#"{"helpers": "magic"}"#).unwrap();
        assert!(options.compiler_options(SourceType::Unknown, Target::Generators).is_err());
    }
}
