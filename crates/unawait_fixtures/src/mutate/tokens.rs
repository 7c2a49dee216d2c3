//! Damage to tokens, and line breaks and comments between them.

use super::maker::{Change, Maker};
use crate::parts::Tree;

const TRIVIA: &[&str] = &[
    "\n",
    "\n",
    "\n",
    "\r\n",
    "\u{2028}",
    "\u{2029}",
    " ",
    "\t",
    "\u{a0}",
    "\u{feff}",
    "\u{b}",
    "/* c */",
    "/* c */",
    "/*\n*/",
    "/*\n*/",
    "// c\n",
    "// c\n",
    "/* async */",
    "/* => */",
    "/**/",
    "/*/ */",
    "/* ; */",
    "// yield\n",
    "/* क */",
    "/*\u{2028}*/",
    "\n<!-- c\n",
    "\n--> c\n",
    "\r",
    "",
];

/// Trivia between some tokens, or in place of what was there.
pub(super) fn trivia(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let mut gaps: Vec<usize> =
        (0..maker.random.between(1, 5)).map(|_| maker.random.below(tree.tokens.len().max(1))).collect();
    gaps.sort_unstable();
    gaps.dedup();
    let mut changes = Vec::new();
    for at in gaps {
        let start = tree.tokens.get(at)?.end;
        let end = tree.tokens.get(at + 1).map_or(tree.text.len(), |token| token.start);
        let text = *maker.one(TRIVIA)?;
        changes.push(match maker.random.chance(50) {
            true => Change::replace(&(start..end), text),
            false => Change::insert(start, text),
        });
    }
    Some(changes)
}

pub(super) fn delete(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    Some(vec![Change::replace(maker.one(&tree.tokens)?, "")])
}

pub(super) fn double(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let token = maker.one(&tree.tokens)?;
    let between = if maker.random.chance(50) { " " } else { "" };
    Some(vec![Change::insert(token.end, format!("{between}{}", tree.of(token)))])
}

/// A token and one of the next three change places.
pub(super) fn swap(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let at = maker.random.below(tree.tokens.len().max(1));
    let other = at + maker.random.between(1, 3);
    let (one, other) = (tree.tokens.get(at)?, tree.tokens.get(other)?);
    Some(vec![Change::replace(one, tree.of(other)), Change::replace(other, tree.of(one))])
}

const TOKENS: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "=>",
    "=",
    ",",
    ";",
    ":",
    ".",
    "?.",
    "?",
    "...",
    "*",
    "**",
    "/",
    "/=",
    "+",
    "++",
    "-",
    "--",
    "!",
    "~",
    "<",
    ">",
    "<<",
    ">>>",
    "==",
    "===",
    "&&",
    "||",
    "??",
    "??=",
    "&&=",
    "+=",
    "`",
    "`${",
    "'",
    "\"",
    "#",
    "@",
    "\\",
    "0",
    "1",
    ".5",
    "1.",
    "0n",
    "08",
    "1_000",
    "''",
    "'a\\\nb'",
    "'use strict'",
    "`a`",
    "/a/",
    "/a/v",
    "async",
    "await",
    "yield",
    "function",
    "function*",
    "async function",
    "class",
    "extends",
    "super",
    "super()",
    "super.a",
    "this",
    "new",
    "new.target",
    "import",
    "import.meta",
    "import()",
    "export",
    "default",
    "let",
    "const",
    "var",
    "using",
    "await using",
    "of",
    "in",
    "instanceof",
    "typeof",
    "void",
    "delete",
    "return",
    "throw",
    "break",
    "continue",
    "if",
    "else",
    "for",
    "for await",
    "while",
    "do",
    "switch",
    "case",
    "try",
    "catch",
    "finally",
    "with",
    "debugger",
    "static",
    "get",
    "set",
    "accessor",
    "arguments",
    "eval",
    "null",
    "true",
    "enum",
    "implements",
    "undefined",
    "async ()",
    "async x =>",
    "<!--",
    "-->",
    "//",
    "/*",
    "*/",
    "\n",
];

/// A token becomes any other.
pub(super) fn replace(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let token = maker.one(&tree.tokens)?;
    let text = *maker.one(TOKENS)?;
    Some(vec![Change::replace(token, format!(" {text} "))])
}

/// Any token between two.
pub(super) fn insert(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let token = maker.one(&tree.tokens)?;
    let text = *maker.one(TOKENS)?;
    Some(vec![Change::insert(token.end, format!(" {text} "))])
}
