//! When to use colour: `--color`, then `NO_COLOR` and `CLICOLOR_FORCE`, then whether a terminal listens.

use std::ffi::OsString;

use anstream::AutoStream;
use anstream::stream::RawStream;
use clap::{ColorChoice, ValueEnum};

/// What `--color` says, read from the bare arguments: help and usage errors obey it too, and they are printed
/// before the arguments are known to be sound.
pub fn asked_for(arguments: &[OsString]) -> ColorChoice {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_str().unwrap_or_default());
    while let Some(argument) = arguments.next() {
        let value = match argument {
            "--" => break,
            "--color" => arguments.next(),
            _ => argument.strip_prefix("--color="),
        };
        if let Some(choice) = value.and_then(|value| ColorChoice::from_str(value, false).ok()) {
            return choice;
        }
    }
    ColorChoice::Auto
}

/// Makes `choice` hold for everything that is printed from here on.
pub fn settle(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
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
    fn nothing_sound_is_auto() {
        assert_eq!(asked("unawait x.js"), ColorChoice::Auto);
        assert_eq!(asked("unawait --color"), ColorChoice::Auto);
        assert_eq!(asked("unawait --color=pink"), ColorChoice::Auto);
        assert_eq!(asked("unawait -- --color=never"), ColorChoice::Auto);
    }
}
