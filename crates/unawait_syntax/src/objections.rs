//! What the parser objects to: kept as it says it, and put into words when it turns out to stand.

use std::ops::Range;

use swc_ecma_parser::error::SyntaxError;

use crate::{Diagnostic, SourceType, wording};

/// How many objections of one file are reported, first ones first.
///
/// The words for one take time linear in the file, for example to find the bracket that is not closed, and a file can
/// hold an error in every third byte.
const MAX_REPORTED: usize = 100;

/// An objection of the parser.
#[derive(Clone, Debug)]
pub(crate) struct Objection {
    pub kind: ObjectionKind,
    pub span: Range<usize>,
    error: SyntaxError,
}

impl Objection {
    pub(crate) fn new(span: Range<usize>, error: SyntaxError) -> Self {
        let kind = match error {
            SyntaxError::DeclNotAllowed => ObjectionKind::Declaration,
            SyntaxError::AwaitParamInAsync | SyntaxError::AwaitInFunction => ObjectionKind::Await,
            SyntaxError::TS2406 | SyntaxError::NotSimpleAssign => ObjectionKind::Target,
            _ => ObjectionKind::Other,
        };
        Self { kind, span, error }
    }
}

/// Whether an objection can be overruled, and by which rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum ObjectionKind {
    /// A declaration stands where only a statement may.
    Declaration,
    /// Something is no assignment target.
    Target,
    /// An `await` is taken for a parameter's, or for that of a function that is not async.
    Await,
    Other,
}

/// Objections in words, in source order, one a place, and [`MAX_REPORTED`] at most.
pub(crate) fn reported(objections: &[Objection], source: &str, source_type: SourceType) -> Vec<Diagnostic> {
    let mut ordered: Vec<&Objection> = objections.iter().collect();
    ordered.sort_by_key(|objection| objection.span.start);
    let words =
        |objection: &Objection| wording::diagnostic(source, source_type, &objection.error, objection.span.clone());
    let mut diagnostics: Vec<Diagnostic> = ordered.into_iter().take(MAX_REPORTED).map(words).collect();
    // The words for an `await` that may not stand there begin at it, and not where the parser got stuck.
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    diagnostics.dedup_by_key(|diagnostic| diagnostic.span.start);
    diagnostics
}
