//! Passing over functions that hold nothing to lower: their bodies are blanked before the text is parsed.
//!
//! ```text
//! function a(b) { return c(b); }  async function d() { await a(1); }
//! function a(b) {              }  async function d() { await a(1); }
//! ```
//!
//! Most of a bundle is not read after that: parsing and walking over it is what a compilation takes its time for.
//! Every byte keeps its place, so the [`Inventory`](crate::Inventory) speaks of the text as it was. What is wrong in
//! such a body is for the engine to say.
//!
//! A body stays if what is in it may matter outside: if it is in an async function, or where parameters are bound that
//! one may be given a copy of; if it holds a word that can make the file a module, or a name that is renamed; or if a
//! warning may be due. Only warnings about a function that is known by its name, its text or its constructor, would take
//! all bodies: they are not given there.

pub mod names;
pub mod place;

use crate::lex::{Cursor, is_identifier_start, is_word_at};
use crate::reading::{Survey, Word, survey};
use crate::stack_bound::cost::Deepest;
use crate::warnings::KINDS;

/// `source` without the bodies that can be passed over, `None` if there are none; and how deep it nests with them.
pub(crate) fn skim(source: &str) -> (Option<String>, Deepest) {
    let Survey { deepest, bodies } = survey(source, &matters);
    if bodies.is_empty() {
        return (None, deepest);
    }
    let mut skimmed = String::with_capacity(source.len());
    for body in bodies {
        skimmed.push_str(&source[skimmed.len()..body.start]);
        skimmed.extend(std::iter::repeat_n(' ', body.len()));
    }
    skimmed.push_str(&source[skimmed.len()..]);
    (Some(skimmed), deepest)
}

/// Whether a body with this word must be read.
fn matters(word: Word) -> bool {
    match word.text {
        // Of warnings.
        b"species" | b"isAsyncFunction" => true,
        _ if word.has_escape => true,
        _ if word.is_property => false,
        b"AsyncFunction" | b"AsyncGeneratorFunction" => true,
        b"Function" => !word.behind.comes("."),
        [b'"' | b'\'' | b'`', text @ .., _] => KINDS.iter().any(|kind| kind.as_bytes() == text),
        b"async" | b"using" | b"yield" | b"import" | b"eval" => true,
        b"let" => !declares(&word.behind),
        _ => false,
    }
}

/// Whether the word `let` before this declares something: else it is a name, which lowering may change.
fn declares(behind: &Cursor) -> bool {
    let token = behind.rest();
    let is_operator = ["in", "instanceof", "of"].iter().any(|word| is_word_at(token, 0, word));
    token.starts_with(['{', '[', '\\']) || token.starts_with(is_identifier_start) && !is_operator
}

#[cfg(test)]
mod tests {
    use super::skim;

    /// The bodies that are passed over.
    fn passed(source: &str) -> Vec<String> {
        let Some(skimmed) = skim(source).0 else { return Vec::new() };
        assert_eq!(skimmed.len(), source.len());
        let changed = |at: usize| skimmed.as_bytes()[at] != source.as_bytes()[at];
        let mut bodies = Vec::new();
        let mut at = 0;
        while at < source.len() {
            match skimmed[at..].starts_with(' ') && changed(at) {
                true => {
                    let end =
                        at + source[at..].bytes().zip(skimmed[at..].bytes()).take_while(|(_, b)| *b == b' ').count();
                    bodies.push(source[at..end].trim().to_owned());
                    at = end;
                }
                false => at += 1,
            }
        }
        bodies
    }

