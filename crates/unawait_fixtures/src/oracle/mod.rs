//! What holds for the lowering of any program, valid or not: node judges the program and its output.
//!
//! The grammar fuzzer and the mutation fuzzer write programs; this module says what is wrong with their outputs:
//!
//! - the library panics;
//! - it refuses a program that node takes, or makes a valid program of one that node refuses;
//! - the output is no program, holds something that should have been lowered, lost or moved text outside the lowered
//!   functions, or changes when it is lowered again ([`check::output`]);
//! - the output does something else than the program.
//!
//! [`deviations`] lists what differs for a reason.

mod deviations;
mod finding;
mod report;
mod shrink;
mod verdicts;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use rayon::prelude::*;
use unawait_compiler::{Options, SourceType, Target, compile};

use crate::es5::{self, Allowed};
use crate::{check, render, syntax};
pub use finding::{Fault, Finding, Program};
pub use report::{Limits, look};
pub use shrink::shrink;
use verdicts::{Pair, Verdict, verdicts};

/// How many programs a process of node runs.
const PER_PROCESS: usize = 100;

/// What came of checking programs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Programs in all.
    pub programs: usize,
    /// Programs that node refuses.
    pub invalid: usize,
    /// Of these, the programs that the library lowers, and of which node refuses the output.
    pub left_to_node: usize,
    /// Programs that ran, natively and lowered, to an end.
    pub ran: usize,
    /// Programs that ran out of steps, time or stack: their logs say nothing.
    pub endless: usize,
    /// What differs for a reason that [`deviations`] lists.
    pub deviating: usize,
    /// Lines that the programs logged, natively.
    pub lines: usize,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.programs += other.programs;
        self.invalid += other.invalid;
        self.left_to_node += other.left_to_node;
        self.ran += other.ran;
        self.endless += other.endless;
        self.deviating += other.deviating;
        self.lines += other.lines;
    }
}

/// How long a program may run. A busy machine may take seconds to run a short one.
const PATIENCE: Duration = Duration::from_secs(2);

/// Checks `programs`, lowered with `options`.
///
/// # Errors
/// When node cannot be asked.
pub fn check_programs(programs: &[Program], options: &Options) -> Result<(Tally, Vec<Finding>), String> {
    check_within(PATIENCE, programs, options)
}

/// Checks `programs`; one that runs longer than `patience` is endless.
fn check_within(patience: Duration, programs: &[Program], options: &Options) -> Result<(Tally, Vec<Finding>), String> {
    let parts: Vec<_> = programs.par_chunks(PER_PROCESS).map(|part| check_part(patience, part, options)).collect();
    let mut all = (Tally::default(), Vec::new());
    for part in parts {
        let (tally, findings) = part?;
        all.0 += tally;
        all.1.extend(findings);
    }
    Ok(all)
}

fn check_part(patience: Duration, programs: &[Program], options: &Options) -> Result<(Tally, Vec<Finding>), String> {
    let mut findings = Vec::new();
    let mut lowered = Vec::new();
    for program in programs {
        match catch_unwind(AssertUnwindSafe(|| lower(program, options))) {
            Ok(result) => lowered.push((program, result)),
            Err(panic) => {
                let words = panic.downcast_ref::<String>().map_or("", String::as_str);
                findings.push(Finding { program: program.clone(), fault: Fault::Panic, what: words.to_owned() });
            }
        }
    }
    let pairs: Vec<Pair> = lowered
        .iter()
        .map(|(program, result)| Pair {
            kind: match program.source_type {
                SourceType::Module => "module",
                SourceType::Script => "script",
                SourceType::CommonJs | SourceType::Unknown => "commonjs",
            },
            decorators: program.decorators,
            native: &program.text,
            lowered: result.as_ref().ok().map(|lowered| lowered.code.as_str()),
        })
        .collect();
    let verdicts = verdicts(patience, &pairs)?;
    let mut tally = Tally { programs: programs.len(), ..Tally::default() };
    for ((program, result), verdict) in lowered.iter().zip(verdicts) {
        tally.lines += verdict.lines;
        tally.invalid += usize::from(verdict.native_error.is_some());
        tally.endless += usize::from(verdict.endless);
        tally.ran += usize::from(verdict.ran && !verdict.endless);
        let Some((fault, what)) = judge(result, &verdict) else { continue };
        tally.left_to_node += usize::from(fault == Fault::LeftToNode);
        let finding = Finding { program: (*program).clone(), fault, what };
        match deviations::reason(&finding, options.target) {
            Some(_) => tally.deviating += 1,
            None => findings.push(finding),
        }
    }
    Ok((tally, findings))
}

