//! Where a generator function can be kept, so that it is made as rarely as possible.
//!
//! Making a generator function object costs far more than calling one. It depends on the scopes whose names it uses;
//! within one entry of the innermost of these, every making of it would be alike. So it is kept in a variable there.
//! `this`, `arguments` and the parameters come in with the call.

use std::collections::{HashMap, HashSet};

use unawait_syntax::Inventory;
use unawait_syntax::inventory::{FunctionId, ScopeId, ScopeKind};

use crate::captures::{Capture, CaptureKind, Site};

/// The scope for the variable; `None` if there is no place that all makings would be alike in.
pub fn find(inventory: &Inventory, id: FunctionId, captures: &[Capture], handed_on: &HandedOn) -> Option<ScopeId> {
    let function = &inventory[id];
    let comes_in = |name: &str| captures.iter().any(|c| c.kind == CaptureKind::OwnName && c.name == name);
    let binds = |scope: &ScopeId| {
        let scope_info = &inventory[*scope];
        scope_info.dynamic
            || scope_info.outer.is_none()
            || handed_on.get(&id).is_some_and(|scopes| scopes.contains(scope))
            || function.free.iter().any(|name| !comes_in(name) && scope_info.declared.contains(name))
    };
    // From the function outwards, up to the first scope that matters.
    let mut path = Vec::new();
    for scope in inventory.scopes_out(function.scope) {
        path.push(scope);
        if binds(&scope) {
            break;
        }
    }
    let binder = *path.last()?;
    outwards(inventory, binder).or_else(|| path.into_iter().rev().find(|scope| inventory[*scope].start.is_some()))
}

/// The scopes of the outer functions whose captures a function uses: these are parameters there.
pub type HandedOn = HashMap<FunctionId, HashSet<ScopeId>>;

/// What the functions between each site and the wrapper that makes its capture are handed on.
pub fn handed_on(inventory: &Inventory, sites: &[Site]) -> HandedOn {
    let mut all = HandedOn::new();
    for site in sites {
        for id in &site.within {
            all.entry(*id).or_default().insert(inventory[site.owner].own_scope);
        }
    }
    all
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
