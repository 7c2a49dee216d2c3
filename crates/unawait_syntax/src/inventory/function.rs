//! Functions: what they are, and how the async ones are written.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::ids::{ClassId, FunctionId, Name, ScopeId, Start};

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
    /// How it is written; `None` for what is no async function, or stays one.
    pub text: Option<FunctionText>,
    /// How often an activation can suspend, as far as the text tells.
    pub suspends: Suspends,
    /// Whether it, or an arrow function within it that has none of its own, uses `this`.
    pub uses_this: bool,
    pub arguments: ArgumentsUse,
    /// Whether a direct eval is in it, or in a function within it.
    pub has_eval: bool,
    /// The names that it uses and does not bind: for an async function only.
    pub free: FxHashSet<Name>,
    /// The name that it binds for itself, or is given by the place where it stands (NamedEvaluation,
    /// <https://tc39.es/ecma262/#sec-runtime-semantics-namedevaluation>).
    pub name: FunctionName,
    /// Whether an assignment to a name like its own is in it.
    pub assigns_own_name: bool,
    /// Whether nothing but a call can be done with it: `(async function () {})()`.
    pub called_at_once: bool,
    /// Whether it is the callee of a `new` without parentheses around it: a call there must have them.
    pub in_new_callee: bool,
    /// For a declaration: whether a later one of the same name and scope replaces it; for a class's method: whether a
    /// later member does.
    pub replaced: bool,
}

impl Function {
    /// A function in `scope`, of which nothing else is known yet.
    pub(crate) fn new(kind: FunctionKind, scope: ScopeId, own_scope: ScopeId) -> Self {
        Function {
            kind,
            is_async: false,
            is_generator: false,
            strict: false,
            outer: None,
            scope,
            own_scope,
            text: None,
            suspends: Suspends::Never,
            uses_this: false,
            arguments: ArgumentsUse::None,
            has_eval: false,
            free: FxHashSet::default(),
            name: FunctionName::None,
            assigns_own_name: false,
            called_at_once: false,
            in_new_callee: false,
            replaced: false,
        }
    }

    /// Whether it is an async function that is lowered.
    pub fn is_lowered(&self) -> bool {
        self.is_async && self.text.is_some()
    }
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
    /// The type parameters, with their brackets.
    pub type_params: Option<Range<usize>>,
    /// The parameter `this` of TypeScript, up to the next one.
    pub this_param: Option<Range<usize>>,
    /// The end of the parameters and the type behind them.
    pub head_end: usize,
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
    pub body_vars: FxHashSet<Name>,
    /// For a method: where it is one.
    pub member: Option<Member>,
}

/// A method's place in its object literal or class.
#[derive(Clone, Debug)]
pub struct Member {
    /// The key as it is written, with its brackets or its `#`.
    pub key: Range<usize>,
    pub is_computed: bool,
    pub is_private: bool,
    pub owner: MemberOwner,
}

/// What a method is a member of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberOwner {
    Object,
    Class {
        class: ClassId,
        is_static: bool,
    },
    /// A class whose methods cannot be got at: its decorators may put anything in their place, or it has static code and
    /// may be given no static field.
    OpaqueClass,
}

impl FunctionText {
    /// Where the parameters begin, with those for types.
    pub fn head_start(&self) -> usize {
        self.type_params.as_ref().map_or(self.params.start, |params| params.start)
    }

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
        let mut names = FxHashSet::default();
        self.param_list.iter().filter_map(|param| param.name.as_ref()).all(|name| names.insert(name))
    }

    /// Whether some parameter has decorators.
    pub fn has_decorated_params(&self) -> bool {
        self.param_list.iter().any(|param| param.decorators.is_some())
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
    /// Its decorators, if it has any. They are evaluated where the class is.
    pub decorators: Option<Range<usize>>,
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
