//! What clap's own rules do not see: options that contradict one another.

use std::borrow::Cow;

use clap::error::ErrorKind;

/// Options that cannot be meant together, and what is said about them.
pub type Contradiction = (ErrorKind, Cow<'static, str>);

/// A contradiction, with the `message` that explains it.
pub fn conflict(message: impl Into<Cow<'static, str>>) -> Option<Contradiction> {
    Some((ErrorKind::ArgumentConflict, message.into()))
}
