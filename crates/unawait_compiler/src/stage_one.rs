//! Stage one: async functions become generators.

use unawait_lower_async::{Lowered, lower};
use unawait_runtime::Helper;
use unawait_syntax::{Diagnostic, FreshNames, Inventory};

use crate::helpers::Names;
use crate::options::{Features, Language, Options, Skim, Target, TopLevelAwait};
use crate::output::Compiled;
use crate::placing::insert_block;
use crate::prefilter::has_async;

/// From how many bytes on a text is taken for a bundle.
const BUNDLE: usize = 64 << 10;

/// Makes generators of async functions. `None` if there is nothing to lower.
///
/// # Errors
/// The errors of `source`.
pub fn compile(source: &str, options: &Options) -> Result<Option<Compiled>, Vec<Diagnostic>> {
    if !has_async(source, options) {
        return Ok(None);
    }
    let Some((one, names)) = lowered(source, options)? else { return Ok(None) };
    let mut edits = one.lowered.edits;
    let helpers: Vec<Helper> = one.lowered.helpers.into_iter().collect();
    let block = names.block(source, &helpers, one.inventory.source_type, options)?;
    insert_block(source, &one.inventory, &mut edits, block, one.lowered.file_start, options);
    let (functions, warnings) = (one.lowered.functions, one.inventory.warnings);
    Ok(Some(Compiled { text: edits.splice_mapped(source).into(), functions, warnings }))
}

/// What stage one knows and wants.
pub struct StageOne {
    pub inventory: Inventory,
    pub lowered: Lowered,
}

/// Runs stage one. `None` if there is nothing to lower.
///
/// # Errors
/// The errors of `source`.
pub fn lowered(source: &str, options: &Options) -> Result<Option<(StageOne, Names)>, Vec<Diagnostic>> {
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
    let names = Names::new(source, &inventory, options, &mut fresh);
    let lowered = lower(source, &inventory, &names.driving(options), &mut fresh, &|helper| names.of(helper));
    Ok(if lowered.edits.is_empty() { None } else { Some((StageOne { inventory, lowered }, names)) })
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
