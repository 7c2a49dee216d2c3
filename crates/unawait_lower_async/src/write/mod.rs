//! The plan of a file, written as edits of its text: one module per form of function or statement.

mod arrows;
mod async_generator_methods;
mod async_generators;
mod awaits;
mod captures;
mod declarations;
mod expressions;
mod for_await;
mod keys;
mod methods;
mod starts;
mod top_usings;
mod using;
mod word_names;
mod wrapper;
mod writer;

use std::collections::BTreeSet;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionKind, FunctionText};
use unawait_syntax::{FreshNames, Inventory};
use unawait_text::{Edits, Text};

use crate::plan::FilePlan;
use starts::Starts;
use writer::Writer;

/// What lowering a file comes to.
#[derive(Debug)]
pub struct Lowered {
    pub edits: Edits,
    /// The helpers that the edits call, without what those require.
    pub helpers: BTreeSet<Helper>,
    /// How many async functions were lowered.
    pub functions: usize,
    /// Declarations that must run before the file's first statement, behind the helpers.
    pub file_start: Text,
}

/// Writes the edits that `plan` asks for.
pub fn write(
    source: &str,
    inventory: &Inventory,
    plan: FilePlan,
    fresh: &mut FreshNames,
    name_of: &dyn Fn(Helper) -> String,
) -> Lowered {
    let FilePlan { functions, sites, word_names, variables, shields, semicolons } = plan;
    let mut writer = Writer::new(source, inventory, &word_names, Starts::of(variables), name_of);
    let has_decorated_params =
        |id: FunctionId| inventory[id].text.as_ref().is_some_and(FunctionText::has_decorated_params);
    // Rename before `usings`, which moves the names of resources.
    writer.word_names(&word_names.renamed);
    // What is put around a whole operand comes before what is put around the same text as a function.
    writer.async_generators();
    let disposals = writer.usings(fresh);
    for (id, plan) in &functions {
        // Drop TypeScript's parameter `this`: it must come first, and captures go in front.
        if let Some(this) = inventory[*id].text.as_ref().and_then(|text| text.this_param.clone()) {
            writer.edits.remove(this);
        }
        match inventory[*id].kind {
            FunctionKind::Declaration | FunctionKind::DefaultDeclaration => writer.declaration(*id, plan),
            FunctionKind::Expression => writer.expression(*id, plan),
            FunctionKind::Arrow => writer.arrow(*id, plan),
            _ if has_decorated_params(*id) => {}
            _ => writer.method(*id, plan),
        }
    }
    writer.shields(&shields);
    writer.awaits();
    semicolons.into_iter().for_each(|end| writer.edits.end(end, ";"));
    writer.captured(&sites);
    writer.prototypes(fresh);
    let file_start = std::mem::take(&mut writer.starts).write(inventory, &mut writer.edits);
    // Last, because the heads of these loops move with every edit in them.
    writer.for_awaits(&disposals, fresh);
    // Decorators of parameters move as well; those within others go first.
    for (id, plan) in functions.iter().rev().filter(|(id, _)| has_decorated_params(*id)) {
        writer.method(*id, plan);
    }
    Lowered { edits: writer.edits, helpers: writer.helpers, functions: functions.len(), file_start }
}
