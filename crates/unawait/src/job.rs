//! One program lowered: from its text to the text to write and the messages to print. Nothing is written or printed
//! here, for many run at once.

use std::path::Path;

use unawait_compiler::{Diagnostic, GraphForm, Options, Output, Severity, Skim, SourceType, compile};

use crate::args::Args;
use crate::exit::Failure;
use crate::input::Input;
use crate::map::{self, MapFile};
use crate::{language, report, source_type};

/// What came of lowering one program.
pub struct Job {
    /// `None`: the program was refused.
    pub output: Option<Output>,
    /// The output's source map, if that is to be a file.
    pub map: Option<MapFile>,
    /// What is to be said about it, errors and warnings in source order.
    pub messages: String,
}

/// Lowers `input`, whose output goes to the file `target`, if it goes to one.
///
/// # Errors
/// When it cannot be told how the program is to be read.
pub fn lower(input: &Input, target: Option<&Path>, args: &Args) -> Result<Job, Failure> {
    let source_type = source_type::resolve(args.lowering.source_type, input.path.as_deref())?;
    Ok(lower_as(input, source_type, target, args))
}

/// The same for an `input` that is to be read as `source_type`.
pub fn lower_as(input: &Input, source_type: SourceType, target: Option<&Path>, args: &Args) -> Job {
    let mut diagnostics = Vec::new();
    let mut options = args.lowering.options(source_type);
    if args.diagnosing.deny_warnings {
        // There may be some anywhere.
        options.skim = Skim::Never;
    }
    options.language = input.path.as_deref().map(language::of).unwrap_or_default();
    options.source_map = map::options(&args.source_maps, input, target, &mut diagnostics);
    let (mut output, mut map) = (None, None);
    let done = match args.lowering.graphs() {
        Some(form) => graphs(&input.text, &options, form),
        None => compile(&input.text, &options),
    };
    match done {
        Ok(mut lowered) => {
            if lowered.map.is_none() {
                // Nothing came of it.
                diagnostics.clear();
            }
            diagnostics.append(&mut lowered.warnings);
            if args.diagnosing.deny_warnings && !diagnostics.is_empty() {
                diagnostics.iter_mut().for_each(|warning| warning.severity = Severity::Error);
            } else {
                map = map::attach(&args.source_maps, &mut lowered, target);
                output = Some(lowered);
            }
        }
        Err(errors) => diagnostics = errors,
    }
    Job { output, map, messages: report::diagnostics(&input.name, &input.text, &diagnostics) }
}

/// The graphs of a program in place of its code.
fn graphs(source: &str, options: &Options, form: GraphForm) -> Result<Output, Vec<Diagnostic>> {
    let code = unawait_compiler::graphs(source, options, form)?;
    Ok(Output { code, changed: true, functions: 0, warnings: Vec::new(), map: None })
}
