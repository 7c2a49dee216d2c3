//! Expressions: what a parent makes of its operands, and the walk itself.

use std::ops::Range;

use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use super::{Collector, Context};
use crate::inventory::{
    Await, ClassForm, Delegate, FunctionId, FunctionName, LexicalKind, NameOperator, NameRole, Return, SuperKey,
    SuperUse, Suspends,
};
use crate::lex::find_token;
use crate::positions::{RED_ZONE, STACK, range};

impl Collector<'_> {
    fn await_expression(&mut self, expression: &AwaitExpr, context: Context) {
        let span = range(expression.span);
        let word = span.start..span.start + "await".len();
        let function = self.function;
        if self.inventory[function].is_async {
            let once = self.loops == 0 && self.inventory[function].suspends == Suspends::Never;
            self.inventory[function].suspends = if once { Suspends::Once } else { Suspends::Often };
            self.inventory.awaits.push(Await { function, word, span, is_operand: context.is_operand });
        } else {
            self.inventory.top_level_awaits.push(word);
        }
        // The operand of a `yield` is an AssignmentExpression: it takes anything that that of an `await` can be.
        expression.arg.visit_with(self);
    }

    fn yield_expression(&mut self, expression: &YieldExpr) {
        let Some(argument) = &expression.arg else { return };
        if expression.delegate && self.inventory[self.function].is_async {
            self.inventory.delegates.push(Delegate { function: self.function, argument: range(argument.span()) });
        }
        argument.visit_with(self);
    }

    fn call(&mut self, callee: &Expr, arguments: &[ExprOrSpread], span: swc_common::Span, context: &Context) {
        let is_eval = matches!(callee, Expr::Ident(ident) if &*ident.sym == "eval");
        if is_eval {
            self.direct_eval();
        }
        let super_use = match callee {
            // Most callees: no `super` is called.
            Expr::Ident(_) | Expr::Member(_) | Expr::Call(_) => SuperUse::Read,
            _ => {
                let Range { start, end } = range(callee.span());
                let open = find_token(self.source, end, "(").unwrap_or(range(span).end) + 1;
                SuperUse::Call { callee: start, arguments: open, empty: arguments.is_empty() }
            }
        };
        let in_new_callee = context.in_new_callee;
        self.visit_in(
            Context { is_operand: true, in_new_callee, called: true, super_use, ..Context::default() },
            callee,
        );
        let applies =
            matches!(callee, Expr::Member(member) if member.prop.as_ident().is_some_and(|name| &*name.sym == "apply"));
        for (index, argument) in arguments.iter().enumerate() {
            let elements = argument.spread.is_some() || (applies && index == 1);
            self.visit_in(Context { elements, ..Context::default() }, &argument.expr);
        }
    }

    fn member(&mut self, member: &MemberExpr, context: &Context) {
        let is_called = context.called;
        let elements = !is_called
            && match &member.prop {
                MemberProp::Ident(name) => &*name.sym == "length",
                MemberProp::Computed(key) => !matches!(&*key.expr, Expr::Lit(Lit::Str(_))),
                MemberProp::PrivateName(_) => false,
            };
        let in_new_callee = context.in_new_callee;
        self.visit_in(Context { is_operand: true, in_new_callee, elements, ..Context::default() }, &member.obj);
        match &member.prop {
            MemberProp::Ident(_) => {}
            MemberProp::Computed(key) => key.expr.visit_with(self),
            MemberProp::PrivateName(name) => self.use_private_name(name),
        }
    }

    fn super_property(&mut self, expression: &SuperPropExpr, context: Context, range_override: Option<usize>) {
        let span = range(expression.span);
        let key = match &expression.prop {
            SuperProp::Ident(name) => SuperKey::Name(name.sym.clone()),
            SuperProp::Computed(key) => {
                let brackets = range(key.span);
                SuperKey::Computed { open: brackets.start, close: brackets.end - 1 }
            }
        };
        let start = range_override.unwrap_or(span.start);
        let kind = LexicalKind::SuperProperty { word: span.start, key, place: context.super_use };
        self.lexical(kind, start..span.end, context.in_new_callee);
        if let SuperProp::Computed(key) = &expression.prop {
            key.expr.visit_with(self);
        }
    }

    fn unary(&mut self, expression: &UnaryExpr) {
        let operand = unwrap_parens(&expression.arg);
        match (expression.op, operand) {
            (UnaryOp::Delete, Expr::SuperProp(property)) => {
                let context = Context { super_use: SuperUse::Delete, ..Context::default() };
                self.super_property(property, context, Some(range(expression.span).start));
            }
            (UnaryOp::Delete, Expr::MetaProp(node)) if node.kind == MetaPropKind::NewTarget => {
                self.lexical(LexicalKind::NewTarget { deleted: true }, range(node.span), false);
            }
            (op, _) => {
                let operator = match op {
                    UnaryOp::TypeOf => Some(NameOperator::TypeOf),
                    UnaryOp::Delete => Some(NameOperator::Delete(range(expression.span))),
                    _ => None,
                };
                self.visit_in(Context { operator, ..Context::operand() }, &expression.arg);
            }
        }
    }

    fn assignment(&mut self, assignment: &AssignExpr) {
        let mut name = FunctionName::None;
        match &assignment.left {
            AssignTarget::Simple(SimpleAssignTarget::Ident(ident)) => {
                name = FunctionName::Inferred(ident.sym.clone());
                self.context = Context::target();
                self.ident(&ident.id, NameRole::Name);
            }
            AssignTarget::Simple(SimpleAssignTarget::SuperProp(property)) => {
                self.super_property(property, Context::target(), None);
            }
            AssignTarget::Simple(SimpleAssignTarget::Paren(target)) => self.visit_in(Context::target(), &target.expr),
            AssignTarget::Simple(SimpleAssignTarget::Member(member)) => self.member(member, &Context::default()),
            AssignTarget::Simple(target) => target.visit_children_with(self),
            AssignTarget::Pat(AssignTargetPat::Array(array)) => array.visit_with(self),
            AssignTarget::Pat(AssignTargetPat::Object(object)) => object.visit_with(self),
            AssignTarget::Pat(AssignTargetPat::Invalid(_)) => {}
        }
        use AssignOp::*;
        if !matches!(assignment.op, Assign | AndAssign | OrAssign | NullishAssign) {
            name = FunctionName::None;
        }
        self.visit_in(Context { name, ..Context::default() }, &assignment.right);
    }

    fn binary(&mut self, expression: &BinExpr) {
        match &*expression.left {
            Expr::PrivateName(name) => self.use_private_name(name),
            left => self.visit_in(Context::operand(), left),
        }
        self.visit_in(Context::operand(), &expression.right);
    }

    fn optional_chain(&mut self, chain: &OptChainExpr, context: &Context) {
        match &*chain.base {
            OptChainBase::Member(member) => self.member(member, context),
            OptChainBase::Call(call) => {
                let outer = Context { in_new_callee: context.in_new_callee, ..Context::default() };
                self.call(&call.callee, &call.args, call.span, &outer);
            }
        }
    }

    fn expression(&mut self, expression: &Expr, context: Context) {
        self.warnings.expression(expression, self.async_depth > 0);
        match expression {
            Expr::Await(node) => self.await_expression(node, context),
            Expr::Yield(node) => self.yield_expression(node),
            Expr::Paren(node) => {
                let inside = Context { is_operand: false, in_new_callee: false, elements: false, ..context };
                self.visit_in(inside, &node.expr);
            }
            Expr::Fn(node) => self.function_expression(node, context),
            Expr::Arrow(node) => self.arrow_function(node, context),
            Expr::Class(node) => {
                let name = if node.ident.is_some() { FunctionName::None } else { context.name };
                self.class(&node.class, node.ident.as_ref(), ClassForm::Expression(name));
            }
            Expr::This(node) => self.lexical(LexicalKind::This, range(node.span), context.in_new_callee),
            Expr::Ident(node) => {
                self.context = context;
                self.ident(node, NameRole::Name);
            }
            Expr::MetaProp(node) if node.kind == MetaPropKind::NewTarget => {
                self.lexical(LexicalKind::NewTarget { deleted: false }, range(node.span), context.in_new_callee);
            }
            Expr::SuperProp(node) => self.super_property(node, context, None),
            Expr::Member(node) => self.member(node, &context),
            Expr::OptChain(node) => self.optional_chain(node, &context),
            Expr::Call(node) => match &node.callee {
                Callee::Expr(callee) => self.call(callee, &node.args, node.span, &context),
                Callee::Super(word) => {
                    self.lexical(LexicalKind::SuperCall, range(word.span), context.in_new_callee);
                    node.args.visit_with(self);
                }
                Callee::Import(_) => node.args.visit_with(self),
            },
            Expr::New(node) => {
                self.visit_in(Context { is_operand: true, in_new_callee: true, ..Context::default() }, &node.callee);
                node.args.visit_with(self);
            }
            Expr::TaggedTpl(node) => {
                let in_new_callee = context.in_new_callee;
                let context = Context { super_use: SuperUse::Tag, called: true, in_new_callee, ..Context::operand() };
                self.visit_in(context, &node.tag);
                node.tpl.visit_with(self);
            }
            Expr::Unary(node) => self.unary(node),
            Expr::Update(node) => self.visit_in(Context { is_operand: true, ..Context::target() }, &node.arg),
            Expr::Bin(node) => self.binary(node),
            Expr::Assign(node) => self.assignment(node),
            Expr::Cond(node) => {
                self.visit_in(Context::operand(), &node.test);
                node.cons.visit_with(self);
                node.alt.visit_with(self);
            }
            Expr::TsAs(TsAsExpr { expr, .. })
            | Expr::TsSatisfies(TsSatisfiesExpr { expr, .. })
            | Expr::TsConstAssertion(TsConstAssertion { expr, .. })
            | Expr::TsTypeAssertion(TsTypeAssertion { expr, .. })
            | Expr::TsNonNull(TsNonNullExpr { expr, .. })
            | Expr::TsInstantiation(TsInstantiation { expr, .. }) => {
                // At run time it is the expression; in the text, a `yield` before a type would go around that.
                self.visit_in(Context { is_operand: true, ..context }, expr);
            }
            Expr::JSXMember(node) => self.jsx_object(&node.obj),
            _ => expression.visit_children_with(self),
        }
    }

    /// The object of `<object.Name>`.
    fn jsx_object(&mut self, object: &JSXObject) {
        match object {
            JSXObject::Ident(ident) if &*ident.sym == "this" => {
                self.lexical(LexicalKind::This, range(ident.span), false);
            }
            JSXObject::Ident(ident) => self.ident(ident, NameRole::Name),
            JSXObject::JSXMemberExpr(member) => self.jsx_object(&member.obj),
        }
    }
}

