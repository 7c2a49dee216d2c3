//! Statements: which scopes they open, what they declare, and whether they end without a semicolon.

use std::ops::Range;

use rustc_hash::FxHashSet;
use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::{Collector, Context};
use crate::forms::{bound_names, directive, is_use_strict};
use crate::inventory::{Name, ScopeId, ScopeKind, Start, Switch};
use crate::lex::find_token;
use crate::positions::range;

/// A statement, or an item of a module, in a list of them.
pub(super) trait Item {
    fn statement(&self) -> Option<&Stmt>;
    fn module_decl(&self) -> Option<&ModuleDecl>;
}

impl Item for Stmt {
    fn statement(&self) -> Option<&Stmt> {
        Some(self)
    }
    fn module_decl(&self) -> Option<&ModuleDecl> {
        None
    }
}

impl Item for ModuleItem {
    fn statement(&self) -> Option<&Stmt> {
        self.as_stmt()
    }
    fn module_decl(&self) -> Option<&ModuleDecl> {
        self.as_module_decl()
    }
}

/// A directive prologue: https://tc39.es/ecma262/#sec-directive-prologues-and-the-use-strict-directive
pub(super) struct Prologue {
    /// Each directive's string literal.
    pub literals: Vec<Range<usize>>,
    /// The end of the last directive, with its semicolon if it has one.
    pub end: Option<usize>,
    pub use_strict: bool,
}

