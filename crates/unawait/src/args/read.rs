//! From bare arguments, and a configuration, to what is asked for.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue};
use clap::{ArgMatches, ColorChoice, Command, FromArgMatches, ValueEnum};

use super::{Args, ErrorFormat, Override, SourceMapChoice};
use crate::config::{self, FromConfig, Problem};
use crate::exit::{Exit, Failure};
use crate::globs::Globs;
use crate::report::{self, quoted};

/// What is asked for.
#[derive(Debug)]
pub enum Request {
    Do(Box<Args>),
    /// `--print-config`, and what there is to print.
    Print(String),
}

/// Why nothing can be done.
#[derive(Debug)]
pub enum Unusable {
    /// Wrong or contradicting arguments; also how clap hands over help and version.
    Usage(clap::Error),
    Config(Problem),
}

impl Unusable {
    /// Says why, or prints the help that was asked for.
    pub fn tell(&self) -> Exit {
        match self {
            Unusable::Config(problem) => problem.tell(),
            Unusable::Usage(error) if error.exit_code() == 0 || report::format() == ErrorFormat::Human => {
                let lost = error.print().is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
                if error.exit_code() == 0 && !lost { Exit::Done } else { Exit::Trouble }
            }
            Unusable::Usage(error) => {
                report::say(&report::failure(&failure(error)));
                Exit::Trouble
            }
        }
    }
}

/// What clap says, as we say it.
fn failure(error: &clap::Error) -> Failure {
    let text = error.to_string();
    // The message, possibly of several lines; then tips and usage.
    let mut parts = text.split("\n\n");
    let message = parts.next().unwrap_or_default().lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let failure = Failure::usage(message.strip_prefix("error: ").unwrap_or(&message));
    let tips = parts.flat_map(str::lines).filter_map(|line| line.trim().strip_prefix("tip: "));
    match tips.collect::<Vec<_>>().join("; ") {
        tips if tips.is_empty() => failure.with_help("`unawait --help` lists the options"),
        tips => failure.with_help(tips),
    }
}

/// Reads `arguments`. An error quotes them, and what they hold is anybody's: a terminal must not obey it.
fn matches_of(command: &mut Command, arguments: &[OsString]) -> Result<ArgMatches, clap::Error> {
    let matches = command.try_get_matches_from_mut(arguments).map_err(|error| {
        let shown: Vec<OsString> =
            arguments.iter().map(|argument| report::printable(&argument.to_string_lossy()).into()).collect();
        if shown == arguments {
            return error;
        }
        let again = command.try_get_matches_from_mut(shown);
        again.err().unwrap_or_else(|| command.error(error.kind(), error.kind()))
    });
    matches.map_err(without_escape_tip)
}

/// Takes the tip away to write `-- --minify`: a mistyped option is hardly the name of a program.
fn without_escape_tip(mut error: clap::Error) -> clap::Error {
    if let Some(ContextValue::StyledStrs(tips)) = error.remove(ContextKind::Suggested) {
        let fits = |tip: &StyledStr| !tip.to_string().contains("as a value, use");
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips.into_iter().filter(fits).collect()));
    }
    error
}

impl From<clap::Error> for Unusable {
    fn from(error: clap::Error) -> Unusable {
        Unusable::Usage(error)
    }
}

impl Args {
    /// Reads the arguments, the command's name first, and the configuration.
    ///
    /// # Errors
    /// When one of them is wrong.
    pub fn request(arguments: &[OsString], color: ColorChoice, stdin_is_terminal: bool) -> Result<Request, Unusable> {
        let mut command = Args::described().color(color);
        let arguments = &joined(arguments)[..];
        let given = matches_of(&mut command, arguments)?;
        let mut args = Args::from_arg_matches(&given)?;
        if args.about.is_asked() || args.diagnosing.explain.is_some() {
            return Ok(Request::Do(Box::new(args)));
        }
        let from_config = config::options(&command, &given, &args.configuring).map_err(Unusable::Config)?;
        let mut matches = given;
        if !from_config.arguments.is_empty() {
            // The command's name, the configuration, the command line: of what is said twice, the last counts.
            let (name, rest) = arguments.split_at(arguments.len().min(1));
            let all = name.iter().chain(&from_config.arguments).chain(rest);
            matches = command.try_get_matches_from_mut(all)?;
            args = Args::from_arg_matches(&matches)?;
        }
        args.configured(&from_config, &mut |configured| {
            let (name, rest) = arguments.split_at(arguments.len().min(1));
            let all = name.iter().chain(configured).chain(rest);
            Args::from_arg_matches(&command.try_get_matches_from_mut(all)?)
        })?;
        if args.configuring.print_config {
            return Ok(Request::Print(config::print(&command, &matches, &from_config)));
        }
        args.checked(&mut command, stdin_is_terminal).map(|args| Request::Do(Box::new(args))).map_err(Unusable::Usage)
    }

