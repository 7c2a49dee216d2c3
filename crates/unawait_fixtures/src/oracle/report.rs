//! Looks at programs until the time is up and prints what is wrong, each kind of thing a few times only.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use unawait_compiler::Options;

use super::{Finding, Program, Tally, check_programs, shrink};

/// How many programs are looked at in one go.
const BATCH: u64 = 200;

/// How long to look, and at which programs.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub time: Duration,
    /// The first seed, and the one behind the last.
    pub from: u64,
    pub to: u64,
    /// How many findings with the same key are printed; the others are counted.
    pub of_a_kind: usize,
    /// Whether findings are printed as they are, not made smaller.
    pub whole: bool,
}

/// Looks at what `program` makes of seeds; how many findings there are. Prints findings as they come, each made small,
/// and at the end how often each kind was found and what was looked at.
pub fn look(program: impl Fn(u64) -> Program, options: &Options, limits: Limits) -> usize {
    let end = Instant::now() + limits.time;
    let (mut next, mut all) = (limits.from, Tally::default());
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    while Instant::now() < end && next < limits.to {
        let last = limits.to.min(next + BATCH);
        let programs: Vec<Program> = (next..last).map(&program).collect();
        match check_programs(&programs, options) {
            Ok((tally, findings)) => {
                all += tally;
                for finding in findings {
                    let times = kinds.entry(finding.key()).or_default();
                    *times += 1;
                    if *times <= limits.of_a_kind {
                        tell(&if limits.whole { finding } else { shrink(finding, options) });
                    }
                }
            }
            Err(error) => {
                println!("=== seeds {next}..{last}: {error}");
                *kinds.entry("node fails".to_owned()).or_default() += 1;
            }
        }
        next = last;
    }
    for (key, times) in &kinds {
        println!("{times} x {key}");
    }
    let found = kinds.values().sum();
    println!("{all:?}, seeds {}..{next}, {found} findings of {} kinds", limits.from, kinds.len());
    found
}

fn tell(finding: &Finding) {
    let Finding { program, fault, what } = finding;
    println!("=== seed {} {:?} {fault:?}: {what}\n--- program\n{}\n", program.seed, program.source_type, program.text);
}
