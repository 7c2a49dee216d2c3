//! What JavaScript engines lack, by their versions.

use browserslist::{Distrib, Opts};
use unawait_compiler::Features;

/// What is lowered for some engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The features of async code that one of the engines lacks.
    pub lower: Features,
    /// Whether one of them lacks generators.
    pub generators: bool,
    /// Whether one of them lacks static fields of classes.
    pub no_static_fields: bool,
}

/// The engines that are to run the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engines {
    /// As they were given.
    pub text: String,
    /// What all of them have.
    support: Support,
}

/// Stands for the query that the project has for all its tools.
const PROJECT: &str = "browserslist";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Support {
    generators: bool,
    async_functions: bool,
    /// Async generators and `for await`, which came together.
    async_generators: bool,
    static_fields: bool,
    using: bool,
}

/// An engine, and the first version that has, without known faults, what the fields of `Support` name, in their order;
/// none if the text is empty. The figures are those of MDN's browser compatibility data.
type Row = (&'static str, [&'static str; 5]);

const TABLE: [Row; 15] = [
    ("chrome", ["50", "55", "63", "74", "134"]),
    ("and_chr", ["50", "55", "63", "74", "134"]),
    ("android", ["50", "55", "63", "74", "134"]),
    ("edge", ["13", "15", "79", "79", "134"]),
    ("firefox", ["53", "53", "57", "90", "141"]),
    ("and_ff", ["53", "53", "57", "90", "141"]),
    ("safari", ["10", "11", "12", "14.1", ""]),
    ("ios_saf", ["10", "11", "12", "14.5", ""]),
    ("opera", ["37", "42", "50", "62", "119"]),
    ("op_mob", ["37", "42", "46", "53", "89"]),
    ("samsung", ["5", "6", "8", "11", ""]),
    ("node", ["6", "7.6", "10", "12", "24"]),
    ("electron", ["1.1", "1.6", "3", "6", "35"]),
    ("deno", ["1", "1", "1", "1", "2.3"]),
    ("ie", ["", "", "", "", ""]),
];

/// Names that people write, and those of the table.
const ALIASES: [(&str, &str); 2] = [("ios", "ios_saf"), ("safari_ios", "ios_saf")];

impl Engines {
    /// Reads engines' versions, editions of the language and Browserslist queries, with commas between them.
    ///
    /// # Errors
    /// A sentence, when `text` is none of these or selects no engine that is known.
    pub fn parse(text: &str) -> Result<Engines, String> {
        let mut support = Support::ALL;
        let mut queries = Vec::new();
        for part in text.split(',').map(str::trim) {
            let lower = part.to_ascii_lowercase();
            match Support::of_edition(&lower).or_else(|| Support::of_version(&lower)) {
                Some(one) => support = support.and(one),
                None if lower == PROJECT => support = support.and(of_project()?),
                None => queries.push(part),
            }
        }
        if !queries.is_empty() {
            support = support.and(resolve(&queries)?);
        }
        Ok(Engines { text: text.to_owned(), support })
    }

    /// What these engines lack.
    pub fn decision(&self) -> Decision {
        let Support { generators, async_functions, async_generators, static_fields, using } = self.support;
        let lower = Features {
            async_functions: !async_functions,
            async_generators: !async_generators,
            for_await: !async_generators,
            using: !using,
        };
        Decision { lower, generators: !generators, no_static_fields: !static_fields }
    }
}

/// What all engines have that a Browserslist query selects. Those that the table does not know are left out, as other
/// tools do: Opera Mini, which runs scripts on servers, and small ones that are another's engine under their own name.
fn resolve(queries: &[&str]) -> Result<Support, String> {
    let engines = browserslist::resolve(queries, &Opts::default()).map_err(|error| {
        format!("{error}; give engines' versions such as node12 or chrome60, es2017, or a Browserslist query")
    })?;
    all_of(&engines).ok_or_else(|| format!("no engine is known that `{}` selects", queries.join(", ")))
}

/// What all engines have that the project's own query selects: that in BROWSERSLIST, in .browserslistrc, or in a
/// package.json, from the working directory upwards; `defaults` if there is none.
fn of_project() -> Result<Support, String> {
    let working = std::env::current_dir().ok().and_then(|path| path.to_str().map(str::to_owned));
    let engines = browserslist::execute(&Opts { path: working, ..Opts::default() })
        .map_err(|error| format!("the project's Browserslist query cannot be used: {error}"))?;
    all_of(&engines).ok_or_else(|| "no engine is known that the project's Browserslist query selects".to_owned())
}

