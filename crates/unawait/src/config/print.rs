//! `--print-config`.

use std::fmt::Write as _;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};
use toml::Value;

use super::arguments::{FromConfig, key};
use crate::report::printable;

/// All options as `matches` has them, in the form of an `unawait.toml`, each with where it comes from.
pub fn print(command: &Command, matches: &ArgMatches, config: &FromConfig) -> String {
    let file = config.file.as_deref().map(|file| printable(&file.to_string_lossy()));
    let mut text = match &file {
        Some(file) => format!("# With {file}\n"),
        None => "# Without a configuration file\n".to_owned(),
    };
    if let Some(file) = &config.distrusted {
        let _ = writeln!(text, "# Not with {}: others can write it", printable(&file.to_string_lossy()));
    }
    if !config.overrides.is_empty() {
        let _ = writeln!(text, "# Some files have options of their own: `overrides`");
    }
    let only_here = ["config", "no_config", "print_config"];
    for arg in command.get_arguments() {
        let id = arg.get_id().as_str();
        let is_option = !arg.is_hide_set() && !arg.is_exclusive_set() && !only_here.contains(&id);
        let Some((key, value)) = key(arg).filter(|_| is_option).zip(value(arg, matches)) else { continue };
        let from = match (matches.value_source(id), config.line(id), &file) {
            (Some(ValueSource::CommandLine), Some(line), Some(file)) => format!("{file}:{line}"),
            (Some(ValueSource::CommandLine), ..) => "command line".to_owned(),
            _ => "default".to_owned(),
        };
        let _ = writeln!(text, "{key} = {value} # {from}");
    }
    text
}

/// The value of `arg`, if it has any.
fn value(arg: &Arg, matches: &ArgMatches) -> Option<Value> {
    let id = arg.get_id().as_str();
    if matches!(arg.get_action(), ArgAction::SetTrue) {
        return Some(Value::Boolean(matches.get_flag(id)));
    }
    let mut texts = matches.get_raw(id)?.map(|value| Value::String(value.to_string_lossy().into_owned()));
    let takes_many = matches!(arg.get_action(), ArgAction::Append) || arg.get_value_delimiter().is_some();
    if takes_many { Some(Value::Array(texts.collect())) } else { texts.next() }
}
