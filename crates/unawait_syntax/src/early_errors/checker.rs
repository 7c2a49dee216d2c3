//! The state of the walk that looks for early errors.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};
use swc_common::Span;

use super::state::{Declarations, Exports, Labels, PrivateNames};
use crate::objections::{Objection, ObjectionKind};
use crate::parsed::Parsed;
use crate::positions::range;
use crate::{Diagnostic, Label, SourceType};
/// What the constructs around a place allow there. The grammar's parameters among them are explained at
/// <https://tc39.es/ecma262/#sec-grammatical-parameters>.
#[derive(Clone, Copy)]
pub(super) struct Context {
    pub(super) strict: bool,
    /// `[Await]`: `await` is no identifier.
    pub(super) await_reserved: bool,
    /// An AwaitExpression may stand here.
    pub(super) awaits: bool,
    /// `[Yield]`: `yield` is no identifier.
    pub(super) yield_reserved: bool,
    /// A YieldExpression may stand here, if the parser takes it for one.
    pub(super) yields: bool,
    /// `super()` may stand here.
    pub(super) super_call: bool,
    /// `super.x` may stand here.
    pub(super) super_property: bool,
    /// `new.target` may stand here.
    pub(super) new_target: bool,
    /// `arguments` may stand here.
    pub(super) arguments: bool,
}

pub(super) struct Checker<'a> {
    pub(super) source: &'a str,
    pub(super) source_type: SourceType,
    /// `using` in the heads of loops, which the tree has as `const`.
    pub(super) hidden_usings: &'a FxHashMap<usize, Range<usize>>,
    pub(super) context: Context,
    pub(super) declarations: Declarations,
    pub(super) labels: Labels,
    pub(super) private_names: PrivateNames,
    pub(super) exports: Exports,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// Objections of the parser that the specification does not share, by where they begin.
    pub(super) overruled: FxHashSet<(ObjectionKind, usize)>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(source: &'a str, parsed: &'a Parsed) -> Self {
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
            declarations: Declarations::default(),
            labels: Labels::default(),
            private_names: PrivateNames::default(),
            exports: Exports::default(),
            diagnostics: Vec::new(),
            overruled: FxHashSet::default(),
        }
    }

    pub(super) fn is_module(&self) -> bool {
        self.source_type == SourceType::Module
    }

    /// Has `inside` look at what stands in `context`.
    pub(super) fn within<R>(&mut self, context: Context, inside: impl FnOnce(&mut Self) -> R) -> R {
        let outer = std::mem::replace(&mut self.context, context);
        let result = inside(self);
        self.context = outer;
        result
    }

    pub(super) fn error(&mut self, code: &'static str, message: impl Into<String>, span: Span) {
        self.error_at(code, message, range(span));
    }

    pub(super) fn error_at(&mut self, code: &'static str, message: impl Into<String>, range: Range<usize>) {
        self.diagnostics.push(Diagnostic::error(code, message, range));
    }

    /// Says that the parser is wrong about what begins at `span`.
    pub(super) fn overrule(&mut self, kind: ObjectionKind, span: Span) {
        self.overruled.insert((kind, range(span).start));
    }

    pub(super) fn is_overruled(&self, objection: &Objection) -> bool {
        self.overruled.contains(&(objection.kind, objection.span.start))
    }

    /// Adds a way out to the error that was just found.
    pub(super) fn help(&mut self, help: &'static str) {
        if let Some(last) = self.diagnostics.last_mut() {
            last.help = Some(help.to_owned());
        }
    }

    /// Adds another place to the error that was just found.
    pub(super) fn label(&mut self, span: Span, message: impl Into<String>) {
        if let Some(last) = self.diagnostics.last_mut() {
            last.labels.push(Label { span: range(span), message: message.into() });
        }
    }

    pub(super) fn text(&self, span: Span) -> &'a str {
        self.source.get(range(span)).unwrap_or("")
    }
}
