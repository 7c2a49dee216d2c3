//! Early errors: programs that the parser takes and the specification forbids. Lowering must not make valid ones of
//! them, so they are refused. Each rule is one function, named after it, in the file of the construct it speaks of;
//! what the parser refuses itself is not looked for again, but where it is wrong the rule overrules it.
//!
//! One walk over the tree, in source order. <https://tc39.es/ecma262/#early-error-rule>

mod classes;
mod declarations;
mod declared;
mod expressions;
mod functions;
mod identifiers;
mod labels;
mod modules;
mod private_names;
mod statements;
mod typescript;
mod walk;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use swc_common::Span;
use swc_ecma_ast::Program;

use crate::objections::{self, Objection, ObjectionKind};
use crate::parse::{Parsed, range};
use crate::{Diagnostic, Label, SourceType};

/// The early errors of a parsed file, in source order.
pub(crate) fn check(source: &str, parsed: &Parsed) -> Vec<Diagnostic> {
    if parsed.language.has_types() {
        // Overloads, merged declarations and the like obey other rules, which are for those who check types.
        let mut checker = Checker::new(source, parsed);
        checker.typescript(&parsed.program);
        return with_objections(checker, parsed);
    }
    let mut checker = Checker::new(source, parsed);
    match &parsed.program {
        Program::Module(module) => checker.module(&module.body),
        Program::Script(script) => checker.script(&script.body),
    }
    with_objections(checker, parsed)
}

/// What the checker has found, and the parser's objections that stand beside that, in source order.
fn with_objections(mut checker: Checker, parsed: &Parsed) -> Vec<Diagnostic> {
    let mut diagnostics = std::mem::take(&mut checker.diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    let stands = parsed.objections.iter().filter(|objection| {
        let span = &objection.span;
        // What a rule says is said better.
        let next = diagnostics.partition_point(|ours| ours.span.start < span.start);
        let is_said = diagnostics.get(next).is_some_and(|ours| ours.span.start < span.end.max(span.start + 1));
        !is_said && !checker.is_overruled(objection)
    });
    let stands: Vec<Objection> = stands.cloned().collect();
    diagnostics.extend(objections::reported(&stands, checker.source, parsed.source_type));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    // Two rules can object to one word: once is enough.
    diagnostics.dedup_by_key(|diagnostic| diagnostic.span.start);
    diagnostics
}

/// What the constructs around a place allow there. The grammar's parameters among them are explained at
/// <https://tc39.es/ecma262/#sec-grammatical-parameters>.
#[derive(Clone, Copy)]
struct Context {
    strict: bool,
    /// `[Await]`: `await` is no identifier.
    await_reserved: bool,
    /// An AwaitExpression may stand here.
    awaits: bool,
    /// `[Yield]`: `yield` is no identifier.
    yield_reserved: bool,
    /// A YieldExpression may stand here, if the parser takes it for one.
    yields: bool,
    /// `super()` may stand here.
    super_call: bool,
    /// `super.x` may stand here.
    super_property: bool,
    /// `new.target` may stand here.
    new_target: bool,
    /// `arguments` may stand here.
    arguments: bool,
}

struct Checker<'a> {
    source: &'a str,
    source_type: SourceType,
    /// `using` in the heads of loops, which the tree has as `const`.
    hidden_usings: &'a FxHashMap<usize, Range<usize>>,
    context: Context,
    declarations: declarations::Declarations,
    labels: labels::Labels,
    private_names: private_names::PrivateNames,
    exports: modules::Exports,
    diagnostics: Vec<Diagnostic>,
    /// Objections of the parser that the specification does not share, by where they begin.
    overruled: FxHashSet<(ObjectionKind, usize)>,
}

