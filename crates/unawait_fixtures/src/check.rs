//! The second check: what the text of an output has to be, whatever it does.

use crate::{lines, snapshot, syntax};
use unawait_compiler::{Options, Output, compile};

/// Holds `output` against the `source` it came from.
///
/// # Errors
/// Everything that is wrong with it, a paragraph each.
pub fn output(source: &str, output: &Output, options: &Options) -> Result<(), String> {
    let mut problems = Vec::new();
    if output.changed != (output.code != source) {
        problems.push(format!("`changed` is {}, but the text says otherwise", output.changed));
    }
    match syntax::inventory(source, options.source_type) {
        Ok(inventory) => {
            problems.extend(lines::check(source, &output.code, &inventory).err());
            if inventory.async_functions != output.functions {
                problems.push(format!(
                    "the input has {} async functions, but {} are said to be lowered",
                    inventory.async_functions, output.functions
                ));
            }
        }
        // The library reads some valid programs that swc alone does not; lines can be counted all the same.
        Err(_) if source.lines().count() == output.code.lines().count() => {}
        Err(_) => problems.push("the output has not as many lines as the input".to_owned()),
    }
    problems.extend(none_left(&output.code, options).err());
    problems.extend(idempotent(&output.code, options).err());
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

/// No async function is left.
fn none_left(code: &str, options: &Options) -> Result<(), String> {
    // Running it tells whether it parses.
    let Ok(inventory) = syntax::inventory(code, options.source_type) else { return Ok(()) };
    match inventory.outermost.first() {
        None => Ok(()),
        Some(span) => Err(format!("an async function is left: {}", &code[span.clone()])),
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
