//! Places in the text that a lowering changes.

use std::ops::Range;

use super::ids::{FunctionId, Name, ScopeId};

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
    pub function: FunctionId,
    pub argument: Range<usize>,
    /// Whether the argument has a comma of its own.
    pub is_sequence: bool,
}

/// `yield* x` of an async generator.
#[derive(Clone, Debug)]
pub struct Delegate {
    pub function: FunctionId,
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
    /// Where the head's names are bound.
    pub scope: ScopeId,
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
    /// At the file's top level.
    File,
    /// In a block, a function's body, or a `switch`.
    Scope(ScopeId),
    /// `for (using x = v; ...; ...) body`
    For(Loop),
    /// `for (using x of v) body`, with or without `await`.
    ForOf { body: Range<usize>, awaits: bool },
}

/// The top level of a file with a `using` in it.
#[derive(Clone, Debug)]
pub struct TopUsings {
    /// Whether there is an `await using` among them.
    pub is_await: bool,
    /// Whether a `return` stands at the top level, as CommonJS allows.
    pub returns: bool,
    /// The statements and other items, from the first `using` on.
    pub items: Vec<TopItem>,
}

/// A statement, an import or an export.
#[derive(Clone, Debug)]
pub struct TopItem {
    pub span: Range<usize>,
    pub form: TopForm,
    /// The words `export` or `export default`.
    pub export: Option<Range<usize>>,
    /// What it exports under these names, if there is an `export`.
    pub names: Vec<Name>,
}

/// What an item must become within a block, so that the whole file sees what it declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopForm {
    /// It cannot be in a block: functions, which are hoisted, imports, exports of other things, and types.
    Fixed,
    /// It does not change.
    Statement,
    /// `let` or `const`
    Lexical { word: Range<usize> },
    /// A class with a name.
    Class { name: Name },
    /// `export default` of something else, whose last token ends at `end`.
    Default { end: usize, is_anonymous: bool },
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
        /// Whether it is the operand of `typeof`.
        type_of: bool,
    },
    NewTarget {
        /// Whether it is what a `delete` answers true for, as a name is not.
        deleted: bool,
    },
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
    /// Called, with or without `?.`: where the callee begins, parentheses included; where the arguments begin, behind the
    /// parenthesis, and whether there are any.
    Call {
        callee: usize,
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

/// `yield` or `let` as a name, in sloppy code.
#[derive(Clone, Debug)]
pub struct WordName {
    pub word: Name,
    pub range: Range<usize>,
    pub function: FunctionId,
    pub scope: ScopeId,
    pub role: NameRole,
    pub operator: Option<NameOperator>,
}

/// An operator that asks for a name rather than for its value.
#[derive(Clone, Debug)]
pub enum NameOperator {
    TypeOf,
    /// With the range of the whole expression.
    Delete(Range<usize>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameRole {
    /// A binding or a reference.
    Name,
    /// `{ yield }`, in a literal or a pattern.
    Shorthand,
    Label,
}
