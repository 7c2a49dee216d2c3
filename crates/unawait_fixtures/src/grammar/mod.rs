//! Programs of the whole language, written by its grammar from a seed: whatever they are, what node runs is lowered and
//! does the same, and what node refuses does not become a program.
//!
//! `random` is the other idea: there a program is made to be watched tick by tick. Here it is made to be odd: every
//! form of statement and expression with async code in it, comments and line breaks between any two tokens, names that
//! are keywords elsewhere. `run.mjs` runs them.

mod expressions;
mod functions;
mod patterns;
mod shrink;
mod statements;
mod writer;

use std::fs::File;
use std::io::{Seek, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Duration;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use unawait_compiler::{Options, Output, SourceType, Target, compile};
use unawait_syntax::lex::is_word_at;

use crate::{check, node, render};
pub use shrink::shrink;
use writer::{Here, Writer};

/// How many programs a process of node runs.
const PER_PROCESS: usize = 100;

/// How long it may take to, and how many megabytes: a program may never end.
const TIME_LIMIT: Duration = Duration::from_secs(120);
const MEMORY_LIMIT: usize = 1000;

/// A program.
#[derive(Clone, Debug)]
pub struct Program {
    pub seed: u64,
    pub source_type: SourceType,
    pub text: String,
}

/// The program of a seed: about async code, and about generators besides if `target` has none.
pub fn program(seed: u64, target: Target) -> Program {
    let mut writer = Writer::new(seed);
    writer.generators = target == Target::StateMachines;
    writer.left = writer.random.between(8, 70) as isize;
    let source_type = match writer.random.below(6) {
        0 => SourceType::Module,
        1 | 2 => SourceType::CommonJs,
        _ => SourceType::Script,
    };
    writer.evals = writer.chance(20);
    let module = source_type == SourceType::Module;
    let strict = module || writer.chance(20);
    writer.here = Here {
        strict,
        module,
        // At a module's top level `await` is an operator.
        is_async: module,
        in_function: source_type == SourceType::CommonJs,
        arguments: source_type == SourceType::CommonJs,
        ..Here::default()
    };
    let directive = if strict && !module { "'use strict';\n" } else { "" };
    let start = writer.pick(&["", "", "", "", "#!/usr/bin/env node\n", "/* licence */ ", "\u{feff}", "// async\n"]);
    let (start, directive) = (start.to_owned(), directive.to_owned());
    let statements = if writer.generators { writer.driven() } else { writer.statements(2, 6) };
    let text = start + &writer.finish(&(directive + &statements));
    Program { seed, source_type, text }
}

/// What came of checking programs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    /// Programs in all.
    pub programs: usize,
    /// Those that node refuses; so does the library, or node refuses what it makes of them.
    pub invalid: usize,
    /// Those that run out of steps or stack, whose logs say nothing.
    pub endless: usize,
    /// Lines that the others logged, natively.
    pub lines: usize,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.programs += other.programs;
        self.invalid += other.invalid;
        self.endless += other.endless;
        self.lines += other.lines;
    }
}

/// Something wrong with what became of a program.
#[derive(Clone, Debug)]
pub struct Finding {
    pub program: Program,
    pub what: String,
}

/// A program both ways, for node.
#[derive(Clone, Debug, Serialize)]
struct Pair<'a> {
    kind: &'static str,
    native: &'a str,
    /// `None`: the library refuses it.
    lowered: Option<&'a str>,
}

/// What node says of a pair.
#[derive(Debug, Default, Deserialize)]
struct Verdict {
    /// Why node refuses the native program; the lowered one.
    native_error: Option<String>,
    lowered_error: Option<String>,
    endless: bool,
    /// The logs, if they differ.
    differing: Option<[String; 2]>,
    lines: usize,
}

/// Checks the programs of `seeds`, lowered with `options`.
///
/// # Errors
/// When node cannot be asked.
pub fn check_seeds(seeds: &[u64], options: &Options) -> Result<(Tally, Vec<Finding>), String> {
    check_programs(&seeds.iter().map(|seed| program(*seed, options.target)).collect::<Vec<_>>(), options)
}

/// Checks `programs`, lowered with `options`.
///
/// # Errors
/// When node cannot be asked.
pub fn check_programs(programs: &[Program], options: &Options) -> Result<(Tally, Vec<Finding>), String> {
    let parts: Vec<_> = programs.par_chunks(PER_PROCESS).map(|part| check_part(part, options)).collect();
    let mut all = (Tally::default(), Vec::new());
    for part in parts {
        let (tally, findings) = part?;
        all.0 += tally;
        all.1.extend(findings);
    }
    Ok(all)
}

