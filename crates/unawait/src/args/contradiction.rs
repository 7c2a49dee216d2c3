//! What clap's own rules do not see: options that contradict one another.

use std::borrow::Cow;

use clap::error::ErrorKind;

/// Options that cannot be meant together, and what is said about them.
pub type Contradiction = (ErrorKind, Cow<'static, str>);

/// The answer of those who have found that options contradict.
pub fn conflict(message: impl Into<Cow<'static, str>>) -> Option<Contradiction> {
    Some((ErrorKind::ArgumentConflict, message.into()))
}
