//! Ties every mention in a generator function to what it means, by tags; mentions of what nested functions bind, and of
//! what stands outside, stay without.
//!
//! The walk goes in the order of evaluation as far as that is certain: a function declaration is walked where it is
//! first mentioned, since it cannot be called before. So what has not been initialised when a mention is walked may be
//! dead there (<https://tc39.es/ecma262/#sec-let-and-const-declarations>), and everything else needs no check.

mod declare;
mod exit_targets;
mod exits;
mod functions;
mod walk;

use std::collections::{HashMap, HashSet};

use swc_atoms::Atom;
use swc_common::BytePos;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitMutWith;
use unawait_syntax::forms::has_use_strict;

use super::bindings::*;
use super::var_names::{bound_names, var_names};
use crate::suspends::Suspends;
use exit_targets::Exits;

/// What the walk finds.
pub(super) struct Resolved {
    pub bindings: Bindings,
    /// Names that the function mentions and does not bind.
    pub free: HashSet<Atom>,
    /// The function's own `var`s, functions and parameters.
    pub function_scope: Vec<BindingId>,
    /// What in the function suspends.
    pub suspends: Suspends,
}

/// Tags the mentions in `function`, a generator function in code that is `strict` or not.
pub(super) fn resolve(function: &mut Function, strict: bool) -> Resolved {
    let mut resolver = Resolver {
        bindings: Bindings::default(),
        names: HashMap::new(),
        declared: Vec::new(),
        open: Vec::new(),
        annex_b: HashSet::new(),
        free: HashSet::new(),
        held: HashMap::new(),
        holder: None,
        depth: 0,
        withs: 0,
        loops: 0,
        exits: Exits::default(),
        suspends: Suspends::of(function.body.as_ref().map_or(&[], |body| &body.stmts)),
        strict,
    };
    let function_scope = resolver.generator(function);
    let Resolver { bindings, free, suspends, .. } = resolver;
    Resolved { bindings, free, function_scope, suspends }
}

/// What a name means at some place.
struct Meaning {
    /// None if a nested function binds it.
    binding: Option<BindingId>,
    depth: u32,
    withs: u32,
}

struct Resolver {
    bindings: Bindings,
    /// The meanings of each name, innermost last.
    names: HashMap<Atom, Vec<Meaning>>,
    /// The names in the order of their declaration, for leaving scopes.
    declared: Vec<Atom>,
    /// The scopes that hold the place being walked, and are the generator function's.
    open: Vec<ScopeId>,
    annex_b: HashSet<BytePos>,
    free: HashSet<Atom>,
    /// What declared functions mention that have not been mentioned themselves.
    held: HashMap<BindingId, Vec<BindingId>>,
    /// The declared function being walked.
    holder: Option<BindingId>,
    /// How many functions within the generator function hold the place.
    depth: u32,
    withs: u32,
    loops: u32,
    exits: Exits,
    suspends: Suspends,
    strict: bool,
}

impl Resolver {
    /// Walks the generator function; answers with what its outermost scope binds for the whole of it.
    fn generator(&mut self, function: &mut Function) -> Vec<BindingId> {
        let top = self.scope();
        self.bindings[top].suspends = true;
        let parameters = bound_names(&function.params);
        for name in &parameters {
            self.declare(name.clone(), Kind::Parameter, top);
        }
        // Nothing in the list can mean what the body binds, unless the list is simple; then nothing is mentioned.
        self.depth += 1;
        function.params.visit_mut_with(self);
        self.depth -= 1;
        let simple = function.params.iter().all(|parameter| parameter.pat.is_ident());
        let Some(body) = &mut function.body else { return Vec::new() };
        self.strict |= has_use_strict(&body.stmts);
        let parameters: HashSet<Atom> = parameters.into_iter().collect();
        let vars = var_names(&body.stmts, &parameters, self.strict);
        self.annex_b.extend(vars.annex_b);
        let mut own = HashMap::new();
        for name in vars.names {
            // The arguments object, unless something else is called that.
            let is_arguments = &*name == "arguments";
            if (simple && parameters.contains(&name)) || own.contains_key(&name) || is_arguments {
                continue;
            }
            own.insert(name.clone(), self.declare(name, Kind::Var, top));
        }
        self.open.push(top);
        self.top_level(&mut body.stmts, Some(top));
        self.open.pop();
        let of_function = |kind| matches!(kind, Kind::Var | Kind::Function | Kind::Parameter);
        let all = (0..self.bindings.bindings.len() as u32).map(BindingId);
        all.filter(|id| self.bindings[*id].scope == top && of_function(self.bindings[*id].kind)).collect()
    }

