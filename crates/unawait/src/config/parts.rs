//! The parts of a configuration: what holds always, what holds in one environment, and what holds for some files.

use unawait_compiler::Diagnostic;

use super::document::Config;
use super::entry::{Entry, Value};

/// Options that hold together.
pub type Part<'a> = &'a [Entry];

/// The parts of a configuration.
#[derive(Default)]
pub struct Parts<'a> {
    /// Everything that is not below.
    pub always: Vec<&'a Entry>,
    /// `[env.NAME]`, where NAME is the environment's. It comes before what holds always.
    pub here: Option<Part<'a>>,
    /// The same for other environments.
    pub elsewhere: Vec<Part<'a>>,
    /// `[[overrides]]`, which come before both.
    pub overrides: Vec<Override<'a>>,
}

/// Options for some files.
pub struct Override<'a> {
    /// Globs, as lines of a .gitignore beside the configuration.
    pub files: &'a [String],
    pub entries: Vec<&'a Entry>,
}

/// The name of the environment, as other tools find it.
fn environment() -> String {
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    variable("UNAWAIT_ENV").or_else(|| variable("NODE_ENV")).unwrap_or_else(|| "development".to_owned())
}

/// The parts of `config`, and what is wrong with its form.
pub fn parts(config: &Config) -> (Parts<'_>, Vec<Diagnostic>) {
    let (mut parts, mut wrong) = (Parts::default(), Vec::new());
    let environment = environment();
    for entry in &config.entries {
        let mut refuse =
            |entry: &Entry, message: &str| wrong.push(Diagnostic::error("config", message, entry.value_span.clone()));
        match (entry.key.as_str(), &entry.value) {
            // The search for configurations has read it.
            ("root", Value::Switch(_)) => {}
            ("root", _) => refuse(entry, "`root` is true or false"),
            ("env", Value::Table(environments)) => {
                for part in environments {
                    match &part.value {
                        Value::Table(entries) if part.key == environment => parts.here = Some(entries),
                        Value::Table(entries) => parts.elsewhere.push(entries),
                        _ => refuse(part, "an environment is a table of options"),
                    }
                }
            }
            ("env", _) => refuse(entry, "`env` has a table of options for each environment: [env.production]"),
            ("overrides", Value::Tables(tables)) => {
                for entries in tables {
                    match entries.iter().find(|part| part.key == "files").map(|part| &part.value) {
                        Some(Value::Text(file)) => parts.overrides.push(over(std::slice::from_ref(file), entries)),
                        Some(Value::List(files)) => parts.overrides.push(over(files, entries)),
                        _ => refuse(entry, "each of `overrides` says for which `files` it is: a glob or several"),
                    }
                }
            }
            ("overrides", _) => refuse(entry, "`overrides` are tables of options: [[overrides]]"),
            _ => parts.always.push(entry),
        }
    }
    (parts, wrong)
}

fn over<'a>(files: &'a [String], entries: &'a [Entry]) -> Override<'a> {
    Override { files, entries: entries.iter().filter(|entry| entry.key != "files").collect() }
}
