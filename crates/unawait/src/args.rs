//! The command line: every option, what it means, and which of them contradict one another.

use std::path::PathBuf;

use clap::builder::Styles;
use clap::error::ErrorKind;
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, ValueEnum, ValueHint};
use clap_complete::Shell;
use unawait_compiler::{Driver, Helpers, Options, PromisePolicy, SourceType, Target, TopLevelAwait};

use crate::manual;
use crate::values;

/// Take `await` out of JavaScript
///
/// Async functions become generators which a small helper drives, and nothing else changes: code
/// that is not an async function keeps its bytes, and line N of the output is line N of the input.
#[derive(Debug, Parser)]
#[command(name = "unawait", version, max_term_width = 100)]
pub struct Args {
    /// The program to lower; `-`, or nothing before a pipe, is standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,

    /// Write to OUT instead of standard output
    ///
    /// OUT changes in one step, by renaming a finished file beside it, and only when all went well; it may be
    /// the input itself. An existing file keeps its permissions, a symbolic link stays a link. `-` is standard
    /// output.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// The name of the program that comes through standard input
    ///
    /// For messages, and for --source-type auto, which looks at the extension and for a package.json. The file
    /// need not exist.
    #[arg(long, value_name = "PATH", value_hint = ValueHint::FilePath)]
    pub stdin_filepath: Option<PathBuf>,

    /// What async functions become
    #[arg(long, value_name = "TARGET", default_value = "generators")]
    to: To,

    /// How the input is to be read
    #[arg(long, value_name = "TYPE", default_value = "auto")]
    pub source_type: SourceTypeChoice,

    /// Where the lowered code finds its helpers
    #[arg(long, value_name = "HOW", default_value = "inline")]
    helpers: HelpersChoice,

    /// The module to import or require the helpers from [default: unawait-runtime]
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

    /// Print what lowering changes, as a unified diff, instead of the code
    #[arg(long, conflicts_with = "output")]
    pub diff: bool,

    /// When to use colour in messages, help and --diff
    ///
    /// auto: on a terminal, unless NO_COLOR is set; anywhere if CLICOLOR_FORCE is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,

    /// Print a completion script for a shell
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub completions: Option<Shell>,

    /// Print the manual page, in roff
    #[arg(long, exclusive = true)]
    pub man: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    /// Generator functions and a helper that drives them
    Generators,
    /// State machines, for engines without generators (not available yet)
    StateMachines,
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
    /// Nowhere: they are presumed to be globals
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TopLevelAwaitChoice {
    /// It stays: it is no function's
    Keep,
    /// It is an error
    Error,
}

impl Args {
    /// The command as clap knows it, with the examples in its help.
    pub fn described() -> clap::Command {
        Args::command()
            .after_help("The long help, --help, has examples.")
            .after_long_help(manual::after_long_help(&Styles::styled()))
    }

    /// Reads the arguments, the command's name first.
    ///
    /// # Errors
    /// clap's error for wrong or contradicting arguments, which is also how it hands over help and version.
    pub fn read(
        arguments: &[std::ffi::OsString],
        color: ColorChoice,
        stdin_is_terminal: bool,
    ) -> Result<Args, clap::Error> {
        let mut command = Args::described().color(color);
        let args = Args::from_arg_matches(&command.try_get_matches_from_mut(arguments)?)?;
        match args.contradiction(stdin_is_terminal) {
            Some((kind, message)) => Err(command.error(kind, message)),
            None => Ok(args),
        }
    }

    /// What clap's own rules do not see.
    fn contradiction(&self, stdin_is_terminal: bool) -> Option<(ErrorKind, &'static str)> {
        if self.man || self.completions.is_some() {
            return None;
        }
        if self.to == To::StateMachines {
            let message = "`--to state-machines` is not available yet; `--to generators` is";
            return Some((ErrorKind::InvalidValue, message));
        }
        if self.helpers_from.is_some() && !matches!(self.helpers, HelpersChoice::Import | HelpersChoice::Require) {
            let message = "`--helpers-from` needs `--helpers import` or `--helpers require`";
            return Some((ErrorKind::ArgumentConflict, message));
        }
        if self.driver.is_some() && self.promise != PromisePolicy::Intrinsic {
            let message = "`--promise` cannot be used with `--driver`: a driver brings its own Promise";
            return Some((ErrorKind::ArgumentConflict, message));
        }
        if self.stdin_filepath.is_some() && !self.reads_stdin() {
            let message = "`--stdin-filepath` names what comes through standard input, and a FILE is given";
            return Some((ErrorKind::ArgumentConflict, message));
        }
        if self.file.is_none() && stdin_is_terminal {
            let message = "nothing to read: give a FILE, pipe a program in, or write `-` to type one";
            return Some((ErrorKind::MissingRequiredArgument, message));
        }
        None
    }

