//! Many programs at once: directories, globs, several files; what is written in place, mirrored, or only looked at.
//!
//! inputs --`select`--> files --`plan`--> tasks --`task`, on all cores--> results, `in_order` --> messages, `tally`

mod absolute;
mod cache;
mod in_order;
mod mirror;
mod plan;
mod progress;
mod select;
mod source;
mod stamp;
mod tally;
mod task;

use std::path::Path;
use std::time::Instant;

use indicatif::ProgressBar;

use crate::args::{Args, Destination};
use crate::exit::{Exit, Failure};
use crate::report::{self, quoted, reason};
use crate::source_type::Resolver;
use crate::{guard, output};
use cache::Cache;
use plan::Task;
use tally::Tally;
use task::{Context, Mode};

/// Whether `args` are about more than one program from one place to another.
pub fn is_meant(args: &Args) -> bool {
    let outputs = &args.outputs;
    match args.inputs.inputs.as_slice() {
        _ if args.inputs.reads_stdin() => false,
        _ if outputs.check || outputs.list || outputs.dry_run => true,
        _ if matches!(outputs.destination(), Destination::Directory(_) | Destination::InPlace) => true,
        [input] => input.is_dir() || source::is_glob(input),
        _ => true,
    }
}

/// Lowers trees.
///
/// # Errors
/// When the arguments do not fit what is there. What is wrong with single files is told as it is found, and the
/// others are done.
pub fn run(args: &Args) -> Result<Exit, Failure> {
    let started = Instant::now();
    check_destination(args)?;
    let selection = select::select(&args.inputs, args.outputs.out_dir.as_deref())?;
    for failure in &selection.failures {
        report::say(&report::failure(failure));
    }
    let plan = plan::plan(&selection, &args.outputs)?;
    let mut tally = Tally { failed: selection.failures.len(), ..Tally::default() };
    if args.outputs.list {
        let lines: String = plan.tasks.iter().map(|task| task::line(&task.input)).collect();
        output::to_stdout(lines.as_bytes())?;
        return Ok(tally.exit());
    }
    let mode = mode(args);
    let directory = plan.directory.as_deref().filter(|_| mode == Mode::Write);
    let mut cache = directory.map_or_else(Cache::none, |directory| Cache::open(args, directory));
    let bar = progress::bar(plan.tasks.len(), args.messages.quiet);
    perform(&plan.tasks, args, mode, &mut cache, &bar, &mut tally)?;
    bar.finish_and_clear();
    if let Err(error) = cache.save()
        && args.caching.cache_dir.is_some()
    {
        report::say(&report::failure(&Failure::trouble(format!("cannot write the cache: {}", reason(&error)))));
    }
    if !args.messages.quiet {
        report::say(&format!("{}\n", tally.summary(started.elapsed())));
    }
    Ok(tally.exit())
}

/// Does `tasks`, and says what there is to say about each, in order.
fn perform(
    tasks: &[Task],
    args: &Args,
    mode: Mode,
    cache: &mut Cache,
    bar: &ProgressBar,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let context = Context { args, mode, destination: args.outputs.destination(), cache, resolver: Resolver::default() };
    let mut printing = Ok(());
    let mut records = Vec::with_capacity(tasks.len());
    in_order::in_order(
        &guard::pool(tasks.len())?,
        tasks,
        |task| context.perform(task),
        |done| {
            bar.inc(1);
            tally.count(&done);
            if !done.messages.is_empty() || !done.printed.is_empty() {
                bar.suspend(|| {
                    report::say(&done.messages);
                    if printing.is_ok() {
                        printing = output::text_to_stdout(&done.printed);
                    }
                });
            }
            records.push(done.record);
        },
    );
    for (task, record) in tasks.iter().zip(records) {
        cache.set(&task.place, record);
    }
    printing
}

fn mode(args: &Args) -> Mode {
    match &args.outputs {
        outputs if outputs.diff => Mode::Diff { check: outputs.check },
        outputs if outputs.check => Mode::Check,
        outputs if outputs.dry_run => Mode::DryRun,
        _ => Mode::Write,
    }
}

/// A directory or glob has to go somewhere.
fn check_destination(args: &Args) -> Result<(), Failure> {
    let outputs = &args.outputs;
    let is_many = |input: &Path| input.is_dir() || source::is_glob(input);
    let Some(many) = args.inputs.inputs.iter().find(|input| is_many(input)) else { return Ok(()) };
    let what = if many.is_dir() { "a directory" } else { "a glob" };
    match outputs.destination() {
        Destination::File(_) => {
            let message = format!("`-o` takes one program, and {} is {what}", quoted(many));
            Err(Failure::trouble(message).with_help("mirror it below a directory: --out-dir DIR"))
        }
        Destination::Stdout if !(outputs.check || outputs.list || outputs.diff) => {
            let message = format!("{} is {what}, whose programs cannot share standard output", quoted(many));
            let help = "say where they go, --out-dir DIR or --in-place, or look only: --diff, --check, --list";
            Err(Failure::trouble(message).with_help(help))
        }
        _ => Ok(()),
    }
}