/// The expression within any number of parentheses.
fn unwrap_parens(mut expression: &Expr) -> &Expr {
    while let Expr::Paren(inner) = expression {
        expression = &inner.expr;
    }
    expression
}

impl Visit for Collector<'_> {
    noop_visit_type!();

    fn visit_expr(&mut self, expression: &Expr) {
        let context = std::mem::take(&mut self.context);
        let binding = std::mem::replace(&mut self.binding, false);
        stacker::maybe_grow(RED_ZONE, STACK, || self.expression(expression, context));
        self.binding = binding;
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        stacker::maybe_grow(RED_ZONE, STACK, || statement.visit_children_with(self));
    }

    fn visit_ident(&mut self, ident: &Ident) {
        self.ident(ident, NameRole::Name);
    }

    fn visit_jsx_member_expr(&mut self, expression: &JSXMemberExpr) {
        self.jsx_object(&expression.obj);
    }

    // What TypeScript's own nodes hold is visited, but for types (`noop_visit_type`), which are gone at run time, for what
    // is declared elsewhere (`declare`, overloads, abstract members), and for these two, which hold names alone.
    fn visit_ts_import_equals_decl(&mut self, _: &TsImportEqualsDecl) {}
    fn visit_ts_namespace_export_decl(&mut self, _: &TsNamespaceExportDecl) {}

    // Its members' names are theirs alone.
    fn visit_ts_enum_decl(&mut self, declaration: &TsEnumDecl) {
        if !declaration.declare {
            declaration.members.iter().for_each(|member| member.init.visit_with(self));
        }
    }

    fn visit_ts_module_decl(&mut self, declaration: &TsModuleDecl) {
        if !declaration.declare && !declaration.global {
            declaration.body.visit_with(self);
        }
    }

    fn visit_ts_module_block(&mut self, block: &TsModuleBlock) {
        self.namespace(block);
    }

    fn visit_private_name(&mut self, name: &PrivateName) {
        self.use_private_name(name);
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        match pattern {
            Pat::Ident(ident) => {
                self.context = Context::target();
                self.ident(&ident.id, NameRole::Name);
            }
            Pat::Assign(assign) => {
                assign.left.visit_with(self);
                let context = assign.left.as_ident().map_or_else(Context::default, |id| Context::named(id.sym.clone()));
                self.visit_in(context, &assign.right);
            }
            Pat::Expr(target) => self.visit_in(Context::target(), target),
            _ => pattern.visit_children_with(self),
        }
    }

    fn visit_assign_pat_prop(&mut self, property: &AssignPatProp) {
        self.context = Context::target();
        self.ident(&property.key.id, NameRole::Shorthand);
        if let Some(value) = &property.value {
            self.visit_in(Context::named(property.key.sym.clone()), value);
        }
    }

    fn visit_prop(&mut self, property: &Prop) {
        self.property(property);
    }

    fn visit_class_decl(&mut self, declaration: &ClassDecl) {
        if declaration.declare {
            return;
        }
        self.warnings.class(&declaration.ident.sym, &declaration.class);
        let form = ClassForm::Declaration(declaration.ident.sym.clone());
        self.class(&declaration.class, Some(&declaration.ident), form);
    }

    fn visit_fn_decl(&mut self, declaration: &FnDecl) {
        self.function_declaration(declaration);
    }

    fn visit_export_default_decl(&mut self, export: &ExportDefaultDecl) {
        match &export.decl {
            DefaultDecl::Class(class) => {
                let name = class.ident.as_ref().map(|name| ClassForm::Declaration(name.sym.clone()));
                let form = name.unwrap_or(ClassForm::DefaultDeclaration);
                self.class(&class.class, class.ident.as_ref(), form);
            }
            DefaultDecl::Fn(function) => self.default_function(function),
            DefaultDecl::TsInterfaceDecl(_) => {}
        }
    }

    fn visit_export_default_expr(&mut self, export: &ExportDefaultExpr) {
        self.visit_in(Context::named("default".into()), &export.expr);
    }

    fn visit_import_decl(&mut self, _: &ImportDecl) {}
    fn visit_named_export(&mut self, _: &NamedExport) {}
    fn visit_export_all(&mut self, _: &ExportAll) {}

    fn visit_var_decl(&mut self, declaration: &VarDecl) {
        if declaration.declare {
            return;
        }
        self.var_declaration(declaration);
    }

    fn visit_using_decl(&mut self, declaration: &UsingDecl) {
        self.using_declaration(declaration);
    }

    fn visit_block_stmt(&mut self, block: &BlockStmt) {
        self.block(block);
    }

    fn visit_for_stmt(&mut self, statement: &ForStmt) {
        self.for_statement(statement);
    }

    fn visit_for_in_stmt(&mut self, statement: &ForInStmt) {
        self.for_in(statement);
    }

    fn visit_for_of_stmt(&mut self, statement: &ForOfStmt) {
        self.for_of(statement);
    }

    fn visit_return_stmt(&mut self, statement: &ReturnStmt) {
        self.returns_at_top |= self.function == FunctionId::FILE;
        let Some(argument) = &statement.arg else { return };
        let function = &self.inventory[self.function];
        if function.is_async && function.is_generator {
            let is_sequence = matches!(&**argument, Expr::Seq(_));
            let function = self.function;
            self.inventory.returns.push(Return { function, argument: range(argument.span()), is_sequence });
        }
        argument.visit_with(self);
    }

    fn visit_if_stmt(&mut self, statement: &IfStmt) {
        // A function that is a clause is a variable of the function around it, too (Annex B).
        for clause in [Some(&statement.cons), statement.alt.as_ref()].into_iter().flatten() {
            if let Stmt::Decl(Decl::Fn(function)) = &**clause {
                let body = self.body_scope();
                self.inventory[body].declared.insert(function.ident.sym.clone());
            }
        }
        statement.visit_children_with(self);
    }

    fn visit_while_stmt(&mut self, statement: &WhileStmt) {
        self.in_loop(|this| {
            statement.test.visit_with(this);
            statement.body.visit_with(this);
        });
    }

    fn visit_do_while_stmt(&mut self, statement: &DoWhileStmt) {
        self.in_loop(|this| {
            statement.body.visit_with(this);
            statement.test.visit_with(this);
        });
    }

    fn visit_switch_stmt(&mut self, statement: &SwitchStmt) {
        self.switch(statement);
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        self.catch(clause);
    }

    fn visit_with_stmt(&mut self, statement: &WithStmt) {
        self.with(statement);
    }

    fn visit_labeled_stmt(&mut self, statement: &LabeledStmt) {
        self.labelled(statement);
    }

    fn visit_break_stmt(&mut self, statement: &BreakStmt) {
        statement.label.iter().for_each(|label| self.label(label));
    }

    fn visit_continue_stmt(&mut self, statement: &ContinueStmt) {
        statement.label.iter().for_each(|label| self.label(label));
    }
}
