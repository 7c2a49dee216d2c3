//! What a file becomes: every decision, from the inventory and the source. `write` writes them.

mod calls;
pub mod captures;
pub mod function;
mod homes;
pub mod params;
mod planner;
pub mod prototypes;
mod semicolons;
pub mod shields;
#[cfg(test)]
mod tests;
pub mod word_names;
mod wrappers;

use std::collections::BTreeSet;

use unawait_syntax::inventory::FunctionId;
use unawait_syntax::{FreshNames, Inventory};

use crate::driving::Driving;
use captures::Site;
use function::FunctionPlan;
use planner::Planner;
pub use planner::Variables;
use shields::Shield;
use word_names::WordNames;

/// The decisions for one file.
pub struct FilePlan {
    /// Outer functions before those within them.
    pub functions: Vec<(FunctionId, FunctionPlan)>,
    pub sites: Vec<Site>,
    pub word_names: WordNames,
    pub variables: Variables,
    pub shields: Vec<Shield>,
    /// The ends of statements that a semicolon must be put behind.
    pub semicolons: BTreeSet<usize>,
}

/// Decides what becomes of every async function of the file.
pub fn plan(source: &str, inventory: &Inventory, driving: &Driving, fresh: &mut FreshNames) -> FilePlan {
    let word_names = word_names::plan(inventory, driving, fresh);
    let (mut captures, sites) = captures::plan(inventory, driving, fresh);
    word_names::capture(&word_names, &mut captures);
    let mut planner = Planner::new(inventory, driving, fresh, captures, &sites);
    let mut functions = Vec::new();
    for (id, function) in inventory.functions() {
        if let Some(text) = &function.text {
            functions.push((id, planner.function(id, function, text)));
        }
    }
    let variables = planner.into_variables();
    let shields = shields::plan(inventory, &functions, &word_names, fresh);
    let semicolons = semicolons::plan(source, inventory);
    FilePlan { functions, sites, word_names, variables, shields, semicolons }
}
