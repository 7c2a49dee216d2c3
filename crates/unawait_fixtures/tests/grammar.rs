//! Programs written by the grammar: valid ones do the same once lowered, invalid ones do not become valid.
//! `UNAWAIT_GRAMMAR=N` runs N of them, `UNAWAIT_GRAMMAR_FROM=N` begins at another seed.

use unawait_compiler::{Options, SourceType, Target};
use unawait_fixtures::grammar::program;
use unawait_fixtures::oracle::{Fault, Program, check_programs};

fn number(name: &str, otherwise: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} must be a number, got `{text}`")),
        Err(_) => otherwise,
    }
}

#[test]
fn programs_of_the_whole_language() {
    check(600, &Options::default());
}

/// Generators are resumed with `next`, `throw` and `return` in random order; every kind of expression and statement is
/// around their `yield`s.
#[test]
fn generators_of_the_whole_language() {
    check(400, &Options { target: Target::StateMachines, ..Options::default() });
}

fn check(count: u64, options: &Options) {
    let from = number("UNAWAIT_GRAMMAR_FROM", 0);
    let seeds: Vec<u64> = (from..from + number("UNAWAIT_GRAMMAR", count)).collect();
    let programs: Vec<Program> = seeds.iter().map(|seed| program(*seed, options.target)).collect();
    let (tally, findings) = check_programs(&programs, options).unwrap();
    for finding in &findings {
        println!("seed {}: {:?} {}\n{}\n", finding.program.seed, finding.fault, finding.what, finding.program.text);
    }
    assert!(findings.is_empty(), "{} findings, {tally:?}", findings.len());
    // They are worth running.
    assert!(tally.invalid + tally.endless < seeds.len() / 3 && tally.lines > seeds.len(), "{tally:?}");
}

/// What once went wrong: each is part of a program that a seed wrote.
#[test]
fn programs_that_showed_something() {
    let programs = [
        (
            SourceType::Script,
            "async function f() { for await ([o[class { static { (async function* () {}) } }]] of []) {} } f()",
        ),
        (
            SourceType::Script,
            "async function f() { l// c\n: for await (const { ...a } of [1]) { $(1, a); break l; } } f()",
        ),
        (SourceType::CommonJs, "async()=>{}\n(0)"),
        (SourceType::Script, "$(1, { async *[(async () => {}).name]() {} })"),
        (SourceType::Script, "try { new async function* () { yield* numbers }(absent) } catch (e) { $(1, e) }"),
        (SourceType::Script, "$(1, { m() { return (async () => { return delete\n(super[await 0]) })() } }.m)"),
        (
            SourceType::Script,
            "async () => { await delete\n(o.a) }; ({ n() { (async () => { await delete\n(super[0]) }) } })",
        ),
        (SourceType::Script, "function f(a = async function () { const [b = await 1] = [] }) { a() } f()"),
        (SourceType::Module, "$(1, await\n(async () => 2)())"),
        (SourceType::CommonJs, "(async () => { for await (let [yield = 1] of yield) {} })().catch(e => $(1, e.name))"),
        (SourceType::Script, "(async () => { try { $(await 1) = await $(2) } catch (e) { $(3, e) } })()"),
    ];
    let programs: Vec<Program> = programs
        .into_iter()
        .map(|(source_type, text)| Program { seed: 0, source_type, decorators: false, text: text.to_owned() })
        .collect();
    let (tally, findings) = check_programs(&programs, &Options::default()).unwrap();
    let told: Vec<String> =
        findings.iter().map(|finding| format!("{}\n{}", finding.program.text, finding.what)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert_eq!(tally.invalid, 0);
}

#[test]
fn a_seed_is_always_the_same_program() {
    assert_eq!(program(7, Target::Generators).text, program(7, Target::Generators).text);
    assert_ne!(program(7, Target::Generators).text, program(8, Target::Generators).text);
}

#[test]
fn what_is_wrong_is_told() {
    // An async function that a module declares at its top level has a `prototype` once lowered.
    let text = "async function f() {} $(1, 'prototype' in f)".to_owned();
    let wrong = Program { seed: 0, source_type: SourceType::Module, decorators: false, text };
    let (_, findings) = check_programs(&[wrong], &Options::default()).unwrap();
    assert!(findings.len() == 1 && findings[0].fault == Fault::Differs, "{findings:?}");
}
