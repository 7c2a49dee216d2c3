//! The second check: what the text of an output has to be, whatever it does.

use crate::{lines, snapshot, syntax};
use unawait_compiler::{Features, Options, Output, Skim, Target, compile};

/// Holds `output` against the `source` it came from.
///
/// # Errors
/// Everything that is wrong with it, a paragraph each.
pub fn output(source: &str, output: &Output, options: &Options) -> Result<(), String> {
    let mut problems = Vec::new();
    // How much stays otherwise is for the lowering to say.
    let all = options.lower == Features::ALL;
    if output.changed != (output.code != source) {
        problems.push(format!("`changed` is {}, but the text says otherwise", output.changed));
    }
    match syntax::inventory(source, options.source_type, options.target) {
        Ok(inventory) => {
            let kept = match options.target {
                Target::Generators => lines::check(source, &output.code, &inventory),
                Target::StateMachines => lines::check_outside(source, &output.code, &inventory),
            };
            problems.extend(kept.err());
            if all && inventory.functions != output.functions {
                problems.push(format!(
                    "the input has {} functions to be lowered, but {} are said to be",
                    inventory.functions, output.functions
                ));
            }
        }
        // The library reads some valid programs that swc alone does not; lines can be counted all the same.
        Err(_) if options.target == Target::StateMachines => {}
        Err(_) if source.lines().count() == output.code.lines().count() => {}
        Err(_) => problems.push("the output has not as many lines as the input".to_owned()),
    }
    problems.extend(none_left(&output.code, options).err().filter(|_| all));
    problems.extend(idempotent(&output.code, options).err());
    problems.extend(skimmed(source, &output.code, options).err());
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// No function is left which the target has not.
fn none_left(code: &str, options: &Options) -> Result<(), String> {
    // Running it tells whether it parses.
    let Ok(inventory) = syntax::inventory(code, options.source_type, options.target) else { return Ok(()) };
    match inventory.outermost.first() {
        None => Ok(()),
        Some(span) => Err(format!("a function is left: {}", &code[span.clone()])),
    }
}

/// Lowering the output changes nothing.
fn idempotent(code: &str, options: &Options) -> Result<(), String> {
    match compile(code, options) {
        Ok(again) if again.code == code => Ok(()),
        Ok(again) => {
            let diff = snapshot::diff(code, &again.code, "lowered", "lowered again");
            Err(format!("lowering the output again changes it:\n{diff}"))
        }
        Err(diagnostics) => {
            let text = crate::render::diagnostics(code, &diagnostics);
            Err(format!("lowering the output again is refused:\n{text}"))
        }
    }
}

/// Passing over what holds nothing to lower changes nothing.
fn skimmed(source: &str, code: &str, options: &Options) -> Result<(), String> {
    match compile(source, &Options { skim: Skim::Always, ..options.clone() }) {
        Ok(skimmed) if skimmed.code == code => Ok(()),
        Ok(skimmed) => {
            let diff = snapshot::diff(code, &skimmed.code, "read whole", "skimmed");
            Err(format!("what is passed over changes the output:\n{diff}"))
        }
        Err(diagnostics) => {
            let text = crate::render::diagnostics(source, &diagnostics);
            Err(format!("what is passed over makes an error:\n{text}"))
        }
    }
}
