//! Both stages: the text that stage one makes, without its helpers, is what stage two reads. The helpers of both come
//! last, into the text that stage two makes.

use unawait_lower_generator::{Form, StageOne, lower};
use unawait_runtime::Helper;
use unawait_syntax::tree::{Tree, tree};
use unawait_syntax::{Diagnostic, FreshNames, Inventory, ScriptTag, with_room};
use unawait_text::{Origin, PositionMap, Text};

use crate::helpers::Names;
use crate::options::{Helpers, Options, SourceType};
use crate::output::Compiled;
use crate::placing::{insert_at_start, insert_block};
use crate::prefilter::{has_async, may_hold_generators};
use crate::stage_one;

/// Lowers async functions and generators. `None` if there is nothing to lower.
pub fn compile(source: &str, options: &Options) -> Result<Option<Compiled>, Vec<Diagnostic>> {
    Ok(both(source, options, None)?.map(|(compiled, _)| compiled))
}

/// The graphs of all machines, written down in `form`.
///
/// # Errors
/// As of `compile`.
pub fn graphs(source: &str, options: &Options, form: Form) -> Result<String, Vec<Diagnostic>> {
    Ok(both(source, options, Some(form))?.map(|(_, graphs)| graphs).unwrap_or_default())
}

/// What stage two starts from.
struct First {
    /// Stage one's text, if it made one.
    text: Option<(String, PositionMap)>,
    names: Option<Names>,
    helpers: Vec<Helper>,
    functions: usize,
    warnings: Vec<Diagnostic>,
    source_type: SourceType,
    tag: Option<ScriptTag>,
}

fn both(source: &str, options: &Options, form: Option<Form>) -> Result<Option<(Compiled, String)>, Vec<Diagnostic>> {
    with_room(source, || stages(source, options, form)).map_err(|error| vec![error])?
}

fn stages(source: &str, options: &Options, form: Option<Form>) -> Result<Option<(Compiled, String)>, Vec<Diagnostic>> {
    let mut first = match has_async(source, options) {
        true => first(source, options)?,
        false => First::nothing(options.source_type),
    };
    if first.text.is_none() && !may_hold_generators(source) {
        return Ok(None);
    }
    let mut tree = read(source, &first)?;
    // Stage one renames these, with async functions or without.
    if first.text.is_none() && !tree.inventory.blocks_of_let(true).is_empty() {
        first = self::first(source, options)?;
        tree = read(source, &first)?;
    }
    let text = first.text.as_ref().map_or(source, |(text, _)| text);
    let source_type = tree.inventory.source_type;
    let tag = first.tag.take().or_else(|| tree.inventory.script_tag(text, || options.manner()));
    let mut fresh = FreshNames::new(text, tag);
    let names = first.names.take().unwrap_or_else(|| Names::new(text, &tree.inventory, options, &mut fresh));
    names.renamed().for_each(|name| fresh.avoid(name.clone()));
    let made = made(options, &names);
    let lowered = lower(text, &tree, &made, &mut fresh, &|helper| names.of(helper), form)
        .map_err(|errors| in_the_source(errors, &first))?;
    if first.text.is_none() && lowered.edits.is_empty() {
        return Ok(None);
    }
    let mut edits = lowered.edits;
    let mut helpers = first.helpers;
    helpers.extend(lowered.helpers);
    helpers.sort();
    helpers.dedup();
    let block = names.block(text, &helpers, source_type, options)?;
    insert_block(text, &tree.inventory, &mut edits, block, Text::from(lowered.file_start), options);
    let (code, later): (String, PositionMap) = edits.splice_mapped(text).into();
    let positions = match &first.text {
        Some((_, earlier)) => earlier.then(&later, code.len()),
        None => later,
    };
    // Most of what stage two lowers is what stage one made.
    let (functions, warnings) = match first.text {
        Some(_) => (first.functions, first.warnings),
        None => (generators(&tree.inventory), tree.inventory.warnings),
    };
    Ok(Some((Compiled { text: (code, positions), functions, warnings }, lowered.graphs)))
}

/// The errors of the text that stage one made, at the places of the source that the text comes from.
fn in_the_source(mut errors: Vec<Diagnostic>, first: &First) -> Vec<Diagnostic> {
    let Some((_, positions)) = &first.text else { return errors };
    let place = |at: usize| match positions.origin(at) {
        Some(Origin::Copy(at) | Origin::Place(at)) => at,
        Some(Origin::Name(range)) => range.start,
        Some(Origin::Helpers) | None => 0,
    };
    for error in &mut errors {
        let start = place(error.span.start);
        error.span = start..place(error.span.end).max(start);
        error.labels.iter_mut().for_each(|label| label.span = place(label.span.start)..place(label.span.end));
    }
    errors
}

/// The tree of stage one's text, or of the source if that is it.
fn read(source: &str, first: &First) -> Result<Tree, Vec<Diagnostic>> {
    let text = first.text.as_ref().map_or(source, |(text, _)| text);
    tree(text, first.source_type).map_err(|errors| in_the_source(errors, first))
}

impl First {
    /// Nothing was made.
    fn nothing(source_type: SourceType) -> Self {
        First {
            text: None,
            names: None,
            helpers: Vec::new(),
            functions: 0,
            warnings: Vec::new(),
            source_type,
            tag: None,
        }
    }
}

/// Runs stage one.
fn first(source: &str, options: &Options) -> Result<First, Vec<Diagnostic>> {
    let Some((one, names)) = stage_one::lowered(source, options)? else {
        return Ok(First::nothing(options.source_type));
    };
    let mut edits = one.lowered.edits;
    insert_at_start(source, &one.inventory, &mut edits, [one.lowered.file_start]);
    Ok(First {
        functions: one.lowered.functions + generators(&one.inventory),
        text: Some(edits.splice_mapped(source).into()),
        names: Some(names),
        helpers: one.lowered.helpers.into_iter().collect(),
        source_type: one.inventory.source_type,
        tag: one.inventory.script_tag(source, || options.manner()),
        warnings: one.inventory.warnings,
    })
}

/// How many generator functions there are.
fn generators(inventory: &Inventory) -> usize {
    inventory.functions.iter().filter(|function| function.is_generator && !function.is_async).count()
}

/// What the helpers are called that stage one calls.
fn made(options: &Options, names: &Names) -> StageOne {
    // Whoever brings helpers of their own may have written calls of them, too: then anybody may see the objects.
    if options.helpers == Helpers::None {
        return StageOne::default();
    }
    let drivers = [Helper::Awaiter, Helper::AwaiterOnce, Helper::AsyncGen];
    StageOne {
        drivers: drivers.into_iter().map(|helper| names.of(helper)).collect(),
        for_await: names.of(Helper::ForAwait),
    }
}
