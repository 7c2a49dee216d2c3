//! Warnings: places where the source shows that the lowered code will do something else. One function per warning,
//! named after its code. Where it takes a guess there is none: a warning that is wrong is worse than none.

mod functions;
mod strings;
mod tests_of_kind;

use std::collections::{HashMap, HashSet};

use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use crate::inventory::{Inventory, Name};
use crate::parse::{Parsed, RED_ZONE, STACK, range};
use crate::{Diagnostic, fresh};

/// What one of has to be in a text for there to be anything to warn of, but in templates.
const WORDS: [&str; 8] =
    ["Async", "Function", "String", "eval", "species", "getPrototypeOf", "constructor", "__proto__"];

/// The warnings about a file, in source order.
pub(crate) fn check(source: &str, parsed: &Parsed, inventory: &Inventory) -> Vec<Diagnostic> {
    if !may_warn(source) && !mentions_in_template(source, inventory) {
        return Vec::new();
    }
    let mut checker = Checker { async_functions: 0, names: HashMap::new(), found: Vec::new() };
    parsed.program.visit_with(&mut checker);
    let Checker { names, found, .. } = checker;
    let bound: HashSet<&Name> = bound_once(inventory).collect();
    let is_async = |name: &Name| names.get(name) == Some(&1) && bound.contains(name);
    let holds =
        |(name, diagnostic): (Option<Name>, Diagnostic)| name.is_none_or(|name| is_async(&name)).then_some(diagnostic);
    let mut warnings: Vec<Diagnostic> = found.into_iter().filter_map(holds).collect();
    warnings.sort_by_key(|warning| warning.span.start);
    warnings.dedup_by_key(|warning| warning.span.start);
    warnings
}

/// Told from the bytes, for most files give no reason.
fn may_warn(source: &str) -> bool {
    WORDS.iter().any(|word| memchr::memmem::find(source.as_bytes(), word.as_bytes()).is_some())
}

/// Whether the name of an async function stands alone in a template's `${}`.
fn mentions_in_template(source: &str, inventory: &Inventory) -> bool {
    let names: HashSet<&str> = inventory.functions.iter().filter_map(|f| f.name.known()).map(|name| &**name).collect();
    memchr::memmem::find_iter(source.as_bytes(), "${").any(|at| {
        let rest = &source[at + 2..];
        let end = rest.find(|c| !fresh::is_name(c)).unwrap_or(rest.len());
        rest[end..].starts_with('}') && names.contains(&rest[..end])
    })
}

/// The names that only one scope of the file binds, and that are not assigned to.
fn bound_once(inventory: &Inventory) -> impl Iterator<Item = &Name> {
    let mut counts: HashMap<&Name, usize> = HashMap::new();
    for scope in &inventory.scopes {
        scope.declared.iter().for_each(|name| *counts.entry(name).or_default() += 1);
        scope.reassigned.iter().for_each(|name| *counts.entry(name).or_default() += 2);
    }
    counts.into_iter().filter(|(_, count)| *count == 1).map(|(name, _)| name)
}

struct Checker {
    /// How many async functions are around.
    async_functions: usize,
    /// How often each name is that of an async function declaration, or of a variable with an async function for a
    /// value.
    names: HashMap<Name, usize>,
    /// With the name that must be an async function's for the warning to hold.
    found: Vec<(Option<Name>, Diagnostic)>,
}

impl Checker {
    fn warn(&mut self, code: &'static str, message: impl Into<String>, span: Span, help: &str) {
        self.found.push((None, Diagnostic::warning(code, message, range(span)).with_help(help)));
    }

    /// The same, if `function` is a lowered one.
    fn warn_of(&mut self, function: &Expr, code: &'static str, message: &str, span: Span, help: &str) {
        let name = match unparenthesized(function) {
            Expr::Ident(ident) => Some(ident.sym.clone()),
            function if is_async_function(function) => None,
            _ => return,
        };
        self.found.push((name, Diagnostic::warning(code, message, range(span)).with_help(help)));
    }

    fn in_function(&mut self, is_async: bool, inside: impl FnOnce(&mut Self)) {
        self.async_functions += usize::from(is_async);
        inside(self);
        self.async_functions -= usize::from(is_async);
    }

    fn expression(&mut self, expression: &Expr) {
        match expression {
            Expr::Call(call) => {
                self.text_by_call(call);
                self.constructor_by_prototype(call);
                self.test_by_util(call);
                self.direct_eval(call);
                self.code_in_call(call);
                self.species_by_definition(call);
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
        expression.visit_children_with(self);
    }
}

impl Visit for Checker {
    noop_visit_type!();

    fn visit_expr(&mut self, node: &Expr) {
        stacker::maybe_grow(RED_ZONE, STACK, || self.expression(node));
    }

    fn visit_stmt(&mut self, node: &Stmt) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_children_with(self));
    }

    fn visit_pat(&mut self, node: &Pat) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_children_with(self));
    }

    fn visit_function(&mut self, node: &Function) {
        self.in_function(node.is_async, |this| node.visit_children_with(this));
    }

    fn visit_arrow_expr(&mut self, node: &ArrowExpr) {
        self.in_function(node.is_async, |this| node.visit_children_with(this));
    }

    fn visit_fn_decl(&mut self, node: &FnDecl) {
        if node.function.is_async {
            *self.names.entry(node.ident.sym.clone()).or_default() += 1;
        }
        node.visit_children_with(self);
    }

    fn visit_var_declarator(&mut self, node: &VarDeclarator) {
        if let (Pat::Ident(name), Some(value)) = (&node.name, &node.init)
            && is_async_function(value)
        {
            *self.names.entry(name.id.sym.clone()).or_default() += 1;
        }
        node.visit_children_with(self);
    }

    fn visit_switch_stmt(&mut self, node: &SwitchStmt) {
        for case in &node.cases {
            case.test.iter().for_each(|test| self.test_by_name(&node.discriminant, test));
        }
        node.visit_children_with(self);
    }
}

/// The expression within any number of parentheses.
fn unparenthesized(mut expression: &Expr) -> &Expr {
    while let Expr::Paren(inner) = expression {
        expression = &inner.expr;
    }
    expression
}

fn is_async_function(expression: &Expr) -> bool {
    match unparenthesized(expression) {
        Expr::Fn(function) => function.function.is_async,
        Expr::Arrow(arrow) => arrow.is_async,
        _ => false,
    }
}

/// The names of `a.b.c`, if it is that.
fn path(expression: &Expr) -> Option<Vec<&str>> {
    match unparenthesized(expression) {
        Expr::Ident(ident) => Some(vec![&ident.sym]),
        Expr::Member(MemberExpr { obj, prop: MemberProp::Ident(name), .. }) => {
            let mut names = path(obj)?;
            names.push(&name.sym);
            Some(names)
        }
        _ => None,
    }
}

/// The callee and the arguments, if none of them is spread.
fn plain_call(call: &CallExpr) -> Option<(&Expr, Vec<&Expr>)> {
    let Callee::Expr(callee) = &call.callee else { return None };
    let is_plain = call.args.iter().all(|argument| argument.spread.is_none());
    is_plain.then(|| (unparenthesized(callee), call.args.iter().map(|argument| &*argument.expr).collect()))
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
