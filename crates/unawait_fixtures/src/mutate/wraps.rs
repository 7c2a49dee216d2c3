//! Subtrees within every form of function, statement and expression. `@` stands for the subtree.

use super::maker::{Change, Maker};
use crate::parts::{Kind, Tree};

const EXPRESSIONS: &[&str] = &[
    "await @",
    "await @",
    "(await @)",
    "yield @",
    "(yield @)",
    "(yield* @)",
    "yield",
    "$(7, @)",
    "$(7, @)",
    "(@)",
    "async () => @",
    "(async () => @)()",
    "async a => (@)",
    "(async (a = @) => a)()",
    "(async function () { return @ })()",
    "(async function* () { yield @ })()",
    "function* () { yield @ }",
    "call(8, async () => @)",
    "call(8, function* () { return @ })",
    "call(8, async function* () { yield* @ })",
    "class { static x = @ }",
    "class { [@]() {} }",
    "class extends (@) {}",
    "class { static { @ } }",
    "class { async x() { return super.x(@) } }",
    "{ a: @ }",
    "({ [@]: 1 })",
    "({ async x() { return @ } })",
    "({ async *[@]() {} })",
    "({ get x() { return @ } }).x",
    "[@]",
    "[...@]",
    "f(...@)",
    "[a, b = @] = numbers",
    "({ a = @ } = o)",
    "({ [@]: o.a } = o)",
    "`a${@}b`",
    "$`a${@}b`",
    "new (@)",
    "new @()",
    "@?.a",
    "@?.[await 1]",
    "@?.(1)",
    "(@).a",
    "@.a",
    "@[await 1]",
    "o[@] = 1",
    "o[@]++",
    "a = @",
    "a ??= @",
    "o.a += @",
    "(a, @)",
    "@ ? 1 : 2",
    "true ? @ : 2",
    "1 ? .5 : @",
    "@ ?? 1",
    "1 && @",
    "@ + 1",
    "2 ** @",
    "@ in o",
    "#a in @",
    "delete @",
    "typeof @",
    "void @",
    "!@",
    "- @",
    "@++",
    "--@",
    "super.x(@)",
    "super[@]",
    "import(@)",
    "new.target",
    "import.meta",
    "this",
    "arguments",
    "arguments[0]",
    "/@/g",
    "eval('@')",
    "async (@)",
    "async (@) => {}",
    "(@) => {}",
    "@ => @",
    "let",
    "async",
    "@\n(1)",
    "@\n/1/g",
    "@ // c\n",
    "/* c */ @",
];

const STATEMENTS: &[&str] = &[
    "{ @ }",
    "if (1) @",
    "if (1) { @ } else { @ }",
    "if (0) ; else @",
    "for (;;) { @ break }",
    "for (var i = 0; i < 2; i++) { @ }",
    "for (let i = 0; i < 2; i++) { later(1, () => i); @ }",
    "for (const x of numbers) { @ }",
    "for (const x of numbers) @",
    "for (x of list) { @ }",
    "for (const x in o) { @ }",
    "for await (const x of list) { @ }",
    "for await (x.y of list) @",
    "for (await using x of []) { @ }",
    "for (using x of []) { @ }",
    "while (more(1)) { @ }",
    "do { @ } while (more(2))",
    "do @ while (more(2))",
    "l: @",
    "l: { @ break l; }",
    "l: for (const x of numbers) { @ continue l; }",
    "try { @ } catch {}",
    "try { @ } catch (e) { $(3, e) } finally { $(4) }",
    "try { throw 1 } catch (e) { @ }",
    "try { throw o } catch ({ a = 1 }) { @ }",
    "try {} finally { @ }",
    "with (o) { @ }",
    "with (o) @",
    "switch (1) { case 1: @ }",
    "switch (1) { default: @ break; case 2: @ }",
    "async function w() { @ }",
    "async function w() { await 0; @ }",
    "async function w(a, b = 1) { 'use strict'; @ }",
    "async function w() { 'use strict'; @ }",
    "async function* w() { @ }",
    "async function* w() { yield 1; @ }",
    "function* w() { @ }",
    "function* w() { yield 1; @ yield 2 }",
    "function w() { @ }",
    "call(5, async () => { @ })",
    "call(5, async () => { await 0; @ })",
    "call(5, async function () { @ })",
    "call(5, async function* () { yield 1; @ })",
    "call(5, function* () { yield 1; @ })",
    "call(5, () => { @ })",
    "(async x => { @ })();",
    "class W { static { @ } }",
    "class W { async m() { @ } }",
    "call(5, () => new (class extends Base { constructor() { super(); @ } }));",
    "call(5, () => (class { static async m() { @ } }).m());",
    "call(5, () => (class { static async *m() { @ } }).m());",
    "call(5, () => (class { static *m() { yield 1; @ } }).m());",
    "call(5, () => (class { static x = async () => { @ } }).x());",
    "call(5, () => ({ async m() { @ } }).m());",
    "call(5, () => ({ *m() { @ } }).m());",
    "call(5, () => ({ get m() { @ } }).m);",
    "{ using u = null; @ }",
    "{ await using u = null; @ }",
    "'use strict'; @",
    "debugger; @",
    "; @",
    "return @",
    "throw @",
    "export default @",
    "export @",
    "@ @",
    "/* c */ @ // c",
    "<!-- c\n@",
    "/*\n*/--> c\n@",
];

