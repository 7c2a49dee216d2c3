//! Helpers in few bytes, for the dialect that is for small and old engines: short names for what no program sees.
//!
//! ```js
//! function __ended(machine, type, value) { machine.to = -1; machine.running = false; ... }   // becomes
//! function __k3d(a, b, c) { a.to = -1; a.r = false; ... }
//! ```
//!
//! Why no minifier: what it does besides would have to be understood by whoever reads a lowered file, and is little.

use std::collections::HashMap;

use unawait_text::chars::is_identifier_part;

/// The lower-case words of ES5 that are no names of ours: its reserved words, and globals.
const KEPT: [&str; 33] = [
    "arguments",
    "break",
    "case",
    "catch",
    "continue",
    "default",
    "delete",
    "do",
    "else",
    "false",
    "finally",
    "for",
    "function",
    "if",
    "in",
    "instanceof",
    "isNaN",
    "new",
    "null",
    "return",
    "static",
    "switch",
    "this",
    "throw",
    "true",
    "try",
    "typeof",
    "undefined",
    "var",
    "void",
    "while",
    "with",
    "yield",
];

/// The properties that only helpers mention, of objects that only helpers make: each goes by the letter of its place.
/// `to` and what else lowered code mentions is not among them, nor what a program's objects have, too, but for
/// `Symbol.iterator`.
const PROPERTIES: [&str; 25] = [
    "at",
    "awaiting",
    "before",
    "body",
    "first",
    "forward",
    "fulfilled",
    "inner",
    "iterator",
    "kind",
    "last",
    "nextMethod",
    "object",
    "open",
    "phase",
    "primitive",
    "promise",
    "regions",
    "rejected",
    "running",
    "slots",
    "source",
    "state",
    "type",
    "unwind",
];

/// What a name goes by that the file of a helper declares at its top level and that lowered code does not mention. It
/// depends on the name alone, since classic scripts share their global scope: there, one name has one meaning.
pub fn short_name(declared: &str) -> String {
    // http://www.isthe.com/chongo/tech/comp/fnv/
    let hash = declared.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // Its higher half is the better mixed one.
    let hash = hash >> 16;
    let digits = [hash, hash / 36, hash / 1296].map(|n| char::from_digit(n % 36, 36).unwrap_or_default());
    digits.iter().fold("__".to_owned(), |name, digit| name + &digit.to_string())
}

/// Renames the local names of one helper's file, line by line.
#[derive(Default)]
pub(crate) struct Locals<'s> {
    names: HashMap<&'s str, String>,
    /// The last character so far that is no space.
    last: Option<char>,
    /// The last word so far.
    word: &'s str,
}

impl<'s> Locals<'s> {
    /// The code of a line with short names. Each gets the same wherever it stands in the file, so that nothing has to be
    /// known of scopes.
    pub fn shorten(&mut self, line: &'s str) -> String {
        let mut out = String::with_capacity(line.len());
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            let length = match c {
                '"' => rest[1..].find('"').map_or(rest.len(), |quote| quote + 2),
                c if is_identifier_part(c) => rest.find(|c| !is_identifier_part(c)).unwrap_or(rest.len()),
                c => c.len_utf8(),
            };
            let (word, after) = rest.split_at(length);
            let is_key = after.starts_with(':') && matches!(self.last, Some('{' | ','));
            let is_property = is_key || self.last == Some('.');
            let is_symbol = self.last == Some('.') && self.word.ends_with("Symbol");
            let place = PROPERTIES.iter().position(|property| *property == word);
            match place.filter(|_| is_property && !is_symbol) {
                Some(place) => out.push(letter(place)),
                None if is_local(word) && !is_property => out.push_str(self.name(word)),
                None => out.push_str(word),
            }
            self.last = word.chars().rfind(|c| *c != ' ').or(self.last);
            if word.starts_with(is_identifier_part) {
                self.word = word;
            }
            rest = after;
        }
        out
    }

    fn name(&mut self, word: &'s str) -> &str {
        let count = self.names.len();
        self.names.entry(word).or_insert_with(|| {
            let letter = letter(count % 26);
            if count < 26 { letter.to_string() } else { format!("{letter}{}", count / 26) }
        })
    }
}

/// The letter at a place in the alphabet.
fn letter(place: usize) -> char {
    char::from(b'a' + u8::try_from(place).unwrap_or_default())
}

/// Whether a word is a name that a helper's file declares within its functions. Names with a capital are seen from
/// outside, or globals; those with two underscores are the helpers' own.
fn is_local(word: &str) -> bool {
    let begins = word.starts_with(|c: char| c.is_ascii_lowercase() || c == '_') && !word.starts_with("__");
    begins && !KEPT.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::helper::Helper;
    use std::collections::HashSet;

    #[test]
    fn locals_and_own_properties_are_shortened() {
        let mut locals = Locals::default();
        assert_eq!(
            locals.shorten("function __f(type, value) { return { value: value, type: a.value ? type : \"value\" }; }"),
            "function __f(a, b) { return { value: b, x: c.value ? a : \"value\" }; }"
        );
        assert_eq!(locals.shorten("machine.to = machine.at;"), "d.to = d.a;");
        assert_eq!(locals.shorten("machine.iterator[Symbol.iterator]"), "d.i[Symbol.iterator]");
        assert_eq!(locals.shorten("var next = { done: false,"), "var e = { done: false,");
        assert_eq!(locals.shorten("next: next };"), "next: e };");
    }

    #[test]
    fn top_level_names_have_short_names_of_their_own() {
        let declared: HashSet<&str> = Helper::ALL.into_iter().flat_map(Helper::declares).copied().collect();
        let short: HashSet<String> = declared.iter().map(|name| short_name(name)).collect();
        assert_eq!(declared.len(), short.len());
    }
}
