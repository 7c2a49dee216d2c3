//! From the arguments to the exit status.

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use crate::args::{Args, Destination, Request};
use crate::exit::{Exit, Failure};
use crate::input::Raw;
use crate::order::Order;
use crate::output::Original;
use crate::report::{quoted, shown};
use crate::swap::Written;
use crate::{color, diff, explain, guard, job, manual, map, output, report, source_type, temporary, tree};

/// Does what `arguments` say, the command's name first.
pub fn run(arguments: &[OsString]) -> Exit {
    let color = color::asked_for(arguments);
    color::settle(color);
    if let Some(format) = color::bare_value("error-format", arguments) {
        // What is wrong with the arguments is told in the form that they ask for.
        report::settle(format);
    }
    let args = match Args::request(arguments, color, io::stdin().is_terminal()) {
        Ok(Request::Do(args)) => args,
        Ok(Request::Print(text)) => return told(output::to_stdout(text.as_bytes()).map(|()| Exit::Done)),
        Err(unusable) => return unusable.tell(),
    };
    color::settle(args.messages.color);
    report::settle(args.diagnosing.error_format);
    report::settle_level(args.messages.level());
    if let Some(file) = &args.configuring.distrusted {
        let failure = Failure::trouble(format!("{} is not used: others can write it, or its directory", quoted(file)));
        let help = "`--config` names a configuration that is to be used whoever can write it";
        report::warn(&report::caution(&Failure { code: "config", ..failure.with_help(help) }));
    }
    if !args.outputs.watch {
        unawait_memory::keep();
    }
    let again = || Args::request(arguments, color, io::stdin().is_terminal());
    told(match (args.about.completions, &args.diagnosing.explain) {
        (Some(shell), _) => output::to_stdout(&manual::completions(Args::described(), shell)).map(|()| Exit::Done),
        (None, Some(code)) => explain::explain(code).map(|()| Exit::Done),
        (None, None) if args.about.man => print_manual().map(|()| Exit::Done),
        (None, None) if tree::is_meant(&args) => tree::run(args, &again),
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

fn print_manual() -> Result<(), Failure> {
    let page = manual::page(Args::described())
        .map_err(|error| Failure::trouble(format!("cannot write the manual page: {error}")))?;
    output::to_stdout(&page)
}

/// Lowers one program to standard output or a file.
fn lower(args: &Args) -> Result<Exit, Failure> {
    if let Destination::File(target) = args.outputs.destination() {
        let target = source_type::real_path(&target);
        for saved in target.parent().map(temporary::sweep).unwrap_or_default() {
            report::say(&report::failure(&temporary::saved(&saved)));
        }
    }
    for _ in 0..output::ATTEMPTS {
        if let Some(exit) = lower_once(args)? {
            return Ok(exit);
        }
    }
    Err(output::keeps_changing(args.inputs.inputs.first().map_or(Path::new("-"), PathBuf::as_path)))
}

/// The same. `None`: the program was saved meanwhile, and its output would have replaced it.
fn lower_once(args: &Args) -> Result<Option<Exit>, Failure> {
    let raw = match args.inputs.inputs.first() {
        Some(file) if !args.inputs.reads_stdin() => Raw::file(file)?,
        _ => Raw::stdin(args.inputs.stdin_filepath.as_deref())?,
    };
    let destination = args.outputs.destination();
    let target = match &destination {
        Destination::File(target) => Some(target.as_path()),
        _ => None,
    };
    let like = raw.path.as_deref().filter(|_| target.is_some()).and_then(|path| fs::metadata(path).ok());
    let write = |code: &[u8], before: Option<&[u8]>| match target {
        Some(target) => {
            if let Some(map) = map::stale(&args.source_maps, target, code) {
                // It may have gone.
                let _ = fs::remove_file(map);
            }
            output::to_file(target, code, &Original { metadata: like.as_ref(), content: before })
        }
        None => output::to_stdout(code).map(|()| Written::Done),
    };
    let lowering = args.lowering(raw.path.as_deref());
    if std::str::from_utf8(&raw.bytes).is_err() && !lowering.may_hold_work(&raw.bytes) && !args.outputs.diff {
        // Its encoding does not matter.
        return Ok(matches!(write(&raw.bytes, Some(&raw.bytes))?, Written::Done).then_some(Exit::Done));
    }
    let input = raw.into_input()?;
    let root = input.path.as_deref().and_then(|path| fs::canonicalize(path).ok());
    let order = Order { args, target, root: root.as_deref().and_then(Path::parent) };
    let job = guard::run(|| job::lower(&input, &order))??;
    let tell = || report::say_all(&job.messages);
    let Some(lowered) = &job.output else {
        tell();
        return Ok(Some(Exit::Refused));
    };
    // Before the output that names it.
    if let Some(map) = &job.map {
        output::to_file(&map.path, map.json.as_bytes(), &Original { metadata: None, content: None })?;
    }
    let written = match args.outputs.diff {
        true => output::text_to_stdout(diff::of(&shown(&input.name), &input.text, &lowered.code).as_bytes())
            .map(|()| Written::Done)?,
        false => write(lowered.code.as_bytes(), Some(input.text.as_bytes()))?,
    };
    if written == Written::Changed {
        return Ok(None);
    }
    tell();
    Ok(Some(Exit::Done))
}