impl Collector<'_> {
    /// The directives that `items` begin with.
    pub(super) fn prologue<I: Item>(&self, items: &[I]) -> Prologue {
        let mut prologue = Prologue { literals: Vec::new(), end: None, use_strict: false };
        for item in items {
            let Some((statement, literal)) = item.statement().and_then(|it| Some((it, directive(it)?))) else { break };
            prologue.use_strict |= is_use_strict(literal);
            prologue.literals.push(range(literal.span));
            prologue.end = Some(range(statement.span()).end);
        }
        prologue
    }

    /// Where what runs first may be put, behind `prologue` or else at `first`.
    pub(super) fn start(&self, prologue: &Prologue, first: usize) -> Start {
        match prologue.end {
            Some(at) => Start { at, wants_semicolon: !self.source[..at].ends_with(';') },
            None => Start { at: first, wants_semicolon: false },
        }
    }

    /// The whole file.
    pub(super) fn file<I: Item + Spanned + VisitWith<Self>>(&mut self, items: &[I]) {
        let prologue = self.prologue(items);
        self.strict = prologue.use_strict || self.inventory.source_type == crate::SourceType::Module;
        let function = self.function;
        self.inventory[function].strict = self.strict;
        let first = crate::top::first_place(self.source);
        let start = self.start(&prologue, first);
        self.inventory[ScopeId(0)].start = Some(start);
        self.items(items);
        self.top_usings(items);
    }

    /// A list of statements: declarations are known before the first runs.
    pub(super) fn items<I: Item + Spanned + VisitWith<Self>>(&mut self, items: &[I]) {
        for item in items {
            self.declare_lexical(item);
        }
        for (index, item) in items.iter().enumerate() {
            if index > 0 && self.ends_open(&items[index - 1]) {
                self.inventory.unguarded.insert(range(item.span()).start);
                self.inventory.open_ends.insert(range(items[index - 1].span()).end);
            }
            item.visit_with(self);
        }
    }

    /// Whether only the line break behind it ends `item`.
    fn ends_open<I: Item + Spanned>(&self, item: &I) -> bool {
        fn wants_semicolon(statement: &Stmt) -> bool {
            match statement {
                Stmt::Expr(_) | Stmt::Return(_) | Stmt::Throw(_) | Stmt::Break(_) | Stmt::Continue(_) => true,
                Stmt::Debugger(_) | Stmt::Decl(Decl::Var(_) | Decl::Using(_)) => true,
                Stmt::If(s) => wants_semicolon(s.alt.as_deref().unwrap_or(&s.cons)),
                Stmt::For(s) => wants_semicolon(&s.body),
                Stmt::ForIn(s) => wants_semicolon(&s.body),
                Stmt::ForOf(s) => wants_semicolon(&s.body),
                Stmt::While(s) => wants_semicolon(&s.body),
                Stmt::With(s) => wants_semicolon(&s.body),
                Stmt::Labeled(s) => wants_semicolon(&s.body),
                _ => false,
            }
        }
        let wants = match (item.statement(), item.module_decl()) {
            (Some(statement), _) => wants_semicolon(statement),
            (_, Some(ModuleDecl::ExportDecl(export))) => export.decl.is_var(),
            (_, Some(ModuleDecl::ExportDefaultDecl(_))) => false,
            _ => true,
        };
        wants && !self.source[..range(item.span()).end].ends_with(';')
    }

    fn declare(&mut self, scope: ScopeId, name: Name) {
        self.inventory[scope].declared.insert(name);
    }

    /// LexicallyDeclaredNames, and the functions, of one item: into the open scope.
    fn declare_lexical<I: Item>(&mut self, item: &I) {
        let scope = self.scope;
        let decl = match (item.statement(), item.module_decl()) {
            (Some(Stmt::Decl(decl)), _) => decl,
            (_, Some(ModuleDecl::ExportDecl(export))) => &export.decl,
            (_, Some(ModuleDecl::ExportDefaultDecl(export))) => {
                match &export.decl {
                    DefaultDecl::Class(class) => {
                        class.ident.iter().for_each(|ident| self.declare(scope, ident.sym.clone()))
                    }
                    DefaultDecl::Fn(function) => {
                        function.ident.iter().for_each(|ident| self.declare(scope, ident.sym.clone()));
                    }
                    DefaultDecl::TsInterfaceDecl(_) => {}
                }
                return;
            }
            (_, Some(ModuleDecl::Import(import))) => {
                import.specifiers.iter().for_each(|specifier| self.declare(scope, specifier.local().sym.clone()));
                return;
            }
            (_, Some(ModuleDecl::TsImportEquals(import))) => return self.declare(scope, import.id.sym.clone()),
            (Some(Stmt::Labeled(labelled)), _) => return self.declare_lexical(&*labelled.body),
            _ => return,
        };
        match decl {
            Decl::Class(class) => self.declare(scope, class.ident.sym.clone()),
            Decl::Fn(function) => self.declare(scope, function.ident.sym.clone()),
            Decl::Var(var) if var.kind != VarDeclKind::Var => self.declare_declarators(scope, &var.decls),
            Decl::Using(using) => self.declare_declarators(scope, &using.decls),
            Decl::TsEnum(item) => self.declare(scope, item.id.sym.clone()),
            // The string of `declare module "x"` declares no name.
            Decl::TsModule(module) => {
                if let TsModuleName::Ident(name) = &module.id {
                    self.declare(scope, name.sym.clone());
                }
            }
            _ => {}
        }
    }

    pub(super) fn declare_declarators(&mut self, scope: ScopeId, declarators: &[VarDeclarator]) {
        for declarator in declarators {
            self.declare_pattern(scope, &declarator.name);
        }
    }

    pub(super) fn declare_pattern(&mut self, scope: ScopeId, pattern: &Pat) {
        bound_names(pattern, |ident| self.declare(scope, ident.sym.clone()));
    }

    /// Visits patterns that bind.
    pub(super) fn bind(&mut self, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.binding, true);
        visit(self);
        self.binding = outer;
    }

    pub(super) fn var_declaration(&mut self, var: &VarDecl) {
        if var.kind == VarDeclKind::Var {
            let scope = self.body_scope();
            self.declare_declarators(scope, &var.decls);
        }
        self.declarators(&var.decls);
    }

    pub(super) fn declarators(&mut self, declarators: &[VarDeclarator]) {
        for declarator in declarators {
            self.bind(|this| declarator.name.visit_with(this));
            if let Some(init) = &declarator.init {
                self.warnings.variable(&declarator.name, init);
                let context =
                    declarator.name.as_ident().map_or_else(Context::default, |id| Context::named(id.sym.clone()));
                self.visit_in(context, init);
            }
        }
    }

    /// Notes where the open scope's closing brace is.
    pub(super) fn ends_at(&mut self, span: swc_common::Span) {
        let scope = self.scope;
        self.inventory[scope].end = Some(range(span).end - 1);
    }

    /// `{ ... }`, whose braces are in `span`.
    pub(super) fn block(&mut self, block: &BlockStmt) {
        let start = Start { at: range(block.span).start + 1, wants_semicolon: false };
        self.in_scope(ScopeKind::Block, Some(start), |this| {
            this.ends_at(block.span);
            this.items(&block.stmts);
        });
    }

    /// `namespace N { ... }`: what is exported there has to stay where it is.
    pub(super) fn namespace(&mut self, block: &TsModuleBlock) {
        self.in_scope(ScopeKind::Switch, None, |this| this.items(&block.body));
    }

    pub(super) fn switch(&mut self, switch: &SwitchStmt) {
        self.warnings.switch(switch);
        let is_async = |statement: &Stmt| matches!(statement, Stmt::Decl(Decl::Fn(one)) if one.function.is_async);
        let names_in_value = match switch.cases.iter().flat_map(|case| &case.cons).any(is_async) {
            true => self.names_used(|this| switch.discriminant.visit_with(this)),
            false => {
                switch.discriminant.visit_with(self);
                FxHashSet::default()
            }
        };
        self.in_scope(ScopeKind::Switch, None, |this| {
            let scope = this.scope;
            let value_end = range(switch.discriminant.span()).end;
            let head_end = find_token(this.source, value_end, ")").map_or(value_end, |close| close + 1);
            this.inventory[scope].statement = Some(Switch { span: range(switch.span), head_end, names_in_value });
            for statement in switch.cases.iter().flat_map(|case| &case.cons) {
                this.declare_lexical(statement);
            }
            for case in &switch.cases {
                case.test.visit_with(this);
                this.items(&case.cons);
            }
        });
    }

    pub(super) fn catch(&mut self, clause: &CatchClause) {
        self.in_scope(ScopeKind::Head, None, |this| {
            if let Some(param) = &clause.param {
                let scope = this.scope;
                this.declare_pattern(scope, param);
                this.inventory[scope].bound_from = Some(range(clause.body.span).start);
                this.bind(|this| param.visit_with(this));
            }
            this.block(&clause.body);
        });
    }

    pub(super) fn with(&mut self, statement: &WithStmt) {
        statement.obj.visit_with(self);
        self.in_scope(ScopeKind::Head, None, |this| {
            let scope = this.scope;
            this.inventory[scope].dynamic = true;
            statement.body.visit_with(this);
        });
    }
}
