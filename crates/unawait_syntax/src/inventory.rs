//! What a file holds of interest to a lowering, in source order and as byte ranges: functions, scopes, and the places
//! where the meaning of the text depends on the function around it. No tree is needed to read it.

use std::collections::{HashMap, HashSet};
use std::ops::{Index, IndexMut, Range};

/// A name as the source means it: escapes are resolved. A private name has its `#`.
pub use swc_atoms::Atom as Name;

use crate::SourceType;

/// An index into `Inventory::functions`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FunctionId(pub(crate) usize);

/// An index into `Inventory::scopes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScopeId(pub(crate) usize);

/// The whole of it.
#[derive(Debug)]
pub struct Inventory {
    /// Never `Unknown`.
    pub source_type: SourceType,
    /// Every function and what works like one; an outer one before those within it. The first is the file itself.
    pub functions: Vec<Function>,
    /// An outer one before those within it. The first is the file's.
    pub scopes: Vec<Scope>,
    pub awaits: Vec<Await>,
    pub lexical: Vec<Lexical>,
    pub yield_names: Vec<YieldName>,
    /// `return x` in async generators.
    pub returns: Vec<Return>,
    /// `yield* x` in async generators.
    pub delegates: Vec<Delegate>,
    /// In async functions; a module's own stay.
    pub for_awaits: Vec<ForAwait>,
    /// All but those directly at a file's top level.
    pub usings: Vec<Using>,
    /// Starts of statements and class members whose forerunner is ended by a line break alone.
    pub unguarded: HashSet<usize>,
    /// Ends of such forerunners.
    pub open_ends: HashSet<usize>,
    /// The `await`s at a module's top level.
    pub top_level_awaits: Vec<Range<usize>>,
}

/// Where text can be put that runs first in a scope, each time it is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Start {
    pub at: usize,
    /// Whether the directive before it still wants its semicolon.
    pub wants_semicolon: bool,
}

impl ScopeId {
    /// The file's scope.
    pub const FILE: ScopeId = ScopeId(0);
}

impl Index<FunctionId> for Inventory {
    type Output = Function;
    fn index(&self, id: FunctionId) -> &Function {
        &self.functions[id.0]
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

/// A function, or what gives `this` a meaning as one does.
#[derive(Debug)]
pub struct Function {
    pub kind: FunctionKind,
    pub is_async: bool,
    pub is_generator: bool,
    pub strict: bool,
    /// The function around it.
    pub outer: Option<FunctionId>,
    /// The scope it stands in.
    pub scope: ScopeId,
    /// The scope of its parameters.
    pub own_scope: ScopeId,
    /// How it is written; `None` for what is no async function.
    pub text: Option<FunctionText>,
    /// How often an activation can suspend, as far as the text tells.
    pub suspends: Suspends,
    /// Whether it, or an arrow function within it that has none of its own, uses `this`.
    pub uses_this: bool,
    pub arguments: ArgumentsUse,
    /// Whether a direct eval is in it, or in a function within it.
    pub has_eval: bool,
    /// The names that it uses and does not bind: for an async function only.
    pub free: HashSet<Name>,
    /// The name that it binds for itself, or is given by the place where it stands (NamedEvaluation,
    /// <https://tc39.es/ecma262/#sec-runtime-semantics-namedevaluation>).
    pub name: FunctionName,
    /// Whether an assignment to a name like its own is in it.
    pub assigns_own_name: bool,
    /// Whether nothing but a call can be done with it: `(async function () {})()`.
    pub called_at_once: bool,
    /// For a declaration: whether a later one of the same name and scope replaces it.
    pub replaced: bool,
}

/// How often an activation of an async function can suspend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Suspends {
    Never,
    /// One `await`, in no loop.
    Once,
    Often,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FunctionKind {
    /// The file: its own top level.
    File,
    Declaration,
    /// `export default function`.
    DefaultDeclaration,
    Expression,
    Arrow,
    /// A method of an object literal or class, getters and setters included.
    Method,
    Constructor {
        derived: bool,
    },
    /// A class field's initialiser, or a static block.
    ClassInitializer,
}

/// What a function is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FunctionName {
    /// By its own identifier; the range is where that stands.
    Own(Name, Range<usize>),
    /// By its place.
    Inferred(Name),
    /// By its place, which knows only at run time: a computed key.
    Dynamic,
    /// The empty string.
    None,
}

impl FunctionName {
    /// The name, if it is known.
    pub fn known(&self) -> Option<&Name> {
        match self {
            FunctionName::Own(name, _) | FunctionName::Inferred(name) => Some(name),
            FunctionName::Dynamic | FunctionName::None => None,
        }
    }
}

/// What a function does with its own `arguments`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArgumentsUse {
    #[default]
    None,
    /// Reads elements and the length, or hands them on: `arguments[0]`, `f.apply(this, arguments)`, `...arguments`.
    Elements,
    /// Anything else: the object itself gets out, and with it `arguments.callee`.
    Object,
}

