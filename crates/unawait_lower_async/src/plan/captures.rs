//! What a generator function would rebind is handed to it.
//!
//! A generator function has its own `arguments` and `new.target`, and no `super`; its `this` comes with the call. An
//! arrow function takes all four from around it, a method has a home object. So what stands in an async arrow function
//! (or, for `super`, in an async method) reads them from a capture: `this` -> `this_1()`, `arguments` -> `arguments_1`,
//! `new.target` -> `newTarget_1`, `super.x` -> `super_1("x")`. The wrapper makes the captures: it is a method or an
//! arrow function itself.
//!
//! Why not simpler: an alias made in the enclosing function would touch code that has no `async`, and has no place in a
//! class field. `this` needs an accessor in a derived constructor only, where it may not be there yet; elsewhere it is
//! passed. <https://tc39.es/ecma262/#sec-function-environment-records>

use std::collections::BTreeMap;

use unawait_syntax::inventory::{FunctionId, FunctionKind, Lexical, LexicalKind, Name, SuperKey, SuperUse};
use unawait_syntax::{FreshNames, Inventory};

use crate::driving::Driving;
use crate::facts::arguments::{ArgumentsBinder, arguments_scope, assigned_arguments};
use crate::facts::functions::{is_in_derived_constructor, needs_generator};

/// Something that a wrapper hands to its generator function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capture {
    pub kind: CaptureKind,
    /// The name it goes by in the generator function.
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaptureKind {
    This,
    Arguments,
    /// `arguments` where it is assigned to.
    ArgumentsPlace,
    /// `arguments` where it may not be there.
    ArgumentsGet,
    /// The same for a `typeof` before it.
    ArgumentsType,
    NewTarget,
    SuperCall,
    SuperGet,
    SuperPlace,
    SuperDelete,
    /// `yield` as a name from outside.
    YieldPlace,
    /// `typeof yield`
    YieldType,
    /// `delete yield`
    YieldDelete,
    /// A function expression's own name.
    OwnName,
    /// A name from outside whose value does not change.
    Constant,
}

impl Capture {
    pub fn own_name(name: &Name) -> Self {
        Capture { kind: CaptureKind::OwnName, name: name.to_string() }
    }

    pub fn constant(name: &Name) -> Self {
        Capture { kind: CaptureKind::Constant, name: name.to_string() }
    }

    fn base(kind: CaptureKind) -> &'static str {
        match kind {
            CaptureKind::This => "this",
            CaptureKind::Arguments | CaptureKind::ArgumentsPlace | CaptureKind::ArgumentsGet => "arguments",
            CaptureKind::ArgumentsType => "typeofArguments",
            CaptureKind::NewTarget => "newTarget",
            CaptureKind::SuperCall => "superCall",
            CaptureKind::SuperGet => "super",
            CaptureKind::SuperPlace => "superPlace",
            CaptureKind::SuperDelete => "superDelete",
            CaptureKind::YieldPlace | CaptureKind::OwnName | CaptureKind::Constant => "yield",
            CaptureKind::YieldType => "typeofYield",
            CaptureKind::YieldDelete => "deleteYield",
        }
    }
}

/// A place where a capture is read.
#[derive(Clone, Debug)]
pub struct Site {
    pub lexical: Lexical,
    pub kind: CaptureKind,
    pub name: String,
    /// What to write for `this` there.
    pub this: String,
    /// Whether to ask for `this` before a key is evaluated.
    pub asks_first: bool,
    /// The function whose wrapper makes the capture.
    pub owner: FunctionId,
    /// The functions between the two.
    pub within: Vec<FunctionId>,
}

