//! Many programs at once: directories, globs, several files; what is written in place, mirrored, or only looked at.
//!
//! inputs --`select`--> files --`plan`--> tasks --`task`, on all cores--> results, `in_order` --> messages, `tally`

mod absolute;
mod cache;
mod folders;
mod in_order;
mod interrupt;
mod mirror;
mod plan;
mod progress;
mod select;
mod session;
mod source;
mod stamp;
mod tally;
mod task;
mod watch;

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::args::{Args, Destination};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::report::{self, quoted};
use plan::{Plan, Task};
use session::Session;
use tally::Tally;
use task::Done;

/// Whether `args` are about more than one program from one place to another.
pub fn is_meant(args: &Args) -> bool {
    let outputs = &args.outputs;
    match args.inputs.inputs.as_slice() {
        _ if args.inputs.reads_stdin() => false,
        _ if outputs.check || outputs.list || outputs.dry_run || outputs.watch => true,
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
    check_destination(args)?;
    let mut session = Session::new(args);
    if args.outputs.list {
        return list(&session);
    }
    if args.outputs.watch {
        return watch::watch(session, args);
    }
    let stop = interrupt::flag(|| {})?;
    let plan = session.plan()?;
    say_all(&plan.failures);
    run_once(&mut session, &plan, args, &stop, |_, _| {})
}

fn list(session: &Session<'_>) -> Result<Exit, Failure> {
    let plan = session.plan()?;
    say_all(&plan.failures);
    let lines: String = plan.tasks.iter().map(|task| task::line(&task.input)).collect();
    output::to_stdout(lines.as_bytes())?;
    Ok(if plan.failures.is_empty() { Exit::Done } else { Exit::Trouble })
}

/// Does everything that `plan` says, with all that is to be said about it. `note` hears of it, too.
fn run_once(
    session: &mut Session<'_>,
    plan: &Plan,
    args: &Args,
    stop: &AtomicBool,
    mut note: impl FnMut(&Task, &Done) + Send,
) -> Result<Exit, Failure> {
    let started = Instant::now();
    let mut tally = Tally { failed: plan.failures.len(), ..Tally::default() };
    let bar = progress::bar(plan.tasks.len(), args.messages.quiet);
    let mut printing = Ok(());
    session.perform(plan, stop, |task, done| {
        bar.inc(1);
        tally.count(done);
        note(task, done);
        if !done.messages.is_empty() || !done.printed.is_empty() {
            bar.suspend(|| {
                report::say(&done.messages);
                if printing.is_ok() {
                    printing = output::text_to_stdout(&done.printed);
                }
            });
        }
    })?;
    bar.finish_and_clear();
    session.save();
    printing?;
    if stop.load(Ordering::Relaxed) {
        report::say(&format!("interrupted after {} of {} files\n", tally.files, plan.tasks.len()));
        return Ok(Exit::Interrupted);
    }
    if !args.messages.quiet {
        report::say(&report::remark(&tally.summary(started.elapsed())));
    }
    Ok(tally.exit())
}

fn say_all(failures: &[Failure]) {
    failures.iter().for_each(|failure| report::say(&report::failure(failure)));
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
