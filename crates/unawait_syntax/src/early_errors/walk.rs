//! The walk itself: which rules look at which node, and what is around it.

use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use super::checker::{Checker, Context};
use super::statements::Single;
use crate::forms::has_use_strict;
use crate::positions::{RED_ZONE, STACK, range};

impl Checker<'_> {
    pub(super) fn script(&mut self, statements: &[Stmt]) {
        let context = Context { strict: has_use_strict(statements), ..self.context };
        self.within(context, |this| {
            this.in_scope(|this| {
                this.lexically_declared_names_of_body(statements);
                this.using_at_top_of_script(statements);
                statements.iter().for_each(|statement| statement.visit_with(this));
            });
        });
    }

    fn block(&mut self, statements: &[Stmt]) {
        self.in_scope(|this| {
            this.lexically_declared_names_of_block(statements.iter());
            statements.iter().for_each(|statement| statement.visit_with(this));
        });
    }

    fn body(&mut self, body: &Stmt) {
        self.is_statement(body, Single::Body);
        self.in_loop(|this| body.visit_with(this));
    }

    fn statement(&mut self, statement: &Stmt) {
        self.decorator_list(statement);
        match statement {
            Stmt::Block(block) => self.block(&block.stmts),
            Stmt::Labeled(labelled) => self.labelled_statement(labelled),
            Stmt::If(statement) => {
                statement.test.visit_with(self);
                for clause in [Some(&statement.cons), statement.alt.as_ref()].into_iter().flatten() {
                    self.is_statement(clause, Single::IfClause);
                    clause.visit_with(self);
                }
            }
            Stmt::With(statement) => {
                self.with_statement(statement);
                statement.obj.visit_with(self);
                self.is_statement(&statement.body, Single::Body);
                statement.body.visit_with(self);
            }
            Stmt::While(statement) => {
                statement.test.visit_with(self);
                self.body(&statement.body);
            }
            Stmt::DoWhile(statement) => {
                self.body(&statement.body);
                statement.test.visit_with(self);
            }
            Stmt::For(statement) => self.for_statement(statement),
            Stmt::ForIn(statement) => self.for_in_of(&statement.left, &statement.right, &statement.body, false),
            Stmt::ForOf(statement) => {
                if statement.is_await {
                    self.contains_await_expression(statement.span);
                }
                self.for_in_of(&statement.left, &statement.right, &statement.body, true);
            }
            Stmt::Switch(statement) => self.switch(statement),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::Break(jump) => self.contains_undefined_break_target(jump.label.as_ref(), jump.span),
            Stmt::Continue(jump) => self.contains_undefined_continue_target(jump.label.as_ref(), jump.span),
            Stmt::Expr(statement) => {
                self.expression_statement(statement);
                self.semicolon(statement.span);
                statement.expr.visit_with(self);
            }
            _ => statement.visit_children_with(self),
        }
    }

    fn for_statement(&mut self, statement: &ForStmt) {
        self.in_scope(|this| {
            match &statement.init {
                Some(VarDeclOrExpr::VarDecl(var)) => {
                    var.decls.iter().filter_map(|one| one.init.as_deref()).for_each(|init| this.in_without_in(init));
                    if var.kind != VarDeclKind::Var {
                        this.lexical_declaration(&var.decls);
                    }
                    var.visit_with(this);
                }
                Some(VarDeclOrExpr::Expr(init)) => init.visit_with(this),
                None => {}
            }
            this.second_semicolon(statement);
            statement.test.visit_with(this);
            statement.update.visit_with(this);
            this.body(&statement.body);
        });
    }

    fn for_in_of(&mut self, left: &ForHead, right: &Expr, body: &Stmt, is_of: bool) {
        self.in_scope(|this| {
            this.for_declaration(left, is_of);
            left.visit_with(this);
            right.visit_with(this);
            this.body(body);
        });
    }

    fn switch(&mut self, statement: &SwitchStmt) {
        statement.discriminant.visit_with(self);
        self.in_scope(|this| {
            this.lexically_declared_names_of_block(statement.cases.iter().flat_map(|case| &case.cons));
            this.in_switch(|this| {
                for case in &statement.cases {
                    this.using_in_case_clause(&case.cons);
                    case.visit_children_with(this);
                }
            });
        });
    }

    fn try_statement(&mut self, statement: &TryStmt) {
        self.block(&statement.block.stmts);
        if let Some(clause) = &statement.handler {
            self.in_scope(|this| {
                if let Some(param) = &clause.param {
                    this.catch_parameter(param);
                    param.visit_with(this);
                }
                // In the scope of the parameter, as the names of the two must not be the same.
                this.lexically_declared_names_of_block(clause.body.stmts.iter());
                clause.body.stmts.iter().for_each(|statement| statement.visit_with(this));
            });
        }
        if let Some(block) = &statement.finalizer {
            self.block(&block.stmts);
        }
    }

    fn expression(&mut self, expression: &Expr) {
        match expression {
            Expr::Ident(ident) => self.reference(ident),
            Expr::Fn(node) => self.function_expression(node),
            Expr::Arrow(node) => self.arrow_function(node),
            Expr::Class(node) => self.class(node.ident.as_ref(), &node.class),
            Expr::Await(node) => {
                self.contains_await_expression(node.span);
                node.arg.visit_with(self);
            }
            Expr::Yield(node) => {
                self.contains_yield_expression(node.span);
                node.arg.visit_with(self);
            }
            Expr::Update(node) => self.assignment_target_type(&node.arg, node.arg.span(), true),
            Expr::Bin(node) => {
                match &*node.left {
                    Expr::PrivateName(name) if node.op == BinaryOp::In => self.all_private_identifiers_valid(name),
                    left => left.visit_with(self),
                }
                node.right.visit_with(self);
            }
            Expr::PrivateName(name) => self.private_identifier_alone(name),
            Expr::MetaProp(node) => {
                self.meta_property_word(node);
                self.contains_new_target(node);
            }
            Expr::Call(node) => {
                match &node.callee {
                    Callee::Super(word) => self.contains_super_call(word.span),
                    Callee::Import(import) => self.import_call(import, &node.args),
                    Callee::Expr(callee) => callee.visit_with(self),
                }
                node.args.visit_with(self);
            }
            _ => {
                match expression {
                    Expr::Object(node) => self.duplicate_proto(node),
                    Expr::Unary(node) if node.op == UnaryOp::Delete => self.delete_operator(node),
                    Expr::New(node) => self.new_callee(&node.callee),
                    Expr::Paren(node) => self.parenthesized_expression(node),
                    Expr::OptChain(node) => self.optional_chain_token(node),
                    _ => {}
                }
                expression.visit_children_with(self);
            }
        }
    }

    fn reference(&mut self, ident: &Ident) {
        self.identifier(ident);
        self.contains_arguments(ident);
    }

    fn pattern(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Ident(ident) => self.target_identifier(&ident.id),
            _ => pattern.visit_children_with(self),
        }
    }
}

