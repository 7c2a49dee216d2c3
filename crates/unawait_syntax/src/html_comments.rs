//! HTML-like comments: <https://tc39.es/ecma262/#sec-html-like-comments>. The parser has the token behind such a comment
//! begin where the comment does. A regular expression and the parts of a template are read once more from there, so the
//! parser gets no such comment before them to see (`blank`); every other node gets its own place afterwards (`skip`).

use std::borrow::Cow;

use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith};

use crate::inventory::Name as Atom;
use crate::lex::{begins_line, line_end, next_token};
use crate::positions::{RED_ZONE, STACK, position, range};

/// How many comments are blanked: for each, the text before it is parsed.
const BLANKED: usize = 64;

/// `source` with spaces in the place of the comments that stand before what is read once more. `ends_in_code` says
/// of a text whether it ends between tokens, rather than in a string, a template, a regular expression or a comment.
pub(crate) fn blank<'s>(source: &'s str, ends_in_code: impl Fn(&str) -> bool) -> Cow<'s, str> {
    let mut text = Cow::Borrowed(source);
    for at in candidates(source).filter(|at| stands_before_reread(source, *at)).take(BLANKED) {
        let end = line_end(source, at);
        if ends_in_code(&text[..at]) {
            text.to_mut().replace_range(at..end, &" ".repeat(end - at));
        }
    }
    text
}

fn stands_before_reread(source: &str, at: usize) -> bool {
    source[next_token(source, at)..].starts_with(['/', '}', '`'])
}

/// Puts right where the nodes of `program` begin, the tree of a classic script or a CommonJS module.
pub(crate) fn skip(source: &str, program: &mut Program) {
    if may_hold(source) {
        program.visit_mut_with(&mut Skip(source));
    }
}

/// Whether there can be such a comment.
fn may_hold(source: &str) -> bool {
    candidates(source).next().is_some()
}

/// Where such a comment can begin: `-->` at the beginning of its line.
fn candidates(source: &str) -> impl Iterator<Item = usize> + '_ {
    let is_one = move |at: &usize| match &source.as_bytes()[..*at] {
        [.., b'<', b'!'] => true,
        _ => source[*at..].starts_with("-->") && begins_line(source, *at),
    };
    // Both kinds hold two dashes.
    let dashes = memchr::memmem::find_iter(source.as_bytes(), b"--").filter(is_one);
    dashes.map(move |at| if source[..at].ends_with("<!") { at - 2 } else { at })
}

struct Skip<'s>(&'s str);

impl Skip<'_> {
    /// The text of a literal, whose place is right already.
    fn raw(&self, raw: &mut Option<Atom>, span: Span) {
        if raw.as_ref().is_some_and(|raw| begins_comment(raw)) {
            *raw = self.0.get(range(span)).map(Atom::from);
        }
    }
}

/// Of a node's text, which no node begins like.
fn begins_comment(text: &str) -> bool {
    text.starts_with("<!--") || text.starts_with("-->")
}

impl VisitMut for Skip<'_> {
    fn visit_mut_span(&mut self, span: &mut Span) {
        let start = range(*span).start;
        let rest = if span.is_dummy() { None } else { self.0.get(start..) };
        if rest.is_some_and(begins_comment) {
            span.lo = position(next_token(self.0, start)).min(span.hi);
        }
    }

    fn visit_mut_number(&mut self, node: &mut Number) {
        node.visit_mut_children_with(self);
        self.raw(&mut node.raw, node.span);
    }

    fn visit_mut_big_int(&mut self, node: &mut BigInt) {
        node.visit_mut_children_with(self);
        self.raw(&mut node.raw, node.span);
    }

    fn visit_mut_str(&mut self, node: &mut Str) {
        node.visit_mut_children_with(self);
        self.raw(&mut node.raw, node.span);
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
    fn comments_before_regular_expressions_and_in_templates() {
        let takes = |source| assert!(crate::inventory(source, crate::SourceType::Script).is_ok(), "{source}");
        takes("if (1) {}<!-- c\n/1/g;");
        takes("--> '\n/1/g;\n/* */ --> `\n /2/; { <!-- (\n} x /* */ --> /3/.y;");
        takes("x = `${ a <!-- }`\n}${ b\n--> `\n}c`; // <!--\n/y/");
        takes("x = `\n--> ${1}\n/a/\n<!-- \n}`; y = /<!--/\n/<!--/; '<!--'\n/z/");
        assert!(crate::inventory("if (1) {}<!-- c\n/1/g;", crate::SourceType::Module).is_err());
    }

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
