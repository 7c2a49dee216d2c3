//! From a parsed file to its inventory, unless a rule of the specification forbids the program.

use crate::parsed::Parsed;
use crate::{Diagnostic, Inventory, SourceType, collect, early_errors, es5};

/// The inventory of a file that was to be read as `source_type`.
///
/// # Errors
/// The early errors, in source order.
pub(crate) fn inventory(source: &str, source_type: SourceType, parsed: &Parsed) -> Result<Inventory, Vec<Diagnostic>> {
    let errors = early_errors::check(source, parsed);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut inventory = collect::collect(source, parsed);
    inventory.is_es5 = es5::is_es5(&parsed.program);
    inventory.may_be_script = source_type.may_be_script(parsed.source_type);
    Ok(inventory)
}
