//! Names that are words elsewhere, and names of every script.

use super::maker::{Change, Maker};
use crate::parts::{Kind, Tree};

const NAMES: &[&str] = &[
    // Words in some contexts.
    "let",
    "yield",
    "await",
    "async",
    "of",
    "static",
    "get",
    "set",
    "using",
    "accessor",
    "arguments",
    "eval",
    "target",
    "meta",
    "as",
    "from",
    "implements",
    "package",
    "undefined",
    "constructor",
    "prototype",
    "__proto__",
    "name",
    "this",
    "super",
    "new",
    "null",
    "function",
    // The same, escaped.
    "l\\u0065t",
    "yi\\u0065ld",
    "aw\\u{61}it",
    "\\u0061sync",
    "o\\u0066",
    "st\\u{61}tic",
    "\\u{61}rguments",
    "\\u0065val",
    "\\u{67}et",
    "th\\u0069s",
    "us\\u0069ng",
    // Names of the output's.
    "f_1",
    "fn_1",
    "a_1",
    "this_1",
    "arguments_1",
    "super_1",
    "yield_1",
    "_",
    "_g",
    "g_1",
    "__awaiter",
    "__generator",
    "__settle",
    "callee",
    "sent",
    "Promise",
    "Object",
    "Symbol",
    // Letters that are combining marks, letters beyond U+FFFF, joiners, other numbers and scripts.
    "क्षेत्र",
    "नाम",
    "की",
    "a\u{301}",
    "ñ",
    "π",
    "名前",
    "שם",
    "اسم",
    "𝒳",
    "𠮷",
    "a𝒳",
    "x𝟙",
    "ℙ",
    "℮",
    "a\u{200c}b",
    "क्\u{200d}ष",
    "ⅷ",
    "_ʹ",
    "ಠ_ಠ",
    "ƒ",
    "ﬁ",
    "ᢅ",
    "a·b",
    "ゝ",
    "\\u{1d4b3}",
    "\\u0915\\u094d\\u0937",
    "$",
    "$$",
    "_$",
    "#a",
    "#π",
    "#की",
];

/// One name becomes another.
pub(super) fn rename_one(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let node = maker.node(tree, &[Kind::Name, Kind::Name, Kind::Key, Kind::MemberKey, Kind::Pattern])?;
    let name = *maker.one(NAMES)?;
    Some(vec![Change::replace(&node.span, name)])
}

/// A name becomes another wherever it stands.
pub(super) fn rename_all(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let old = tree.of(&maker.node(tree, &[Kind::Name])?.span);
    let new = *maker.one(NAMES)?;
    let same = tree.tokens.iter().filter(|token| tree.of(token) == old);
    Some(same.map(|token| Change::replace(token, new)).collect())
}
