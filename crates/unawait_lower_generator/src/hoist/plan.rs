//! What becomes of each binding: a local of the wrapper, by its own name where no other is caught by that, or a
//! property of its scope's environment.
//!
//! ```js
//! for (let i = 0; i < 3; i++) { later(() => i); yield; }
//! // becomes, as https://tc39.es/ecma262/#sec-createperiterationenvironment has it:
//! for (env_1 = { i: void 0 }, env_1.i = 0; env_1.i < 3; env_1 = { i: env_1.i }, env_1.i++) {
//!   later(((env_1) => () => env_1.i)(env_1)); yield;
//! }
//! ```
//!
//! An environment is made only where a closure captures a binding of a scope that may be entered again.

use std::collections::{BTreeMap, HashSet};

use swc_atoms::Atom;
use swc_ecma_ast::Ident;

use super::bindings::*;
use super::resolve::Resolved;
use crate::names::Names;
use crate::suspends::Suspends;

/// Where a binding's value is.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// What it has always been.
    Kept,
    Local(Atom),
    Property(Ident, Atom),
}

#[derive(Debug)]
pub(super) struct Plan {
    pub bindings: Bindings,
    /// What in the function suspends. Hoisting moves parts of expressions, and none out of what suspends.
    pub suspends: Suspends,
    places: Vec<Place>,
    environments: BTreeMap<ScopeId, Environment>,
    /// The locals of the wrapper.
    pub locals: Vec<Ident>,
    /// The names of bindings that stay as they are written.
    kept: HashSet<Atom>,
}

/// The environment of a scope.
#[derive(Debug)]
pub(super) struct Environment {
    pub name: Ident,
    /// The bindings that it holds, and its properties for them.
    pub properties: Vec<(BindingId, Atom)>,
}

impl Plan {
    pub fn new(resolved: Resolved, names: &mut Names) -> Self {
        let Resolved { bindings, free, function_scope, suspends } = resolved;
        let mut taken = free;
        taken.extend(function_scope.iter().map(|id| bindings[*id].name.clone()));
        let ids = (0..bindings.bindings.len() as u32).map(BindingId);
        let kept = ids.filter(|id| !bindings.is_lowered(*id)).map(|id| bindings[id].name.clone()).collect();
        let mut plan =
            Plan { bindings, suspends, places: Vec::new(), environments: BTreeMap::new(), locals: Vec::new(), kept };
        for id in (0..plan.bindings.bindings.len() as u32).map(BindingId) {
            let place = plan.place_for(id, &mut taken, names);
            plan.places.push(place);
        }
        plan
    }

    fn place_for(&mut self, id: BindingId, taken: &mut HashSet<Atom>, names: &mut Names) -> Place {
        let binding = &self.bindings[id];
        let name = binding.name.clone();
        let is_top = binding.scope.0 == 0;
        if !self.bindings.is_lowered(id) || binding.kind == Kind::Dead {
            return Place::Kept;
        }
        if self.bindings.needs_environment(id) {
            // A literal's `__proto__` is something else.
            let property = if &*name == "__proto__" { "__proto".into() } else { name };
            let environment = self.environments.entry(binding.scope).or_insert_with(|| {
                let name = names.local("env");
                self.locals.push(name.clone());
                Environment { name, properties: Vec::new() }
            });
            environment.properties.push((id, property.clone()));
            return Place::Property(environment.name.clone(), property);
        }
        if is_top && binding.kind == Kind::Function {
            return Place::Kept;
        }
        let keeps = match binding.kind {
            Kind::Var => true,
            // Another `arguments` than the function's: a name that only an eval needs.
            _ if &*name == "arguments" => !is_top && binding.dynamic,
            _ if is_top || binding.dynamic => true,
            // Within, its name is that of the function expression which it becomes.
            Kind::Function if binding.captured => false,
            // A block around it may keep what it declares itself.
            Kind::Function if self.kept.contains(&name) => false,
            _ => !self.bindings[binding.scope].in_with && !taken.contains(&name),
        };
        let local = if keeps { name } else { names.local(&name).sym };
        taken.insert(local.clone());
        self.locals.push(crate::make::ident(local.clone()));
        Place::Local(local)
    }

    pub fn place(&self, id: BindingId) -> &Place {
        &self.places[id.0 as usize]
    }

    /// Whether a mention of the binding reads as it did.
    pub fn is_renamed(&self, id: BindingId) -> bool {
        match self.place(id) {
            Place::Kept => false,
            Place::Local(name) => *name != self.bindings[id].name,
            Place::Property(..) => true,
        }
    }

    /// Whether a mention in some role must make sure that the binding has been initialised.
    pub fn is_checked(&self, id: BindingId, role: Role) -> bool {
        role == Role::Early && self.is_deadened(id)
    }

    /// Whether an assignment in some role may throw.
    pub fn is_guarded(&self, id: BindingId, role: Role) -> bool {
        let constant = self.bindings.is_constant(id) && self.bindings.is_lowered(id) && !self.bindings[id].dynamic;
        role != Role::Initialise && (constant || self.is_checked(id, role))
    }

    /// Whether the binding is dead until it is initialised, observably.
    pub fn is_deadened(&self, id: BindingId) -> bool {
        let binding = &self.bindings[id];
        binding.early && binding.kind != Kind::Function && self.bindings.is_lowered(id) && !binding.dynamic
    }

    /// The environment of a scope, if it has one, and what that holds.
    pub fn environment(&self, scope: ScopeId) -> Option<&Environment> {
        self.environments.get(&scope)
    }
}
