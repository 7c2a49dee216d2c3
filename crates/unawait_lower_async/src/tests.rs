//! The shapes of the output, one assertion each. That they behave is for the fixtures to show.

use unawait_syntax::{Features, FreshNames, Inventory, SourceType, inventory};

use crate::{Driving, lower};

/// The lowered text of a CommonJS file, what runs first before it.
fn lowered(source: &str) -> String {
    lowered_by(source, &Driving::Intrinsic)
}

fn lowered_by(source: &str, driving: &Driving) -> String {
    lower_inventory(source, &inventory(source, SourceType::CommonJs).expect(source), driving)
}

fn lower_inventory(source: &str, inventory: &Inventory, driving: &Driving) -> String {
    let mut fresh = FreshNames::new(source, inventory.script_tag(source, String::new));
    let lowered = lower(source, inventory, driving, &mut fresh, &|helper| helper.name().to_owned());
    let text = lowered.edits.splice(source);
    if lowered.file_start.is_empty() { text } else { format!("{} | {text}", lowered.file_start.as_str()) }
}

#[test]
fn what_stays_is_left_as_it_is_and_what_a_lowered_function_holds_goes() {
    let source = "async function f() { { using a = b; await a; } for await (x of y) z; } async () => { await 0; };";
    let mut inventory = inventory(source, SourceType::CommonJs).expect(source);
    inventory.keep(Features { for_await: true, ..Features::NONE });
    let only_loops = lower_inventory(source, &inventory, &Driving::Intrinsic);
    assert!(only_loops.contains("{ using a = b; await a; }"), "{only_loops}");
    assert!(only_loops.contains(".step(await loop_1.next())"), "{only_loops}");
    assert!(only_loops.ends_with("async () => { await 0; };"), "{only_loops}");
}

#[test]
fn a_declaration_is_hoisted_and_its_body_stays() {
    assert_eq!(
        lowered("async function f(a) { for (;;) await a; }"),
        "var f = { f(a) { return __awaiter(this, [a], void 0, f_1); } }.f; | function* f_1(a) { for (;;) yield a; }"
    );
}

#[test]
fn a_body_that_suspends_once_needs_no_promise_and_one_that_never_does_no_generator() {
    assert_eq!(
        lowered("const o = { async m(a) { return await a; } };"),
        "var m_1; | const o = { m(a) { return __awaiterOnce(this, [a], void 0, m_1 || (m_1 = function* m(a) { return yield a; })); } };"
    );
    assert_eq!(lowered("x(async a => a)"), "x(a => __settle(() => a))");
}

#[test]
fn a_generator_function_lives_where_its_names_do() {
    let source = "function g(n) { let k = n; return async () => { await k; }; }";
    assert!(lowered(source).starts_with("function g(n) { var fn_1; let k"), "{}", lowered(source));
    // What does not change comes in with the call.
    let source = "for (const i of x) f(async () => { await i; });";
    assert!(lowered(source).starts_with("var fn_1; | for"), "{}", lowered(source));
    assert!(lowered(source).contains("(void 0, [i], void 0, fn_1 || (fn_1 = function*(i) {"), "{}", lowered(source));
}

#[test]
fn a_declaration_in_a_scope_that_is_entered_often_answers_a_generator_function_made_once() {
    let lowered = lowered("function g(k) { async function f(a) { for (;;) await k; } return f; }");
    assert!(lowered.starts_with("var f_2; | "), "{lowered}");
    let body = "function f_1() { return f_2 || (f_2 = function* f(k, a) { for (;;) yield k; }); }";
    assert!(lowered.contains(body), "{lowered}");
    assert!(lowered.contains("(this, [k, a], void 0, f_1());"), "{lowered}");
}

#[test]
fn a_generator_function_is_made_for_each_call_where_an_eval_looks_on() {
    let source = "const f = async () => { await eval('x'); };";
    assert!(!lowered(source).contains("||"), "{}", lowered(source));
}

#[test]
fn operands_are_parenthesised_and_line_breaks_kept_from_ending_the_yield() {
    assert!(lowered("async function f() { return !await a; }").ends_with("{ return !(yield a); }"));
    assert!(lowered("async function f() { x = await\na; }").ends_with("{ x = yield (\na); }"));
    assert!(lowered("async function f() { x\nawait a + b }").ends_with("{ x\n;(yield a) + b }"));
}

#[test]
fn what_a_generator_would_rebind_is_captured() {
    let source = "function g() { return async () => [await arguments, new.target]; }";
    let text = lowered(source);
    assert!(text.contains("[arguments, new.target]") && text.contains("[yield arguments_1, newTarget_1]"), "{text}");
    let text = lowered("class C extends D { async m(x) { await super.m(x); super.y = 1; } }");
    assert!(
        text.contains("__callOn(super_1(\"m\"), this, x)") && text.contains("superPlace_1(\"y\").value = 1"),
        "{text}"
    );
}

#[test]
fn async_generators_mark_their_awaits() {
    let text = lowered("async function* g() { yield await a; yield* b; return c; }");
    let body = "{ yield yield __awaitIn(a); yield* __delegate(b); return yield __awaitIn(c); }";
    assert!(text.ends_with(body), "{text}");
}

#[test]
fn for_await_keeps_the_iterable_in_its_place_and_the_label_on_the_loop() {
    let text = lowered("async function f() { a: for await (const x of y) continue a; }");
    assert!(text.contains("{ { const loop_1 = __forAwait(y); try { a: for (; loop_1.step(yield loop_1.next()); ) { const x = loop_1.value; continue a; } }"), "{text}");
}

#[test]
fn using_disposes_in_a_finally() {
    let text = lowered("function f() { using a = b; c(); }");
    assert_eq!(
        text,
        "function f() { const using_1 = __using(); try { const a = using_1.use(b); c();  } \
         catch (e) { using_1.fail(e); } finally { using_1.dispose(); } }"
    );
}

#[test]
fn one_driver_drives_everything_if_one_is_given() {
    let driving = Driving::Through { promise: "P".into() };
    assert!(lowered_by("x(async () => 1)", &driving).contains("__awaiter(void 0, [], P, "));
}

#[test]
fn a_name_that_is_there_is_avoided() {
    assert!(lowered("async function f() { for (;;) await f_1; }").contains("function* f_2"));
}
