//! `yield` as a name, in sloppy code: `let yield = 1; yield++` -> `let yield_1 = 1; yield_1++`
//!
//! In a generator `yield` is no name. One that is bound in the body is renamed wherever it is meant; one from outside,
//! which other code may know, is read and written through a capture of the wrapper, which is no generator.
//! Why not simpler: renaming it everywhere would change a global. Not kept: the `name` of a function called `yield`.
//! <https://tc39.es/ecma262/#sec-identifiers-static-semantics-early-errors>

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashSet;

use unawait_syntax::inventory::{FunctionId, FunctionKind, FunctionName, ScopeId, ScopeKind, YieldName, YieldRole};
use unawait_syntax::{FreshNames, Inventory};

use crate::captures::{Capture, CaptureKind};
use crate::plan::needs_generator;
use crate::{Driving, Writer};

/// The names to change.
#[derive(Debug, Default)]
pub struct YieldNames {
    renamed: Vec<Renamed>,
    /// What a `yield` is called that is bound in these scopes.
    local: String,
    local_scopes: BTreeSet<ScopeId>,
    /// What the wrappers must capture of an outer `yield`.
    captured: BTreeMap<FunctionId, Vec<Capture>>,
}

#[derive(Debug)]
struct Renamed {
    range: Range<usize>,
    text: String,
}

pub fn plan(inventory: &Inventory, driving: &Driving, fresh: &mut FreshNames) -> YieldNames {
    let mut names = YieldNames::default();
    if inventory.yield_names.is_empty() {
        return names;
    }
    let local = fresh.name("yield");
    names.local.clone_from(&local);
    let in_generator = |scope: ScopeId| {
        // A function expression's own name is no name of the function around it.
        let is_own_name = inventory[scope].kind == ScopeKind::Inner;
        let functions: BTreeSet<FunctionId> = inventory.scopes_out(scope).map(|id| inventory[id].function).collect();
        !is_own_name && functions.into_iter().any(|id| needs_generator(&inventory[id], driving))
    };
    // The name of a declaration is changed by `declared`, not where it stands.
    let declarations: FxHashSet<usize> = inventory
        .functions()
        .filter(|(_, function)| function.is_lowered() && function.kind == FunctionKind::Declaration)
        .filter_map(|(_, function)| match &function.name {
            FunctionName::Own(_, range) => Some(range.start),
            _ => None,
        })
        .collect();
    for YieldName { range, function, scope, role, type_of } in &inventory.yield_names {
        let generator = generator_around(inventory, driving, *function);
        let bound = inventory.resolve(&"yield".into(), *scope);
        let shorthand = if *role == YieldRole::Shorthand { "yield: " } else { "" };
        let text = match (role, generator) {
            (YieldRole::Label, Some(_)) => local.clone(),
            (YieldRole::Label, None) => continue,
            _ if bound.is_some_and(in_generator) => {
                names.local_scopes.extend(bound);
                format!("{shorthand}{local}")
            }
            (_, None) => continue,
            (_, Some(owner)) => {
                let by_type = bound.is_none() && type_of.is_some();
                let kind = if by_type { CaptureKind::YieldType } else { CaptureKind::YieldPlace };
                let name = names.capture(owner, kind, fresh);
                if by_type { format!("{name}()") } else { format!("{shorthand}{name}.value") }
            }
        };
        if !declarations.contains(&range.start) {
            names.renamed.push(Renamed { range: range.clone(), text });
        }
    }
    names
}

impl YieldNames {
    /// What `name` is called that is declared in `scope`.
    pub fn declared<'n>(&'n self, name: &'n str, scope: ScopeId) -> &'n str {
        if name == "yield" && self.local_scopes.contains(&scope) { &self.local } else { name }
    }

    /// The name of a capture of `owner`'s.
    fn capture(&mut self, owner: FunctionId, kind: CaptureKind, fresh: &mut FreshNames) -> String {
        let captures = self.captured.entry(owner).or_default();
        if let Some(capture) = captures.iter().find(|capture| capture.kind == kind) {
            return capture.name.clone();
        }
        let name = fresh.name("yield");
        captures.push(Capture { kind, name: name.clone() });
        name
    }
}

/// The outermost generator that `function`'s text is directly in: functions with a `yield` rule of their own end it.
fn generator_around(inventory: &Inventory, driving: &Driving, function: FunctionId) -> Option<FunctionId> {
    let is_generator = |id: &FunctionId| needs_generator(&inventory[*id], driving);
    inventory.arrows_out(function).filter(is_generator).last()
}

/// Has the wrappers capture what the names need.
pub fn capture(names: &YieldNames, captures: &mut BTreeMap<FunctionId, Vec<Capture>>) {
    for (owner, needed) in &names.captured {
        captures.entry(*owner).or_default().extend(needed.iter().cloned());
    }
}

impl Writer<'_> {
    pub fn yield_names(&mut self, names: &YieldNames) {
        for Renamed { range, text } in &names.renamed {
            self.edits.rename(range.clone(), text);
        }
    }
}
