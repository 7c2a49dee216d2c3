//! From a configuration to arguments that say the same.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};
use unawait_compiler::Diagnostic;

use super::document::{Config, Problem};
use super::entry::{Entry, Value};
use super::parts::parts;
use crate::args::opposite_of;
use crate::exit::Failure;
use crate::report::quoted;

/// Options which come from a configuration.
#[derive(Debug, Default)]
pub struct FromConfig {
    /// The arguments which say the same.
    pub arguments: Vec<OsString>,
    /// By clap's names, which options they are, and the line that says so.
    pub lines: Vec<(String, usize)>,
    pub file: Option<PathBuf>,
    /// What holds for some files: their globs, and all arguments for them.
    pub overrides: Vec<(Vec<String>, Vec<OsString>)>,
    /// A nearer configuration, which was passed over since somebody else may have written it.
    pub distrusted: Option<PathBuf>,
}

impl FromConfig {
    /// The line that says what the option is which clap knows as `id`.
    pub fn line(&self, id: &str) -> Option<usize> {
        self.lines.iter().find(|(known, _)| known == id).map(|(_, line)| *line)
    }

    /// The directory that the configuration is about.
    pub fn directory(&self) -> Option<&Path> {
        self.file.as_deref().map(|file| file.parent().unwrap_or(Path::new("")))
    }
}

/// What only makes sense on a command line.
const NOT_HERE: [&str; 7] = ["config", "no_config", "print_config", "help", "version", "man", "completions"];

/// Options that go when another is given on the command line, beside those that clap knows to be in conflict: what
/// goes with another, and what is instead of it.
const GOES_WITH: [(&str, &str); 10] = [
    ("to", "lower"),
    ("to", "target"),
    ("lower", "to"),
    ("target", "to"),
    ("helpers_from", "helpers"),
    ("promise", "driver"),
    ("driver", "promise"),
    ("copy_files", "diff"),
    ("watch", "output"),
    ("stdin_filepath", "inputs"),
];

/// Options that may differ from file to file.
const BY_FILE: [&str; 8] = ["to", "lower", "target", "source_type", "helpers", "helpers_from", "promise", "driver"];

/// An option in a configuration, and the arguments that say the same.
struct Said<'a> {
    arg: &'a Arg,
    arguments: Vec<OsString>,
    line: usize,
}

/// The arguments that say what `config` says, where the command line, whose arguments are `given`, does not.
///
/// # Errors
/// When `config` says what is no option, or what an option does not take.
pub fn arguments(command: &Command, given: &ArgMatches, config: &Config) -> Result<FromConfig, Problem> {
    let (parts, mut wrong) = parts(config);
    let mut read = |entries: &mut dyn Iterator<Item = &Entry>, by_file: bool| -> Vec<Said<'_>> {
        let mut all = Vec::new();
        for entry in entries {
            let said = option(command, entry).and_then(|arg| {
                if by_file && !BY_FILE.contains(&arg.get_id().as_str()) {
                    let message = format!("`{}` cannot differ from file to file", entry.key);
                    return Err(Diagnostic::error("config", message, entry.key_span.clone()));
                }
                let arguments = said(command, arg, entry, config)?;
                Ok(Said { arg, arguments, line: config.line(entry.key_span.start) })
            });
            match said {
                Ok(said) => all.push(said),
                Err(diagnostic) => wrong.push(diagnostic),
            }
        }
        all
    };
    let always = read(&mut parts.always.iter().copied(), false);
    let here = read(&mut parts.here.unwrap_or_default().iter(), false);
    for part in &parts.elsewhere {
        read(&mut part.iter(), false);
    }
    let overrides: Vec<_> =
        parts.overrides.iter().map(|part| (part.files, read(&mut part.entries.iter().copied(), true))).collect();
    if !wrong.is_empty() {
        wrong.sort_by_key(|diagnostic| diagnostic.span.start);
        return Err(config.wrong(&wrong));
    }

    let here_alone = consistent(command, config, &here, &[])?;
    let mut found = FromConfig { file: Some(config.file.clone()), ..FromConfig::default() };
    let parts = [(&always, vec![given, &here_alone]), (&here, vec![given])];
    for said in parts.iter().flat_map(|(part, stronger)| remaining(command, part, stronger)) {
        found.arguments.extend(said.arguments.iter().cloned());
        found.lines.push((said.arg.get_id().to_string(), said.line));
    }
    consistent(command, config, &always, &[given, &here_alone])?;
    for (files, own) in &overrides {
        let alone = consistent(command, config, own, &[])?;
        let parts = [(&always, vec![given, &here_alone, &alone]), (&here, vec![given, &alone]), (own, vec![given])];
        let said = parts.iter().flat_map(|(part, stronger)| remaining(command, part, stronger));
        let arguments = said.flat_map(|said| said.arguments.iter().cloned()).collect();
        found.overrides.push((files.to_vec(), arguments));
    }
    Ok(found)
}

/// The entries of `part` that nothing `stronger` overrules.
fn remaining<'a>(command: &Command, part: &'a [Said<'a>], stronger: &[&ArgMatches]) -> Vec<&'a Said<'a>> {
    part.iter().filter(|said| !stronger.iter().any(|given| is_overruled(command, given, said.arg))).collect()
}

