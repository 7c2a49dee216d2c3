//! Helpers as text, under names that the file does not use: captures, which run before the program's first statement, and
//! definitions, a helper a line, which stand behind its last.

use unawait_text::chars::is_identifier_part;

use crate::helper::Helper;
use crate::variant::Variant;

/// The globals that the helpers use.
pub const GLOBALS: [&str; 14] = [
    "Array",
    "Error",
    "Function",
    "JSON",
    "Object",
    "Promise",
    "ReferenceError",
    "Reflect",
    "String",
    "SuppressedError",
    "Symbol",
    "TypeError",
    "WeakMap",
    "isNaN",
];

/// What a file holds of its helpers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// A statement for the line of the first one: `var a=/*#__PURE__*/b();`. It may be empty.
    pub captures: String,
    /// A line for each helper: declarations only, and no line break at the end.
    pub definitions: String,
}

impl Block {
    /// The lines before and behind the definitions: tools that measure coverage pass over what is between. Those that go by
    /// V8's figures know the first comment, Node's own runner the second.
    pub const IGNORED: [&str; 2] =
        ["/* c8 ignore start *//* node:coverage disable */", "/* node:coverage enable *//* c8 ignore stop */"];
}

/// The helpers as a file holds them, `line_end` being how its lines end. `name` answers what a top-level name of theirs, a
/// global, or the variant's provider is to be called, if that is not its own name.
pub fn inline(helpers: &[Helper], variant: Variant, line_end: &str, name: impl Fn(&str) -> Option<String>) -> Block {
    let texts = helpers.iter().filter_map(|helper| helper.text(variant));
    let mut captures = String::new();
    let mut definitions = String::new();
    for text in texts {
        if !text.capture.is_empty() {
            captures.push_str(if captures.is_empty() { "var " } else { "," });
            rename(text.capture, &mut captures, &name);
        }
        if !definitions.is_empty() {
            definitions.push_str(line_end);
        }
        rename(text.definitions, &mut definitions, &name);
    }
    if !captures.is_empty() {
        captures.push(';');
    }
    Block { captures, definitions }
}

/// Puts `code` behind `out`, with other names. Strings stay as they are: they hold no escaped quotes.
fn rename(code: &str, out: &mut String, name: impl Fn(&str) -> Option<String>) {
    let mut rest = code;
    // Names of globals are capitalised, but for one; the helpers' own begin with underscores.
    let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$' | '"');
    while let Some(start) = rest.find(begins) {
        let (before, found) = rest.split_at(start);
        let is_string = found.starts_with('"');
        let end = if is_string {
            found[1..].find('"').map(|quote| quote + 2)
        } else {
            found.find(|c| !is_identifier_part(c))
        };
        let (word, after) = found.split_at(end.unwrap_or(found.len()));
        out.push_str(before);
        // Behind the number sign it is a note to bundlers: `/*#__PURE__*/`.
        match name(word).filter(|_| !is_string && !before.ends_with(['.', '#'])) {
            Some(other) => out.push_str(&other),
            None => out.push_str(word),
        }
        rest = after;
    }
    out.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compact::with_requirements;
    use std::collections::BTreeSet;

    fn all(variant: Variant) -> Block {
        inline(&Helper::ALL, variant, "\n", |_| None)
    }

    fn words(code: &str) -> Vec<&str> {
        // Not what stands in strings, nor behind a dot.
        let outside = code.split('"').step_by(2);
        let chains = outside.flat_map(|code| code.split(|c| !is_identifier_part(c) && c != '.'));
        chains.filter(|chain| !chain.starts_with('.')).map(|chain| chain.split('.').next().unwrap_or(chain)).collect()
    }

    #[test]
    fn a_helper_is_a_line() {
        for variant in Variant::all() {
            let block = all(variant);
            assert_eq!(block.definitions.lines().count(), Helper::ALL.len());
            for line in block.definitions.lines() {
                assert!(line.starts_with("function ") || line.starts_with("var "), "{line}");
                assert!(line.ends_with(['}', ';']), "{line}");
            }
            assert!(!block.captures.contains('\n') && !block.definitions.contains("//"));
        }
    }

    #[test]
    fn globals_are_those_that_the_helpers_use() {
        let mut used = BTreeSet::new();
        for variant in Variant::all() {
            let definitions = all(variant).definitions;
            let is_global = |word: &&str| word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase());
            let names = words(&definitions).into_iter().filter(|word| is_global(word) || *word == "isNaN");
            used.extend(names.map(str::to_owned));
        }
        used.retain(|name| !name.ends_with("GeneratorFunction"));
        assert_eq!(used, BTreeSet::from(GLOBALS.map(str::to_owned)));
    }

    #[test]
    fn every_top_level_name_can_be_changed() {
        let variant = Variant::default();
        let helpers = with_requirements([Helper::Awaiter], variant);
        let names: BTreeSet<&str> = helpers.iter().flat_map(|helper| helper.declares()).collect();
        let block = inline(&helpers, variant, "\n", |name| names.contains(name).then(|| format!("{name}_1")));
        let code = block.captures + &block.definitions;
        assert!(words(&code).into_iter().all(|word| !names.contains(word)), "{code}");
        assert!(code.contains("function __awaiter_1("));
    }

    #[test]
    fn strings_and_properties_keep_their_names() {
        let mut out = String::new();
        let name = |word: &str| (word == "Symbol").then(|| "Symbol_1".to_owned());
        rename(r#"Symbol["for"]("Symbol.iterator");a.Symbol="'Symbol'"+Symbol;"#, &mut out, name);
        assert_eq!(out, r#"Symbol_1["for"]("Symbol.iterator");a.Symbol="'Symbol'"+Symbol_1;"#);
        let mut out = String::new();
        rename("a=/*#__PURE__*/__b()", &mut out, |word| word.starts_with("__").then(|| format!("{word}_1")));
        assert_eq!(out, "a=/*#__PURE__*/__b_1()");
        for variant in Variant::all() {
            let code = all(variant).definitions;
            assert!(!code.contains('\\'));
            assert!(code.split('"').step_by(2).all(|outside| !outside.contains(['\'', '`'])));
        }
    }
}
