//! Random async programs, run natively and lowered, must do the same in the same microtasks.
//!
//! A seed is a program, always the same; even seeds are sloppy, odd ones strict. `run.mjs` runs them.

mod es5;
mod numbers;
mod program;
mod statements;
mod text;

use crate::es5::{Allowed, newer};
use crate::{node, render, syntax};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{Seek, Write};
use std::ops::Range;
use std::path::Path;
use std::time::Duration;
use unawait_compiler::{Features, Options, SourceType, Target, compile};

pub use es5::es5_program;
pub(crate) use numbers::Random;
pub use program::program;

/// How many programs a process of node runs.
const PER_PROCESS: usize = 150;

/// How long it may take to.
const TIME_LIMIT: Duration = Duration::from_secs(120);

/// A program both ways.
#[derive(Clone, Debug, Serialize)]
pub struct Pair {
    pub seed: u64,
    pub native: String,
    pub lowered: String,
}

/// A pair whose logs differ.
#[derive(Clone, Debug, Deserialize)]
struct Differing {
    seed: u64,
    native: String,
    lowered: String,
}

/// What came of running pairs.
#[derive(Debug, Deserialize)]
struct Report {
    ran: usize,
    steps: usize,
    differing: Vec<Differing>,
}

/// The program of a seed and what it is lowered to when `lower` is.
///
/// # Errors
/// When it is refused.
pub fn pair(seed: u64, lower: Features) -> Result<Pair, String> {
    lower_pair(seed, program(seed), &Options { lower, ..Options::default() })
}

/// The program of ES5 of a seed and what it is lowered to.
///
/// # Errors
/// When it is refused, or when state machines are not of ES5.
pub fn es5_pair(seed: u64, target: Target) -> Result<Pair, String> {
    let pair = lower_pair(seed, es5_program(seed), &Options { target, ..Options::default() })?;
    for (text, allowed) in [(&pair.native, Allowed::Suspending), (&pair.lowered, Allowed::Nothing)] {
        if allowed == Allowed::Nothing && target == Target::Generators {
            continue;
        }
        if let Some(newer) = newer(&syntax::parse(text, SourceType::Script)?, allowed) {
            return Err(format!("seed {seed} holds {newer}:\n{text}"));
        }
    }
    Ok(pair)
}

fn lower_pair(seed: u64, native: String, options: &Options) -> Result<Pair, String> {
    let options = Options { source_type: SourceType::Script, ..options.clone() };
    match compile(&native, &options) {
        Ok(output) => Ok(Pair { seed, lowered: output.code, native }),
        Err(refusal) => Err(format!("seed {seed} is refused:\n{}\n{native}", render::diagnostics(&native, &refusal))),
    }
}

/// Each combination of the features that older engines lack, one after the other: `using`, which they all do, goes.
pub fn features(seed: u64) -> Features {
    let has = |bit: u64| seed >> bit & 1 == 1;
    Features { async_functions: has(0), async_generators: has(1), for_await: has(2), using: true }
}

/// Compares the programs of `seeds`, with what `lower` answers for each lowered; how many steps they took natively.
///
/// # Errors
/// The programs that did something else once lowered, with both logs.
pub fn check_seeds(seeds: Range<u64>, lower: impl Fn(u64) -> Features + Sync) -> Result<usize, String> {
    let pairs = seeds.into_par_iter().map(|seed| pair(seed, lower(seed))).collect::<Result<Vec<_>, _>>()?;
    check_pairs(&pairs)
}

/// Compares `pairs`; how many steps they took natively.
///
/// # Errors
/// Those that differ, with both logs.
pub fn check_pairs(pairs: &[Pair]) -> Result<usize, String> {
    let outcomes: Vec<_> = pairs.par_chunks(PER_PROCESS).map(run).collect();
    let mut steps = 0;
    let mut problems = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(report) => {
                steps += report.steps;
                problems.extend(report.differing.iter().map(|differing| tell(differing, pairs)));
            }
            Err(error) => problems.push(error),
        }
    }
    if problems.is_empty() { Ok(steps) } else { Err(problems.join("\n")) }
}

fn tell(differing: &Differing, pairs: &[Pair]) -> String {
    let Differing { seed, native, lowered } = differing;
    let program = pairs.iter().find(|pair| pair.seed == *seed).map_or("", |pair| pair.native.as_str());
    format!("seed {seed}:\n{program}\nseed {seed}, native:\n{native}\n\nseed {seed}, lowered:\n{lowered}\n")
}

fn run(pairs: &[Pair]) -> Result<Report, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/random");
    let mut command = node::command(&folder);
    command.arg("run.mjs").stdin(as_file(pairs).map_err(|error| error.to_string())?);
    let run = node::run(command, TIME_LIMIT)?;
    if !run.success {
        return Err(format!("run.mjs: {}\n{}", run.status, run.stderr));
    }
    let report: Report = serde_json::from_str(&run.stdout).map_err(|error| format!("run.mjs: {error}"))?;
    if report.ran != pairs.len() {
        return Err(format!("run.mjs ran {} programs of {}", report.ran, pairs.len()));
    }
    Ok(report)
}

fn as_file(pairs: &[Pair]) -> std::io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(&serde_json::to_vec(pairs)?)?;
    file.rewind()?;
    Ok(file)
}
