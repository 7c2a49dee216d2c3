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
        Err(_) if lines::are_as_many(source, &output.code) => {}
        Err(_) => problems.push("the output has not as many lines as the input".to_owned()),
    }
    problems.extend(none_left(&output.code, options).err().filter(|_| all));
    problems.extend(comes_to(&output.code, &output.code, options, "lowering the output again").err());
    // State machines are made of the whole text, whatever is asked for.
    if options.target == Target::Generators {
        let skimming = Options { skim: Skim::Always, ..options.clone() };
        problems.extend(comes_to(source, &output.code, &skimming, "passing over what holds nothing to lower").err());
    }
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

/// `what`, which is to lower `text`, makes `code` of it.
fn comes_to(text: &str, code: &str, options: &Options, what: &str) -> Result<(), String> {
    match compile(text, options) {
        Ok(output) if output.code == code => Ok(()),
        Ok(output) => {
            let diff = snapshot::diff(code, &output.code, "lowered", "lowered again");
            Err(format!("{what} changes it:\n{diff}"))
        }
        Err(diagnostics) => {
            let errors = crate::render::diagnostics(text, &diagnostics);
            Err(format!("{what} is refused:\n{errors}"))
        }
    }
}