    #[test]
    fn bodies_of_all_kinds_are_passed_over() {
        for source in [
            "function f(a) {BODY}",
            "function f(a)\n{BODY}",
            "function* f() {BODY}",
            "x = function (a, { b }) {BODY};",
            "x = { a: 1, m(a) {BODY} };",
            "class A extends B { static m() {BODY} }",
            "class A { get [a]() {BODY} }",
            "class A { 'a b'() {BODY} }",
            "x = { finally(a) {BODY} }",
            "x = (a) => {BODY}",
            "x = a => {BODY}",
            "f(a, async () => 1, () => {BODY});",
            "(function () { async function a() {} b(function (c) {BODY}); })();",
            "(() => { async () => 1; b = c => {BODY}; })();",
            "(function (a, { b }, ...c) { async () => 1; d(function (a) {BODY}); })();",
            "(a => { async () => 1; function b(c) {BODY} })();",
            "(a => { async () => 1; x = (c) => {BODY}; a(); })();",
            "async function a() {} function b() {BODY}",
            "x = { async a() { await 1 }, b() {BODY} };",
            "({ 1: [function (require, module) {BODY}] });",
            "for (a of b) c(); function f() {BODY}",
            "if (a) { async () => 1; function f() {BODY} }",
            "try { async () => 1; x = () => {BODY} } finally {}",
            "switch (a) { case 1: async () => 1; x = () => {BODY} }",
            "class A extends B { async m() { await 1 } n(a) {BODY} }",
            "(function (a) { async () => 1 })([function (require, module) {BODY}])",
            "(a.b = function (c) {BODY}, async () => 1)",
            "function f(a) { if (a === 1) { async () => 1; a(() => {BODY}) } }",
            "if (a) { async () => 1; if (a) {} else { x = () => {BODY}; a() } }",
            "try { async () => 1; while (a) { x = () => {BODY} } } finally {}",
            "(function () { log('AsyncFunction'); a(function () {BODY}); })()",
        ] {
            assert_eq!(passed(source), ["BODY"], "{source}");
        }
    }

    #[test]
    fn the_outermost_body_counts() {
        assert_eq!(passed("function f() { A; x = { m() {B} }; }"), ["A; x = { m() {B} };"]);
        assert_eq!(passed("function f() { function g() {A} async () => {}; function h() {B} }"), ["A", "B"]);
    }

    #[test]
    fn a_word_that_matters_is_one_only_in_code() {
        let body = "'await', isAsync, /async/, `async`, a.async, Function.prototype";
        assert_eq!(passed(&format!("function f() {{{body}}}")), [body]);
    }

