//! When to use colour: `--color`, then `FORCE_COLOR`, `NO_COLOR` and `CLICOLOR_FORCE`, then whether a terminal listens.

use std::ffi::OsString;

use anstream::AutoStream;
use anstream::stream::RawStream;
use clap::{ColorChoice, ValueEnum};

/// What `--color` says, read from the bare arguments: help and usage errors obey it too, and they are printed
/// before the arguments are known to be sound.
pub fn asked_for(arguments: &[OsString]) -> ColorChoice {
    bare_value("color", arguments).unwrap_or(ColorChoice::Auto)
}

/// The last value of the option `name` in the bare arguments.
pub fn bare_value<V: ValueEnum>(name: &str, arguments: &[OsString]) -> Option<V> {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_str().unwrap_or_default());
    let mut last = None;
    while let Some(argument) = arguments.next().filter(|argument| *argument != "--") {
        let value = match argument.strip_prefix("--").and_then(|argument| argument.strip_prefix(name)) {
            Some("") => arguments.next(),
            Some(value) => value.strip_prefix('='),
            None => None,
        };
        last = value.and_then(|value| V::from_str(value, false).ok()).or(last);
    }
    last
}

/// Makes `choice` hold for everything that is printed from here on.
pub fn settle(choice: ColorChoice) {
    match choice {
        // The convention of Node and npm, which comes before NO_COLOR there; anstream knows the others.
        ColorChoice::Auto => match std::env::var_os("FORCE_COLOR") {
            None => anstream::ColorChoice::Auto,
            Some(value) if value == "0" || value == "false" => anstream::ColorChoice::Never,
            Some(_) => anstream::ColorChoice::Always,
        },
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

/// Whether to write colour to `stream`.
pub fn wanted_on<S: RawStream>(stream: &S) -> bool {
    AutoStream::choice(stream) != anstream::ColorChoice::Never
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> ColorChoice {
        asked_for(&line.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn both_spellings() {
        assert_eq!(asked("unawait --color never x.js"), ColorChoice::Never);
        assert_eq!(asked("unawait x.js --color=always"), ColorChoice::Always);
    }

    #[test]
    fn the_last_one_counts() {
        assert_eq!(asked("unawait --color never --color=always"), ColorChoice::Always);
    }

    #[test]
    fn nothing_sound_is_auto() {
        assert_eq!(asked("unawait x.js"), ColorChoice::Auto);
        assert_eq!(asked("unawait --color"), ColorChoice::Auto);
        assert_eq!(asked("unawait --color=pink"), ColorChoice::Auto);
        assert_eq!(asked("unawait -- --color=never"), ColorChoice::Auto);
    }
}
