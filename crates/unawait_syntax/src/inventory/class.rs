//! How classes are written, for what is to be done to a class when it is made.

use std::ops::Range;

use super::function::FunctionName;
use super::ids::Name;

/// How a class is written.
#[derive(Clone, Debug)]
pub struct ClassText {
    /// From `class` to the closing brace.
    pub span: Range<usize>,
    /// Behind the opening brace.
    pub body_start: usize,
    pub form: ClassForm,
    /// Whether code of the program may see the class before its definition is over: static fields and blocks, which came
    /// with ES2022. So does code that a static private method needs.
    pub has_static_code: bool,
}

impl ClassText {
    /// Whether code can be put where the whole class is there and keeps its name.
    pub fn is_in_reach(&self) -> bool {
        self.has_static_code || !matches!(self.form, ClassForm::Expression(FunctionName::Dynamic))
    }
}

#[derive(Clone, Debug)]
pub enum ClassForm {
    /// By the name that it declares.
    Declaration(Name),
    /// `export default class` without a name.
    DefaultDeclaration,
    /// By the name that its place gives it; `None` also for one with a name of its own, which its place does not change.
    Expression(FunctionName),
}
