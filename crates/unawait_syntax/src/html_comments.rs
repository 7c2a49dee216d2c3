//! Nodes behind HTML-like comments. The parser has the token behind such a comment begin where the comment does; here it
//! gets its own place. <https://tc39.es/ecma262/#sec-html-like-comments>

use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith};

use crate::lex::{LINE_TERMINATORS, next_token};
use crate::parse::{RED_ZONE, STACK, position, range};

/// Puts right where the nodes of `program` begin, the tree of a classic script or a CommonJS module.
pub(crate) fn skip(source: &str, program: &mut Program) {
    if may_hold(source) {
        program.visit_mut_with(&mut Skip(source));
    }
}

/// Whether there can be such a comment: `-->` is one at the beginning of its line.
fn may_hold(source: &str) -> bool {
    // A line may be as long as the file, so no further back than the spaces go.
    let is_space = |c: char| c.is_whitespace() && !LINE_TERMINATORS.contains(&c);
    let begins_line = |at: usize| {
        let before = source[..at].trim_end_matches(is_space);
        before.is_empty() || before.ends_with(LINE_TERMINATORS) || before.ends_with("*/")
    };
    memchr::memmem::find(source.as_bytes(), b"<!--").is_some()
        || memchr::memmem::find_iter(source.as_bytes(), b"-->").any(begins_line)
}

struct Skip<'s>(&'s str);

impl VisitMut for Skip<'_> {
    fn visit_mut_span(&mut self, span: &mut Span) {
        let start = range(*span).start;
        // No node begins like that.
        let rest = if span.is_dummy() { None } else { self.0.get(start..) };
        if rest.is_some_and(|rest| rest.starts_with("<!--") || rest.starts_with("-->")) {
            span.lo = position(next_token(self.0, start)).min(span.hi);
        }
    }

    fn visit_mut_expr(&mut self, node: &mut Expr) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_mut_children_with(self));
    }

    fn visit_mut_stmt(&mut self, node: &mut Stmt) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_mut_children_with(self));
    }

    fn visit_mut_pat(&mut self, node: &mut Pat) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_mut_children_with(self));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_within_lines_are_none() {
        for source in ["<!-- a", "a\n --> b", "/* a\n */ --> b", "-->", "a <!-- b"] {
            assert!(may_hold(source), "{source}");
        }
        for source in ["while (i --> 0);", "a --> b", "'-->'", "// a --> b"] {
            assert!(!may_hold(source), "{source}");
        }
    }
}
