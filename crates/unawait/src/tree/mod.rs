//! Many programs at once: directories, globs, several files; what is written in place, mirrored, or only looked at.
//!
//! inputs --`select`--> files --`plan`--> tasks --`task`, on all cores--> results, `in_order` --> messages, `tally`

mod absolute;
mod cache;
mod clean;
mod folders;
mod in_order;
mod interrupt;
mod key;
mod mirror;
mod plan;
mod progress;
mod select;
mod session;
mod source;
mod stamp;
mod tally;
mod task;
mod telling;
mod watch;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::args::{Args, Destination, ErrorFormat, LogLevel, Request, StatsFormat, Telling, Unusable};
use crate::exit::{Exit, Failure};
use crate::report::{self, quoted, shown};
use crate::{output, source_type, temporary};
use plan::{Plan, Task};
use session::Session;
use tally::Tally;
use task::{Done, Mode};
use telling::Teller;
use watch::Ended;

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

/// Lowers trees. `again` reads the arguments and the configuration once more, should that have changed.
///
/// # Errors
/// When the arguments do not fit what is there. What is wrong with single files is told as it is found, and the
/// others are done.
pub fn run(mut args: Box<Args>, again: &dyn Fn() -> Result<Request, Unusable>) -> Result<Exit, Failure> {
    loop {
        check_destination(&args)?;
        if !args.outputs.watch {
            return run_all(&args);
        }
        match watch::watch(Session::new(&args), &args, again)? {
            Ended::Stopped => return Ok(Exit::Done),
            Ended::Configured(next) => args = next,
        }
    }
}

/// The same for a run that ends.
fn run_all(args: &Args) -> Result<Exit, Failure> {
    let mut session = Session::new(args);
    let stop = interrupt::flag(|| {})?;
    let plan = session.plan()?;
    say_all(&plan, args);
    if args.outputs.list {
        let lines: Vec<u8> = plan.tasks.iter().flat_map(|task| task::line(&task.input, args.outputs.null)).collect();
        output::to_stdout(&lines)?;
        return Ok(if plan.failures.is_empty() { Exit::Done } else { Exit::Trouble });
    }
    run_once(&mut session, &plan, args, &stop, |_, _| {})
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
    make_room(session, plan, args)?;
    let mut tally = Tally { failed: plan.failures.len(), left: plan.left, ..Tally::default() };
    let bar = progress::bar(plan.tasks.len(), args.messages.is_quiet());
    let mut printing = Ok(());
    let mut teller = Teller::new(args.diagnosing.warnings);
    let is_verbose = args.messages.level() == LogLevel::Debug;
    session.perform(plan, stop, |task, done| {
        bar.inc(1);
        tally.count(done);
        note(task, done);
        let messages = teller.choose(&done.messages);
        if is_verbose || !messages.is_empty() || !done.printed.is_empty() {
            bar.suspend(|| {
                report::say_all(&messages);
                if is_verbose {
                    report::say(&report::remark(telling::line(task, done, args).trim_end()));
                }
                if printing.is_ok() {
                    printing = output::text_to_stdout(&done.printed);
                }
            });
        }
    })?;
    bar.finish_and_clear();
    session.save();
    printing?;
    report::warn(&teller.rest());
    if stop.load(Ordering::Relaxed) {
        report::say(&format!("interrupted after {} of {} files\n", tally.files, plan.tasks.len()));
        return Ok(Exit::Interrupted);
    }
    let config = args.configuring.file.as_deref();
    match args.messages.stats {
        StatsFormat::Json => output::to_stdout(tally.json(started.elapsed(), config).as_bytes())?,
        StatsFormat::Text if !args.messages.is_quiet() => {
            report::say(&report::remark(&tally.summary(started.elapsed(), config)));
        }
        StatsFormat::Text => {}
    }
    Ok(tally.exit())
}

/// Removes what killed runs have left beside outputs, and what `--clean` says.
fn make_room(session: &Session<'_>, plan: &Plan, args: &Args) -> Result<(), Failure> {
    if session.mode == Mode::Write {
        let folder = |task: &Task| match &task.folder {
            Some(folder) => Some(folder.clone()),
            None => Some(source_type::real_path(task.output.as_deref()?).parent()?.to_owned()),
        };
        let folders: BTreeSet<PathBuf> = plan.tasks.iter().filter_map(folder).collect();
        for saved in folders.iter().flat_map(|folder| temporary::sweep(folder)) {
            report::say(&report::failure(&temporary::saved(&saved)));
        }
    }
    if args.outputs.clean {
        let superfluous = clean::superfluous(args, plan)?;
        match (session.mode, &plan.directory) {
            (Mode::Write, Some(directory)) => clean::remove(&superfluous, directory)?,
            _ => {
                let lines = superfluous.iter().map(|file| format!("would remove {}\n", shown(file)));
                output::to_stdout(lines.collect::<String>().as_bytes())?;
            }
        }
    }
    Ok(())
}

/// Says what is wrong with the inputs as such.
fn say_all(plan: &Plan, args: &Args) {
    plan.failures.iter().for_each(|failure| report::say(&report::failure(failure)));
    let (first, all) = (args.diagnosing.warnings != Some(Telling::All), plan.cautions.len());
    let said = if first && report::format() != ErrorFormat::Json { all.min(1) } else { all };
    plan.cautions[..said].iter().for_each(|caution| report::warn(&report::caution(caution)));
    if said < all {
        let links = plan.cautions[said..].iter().filter_map(|caution| caution.file.as_deref());
        let some: Vec<String> = links.take(3).map(shown).collect();
        report::warn(&format!("{} more links lead out of the inputs: {}\n", all - said, some.join(", ")));
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
