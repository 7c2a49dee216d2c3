//! Reading the program.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::bounded::{self, PROGRAM};
use crate::exit::Failure;
use crate::report::{quoted, reason};

/// The program as it was given, and where it is from.
#[derive(Debug)]
pub struct Input {
    /// For messages.
    pub name: PathBuf,
    /// For the source type; `None` for standard input without a name.
    pub path: Option<PathBuf>,
    /// The text, byte for byte, a byte order mark included.
    pub text: String,
}

/// A program that was read and not looked at.
pub struct Raw {
    name: PathBuf,
    pub path: Option<PathBuf>,
    pub bytes: Vec<u8>,
}

impl Raw {
    /// Reads the program at `path`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn file(path: &Path) -> Result<Raw, Failure> {
        let bytes = bounded::read(path, PROGRAM).map_err(|error| cannot_read(path, &error))?;
        Ok(Raw::new(bytes, path))
    }

    /// The program that was read from `path`.
    pub fn new(bytes: Vec<u8>, path: &Path) -> Raw {
        Raw { name: path.to_owned(), path: Some(path.to_owned()), bytes }
    }

    /// Reads the program that comes through standard input, and is called `path`.
    ///
    /// # Errors
    /// As [`Raw::file`].
    pub fn stdin(path: Option<&Path>) -> Result<Raw, Failure> {
        let mut bytes = Vec::new();
        let failed = |why: &str| Failure::trouble(format!("cannot read standard input: {why}"));
        let mut stdin = io::stdin().lock().take(PROGRAM + 1);
        stdin.read_to_end(&mut bytes).map_err(|error| failed(&reason(&error)))?;
        if bytes.len() as u64 > PROGRAM {
            return Err(failed(&format!("it has more than {PROGRAM} bytes")));
        }
        let name = path.unwrap_or(Path::new("<stdin>")).to_owned();
        Ok(Raw { name, path: path.map(Path::to_owned), bytes })
    }

    /// Its text.
    ///
    /// # Errors
    /// When it has none.
    pub fn into_input(self) -> Result<Input, Failure> {
        let Raw { name, path, bytes } = self;
        Ok(Input { text: text(bytes, &name)?, name, path })
    }
}

/// Why the file at `path` is not read.
pub fn cannot_read(file: &Path, error: &io::Error) -> Failure {
    let failure = match error.kind() {
        io::ErrorKind::NotFound => Failure::trouble(format!("there is no file {}", quoted(file))),
        io::ErrorKind::IsADirectory => Failure::trouble(format!("{} is a directory", quoted(file))),
        _ => Failure::trouble(format!("cannot read {}: {}", quoted(file), reason(error))),
    };
    match fs::metadata(file) {
        Ok(metadata) if !metadata.is_file() && !metadata.is_dir() => {
            failure.with_help("a program that comes through a pipe is read from standard input: `-`")
        }
        _ => failure,
    }
    .about(file)
}

fn text(bytes: Vec<u8>, name: &Path) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let (at, bytes) = (error.utf8_error().valid_up_to(), error.as_bytes());
        let line = 1 + bytes[..at].iter().filter(|byte| **byte == b'\n').count();
        let failure = Failure::refused(format!(
            "{} is not UTF-8: invalid byte 0x{:02x} at offset {at} (line {line})",
            quoted(name),
            bytes[at],
        ));
        let help = match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "it looks like UTF-16; convert it to UTF-8",
            _ => "it may hold something to lower; convert it: iconv -f LATIN1 -t UTF-8, if that is its encoding",
        };
        failure.with_help(help).about(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_bytes_are_located() {
        let failure = text(b"a\nb\xc3(".to_vec(), Path::new("x.js")).unwrap_err();
        assert_eq!(failure.message, "`x.js` is not UTF-8: invalid byte 0xc3 at offset 3 (line 2)");
        assert!(failure.help.unwrap().contains("iconv"));
    }

    #[test]
    fn utf_16_is_recognised() {
        let failure = text(vec![0xff, 0xfe, b'a', 0], Path::new("x.js")).unwrap_err();
        assert!(failure.help.unwrap().contains("UTF-16"));
    }
}