/// How an async function is written.
#[derive(Clone, Debug)]
pub struct FunctionText {
    /// From `async`, or what comes before it in a method (`static`), to the end of the body.
    pub span: Range<usize>,
    /// The word `async`.
    pub async_word: Range<usize>,
    /// The word `function`, where there is one.
    pub function_word: Option<Range<usize>>,
    /// The `*` of a generator.
    pub star: Option<usize>,
    /// The parameters with their parentheses; an arrow function's single name has none.
    pub params: Range<usize>,
    pub param_list: Vec<Param>,
    /// The `=>` of an arrow function.
    pub arrow: Option<usize>,
    /// With its braces, or the expression of a concise arrow function.
    pub body: Range<usize>,
    pub concise: bool,
    /// Behind the brace and the directives; for a concise body, where that begins.
    pub body_start: Start,
    /// The directives of its prologue, each a string literal.
    pub directives: Vec<Range<usize>>,
    /// The names that its body declares with `var` or as functions.
    pub body_vars: HashSet<Name>,
}

impl FunctionText {
    /// Whether its body declares `name` with `var` or as a function, or at its top level otherwise.
    pub fn declares_in_body(&self, name: &str) -> bool {
        self.body_vars.iter().any(|declared| &**declared == name)
    }

    /// Whether its body declares a parameter's name again, with `var` or as a function.
    pub fn repeats_param(&self) -> bool {
        self.param_list.iter().filter_map(|param| param.name.as_ref()).any(|name| self.body_vars.contains(name))
    }

    /// Whether no two plain parameters have the same name.
    pub fn params_are_distinct(&self) -> bool {
        let mut names = HashSet::new();
        self.param_list.iter().filter_map(|param| param.name.as_ref()).all(|name| names.insert(name))
    }