/// The captures of each function, and where they are read.
pub fn plan(
    inventory: &Inventory,
    driving: &Driving,
    fresh: &mut FreshNames,
) -> (BTreeMap<FunctionId, Vec<Capture>>, Vec<Site>) {
    let mut captures: BTreeMap<FunctionId, Vec<Capture>> = BTreeMap::new();
    let mut sites = Vec::new();
    let mut capture = |owner: FunctionId, kind: CaptureKind| {
        let known = captures.entry(owner).or_default();
        if let Some(capture) = known.iter().find(|capture| capture.kind == kind) {
            return capture.name.clone();
        }
        let name = fresh.name(Capture::base(kind));
        known.push(Capture { kind, name: name.clone() });
        name
    };
    let assigned = assigned_arguments(inventory);
    for lexical in &inventory.lexical {
        let Some(owner) = owner(inventory, driving, lexical) else { continue };
        let in_derived = is_in_derived_constructor(inventory, lexical.function);
        let kind = match &lexical.kind {
            LexicalKind::This if !in_derived => continue,
            LexicalKind::This => CaptureKind::This,
            LexicalKind::Arguments { type_of, .. } => arguments_kind(inventory, lexical, owner, &assigned, *type_of),
            LexicalKind::NewTarget { .. } => CaptureKind::NewTarget,
            LexicalKind::SuperCall => CaptureKind::SuperCall,
            LexicalKind::SuperProperty { place, .. } => match place {
                SuperUse::Write => CaptureKind::SuperPlace,
                SuperUse::Delete => CaptureKind::SuperDelete,
                SuperUse::Read | SuperUse::Call { .. } | SuperUse::Tag => CaptureKind::SuperGet,
            },
        };
        let name = capture(owner, kind);
        let is_property = matches!(lexical.kind, LexicalKind::SuperProperty { .. });
        let this = match in_derived && is_property {
            true => format!("{}()", capture(owner, CaptureKind::This)),
            false => "this".to_owned(),
        };
        // Reading a property by its name asks at once.
        let reads_by_name = matches!(lexical.kind, LexicalKind::SuperProperty { key: SuperKey::Name(_), .. })
            && kind == CaptureKind::SuperGet;
        let asks_first = in_derived && is_property && !reads_by_name;
        let within = inventory.arrows_out(lexical.function).take_while(|id| *id != owner).collect();
        sites.push(Site { lexical: lexical.clone(), kind, name, this, asks_first, owner, within });
    }
    (captures, sites)
}

/// The outermost generator between `lexical` and what gives it its meaning. `None`: nothing is in the way.
fn owner(inventory: &Inventory, driving: &Driving, lexical: &Lexical) -> Option<FunctionId> {
    let is_super = matches!(lexical.kind, LexicalKind::SuperCall | LexicalKind::SuperProperty { .. });
    let binder = match lexical.kind {
        LexicalKind::Arguments { .. } => arguments_scope(inventory, lexical.function, lexical.scope),
        _ => None,
    };
    let rebinds = |id: &FunctionId| {
        let function = &inventory[*id];
        let inside_binder = binder.is_none_or(|scope| inventory.scopes_out(function.scope).any(|outer| outer == scope));
        needs_generator(function, driving) && (function.kind == FunctionKind::Arrow || is_super) && inside_binder
    };
    inventory.arrows_out(lexical.function).filter(rebinds).last()
}

/// How `arguments` is handed on: as a value if it is a function's own, which is there and stays.
fn arguments_kind(
    inventory: &Inventory,
    lexical: &Lexical,
    owner: FunctionId,
    assigned: &[ArgumentsBinder],
    type_of: bool,
) -> CaptureKind {
    let binder = ArgumentsBinder::of(inventory, lexical);
    let is_there = binder.is_object(inventory);
    match assigned.contains(&binder) {
        // Strict code assigns to it nowhere, and may not.
        true if !inventory[owner].strict => CaptureKind::ArgumentsPlace,
        false if is_there => CaptureKind::Arguments,
        _ if type_of && !is_there => CaptureKind::ArgumentsType,
        _ => CaptureKind::ArgumentsGet,
    }
}
