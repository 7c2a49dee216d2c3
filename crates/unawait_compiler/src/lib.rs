//! The library: source text in, lowered text out. No IO, no panics.

pub mod codes;
mod helpers;
mod machines;
mod maps;
mod options;
mod prefilter;

use unawait_lower_async::{Lowered, lower};
use unawait_runtime::{Block, Helper};
use unawait_syntax::lex::LINE_TERMINATORS;
use unawait_syntax::{FreshNames, Inventory};
use unawait_text::source_map::comment;
use unawait_text::{Edits, Origin, PositionMap, Text};

pub use machines::graphs;
pub use options::{
    Driver, Features, Helpers, Language, Options, PromisePolicy, Skim, SourceMapOptions, SourceType, Target,
    TopLevelAwait,
};
pub use prefilter::may_hold_work;
pub use unawait_lower_generator::Form as GraphForm;
pub use unawait_syntax::mentions_kind as may_hold_warnings;
pub use unawait_syntax::{Diagnostic, Label, Severity};
pub use unawait_text::source_map::{self, SourceMap};

/// What came of a compilation.
#[derive(Clone, Debug)]
pub struct Output {
    /// The lowered text; the source itself, byte for byte, when `changed` is false.
    pub code: String,
    pub changed: bool,
    /// How many functions were lowered.
    pub functions: usize,
    /// Warnings only, in source order.
    pub warnings: Vec<Diagnostic>,
    /// The map from `code` to the source, if one is asked for and something changed. A comment that led from the source
    /// to its own map is then gone from the code.
    pub map: Option<SourceMap>,
}

impl Output {
    fn unchanged(source: &str) -> Self {
        Output { code: source.to_owned(), changed: false, functions: 0, warnings: Vec::new(), map: None }
    }
}

/// From how many bytes on a text is taken for a bundle.
const BUNDLE: usize = 64 << 10;

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
        Target::Generators => generators(source, options)?,
        Target::StateMachines => machines::compile(source, options)?,
    };
    let Some(Compiled { text, functions, mut warnings }) = done else { return Ok(unchanged()) };
    let (code, positions) = text;
    let map = options.source_map.as_ref().map(|map| maps::source_map(&code, &positions, source, map, &mut warnings));
    Ok(Output { code, changed: true, functions, warnings, map })
}

/// A text that came out, and where its parts come from.
struct Compiled {
    text: (String, PositionMap),
    functions: usize,
    warnings: Vec<Diagnostic>,
}

/// Stage one. `None` if there is nothing to lower.
fn generators(source: &str, options: &Options) -> Result<Option<Compiled>, Vec<Diagnostic>> {
    if !prefilter::has_async(source, options) {
        return Ok(None);
    }
    let Some((one, names)) = stage_one(source, options)? else { return Ok(None) };
    let mut edits = one.lowered.edits;
    let helpers: Vec<Helper> = one.lowered.helpers.into_iter().collect();
    let block = names.block(source, &helpers, one.inventory.source_type, options)?;
    insert_block(source, &one.inventory, &mut edits, block, one.lowered.file_start, options);
    let (functions, warnings) = (one.lowered.functions, one.inventory.warnings);
    Ok(Some(Compiled { text: edits.splice_mapped(source).into(), functions, warnings }))
}

/// What stage one knows and wants.
struct StageOne {
    inventory: Inventory,
    lowered: Lowered,
}

fn stage_one(source: &str, options: &Options) -> Result<Option<(StageOne, helpers::Names)>, Vec<Diagnostic>> {
    let may_skim = (options.language, options.target) == (Language::JavaScript, Target::Generators);
    let wants_skimming = match options.skim {
        Skim::Bundles => source.len() >= BUNDLE,
        Skim::Never => false,
        Skim::Always => true,
    };
    let mut inventory = match may_skim && wants_skimming {
        true => unawait_syntax::skimmed_inventory(source, options.source_type)?,
        false => unawait_syntax::inventory_in(options.language, source, options.source_type)?,
    };
    // State machines have no blocks for `using`.
    let using = options.lower.using || options.target == Target::StateMachines;
    inventory.keep(Features { using, ..options.lower });
    inventory.generators_go = options.target == Target::StateMachines;
    if options.no_static_fields {
        inventory.forbid_static_fields();
    }
    if inventory.is_es5 && options.target == Target::StateMachines && !inventory.has_async_generator_values() {
        inventory.forbid_methods();
    }
    check_top_level_awaits(&inventory, options)?;
    let mut fresh = FreshNames::new(source, inventory.script_tag(source, || options.manner()));
    let names = helpers::Names::new(source, &inventory, options, &mut fresh);
    let lowered = lower(source, &inventory, &names.driving(options), &mut fresh, &|helper| names.of(helper));
    Ok(if lowered.edits.is_empty() { None } else { Some((StageOne { inventory, lowered }, names)) })
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

fn check_top_level_awaits(inventory: &Inventory, options: &Options) -> Result<(), Vec<Diagnostic>> {
    if options.top_level_await == TopLevelAwait::Keep || inventory.top_level_awaits.is_empty() {
        return Ok(());
    }
    let refuse = |range: &std::ops::Range<usize>| {
        Diagnostic::error("top-level-await", "this `await` is at the module's top level", range.clone())
            .with_help("it is no function's, so it cannot be lowered: move it into an async function, or keep it")
    };
    Err(inventory.top_level_awaits.iter().map(refuse).collect())
}

/// Has `parts` run before the file's first statement.
fn insert_at_start<const N: usize>(source: &str, inventory: &Inventory, edits: &mut Edits, parts: [Text; N]) {
    let Some(start) = inventory.file_start() else { return };
    let text = Text::join(parts.into_iter().filter(|text| !text.is_empty()), " ");
    if text.is_empty() {
        return;
    }
    let semicolon = if start.wants_semicolon { ";" } else { "" };
    let begins_line = source[..start.at].ends_with(LINE_TERMINATORS) || source[..start.at].ends_with('\u{feff}');
    let before = if start.at == 0 || begins_line { "" } else { " " };
    let behind = if source[start.at..].starts_with(['\n', '\r', ' ']) { "" } else { " " };
    edits.insert(start.at, Text::from(format!("{semicolon}{before}")) + text + behind);
}

/// Puts the helpers' captures and `file_start` before the file's first statement, and the helpers themselves on lines of
/// their own behind the last one. A comment that leads to a source map stays the last thing, if it stays: it does not fit
/// the output where that gets a map of its own.
fn insert_block(
    source: &str,
    inventory: &Inventory,
    edits: &mut Edits,
    block: Block,
    file_start: Text,
    options: &Options,
) {
    let helpers = |text: String| Text::from(text).of(Origin::Helpers);
    insert_at_start(source, inventory, edits, [helpers(block.captures), file_start]);
    let comment = comment::find(source).map(|comment| comment.range);
    if !block.definitions.is_empty() {
        let at = comment.as_ref().map_or(source.len(), |comment| comment.start);
        let line_end = helpers::line_end(source);
        let before = if source[..at].ends_with(LINE_TERMINATORS) { "" } else { line_end };
        let behind = if at < source.len() || source.ends_with(LINE_TERMINATORS) { line_end } else { "" };
        let definitions = Block::IGNORED[0].to_owned() + line_end + &block.definitions + line_end + Block::IGNORED[1];
        edits.end(at, helpers(format!("{before}{definitions}{behind}")));
    }
    if let (Some(comment), true) = (comment, options.source_map.is_some()) {
        edits.remove(comment);
    }
}