/// What became of a program that the library does not refuse.
struct Lowered {
    code: String,
    /// The rule that the code breaks as a text: lines moved, or syntax that is too new.
    problem: Option<String>,
}

/// Lowers `program`.
///
/// # Errors
/// The diagnostics, when the library refuses it.
fn lower(program: &Program, options: &Options) -> Result<Lowered, String> {
    let options = &Options { source_type: program.source_type, ..options.clone() };
    match compile(&program.text, options) {
        Ok(output) => {
            let problem = check::output(&program.text, &output, options).err();
            let problem = problem.or_else(|| newer_than_es5(program, &output.code, options.target));
            Ok(Lowered { code: output.code, problem })
        }
        Err(refusal) => Err(render::diagnostics(&program.text, &refusal)),
    }
}

/// What is newer than ES5 in the state machines of a program that is not, but for its generators and async functions.
fn newer_than_es5(program: &Program, output: &str, target: Target) -> Option<String> {
    if target != Target::StateMachines || program.source_type != SourceType::Script {
        return None;
    }
    let parse = |text: &str| syntax::parse(text, SourceType::Script).ok();
    let is_es5 = es5::newer(&parse(&program.text)?, Allowed::Suspending).is_none();
    let found = es5::newer(&parse(output)?, Allowed::Nothing).filter(|_| is_es5);
    found.map(|what| format!("newer than ES5: {what}"))
}

/// What is wrong, if anything is.
fn judge(result: &Result<Lowered, String>, verdict: &Verdict) -> Option<(Fault, String)> {
    let lowered = match result {
        Ok(lowered) => lowered,
        Err(refusal) if verdict.native_error.is_none() => return Some((Fault::Refused, message(refusal))),
        Err(_) => return None,
    };
    match (&verdict.native_error, &verdict.lowered_error) {
        (Some(error), None) => Some((Fault::MadeValid, error.clone())),
        (Some(error), Some(_)) => Some((Fault::LeftToNode, error.clone())),
        (None, Some(error)) => Some((Fault::InvalidOutput, error.clone())),
        (None, None) => match (&lowered.problem, &verdict.differing) {
            (Some(problem), _) => Some((Fault::Text, problem.clone())),
            _ if verdict.hangs => Some((Fault::Endless, "the output does not end".to_owned())),
            (_, Some([native, lowered])) if !verdict.endless => {
                let diff = crate::snapshot::diff(native, lowered, "native", "lowered");
                Some((Fault::Differs, format!("{}\n{diff}", first_difference(native, lowered))))
            }
            _ => None,
        },
    }
}

/// A refusal whose first line is the message without its place.
fn message(refusal: &str) -> String {
    let first = refusal.lines().next().unwrap_or_default();
    format!("{}\n{refusal}", first.split_once(": ").map_or(first, |(_, message)| message))
}

/// The first lines of two logs that are not the same.
fn first_difference(native: &str, lowered: &str) -> String {
    let (mut native, mut lowered) = (native.lines(), lowered.lines());
    loop {
        match (native.next(), lowered.next()) {
            (Some(a), Some(b)) if a == b => {}
            (a, b) => return format!("{} / {}", a.unwrap_or("(end)"), b.unwrap_or("(end)")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Finding, Program};
    use unawait_compiler::SourceType;

    #[test]
    fn names_and_numbers_are_no_part_of_a_key() {
        let key = |what: &str| {
            let program = Program { seed: 0, source_type: SourceType::Script, decorators: false, text: String::new() };
            Finding { program, fault: Fault::InvalidOutput, what: what.to_owned() }.key()
        };
        assert_eq!(key("Identifier 'a_1' is 12\ndetail"), key("Identifier 'b' is 7"));
        assert_ne!(key("Unexpected token"), key("Unexpected identifier"));
    }
}
