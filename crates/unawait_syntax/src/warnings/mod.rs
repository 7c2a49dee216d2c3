//! Warnings: places where the source shows that the lowered code will do something else. One function per warning,
//! named after its code. Where it takes a guess there is none: a warning that is wrong is worse than none.
//!
//! The walk is that of the inventory.

mod functions;
mod strings;
mod tests_of_kind;

pub(crate) use tests_of_kind::KINDS;

use rustc_hash::{FxHashMap, FxHashSet};
use swc_common::Span;
use swc_ecma_ast::*;

use crate::Diagnostic;
use crate::inventory::{Inventory, Name};
use crate::parse::range;

/// What is found on the walk.
#[derive(Default)]
pub(crate) struct Warnings {
    /// The kinds of the async functions that each name is declared as, or is a variable with one for a value.
    names: FxHashMap<Name, Vec<Kind>>,
    found: Vec<Found>,
}

/// What kind of an async function.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Function,
    Generator,
}

struct Found {
    /// The name that must be an async function's for the warning to hold, of one of the kinds.
    of: Option<(Name, &'static [Kind])>,
    code: &'static str,
    message: &'static str,
    span: Span,
    help: &'static str,
}

impl Warnings {
    /// Looks at an expression, but not at those within it.
    pub(crate) fn expression(&mut self, expression: &Expr, is_in_async_function: bool) {
        match expression {
            Expr::Call(call) => {
                if is_in_async_function {
                    self.direct_eval(call);
                }
                if let Some((callee, arguments)) = plain_call(call) {
                    self.text_by_call(callee, arguments, call.span);
                    self.constructor_by_prototype(callee, arguments, call.span);
                    self.test_by_util(callee, call.span);
                    self.code_in_call(callee, arguments, call.span);
                    self.species_by_definition(callee, arguments, call.span);
                }
            }
            Expr::New(new) => self.code_in_new(new),
            Expr::Bin(binary) => {
                self.test_by_comparison(binary);
                self.test_by_instanceof(binary);
            }
            Expr::Member(member) => self.constructor_of_function(member),
            Expr::Tpl(template) => self.text_by_template(template),
            Expr::Assign(assign) => self.species_by_assignment(assign),
            _ => {}
        }
    }

    /// Looks at a `switch`.
    pub(crate) fn switch(&mut self, statement: &SwitchStmt) {
        for test in statement.cases.iter().filter_map(|case| case.test.as_deref()) {
            self.test_by_name(&statement.discriminant, test);
        }
    }

    /// Notes an async function's declaration.
    pub(crate) fn function(&mut self, name: &Name, is_generator: bool) {
        self.note(name, if is_generator { Kind::Generator } else { Kind::Function });
    }

    /// Notes a variable's value.
    pub(crate) fn variable(&mut self, name: &Pat, value: &Expr) {
        if let (Pat::Ident(name), Some(kind)) = (name, kind(value)) {
            self.note(&name.sym, kind);
        }
    }

    fn note(&mut self, name: &Name, kind: Kind) {
        self.names.entry(name.clone()).or_default().push(kind);
    }

    /// The warnings about the file whose `inventory` is complete, in source order.
    pub(crate) fn finish(self, inventory: &Inventory) -> Vec<Diagnostic> {
        let Warnings { names, found } = self;
        if found.is_empty() {
            return Vec::new();
        }
        let bound = bound_once(inventory);
        let is_one = |(name, kinds): &(Name, &[Kind])| {
            let is_of_kinds = names.get(name).is_some_and(|all| matches!(&all[..], [one] if kinds.contains(one)));
            is_of_kinds && bound.contains(name)
        };
        let holds = found.into_iter().filter(|found| found.of.as_ref().is_none_or(is_one));
        let warning =
            |found: Found| Diagnostic::warning(found.code, found.message, range(found.span)).with_help(found.help);
        let mut warnings: Vec<Diagnostic> = holds.map(warning).collect();
        warnings.sort_by_key(|warning| warning.span.start);
        warnings.dedup_by_key(|warning| warning.span.start);
        warnings
    }