fn check_part(programs: &[Program], options: &Options) -> Result<(Tally, Vec<Finding>), String> {
    let mut findings = Vec::new();
    let mut lowered = Vec::new();
    for program in programs {
        let options = Options { source_type: program.source_type, ..options.clone() };
        match catch_unwind(AssertUnwindSafe(|| lower(program, &options))) {
            Ok(result) => lowered.push((program, result)),
            Err(panic) => {
                let words = panic.downcast_ref::<String>().map_or("", String::as_str);
                findings.push(Finding { program: program.clone(), what: format!("a panic: {words}") });
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
            native: &program.text,
            lowered: result.as_ref().ok().map(|(output, _)| output.code.as_str()),
        })
        .collect();
    let verdicts = verdicts(&pairs)?;
    let mut tally = Tally { programs: programs.len(), ..Tally::default() };
    for ((program, result), verdict) in lowered.iter().zip(verdicts) {
        tally.lines += verdict.lines;
        tally.invalid += usize::from(verdict.native_error.is_some());
        tally.endless += usize::from(verdict.endless);
        let what = judge(&program.text, result, &verdict).filter(|what| !is_known(what, options.target));
        findings.extend(what.map(|what| Finding { program: (*program).clone(), what }));
    }
    Ok((tally, findings))
}

/// The output and what is wrong with its text; or the refusal.
type Result2 = Result<(Output, Result<(), String>), String>;

fn lower(program: &Program, options: &Options) -> Result2 {
    match compile(&program.text, options) {
        Ok(output) => {
            let checked = check::output(&program.text, &output, options);
            Ok((output, checked))
        }
        Err(refusal) => Err(render::diagnostics(&program.text, &refusal)),
    }
}

/// What V8 takes the valid `f(a += 1, [b] = c)`, `f([...[],], [b] = c)` and `async (a = async(...b,)) => {}` for, and the
/// first of them in the head of a `for await`. The grammar writes no pattern, no parameters and no head that are none.
const V8_REFUSES: [&str; 4] = [
    "Invalid destructuring assignment target",
    "Rest element must be last element",
    "Rest parameter must be last formal parameter",
    "Invalid left-hand side in for-await-of loop: Must have a single binding.",
];

/// What is wrong, if anything is.
fn judge(text: &str, result: &Result2, verdict: &Verdict) -> Option<String> {
    match (result, &verdict.native_error, &verdict.lowered_error) {
        // Node leaves it to the call to fail, in strict code, too.
        (Err(refusal), None, _) if refusal.contains("A call is no assignment target") => None,
        (Err(refusal), None, _) => Some(format!("a valid program is refused: {refusal}")),
        (Ok(_), Some(error), None) if V8_REFUSES.contains(&&**error) => None,
        (Ok(_), Some(error), None) => Some(format!("a program that is none becomes one: {error}")),
        // `f([super.a], [b[await c]] = d)`, which it takes, has a call for `super.a` then.
        (Ok((_, Ok(()))), None, Some(error)) if error == V8_REFUSES[0] && text.contains("super") => None,
        (Ok((output, _)), None, Some(error)) => Some(format!("the output is no program: {error}\n{}", output.code)),
        (Ok((output, checked)), None, None) => match (checked, &verdict.differing) {
            (Err(error), _) => Some(format!("{error}\n{}", output.code)),
            (_, Some([native, lowered])) if !verdict.endless && !looks_at_globals(text) => {
                let diff = crate::snapshot::diff(native, lowered, "native", "lowered");
                Some(format!("it does something else:\n{diff}\n{}", output.code))
            }
            _ => None,
        },
        _ => None,
    }
}

/// Whether something wrong is among the known failures, which grammar alone cannot keep out of programs:
/// `generators-classes/private-name-in-key` has it in small.
fn is_known(what: &str, target: Target) -> bool {
    let line = what.lines().next().unwrap_or_default();
    target == Target::StateMachines
        && line.starts_with("the output is no program: Private field")
        && line.ends_with("must be declared in an enclosing class")
}

/// Whether a program may list the properties of the global object: a script's helpers are among them.
fn looks_at_globals(text: &str) -> bool {
    let copies = text.contains("...this") || text.contains("...o.c");
    text.contains("this") && (copies || text.match_indices("in").any(|(at, word)| is_word_at(text, at, word)))
}

/// What node says of `pairs`. Those that it does not come through are found by halves: nothing stops a native program
/// of endless microtasks, which says as little as one that runs out of steps.
fn verdicts(pairs: &[Pair]) -> Result<Vec<Verdict>, String> {
    match (ask_node(pairs), pairs) {
        (Ok(verdicts), _) => Ok(verdicts),
        (Err(error), [pair]) => match ask_node(&[Pair { lowered: None, ..pair.clone() }]) {
            Ok(_) => Err(error),
            Err(_) => Ok(vec![Verdict { endless: true, ..Verdict::default() }]),
        },
        (Err(_), _) => {
            let (first, second) = pairs.split_at(pairs.len() / 2);
            let mut all = verdicts(first)?;
            all.extend(verdicts(second)?);
            Ok(all)
        }
    }
}

fn ask_node(pairs: &[Pair]) -> Result<Vec<Verdict>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/grammar");
    let mut command = node::command(&folder);
    command.arg(format!("--max-old-space-size={MEMORY_LIMIT}"));
    command.args(["--experimental-vm-modules", "--no-warnings", "run.mjs"]);
    command.stdin(as_file(pairs).map_err(|error| error.to_string())?);
    let run = node::run(command, TIME_LIMIT)?;
    if !run.success {
        return Err(format!("run.mjs: {}\n{}", run.status, run.stderr));
    }
    let verdicts: Vec<Verdict> = serde_json::from_str(&run.stdout).map_err(|error| format!("run.mjs: {error}"))?;
    match verdicts.len() == pairs.len() {
        true => Ok(verdicts),
        false => Err(format!("run.mjs ran {} programs of {}", verdicts.len(), pairs.len())),
    }
}

fn as_file(pairs: &[Pair]) -> std::io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(&serde_json::to_vec(pairs)?)?;
    file.rewind()?;
    Ok(file)
}
