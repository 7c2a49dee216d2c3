//! What is decided about one function.

use unawait_runtime::Helper;
use unawait_syntax::inventory::ScopeId;

use super::captures::Capture;
use super::params::WrapperParams;
use super::prototypes::PrototypeAccess;

/// What one function becomes.
#[derive(Debug)]
pub struct FunctionPlan {
    pub body: BodyForm,
    pub call: BodyCall,
    pub captures: Vec<Capture>,
    pub pass: Pass,
    pub wrapper: Wrapper,
    /// The names of the wrapper's parameters.
    pub params: WrapperParams,
    /// What generator and body functions are called, for stack traces: a name that hides none of the source's.
    pub frame: Option<String>,
    /// A variable to keep `arguments.callee` right with.
    pub callee: Option<String>,
    /// For an async generator: a name for the function whose `prototype` its objects inherit from.
    pub own_function: Option<String>,
    /// A variable to keep the computed key of such a method in.
    pub key: Option<String>,
}

/// What runs the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BodyForm {
    /// An arrow function in the wrapper: the body never suspends, and has everything it needs around it.
    Settled,
    /// The same behind its own parameter list, since binding the parameters can fail, or a `var` repeats one.
    SettledWithParams,
    /// A function of this name beside the wrapper: what a declaration's text becomes.
    Sibling { name: String, suspends: bool },
    /// A function of this name beside the wrapper, which answers the generator function: that is kept in a variable of
    /// a scope that is entered less often.
    Answered { name: String, variable: String },
    /// A generator function.
    Driven(GeneratorHome),
}

/// Where a generator function is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GeneratorHome {
    /// In a variable of the scope whose names it uses: made once each time that is entered.
    Shared(String),
    /// Nowhere: it is made for every call.
    PerCall,
}

/// The call in the wrapper that runs the body: `driver(this, arguments, promise, body)`, or `__settle(body)`.
#[derive(Debug)]
pub struct BodyCall {
    pub driver: Driver,
    pub this: ThisArgument,
    pub arguments: ArgumentsList,
    /// Where an arrow function's parameters stand.
    pub params: ParamsPlace,
}

/// Who calls the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Driver {
    /// `__settle`: the body never suspends.
    Settle,
    /// `helper(..., promise, ...)`, where `promise` is an expression.
    Awaiter { helper: Helper, promise: String },
    /// `__asyncGen(..., f, ...)`, whose third argument is the function that the program sees.
    AsyncGenerator,
}

/// What the driver hands to the body as `this`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThisArgument {
    This,
    Undefined,
}

/// What the driver hands to the body as arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArgumentsList {
    /// `arguments`: the wrapper's own object, or the one around an arrow function.
    Whole,
    /// `[capture, a, b]`: the wrapper's parameters.
    Params,
    /// `[capture, ...arguments]`
    Spread,
}

/// Where the parameters stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamsPlace {
    /// On the function that runs the body; the wrapper has others.
    Body,
    /// On the wrapper, an arrow function whose direct eval may ask for the `arguments` around it.
    Wrapper,
}

/// How captures get into the generator function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// As parameters before its own ones: then all calls can share the generator function.
    Leading,
    /// As constants of the wrapper around it, because more parameters would change its `arguments`.
    Closure,
}

/// What the program holds in its hands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrapper {
    /// A declaration's value at the start of this scope.
    Hoisted(ScopeId),
    /// A declaration where it stands.
    InPlace,
    /// `({ f() {} }).f`: not a constructor, without `prototype`.
    MethodLiteral {
        /// The name it binds for itself, where its body uses that, or an async generator its `prototype`.
        bound: Option<String>,
    },
    /// A function expression: its value goes nowhere, or its name is known at run time only.
    Plain,
    /// A method or an arrow function stays one.
    Same,
    /// A method stays one, too, and is given a `prototype`.
    Prototyped(PrototypeAccess),
}

impl FunctionPlan {
    /// For a method that is given a `prototype`: how, and what its function is called.
    pub fn member_access(&self) -> Option<(PrototypeAccess, &str)> {
        match (&self.wrapper, &self.own_function) {
            (Wrapper::Prototyped(access), Some(own)) => Some((*access, own)),
            _ => None,
        }
    }

    /// The captures that are parameters of the generator function.
    pub fn leading_captures(&self) -> impl Iterator<Item = &Capture> {
        self.captures.iter().filter(|_| self.pass == Pass::Leading)
    }
}

impl BodyForm {
    pub fn is_generator(&self) -> bool {
        matches!(self, BodyForm::Driven(_) | BodyForm::Sibling { suspends: true, .. } | BodyForm::Answered { .. })
    }
}
