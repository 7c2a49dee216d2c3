//! Labels and jumps to them.

use swc_common::Span;
use swc_ecma_ast::{Ident, LabeledStmt, Stmt};
use swc_ecma_visit::VisitWith;

use super::checker::Checker;
use super::declared::unlabelled;

impl Checker<'_> {
    /// A statement with all its labels.
    pub(super) fn labelled_statement(&mut self, labelled: &LabeledStmt) {
        let statement = unlabelled(labelled);
        let is_loop =
            matches!(statement, Stmt::For(_) | Stmt::ForIn(_) | Stmt::ForOf(_) | Stmt::While(_) | Stmt::DoWhile(_));
        let mut added = Vec::new();
        let mut next = Some(labelled);
        while let Some(LabeledStmt { label, body, .. }) = next {
            self.identifier(label);
            // The parser refuses a label within one of the same name.
            self.labels.open.insert(label.sym.clone(), is_loop);
            added.push(&label.sym);
            next = match &**body {
                Stmt::Labeled(inner) => Some(inner),
                _ => None,
            };
        }
        self.labelled_function(statement);
        statement.visit_with(self);
        for name in added {
            self.labels.open.remove(name);
        }
    }

    /// What can be left by `break`, and in a loop gone on with by `continue`.
    pub(super) fn in_loop(&mut self, inside: impl FnOnce(&mut Self)) {
        self.labels.loops += 1;
        inside(self);
        self.labels.loops -= 1;
    }

    pub(super) fn in_switch(&mut self, inside: impl FnOnce(&mut Self)) {
        self.labels.switches += 1;
        inside(self);
        self.labels.switches -= 1;
    }

    /// > It is a Syntax Error if this BreakStatement is not nested, directly or indirectly (but not crossing function or
    /// > static initialization block boundaries), within an IterationStatement or a SwitchStatement.
    ///
    /// <https://tc39.es/ecma262/#sec-break-statement-static-semantics-early-errors>, and with a label
    /// ContainsUndefinedBreakTarget: <https://tc39.es/ecma262/#sec-static-semantics-containsundefinedbreaktarget>
    pub(super) fn contains_undefined_break_target(&mut self, label: Option<&Ident>, span: Span) {
        match label {
            Some(label) => {
                self.identifier(label);
                if !self.labels.open.contains_key(&label.sym) {
                    self.error("undefined-label", format!("Undefined label '{}'", label.sym), label.span);
                }
            }
            None if self.labels.loops + self.labels.switches == 0 => {
                self.error("illegal-break", "Illegal break statement", span);
            }
            None => {}
        }
    }

    /// > It is a Syntax Error if this ContinueStatement is not nested, directly or indirectly (but not crossing function
    /// > or static initialization block boundaries), within an IterationStatement.
    ///
    /// <https://tc39.es/ecma262/#sec-continue-statement-static-semantics-early-errors>, and with a label
    /// ContainsUndefinedContinueTarget: <https://tc39.es/ecma262/#sec-static-semantics-containsundefinedcontinuetarget>
    pub(super) fn contains_undefined_continue_target(&mut self, label: Option<&Ident>, span: Span) {
        let Some(label) = label else {
            if self.labels.loops == 0 {
                let message = "Illegal continue statement: no surrounding iteration statement";
                self.error("illegal-continue", message, span);
            }
            return;
        };
        self.identifier(label);
        match self.labels.open.get(&label.sym) {
            Some(true) => {}
            Some(false) => {
                let message =
                    format!("Illegal continue statement: '{}' does not denote an iteration statement", label.sym);
                self.error("illegal-continue", message, label.span);
            }
            None => self.error("undefined-label", format!("Undefined label '{}'", label.sym), label.span),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::early_errors::{accepts, refuses};

    #[test]
    fn contains_undefined_break_target() {
        accepts("a: { b: switch (1) { case 1: break; default: break a; } } async () => { for (;;) break; }");
        refuses("for (;;) { class C { static { break; } } }", "Illegal break statement");
    }

    #[test]
    fn contains_undefined_continue_target() {
        accepts("a: b: for (;;) { switch (1) { case 1: continue; default: continue a; } }");
        refuses(
            "a: { for (;;) continue a; }",
            "Illegal continue statement: 'a' does not denote an iteration statement",
        );
        refuses(
            "for (;;) { class C { static { continue; } } }",
            "Illegal continue statement: no surrounding iteration statement",
        );
    }
}
