//! Graphs of small functions, and the text that they become. What lowered programs do is what fixtures are for.

use expect_test::Expect;
use unawait_syntax::tree::tree;
use unawait_syntax::{FreshNames, SourceType, with_room};

use crate::{Form, StageOne, lower};

fn lowered(source: &str, form: Option<Form>) -> crate::Lowered {
    let tree = tree(source, SourceType::CommonJs).expect("it parses");
    let mut fresh = FreshNames::new(source, None);
    lower(source, &tree, &StageOne::default(), &mut fresh, &|helper| helper.name().to_owned(), form)
        .expect("it can be lowered")
}

fn graph(source: &str) -> String {
    lowered(source, Some(Form::Text)).graphs
}

fn code(source: &str) -> String {
    lowered(source, None).edits.splice(source)
}

/// Asserts that the graph of the generator functions in `source` is as `expected`.
#[track_caller]
pub(crate) fn check(source: &str, expected: Expect) {
    expected.assert_eq(&graph(source));
}

/// `code` on one line.
fn words(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_yield_ends_its_block() {
    let expected = "function* g\n  b0: yield a -> b1\n  b1: x = sent; return x\n";
    assert_eq!(graph("function* g(a) { var x = yield a; return x; }"), expected);
}

#[test]
fn loops_are_branches() {
    let expected = "\
function* g
  b0: -> b1
  b1: if n-- then -> b2, else -> b3
  b2: yield n -> b1
  b3: return
";
    assert_eq!(graph("function* g(n) { while (n--) yield n; }"), expected);
}

#[test]
fn a_finally_region_holds_the_catch_region() {
    let expected = "\
function* g
  r0: finally -> b4
  r1 in r0: catch -> b3
  b0: -> b1
  b1 in r1: yield 1 -> b2
  b2 in r1: -> b4
  b3 in r0: e = sent; f(e); -> b4
  b4: end finally r0 -> b5
  b5: return
";
    assert_eq!(graph("function* g() { try { yield 1; } catch (e) { f(e); } finally {} }"), expected);
}

#[test]
fn operands_are_spilled_when_a_later_one_suspends() {
    let graph = graph("function* g(a) { f(a, yield 1, a); }");
    assert!(graph.contains("t_1 = f; t_2 = a; yield 1 -> b1"), "{graph}");
    assert!(graph.contains("b1: t_1(t_2, sent, a);"), "{graph}");
}

#[test]
fn what_is_no_generator_keeps_its_bytes() {
    let source = "/* a */ function f( ) { return  1 }\nvar o = { * m ( ) { } , x : 1 };";
    let code = code(source);
    assert!(code.starts_with("/* a */ function f( ) { return  1 }\nvar o = { "), "{code}");
    assert!(code.ends_with(" , x : 1 };"), "{code}");
}

#[test]
fn a_name_that_the_file_uses_is_avoided() {
    assert!(code("function* g() { _(yield sent); }").contains("function g($, got)"));
    assert!(code("function* g() { _($, m, got, yield sent); }").contains("function g(__1, sent_1)"));
}

#[test]
fn graphviz_has_an_edge_for_each_way() {
    let text = lowered("function* g(a) { if (a) yield 1; }", Some(Form::Dot)).graphs;
    assert!(text.starts_with("digraph g0 {\n  label=\"g\";"), "{text}");
    assert!(text.contains("b0 -> b1 [label=\"then\"];") && text.contains("style=bold"), "{text}");
}

#[test]
fn keys_that_suspend_cannot_mention_names_of_their_class() {
    let errors = |source: &str| {
        let tree = tree(source, SourceType::CommonJs).expect("it parses");
        crate::refused::check(&tree.program).into_iter().map(|error| error.span.start).collect::<Vec<_>>()
    };
    assert_eq!(errors("function* g() { class C { #x; [yield]; [o => #x in o]; [#x in (yield)]; } }"), [45]);
    for source in [
        "function* g() { class C { #x; [yield]() { this.#x } } }",
        "function* g() { class C { #x; [o => #x in o]; } }",
        "class C { #x; *g() { class D { #y; [yield this.#x]; } } }",
        "function* g() { class C { #x; [yield class { #x; [o => #x in o] }]; } }",
        "function* g() { class C { #x; [function* () { yield o => #x in o }]; } }",
        "async function* g() { class C { #x; [yield]; [o => #x in o]; } }",
    ] {
        assert!(errors(source).is_empty(), "{source}");
    }
}

#[test]
fn what_nests_too_deeply_is_refused() {
    let codes = |source: &str| {
        let codes = || {
            let tree = tree(source, SourceType::CommonJs).expect("it parses");
            crate::refused::check(&tree.program).into_iter().map(|error| error.code).collect::<Vec<_>>()
        };
        with_room(source, codes).expect("there is room")
    };
    let functions = |count: usize| "function* g() {".repeat(count) + &"}".repeat(count);
    let chain = |count: usize| format!("function* g() {{ return (yield){}; }}", ".a()".repeat(count));
    assert!(codes(&functions(1000)).is_empty());
    assert_eq!(codes(&functions(1001)), ["too-deep"]);
    assert!(codes(&chain(900)).is_empty());
    assert_eq!(codes(&chain(2001)), ["too-deep"]);
    // What does not suspend may be as long as it is.
    assert!(codes(&format!("function* g() {{ yield; return a{}; }}", ".a()".repeat(3000))).is_empty());
}

#[test]
fn line_breaks_are_the_files() {
    let source = "function* g() {\r\n  yield `a\r\nb`;\r\n  if (a) yield 2;\r\n}\r\n";
    let code = code(source);
    assert_eq!(code.matches('\n').count(), code.matches("\r\n").count(), "{code:?}");
    assert!(!self::code(&source.replace('\r', "")).contains('\r'));
}

#[test]
fn a_loop_ends_for_an_object_that_is_no_machine() {
    let source = "function* g(n) { for (const x of n) yield x; }";
    assert!(words(&code(source)).contains("default: return; }"), "{}", code(source));
    assert!(!code(&format!("'use strict'; {source}")).contains("default"));
}

#[test]
fn the_step_bears_the_functions_name_unless_that_would_hide_it() {
    assert!(code("function* g() { yield 1; }").contains("function g(_)"));
    assert!(
        code("function* g() { yield g; }").contains("({\n    g: function(_)"),
        "{}",
        code("function* g() { yield g; }")
    );
}

#[test]
fn what_no_suspension_crosses_is_a_variable_of_the_step() {
    let code = code(
        "function* g(a) { const b = a + 1; f(b); const c = yield b; yield c; for (const d of c) f(d); f(a, yield); }",
    );
    let (function, step) = code.split_once("return __generator(").expect("a machine");
    assert!(function.contains("var c, t_1, t_2;"), "{code}");
    assert!(step.contains("var b;") && step.contains("for (const d of c)"), "{code}");
    assert!(step.contains("t_1 = t_2 = void 0;"), "{code}");
}

#[test]
fn what_closures_see_is_a_variable_of_the_function() {
    let code = code("function* g() { const a = 1; later(() => a); yield; const b = 2; eval('b'); }");
    assert!(words(&code).contains("var a, b; return __generator("), "{code}");
}

/// Outside of the class its name is the variable that is declared, and not initialised yet.
#[test]
fn the_decorators_of_a_class_see_its_name_from_outside() {
    let code = words(&code("function* g() { yield; @(C, d) class C { @(C, d) m() {} } }"));
    assert!(code.contains("C = @(__tdz(C, \"C\"), d) class C { @(C, d)"), "{code}");
}