    /// Whether every parameter is a plain name: then binding them cannot fail.
    pub fn has_plain_params(&self) -> bool {
        self.param_list.iter().all(|param| param.form == ParamForm::Plain)
    }
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Param {
    pub form: ParamForm,
    /// The name, if it is a plain one, with or without an initialiser.
    pub name: Option<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamForm {
    /// `a`
    Plain,
    /// `{ a }`, `[a]`
    Pattern,
    /// `a = 1`, `{ a } = {}`
    Default,
    /// `...a`
    Rest,
}

/// A scope of names.
#[derive(Debug)]
pub struct Scope {
    pub outer: Option<ScopeId>,
    /// The function it belongs to.
    pub function: FunctionId,
    pub declared: HashSet<Name>,
    /// Where it has a place for declarations.
    pub start: Option<Start>,
    pub kind: ScopeKind,
    /// Whether the scope around it may enter it more than once: a loop lies between.
    pub repeats: bool,
    /// Names may come into it at run time: a `with` statement's, or one that a direct eval adds to.
    pub dynamic: bool,
    /// A `switch` statement's text.
    pub statement: Option<Range<usize>>,
    /// Where the brace is that ends a block or a function's body.
    pub end: Option<usize>,
    /// The last function declared in it under each name.
    pub(crate) functions: HashMap<Name, FunctionId>,
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

/// `await x`
#[derive(Clone, Debug)]
pub struct Await {
    pub function: FunctionId,
    /// The word.
    pub word: Range<usize>,
    /// With the operand.
    pub span: Range<usize>,
    /// Whether it stands where only a unary expression may: a `yield` must be in parentheses there.
    pub is_operand: bool,
}

/// `return x` of an async generator.
#[derive(Clone, Debug)]
pub struct Return {
    pub argument: Range<usize>,
    /// Whether the argument has a comma of its own.
    pub is_sequence: bool,
}

/// `yield* x` of an async generator.
#[derive(Clone, Debug)]
pub struct Delegate {
    pub argument: Range<usize>,
}

/// A loop's text: `label: for (left of right) body`, whatever its head.
#[derive(Clone, Debug)]
pub struct Loop {
    pub function: FunctionId,
    /// With its labels.
    pub span: Range<usize>,
    /// Each label with its colon.
    pub labels: Vec<Range<usize>>,
    /// The word `for`.
    pub word: usize,
    pub body: Range<usize>,
}

/// `for await (left of right) body`
#[derive(Clone, Debug)]
pub struct ForAwait {
    pub text: Loop,
    pub left: Range<usize>,
    pub right: Range<usize>,
    pub kind: HeadKind,
    /// The names that the head binds anew for each iteration, if `right` mentions one of them.
    pub dead_names: Vec<Name>,
}

/// What the head of a loop has on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadKind {
    /// `var`, `let`, `const`
    Declaration,
    /// Something to assign to.
    Target,
    /// `using`, `await using`
    Using,
}

/// A declaration with `using` or `await using`.
#[derive(Clone, Debug)]
pub struct Using {
    pub function: FunctionId,
    pub is_await: bool,
    /// `using`, or `await using`.
    pub words: Range<usize>,
    pub declarators: Vec<Declarator>,
    pub place: UsingPlace,
}

/// One name and its value.
#[derive(Clone, Debug)]
pub struct Declarator {
    pub name: Range<usize>,
    /// The value; none in the head of a `for`-`of`.
    pub value: Option<Range<usize>>,
    /// The name, if the value is an anonymous function that gets it.
    pub names: Option<Name>,
}

/// Where a `using` declaration stands.
#[derive(Clone, Debug)]
pub enum UsingPlace {
    /// In a block, a function's body, or a `switch`.
    Scope(ScopeId),
    /// `for (using x = v; ...; ...) body`
    For(Loop),
    /// `for (using x of v) body`, with or without `await`.
    ForOf { body: Range<usize>, awaits: bool },
}

/// Something whose meaning a generator function would change.
#[derive(Clone, Debug)]
pub struct Lexical {
    pub kind: LexicalKind,
    pub range: Range<usize>,
    /// The innermost function around it, arrow functions included.
    pub function: FunctionId,
    /// The innermost scope around it.
    pub scope: ScopeId,
    /// Whether it is (part of) the callee of a `new` without parentheses around it: a call there must have them.
    pub in_new_callee: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LexicalKind {
    This,
    Arguments {
        assigned: bool,
        shorthand: bool,
        /// Where the `typeof` before it begins.
        type_of: Option<usize>,
    },
    NewTarget,
    /// `super(...)`: the range is that of the word.
    SuperCall,
    /// `super.x`, `super[x]`: the range is that of the whole.
    SuperProperty {
        /// Where the word begins: behind a `delete` that belongs to the range.
        word: usize,
        key: SuperKey,
        place: SuperUse,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuperKey {
    Name(Name),
    /// `[` and `]`.
    Computed {
        open: usize,
        close: usize,
    },
}

/// What is done with a property of `super`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuperUse {
    Read,
    /// Called, with or without `?.`: where the arguments begin, behind the parenthesis, and whether there are any.
    Call {
        arguments: usize,
        empty: bool,
    },
    /// The tag of a template.
    Tag,
    /// Assigned to, updated, or a target in a pattern or loop head.
    Write,
    /// `delete super.x`: the range includes the operator.
    Delete,
}

/// `yield` as a name, in sloppy code.
#[derive(Clone, Debug)]
pub struct YieldName {
    pub range: Range<usize>,
    pub function: FunctionId,
    pub scope: ScopeId,
    pub role: YieldRole,
    /// Where the `typeof` before it begins.
    pub type_of: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YieldRole {
    /// A binding or a reference.
    Name,
    /// `{ yield }`, in a literal or a pattern.
    Shorthand,
    Label,
}

impl Inventory {
    /// Where text can be put that runs before the file's first statement.
    pub fn file_start(&self) -> Option<Start> {
        self.scopes.first().and_then(|scope| scope.start)
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

    /// The scopes from `id` outwards.
    pub fn scopes_out(&self, id: ScopeId) -> impl Iterator<Item = ScopeId> + '_ {
        std::iter::successors(Some(id), move |id| self[*id].outer)
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
