//! Mutants of the fixtures: valid ones do the same once lowered, invalid ones do not become valid.
//! `UNAWAIT_MUTANTS=N` makes N of them, `UNAWAIT_MUTANTS_FROM=N` begins at another seed.

use unawait_compiler::{Options, Target};
use unawait_fixtures::mutate::{Corpus, program};
use unawait_fixtures::oracle::{Program, check_programs};
use unawait_fixtures::project_root;

fn number(name: &str, otherwise: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} must be a number, got `{text}`")),
        Err(_) => otherwise,
    }
}

fn check(target: Target) {
    let corpus = Corpus::of(&[project_root().join("fixtures")]).unwrap();
    let from = number("UNAWAIT_MUTANTS_FROM", 0);
    let seeds = from..from + number("UNAWAIT_MUTANTS", 200);
    let programs: Vec<Program> = seeds.map(|seed| program(seed, &corpus, target)).collect();
    let (tally, findings) = check_programs(&programs, &Options { target, ..Options::default() }).unwrap();
    for finding in &findings {
        println!("seed {}: {:?} {}\n{}\n", finding.program.seed, finding.fault, finding.what, finding.program.text);
    }
    assert!(findings.is_empty(), "{} findings, {tally:?}", findings.len());
    // They are worth checking: many run, and many are refused.
    assert!(tally.ran > programs.len() / 4 && tally.invalid > programs.len() / 10, "{tally:?}");
}

#[test]
fn mutants_to_generators() {
    check(Target::Generators);
}

#[test]
fn mutants_to_state_machines() {
    check(Target::StateMachines);
}