fn all_of(engines: &[Distrib]) -> Option<Support> {
    engines.iter().filter_map(|engine| Support::of_engine(engine.name(), engine.version())).reduce(Support::and)
}

impl Support {
    const NONE: Support = Support {
        generators: false,
        async_functions: false,
        async_generators: false,
        static_fields: false,
        using: false,
    };
    const ALL: Support =
        Support { generators: true, async_functions: true, async_generators: true, static_fields: true, using: true };

    fn and(self, other: Support) -> Support {
        Support {
            generators: self.generators && other.generators,
            async_functions: self.async_functions && other.async_functions,
            async_generators: self.async_generators && other.async_generators,
            static_fields: self.static_fields && other.static_fields,
            using: self.using && other.using,
        }
    }

    /// An edition of the language: `es5`, `es2017`, `esnext`.
    fn of_edition(name: &str) -> Option<Support> {
        let year = match name.strip_prefix("es")? {
            "next" => return Some(Support::ALL),
            "3" | "5" => return Some(Support::NONE),
            "6" => 2015,
            year => year.parse().ok().filter(|year: &u32| (2015..2100).contains(year))?,
        };
        Some(Support {
            generators: true,
            async_functions: year >= 2017,
            async_generators: year >= 2018,
            static_fields: year >= 2022,
            using: false,
        })
    }

    /// An engine's name and version in one word: `node12`, `chrome60.0`.
    fn of_version(word: &str) -> Option<Support> {
        let (name, version) = word.split_at(word.find(|c: char| c.is_ascii_digit())?);
        version.chars().all(|c| c.is_ascii_digit() || c == '.').then_some(())?;
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
        Support::of_engine(alias.map_or(name, |(_, name)| name), version)
    }

    fn of_engine(name: &str, version: &str) -> Option<Support> {
        let (_, since) = TABLE.iter().find(|row| row.0 == name)?;
        let has = |since: &str| !since.is_empty() && number(version) >= number(since);
        let [generators, async_functions, async_generators, static_fields, using] = since.map(has);
        Some(Support { generators, async_functions, async_generators, static_fields, using })
    }
}

/// The major and the minor number. Of a range, `14.5-14.8`, its start counts; what has no number (`TP`) is the newest.
fn number(version: &str) -> (u32, u32) {
    let mut parts = version.split('-').next().unwrap_or(version).split('.').map(str::parse);
    match (parts.next(), parts.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor),
        (Some(Ok(major)), _) => (major, 0),
        _ => (u32::MAX, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decision(text: &str) -> Decision {
        Engines::parse(text).expect(text).decision()
    }

    #[test]
    fn an_engine_that_has_all_of_it_needs_nothing() {
        for text in ["esnext", "node24", "chrome134", "last 1 chrome version"] {
            let Decision { lower, generators, .. } = decision(text);
            assert_eq!((lower, generators), (Features::NONE, false), "{text}");
        }
    }

    #[test]
    fn what_is_lowered_is_what_is_missing() {
        let using = Features { using: true, ..Features::NONE };
        let iteration = Features { async_generators: true, for_await: true, ..using };
        for (text, lower, generators) in [
            ("node12", using, false),
            ("node 12", using, false),
            ("node9.11", iteration, false),
            ("es2017", iteration, false),
            ("chrome60", iteration, false),
            ("node7.10", iteration, false),
            ("node7.5", Features::ALL, false),
            ("chrome 54, chrome134", Features::ALL, false),
            ("es2015", Features::ALL, false),
            ("ie 11", Features::ALL, true),
            ("es5", Features::ALL, true),
        ] {
            let decided = decision(text);
            assert_eq!((decided.lower, decided.generators), (lower, generators), "{text}");
        }
        assert!(decision("chrome70").no_static_fields);
        assert!(!decision("defaults").generators);
    }

    #[test]
    fn what_is_no_engine_is_refused() {
        for text in ["netscape4", "", "yuru 1", "op_mini all"] {
            assert!(Engines::parse(text).is_err(), "{text}");
        }
    }
}
