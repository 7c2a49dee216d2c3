//! From the arguments to the exit status.

use std::ffi::OsString;
use std::io::{self, IsTerminal};

use crate::args::{Args, Destination, Request, Unusable};
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::{color, diff, explain, guard, job, manual, output, report, tree};

/// Does what `arguments` say, the command's name first.
pub fn run(arguments: &[OsString]) -> Exit {
    let color = color::asked_for(arguments);
    color::settle(color);
    let args = match Args::request(arguments, color, io::stdin().is_terminal()) {
        Ok(Request::Do(args)) => args,
        Ok(Request::Print(text)) => return told(output::to_stdout(text.as_bytes()).map(|()| Exit::Done)),
        Err(Unusable::Usage(error)) => return usage(&error),
        Err(Unusable::Config(problem)) => return problem.tell(),
    };
    color::settle(args.messages.color);
    report::settle(args.diagnosing.error_format);
    if !args.outputs.watch {
        unawait_memory::keep();
    }
    told(match (args.about.completions, &args.diagnosing.explain) {
        (Some(shell), _) => output::to_stdout(&manual::completions(shell)).map(|()| Exit::Done),
        (None, Some(code)) => explain::explain(code).map(|()| Exit::Done),
        (None, None) if args.about.man => print_manual().map(|()| Exit::Done),
        (None, None) if tree::is_meant(&args) => tree::run(&args),
        (None, None) => lower(&args),
    })
}

/// The exit status, and what went wrong said.
fn told(done: Result<Exit, Failure>) -> Exit {
    done.unwrap_or_else(|failure| {
        report::say(&report::failure(&failure));
        failure.exit
    })
}

/// Prints what clap has to say: an error, or the help that was asked for.
fn usage(error: &clap::Error) -> Exit {
    let printed = error.print();
    let lost = printed.is_err_and(|error| error.kind() != io::ErrorKind::BrokenPipe);
    if error.exit_code() == 0 && !lost { Exit::Done } else { Exit::Trouble }
}

fn print_manual() -> Result<(), Failure> {
    let page = manual::page().map_err(|error| Failure::trouble(format!("cannot write the manual page: {error}")))?;
    output::to_stdout(&page)
}

/// Lowers one program to standard output or a file.
fn lower(args: &Args) -> Result<Exit, Failure> {
    let input = match args.inputs.inputs.first() {
        Some(file) if !args.inputs.reads_stdin() => Input::file(file)?,
        _ => Input::stdin(args.inputs.stdin_filepath.as_deref())?,
    };
    let destination = args.outputs.destination();
    let target = match &destination {
        Destination::File(target) => Some(target.as_path()),
        _ => None,
    };
    let job = guard::run(|| job::lower(&input, target, args))??;
    report::say(&job.messages);
    let Some(lowered) = job.output else { return Ok(Exit::Refused) };
    // Before the output that names it.
    if let Some(map) = job.map {
        output::to_file(&map.path, map.json.as_bytes())?;
    }
    match target {
        _ if args.outputs.diff => output::text_to_stdout(&diff::of(&input.name, &input.text, &lowered.code))?,
        Some(target) => output::to_file(target, lowered.code.as_bytes())?,
        None => output::to_stdout(lowered.code.as_bytes())?,
    }
    Ok(Exit::Done)
}
