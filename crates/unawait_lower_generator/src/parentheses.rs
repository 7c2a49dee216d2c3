//! Parentheses around what reads otherwise as it is printed.
//!
//! ```js
//! for (\u{61}sync of a) S      // becomes  for ((async) of a) S
//! for (env.async of a) S       // becomes  for ((env.async) of a) S
//! for (var let of a) S         // becomes  for ((let) of a) S
//! 8 /* comment */ .toString    // becomes  (8) /* comment */ .toString
//! @(a, b) class C {}           // becomes  the same again
//! ```
//!
//! The printer writes names without their escapes, a declaration's name without the word before it is an assignment's
//! target, and a number may take the dot for its own. V8 takes any `async` before `of` for a name that may not stand
//! there. <https://tc39.es/ecma262/#prod-ForInOfStatement>

use swc_ecma_ast::*;
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};

use crate::{decorators, make};

/// Puts parentheses into a function that is about to be printed.
pub(crate) fn parenthesize(function: &mut Function) {
    function.visit_mut_with(&mut Parentheses);
}

struct Parentheses;

impl VisitMut for Parentheses {
    noop_visit_mut_type!();

    fn visit_mut_for_head(&mut self, head: &mut ForHead) {
        head.visit_mut_children_with(self);
        let ForHead::Pat(pattern) = head else { return };
        let target = match &**pattern {
            Pat::Ident(name) if matches!(&*name.sym, "async" | "let") => Box::new(Expr::Ident(name.id.clone())),
            Pat::Expr(target) if ends_in_async(target) => target.clone(),
            _ => return,
        };
        **pattern = Pat::Expr(make::paren(target));
    }

    // The printer forgets the decorators of private methods, but not those of others.
    fn visit_mut_class_member(&mut self, member: &mut ClassMember) {
        member.visit_mut_children_with(self);
        if let ClassMember::PrivateMethod(method) = member
            && !method.function.decorators.is_empty()
        {
            let PrivateMethod { span, key, function, kind, is_static, .. } = std::mem::take(method);
            let key = PropName::Ident(IdentName { span: key.span, sym: format!("#{}", key.name).into() });
            *member =
                ClassMember::Method(ClassMethod { span, key, function, kind, is_static, ..ClassMethod::default() });
        }
    }

    fn visit_mut_decorator(&mut self, decorator: &mut Decorator) {
        decorator.visit_mut_children_with(self);
        if !decorators::is_plain(&decorator.expr) && !decorator.expr.is_paren() {
            let expr = std::mem::replace(&mut decorator.expr, make::number(0));
            decorator.expr = make::paren(expr);
        }
    }

    fn visit_mut_member_expr(&mut self, member: &mut MemberExpr) {
        member.visit_mut_children_with(self);
        if member.prop.is_ident() && is_whole(&member.obj) {
            let number = std::mem::replace(&mut member.obj, make::number(0));
            member.obj = make::paren(number);
        }
    }

    fn visit_mut_expr(&mut self, expr: &mut Expr) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || expr.visit_mut_children_with(self));
    }
}

fn ends_in_async(target: &Expr) -> bool {
    matches!(target, Expr::Member(MemberExpr { prop: MemberProp::Ident(name), .. }) if &*name.sym == "async")
}

/// Whether a number is written without a dot of its own.
fn is_whole(expr: &Expr) -> bool {
    let Expr::Lit(Lit::Num(number)) = expr else { return false };
    number.raw.as_ref().is_none_or(|raw| raw.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_'))
}