    #[test]
    fn what_may_matter_outside_stays() {
        for source in [
            // Words.
            "function f() { async () => 1 }",
            "function f() { using a = b }",
            "function f() { import.meta }",
            "function f() { var yield }",
            "function f() { let.x }",
            "function f() { let(1) }",
            "function f() { let in x }",
            "function f() { new Function('await 1') }",
            "function f() { return Function('await 1') }",
            "function f(a) { return a.constructor.name === 'AsyncFunction' }",
            "function f(a) { return a.constructor.name === `AsyncFunction` }",
            "function f(a) { return tag(a) === '[object AsyncFunction]' }",
            "function f(a) { return a instanceof AsyncFunction }",
            "function f(a) { return util.types.isAsyncFunction(a) }",
            "function f() { Promise[Symbol.species] = a }",
            "() => { f(arguments) }",
            "function f(a) { return [() => { arguments[0] = 1 }, async () => a]; }",
            // What is in async functions.
            "async function f() { function g() {A} }",
            "async function \\u{61}sync() { function g() {A} }",
            "async function f(a = () => {A}) { }",
            "x = async () => [() => {A}]",
            "x = { async m() { return { n() {A} } } }",
            // Parameters and the like are assigned to.
            "function f(a) { function g() { a = 1 } return async () => a }",
            "function f(a) { return [() => { \\u0061 = 1 }, async () => a]; }",
            "function f(b, { a }) { return { g() { return { ...a } }, h: async () => a } }",
            "function f({ a: b }) { function g() { b = 1 } return async () => b }",
            "class A extends B {} x = class extends B {}, y = function (a) { return [() => { a = 1 }, async () => a] }",
            "x = { m(a)\n{ return [() => { a = 1 }, async () => a] } }",
            "function \u{e9}(a) { return [() => { a = 1 }, async () => a] }",
            "x = \u{e9} => { return [() => { \u{e9} = 1 }, async () => \u{e9}] }",
            "(b, a=!b) => [() => { a = 1 }, async () => a]",
            "function f(\u{b}a\u{c}) { return [() => { a = 1 }, async () => a] }",
            "class A { #m(a) { return [() => { a = 1 }, async () => a] } }",
            "a => { function g(b) { (c => { a = 1 })() } return async () => a }",
            "(a, b = () => { a = 1 }, c = async () => a) => {}",
            "x = ({ a, b = () => { a = 1 } }, c = async () => a) => {}",
            "x = (a, [b] = [() => { a = 1 }], { c } = { d() { a = 1 } }, e = async () => a) => {}",
            "x = ({ [f(() => { a = 1 })]: b }, a) => async () => a",
            "x = a => [() => { a = 1 }, async () => a]",
            "x = a => () => { a = 1; return async () => a }",
            "for (let a of b) c(() => { a = 1 }, async () => a)",
            "for (let a of b) { x = () => { a = 1 }; async () => a }",
            "try {} catch (a) { x = () => { a = 1 }; async () => a }",
            // Methods that are called like statements.
            "x = { if(a) { return [() => { a = 1 }, async () => a] } }",
            "x = { b, while(a) { if (1) { f(() => { a = 1 }) } async () => a } }",
            "class A { with({ a }) { return [() => { a = 1 }, async () => a] } }",
            "class A { switch(b = 1, a) { return [() => { a = 1 }, async () => a] } }",
            "class A { static if(b, { c: a }) { return [() => { a = 1 }, async () => a] } }",
            "x = { if(\\u0061) { return [() => { a = 1 }, async () => a] } }",
            "x = { if(a <!-- c\n) { return [() => { a = 1 }, async () => a] } }",
            // Statements that go on, or are longer than they look.
            "for (let a of b) if (c) d(); else e(() => { a = 1 }, async () => a)",
            "for (let a of b) do x(async () => a); while (f(() => { a = 1 }))",
            "\u{feff}for (let a of b) c(() => { a = 1 }, async () => a)",
            "for\u{a0}(let a of b) c(() => { a = 1 }, async () => a)",
            "x = 1.\nfor (let a of b) c(() => { a = 1 }, async () => a)",
            "x = 1.\nasync function f() {A}",
            // What is bound by more than names, or hidden by none.
            "function f(b = async () => arguments) { arguments = 1 }",
            "function f(a) { function g() { { if (x.a) { a = 1 } } } return async () => a }",
            "function f(b, { await = () => { b = 1 } }) { return async () => b }",
            "function f(a, { // k:\n[g(() => { a = 1 })]: b }) { return async () => a }",
            "function f(a) { function g() { x = 1.\na = 1 } return async () => a }",
            "x = () => { \\u0061rguments = 1 }; async () => arguments",
            // Heads with something in them.
            "function await(a) { return [() => { a = 1 }, async () => a] }",
            "function f(a)\u{a0}{ return [() => { a = 1 }, async () => a] }",
            "function f(a) <!-- x\n{ return [() => { a = 1 }, async () => a] }",
            "x = (a <!-- y\n) => { g(() => { a = 1 }); return async () => a }",
            "function f(a) { function g() { {} /m(b.a){/; {//1\n; a = 1 } } return async () => a }",
            "() => { () => { {} /extends x/g; arguments[0] = 2 } }",
            "() => { class A extends B <!-- for c\n.d(x) { [arguments[0] = 1]() {} } }",
            // No function.
            "f(a)\n{A}",
            "if (a) {A}",
            "switch (a) {}",
            "class A extends f(B) {A}",
            "x = {A}",
            "`${{A}}`",
        ] {
            assert_eq!(passed(source), Vec::<String>::new(), "{source}");
        }
    }

    #[test]
    fn a_text_that_cannot_be_read_stays() {
        assert_eq!(passed("function f() {A} (]"), Vec::<String>::new());
        assert_eq!(passed("function f() {A} '"), Vec::<String>::new());
    }
}
