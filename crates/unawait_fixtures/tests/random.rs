//! Random programs do the same, microtask by microtask, natively and lowered.
//! `UNAWAIT_RANDOM=N` runs N of them, `UNAWAIT_RANDOM_FROM=N` begins at another seed.

use unawait_compiler::{Features, Target};
use unawait_fixtures::random::{Pair, check_pairs, check_seeds, es5_pair, features, pair, program};

fn number(name: &str, otherwise: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name} must be a number, got `{text}`")),
        Err(_) => otherwise,
    }
}

fn check(count: u64, lower: impl Fn(u64) -> Features + Sync) {
    let from = number("UNAWAIT_RANDOM_FROM", 0);
    match check_seeds(from..from + count, lower) {
        Ok(steps) => assert!(steps as u64 > count * 20, "{count} programs took only {steps} steps"),
        Err(problems) => panic!("{problems}"),
    }
}

#[test]
fn random_programs_do_the_same() {
    check(number("UNAWAIT_RANDOM", 300), |_| Features::ALL);
}

#[test]
fn random_programs_do_the_same_whatever_stays_native() {
    check(number("UNAWAIT_RANDOM", 160), |seed| features(seed / 2));
}

#[test]
fn random_programs_of_es5_do_the_same() {
    for target in [Target::Generators, Target::StateMachines] {
        let from = number("UNAWAIT_RANDOM_FROM", 0);
        let seeds = from..from + number("UNAWAIT_RANDOM", 150);
        let pairs: Vec<Pair> =
            seeds.map(|seed| es5_pair(seed, target).unwrap_or_else(|told| panic!("{told}"))).collect();
        let steps = check_pairs(&pairs).unwrap_or_else(|problems| panic!("{problems}"));
        assert!(steps > pairs.len() * 20, "{} programs took only {steps} steps", pairs.len());
    }
}

#[test]
fn a_seed_is_always_the_same_program() {
    assert_eq!(program(7), program(7));
    assert_ne!(program(7), program(9));
    assert!(program(7).starts_with("'use strict';\n") && !program(8).starts_with("'use strict';\n"));
}

/// One microtask more, and one rejection nobody handles.
#[test]
fn what_differs_is_told() {
    let lowered = |native: &str, lowered: &str| {
        check_pairs(&[Pair { seed: 1, native: native.to_owned(), lowered: lowered.to_owned() }])
    };
    let once = "(async () => { await 1; log('x'); })();";
    let twice = "(async () => { await 1; await 1; log('x'); })();";
    assert!(lowered(once, once).is_ok());
    let told = lowered(once, twice).unwrap_err();
    assert!(told.contains("seed 1, native:\n") && told.contains("seed 1, lowered:\n"), "{told}");
    assert!(lowered("no(1).then(0, () => {});", "no(1);").unwrap_err().contains("unhandled failure 1"));
    assert!(lowered("syntax error", "syntax error").is_err());
}

#[test]
fn programs_are_lowered() {
    for seed in 0..50 {
        let pair = pair(seed, Features::ALL).unwrap();
        assert_ne!(pair.native, pair.lowered, "seed {seed}");
    }
}
