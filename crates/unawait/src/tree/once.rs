//! One run over a plan, from the first file to the line that counts.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use super::plan::{Plan, Task};
use super::session::Session;
use super::tally::Tally;
use super::task::{Done, Mode};
use super::telling::{self, Teller};
use super::{clean, progress};
use crate::args::{Args, ErrorFormat, LogLevel, StatsFormat, Telling};
use crate::exit::{Exit, Failure};
use crate::report::{self, shown};
use crate::{output, source_type, temporary};

/// Does everything that `plan` says, with all that is to be said about it. `note` hears of it, too.
pub fn run_once(
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
pub fn say_all(plan: &Plan, args: &Args) {
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
