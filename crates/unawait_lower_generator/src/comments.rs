//! Comments of lowered bodies: licences, notes to bundlers (`/* @__PURE__ */`), and what a statement is about.
//!
//! A comment stays with the token behind it, also where the parser takes it for one of the token before. Where statements
//! and members begin there may be any; elsewhere only those that hold no line break, for `return` and the like may have
//! come to stand before what they belong to.

use std::collections::HashSet;

use swc_common::comments::{Comment, CommentKind, Comments as _};
use swc_common::{BytePos, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_syntax::lex::{LINE_TERMINATORS, has_line_terminator, next_token};
use unawait_syntax::tree::{Comments, position, range};

/// Those of `comments` that are printed with `program`, which `source` is the text of.
pub(crate) fn printed(source: &str, comments: &Comments, program: &Program) -> Comments {
    let printed = Comments::default();
    let (leading, trailing) = comments.borrow_all();
    if leading.is_empty() && trailing.is_empty() {
        return printed;
    }
    let mut starts = Starts::default();
    program.visit_with(&mut starts);
    for comment in trailing.values().flatten() {
        let end = range(comment.span).end;
        let next = next_token(source, end);
        if is_inline(comment) && !has_line_terminator(source, end, next) {
            printed.add_leading(position(next), comment.clone());
        }
    }
    for (position, comments) in leading.iter() {
        let is_start = starts.0.contains(position);
        let stay = comments.iter().filter(|comment| is_start || is_inline(comment));
        stay.for_each(|comment| printed.add_leading(*position, comment.clone()));
    }
    printed
}

fn is_inline(comment: &Comment) -> bool {
    comment.kind == CommentKind::Block && !comment.text.contains(LINE_TERMINATORS)
}

/// Where statements and members begin.
#[derive(Default)]
struct Starts(HashSet<BytePos>);

impl Visit for Starts {
    noop_visit_type!();

    fn visit_stmt(&mut self, statement: &Stmt) {
        self.0.insert(statement.span().lo);
        statement.visit_children_with(self);
    }

    fn visit_class_member(&mut self, member: &ClassMember) {
        self.0.insert(member.span().lo);
        member.visit_children_with(self);
    }

    fn visit_prop_or_spread(&mut self, property: &PropOrSpread) {
        self.0.insert(property.span().lo);
        property.visit_children_with(self);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
    }
}