/// What clap makes of what remains of `part`.
///
/// # Errors
/// When it contradicts itself.
fn consistent(
    command: &Command,
    config: &Config,
    part: &[Said<'_>],
    stronger: &[&ArgMatches],
) -> Result<ArgMatches, Problem> {
    let arguments = remaining(command, part, stronger).into_iter().flat_map(|said| said.arguments.iter().cloned());
    let whole = std::iter::once(OsString::from("unawait")).chain(arguments);
    command.clone().try_get_matches_from(whole).map_err(|error| {
        let message = format!("{} contradicts itself: {}", quoted(&config.file), sentence(&error));
        Problem::Failure(Failure::trouble(message))
    })
}

/// The option that `entry` is about.
fn option<'a>(command: &'a Command, entry: &Entry) -> Result<&'a Arg, Diagnostic> {
    let options = || command.get_arguments().filter(|arg| !arg.is_hide_set() && key(arg).is_some());
    let allowed = |arg: &&Arg| !NOT_HERE.contains(&arg.get_id().as_str());
    let wrong = |message: String| Diagnostic::error("config", message, entry.key_span.clone());
    match options().find(|arg| key(arg) == Some(&entry.key)) {
        Some(arg) if allowed(&arg) => Ok(arg),
        Some(_) => Err(wrong(format!("`{}` is for the command line only", entry.key))),
        None => {
            let unknown = wrong(format!("there is no option `{}`", entry.key));
            let near = |arg: &Arg| strsim::jaro_winkler(&entry.key, key(arg).unwrap_or_default());
            let nearest = options().filter(allowed).max_by(|one, other| near(one).total_cmp(&near(other)));
            Err(match nearest.filter(|arg| near(arg) > 0.7).and_then(key) {
                Some(key) => unknown.with_help(format!("is `{key}` meant?")),
                None => unknown.with_help("`unawait --help` lists the options"),
            })
        }
    }
}

/// What an option is called in a configuration.
pub fn key(arg: &Arg) -> Option<&str> {
    arg.get_long().or_else(|| arg.is_positional().then(|| arg.get_id().as_str()))
}

/// The arguments that say what `entry` says of `arg`.
fn said(command: &Command, arg: &Arg, entry: &Entry, config: &Config) -> Result<Vec<OsString>, Diagnostic> {
    let wrong = |message: String| Diagnostic::error("config", message, entry.value_span.clone());
    let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
    let takes_many = matches!(arg.get_action(), ArgAction::Append) || arg.get_value_delimiter().is_some();
    let values = match &entry.value {
        Value::Switch(on) if is_switch => {
            return Ok(if *on { vec![format!("--{}", entry.key).into()] } else { Vec::new() });
        }
        _ if is_switch => return Err(wrong(format!("`{}` is true or false", entry.key))),
        Value::Text(text) => std::slice::from_ref(text),
        Value::List(texts) if takes_many => texts.as_slice(),
        Value::List(_) => return Err(wrong(format!("`{}` takes one value", entry.key))),
        _ => {
            return Err(wrong(format!(
                "`{}` takes a string{}",
                entry.key,
                if takes_many { " or several" } else { "" }
            )));
        }
    };
    let arguments: Vec<OsString> = match arg.get_value_delimiter() {
        Some(delimiter) if values.len() > 1 => vec![argument(arg, &values.join(&delimiter.to_string()), config)],
        _ => values.iter().map(|value| argument(arg, value, config)).collect(),
    };
    let alone = std::iter::once(OsString::from("unawait")).chain(arguments.iter().cloned());
    match command.clone().try_get_matches_from(alone) {
        // Others may be needed, and may be there.
        Err(error) if error.kind() != clap::error::ErrorKind::MissingRequiredArgument => Err(wrong(sentence(&error))),
        _ => Ok(arguments),
    }
}

fn argument(arg: &Arg, value: &str, config: &Config) -> OsString {
    let is_path = matches!(arg.get_value_hint(), ValueHint::FilePath | ValueHint::DirPath | ValueHint::AnyPath);
    let value = if is_path && value != "-" { beside(&config.file, value).into_os_string() } else { value.into() };
    match arg.get_long() {
        Some(long) => {
            let mut argument = OsString::from(format!("--{long}="));
            argument.push(value);
            argument
        }
        None if value.as_encoded_bytes().starts_with(b"-") && value != "-" => {
            Path::new(".").join(value).into_os_string()
        }
        None => value,
    }
}

/// `path`, which is relative to the directory of `file`, relative to the working directory.
fn beside(file: &Path, path: &str) -> PathBuf {
    let directory = file.parent().unwrap_or(Path::new(""));
    let is_here = Path::new(path).components().eq([Component::CurDir]);
    if is_here && !directory.as_os_str().is_empty() { directory.to_owned() } else { directory.join(path) }
}

/// Whether the command line says what `arg` is, or something that is against it.
fn is_overruled(command: &Command, given: &ArgMatches, arg: &Arg) -> bool {
    let is_given = |id: &str| {
        let is_known = given.ids().any(|known| known == id);
        is_known && given.value_source(id) == Some(ValueSource::CommandLine)
    };
    let id = arg.get_id().as_str();
    let conflicts = |one: &Arg, other: &Arg| {
        command.get_arg_conflicts_with(one).iter().any(|conflict| conflict.get_id() == other.get_id())
    };
    is_given(id)
        || is_given(&opposite_of(id))
        || GOES_WITH.iter().any(|(what, with)| *what == id && is_given(with))
        || command
            .get_arguments()
            .filter(|other| is_given(other.get_id().as_str()))
            .any(|other| conflicts(arg, other) || conflicts(other, arg))
}

/// What clap says, without its name for the kind of message, and without usage.
fn sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let text = first.strip_prefix("error: ").unwrap_or(first).to_owned();
    // The possible values are on the next line.
    let more = error.to_string().lines().nth(1).map(str::trim).filter(|line| line.starts_with('[')).map(str::to_owned);
    more.map_or(text.clone(), |more| format!("{text} {more}"))
}
