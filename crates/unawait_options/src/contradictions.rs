//! Which options cannot stand together, for the command and the package alike. Either spells options in its own way.

use unawait_compiler::PromisePolicy;

use crate::choices::{HelpersChoice, SourceTypeChoice};

/// How messages spell an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// `--helpers-from`, `--helpers import`
    Command,
    /// `helpersFrom`, `helpers: "import"`
    Package,
}

/// The options that contradict one another in pairs.
#[derive(Clone, Copy, Debug)]
pub struct Combination<'a> {
    /// Where helpers come from.
    pub helpers: HelpersChoice,
    /// Whether the helpers' module is named.
    pub has_helpers_from: bool,
    /// What was said of promises.
    pub promise: &'a PromisePolicy,
    /// Whether a driver is named.
    pub has_driver: bool,
    /// How the source is to be read.
    pub source_type: SourceTypeChoice,
}

impl Combination<'_> {
    /// The first contradiction, in a sentence.
    pub fn contradiction(&self, spelling: Spelling) -> Option<String> {
        self.of_helpers(spelling).or_else(|| self.of_source_types(spelling))
    }

    fn has_policy(&self) -> bool {
        self.has_driver || *self.promise != PromisePolicy::Intrinsic
    }

    fn of_helpers(&self, spelling: Spelling) -> Option<String> {
        let option = |name| spelling.option(name);
        let helpers = |value| spelling.value("helpers", value);
        let is_package = self.package().is_some();
        if self.has_helpers_from && !is_package {
            let (import, require, package) = (helpers("import"), helpers("require"), helpers("package"));
            return Some(format!("`{}` needs `{import}`, `{require}` or `{package}`", option("helpers-from")));
        }
        let (driver, promise) = (option("driver"), option("promise"));
        if self.has_driver && *self.promise != PromisePolicy::Intrinsic {
            return Some(format!("`{promise}` cannot be used with `{driver}`: a driver brings its own Promise"));
        }
        let none = helpers("none");
        if self.helpers == HelpersChoice::None && self.has_driver {
            return Some(format!("`{driver}` needs a helper that calls it, and `{none}` brings none"));
        }
        if self.helpers == HelpersChoice::None && *self.promise == PromisePolicy::Global {
            let global = spelling.value("promise", "global");
            return Some(format!("`{global}` needs a helper that follows it, and `{none}` brings none"));
        }
        let policy = if self.has_driver { driver } else { promise };
        let from = helpers(self.package().filter(|_| self.has_policy())?);
        Some(format!("`{policy}` cannot be used with `{from}`: the package's helpers do not follow it"))
    }

    /// What contradicts a source type: only modules import, only CommonJS requires, and classic scripts do neither.
    fn of_source_types(&self, spelling: Spelling) -> Option<String> {
        let needed = match self.helpers {
            HelpersChoice::Import => Some(SourceTypeChoice::Module),
            HelpersChoice::Require => Some(SourceTypeChoice::CommonJs),
            HelpersChoice::Inline | HelpersChoice::Package | HelpersChoice::None => None,
        };
        let kind = match self.source_type {
            SourceTypeChoice::Auto => return None,
            SourceTypeChoice::Module => "module",
            SourceTypeChoice::CommonJs => "commonjs",
            SourceTypeChoice::Script => "script",
        };
        let kind = spelling.value("source-type", kind);
        if needed.is_some_and(|needed| needed != self.source_type) {
            let helpers = spelling.value("helpers", self.package()?);
            return Some(format!("`{kind}` cannot be used with `{helpers}`"));
        }
        let loads = match self.promise {
            _ if self.has_driver => spelling.option("driver"),
            PromisePolicy::Module(_) => spelling.option("promise"),
            _ => spelling.value("helpers", self.package()?),
        };
        let is_script = self.source_type == SourceTypeChoice::Script;
        is_script.then(|| format!("`{loads}` loads a module, which a classic script cannot: `{kind}`"))
    }

    /// The value of `helpers`, if helpers come from a package.
    fn package(&self) -> Option<&'static str> {
        match self.helpers {
            HelpersChoice::Import => Some("import"),
            HelpersChoice::Require => Some("require"),
            HelpersChoice::Package => Some("package"),
            HelpersChoice::Inline | HelpersChoice::None => None,
        }
    }
}

impl Spelling {
    /// An option by its name in the command, without dashes before it.
    fn option(self, name: &str) -> String {
        match self {
            Spelling::Command => format!("--{name}"),
            Spelling::Package => {
                let mut words = name.split('-');
                let first = words.next().unwrap_or_default().to_owned();
                words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
            }
        }
    }

    fn value(self, name: &str, value: &str) -> String {
        match self {
            Spelling::Command => format!("{} {value}", self.option(name)),
            Spelling::Package => format!("{}: \"{value}\"", self.option(name)),
        }
    }
}
