//! What became of one variant.

use super::host::{Host, Verdict};
use super::variant::Variant;
use crate::{check, render};
use std::panic::{AssertUnwindSafe, catch_unwind};
use unawait_compiler::{Diagnostic, Output, compile};

/// What became of one variant.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Node fails it as it is.
    NotNative(Verdict),
    Passed,
    Failed {
        /// The kind of failure, for the table.
        reason: String,
        detail: String,
    },
}

/// Runs a variant natively, lowers it and runs it again.
///
/// # Errors
/// When node cannot be started.
pub fn of(variant: &Variant, host: &mut Host) -> Result<Outcome, String> {
    // A panic of the compiler is a failure of this variant, not of the run.
    let Ok(result) = catch_unwind(AssertUnwindSafe(|| compile(&variant.source, &variant.options(host.target()))))
    else {
        return Ok(failed("panics", String::new()));
    };
    let native = host.run_native(variant)?;
    if !native.pass {
        return Ok(Outcome::NotNative(native));
    }
    match result {
        Ok(output) => of_output(variant, &output, host),
        Err(_) if variant.fails_early() => Ok(Outcome::Passed),
        Err(diagnostics) => Ok(refused(variant, &diagnostics)),
    }
}

fn of_output(variant: &Variant, output: &Output, host: &mut Host) -> Result<Outcome, String> {
    // For what must not even parse it is enough that it still does not.
    if !variant.fails_early()
        && let Err(error) = check::output(&variant.source, output, &variant.options(host.target()))
    {
        return Ok(failed("text", error));
    }
    let lowered = host.run_lowered(variant, &output.code)?;
    Ok(if lowered.pass { Outcome::Passed } else { failed(&lowered.reason, lowered.detail) })
}

fn refused(variant: &Variant, diagnostics: &[Diagnostic]) -> Outcome {
    let code = diagnostics.first().map_or("without a diagnostic", |diagnostic| diagnostic.code);
    failed(&format!("refused: {code}"), render::diagnostics(&variant.source, diagnostics))
}

fn failed(reason: &str, detail: String) -> Outcome {
    Outcome::Failed { reason: reason.to_owned(), detail }
}
