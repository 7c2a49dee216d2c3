//! Whether a program is of ES5, but for generators and async functions: then what becomes of it should be, too.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

/// Whether nothing in `program` but generators and async functions is newer than ES5. Most programs show soon that they
/// are not.
pub(crate) fn is_es5(program: &Program) -> bool {
    let Program::Script(script) = program else { return false };
    let mut newer = Newer(false);
    script.body.iter().all(|statement| {
        statement.visit_with(&mut newer);
        !newer.0
    })
}

struct Newer(bool);

impl Newer {
    fn if_newer(&mut self, newer: bool, node: &impl VisitWith<Self>) {
        self.0 |= newer;
        if !self.0 {
            node.visit_children_with(self);
        }
    }
}

/// A function is declared at a body's top level only.
fn declares_function(statement: &Stmt) -> bool {
    matches!(statement, Stmt::Decl(Decl::Fn(_)))
}

impl Visit for Newer {
    noop_visit_type!();

    fn visit_expr(&mut self, expr: &Expr) {
        let newer = match expr {
            Expr::Arrow(_) | Expr::Class(_) | Expr::Tpl(_) | Expr::TaggedTpl(_) | Expr::OptChain(_) => true,
            Expr::MetaProp(_) | Expr::SuperProp(_) | Expr::PrivateName(_) | Expr::Lit(Lit::BigInt(_)) => true,
            Expr::Bin(binary) => matches!(binary.op, BinaryOp::Exp | BinaryOp::NullishCoalescing),
            Expr::Assign(assign) => {
                use AssignOp::*;
                assign.left.is_pat() || matches!(assign.op, ExpAssign | AndAssign | OrAssign | NullishAssign)
            }
            Expr::Call(call) => !call.callee.is_expr(),
            _ => false,
        };
        if newer || self.0 {
            self.0 = true;
            return;
        }
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_children_with(self));
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        let newer = match statement {
            Stmt::Decl(Decl::Var(list)) => list.kind != VarDeclKind::Var,
            Stmt::Decl(declaration) => !declaration.is_fn_decl(),
            Stmt::Block(block) => block.stmts.iter().any(declares_function),
            Stmt::If(branches) => {
                declares_function(&branches.cons) || branches.alt.as_deref().is_some_and(declares_function)
            }
            Stmt::Switch(switch) => switch.cases.iter().any(|case| case.cons.iter().any(declares_function)),
            Stmt::Labeled(labeled) => declares_function(&labeled.body),
            other => other.is_for_of(),
        };
        self.if_newer(newer, statement);
    }

    fn visit_block_stmt(&mut self, block: &BlockStmt) {
        self.if_newer(block.stmts.iter().any(declares_function), block);
    }

    fn visit_catch_clause(&mut self, clause: &CatchClause) {
        self.if_newer(clause.param.is_none(), clause);
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        self.if_newer(!matches!(pattern, Pat::Ident(_) | Pat::Expr(_)), pattern);
    }

    fn visit_prop(&mut self, property: &Prop) {
        self.if_newer(property.is_shorthand() || property.is_method(), property);
    }

    fn visit_prop_name(&mut self, name: &PropName) {
        self.if_newer(name.is_computed(), name);
    }

    fn visit_expr_or_spread(&mut self, expr: &ExprOrSpread) {
        self.if_newer(expr.spread.is_some(), expr);
    }

    fn visit_spread_element(&mut self, _: &SpreadElement) {
        self.0 = true;
    }
}

#[cfg(test)]
mod tests {
    use crate::{SourceType, inventory};

    #[test]
    fn generators_and_async_functions_are_no_news() {
        let is_es5 = |source| inventory(source, SourceType::Script).expect(source).is_es5;
        for old in ["var a = { get b() {} }; a[0]++; for (var c in a) d: break d", "function* g() { yield 1 }"] {
            assert!(is_es5(old), "{old}");
        }
        assert!(is_es5("async function f(a) { try { await a } catch (e) {} } async function* g() { yield* 1 }"));
        for new in ["let a", "() => 1", "({ a })", "({ m() {} })", "[...a]", "f(...a)", "({ ...a })", "`a`", "a ** 1"] {
            assert!(!is_es5(new), "{new}");
        }
        for new in ["for (a of b);", "({ [a]: 1 })", "[a] = b", "function f(a = 1) {}", "class A {}", "1n", "a?.b"] {
            assert!(!is_es5(new), "{new}");
        }
        for new in ["{ function f() {} }", "try {} catch {}", "switch (a) { case 1: function f() {} }", "import('a')"] {
            assert!(!is_es5(new), "{new}");
        }
    }
}