    /// Whether the program comes through standard input.
    pub fn reads_stdin(&self) -> bool {
        self.file.as_ref().is_none_or(|file| file.as_os_str() == "-")
    }

    /// What the library is asked to do, once it is known how the input is to be read.
    pub fn options(&self, source_type: SourceType) -> Options {
        let from = || self.helpers_from.clone().unwrap_or_else(|| "unawait-runtime".to_owned());
        Options {
            target: Target::Generators,
            source_type,
            helpers: match self.helpers {
                HelpersChoice::Inline => Helpers::Inline,
                HelpersChoice::Import => Helpers::Import(from()),
                HelpersChoice::Require => Helpers::Require(from()),
                HelpersChoice::None => Helpers::None,
            },
            promise: self.promise.clone(),
            driver: self.driver.clone(),
            top_level_await: match self.top_level_await {
                TopLevelAwaitChoice::Keep => TopLevelAwait::Keep,
                TopLevelAwaitChoice::Error => TopLevelAwait::Error,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::ffi::OsString;

    fn read(line: &str) -> Result<Args, clap::Error> {
        let arguments: Vec<_> = line.split_whitespace().map(OsString::from).collect();
        Args::read(&arguments, ColorChoice::Never, false)
    }

    fn options(line: &str) -> Options {
        read(line).unwrap().options(SourceType::Unknown)
    }

    #[test]
    fn clap_finds_the_definitions_consistent() {
        Args::described().debug_assert();
    }

    #[test]
    fn no_options_are_the_librarys_defaults() {
        let (ours, defaults) = (options("unawait x.js"), Options::default());
        assert_eq!(format!("{ours:?}"), format!("{defaults:?}"));
    }

    #[test]
    fn helpers_come_from_the_runtime_package_by_default() {
        let helpers = |line| options(line).helpers;
        assert_eq!(helpers("unawait --helpers import"), Helpers::Import("unawait-runtime".to_owned()));
        assert_eq!(helpers("unawait --helpers require"), Helpers::Require("unawait-runtime".to_owned()));
        let theirs = "unawait --helpers import --helpers-from ./h.mjs";
        assert_eq!(helpers(theirs), Helpers::Import("./h.mjs".to_owned()));
        assert_eq!(helpers("unawait --helpers none"), Helpers::None);
    }

    #[test]
    fn the_rest_reaches_the_library() {
        assert_eq!(options("unawait --promise global").promise, PromisePolicy::Global);
        assert_eq!(options("unawait --promise bluebird").promise, PromisePolicy::Module("bluebird".to_owned()));
        assert_eq!(options("unawait --driver co").driver.unwrap().export, "wrap");
        assert_eq!(options("unawait --top-level-await error").top_level_await, TopLevelAwait::Error);
    }

    #[test]
    fn contradictions_are_usage_errors() {
        for line in [
            "unawait --to state-machines x.js",
            "unawait --helpers-from y x.js",
            "unawait --helpers none --helpers-from y x.js",
            "unawait --driver co --promise global x.js",
            "unawait --stdin-filepath y.js x.js",
            "unawait --diff -o y.js x.js",
            "unawait --man x.js",
        ] {
            assert_eq!(read(line).unwrap_err().exit_code(), 2, "{line}");
        }
    }

    #[test]
    fn said_twice_the_same_is_no_contradiction() {
        assert!(read("unawait --driver co --promise intrinsic x.js").is_ok());
        assert!(read("unawait --stdin-filepath y.js -").is_ok());
    }

    #[test]
    fn a_terminal_is_not_waited_on_unless_asked_to() {
        let read = |line: &[&str]| {
            let arguments: Vec<_> = line.iter().map(OsString::from).collect();
            Args::read(&arguments, ColorChoice::Never, true)
        };
        assert_eq!(read(&["unawait"]).unwrap_err().kind(), ErrorKind::MissingRequiredArgument);
        assert!(read(&["unawait", "-"]).is_ok());
        assert!(read(&["unawait", "--man"]).is_ok());
    }
}
