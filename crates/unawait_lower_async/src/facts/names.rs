//! Which names can stand in the output as they are.

use unawait_syntax::lex::{is_identifier_part, is_identifier_start, reserved};

/// Whether `name` is written as an identifier is, in ASCII: where the file has escapes for other letters, it stays so.
pub fn is_identifier_text(name: &str) -> bool {
    name.is_ascii() && name.starts_with(is_identifier_start) && name.chars().all(is_identifier_part)
}

/// Whether `name` can stand as a function's name in any code, as it is written here.
pub fn is_plain_identifier(name: &str) -> bool {
    is_identifier_text(name) && reserved(name).is_none() && !matches!(name, "arguments" | "async" | "eval")
}
