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
mod once;
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

use std::path::Path;

use crate::args::{Args, Destination, Request, Unusable};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::report::quoted;
use once::{run_once, say_all};
use session::Session;
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
