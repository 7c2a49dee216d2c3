//! `yield` as a name, in sloppy code: `let yield = 1; yield++` -> `let yield_1 = 1; yield_1++`
//!
//! In a generator `yield` is no name. One that is bound in the body is renamed wherever it is meant; one from outside,
//! which other code may know, is read and written through a capture of the wrapper, which is no generator.
//! Why not simpler: renaming it everywhere would change a global. Not kept: the `name` of a function called `yield`.
//! <https://tc39.es/ecma262/#sec-identifiers-static-semantics-early-errors>

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unawait_syntax::inventory::{FunctionId, ScopeId, YieldName, YieldRole};
use unawait_syntax::{FreshNames, Inventory};

use crate::captures::{Capture, CaptureKind};
use crate::plan::needs_generator;
use crate::{Driving, Writer};

/// The names to change.
#[derive(Debug, Default)]
pub struct YieldNames {
    renamed: Vec<(Range<usize>, YieldRole, String)>,
    /// The wrappers that must capture an outer `yield`, and as what.
    captured: BTreeMap<FunctionId, String>,
}

pub fn plan(inventory: &Inventory, driving: &Driving, fresh: &mut FreshNames) -> YieldNames {
    let mut names = YieldNames::default();
    if inventory.yield_names.is_empty() {
        return names;
    }
    let local = fresh.name("yield");
    let in_generator = |scope: ScopeId| {
        let scopes = inventory.scopes_out(scope);
        let functions: BTreeSet<FunctionId> = scopes.map(|id| inventory[id].function).collect();
        functions.into_iter().any(|id| needs_generator(&inventory[id], driving))
    };
    for YieldName { range, function, scope, role } in &inventory.yield_names {
        let generator = generator_around(inventory, driving, *function);
        let bound = inventory.resolve(&"yield".into(), *scope);
        let renamed = match role {
            YieldRole::Label => generator.map(|_| local.clone()),
            _ if bound.is_some_and(in_generator) => Some(local.clone()),
            _ => generator.map(|owner| {
                let name = names.captured.entry(owner).or_insert_with(|| fresh.name("yield"));
                format!("{name}.value")
            }),
        };
        if let Some(renamed) = renamed {
            names.renamed.push((range.clone(), *role, renamed));
        }
    }
    names
}

/// The outermost generator that `function`'s text is directly in: functions with a `yield` rule of their own end it.
fn generator_around(inventory: &Inventory, driving: &Driving, function: FunctionId) -> Option<FunctionId> {
    let is_generator = |id: &FunctionId| needs_generator(&inventory[*id], driving);
    inventory.arrows_out(function).filter(is_generator).last()
}

/// Has the wrappers capture what the names need.
pub fn capture(names: &YieldNames, captures: &mut BTreeMap<FunctionId, Vec<Capture>>) {
    for (owner, name) in &names.captured {
        captures.entry(*owner).or_default().push(Capture { kind: CaptureKind::YieldPlace, name: name.clone() });
    }
}

impl Writer<'_> {
    pub fn yield_names(&mut self, names: &YieldNames) {
        for (range, role, name) in &names.renamed {
            let key = if *role == YieldRole::Shorthand { "yield: " } else { "" };
            self.edits.replace(range.clone(), format!("{key}{name}"));
        }
    }
}
