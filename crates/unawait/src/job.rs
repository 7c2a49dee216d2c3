//! One program lowered: from its text to the text to write and the messages to print. Nothing is written or printed
//! here, for many run at once.

use unawait_compiler::{Diagnostic, GraphForm, Options, Output, SourceType, compile};

use crate::args::Lowering;
use crate::exit::Failure;
use crate::input::Input;
use crate::{report, source_type};

/// What came of lowering one program.
pub struct Job {
    /// `None`: the program was refused.
    pub output: Option<Output>,
    /// What is to be said about it, errors and warnings in source order.
    pub messages: String,
}

/// Lowers `input`.
///
/// # Errors
/// When it cannot be told how the program is to be read.
pub fn lower(input: &Input, lowering: &Lowering) -> Result<Job, Failure> {
    let source_type = source_type::resolve(lowering.source_type, input.path.as_deref())?;
    Ok(lower_as(input, source_type, lowering))
}

/// Lowers `input`, which is to be read as `source_type`.
pub fn lower_as(input: &Input, source_type: SourceType, lowering: &Lowering) -> Job {
    let options = lowering.options(source_type);
    let done = match lowering.graphs() {
        Some(form) => graphs(&input.text, &options, form),
        None => compile(&input.text, &options),
    };
    let (output, diagnostics) = match done {
        Ok(mut output) => {
            let warnings = std::mem::take(&mut output.warnings);
            (Some(output), warnings)
        }
        Err(diagnostics) => (None, diagnostics),
    };
    Job { output, messages: report::diagnostics(&input.name, &input.text, &diagnostics) }
}

/// The graphs of a program in place of its code.
fn graphs(source: &str, options: &Options, form: GraphForm) -> Result<Output, Vec<Diagnostic>> {
    let code = unawait_compiler::graphs(source, options, form)?;
    Ok(Output { code, changed: true, functions: 0, warnings: Vec::new(), map: None })
}
