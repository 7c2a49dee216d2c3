//! Loops and their heads, labels, and `using` declarations, which stand in heads and in blocks.

use std::ops::Range;

use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::Collector;
use crate::inventory::{
    Declarator, ForAwait, HeadKind, Loop, Name, NameRole, ScopeId, ScopeKind, Suspends, Using, UsingPlace,
};
use crate::lex::{find_token, next_token};
use crate::positions::range;

impl Collector<'_> {
    pub(super) fn for_statement(&mut self, statement: &ForStmt) {
        let text = self.loop_text(statement.span, &statement.body);
        self.in_scope(ScopeKind::Head, None, |this| {
            match &statement.init {
                Some(VarDeclOrExpr::VarDecl(var)) => {
                    this.hidden_using(var, text);
                    this.head_declaration(var);
                }
                Some(VarDeclOrExpr::Expr(expr)) => expr.visit_with(this),
                None => {}
            }
            let scope = this.scope;
            this.inventory[scope].bound_from = Some(range(statement.body.span()).start);
            this.in_loop(|this| {
                statement.test.visit_with(this);
                let outer = this.updating.replace(scope);
                statement.update.visit_with(this);
                this.updating = outer;
                statement.body.visit_with(this);
            });
        });
    }

    /// Notes a `using` that the tree has as a `const`.
    fn hidden_using(&mut self, var: &VarDecl, text: Loop) {
        let Some(words) = self.hidden_usings.get(&range(var.span).start).cloned() else { return };
        let is_await = self.source[words.clone()].starts_with("await");
        self.note_using(is_await, words, &var.decls, UsingPlace::For(text));
    }

    fn head_declaration(&mut self, var: &VarDecl) {
        if var.kind != VarDeclKind::Var {
            let scope = self.scope;
            self.declare_declarators(scope, &var.decls);
        }
        self.var_declaration(var);
    }

    pub(super) fn for_in(&mut self, statement: &ForInStmt) {
        self.labels.clear();
        self.in_scope(ScopeKind::Head, None, |this| {
            statement.right.visit_with(this);
            let scope = this.scope;
            this.inventory[scope].bound_from = Some(range(statement.body.span()).start);
            this.in_loop(|this| {
                this.head(&statement.left, None);
                statement.body.visit_with(this);
            });
        });
    }

    /// `for (left of right) body`, and with `await`.
    pub(super) fn for_of(&mut self, statement: &ForOfStmt) {
        let text = self.loop_text(statement.span, &statement.body);
        let lowered = statement.is_await && self.inventory[self.function].is_async;
        if lowered {
            let function = self.function;
            self.inventory[function].suspends = Suspends::Often;
        } else if statement.is_await {
            self.inventory.top_level_awaits.push(text.word..text.word + "for".len());
        }
        self.in_scope(ScopeKind::Head, None, |this| {
            // The names of the head are known, and dead, where the iterable is evaluated.
            let names = this.names_used(|this| statement.right.visit_with(this));
            let scope = this.scope;
            this.inventory[scope].bound_from = Some(text.body.start);
            this.in_loop(|this| {
                let place = UsingPlace::ForOf { body: text.body.clone(), awaits: statement.is_await };
                this.head(&statement.left, Some(place));
                statement.body.visit_with(this);
            });
            if lowered {
                let scope = this.scope;
                let declared = &this.inventory[scope].declared;
                let is_dead = |name: &&Name| names.contains(*name) || names.contains(&Name::from("eval"));
                let mut dead_names: Vec<Name> = declared.iter().filter(is_dead).cloned().collect();
                dead_names.sort();
                let kind = match &statement.left {
                    ForHead::VarDecl(_) => HeadKind::Declaration,
                    ForHead::UsingDecl(_) => HeadKind::Using,
                    ForHead::Pat(_) => HeadKind::Target,
                };
                let (left, right) = (range(statement.left.span()), range(statement.right.span()));
                this.inventory.for_awaits.push(ForAwait { text, left, right, kind, scope, dead_names });
            }
        });
    }

    /// The left side of a `for`-`in` or `for`-`of`.
    fn head(&mut self, left: &ForHead, place: Option<UsingPlace>) {
        match (left, place) {
            (ForHead::VarDecl(var), _) => self.head_declaration(var),
            (ForHead::UsingDecl(using), Some(place)) => {
                let scope = self.scope;
                self.declare_declarators(scope, &using.decls);
                self.using(using, place);
            }
            (ForHead::UsingDecl(_), None) => {}
            (ForHead::Pat(pattern), _) => pattern.visit_with(self),
        }
    }

    fn loop_text(&mut self, span: swc_common::Span, body: &Stmt) -> Loop {
        let labels = std::mem::take(&mut self.labels);
        let (span, body) = (range(span), range(body.span()));
        let start = labels.first().map_or(span.start, |label| label.start);
        Loop { function: self.function, word: span.start, span: start..span.end, labels, body }
    }

    /// A `using` declaration among statements.
    pub(super) fn using_declaration(&mut self, using: &UsingDecl) {
        let place = if self.scope == ScopeId::FILE { UsingPlace::File } else { UsingPlace::Scope(self.scope) };
        if using.is_await && self.scope == ScopeId::FILE {
            let words = self.using_words(using);
            self.inventory.top_level_awaits.push(words);
        }
        self.using(using, place);
    }

    fn using(&mut self, using: &UsingDecl, place: UsingPlace) {
        let words = self.using_words(using);
        self.note_using(using.is_await, words, &using.decls, place);
        self.declarators(&using.decls);
    }

    fn note_using(&mut self, is_await: bool, words: Range<usize>, declarators: &[VarDeclarator], place: UsingPlace) {
        let function = self.function;
        if is_await && self.inventory[function].is_async {
            self.inventory[function].suspends = Suspends::Often;
        }
        let declarators = declarators.iter().map(declarator).collect();
        self.inventory.usings.push(Using { function, is_await, words, declarators, place });
    }

    fn using_words(&self, using: &UsingDecl) -> Range<usize> {
        let start = range(using.span).start;
        let word = match using.is_await {
            true => next_token(self.source, start + "await".len()),
            false => start,
        };
        start..word + "using".len()
    }

    pub(super) fn labelled(&mut self, statement: &LabeledStmt) {
        self.label(&statement.label);
        let label = range(statement.label.span);
        let colon = find_token(self.source, label.end, ":").unwrap_or(label.end);
        match &*statement.body {
            Stmt::Labeled(_) | Stmt::For(_) | Stmt::ForOf(_) => self.labels.push(label.start..colon + 1),
            _ => self.labels.clear(),
        }
        statement.body.visit_with(self);
        self.labels.clear();
    }

    pub(super) fn label(&mut self, label: &Ident) {
        if &*label.sym == "yield" && !self.strict {
            self.ident(label, NameRole::Label);
        }
    }
}

/// Whether it is a function or class without a name of its own, be it in parentheses: it gets one by its place.
pub(super) fn is_anonymous(mut value: &Expr) -> bool {
    while let Expr::Paren(paren) = value {
        value = &paren.expr;
    }
    match value {
        Expr::Arrow(_) => true,
        Expr::Fn(function) => function.ident.is_none(),
        Expr::Class(class) => class.ident.is_none(),
        _ => false,
    }
}

fn declarator(declarator: &VarDeclarator) -> Declarator {
    let value = declarator.init.as_deref();
    let name = declarator.name.as_ident().map(|ident| ident.sym.clone());
    Declarator {
        name: range(declarator.name.span()),
        value: value.map(|value| range(value.span())),
        names: name.filter(|_| value.is_some_and(is_anonymous)),
    }
}
