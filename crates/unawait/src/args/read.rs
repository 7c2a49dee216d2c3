//! From bare arguments, and a configuration, to what is asked for.

use std::ffi::OsString;

use clap::{ColorChoice, Command, FromArgMatches};

use super::Args;
use crate::config::{self, Problem};

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
        let given = command.try_get_matches_from_mut(arguments)?;
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
        if from_config.line("ignore").is_some() {
            args.inputs.ignore_root = from_config.directory().map(ToOwned::to_owned);
        }
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
        let matches = command.try_get_matches_from_mut(arguments)?;
        Args::from_arg_matches(&matches)?.checked(&mut command, stdin_is_terminal)
    }

    fn checked(self, command: &mut Command, stdin_is_terminal: bool) -> Result<Args, clap::Error> {
        match self.contradiction(stdin_is_terminal) {
            Some((kind, message)) => Err(command.error(kind, message)),
            None => Ok(self),
        }
    }
}
