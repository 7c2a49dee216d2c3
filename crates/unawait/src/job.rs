//! One program lowered: from its text to the text to write and the messages to print. Nothing is written or printed
//! here, for many run at once.

use unawait_compiler::{Diagnostic, GraphForm, Options, Output, Severity, Skim, SourceType, compile};

use crate::args::SourceTypeChoice;
use crate::exit::Failure;
use crate::input::Input;
use crate::map::{self, MapFile};
use crate::order::Order;
use crate::report::{self, Message};
use crate::{language, source_type};

/// What came of lowering one program.
pub struct Job {
    /// `None`: the program was refused.
    pub output: Option<Output>,
    /// The output's source map, if that is to be a file.
    pub map: Option<MapFile>,
    /// What is to be said about it, errors and warnings in source order.
    pub messages: Vec<Message>,
}

/// Lowers `input`.
///
/// # Errors
/// When it cannot be told how the program is to be read.
pub fn lower(input: &Input, order: &Order<'_>) -> Result<Job, Failure> {
    let choice = order.args.lowering(input.path.as_deref()).source_type;
    Ok(lower_as(input, source_type::resolve(choice, input.path.as_deref())?, order))
}

/// The same for an `input` that is to be read as `source_type`.
pub fn lower_as(input: &Input, source_type: SourceType, order: &Order<'_>) -> Job {
    let args = order.args;
    let mut diagnostics = Vec::new();
    let lowering = args.lowering(input.path.as_deref());
    let mut options = lowering.options(source_type);
    if args.diagnosing.deny_warnings {
        // There may be some anywhere.
        options.skim = Skim::Never;
    }
    options.language = input.path.as_deref().map(language::of).unwrap_or_default();
    options.source_map = map::options(&args.source_maps, input, order, &mut diagnostics);
    let (mut output, mut map) = (None, None);
    let done = match lowering.graphs() {
        Some(form) => graphs(&input.text, &options, form),
        None => compile_as_what_it_is(input, options, lowering.source_type),
    };
    match done {
        Ok(mut lowered) => {
            if lowered.map.is_none() {
                // Nothing came of it.
                diagnostics.clear();
            }
            diagnostics.append(&mut lowered.warnings);
            diagnostics.retain(|warning| !args.diagnosing.allow.iter().any(|code| code == warning.code));
            if args.diagnosing.deny_warnings && !diagnostics.is_empty() {
                diagnostics.iter_mut().for_each(|warning| warning.severity = Severity::Error);
            } else {
                map = map::attach(&args.source_maps, &mut lowered, order.target);
                output = Some(lowered);
            }
        }
        Err(errors) => diagnostics = errors,
    }
    Job { output, map, messages: report::diagnostics(&input.name, &input.text, &diagnostics) }
}

/// Compiles `input`. Where only the package says that it is CommonJS and its syntax is a module's, it is compiled as a
/// module: bundlers write such files, which other bundlers and browsers read, into packages that do not say so.
fn compile_as_what_it_is(input: &Input, options: Options, choice: SourceTypeChoice) -> Result<Output, Vec<Diagnostic>> {
    let errors = match compile(&input.text, &options) {
        Err(errors) => errors,
        done => return done,
    };
    let syntax = |error: &Diagnostic| error.code == "syntax";
    let by_package = || source_type::is_said_by_package(choice, input.path.as_deref());
    let Some(first) = errors.iter().find(|error| syntax(error)) else { return Err(errors) };
    if options.source_type != SourceType::CommonJs || !by_package() {
        return Err(errors);
    }
    match compile(&input.text, &Options { source_type: SourceType::Module, ..options }) {
        Err(as_module) if as_module.iter().any(syntax) => Err(errors),
        Err(as_module) => Err(as_module),
        Ok(mut lowered) => {
            let message = "this is an ES module in a package of `\"type\": \"commonjs\"`, and is lowered as a module";
            let warning = Diagnostic::warning("module-in-commonjs", message, first.span.clone())
                .with_help("Node refuses to load it as it is: call it .mjs, or say --source-type module");
            lowered.warnings.insert(0, warning);
            Ok(lowered)
        }
    }
}

/// The graphs of a program in place of its code.
fn graphs(source: &str, options: &Options, form: GraphForm) -> Result<Output, Vec<Diagnostic>> {
    let code = unawait_compiler::graphs(source, options, form)?;
    Ok(Output { code, changed: true, functions: 0, warnings: Vec::new(), map: None })
}