    /// Reads the arguments, the command's name first, and no configuration.
    ///
    /// # Errors
    /// clap's error for wrong or contradicting arguments.
    #[cfg(test)]
    pub fn read(arguments: &[OsString], color: ColorChoice, stdin_is_terminal: bool) -> Result<Args, clap::Error> {
        let mut command = Args::described().color(color);
        let arguments = &joined(arguments)[..];
        let matches = command.try_get_matches_from_mut(arguments)?;
        Args::from_arg_matches(&matches)?.checked(&mut command, stdin_is_terminal)
    }

    /// Takes from the configuration what clap does not know of.
    fn configured(
        &mut self,
        config: &FromConfig,
        read: &mut dyn FnMut(&[OsString]) -> Result<Args, clap::Error>,
    ) -> Result<(), Unusable> {
        let directory = config.directory().map(ToOwned::to_owned);
        for id in ["ignore", "only"].into_iter().filter(|id| config.line(id).is_some()) {
            let root = if id == "ignore" { &mut self.inputs.ignore_root } else { &mut self.inputs.only_root };
            root.clone_from(&directory);
        }
        self.configuring.file.clone_from(&config.file);
        self.configuring.distrusted.clone_from(&config.distrusted);
        for (files, arguments) in &config.overrides {
            let lowering = read(arguments)?.lowering;
            let unsound = |message: &str| {
                let file = config.file.as_deref().unwrap_or(Path::new("unawait.toml"));
                Unusable::Config(Problem::Failure(Failure::trouble(format!(
                    "{} contradicts itself in `overrides`: {message}",
                    quoted(file)
                ))))
            };
            if let Some((_, message)) = lowering.contradiction() {
                return Err(unsound(&message));
            }
            let directory = directory.as_deref().unwrap_or(Path::new(""));
            let files = Globs::new(directory, files).map_err(|failure| unsound(&failure.message))?;
            self.overrides.push(Override { files, lowering });
        }
        Ok(())
    }

    fn checked(self, command: &mut Command, stdin_is_terminal: bool) -> Result<Args, clap::Error> {
        match self.contradiction(stdin_is_terminal) {
            Some((kind, message)) => Err(command.error(kind, message)),
            None => Ok(self),
        }
    }
}

/// `arguments`, with the value of `--source-map` joined to it. Its value may be left out, and only the next word tells
/// whether it is: clap alone would take an INPUT for one.
fn joined(arguments: &[OsString]) -> Vec<OsString> {
    const NAMES: [&str; 3] = ["--source-map", "--sourcemap", "--source-maps"];
    let mut joined: Vec<OsString> = Vec::with_capacity(arguments.len());
    let mut ended = false;
    for argument in arguments {
        let name = joined.last().and_then(|last| last.to_str()).filter(|last| !ended && NAMES.contains(last));
        let value = argument.to_str().filter(|value| {
            // A word that is no file is a value, too, if a wrong one.
            let is_word = value.chars().all(|c| c.is_ascii_alphabetic()) && !Path::new(value).exists();
            is_word || SourceMapChoice::from_str(value, false).is_ok()
        });
        match name.zip(value).map(|(name, value)| format!("{name}={value}")) {
            Some(both) => {
                joined.pop();
                joined.push(both.into());
            }
            None => {
                ended |= argument == "--";
                joined.push(argument.clone());
            }
        }
    }
    joined
}