impl Visit for Checker<'_> {
    noop_visit_type!();

    fn visit_expr(&mut self, expression: &Expr) {
        stacker::maybe_grow(RED_ZONE, STACK, || self.expression(expression));
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        stacker::maybe_grow(RED_ZONE, STACK, || self.statement(statement));
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        stacker::maybe_grow(RED_ZONE, STACK, || self.pattern(pattern));
    }

    /// The names of elements are no identifiers: `<this.Tag />`, `<a-b />`.
    fn visit_jsx_element_name(&mut self, _: &JSXElementName) {}

    fn visit_jsx_attr_value(&mut self, value: &JSXAttrValue) {
        // Strings there have no escapes.
        if !matches!(value, JSXAttrValue::Str(_)) {
            value.visit_children_with(self);
        }
    }

    fn visit_ident(&mut self, ident: &Ident) {
        self.reference(ident);
    }

    fn visit_binding_ident(&mut self, ident: &BindingIdent) {
        self.target_identifier(&ident.id);
    }

    fn visit_ident_name(&mut self, name: &IdentName) {
        self.identifier_start(&name.sym, name.span);
    }

    fn visit_private_name(&mut self, name: &PrivateName) {
        self.all_private_identifiers_valid(name);
    }

    fn visit_assign_expr(&mut self, node: &AssignExpr) {
        match &node.left {
            AssignTarget::Simple(SimpleAssignTarget::Paren(target)) => {
                let is_logical = matches!(node.op, op!("&&=") | op!("||=") | op!("??="));
                self.assignment_target_type(&target.expr, target.span, !is_logical);
            }
            target => target.visit_with(self),
        }
        node.right.visit_with(self);
    }

    fn visit_super_prop_expr(&mut self, node: &SuperPropExpr) {
        self.contains_super_property(node.obj.span);
        node.prop.visit_with(self);
    }

    fn visit_str(&mut self, string: &Str) {
        self.legacy_escape_sequence(string);
    }

    fn visit_number(&mut self, number: &Number) {
        self.legacy_octal_integer_literal(number);
    }

    fn visit_fn_decl(&mut self, declaration: &FnDecl) {
        self.function_declaration(Some(&declaration.ident), &declaration.function);
    }

    fn visit_class_decl(&mut self, declaration: &ClassDecl) {
        self.class(Some(&declaration.ident), &declaration.class);
    }

    fn visit_var_decl(&mut self, declaration: &VarDecl) {
        self.var_declaration(declaration);
        declaration.decls.visit_with(self);
    }

    fn visit_using_decl(&mut self, declaration: &UsingDecl) {
        self.words_of_using(declaration.span, &declaration.decls);
        if declaration.is_await {
            self.contains_await_expression(declaration.span);
        }
        declaration.decls.visit_with(self);
    }

    fn visit_prop(&mut self, property: &Prop) {
        match property {
            Prop::Shorthand(ident) => self.reference(ident),
            Prop::KeyValue(property) => property.visit_children_with(self),
            Prop::Method(MethodProp { key, function }) => {
                key.visit_with(self);
                self.async_method_of_object(function);
                self.undecorated(function);
                self.method(key.span(), function);
            }
            Prop::Getter(GetterProp { key, function, span }) => {
                key.visit_with(self);
                self.accessor_word(range(*span).start, "get");
                self.method(key.span(), function);
            }
            Prop::Setter(SetterProp { key, function, span }) => {
                key.visit_with(self);
                self.accessor_word(range(*span).start, "set");
                self.method(key.span(), function);
            }
            Prop::Assign(property) => {
                self.cover_initialized_name(property);
                property.visit_children_with(self);
            }
        }
    }

    fn visit_import_decl(&mut self, import: &ImportDecl) {
        self.semicolon(import.span);
        self.import_declaration(import);
    }

    fn visit_named_export(&mut self, export: &NamedExport) {
        self.semicolon(export.span);
        self.named_export(export);
    }

    fn visit_export_all(&mut self, export: &ExportAll) {
        self.semicolon(export.span);
        self.with_clause_to_attributes(export.with.as_deref());
    }

    fn visit_module_item(&mut self, item: &ModuleItem) {
        if let ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(_)) = item {
            self.export_declaration(item);
        }
        item.visit_children_with(self);
    }

    fn visit_export_default_decl(&mut self, export: &ExportDefaultDecl) {
        self.duplicate_export("default".into(), export.span);
        match &export.decl {
            DefaultDecl::Class(class) => self.class(class.ident.as_ref(), &class.class),
            DefaultDecl::Fn(function) => self.function_declaration(function.ident.as_ref(), &function.function),
            DefaultDecl::TsInterfaceDecl(_) => {}
        }
    }

    fn visit_export_default_expr(&mut self, export: &ExportDefaultExpr) {
        self.duplicate_export("default".into(), export.span);
        self.semicolon(export.span);
        export.expr.visit_with(self);
    }
}