    fn warn(&mut self, code: &'static str, message: &'static str, span: Span, help: &'static str) {
        self.found.push(Found { of: None, code, message, span, help });
    }

    /// The same, if `function` is a lowered one of one of the kinds.
    fn warn_of(
        &mut self,
        function: &Expr,
        kinds: &'static [Kind],
        code: &'static str,
        message: &'static str,
        span: Span,
        help: &'static str,
    ) {
        let of = match unparenthesized(function) {
            Expr::Ident(ident) => Some((ident.sym.clone(), kinds)),
            function if kind(function).is_some_and(|kind| kinds.contains(&kind)) => None,
            _ => return,
        };
        self.found.push(Found { of, code, message, span, help });
    }
}

/// The names that only one scope of the file binds, and that are not assigned to.
fn bound_once(inventory: &Inventory) -> FxHashSet<&Name> {
    let mut counts: FxHashMap<&Name, usize> = FxHashMap::default();
    for scope in &inventory.scopes {
        scope.declared.iter().for_each(|name| *counts.entry(name).or_default() += 1);
        scope.reassigned.iter().for_each(|name| *counts.entry(name).or_default() += 2);
    }
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(name, _)| name).collect()
}

/// The expression within any number of parentheses.
fn unparenthesized(mut expression: &Expr) -> &Expr {
    while let Expr::Paren(inner) = expression {
        expression = &inner.expr;
    }
    expression
}

/// The kind of an async function expression.
fn kind(expression: &Expr) -> Option<Kind> {
    match unparenthesized(expression) {
        Expr::Fn(function) if function.function.is_async && function.function.is_generator => Some(Kind::Generator),
        Expr::Fn(function) if function.function.is_async => Some(Kind::Function),
        Expr::Arrow(arrow) if arrow.is_async => Some(Kind::Function),
        _ => None,
    }
}

/// Whether it is `a.b.c`, for the names given.
fn is_path(expression: &Expr, names: &[&str]) -> bool {
    match (unparenthesized(expression), names) {
        (Expr::Ident(ident), [name]) => &*ident.sym == *name,
        (Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(last), .. }), [before @ .., name]) => {
            &*last.sym == *name && is_path(obj, before)
        }
        _ => false,
    }
}

/// Whether it is `a.b.c`, for anything before the names given.
fn ends_path(expression: &Expr, names: &[&str]) -> bool {
    match (unparenthesized(expression), names) {
        (_, []) => true,
        (Expr::Ident(ident), [name]) => &*ident.sym == *name,
        (Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(last), .. }), [before @ .., name]) => {
            &*last.sym == *name && ends_path(obj, before)
        }
        _ => false,
    }
}

/// The callee and the arguments, if none of them is spread.
fn plain_call(call: &CallExpr) -> Option<(&Expr, &[ExprOrSpread])> {
    let Callee::Expr(callee) = &call.callee else { return None };
    let is_plain = call.args.iter().all(|argument| argument.spread.is_none());
    is_plain.then(|| (unparenthesized(callee), &call.args[..]))
}

/// The text of a string literal, or of a template without expressions.
fn text(expression: &Expr) -> Option<&str> {
    match unparenthesized(expression) {
        Expr::Lit(Lit::Str(string)) => string.value.as_str(),
        Expr::Tpl(template) => match &template.quasis[..] {
            [only] => Some(&only.raw),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
fn warnings(source: &str) -> Vec<String> {
    let inventory = crate::inventory(source, crate::SourceType::CommonJs).unwrap_or_else(|e| panic!("{source}: {e:?}"));
    let warning = |warning: Diagnostic| format!("{} {}", warning.code, &source[warning.span]);
    inventory.warnings.into_iter().map(warning).collect()
}

/// Asserts that there is one warning: its code and its place.
#[cfg(test)]
#[track_caller]
fn warns(source: &str, warning: &str) {
    assert_eq!(warnings(source), [warning], "{source}");
}

/// Asserts that there is none.
#[cfg(test)]
#[track_caller]
fn accepts(source: &str) {
    assert_eq!(warnings(source), Vec::<String>::new(), "{source}");
}
