//! What a file holds of interest to a lowering, in source order and as byte ranges: functions, scopes, and the places
//! where the meaning of the text depends on the function around it. No tree is needed to read it.

mod class;
mod features;
mod function;
mod ids;
mod site;

use std::ops::{Index, IndexMut, Range};

use rustc_hash::{FxHashMap, FxHashSet};

pub use class::{ClassForm, ClassText};
pub use features::Features;
pub use function::*;
pub use ids::{ClassId, FunctionId, Name, ScopeId, Start};
pub use site::*;

use crate::{Diagnostic, ScriptTag, SourceType};

/// The whole of it.
#[derive(Debug)]
pub struct Inventory {
    /// Never `Unknown`.
    pub source_type: SourceType,
    /// Whether the file may be a classic script, whose top-level names are those of all scripts of a page. It may then be
    /// read as CommonJS all the same, if nobody says which of the two it is.
    pub may_be_script: bool,
    /// Every function and what works like one; an outer one before those within it. The first is the file itself.
    pub functions: Vec<Function>,
    /// An outer one before those within it. The first is the file's.
    pub scopes: Vec<Scope>,
    pub classes: Vec<ClassText>,
    /// Whether generator functions are lowered later on, too.
    pub generators_go: bool,
    pub awaits: Vec<Await>,
    pub lexical: Vec<Lexical>,
    pub word_names: Vec<WordName>,
    /// `return x` in async generators.
    pub returns: Vec<Return>,
    /// `yield* x` in async generators.
    pub delegates: Vec<Delegate>,
    /// In async functions; a module's own stay.
    pub for_awaits: Vec<ForAwait>,
    pub usings: Vec<Using>,
    /// Those of them that stand directly at the file's top level, and what comes behind.
    pub top_usings: Option<TopUsings>,
    /// Starts of statements and class members whose forerunner is ended by a line break alone.
    pub unguarded: FxHashSet<usize>,
    /// Ends of such forerunners.
    pub open_ends: FxHashSet<usize>,
    /// The `await`s at a module's top level.
    pub top_level_awaits: Vec<Range<usize>>,
    /// Whether nothing but generators and async functions is newer than ES5.
    pub is_es5: bool,
    /// Whether functions are to be written as ES5 has them: no methods of literals, no arrow functions.
    pub plain_functions: bool,
    /// Where lowered code will do something else than the source says, as far as it shows.
    pub warnings: Vec<Diagnostic>,
}

impl Index<FunctionId> for Inventory {
    type Output = Function;
    fn index(&self, id: FunctionId) -> &Function {
        &self.functions[id.0]
    }
}

impl Index<ClassId> for Inventory {
    type Output = ClassText;
    fn index(&self, id: ClassId) -> &ClassText {
        &self.classes[id.0]
    }
}

impl IndexMut<FunctionId> for Inventory {
    fn index_mut(&mut self, id: FunctionId) -> &mut Function {
        &mut self.functions[id.0]
    }
}

impl IndexMut<ScopeId> for Inventory {
    fn index_mut(&mut self, id: ScopeId) -> &mut Scope {
        &mut self.scopes[id.0]
    }
}

impl Index<ScopeId> for Inventory {
    type Output = Scope;
    fn index(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.0]
    }
}

/// A scope of names.
#[derive(Debug)]
pub struct Scope {
    pub outer: Option<ScopeId>,
    /// The function it belongs to.
    pub function: FunctionId,
    pub declared: FxHashSet<Name>,
    /// Where it has a place for declarations.
    pub start: Option<Start>,
    pub kind: ScopeKind,
    /// Whether the scope around it may enter it more than once: a loop lies between.
    pub repeats: bool,
    /// Names may come into it at run time: a `with` statement's, or one that a direct eval adds to.
    pub dynamic: bool,
    /// For a head: from where on its names have the values that they keep, if nothing is assigned to them. Before lies
    /// the head itself.
    pub bound_from: Option<usize>,
    /// Names that are assigned to after they have been bound. The last part of a `for` head does not count: it works
    /// on the next iteration's.
    pub reassigned: FxHashSet<Name>,
    /// A `switch` statement's text.
    pub statement: Option<Switch>,
    /// Where the brace is that ends a block or a function's body.
    pub end: Option<usize>,
    /// The last function declared in it under each name.
    pub(crate) functions: FxHashMap<Name, FunctionId>,
}

impl Scope {
    /// A scope of `function`'s that declares nothing yet and stands in no other.
    pub(crate) fn new(function: FunctionId, kind: ScopeKind) -> Self {
        Scope {
            outer: None,
            function,
            declared: FxHashSet::default(),
            start: None,
            kind,
            repeats: false,
            dynamic: false,
            bound_from: None,
            reassigned: FxHashSet::default(),
            statement: None,
            end: None,
            functions: FxHashMap::default(),
        }
    }
}

