//! What a generator function binds, and the tags that tie the mentions in its tree to that.
//!
//! A tag is the syntax context of an identifier, which the parser leaves empty. Copies of a tree keep theirs, so
//! declarations can be taken apart before the mentions are rewritten.

use std::collections::HashMap;

use swc_atoms::Atom;
use swc_common::SyntaxContext;
use swc_ecma_ast::Ident;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct BindingId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct ScopeId(pub u32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Var,
    Parameter,
    /// A function declaration, of the body's top level or of a block.
    Function,
    Let,
    Const,
    Class,
    Caught,
    /// What a class whose keys or heritage suspend is called in these.
    ClassName,
    /// A name of a loop's head where the loop's right side is evaluated: nothing ever initialises it.
    Dead,
}

/// A name that the generator function itself binds. Names that functions within it bind are not recorded.
#[derive(Debug)]
pub(super) struct Binding {
    pub name: Atom,
    pub kind: Kind,
    pub scope: ScopeId,
    /// A function within mentions it.
    pub captured: bool,
    /// Some mention may be evaluated before it is initialised.
    pub early: bool,
    /// A `with` statement stands between it and a mention, which looks the name up.
    pub dynamic: bool,
    /// The `var` that its declaration assigns to as well: <https://tc39.es/ecma262/#sec-block-level-function-declarations-web-legacy-compatibility-semantics>.
    pub annex_b: Option<BindingId>,
    /// While resolving: it has been initialised before what is looked at.
    pub live: bool,
}

/// A scope of the generator function itself.
#[derive(Debug)]
pub(super) struct Scope {
    /// Bindings of it must outlive a step of the machine.
    pub suspends: bool,
    /// It may be entered again in one call.
    pub in_loop: bool,
    pub in_with: bool,
    /// The cases of a `switch`: none comes before another for certain.
    pub is_switch: bool,
}

/// What a mention asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The binding has been initialised.
    Safe,
    /// It may not have been: to be checked if the binding is `early`.
    Early,
    /// This initialises it.
    Initialise,
}

const ROLES: [Role; 3] = [Role::Safe, Role::Early, Role::Initialise];

pub(super) fn tag(ident: &mut Ident, binding: BindingId, role: Role) {
    ident.ctxt = SyntaxContext::from_u32(binding.0 * ROLES.len() as u32 + role as u32 + 1);
}

pub(super) fn tagged(ident: &Ident) -> Option<(BindingId, Role)> {
    let tag = ident.ctxt.as_u32().checked_sub(1)?;
    let roles = ROLES.len() as u32;
    Some((BindingId(tag / roles), ROLES[(tag % roles) as usize]))
}

pub(super) fn untag(ident: &mut Ident) {
    ident.ctxt = SyntaxContext::empty();
}

#[derive(Debug, Default)]
pub(super) struct Bindings {
    pub bindings: Vec<Binding>,
    pub scopes: Vec<Scope>,
    /// The names that declared classes have in their own keys and heritage.
    pub class_names: HashMap<BindingId, BindingId>,
}

impl Bindings {
    /// Whether the binding becomes a local of the wrapper. Functions of blocks always do: what sloppy code makes of
    /// them depends on the function around.
    pub fn is_lowered(&self, id: BindingId) -> bool {
        let binding = &self[id];
        match binding.kind {
            Kind::Parameter => false,
            Kind::Var | Kind::Function | Kind::ClassName => true,
            Kind::Let | Kind::Const | Kind::Class | Kind::Caught | Kind::Dead => self[binding.scope].suspends,
        }
    }

    /// Whether each evaluation of its scope has one of its own, which closures keep.
    pub fn needs_environment(&self, id: BindingId) -> bool {
        let binding = &self[id];
        binding.captured
            && self[binding.scope].in_loop
            && !binding.dynamic
            && !matches!(binding.kind, Kind::Var | Kind::Dead)
            && self.is_lowered(id)
    }

    pub fn is_constant(&self, id: BindingId) -> bool {
        matches!(self[id].kind, Kind::Const | Kind::ClassName)
    }
}

impl std::ops::Index<BindingId> for Bindings {
    type Output = Binding;
    fn index(&self, id: BindingId) -> &Binding {
        &self.bindings[id.0 as usize]
    }
}

impl std::ops::IndexMut<BindingId> for Bindings {
    fn index_mut(&mut self, id: BindingId) -> &mut Binding {
        &mut self.bindings[id.0 as usize]
    }
}

impl std::ops::Index<ScopeId> for Bindings {
    type Output = Scope;
    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0 as usize]
    }
}

impl std::ops::IndexMut<ScopeId> for Bindings {
    fn index_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0 as usize]
    }
}
