//! The way from a source text to the lowered one, on one page:
//!
//! 1. `prefilter` tells from words whether there can be anything to lower: most files end here, without being parsed.
//! 2. `stage_one` makes generators of async code.
//! 3. `stage_two` makes state machines of generators, stage one's and the program's, if the target wants that.
//! 4. Either of them has `helpers` write the helpers that its edits call, and `placing` put them into the text.
//! 5. `maps` makes the source map.

use unawait_syntax::Diagnostic;

use crate::options::{Language, Options, Target};
use crate::output::{Compiled, Output};
use crate::prefilter::may_hold_work;
use crate::{maps, stage_one, stage_two};

/// The longest text that positions can be told of, in bytes.
const MAX_BYTES: usize = u32::MAX as usize / 2;

/// Lowers `source`.
///
/// # Errors
/// The diagnostics that refuse the input, errors and warnings in source order, at least one of them an error.
pub fn compile(source: &str, options: &Options) -> Result<Output, Vec<Diagnostic>> {
    let unchanged = || {
        let warnings = unawait_syntax::tests_of_kind(options.language, source, options.source_type);
        Output { warnings, ..Output::unchanged(source) }
    };
    if !may_hold_work(source, options) {
        return Ok(unchanged());
    }
    if source.len() > MAX_BYTES {
        let message = format!("the text is longer than {MAX_BYTES} bytes");
        return Err(vec![Diagnostic::error("too-long", message, 0..0)]);
    }
    if options.language == Language::Jsx && options.target == Target::StateMachines {
        return jsx_to_machines(source, options);
    }
    check_language(options)?;
    let done = match options.target {
        Target::Generators => stage_one::compile(source, options)?,
        Target::StateMachines => stage_two::compile(source, options)?,
    };
    let Some(Compiled { text, functions, mut warnings }) = done else { return Ok(unchanged()) };
    let (code, positions) = text;
    let map = options.source_map.as_ref().map(|map| maps::source_map(&code, &positions, source, map, &mut warnings));
    Ok(Output { code, changed: true, functions, warnings, map })
}

/// JSX cannot become state machines, but many a `.jsx` holds none: that is JavaScript.
fn jsx_to_machines(source: &str, options: &Options) -> Result<Output, Vec<Diagnostic>> {
    let parses_as = |language| unawait_syntax::inventory_in(language, source, options.source_type).is_ok();
    let as_javascript = compile(source, &Options { language: Language::JavaScript, ..options.clone() });
    match as_javascript {
        Err(_) if !parses_as(Language::JavaScript) && parses_as(Language::Jsx) => {
            check_language(options).map(|()| Output::unchanged(source))
        }
        done => done,
    }
}

/// Types stay where they are in generators. State machines have other places.
fn check_language(options: &Options) -> Result<(), Vec<Diagnostic>> {
    if options.language == Language::JavaScript || options.target == Target::Generators {
        return Ok(());
    }
    let what = if options.language.has_types() { "types" } else { "JSX" };
    let message = format!("a program with {what} cannot become state machines");
    let help = "compile it to JavaScript first, or use --to generators";
    Err(vec![Diagnostic::error("language", message, 0..0).with_help(help)])
}