const PROGRAMS: &[&str] = &[
    "async function w() {\n@\n}",
    "async function* w() {\n@\n}",
    "function* w() {\n@\n}",
    "function w() {\n@\n}",
    "call(6, async () => {\n@\n});",
    "call(6, () => {\n@\n});",
    "class W { async m() {\n@\n} }",
    "call(6, () => ({ async *m() {\n@\n} }).m());",
    "call(6, () => ({ *m() {\n@\n} }).m());",
    "class W { static {\n@\n} }",
    "'use strict';\n@",
    "with (o) {\n@\n}",
    "{\n@\n}",
    "if (1) {\n@\n}",
    "for (const x of numbers) {\n@\n}",
    "try {\n@\n} catch (e) { $(9, e) }",
];

/// An expression within another.
pub(super) fn expression(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let span = maker.node(tree, &[Kind::Expression])?.span.clone();
    let form = *maker.one(EXPRESSIONS)?;
    Some(vec![Change::replace(&span, form.replace('@', tree.of(&span)))])
}

/// A statement within another, or within a function.
pub(super) fn statement(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let span = maker.node(tree, &[Kind::Statement])?.span.clone();
    let form = *maker.one(STATEMENTS)?;
    Some(vec![Change::replace(&span, form.replace('@', tree.of(&span)))])
}

/// The whole program within a function or statement.
pub(super) fn program(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let form = *maker.one(PROGRAMS)?;
    Some(vec![Change::replace(&(0..tree.text.len()), form.replace('@', &tree.text))])
}

/// What stands before a function's parameters, or before a method.
const BEFORE_METHODS: &[&str] =
    &["async ", "*", "async *", "static ", "get ", "set ", "static async ", "accessor ", "async\n", "#"];

/// A function of another kind.
pub(super) fn function_kind(maker: &mut Maker, tree: &Tree) -> Option<Vec<Change>> {
    let node = maker.node(tree, &[Kind::Function, Kind::Function, Kind::Method, Kind::Member, Kind::Property])?;
    let text = tree.of(&node.span);
    let inside = |token: &&std::ops::Range<usize>| node.span.start <= token.start && token.end <= node.span.end;
    let words: Vec<&std::ops::Range<usize>> = tree.tokens.iter().filter(inside).take(4).collect();
    let word = words.iter().find(|token| tree.of(token) == "function");
    Some(vec![match word {
        Some(word) if maker.random.chance(50) => Change::insert(word.end, "*"),
        Some(word) => Change::insert(word.start, "async "),
        None if text.starts_with("async") && maker.random.chance(50) => {
            Change::replace(&(node.span.start..node.span.start + 5), "")
        }
        None => {
            let before = *maker.one(BEFORE_METHODS)?;
            Change::insert(node.span.start, before)
        }
    }])
}
