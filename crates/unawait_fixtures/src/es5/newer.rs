//! What a program holds that is newer than ES5.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

/// What may be newer all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    Nothing,
    /// Generators and async functions.
    Suspending,
}

/// The first thing in `program` that is newer than ES5, in words.
pub fn newer(program: &Program, allowed: Allowed) -> Option<&'static str> {
    let mut find = Find { allowed, found: None };
    program.visit_with(&mut find);
    find.found
}

struct Find {
    allowed: Allowed,
    found: Option<&'static str>,
}

impl Find {
    fn found(&mut self, what: &'static str) {
        self.found.get_or_insert(what);
    }

    fn suspending(&mut self, what: &'static str) {
        if self.allowed == Allowed::Nothing {
            self.found(what);
        }
    }

    /// Functions are declared at the top level of a body only.
    fn statement_list(&mut self, statements: &[Stmt]) {
        if statements.iter().any(|statement| matches!(statement, Stmt::Decl(Decl::Fn(_)))) {
            self.found("a function of a block");
        }
    }
}

impl Visit for Find {
    noop_visit_type!();

    fn visit_module_decl(&mut self, _: &ModuleDecl) {
        self.found("a module's declaration");
    }

    fn visit_var_decl(&mut self, list: &VarDecl) {
        if list.kind != VarDeclKind::Var {
            self.found("`let` or `const`");
        }
        list.visit_children_with(self);
    }

    fn visit_using_decl(&mut self, _: &UsingDecl) {
        self.found("`using`");
    }

    fn visit_function(&mut self, function: &Function) {
        if function.is_async || function.is_generator {
            self.suspending("a generator or an async function");
        }
        function.visit_children_with(self);
    }

    fn visit_expr(&mut self, expr: &Expr) {
        match expr {
            Expr::Arrow(_) => self.found("an arrow function"),
            Expr::Class(_) => self.found("a class"),
            Expr::Tpl(_) | Expr::TaggedTpl(_) => self.found("a template"),
            Expr::OptChain(_) => self.found("an optional chain"),
            Expr::MetaProp(_) => self.found("`new.target` or `import.meta`"),
            Expr::SuperProp(_) => self.found("`super`"),
            Expr::PrivateName(_) => self.found("a private name"),
            Expr::Yield(_) | Expr::Await(_) => self.suspending("`yield` or `await`"),
            Expr::Lit(Lit::BigInt(_)) => self.found("a BigInt"),
            _ => {}
        }
        expr.visit_children_with(self);
    }

    fn visit_callee(&mut self, callee: &Callee) {
        if !callee.is_expr() {
            self.found("`super` or `import`");
        }
        callee.visit_children_with(self);
    }

    fn visit_class_decl(&mut self, _: &ClassDecl) {
        self.found("a class");
    }

    fn visit_expr_or_spread(&mut self, expr: &ExprOrSpread) {
        if expr.spread.is_some() {
            self.found("a spread element");
        }
        expr.visit_children_with(self);
    }

    fn visit_spread_element(&mut self, _: &SpreadElement) {
        self.found("a spread element");
    }

    fn visit_prop(&mut self, property: &Prop) {
        if matches!(property, Prop::Shorthand(_) | Prop::Method(_)) {
            self.found("a property without its value, or a method");
        }
        property.visit_children_with(self);
    }

    fn visit_member_prop(&mut self, property: &MemberProp) {
        let is_name = property.as_ident().is_some_and(|property| &*property.sym == "name");
        if is_name && self.allowed == Allowed::Suspending {
            self.found("a function's `name`, perhaps: not every engine of ES5 has that");
        }
        property.visit_children_with(self);
    }

    fn visit_prop_name(&mut self, name: &PropName) {
        if name.is_computed() {
            self.found("a computed key");
        }
        name.visit_children_with(self);
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        if !matches!(pattern, Pat::Ident(_) | Pat::Expr(_)) {
            self.found("a pattern");
        }
        pattern.visit_children_with(self);
    }

    fn visit_assign_target_pat(&mut self, _: &AssignTargetPat) {
        self.found("a pattern");
    }

    fn visit_binary_op(&mut self, op: &BinaryOp) {
        if matches!(op, BinaryOp::Exp | BinaryOp::NullishCoalescing) {
            self.found("`**` or `??`");
        }
    }

    fn visit_assign_expr(&mut self, assign: &AssignExpr) {
        if matches!(assign.op, AssignOp::ExpAssign | AssignOp::AndAssign | AssignOp::OrAssign | AssignOp::NullishAssign)
        {
            self.found("an assignment's operator");
        }
        assign.visit_children_with(self);
    }

    fn visit_for_of_stmt(&mut self, _: &ForOfStmt) {
        self.found("`for`-`of`");
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        if clause.param.is_none() {
            self.found("`catch` without a parameter");
        }
        clause.visit_children_with(self);
    }

    fn visit_block_stmt(&mut self, block: &BlockStmt) {
        self.statement_list(&block.stmts);
        block.visit_children_with(self);
    }

    fn visit_switch_case(&mut self, case: &SwitchCase) {
        self.statement_list(&case.cons);
        case.visit_children_with(self);
    }

    fn visit_if_stmt(&mut self, statement: &IfStmt) {
        self.statement_list(std::slice::from_ref(&statement.cons));
        if let Some(alternative) = &statement.alt {
            self.statement_list(std::slice::from_ref(alternative));
        }
        statement.visit_children_with(self);
    }
}