    /// A new scope of the generator function.
    fn scope(&mut self) -> ScopeId {
        self.bindings.scopes.push(Scope {
            suspends: false,
            in_loop: self.loops > 0,
            in_with: self.withs > 0,
            is_switch: false,
        });
        ScopeId(self.bindings.scopes.len() as u32 - 1)
    }

    /// Gives `name` a meaning until the scope is left: a binding of `scope`, a scope of the generator function.
    fn declare(&mut self, name: Atom, kind: Kind, scope: ScopeId) -> BindingId {
        let live = matches!(kind, Kind::Var | Kind::Parameter | Kind::Function | Kind::Caught);
        self.bindings.bindings.push(Binding {
            name: name.clone(),
            kind,
            scope,
            captured: false,
            early: kind == Kind::Dead,
            dynamic: false,
            annex_b: None,
            live,
        });
        let id = BindingId(self.bindings.bindings.len() as u32 - 1);
        self.mean(name, Some(id));
        id
    }

    fn mean(&mut self, name: Atom, binding: Option<BindingId>) {
        let meaning = Meaning { binding, depth: self.depth, withs: self.withs };
        self.names.entry(name.clone()).or_default().push(meaning);
        self.declared.push(name);
    }

    /// Walks what a scope holds; names that are declared meanwhile mean nothing afterwards.
    fn within<T>(&mut self, walk: impl FnOnce(&mut Self) -> T) -> T {
        let from = self.declared.len();
        let answer = walk(self);
        for name in self.declared.drain(from..) {
            if let Some(meanings) = self.names.get_mut(&name) {
                meanings.pop();
            }
        }
        answer
    }

    /// As `within`, for a scope of the generator function.
    fn within_scope<T>(&mut self, scope: Option<ScopeId>, walk: impl FnOnce(&mut Self) -> T) -> T {
        self.open.extend(scope);
        let answer = self.within(walk);
        if scope.is_some() {
            self.open.pop();
        }
        answer
    }

    /// A scope if the place is the generator function's own.
    fn own_scope(&mut self) -> Option<ScopeId> {
        (self.depth == 0).then(|| self.scope())
    }

    fn suspend(&mut self) {
        for scope in self.open.iter().rev() {
            // What holds a scope that suspends does so too.
            let suspends = &mut self.bindings.scopes[scope.0 as usize].suspends;
            if *suspends {
                break;
            }
            *suspends = true;
        }
    }

    /// What `name` means here, if it is the generator function's.
    fn meaning(&mut self, name: &Atom) -> Option<BindingId> {
        let Some(meaning) = self.names.get(name).and_then(|meanings| meanings.last()) else {
            self.free.insert(name.clone());
            return None;
        };
        let id = meaning.binding?;
        let binding = &mut self.bindings.bindings[id.0 as usize];
        binding.captured |= self.depth > meaning.depth;
        binding.dynamic |= self.withs > meaning.withs;
        Some(id)
    }

    fn mention(&mut self, ident: &mut Ident) {
        untag(ident);
        let Some(id) = self.meaning(&ident.sym) else { return };
        let holder = self.holder.filter(|holder| self.held.contains_key(holder));
        let role = match holder {
            Some(holder) => {
                self.held.entry(holder).or_default().push(id);
                if self.bindings[id].live && self.bindings[id].kind != Kind::Function {
                    Role::Safe
                } else {
                    Role::Early
                }
            }
            None => self.evaluate(id),
        };
        tag(ident, id, role);
    }

    /// A mention may be evaluated now, and so may what the functions it leads to mention.
    fn evaluate(&mut self, id: BindingId) -> Role {
        let role = if self.bindings[id].live { Role::Safe } else { Role::Early };
        self.bindings[id].early |= role == Role::Early;
        let mut rest = self.held.remove(&id).unwrap_or_default();
        while let Some(id) = rest.pop() {
            let binding = &self.bindings[id];
            // A function may be called again, in another case of the `switch`.
            let again = is_lexical(binding.kind) && self.bindings[binding.scope].is_switch;
            self.bindings[id].early |= again || !self.bindings[id].live;
            rest.extend(self.held.remove(&id).unwrap_or_default());
        }
        role
    }

    /// From here on mentions of what `ident` binds are safe.
    fn initialise(&mut self, ident: &mut Ident) {
        untag(ident);
        let Some(id) = self.meaning(&ident.sym) else { return };
        self.bindings[id].live = true;
        tag(ident, id, Role::Initialise);
    }
}

fn is_lexical(kind: Kind) -> bool {
    matches!(kind, Kind::Let | Kind::Const | Kind::Class)
}
