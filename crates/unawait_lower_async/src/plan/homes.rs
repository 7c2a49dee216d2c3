//! Where a generator function can be kept, so that it is made as rarely as possible.
//!
//! Making a generator function object costs far more than calling one. It depends on the scopes whose names it uses;
//! within one entry of the innermost of these, every making of it would be alike. So it is kept in a variable there.
//! `this`, `arguments` and the parameters come in with the call; so do names whose values do not change while the
//! function can be called: parameters, loop variables, what was caught. That takes the generator function out of the
//! scopes of these, and an arrow function in a loop has one for all iterations.

use rustc_hash::{FxHashMap, FxHashSet};
use unawait_syntax::Inventory;
use unawait_syntax::inventory::{ArgumentsUse, Function, FunctionId, FunctionKind, Name, ScopeId, ScopeKind};

use super::captures::{Capture, CaptureKind, Site};
use crate::facts::functions::takes_parameters;
use crate::facts::names::is_plain_identifier;

/// More than so many names would cost each call too much.
const MOST_CONSTANTS: usize = 6;

/// How many scopes around a function are looked at. In code that nests deeper, a generator function is made more often, and a
/// file of functions in one another takes linear time.
const MOST_SCOPES: usize = 200;

/// What there is to know of the file as a whole.
#[derive(Debug)]
pub struct Homes {
    handed_on: HandedOn,
    /// Names that a function uses which cannot be handed any.
    fixed: FxHashSet<Name>,
}

impl Homes {
    pub fn new(inventory: &Inventory, sites: &[Site]) -> Self {
        let fixed = inventory.functions().filter(|(_, function)| function.is_lowered() && !takes_parameters(function));
        let fixed = fixed.flat_map(|(_, function)| function.free.iter().cloned()).collect();
        Homes { handed_on: handed_on(inventory, sites), fixed }
    }

    /// The scope for the variable, and the names to hand in; no scope if there is no place that all makings would be
    /// alike in.
    pub fn find(&self, inventory: &Inventory, id: FunctionId, captures: &[Capture]) -> (Option<ScopeId>, Vec<Name>) {
        let function = &inventory[id];
        let comes_in = |name: &str| captures.iter().any(|c| c.kind == CaptureKind::OwnName && c.name == name);
        let mut path = Vec::new();
        let mut constants: Vec<Name> = Vec::new();
        // From the function outwards, up to the first scope that matters.
        for scope in inventory.scopes_out(function.scope).take(MOST_SCOPES) {
            path.push(scope);
            let info = &inventory[scope];
            let used = function.free.iter().filter(|name| !comes_in(name) && info.declared.contains(*name));
            // What a scope further in binds is not this one's.
            let used: Vec<&Name> = used.filter(|name| !constants.contains(name)).collect();
            let handed_on = self.handed_on.get(&id).is_some_and(|scopes| scopes.contains(&scope));
            let can_come_in = used.iter().all(|name| self.is_constant(inventory, function, scope, name));
            let owner = &inventory[info.function];
            // The name of a function expression may be a parameter there.
            let is_named = owner.own_scope == scope && owner.kind == FunctionKind::Expression;
            let own_name = is_named && owner.name.known().is_some_and(|name| function.free.contains(name));
            if info.dynamic || info.outer.is_none() || handed_on || own_name || !can_come_in {
                break;
            }
            if constants.len() + used.len() > MOST_CONSTANTS {
                break;
            }
            constants.extend(used.into_iter().cloned());
        }
        constants.sort();
        let Some(binder) = path.last() else { return (None, constants) };
        let home = outwards(inventory, *binder);
        let home = home.or_else(|| path.iter().rev().find(|scope| inventory[**scope].start.is_some()).copied());
        // A block's variable is a `let`, which ES5 has not.
        let home = home.filter(|home| !inventory.plain_functions || inventory[*home].kind == ScopeKind::Body);
        (home, constants)
    }

    /// Whether a name keeps its value for as long as `function` can be called.
    fn is_constant(&self, inventory: &Inventory, function: &Function, scope: ScopeId, name: &Name) -> bool {
        let info = &inventory[scope];
        let owner = &inventory[info.function];
        // A sloppy function's parameters change with its `arguments`.
        let is_tied = owner.own_scope == scope && owner.arguments != ArgumentsUse::None && !owner.strict;
        let Some(text) = &function.text else { return false };
        info.kind == ScopeKind::Head
            && info.bound_from.is_some_and(|from| from <= text.async_word.start)
            && !info.reassigned.contains(name)
            && !is_tied
            && !self.fixed.contains(name)
            && !text.body_vars.contains(name)
            && is_plain_identifier(name)
    }
}

/// The scopes of the outer functions whose captures a function uses: these are parameters there.
type HandedOn = FxHashMap<FunctionId, FxHashSet<ScopeId>>;

/// What the functions between each site and the wrapper that makes its capture are handed on.
fn handed_on(inventory: &Inventory, sites: &[Site]) -> HandedOn {
    let mut all = HandedOn::default();
    for site in sites {
        for id in &site.within {
            all.entry(*id).or_default().insert(inventory[site.owner].own_scope);
        }
    }
    all
}

/// The scope with a start that is entered as often as `scope`, or if there is none, the nearest around it.
pub fn nearest(inventory: &Inventory, scope: ScopeId) -> Option<ScopeId> {
    let around = || inventory.scopes_out(scope).find(|scope| inventory[*scope].start.is_some());
    outwards(inventory, scope).or_else(around)
}

/// `scope` itself if it has a start, or else one around it that is entered no more often.
fn outwards(inventory: &Inventory, scope: ScopeId) -> Option<ScopeId> {
    let info = &inventory[scope];
    match info.kind {
        _ if info.start.is_some() => Some(scope),
        ScopeKind::Inner | ScopeKind::Switch if !info.repeats && !info.dynamic => outwards(inventory, info.outer?),
        _ => None,
    }
}
