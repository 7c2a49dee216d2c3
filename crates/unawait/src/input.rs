//! Reading the program.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::exit::Failure;
use crate::report::{printable, quoted, reason};

/// The program as it was given, and where it is from.
#[derive(Debug)]
pub struct Input {
    /// For messages.
    pub name: String,
    /// For the source type; `None` for standard input without a name.
    pub path: Option<PathBuf>,
    /// The text, byte for byte, a byte order mark included.
    pub text: String,
}

impl Input {
    /// Reads the program at `path`.
    ///
    /// # Errors
    /// When it cannot be read, or is no text.
    pub fn file(path: &Path) -> Result<Input, Failure> {
        let bytes = fs::read(path).map_err(|error| cannot_read(path, &error))?;
        Input::from_bytes(bytes, path)
    }

    /// The program that was read from `path`.
    ///
    /// # Errors
    /// When it is no text.
    pub fn from_bytes(bytes: Vec<u8>, path: &Path) -> Result<Input, Failure> {
        Ok(Input { name: name(path), path: Some(path.to_owned()), text: text(bytes, path)? })
    }

    /// Reads the program that comes through standard input, and is called `path`.
    ///
    /// # Errors
    /// As [`Input::file`].
    pub fn stdin(path: Option<&Path>) -> Result<Input, Failure> {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::trouble(format!("cannot read standard input: {}", reason(&error))))?;
        let called = path.unwrap_or(Path::new("<stdin>"));
        Ok(Input { name: name(called), path: path.map(Path::to_owned), text: text(bytes, called)? })
    }
}

fn name(path: &Path) -> String {
    printable(&path.to_string_lossy())
}

/// Why the file at `path` is not read.
pub fn cannot_read(file: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound => Failure::trouble(format!("there is no file {}", quoted(file))),
        io::ErrorKind::IsADirectory => Failure::trouble(format!("{} is a directory", quoted(file))),
        _ => Failure::trouble(format!("cannot read {}: {}", quoted(file), reason(error))),
    }
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
        match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => failure.with_help("it looks like UTF-16; convert it to UTF-8"),
            _ => failure,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invalid_bytes_are_located() {
        let failure = text(b"a\nb\xc3(".to_vec(), Path::new("x.js")).unwrap_err();
        assert_eq!(failure.message, "`x.js` is not UTF-8: invalid byte 0xc3 at offset 3 (line 2)");
        assert!(failure.help.is_none());
    }

    #[test]
    fn utf_16_is_recognised() {
        let failure = text(vec![0xff, 0xfe, b'a', 0], Path::new("x.js")).unwrap_err();
        assert!(failure.help.unwrap().contains("UTF-16"));
    }
}
