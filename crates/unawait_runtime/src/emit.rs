//! Helpers as text: on one line, so that line N of a lowered file is line N of its source, and under names that the
//! file does not use.

use unawait_text::chars::is_identifier_part;
use unawait_text::{Origin, Text};

use crate::helper::Helper;
use crate::shorten::Locals;
use crate::variant::{Dialect, Variant};

/// A name that a helper's file declares, and the one it goes by in a lowered file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub declared: &'static str,
    pub emitted: String,
}

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

/// The helpers on one line, marked with the lines of their files. Every top-level name of theirs, every global that
/// they use, and the variant's provider, is given to `name`, which answers what it is to be called.
pub fn inline(helpers: &[Helper], variant: Variant, mut name: impl FnMut(&'static str) -> String) -> Text {
    let dialect = variant.dialect;
    let names: Vec<Name> = helpers
        .iter()
        .flat_map(|helper| top_level_names(helper.source_in(variant)))
        .chain(GLOBALS)
        .chain(variant.promises.provider())
        .map(|declared| Name { declared, emitted: name(declared) })
        .collect();
    let is_renamed = names.iter().any(|name| name.declared != name.emitted);
    let mut block = Text::default();
    for helper in helpers {
        let mut locals = Locals::default();
        for (number, line) in code_lines(helper.source_in(variant)) {
            if !block.is_empty() && dialect != Dialect::Es5 {
                block.push(" ");
            }
            let column = line.len() - line.trim_start().len();
            block.mark(Origin::Other { file: *helper as usize, line: number as u32, column: column as u32 });
            // What is for old engines is for small ones.
            let short = (dialect == Dialect::Es5).then(|| locals.shorten(line.trim()));
            let line = short.as_deref().unwrap_or(line.trim());
            let line = if is_renamed { rename(line, &names) } else { line.to_owned() };
            if dialect == Dialect::Es5 { block.push(squeeze(&line)) } else { block.push(line) }
        }
    }
    block
}

/// The lines of a helper's file that hold code, with their numbers from 0. The files are written for it: a comment has
/// its line to itself, and a statement that a line ends is ended by a semicolon or a brace.
pub(crate) fn code_lines(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_code = |line: &str| !line.trim().is_empty() && !line.trim().starts_with("//");
    source.lines().enumerate().filter(move |(_, line)| is_code(line))
}

/// The names that a helper's file declares at its top level.
pub(crate) fn top_level_names(source: &'static str) -> Vec<&'static str> {
    let declarations = source.lines().filter_map(|line| {
        let list = line.strip_prefix("var ").map(|list| list.trim_end_matches(';'));
        list.or_else(|| line.strip_prefix("function ")?.split('(').next())
    });
    declarations.flat_map(|list| list.split(", ")).map(|name| name.split(' ').next().unwrap_or(name)).collect()
}

/// A line of code without the spaces that it does not need. Strings stay as they are: they hold no escaped quotes.
fn squeeze(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut in_string = false;
    let mut rest = line.chars().peekable();
    while let Some(c) = rest.next() {
        in_string ^= c == '"';
        let before = out.chars().last().unwrap_or(' ');
        let behind = rest.peek().copied().unwrap_or(' ');
        // `a in b`, and `a + +b`.
        let parts = (is_identifier_part(before) && is_identifier_part(behind))
            || (before == behind && matches!(before, '+' | '-'));
        if c != ' ' || in_string || parts {
            out.push(c);
        }
    }
    // A line may end with a word, which the next one must not go on with.
    if out.ends_with(is_identifier_part) {
        out.push(' ');
    }
    out
}

/// Strings stay as they are: they hold no escaped quotes.
fn rename(code: &str, names: &[Name]) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(start) = rest.find(|c| is_identifier_part(c) || c == '"') {
        let (before, found) = rest.split_at(start);
        let is_string = found.starts_with('"');
        let end = if is_string {
            found[1..].find('"').map(|quote| quote + 2)
        } else {
            found.find(|c| !is_identifier_part(c))
        };
        let (word, after) = found.split_at(end.unwrap_or(found.len()));
        out.push_str(before);
        out.push_str(names.iter().find(|name| name.declared == word).map_or(word, |name| &name.emitted));
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::requirements::with_requirements;
    use std::collections::BTreeSet;

    fn mentions(code: &str, name: &str) -> bool {
        code.split(|c| !is_identifier_part(c)).any(|word| word == name)
    }

    #[test]
    fn a_block_is_one_line() {
        for variant in Variant::ALL {
            let block = inline(&Helper::ALL, variant, str::to_owned);
            let block = block.as_str();
            assert!(!block.contains('\n') && !block.contains("//"), "{block}");
        }
    }

    #[test]
    fn globals_are_those_that_the_helpers_use() {
        let mut used = BTreeSet::new();
        for variant in Variant::ALL {
            for (_, line) in Helper::ALL.into_iter().flat_map(|helper| code_lines(helper.source_in(variant))) {
                // Not what stands in strings, nor behind a dot.
                let code: Vec<&str> = line.split('"').step_by(2).collect();
                let code = code.join("\"");
                let chains = code.split(|c| !is_identifier_part(c) && c != '.');
                let names = chains.map(|chain| chain.split('.').next().unwrap_or(chain).to_owned());
                // `P` is a parameter, and the others are named in their helpers.
                let is_global = |name: &String| name.len() > 1 && name.starts_with(|c: char| c.is_ascii_uppercase());
                used.extend(names.filter(|name| is_global(name) || name == "isNaN"));
            }
        }
        used.retain(|name| !name.ends_with("GeneratorFunction"));
        assert_eq!(used, BTreeSet::from(GLOBALS.map(str::to_owned)));
    }

    #[test]
    fn spaces_that_part_nothing_go() {
        assert_eq!(squeeze("if (a in b) return { c: \"d  e\" } - -f;"), "if(a in b)return{c:\"d  e\"}- -f;");
    }

    #[test]
    fn every_top_level_name_can_be_changed() {
        let helpers = with_requirements([Helper::Awaiter], Variant::default());
        let block = inline(&helpers, Variant::default(), |name| format!("{name}_1"));
        let block = block.as_str();
        for helper in helpers {
            for name in top_level_names(helper.source_in(Variant::default())) {
                assert!(!mentions(block, name), "{name} in {block}");
                assert!(mentions(block, &format!("{name}_1")));
            }
        }
    }

    fn sources() -> impl Iterator<Item = (Helper, &'static str)> {
        Helper::ALL.into_iter().flat_map(|helper| helper.texts().iter().map(move |(_, text)| (helper, *text)))
    }

    #[test]
    fn strings_keep_the_names_in_them() {
        let names = [Name { declared: "Symbol", emitted: "Symbol_1".to_owned() }];
        let code = r#"Symbol["for"]("Symbol.iterator"); a.b = "'Symbol'" + Symbol;"#;
        assert_eq!(rename(code, &names), r#"Symbol_1["for"]("Symbol.iterator"); a.b = "'Symbol'" + Symbol_1;"#);
        for (helper, source) in sources() {
            let code: String = code_lines(source).map(|(_, line)| line).collect();
            assert!(!code.contains('\\'), "{helper:?}");
            assert!(code.split('"').step_by(2).all(|outside| !outside.contains(['\'', '`'])), "{helper:?}");
        }
    }

    #[test]
    fn every_line_of_a_helper_ends_a_statement_or_leaves_one_open() {
        for (helper, source) in sources() {
            for line in code_lines(source).map(|(_, line)| line.trim()) {
                assert!(line.ends_with(['{', '}', ';', ',', '(']), "{helper:?}: {line}");
                assert!(!line.contains("//"), "{helper:?}: {line}");
            }
        }
    }
}
