//! From the arguments to the exit status.

use std::ffi::OsString;
use std::io::{self, IsTerminal};

use crate::args::Args;
use crate::exit::{Exit, Failure};
use crate::guard;
use crate::input::Input;
use crate::{color, diff, job, manual, output, report};

/// Does what `arguments` say, the command's name first.
pub fn run(arguments: &[OsString]) -> Exit {
    let color = color::asked_for(arguments);
    color::settle(color);
    let args = match Args::read(arguments, color, io::stdin().is_terminal()) {
        Ok(args) => args,
        Err(error) => return usage(&error),
    };
    let done = match args.about.completions {
        Some(shell) => output::to_stdout(&manual::completions(shell)).map(|()| Exit::Done),
        None if args.about.man => print_manual().map(|()| Exit::Done),
        None => lower(&args),
    };
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

/// Lowers one program.
fn lower(args: &Args) -> Result<Exit, Failure> {
    let input = Input::read(args)?;
    let job = guard::run(|| job::lower(&input, &args.lowering))??;
    report::say(&job.messages);
    let Some(lowered) = job.output else { return Ok(Exit::Refused) };
    match &args.output {
        _ if args.diff => {
            let colored = color::wanted_on(&io::stdout());
            let diff = diff::render(&input.name, &input.text, &lowered.code, colored);
            if colored { output::colored_to_stdout(&diff)? } else { output::to_stdout(diff.as_bytes())? }
        }
        Some(target) if target.as_os_str() != "-" => output::to_file(target, lowered.code.as_bytes())?,
        _ => output::to_stdout(lowered.code.as_bytes())?,
    }
    Ok(Exit::Done)
}