impl<'a> Checker<'a> {
    fn new(source: &'a str, parsed: &'a Parsed) -> Self {
        let is_module = parsed.source_type == SourceType::Module;
        Checker {
            source,
            source_type: parsed.source_type,
            hidden_usings: &parsed.hidden_usings,
            context: Context {
                strict: is_module,
                await_reserved: is_module,
                awaits: is_module,
                yield_reserved: false,
                yields: true,
                super_call: false,
                super_property: false,
                // A CommonJS module's text is a function's body.
                new_target: parsed.source_type == SourceType::CommonJs,
                arguments: true,
            },
            declarations: declarations::Declarations::default(),
            labels: labels::Labels::default(),
            private_names: private_names::PrivateNames::default(),
            exports: modules::Exports::default(),
            diagnostics: Vec::new(),
            overruled: FxHashSet::default(),
        }
    }

    fn is_module(&self) -> bool {
        self.source_type == SourceType::Module
    }

    /// Has `inside` look at what stands in `context`.
    fn within<R>(&mut self, context: Context, inside: impl FnOnce(&mut Self) -> R) -> R {
        let outer = std::mem::replace(&mut self.context, context);
        let result = inside(self);
        self.context = outer;
        result
    }

    fn error(&mut self, code: &'static str, message: impl Into<String>, span: Span) {
        self.error_at(code, message, range(span));
    }

    fn error_at(&mut self, code: &'static str, message: impl Into<String>, range: Range<usize>) {
        self.diagnostics.push(Diagnostic::error(code, message, range));
    }

    /// Says that the parser is wrong about what begins at `span`.
    fn overrule(&mut self, kind: ObjectionKind, span: Span) {
        self.overruled.insert((kind, range(span).start));
    }

    fn is_overruled(&self, objection: &Objection) -> bool {
        self.overruled.contains(&(objection.kind, objection.span.start))
    }

    /// Adds a way out to the error that was just found.
    fn help(&mut self, help: &'static str) {
        if let Some(last) = self.diagnostics.last_mut() {
            last.help = Some(help.to_owned());
        }
    }

    /// Adds another place to the error that was just found.
    fn label(&mut self, span: Span, message: impl Into<String>) {
        if let Some(last) = self.diagnostics.last_mut() {
            last.labels.push(Label { span: range(span), message: message.into() });
        }
    }

    fn text(&self, span: Span) -> &'a str {
        self.source.get(range(span)).unwrap_or("")
    }
}

/// What is found in a program.
#[cfg(test)]
fn errors(source: &str, source_type: SourceType) -> Vec<String> {
    let parsed = crate::parse::parse(source, source_type).unwrap_or_else(|error| panic!("{source}: {error:?}"));
    check(source, &parsed).into_iter().map(|diagnostic| diagnostic.message).collect()
}

/// Asserts that a script is accepted.
#[cfg(test)]
#[track_caller]
fn accepts(source: &str) {
    assert_eq!(errors(source, SourceType::Script), Vec::<String>::new(), "{source}");
}

/// Asserts that a script is refused with `message`, and with nothing else.
#[cfg(test)]
#[track_caller]
fn refuses(source: &str, message: &str) {
    assert_eq!(errors(source, SourceType::Script), [message], "{source}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_come_in_source_order_and_once() {
        let found = errors("l: async function f() { '\\01'; let a, a; }\nlet f;", SourceType::Script);
        assert_eq!(found.len(), 3);
        assert!(found[0].starts_with("Async functions"), "{found:?}");
        assert_eq!(found[1], "Identifier 'a' has already been declared");
    }

    #[test]
    fn deep_programs_and_many_names_take_linear_time() {
        let depth = 5_000;
        let nested = format!("{}{}", "try {} catch (e) { var e; ".repeat(depth), "}".repeat(depth));
        let labels: String = (0..depth).map(|n| format!("l{n}: ")).chain(["break l0".to_owned()]).collect();
        let pattern = format!("let {}a{} = x", "[".repeat(depth), "]".repeat(depth));
        for source in [nested, labels, pattern] {
            // The parser, and letting go of so deep a tree, take more stack than there is.
            let parse = || crate::parse::parse(&source, SourceType::Script).expect("a program");
            let parsed = stacker::grow(1 << 30, parse);
            assert!(check(&source, &parsed).is_empty());
            stacker::grow(1 << 30, || drop(parsed));
        }
    }
}
