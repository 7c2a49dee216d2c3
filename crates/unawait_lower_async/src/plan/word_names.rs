//! `yield` and `let` as names, in sloppy code: `let yield = 1; yield++` -> `let yield_1 = 1; yield_1++`
//!
//! In a generator `yield` is no name, and in a block a lowered function becomes a `let`, which cannot bind `let`. A name
//! that is bound where it cannot stay is renamed wherever it is meant; a `yield` from outside, which other code may know,
//! is read and written through a capture of the wrapper, which is no generator.
//! Why not simpler: renaming it everywhere would change a global. Not kept: the `name` of a function called `yield`, and
//! of one called `let` in a `switch`; a generator function's likewise.
//! <https://tc39.es/ecma262/#sec-identifiers-static-semantics-early-errors>,
//! <https://tc39.es/ecma262/#sec-let-and-const-declarations-static-semantics-early-errors>

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rustc_hash::FxHashSet;

use unawait_syntax::inventory::{
    FunctionId, FunctionKind, FunctionName, Name, NameOperator, NameRole, ScopeId, ScopeKind, WordName,
};
use unawait_syntax::{FreshNames, Inventory};

use super::captures::{Capture, CaptureKind};
use crate::driving::Driving;
use crate::facts::functions::{generator_around, needs_generator};

/// The names to change.
#[derive(Debug, Default)]
pub struct WordNames {
    pub renamed: Vec<Renamed>,
    /// What each word is called in the scopes that cannot bind it.
    locals: BTreeMap<Name, String>,
    local_scopes: BTreeSet<(Name, ScopeId)>,
    /// What the wrappers must capture of an outer `yield`.
    captured: BTreeMap<FunctionId, Vec<Capture>>,
}

/// A place where such a name stands, and the text that goes there.
#[derive(Debug)]
pub struct Renamed {
    pub range: Range<usize>,
    pub text: String,
    /// The expression that goes with the name, or the name alone: `delete (yield)`.
    pub whole: Range<usize>,
}

pub fn plan(inventory: &Inventory, driving: &Driving, fresh: &mut FreshNames) -> WordNames {
    let mut names = WordNames::default();
    if inventory.word_names.is_empty() {
        return names;
    }
    let blocks_of_let = inventory.blocks_of_let(inventory.generators_go);
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
    for WordName { word, range, function, scope, role, operator } in &inventory.word_names {
        let is_yield = &**word == "yield";
        let generator = generator_around(inventory, driving, *function).filter(|_| is_yield);
        let bound = inventory.resolve(word, *scope);
        let cannot_bind = |scope: ScopeId| if is_yield { in_generator(scope) } else { blocks_of_let.contains(&scope) };
        let shorthand = if *role == NameRole::Shorthand { format!("{word}: ") } else { String::new() };
        let mut whole = range.clone();
        let text = match (role, generator) {
            (NameRole::Label, Some(_)) => names.local(word, fresh).to_owned(),
            (NameRole::Label, None) => continue,
            _ if bound.is_some_and(cannot_bind) => {
                names.local_scopes.extend(bound.map(|scope| (word.clone(), scope)));
                format!("{shorthand}{}", names.local(word, fresh))
            }
            (_, None) => continue,
            (_, Some(owner)) => match operator {
                Some(NameOperator::TypeOf) if bound.is_none() => {
                    format!("{}()", names.capture(owner, CaptureKind::YieldType, fresh))
                }
                Some(NameOperator::Delete(deletion)) => {
                    whole = deletion.clone();
                    format!("{}()", names.capture(owner, CaptureKind::YieldDelete, fresh))
                }
                _ => format!("{shorthand}{}.value", names.capture(owner, CaptureKind::YieldPlace, fresh)),
            },
        };
        if !declarations.contains(&range.start) {
            names.renamed.push(Renamed { range: range.clone(), text, whole });
        }
    }
    names
}

impl WordNames {
    /// What `name` is called that is declared in `scope`.
    pub fn declared<'n>(&'n self, name: &'n str, scope: ScopeId) -> &'n str {
        let renamed = self.local_scopes.iter().find(|(word, bound)| *bound == scope && &**word == name);
        renamed.and_then(|(word, _)| self.locals.get(word)).map_or(name, |local| local)
    }

    /// What `word` is called where it cannot stay.
    fn local(&mut self, word: &Name, fresh: &mut FreshNames) -> &str {
        self.locals.entry(word.clone()).or_insert_with(|| fresh.name(word))
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

/// Has the wrappers capture what the names need.
pub fn capture(names: &WordNames, captures: &mut BTreeMap<FunctionId, Vec<Capture>>) {
    for (owner, needed) in &names.captured {
        captures.entry(*owner).or_default().extend(needed.iter().cloned());
    }
}
