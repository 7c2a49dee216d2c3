//! TypeScript: programs that its own compiler refuses, and that lowering would make something else of. Other rules are
//! for those who check types.

use swc_ecma_ast::*;
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use super::checker::{Checker, Context};
use crate::lex::{has_line_terminator, next_token};
use crate::positions::{RED_ZONE, STACK, range};

impl Checker<'_> {
    pub(super) fn typescript(&mut self, program: &Program) {
        let around = Around { awaits: self.context.awaits, is_enum: false };
        program.visit_with(&mut TypeScript { checker: self, around });
    }
}

struct TypeScript<'c, 'a> {
    checker: &'c mut Checker<'a>,
    around: Around,
}

/// What is around a place, functions within that aside.
#[derive(Clone, Copy)]
struct Around {
    /// An AwaitExpression may stand here.
    awaits: bool,
    /// It is an initializer of an enum's member.
    is_enum: bool,
}

impl Around {
    fn function(is_async: bool) -> Self {
        Around { awaits: is_async, is_enum: false }
    }
}

impl TypeScript<'_, '_> {
    fn inside(&mut self, around: Around, visit: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.around, around);
        visit(self);
        self.around = outer;
    }

    fn initializer(&mut self, value: &Option<Box<Expr>>) {
        self.inside(Around::function(false), |this| value.visit_with(this));
    }
}

impl Visit for TypeScript<'_, '_> {
    noop_visit_type!();

    fn visit_ts_enum_decl(&mut self, declaration: &TsEnumDecl) {
        let around = Around { is_enum: true, ..self.around };
        self.inside(around, |this| declaration.visit_children_with(this));
    }

    /// An enum becomes a function, which is no async one. (A `yield` there is refused by the parser.)
    fn visit_await_expr(&mut self, node: &AwaitExpr) {
        if self.around.is_enum {
            let start = range(node.span).start;
            let message = "'await' expression is not allowed in an enum";
            self.checker.error_at("await-in-enum", message, start..start + "await".len());
            self.checker.help("an enum becomes a function: evaluate this before it, into a constant");
        }
        // The parser takes one in a parameter's decorator for one of the function that has the parameter.
        let context = Context { awaits: self.around.awaits, ..self.checker.context };
        self.checker.within(context, |checker| checker.contains_await_expression(node.span));
        node.visit_children_with(self);
    }

    /// `async [no LineTerminator here] ArrowFormalParameters`, with type parameters, too:
    /// <https://tc39.es/ecma262/#prod-AsyncArrowFunction>
    fn visit_arrow_expr(&mut self, arrow: &ArrowExpr) {
        let start = range(arrow.span).start;
        let end = start + "async".len();
        let source = self.checker.source;
        if arrow.is_async && has_line_terminator(source, end, next_token(source, end)) {
            self.checker.error_at("line-break-after-async", "No line break is allowed behind 'async'", start..end);
            self.checker.help("put `async` and the parameters on one line");
        }
        self.inside(Around::function(arrow.is_async), |this| arrow.visit_children_with(this));
    }

    // Decorators are evaluated where the class is.
    fn visit_function(&mut self, function: &Function) {
        function.decorators.visit_with(self);
        function.params.iter().for_each(|param| param.decorators.visit_with(self));
        self.inside(Around::function(function.is_async), |this| {
            function.params.iter().for_each(|param| param.pat.visit_with(this));
            function.body.visit_with(this);
        });
    }

    fn visit_constructor(&mut self, constructor: &Constructor) {
        for param in &constructor.params {
            match param {
                ParamOrTsParamProp::Param(param) => param.decorators.visit_with(self),
                ParamOrTsParamProp::TsParamProp(param) => param.decorators.visit_with(self),
            }
        }
        self.inside(Around::function(false), |this| {
            for param in &constructor.params {
                match param {
                    ParamOrTsParamProp::Param(param) => param.pat.visit_with(this),
                    ParamOrTsParamProp::TsParamProp(param) => param.param.visit_with(this),
                }
            }
            constructor.body.visit_with(this);
        });
    }

    fn visit_class_prop(&mut self, field: &ClassProp) {
        field.decorators.visit_with(self);
        field.key.visit_with(self);
        self.initializer(&field.value);
    }

    fn visit_private_prop(&mut self, field: &PrivateProp) {
        field.decorators.visit_with(self);
        self.initializer(&field.value);
    }

    fn visit_auto_accessor(&mut self, field: &AutoAccessor) {
        field.decorators.visit_with(self);
        field.key.visit_with(self);
        self.initializer(&field.value);
    }

    fn visit_static_block(&mut self, block: &StaticBlock) {
        self.inside(Around::function(false), |this| block.body.visit_with(this));
    }

    fn visit_expr(&mut self, expr: &Expr) {
        stacker::maybe_grow(RED_ZONE, STACK, || expr.visit_children_with(self));
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        stacker::maybe_grow(RED_ZONE, STACK, || statement.visit_children_with(self));
    }

    fn visit_pat(&mut self, pattern: &Pat) {
        stacker::maybe_grow(RED_ZONE, STACK, || pattern.visit_children_with(self));
    }
}

#[cfg(test)]
mod tests {
    use crate::{Language, SourceType, inventory_in};

    fn errors(source: &str) -> Vec<String> {
        let taken = inventory_in(Language::TypeScript, source, SourceType::Module);
        taken.err().unwrap_or_default().into_iter().map(|error| error.message).collect()
    }

    #[test]
    fn enums_do_not_suspend() {
        const AWAIT: &str = "'await' expression is not allowed in an enum";
        assert_eq!(errors("async function f(x: any) { enum E { a = await x } }"), [AWAIT]);
        assert_eq!(errors("async function f() { const enum E { a = 1, b = [await 1, a].length } }"), [AWAIT]);
        assert!(errors("enum E { a = (async () => { await 1; }).length }").is_empty());
    }

    #[test]
    fn awaits_in_decorators_of_parameters() {
        let class =
            "class C { async m(@d(await 1) a: A) {} n(@d(await 1) a: A) {} constructor(@d(await 1) private a: A) {} }";
        assert!(errors(&format!("async function f() {{ {class} }}")).is_empty());
        assert!(errors(class).is_empty());
        assert_eq!(errors(&format!("function f() {{ {class} }}")).len(), 3);
        assert_eq!(errors("async function f() { class C { n(a = await 1) {} } }").len(), 1);
        assert_eq!(errors("async function f() { class C { a = await 1 } }").len(), 1);
    }

    #[test]
    fn no_line_breaks_behind_async() {
        const BREAK: &str = "No line break is allowed behind 'async'";
        assert_eq!(errors("const x = async\n<T>(y: T) => { await y; };"), [BREAK]);
        assert!(errors("const x = async <T,>(y: T\n): Promise<T> => await y; async\nfunction f() {}").is_empty());
    }
}
