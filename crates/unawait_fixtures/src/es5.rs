//! ES5: programs that are of it but for generators and async functions are of it altogether when these have been lowered to
//! state machines, and an engine which knows nothing newer runs them.

mod newer;

use std::fs;
use std::path::Path;

use unawait_compiler::{Options, SourceType, Target, compile};

use crate::case::{Case, Kind};
use crate::{node, snapshot, syntax};
pub use newer::{Allowed, newer};

/// What the engine lacks.
const PRELUDE: &str = include_str!("es5/prelude.js");

/// Engines of ES5, each by its command and the package that it comes in on Debian.
const ENGINES: [(&str, &str); 2] = [("mujs", "mujs"), ("duk", "duktape")];

/// The engines at hand.
///
/// # Errors
/// When there is none: then nothing can be checked, so that is a failure, never a skip.
pub fn engines() -> Result<Vec<&'static str>, String> {
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let program = folder.path().join("program.js");
    fs::write(&program, "print('es5');").map_err(|error| error.to_string())?;
    let runs = |engine: &str| run(engine, &program).is_ok_and(|lines| lines == "es5\n");
    let engines: Vec<&str> = ENGINES.iter().map(|(command, _)| *command).filter(|command| runs(command)).collect();
    if engines.is_empty() {
        let names = ENGINES.map(|(command, package)| format!("`{command}` (Debian's {package})")).join(" or ");
        return Err(format!(
            "no engine of ES5 is on the path: install {names}; on macOS, Homebrew has both under these packages' names"
        ));
    }
    Ok(engines)
}

/// What a program prints.
fn run(engine: &str, program: &Path) -> Result<String, String> {
    let mut command = std::process::Command::new(engine);
    command.arg(program);
    let run = node::run(command, node::TIME_LIMIT)?;
    if run.success && run.stderr.is_empty() {
        return Ok(run.stdout);
    }
    Err(format!("{engine}: {}\n{}{}", run.status, run.stdout, run.stderr))
}

/// Whether a fixture's program is of ES5, but for what is lowered.
pub fn qualifies(case: &Case) -> bool {
    let of_its_own = case.companions.is_empty() && case.options.node_args.is_empty();
    if case.kind != Kind::Lowered || !of_its_own || !case.options.is_for(Target::StateMachines) {
        return false;
    }
    let source = fs::read_to_string(case.folder.join(&case.input)).unwrap_or_default();
    let program = syntax::parse(&source, SourceType::CommonJs);
    program.is_ok_and(|program| newer(&program, Allowed::Suspending).is_none())
}

/// Lowers a fixture and runs it in `engine`.
///
/// # Errors
/// When the output is not of ES5, or prints something else than `stdout.txt` says.
pub fn check(case: &Case, engine: &str) -> Result<(), String> {
    let in_words = |error: std::io::Error| error.to_string();
    let source = fs::read_to_string(case.folder.join(&case.input)).map_err(in_words)?;
    let options = case.compiler_options(Path::new(&case.input), Target::StateMachines)?;
    let options = Options { source_type: SourceType::CommonJs, ..options };
    let output = compile(&source, &options).map_err(|errors| format!("is refused: {errors:?}"))?;
    let program = syntax::parse(&output.code, SourceType::CommonJs)?;
    if let Some(found) = newer(&program, Allowed::Nothing) {
        return Err(format!("the output holds {found}:\n{}", output.code));
    }
    let folder = tempfile::tempdir().map_err(in_words)?;
    let path = folder.path().join("program.js");
    // As a function, so that its directives count.
    let code = serde_json::to_string(&output.code).map_err(|error| error.to_string())?;
    let code = code.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    fs::write(&path, format!("{PRELUDE}\nFunction({code})();\n__jobs();\n")).map_err(in_words)?;
    let printed = run(engine, &path)?;
    let expected = fs::read_to_string(case.folder.join("stdout.txt")).map_err(in_words)?;
    if printed == expected {
        return Ok(());
    }
    Err(format!("in {engine}:\n{}", snapshot::diff(&expected, &printed, "expected", "printed")))
}