/// `switch (value) { ... }`
#[derive(Clone, Debug)]
pub struct Switch {
    pub span: Range<usize>,
    /// Behind the parenthesis that closes around the value.
    pub head_end: usize,
    /// The names that stand in the value, if the cases declare async functions.
    pub names_in_value: FxHashSet<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeKind {
    /// The file, or a function's body: where `var` declares.
    Body,
    Block,
    /// A function's parameters, a loop's head, a catch clause's parameter.
    Head,
    /// A function expression's own name, or a class's own name and its private names: entered once each time the scope
    /// around it comes by.
    Inner,
    /// A `switch`: the same.
    Switch,
}

impl Inventory {
    /// The inventory of a file that is read as `source_type`, and in which nothing has been found yet.
    pub(crate) fn new(source_type: SourceType) -> Self {
        Inventory {
            source_type,
            may_be_script: false,
            functions: vec![Function::new(FunctionKind::File, ScopeId::FILE, ScopeId::FILE)],
            scopes: vec![Scope::new(FunctionId::FILE, ScopeKind::Body)],
            classes: Vec::new(),
            generators_go: false,
            awaits: Vec::new(),
            lexical: Vec::new(),
            word_names: Vec::new(),
            returns: Vec::new(),
            delegates: Vec::new(),
            for_awaits: Vec::new(),
            usings: Vec::new(),
            top_usings: None,
            unguarded: FxHashSet::default(),
            open_ends: FxHashSet::default(),
            top_level_awaits: Vec::new(),
            is_es5: false,
            plain_functions: false,
            warnings: Vec::new(),
        }
    }

    /// Where text can be put that runs before the file's first statement.
    pub fn file_start(&self) -> Option<Start> {
        self.scopes.first().and_then(|scope| scope.start)
    }

    /// What the top-level names of the file get that lowering makes, if it may be a classic script. `source` is its text,
    /// `manner` how it is lowered.
    pub fn script_tag(&self, source: &str, manner: impl FnOnce() -> String) -> Option<ScriptTag> {
        self.may_be_script.then(|| ScriptTag::of(source, &manner()))
    }

    /// Whether names that `scope` declares are top-level ones, or may become such by Annex B.
    pub fn is_top_level(&self, scope: ScopeId) -> bool {
        self[self[scope].function].kind == FunctionKind::File
    }

    /// Whether the code around a declaration in `scope` is strict.
    pub fn is_strict(&self, scope: ScopeId) -> bool {
        self[self[scope].function].strict
    }

    /// Whether the file itself binds `name`.
    pub fn binds_at_top(&self, name: &str) -> bool {
        self.scopes.first().is_some_and(|scope| scope.declared.contains(&Name::from(name)))
    }

    /// The functions from `id` outwards, as long as each is an arrow function; then the one that is none.
    pub fn arrows_out(&self, id: FunctionId) -> impl Iterator<Item = FunctionId> + '_ {
        let mut next = Some(id);
        std::iter::from_fn(move || {
            let id = next?;
            next = self[id].outer.filter(|_| self[id].kind == FunctionKind::Arrow);
            Some(id)
        })
    }

    /// What gives `this` and the like their meaning in `id`: itself, unless it is an arrow function.
    pub fn provider(&self, id: FunctionId) -> FunctionId {
        self.arrows_out(id).last().unwrap_or(id)
    }

    /// The scopes from `id` outwards.
    pub fn scopes_out(&self, id: ScopeId) -> impl Iterator<Item = ScopeId> + '_ {
        std::iter::successors(Some(id), move |id| self[*id].outer)
    }

    /// The blocks and `switch`es of sloppy code that declare a function called `let` which is lowered, as generator
    /// functions are with `generators`. What lowering declares there in its place is bound by a `let`, which cannot
    /// bind that name.
    pub fn blocks_of_let(&self, generators: bool) -> FxHashSet<ScopeId> {
        let is_lowered =
            |function: &Function| function.is_lowered() || generators && function.is_generator && !function.is_async;
        let is_let = |function: &Function| {
            matches!(&function.name, FunctionName::Own(name, _) if &**name == "let")
                && function.kind == FunctionKind::Declaration
                && self[function.scope].kind != ScopeKind::Body
        };
        self.functions.iter().filter(|one| is_let(one) && is_lowered(one)).map(|one| one.scope).collect()
    }

    /// The scope that binds `name` as seen from `scope`, if the file binds it at all.
    pub fn resolve(&self, name: &Name, scope: ScopeId) -> Option<ScopeId> {
        self.scopes_out(scope).find(|id| self[*id].declared.contains(name))
    }

    /// All functions with their indices, outer ones first.
    pub fn functions(&self) -> impl DoubleEndedIterator<Item = (FunctionId, &Function)> {
        self.functions.iter().enumerate().map(|(index, function)| (FunctionId(index), function))
    }
}
