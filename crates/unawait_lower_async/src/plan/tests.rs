//! The decisions themselves, for programs in the style of CommonJS. What they come to is for the fixtures to show.

use expect_test::{Expect, expect};
use unawait_syntax::{FreshNames, SourceType, inventory};

use super::captures::Capture;
use super::function::{BodyCall, BodyForm, Driver, FunctionPlan, GeneratorHome, ParamsPlace, Wrapper};
use crate::driving::Driving;

/// A line for each function: what the program sees; what runs the body; the call that runs it; what that is handed.
fn check(source: &str, expected: Expect) {
    let inventory = inventory(source, SourceType::CommonJs).expect(source);
    let mut fresh = FreshNames::new(source, None);
    let plan = super::plan(source, &inventory, &Driving::Intrinsic, &mut fresh);
    let mut lines: Vec<String> = plan.functions.iter().map(|(_, function)| line(function)).collect();
    if !plan.semicolons.is_empty() {
        lines.push(format!("semicolons at {:?}", plan.semicolons));
    }
    expected.assert_eq(&lines.join("\n"));
}

fn line(plan: &FunctionPlan) -> String {
    let wrapper = match &plan.wrapper {
        Wrapper::Hoisted(_) => "hoisted".to_owned(),
        Wrapper::MethodLiteral { bound: Some(bound) } => format!("method literal bound as {bound}"),
        Wrapper::MethodLiteral { bound: None } => "method literal".to_owned(),
        other => format!("{other:?}").to_lowercase(),
    };
    let body = match &plan.body {
        BodyForm::Driven(GeneratorHome::Shared(name)) => format!("generator in {name}"),
        BodyForm::Driven(GeneratorHome::PerCall) => "generator per call".to_owned(),
        BodyForm::Sibling { name, suspends: true } => format!("generator {name} beside it"),
        BodyForm::Sibling { name, suspends: false } => format!("function {name} beside it"),
        BodyForm::Answered { name, variable } => format!("generator in {variable}, answered by {name}"),
        BodyForm::Settled => "arrow".to_owned(),
        BodyForm::SettledWithParams => "arrow with parameters".to_owned(),
    };
    let BodyCall { driver, this, arguments, params } = &plan.call;
    let call = match driver {
        Driver::Settle => "settled".to_owned(),
        Driver::Awaiter { helper, promise } => format!("{}({this:?}, {arguments:?}, {promise})", helper.name()),
        Driver::AsyncGenerator => format!("__asyncGen({this:?}, {arguments:?})"),
    };
    let stay = if *params == ParamsPlace::Wrapper { ", parameters stay" } else { "" };
    let captures: Vec<String> =
        plan.captures.iter().map(|Capture { kind, name }| format!("{kind:?} as {name}")).collect();
    let captures =
        if captures.is_empty() { String::new() } else { format!(", {:?}: {}", plan.pass, captures.join(", ")) };
    format!("{wrapper}; {body}; {call}{stay}{captures}")
}

#[test]
fn one_await_needs_no_promise_until_it_suspends() {
    check(
        "async function f(a) { return await a; }",
        expect!["hoisted; generator f_1 beside it; __awaiterOnce(This, Params, void 0)"],
    );
    check(
        "async function f(a) { await a; await a; }",
        expect!["hoisted; generator f_1 beside it; __awaiter(This, Params, void 0)"],
    );
}

#[test]
fn a_body_without_await_is_an_arrow_function() {
    check(
        "x(async (a) => a); x(async (a = b()) => a);",
        expect![[r#"
        same; arrow; settled
        same; arrow with parameters; settled"#]],
    );
    check("async function f(a) { return arguments[0]; }", expect!["hoisted; function f_1 beside it; settled"]);
}

#[test]
fn the_generator_is_kept_where_its_names_live() {
    check(
        "function g(k) { let n = k; return async () => { await n; }; }",
        expect!["same; generator in fn_1; __awaiterOnce(Undefined, Params, void 0)"],
    );
    check(
        "function g(k) { async function f(a) { for (;;) await k; } return f; }",
        expect!["hoisted; generator in f_2, answered by f_1; __awaiter(This, Params, void 0), Leading: Constant as k"],
    );
    check(
        "for (const i of x) f(async () => { await i; });",
        expect!["same; generator in fn_1; __awaiterOnce(Undefined, Params, void 0), Leading: Constant as i"],
    );
    check(
        "const f = async () => { await eval('x'); };",
        expect!["same; generator per call; __awaiterOnce(This, Whole, void 0), parameters stay"],
    );
}

#[test]
fn what_a_generator_would_rebind_is_captured() {
    check(
        "function g() { return async () => [await arguments, new.target, this]; }",
        expect![
            "same; generator in fn_1; __awaiterOnce(This, Params, void 0), Leading: Arguments as arguments_1, NewTarget as newTarget_1"
        ],
    );
    check(
        "class C extends D { async m(x) { await super.m(x); super.y = 1; } }",
        expect![
            "same; generator in m_1; __awaiterOnce(This, Params, void 0), Leading: SuperGet as super_1, SuperPlace as superPlace_1"
        ],
    );
    check(
        "class C extends D { constructor() { super(); x(async () => { await this; }); } }",
        expect!["same; generator in fn_1; __awaiterOnce(Undefined, Params, void 0), Leading: This as this_1"],
    );
}

#[test]
fn the_arguments_object_is_handed_on_where_the_body_may_see_it() {
    check(
        "async function f(a, b = 1) { await a; }",
        expect!["hoisted; generator f_1 beside it; __awaiterOnce(This, Whole, void 0)"],
    );
    check(
        "async function f(a) { await arguments; }",
        expect!["hoisted; generator f_2 beside it; __awaiterOnce(This, Whole, void 0)"],
    );
    check(
        "function g() { return async (a) => { await eval(a); }; }",
        expect!["same; generator per call; __awaiterOnce(This, Whole, void 0), parameters stay"],
    );
}

#[test]
fn an_expression_is_no_constructor_and_keeps_its_own_name() {
    check(
        "x = async function () { await 0; };",
        expect!["method literal; generator in x_1; __awaiterOnce(This, Params, void 0)"],
    );
    check(
        "x = async function f() { await f; };",
        expect![
            "method literal bound as f; generator in f_1; __awaiterOnce(This, Params, void 0), Leading: OwnName as f"
        ],
    );
    check(
        "(async function () { await 0; })();",
        expect!["plain; generator per call; __awaiterOnce(This, Params, void 0)"],
    );
    check("x = { async *m() {} };", expect!["prototyped(value); generator in m_1; __asyncGen(This, Params)"]);
}

#[test]
fn statements_that_a_line_break_ends_get_their_semicolon() {
    check(
        "x = async () => {}\n[1].map(f)",
        expect![[r#"
        same; arrow; settled
        semicolons at {18}"#]],
    );
    check(
        "async function f() { x = !await y++\n[1].map(f) }",
        expect![[r#"
        hoisted; generator f_1 beside it; __awaiterOnce(This, Params, void 0)
        semicolons at {35}"#]],
    );
}
