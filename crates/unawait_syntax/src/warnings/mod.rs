//! Warnings: places where the source shows that the lowered code will do something else. One function per warning,
//! named after its code. Where it takes a guess there is none: a warning that is wrong is worse than none.
//!
//! The walk is that of the inventory.

mod functions;
mod strings;
mod tests_of_kind;

pub(crate) use tests_of_kind::{CODE as TEST_OF_KIND, KINDS};

use rustc_hash::{FxHashMap, FxHashSet};
use swc_common::Span;
use swc_ecma_ast::*;

use crate::Diagnostic;
use crate::inventory::{Inventory, Name, ScopeKind};
use crate::positions::range;

/// What is found on the walk.
#[derive(Default)]
pub(crate) struct Warnings {
    /// The functions and classes that each name is declared as, or is a variable with one for a value.
    names: FxHashMap<Name, Vec<Noted>>,
    found: Vec<Found>,
}

/// A function or class, as far as warnings go.
#[derive(Clone, Copy)]
struct Noted {
    kind: Kind,
    span: Span,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An async function.
    Function,
    /// An async generator function.
    Generator,
    /// Another function, or a class: it counts if a lowered function is within it.
    Holder,
}

struct Found {
    of: Subject,
    /// Of which kinds the subject must be for the warning to hold.
    kinds: &'static [Kind],
    code: &'static str,
    message: &'static str,
    span: Span,
    help: &'static str,
}

/// What a warning speaks of.
enum Subject {
    /// No function of the file.
    Nothing,
    /// What this name is bound to.
    Name(Name),
    Value(Noted),
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
                    self.test_by_call(callee, arguments, call.span);
                    self.constructor_by_prototype(callee, arguments, call.span);
                    self.test_by_util(callee, call.span);
                    self.code_in_call(callee, arguments, call.span);
                    self.species_by_definition(callee, arguments, call.span);
                }
            }
            Expr::New(new) => {
                self.code_in_new(new);
                self.text_by_new(new);
            }
            Expr::Bin(binary) => {
                self.text_by_addition(binary);
                self.test_by_comparison(binary);
                self.test_by_instanceof(binary);
            }
            Expr::Member(member) => self.constructor_of_function(member),
            Expr::Tpl(template) => self.text_by_template(template),
            Expr::Assign(assign) => {
                self.species_by_assignment(assign);
                self.text_by_assignment(assign);
            }
            _ => {}
        }
    }

    /// Looks at a `switch`.
    pub(crate) fn switch(&mut self, statement: &SwitchStmt) {
        for test in statement.cases.iter().filter_map(|case| case.test.as_deref()) {
            self.test_by_name(&statement.discriminant, test);
        }
    }

    /// Notes a function's declaration.
    pub(crate) fn function(&mut self, name: &Name, function: &Function) {
        self.note(name, noted_function(function));
    }

    /// Notes a class's declaration.
    pub(crate) fn class(&mut self, name: &Name, class: &Class) {
        self.note(name, Noted { kind: Kind::Holder, span: class.span });
    }

    /// Notes a variable's value.
    pub(crate) fn variable(&mut self, name: &Pat, value: &Expr) {
        if let (Pat::Ident(name), Some(noted)) = (name, noted(value)) {
            self.note(&name.sym, noted);
        }
    }

    fn note(&mut self, name: &Name, noted: Noted) {
        self.names.entry(name.clone()).or_default().push(noted);
    }

    /// The warnings about the file whose `inventory` is complete, in source order.
    pub(crate) fn finish(self, inventory: &Inventory) -> Vec<Diagnostic> {
        let Warnings { names, found } = self;
        if found.is_empty() {
            return Vec::new();
        }
        let bound = bound_once(inventory);
        let holds_lowered = |span: Span| {
            let within = range(span);
            let bodies =
                inventory.functions.iter().filter_map(|function| function.text.as_ref()).map(|text| &text.body);
            bodies.into_iter().any(|body| within.contains(&body.start))
        };
        let is_of = |noted: &Noted, kinds: &[Kind]| {
            kinds.contains(&noted.kind) && (noted.kind != Kind::Holder || holds_lowered(noted.span))
        };
        let holds = found.into_iter().filter(|found| match &found.of {
            Subject::Nothing => true,
            Subject::Value(noted) => is_of(noted, found.kinds),
            Subject::Name(name) => {
                let one = names.get(name).and_then(|all| <&[Noted; 1]>::try_from(&all[..]).ok());
                bound.contains(name) && one.is_some_and(|[noted]| is_of(noted, found.kinds))
            }
        });
        let warning =
            |found: Found| Diagnostic::warning(found.code, found.message, range(found.span)).with_help(found.help);
        let mut warnings: Vec<Diagnostic> = holds.map(warning).collect();
        warnings.sort_by_key(|warning| warning.span.start);
        warnings.dedup_by_key(|warning| warning.span.start);
        warnings
    }

    fn warn(&mut self, code: &'static str, message: &'static str, span: Span, help: &'static str) {
        self.found.push(Found { of: Subject::Nothing, kinds: &[], code, message, span, help });
    }

    /// The same, if `function` is one of one of the kinds.
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
            Expr::Ident(ident) => Subject::Name(ident.sym.clone()),
            function => match noted(function) {
                Some(noted) => Subject::Value(noted),
                None => return,
            },
        };
        self.found.push(Found { of, kinds, code, message, span, help });
    }
}

/// The names that only one scope of the file binds, and that are not assigned to.
fn bound_once(inventory: &Inventory) -> FxHashSet<&Name> {
    let mut counts: FxHashMap<&Name, usize> = FxHashMap::default();
    for scope in &inventory.scopes {
        // Within a class its name is bound once more, to the same.
        let is_again = |name: &&Name| {
            let outer = scope.outer.filter(|_| scope.kind == ScopeKind::Inner);
            outer.is_some_and(|outer| inventory[outer].declared.contains(*name))
        };
        let bound = scope.declared.iter().filter(|name| !is_again(name));
        bound.for_each(|name| *counts.entry(name).or_default() += 1);
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

/// What a function or class expression is noted as.
fn noted(expression: &Expr) -> Option<Noted> {
    match unparenthesized(expression) {
        Expr::Fn(function) => Some(noted_function(&function.function)),
        Expr::Arrow(arrow) => {
            Some(Noted { kind: if arrow.is_async { Kind::Function } else { Kind::Holder }, span: arrow.span })
        }
        Expr::Class(class) => Some(Noted { kind: Kind::Holder, span: class.class.span }),
        _ => None,
    }
}

fn noted_function(function: &Function) -> Noted {
    let kind = match (function.is_async, function.is_generator) {
        (true, true) => Kind::Generator,
        (true, false) => Kind::Function,
        (false, _) => Kind::Holder,
    };
    Noted { kind, span: function.span }
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
