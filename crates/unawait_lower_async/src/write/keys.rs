//! How a name is written as the key of a property.

use unawait_text::js_string::quote;

use crate::facts::names::is_plain_identifier;

/// The key of a method called `name`, and the access to it. The word `async` is quoted: XS takes it for the beginning of
/// an async method.
pub fn key_and_access(name: &str) -> (String, String) {
    match is_plain_identifier(name) {
        true if name == "async" => (quote(name), format!(".{name}")),
        true => (name.to_owned(), format!(".{name}")),
        false => (quote(name), format!("[{}]", quote(name))),
    }
}
