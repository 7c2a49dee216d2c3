//! Runs test262's `test/language`, natively and lowered: see `unawait_fixtures::test262`.

use clap::Parser;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use unawait_compiler::Target;
use unawait_fixtures::known::KnownFailures;
use unawait_fixtures::test262::host::{Host, Setting};
use unawait_fixtures::test262::outcome::{self, Outcome};
use unawait_fixtures::test262::parse;
use unawait_fixtures::test262::report::Report;
use unawait_fixtures::test262::variant::{Selection, Variant, discover};
use unawait_fixtures::{prerequisites, target};

/// Without --list-failures, so many unexpected results are shown.
const SHOWN: usize = 20;

/// Run test262's tests of async code, and to state machines those of generators, natively and lowered
#[derive(Parser)]
struct Arguments {
    /// A checkout of tc39/test262
    #[arg(long, value_name = "FOLDER")]
    test262: PathBuf,
    /// What the tests are lowered to: generators or state-machines
    #[arg(long, value_name = "TARGET", default_value = "generators", value_parser = target::named)]
    to: Target,
    /// Only tests about `async` code, or about `generators`
    #[arg(long, value_name = "SUBJECT", value_parser = subject)]
    about: Option<Selection>,
    /// Only tests whose path below test/ contains this
    #[arg(long, default_value = "")]
    filter: String,
    /// The node to run the tests with [default: $NODE, or node]
    #[arg(long, value_name = "PROGRAM")]
    node: Option<PathBuf>,
    /// How many node processes run at a time [default: one a core]
    #[arg(long)]
    jobs: Option<usize>,
    /// Parse every test of the suite and run none
    #[arg(long)]
    parse_only: bool,
    /// Show every unexpected result, not only the first
    #[arg(long)]
    list_failures: bool,
    /// Print a table by feature, in Markdown, and nothing else
    #[arg(long)]
    markdown: bool,
    /// Show the tests which node fails as they are
    #[arg(long)]
    list_native: bool,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn subject(name: &str) -> Result<Selection, String> {
    match name {
        "async" => Ok(Selection::Async),
        "generators" => Ok(Selection::Generators),
        _ => Err("expected `async` or `generators`".to_owned()),
    }
}

/// Whether everything is as expected.
fn run(arguments: &Arguments) -> Result<bool, String> {
    if arguments.parse_only {
        return parse_only(arguments);
    }
    let file = format!("test262-known-failures.{}.txt", target::name(arguments.to));
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let known = KnownFailures::read(&list)?;
    let node = arguments.node.clone().unwrap_or_else(prerequisites::node);
    let setting = Setting::new(node, &arguments.test262, arguments.to)?;
    let all: &[Selection] = match arguments.to {
        Target::Generators => &[Selection::Async],
        Target::StateMachines => &[Selection::Async, Selection::Generators],
    };
    let selections = arguments.about.as_ref().map_or(all, std::slice::from_ref);
    let mut variants = Vec::new();
    for selection in selections {
        variants.extend(discover(&setting.root, *selection, &arguments.filter)?);
    }
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let outcomes = run_all(variants, &setting, arguments.jobs.unwrap_or(cores).max(1))?;

    for (variant, outcome) in &outcomes {
        if let Outcome::NotNative(verdict) = outcome
            && arguments.list_native
        {
            println!("{}: natively: {}: {}", variant.name(), verdict.reason, verdict.detail);
        }
    }
    let report = Report::new(&outcomes, &known, arguments.filter.is_empty() && arguments.about.is_none());
    if arguments.markdown {
        print!("{}", report.by_feature());
    } else {
        show(&report.unexpected, arguments);
        println!("{report}");
    }
    if report.positive.native + report.negative.native == 0 {
        return Err("no test was run".to_owned());
    }
    Ok(report.unexpected.is_empty())
}

/// The same for parsing alone.
fn parse_only(arguments: &Arguments) -> Result<bool, String> {
    let node = arguments.node.clone().unwrap_or_else(prerequisites::node);
    let variants = discover(&arguments.test262, Selection::Everything, &arguments.filter)?;
    let report = parse::compare(&variants, &node)?;
    if arguments.list_native {
        report.native_problems.iter().for_each(|problem| println!("natively refused: {problem}"));
    }
    show(&report.problems, arguments);
    println!("{report}");
    Ok(report.problems.is_empty())
}

/// Prints what went wrong.
fn show(problems: &[(String, String)], arguments: &Arguments) {
    let shown = if arguments.list_failures { usize::MAX } else { SHOWN };
    for (name, problem) in problems.iter().take(shown) {
        println!("{name}: {problem}");
    }
    if problems.len() > shown {
        println!("... and {} more (--list-failures shows all)", problems.len() - shown);
    }
}

/// Runs every variant, `jobs` at a time; the outcomes are in the variants' order.
fn run_all(variants: Vec<Variant>, setting: &Setting, jobs: usize) -> Result<Vec<(Variant, Outcome)>, String> {
    let next = AtomicUsize::new(0);
    let outcomes: Mutex<Vec<(usize, Outcome)>> = Mutex::new(Vec::with_capacity(variants.len()));
    let work = || -> Result<(), String> {
        let mut host = Host::new(setting);
        while let Some((index, variant)) = {
            let index = next.fetch_add(1, Ordering::Relaxed);
            variants.get(index).map(|variant| (index, variant))
        } {
            let outcome = outcome::of(variant, &mut host)?;
            outcomes.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push((index, outcome));
            if index % 1000 == 999 {
                eprintln!("{} of {} variants", index + 1, variants.len());
            }
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().map_err(|_| "a worker panicked".to_owned())?)
    })?;
    let mut outcomes = outcomes.into_inner().unwrap_or_else(|poisoned| poisoned.into_inner());
    outcomes.sort_by_key(|(index, _)| *index);
    Ok(variants.into_iter().zip(outcomes.into_iter().map(|(_, outcome)| outcome)).collect())
}
