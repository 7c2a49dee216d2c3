//! ES5: programs that are of it but for generators and async functions are of it altogether when these have been lowered to
//! state machines, and an engine which knows nothing newer runs them.

mod newer;

use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use ducc::{Ducc, ExecSettings};
use unawait_compiler::{Options, SourceType, Target, compile};

use crate::case::{Case, Kind};
use crate::{node, snapshot, syntax};
pub use newer::{Allowed, newer};

/// What the engine lacks.
const PRELUDE: &str = include_str!("es5/prelude.js");

/// What a program prints in Duktape, an engine of ES5 that Cargo builds. It has no promises, no symbols and no generators.
fn run(program: &str) -> Result<String, String> {
    let engine = Ducc::new();
    let printed = Arc::new(Mutex::new(String::new()));
    let print = {
        let printed = Arc::clone(&printed);
        engine.create_function(move |call| {
            let (line,): (String,) = call.args.into(call.ducc)?;
            let mut printed = printed.lock().unwrap_or_else(PoisonError::into_inner);
            printed.push_str(&line);
            printed.push('\n');
            Ok(())
        })
    };
    let deadline = Instant::now() + node::TIME_LIMIT;
    let settings = ExecSettings { cancel_fn: Some(Box::new(move || Instant::now() > deadline)) };
    let outcome = engine.globals().set("print", print).and_then(|()| engine.exec::<()>(program, None, settings));
    let printed = printed.lock().unwrap_or_else(PoisonError::into_inner).clone();
    outcome.map(|()| printed.clone()).map_err(|error| format!("Duktape: {error}\n{printed}"))
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

/// Lowers a fixture and runs it in an engine of ES5.
///
/// # Errors
/// When the output is not of ES5, or prints something else than `stdout.txt` says.
pub fn check(case: &Case) -> Result<(), String> {
    let in_words = |error: std::io::Error| error.to_string();
    let source = fs::read_to_string(case.folder.join(&case.input)).map_err(in_words)?;
    let options = case.compiler_options(Path::new(&case.input), Target::StateMachines)?;
    let options = Options { source_type: SourceType::CommonJs, ..options };
    let output = compile(&source, &options).map_err(|errors| format!("is refused: {errors:?}"))?;
    let program = syntax::parse(&output.code, SourceType::CommonJs)?;
    if let Some(found) = newer(&program, Allowed::Nothing) {
        return Err(format!("the output holds {found}:\n{}", output.code));
    }
    // As a function, so that its directives count.
    let code = serde_json::to_string(&output.code).map_err(|error| error.to_string())?;
    let code = code.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    let printed = run(&format!("{PRELUDE}\nFunction({code})();\n__jobs();\n"))?;
    let expected = fs::read_to_string(case.folder.join("stdout.txt")).map_err(in_words)?;
    if printed == expected {
        return Ok(());
    }
    Err(format!("in Duktape:\n{}", snapshot::diff(&expected, &printed, "expected", "printed")))
}
