//! Programs that nest deeper than any stack: on a test's own thread, of two megabytes.

use std::time::{Duration, Instant};

use unawait_compiler::{Options, compile};

/// Behind each program, so that there is something to lower.
const ASYNC: &str = "\nasync function last() { await 1 }";

/// Every way to nest, or to chain, `n` times.
fn shapes(n: usize) -> Vec<(&'static str, String)> {
    let around = |open: &str, middle: &str, close: &str| open.repeat(n) + middle + &close.repeat(n);
    let value = |open: &str, close: &str| format!("x = {}", around(open, "X", close));
    let chain = |link: &str| format!("a{}", link.repeat(n));
    vec![
        ("parentheses", value("(", ")")),
        ("sequences", value("(a,", ")")),
        ("arrays", value("[", "]")),
        ("blocks", around("{", "", "}")),
        ("objects", value("{a:", "}")),
        ("templates", value("`${", "}`")),
        ("calls", around("f(", "1", ")")),
        ("imports", value("import(", ")")),
        ("unary operators", value("!", "")),
        ("minus signs", value("- ", "")),
        ("typeof", value("typeof ", "")),
        ("new", value("new ", "")),
        ("new, on lines", value("new\n", "")),
        ("arrow functions", value("a=>", "")),
        ("async arrow functions", value("async a=>", "")),
        ("conditionals", value("a?b:", "")),
        ("assignments", value("a=", "")),
        ("powers", value("a**", "")),
        ("if", around("if(a)", ";", "")),
        ("if, on lines", around("if(a)\n", ";", "")),
        ("else", around("if(a);else ", ";", "")),
        ("else, on lines", around("if(a)b()\nelse ", ";", "")),
        ("while", around("while(0)", ";", "")),
        ("do", around("do ", ";", "while(0);")),
        ("labels", (0..n).map(|index| format!("a{index}:")).collect::<String>() + ";"),
        ("members", chain(".a")),
        ("members, on lines", chain("\n.a")),
        ("optional members", chain("?.a")),
        ("indices", chain("[0]")),
        ("chained calls", chain("()")),
        ("tagged templates", chain("``")),
        ("sums", chain("+a")),
        ("sums of strings, on lines", chain("\n+ '('")),
        ("a sum without an end", chain(".a") + "+"),
        ("arrays without an end", "[".repeat(n)),
        ("classes", value("class extends ", "{}")),
        ("class fields", value("class{a=", "}")),
        ("methods", value("{a(){return ", "}}")),
        ("functions", around("function f(){", "", "}")),
        ("default values", value("(a=", ")=>1")),
        ("array patterns", format!("[{}]=1", around("[", "a", "]"))),
        ("binding patterns", format!("let [{}]=1", around("[", "a", "]"))),
        ("await", format!("async function f() {{ {} }}", around("await ", "1", ""))),
        ("yield", format!("function* f() {{ {} }}", around("yield ", "1", ""))),
        ("divisions in braces", value("{}/a/(", ")")),
        ("regular expressions in braces", around("{}/)/;{", "", "}")),
        ("braces behind HTML comments", around("\n<!-- }\n{", "", "}")),
    ]
}

#[test]
fn deep_programs_come_to_an_end() {
    for (name, program) in shapes(10_000) {
        let before = Instant::now();
        match compile(&(program + ASYNC), &Options::default()) {
            Ok(output) => assert!(output.code.contains("yield 1"), "{name}"),
            Err(diagnostics) => assert!(name.contains("without an end"), "{name}: {:?}", diagnostics[0]),
        }
        // The slowest takes seconds, on a busy machine a minute.
        assert!(before.elapsed() < Duration::from_secs(300), "{name}: {:?}", before.elapsed());
    }
}

#[test]
fn a_hundred_thousand_brackets_are_lowered() {
    for (open, close) in [("(", ")"), ("[", "]"), ("{a:", "}"), ("`${", "}`")] {
        let program = format!("x = {}1{}{ASYNC}", open.repeat(100_000), close.repeat(100_000));
        assert!(compile(&program, &Options::default()).unwrap().changed, "{open}");
    }
    let terms = format!("x = 0{}{ASYNC}", " + await_".repeat(50_000));
    assert!(compile(&terms, &Options::default()).unwrap().changed);
}

#[test]
fn slashes_that_can_be_read_in_two_ways_take_no_more_than_so_much_time() {
    let program = format!("x = {}1{}{ASYNC}", "{}/a/(".repeat(200_000), ")".repeat(200_000));
    let diagnostics = compile(&program, &Options::default()).unwrap_err();
    assert_eq!(diagnostics[0].code, "too-deep");
}

#[test]
fn async_functions_in_one_another_grow_no_faster_than_their_text() {
    for (open, close) in
        [("async function f() { await ", "; }"), ("async () => { await ", " }"), ("async a => await ", "")]
    {
        let size = |n: usize| {
            let program = format!("x = {}1{}", format!("({open}").repeat(n), format!("{close})").repeat(n));
            compile(&program, &Options::default()).unwrap().code.len()
        };
        let (small, large) = (size(1_000), size(2_000));
        assert!(large < 2 * small + small / 10, "{open}: {small}, then {large} bytes");
    }
}

#[test]
fn what_is_deeper_still_is_refused_with_its_place() {
    for open in ["[", "(", "{", "!", "a=>", "`${", "if(a)", "a?b:", "async()=>{"] {
        let program = open.repeat(5_000_000 / open.len());
        let diagnostics = compile(&(program + ASYNC), &Options::default()).unwrap_err();
        assert_eq!(diagnostics[0].code, "too-deep", "{open}");
        assert!(diagnostics[0].span.start > 100_000, "{open}: {:?}", diagnostics[0].span);
    }
}

#[test]
fn long_programs_are_not_deep() {
    // Nothing but line breaks ends these statements.
    for line in ["f()\n", "a = b.c\n", "var x = {}\n", "function f() {}\n", "a = {}/b\n", "if (a) b()\nelse c()\n"] {
        let program = line.repeat(200_000) + ASYNC;
        assert!(compile(&program, &Options::default()).is_ok(), "{line}");
    }
    for part in ["f();", "a=b/c,", "if(a){b}", "a={}/b;", "0,"] {
        let program = part.repeat(200_000) + "0" + ASYNC;
        assert!(compile(&program, &Options::default()).is_ok(), "{part}");
    }
}
