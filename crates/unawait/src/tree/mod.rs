//! Many programs at once: directories, globs, several files; what is written in place, mirrored, or only looked at.
//!
//! inputs --`select`--> files --`plan`--> tasks --`task`, on all cores--> results, `in_order` --> messages, `tally`

mod absolute;
mod in_order;
mod mirror;
mod plan;
mod progress;
mod select;
mod source;
mod tally;
mod task;

use std::path::Path;
use std::time::Instant;

use indicatif::ProgressBar;

use crate::args::{Args, Destination};
use crate::exit::{Exit, Failure};
use crate::report::{self, quoted};
use crate::{guard, output};
use plan::Task;
use tally::Tally;
use task::Mode;

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
    let tasks = plan::plan(&selection, &args.outputs)?;
    let mut tally = Tally { failed: selection.failures.len(), ..Tally::default() };
    if args.outputs.list {
        let lines: String = tasks.iter().map(|task| task::line(&task.input)).collect();
        output::to_stdout(lines.as_bytes())?;
        return Ok(tally.exit());
    }
    let bar = progress::bar(tasks.len(), args.messages.quiet);
    perform(&tasks, args, &bar, &mut tally)?;
    bar.finish_and_clear();
    if !args.messages.quiet {
        report::say(&format!("{}\n", tally.summary(started.elapsed())));
    }
    Ok(tally.exit())
}

/// Does `tasks`, and says what there is to say about each, in order.
fn perform(tasks: &[Task], args: &Args, bar: &ProgressBar, tally: &mut Tally) -> Result<(), Failure> {
    let mode = mode(args);
    let mut printing = Ok(());
    let work = |task: &Task| task::perform(task, args, mode);
    in_order::in_order(&guard::pool(tasks.len())?, tasks, work, |done| {
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
    });
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
