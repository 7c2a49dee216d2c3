//! Names in every script: a program's short names become others, and are spelled with escapes here and there. What a
//! program does may change with that, which matters to nobody: it is compared with itself, lowered.

use std::collections::HashMap;

use unawait_syntax::lex::{is_identifier_start, name_end, name_start};

use crate::random::Random;

/// Letters of many scripts and of other planes, marks that belong to no letter, joiners, digits and variation selectors;
/// some look the same, and some look like what a lowering makes of others.
const NAMES: [&str; 30] = [
    "\u{e9}",
    "e\u{301}",
    "e\u{301}_1",
    "मूल्य",
    "मूल्य_1",
    "क\u{94d}\u{200d}ष",
    "می\u{200c}خواهم",
    "שם",
    "ชื่อ",
    "变量",
    "变量_1",
    "名前",
    "이름",
    "ім\u{2bc}я",
    "ħoġġa",
    "\u{1d4d0}",
    "\u{1d4d0}_1",
    "\u{20bb7}",
    "\u{10400}b",
    "\u{2118}",
    "\u{309b}",
    "\u{aa}",
    "\u{2167}",
    "a\u{b7}b",
    "x\u{e0100}",
    "_\u{661}",
    "$\u{200d}",
    "\u{17f}",
    "\u{130}",
    "fn\u{301}",
];

/// `text` with other names, as `random` has it.
pub(super) fn respell(text: &str, random: &mut Random) -> String {
    if random.chance(40) {
        return text.to_owned();
    }
    let (renamed, escaped) = (random.below(60), random.below(30));
    let mut names = NAMES.to_vec();
    let mut spelled: HashMap<&str, &str> = HashMap::new();
    let mut out = String::with_capacity(text.len() * 2);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let end = if is_identifier_start(c) && name_start(text, at) == at { name_end(text, at) } else { at };
        let word = &text[at..end];
        // Behind a slash there can be a regular expression's flags; a backslash begins an escape.
        if is_short(word) && !text[..at].ends_with(['\\', '/']) {
            let name = *spelled.entry(word).or_insert_with(|| match random.chance(renamed) && !names.is_empty() {
                true => names.swap_remove(random.below(names.len())),
                false => word,
            });
            let escapes = random.chance(escaped);
            name.chars().for_each(|c| spell(c, escapes && random.chance(50), random, &mut out));
            at = end;
        } else {
            out += &text[at..end.max(at + c.len_utf8())];
            at = end.max(at + c.len_utf8());
        }
    }
    out
}

fn spell(c: char, with_escape: bool, random: &mut Random, out: &mut String) {
    let code = u32::from(c);
    match with_escape {
        false => out.push(c),
        true if code < 0x1_0000 && random.chance(50) => *out += &format!("\\u{code:04x}"),
        true => *out += &format!("\\u{{{}{code:x}}}", "0".repeat(random.below(3))),
    }
}

/// Whether it is one of the names that the writer makes: a letter, and digits behind it. `o` and `P` are the runtime's,
/// and `c` is looked for in programs.
fn is_short(word: &str) -> bool {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    first.chars().all(|c| c.is_ascii_alphabetic() && !matches!(c, 'o' | 'P' | 'c'))
        && !first.is_empty()
        && rest.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use unawait_syntax::lex::decoded;

    #[test]
    fn one_name_becomes_one_name() {
        for seed in 0..200 {
            let text = respell("a + v1 * a / v1 - \"async \\n\" + o.a", &mut Random::new(seed));
            let text = decoded(&text).into_owned();
            let words: Vec<&str> = text.split(' ').collect();
            assert_eq!((words[0], words[2]), (words[4], words[6]), "{text}");
            assert!(words[0] != words[2] && text.ends_with(&format!("o.{}", words[0])), "{text}");
            assert!(text.contains("\"async \\n\""), "{text}");
        }
    }
}
