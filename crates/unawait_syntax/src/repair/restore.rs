//! The tree of a repaired text, made that of the source.

use rustc_hash::FxHashSet;
use swc_common::{BytePos, Span};
use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith};

use super::change::{Repair, Restore};
use super::rules;
use crate::inventory::Name as Atom;
use crate::positions::{RED_ZONE, STACK, position, range};

/// Restores what `repairs` want in `program`, and the positions of the source, which `original` answers. False if
/// something that was to be put right is not there.
pub(super) fn restore(repairs: &[Repair], original: &dyn Fn(usize) -> usize, program: &mut Program) -> bool {
    let wanted = repairs.iter().map(|repair| repair.restore.clone());
    let wanted = wanted.filter(|restore| !matches!(restore, Restore::Nothing | Restore::Using(_))).collect();
    let mut restorer = Restorer { original, wanted };
    program.visit_mut_with(&mut restorer);
    restorer.wanted.is_empty()
}

struct Restorer<'a> {
    /// The place in the source of an offset into the parser's text.
    original: &'a dyn Fn(usize) -> usize,
    /// What is still to be found.
    wanted: FxHashSet<Restore>,
}

impl Restorer<'_> {
    fn name(&mut self, place: Span, name: &mut Atom) {
        for meant in rules::NAMES {
            if self.wanted.remove(&Restore::Name(range(place).start, meant)) {
                *name = meant.into();
            }
        }
    }
}

impl VisitMut for Restorer<'_> {
    fn visit_mut_span(&mut self, span: &mut Span) {
        // Some nodes that the parser makes up are nowhere.
        if !span.is_dummy() {
            let original = |at: BytePos| position((self.original)(range(Span::new(at, at)).start));
            *span = Span::new(original(span.lo), original(span.hi));
        }
    }

    fn visit_mut_ident(&mut self, node: &mut Ident) {
        node.visit_mut_children_with(self);
        self.name(node.span, &mut node.sym);
    }

    fn visit_mut_ident_name(&mut self, node: &mut IdentName) {
        node.visit_mut_children_with(self);
        self.name(node.span, &mut node.sym);
    }

    fn visit_mut_decl(&mut self, node: &mut Decl) {
        node.visit_mut_children_with(self);
        let Decl::Var(var) = node else { return };
        let restored = |is_await| Restore::UsingDeclaration { start: range(var.span).start, is_await };
        if let Some(is_await) = [false, true].into_iter().find(|is_await| self.wanted.remove(&restored(*is_await))) {
            let decls = std::mem::take(&mut var.decls);
            *node = Decl::Using(Box::new(UsingDecl { span: var.span, is_await, decls }));
        }
    }

    fn visit_mut_bin_expr(&mut self, node: &mut BinExpr) {
        node.visit_mut_children_with(self);
        if let (BinaryOp::In, Expr::Ident(ident)) = (node.op, &*node.left)
            && self.wanted.remove(&Restore::PrivateName(range(ident.span).start))
        {
            // The first character stands for the `#`.
            let name = ident.sym.get(1..).unwrap_or_default().into();
            *node.left = Expr::PrivateName(PrivateName { span: ident.span, name });
        }
    }

    fn visit_mut_call_expr(&mut self, node: &mut CallExpr) {
        node.visit_mut_children_with(self);
        if let Callee::Expr(callee) = &node.callee
            && callee.is_ident_ref_to("async")
        {
            self.wanted.remove(&Restore::AsyncCall(range(node.span).end));
        }
    }

    fn visit_mut_simple_assign_target(&mut self, node: &mut SimpleAssignTarget) {
        node.visit_mut_children_with(self);
        if let SimpleAssignTarget::Member(MemberExpr { obj, .. }) = node
            && let Expr::Call(CallExpr { callee: Callee::Expr(_), span, .. }) = &**obj
            && self.wanted.remove(&Restore::CallTarget(range(*span).end))
        {
            // swc has no call here, but a parenthesized one.
            let (span, expr) = (*span, std::mem::replace(obj, Box::new(Expr::Invalid(Invalid { span: *span }))));
            *node = SimpleAssignTarget::Paren(ParenExpr { span, expr });
        }
    }

    fn visit_mut_expr(&mut self, node: &mut Expr) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_mut_children_with(self));
        if let Expr::Paren(ParenExpr { expr, .. }) = node
            && let Expr::Lit(Lit::Str(string)) = &**expr
            && self.wanted.remove(&Restore::NoDirective(range(string.span).start))
        {
            *node = Expr::Lit(Lit::Str(string.clone()));
        }
        if let Expr::Unary(UnaryExpr { op: UnaryOp::Bang, arg, span }) = node
            && self.wanted.remove(&Restore::NoOperator(range(*span).start))
        {
            *node = std::mem::replace(arg, Expr::Invalid(Invalid { span: *span }));
        }
    }

    fn visit_mut_stmt(&mut self, node: &mut Stmt) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_mut_children_with(self));
        if let Stmt::For(statement) = node
            && let (Some(VarDeclOrExpr::VarDecl(_)), None) = (&statement.init, &statement.update)
            && self.wanted.remove(&Restore::ForIn(range(statement.span).start))
            && let (Some(VarDeclOrExpr::VarDecl(left)), Some(right)) = (statement.init.take(), statement.test.take())
        {
            let body =
                std::mem::replace(&mut statement.body, Box::new(Stmt::Empty(EmptyStmt { span: statement.span })));
            *node = Stmt::ForIn(ForInStmt { span: statement.span, left: ForHead::VarDecl(left), right, body });
        }
    }

    fn visit_mut_pat(&mut self, node: &mut Pat) {
        stacker::maybe_grow(RED_ZONE, STACK, || node.visit_mut_children_with(self));
    }
}
