//! Classes and what is in them.

use swc_common::{Span, Spanned};
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::checker::{Checker, Context};
use super::functions::{Body, Form, Parts};
use crate::lex::next_token;
use crate::positions::range;

const MISPLACED_DECORATOR: &str = "Decorators stand before classes, their members and parameters only";

impl Checker<'_> {
    pub(super) fn class(&mut self, name: Option<&Ident>, class: &Class) {
        // "All parts of a ClassDeclaration or a ClassExpression are strict mode code.":
        // https://tc39.es/ecma262/#sec-strict-mode-code
        let context = Context { strict: true, ..self.context };
        self.within(context, |this| {
            class.decorators.visit_with(this);
            if let Some(name) = name {
                this.binding_identifier(name);
            }
            // Outside of the class's private names.
            class.super_class.visit_with(this);
            this.private_bound_identifiers(class, |this| {
                class.body.iter().for_each(|element| this.class_element(element, class.super_class.is_some()));
            });
        });
    }

    /// A DecoratorList begins a class: <https://tc39.es/proposal-decorators/>. The parser drops any other, or
    /// leaves it to a function.
    pub(super) fn decorator_list(&mut self, statement: &Stmt) {
        let start = match statement {
            Stmt::Decl(Decl::Class(_)) => return,
            Stmt::Decl(Decl::Fn(function)) => function.function.decorators.first().map(|first| range(first.span).start),
            other => Some(range(other.span()).start).filter(|at| self.source.as_bytes().get(*at) == Some(&b'@')),
        };
        if let Some(start) = start {
            self.error_at("syntax", MISPLACED_DECORATOR, start..start + 1);
        }
    }

    fn class_element(&mut self, element: &ClassMember, derived: bool) {
        match element {
            ClassMember::Constructor(constructor) => self.constructor(constructor, derived),
            ClassMember::Method(method) => {
                self.decorators(&method.function);
                method.key.visit_with(self);
                self.static_prototype(method.is_static, &method.key);
                self.words_of_method(method.kind, method.span, method.is_static, &method.function, method.key.span());
                self.method(method.key.span(), &method.function);
            }
            ClassMember::PrivateMethod(method) => {
                self.decorators(&method.function);
                self.words_of_method(method.kind, method.span, method.is_static, &method.function, method.key.span);
                self.method(method.key.span, &method.function);
            }
            ClassMember::ClassProp(field) => {
                field.decorators.visit_with(self);
                field.key.visit_with(self);
                self.static_prototype(field.is_static, &field.key);
                self.initializer(&field.value);
            }
            ClassMember::PrivateProp(field) => {
                field.decorators.visit_with(self);
                self.initializer(&field.value);
            }
            ClassMember::AutoAccessor(field) => {
                field.decorators.visit_with(self);
                self.auto_accessor_word(field);
                if let Key::Public(key) = &field.key {
                    key.visit_with(self);
                    self.static_prototype(field.is_static, key);
                }
                self.initializer(&field.value);
            }
            ClassMember::StaticBlock(block) => self.static_block(&block.body.stmts),
            ClassMember::Empty(_) | ClassMember::TsIndexSignature(_) => {}
        }
    }

    /// The words before the key of a method: `get` and `set` are written without escapes, and `accessor` is a field's.
    fn words_of_method(&mut self, kind: MethodKind, span: Span, is_static: bool, function: &Function, key: Span) {
        let from = self.behind_static(span, is_static, &function.decorators);
        match kind {
            MethodKind::Method => self.accessor_method(from, key),
            MethodKind::Getter => self.accessor_word(from, "get"),
            MethodKind::Setter => self.accessor_word(from, "set"),
        }
    }

    /// Where the words behind the decorators and `static` of a class's member begin.
    fn behind_static(&self, span: Span, is_static: bool, decorators: &[Decorator]) -> usize {
        let from = decorators.last().map_or(range(span).start, |decorator| range(decorator.span).end);
        let start = next_token(self.source, from);
        if is_static { next_token(self.source, start + "static".len()) } else { start }
    }

    /// `FieldDefinition : accessor ClassElementName Initializer_opt`: no method, <https://tc39.es/proposal-decorators/>.
    /// The parser takes `accessor m() {}`.
    fn accessor_method(&mut self, start: usize, key: Span) {
        if start < range(key).start && self.source[start..].starts_with("accessor") {
            self.error_at("syntax", "An accessor is a field, not a method", start..start + "accessor".len());
            self.help("`accessor x = 1` makes a getter, a setter and a private field");
        }
    }

    /// The word `accessor` must not be escaped: <https://tc39.es/ecma262/#sec-grammar-notation>
    fn auto_accessor_word(&mut self, field: &AutoAccessor) {
        let from = self.behind_static(field.span, field.is_static, &field.decorators);
        self.accessor_word(from, "accessor");
    }

    /// The decorators of a method and of its parameters, which TypeScript and an older proposal have.
    fn decorators(&mut self, function: &Function) {
        function.decorators.visit_with(self);
        function.params.iter().for_each(|param| param.decorators.visit_with(self));
    }

    /// Only methods of classes have parameters with decorators.
    pub(super) fn undecorated(&mut self, function: &Function) {
        if let Some(first) = function.params.iter().find_map(|param| param.decorators.first()) {
            let start = range(first.span).start;
            self.error_at("syntax", MISPLACED_DECORATOR, start..start + 1);
        }
    }

    fn constructor(&mut self, constructor: &Constructor, derived: bool) {
        for param in &constructor.params {
            if let ParamOrTsParamProp::Param(param) = param {
                param.decorators.visit_with(self);
            }
        }
        let params = constructor.params.iter().filter_map(|param| match param {
            ParamOrTsParamProp::Param(param) => Some(&param.pat),
            ParamOrTsParamProp::TsParamProp(_) => None,
        });
        self.function(&Parts {
            form: Form::Constructor { derived },
            is_async: false,
            is_generator: false,
            params: params.collect(),
            body: Body::Block(constructor.body.as_ref().map_or(&[], |body| &body.stmts)),
        });
    }

    fn initializer(&mut self, value: &Option<Box<Expr>>) {
        let context = self.initializer_context();
        self.within(context, |this| value.visit_with(this));
    }

    fn static_block(&mut self, statements: &[Stmt]) {
        let context = Context { await_reserved: true, ..self.initializer_context() };
        self.in_function(|this| {
            this.within(context, |this| {
                this.lexically_declared_names_of_body(statements);
                statements.iter().for_each(|statement| statement.visit_with(this));
            });
        });
    }

    /// Initializers and static blocks are like methods, but
    ///
    /// > It is a Syntax Error if Initializer is present and Initializer Contains SuperCall is true.
    ///
    /// <https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors>
    fn initializer_context(&self) -> Context {
        Context {
            strict: true,
            await_reserved: false,
            awaits: false,
            yield_reserved: false,
            yields: true,
            super_call: false,
            super_property: true,
            new_target: true,
            arguments: false,
        }
    }

    /// > It is a Syntax Error if PropName of MethodDefinition is "prototype".
    ///
    /// Of a static one, and likewise of a static FieldDefinition:
    /// <https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors>
    fn static_prototype(&mut self, is_static: bool, key: &PropName) {
        let (name, span) = match key {
            PropName::Ident(ident) => (Some(&*ident.sym), ident.span),
            PropName::Str(string) => (string.value.as_str(), string.span),
            _ => return,
        };
        if is_static && name == Some("prototype") {
            self.error("static-prototype", "Classes may not have a static property named 'prototype'", span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::MISPLACED_DECORATOR;
    use crate::early_errors::{accepts, refuses};

    #[test]
    fn decorator_list() {
        accepts("@a class C { @b async m(@c d, @(e) @f.g() ...h) {} constructor(@i j) {} }");
        refuses("async function f() { @a(await 1); }", MISPLACED_DECORATOR);
        refuses("@a function f() {}", MISPLACED_DECORATOR);
        refuses("function f(@a b) {}", MISPLACED_DECORATOR);
        refuses("({ async m(@a b) {} })", MISPLACED_DECORATOR);
        // They are parts of the class, and so strict code.
        refuses("function f(yield) { @(a(yield)) class C {} }", "Unexpected strict mode reserved word");
        refuses("(@(() => { with (a); }) class {})", "Strict mode code may not include a with statement");
    }

    #[test]
    fn accessor_method() {
        const MESSAGE: &str = "An accessor is a field, not a method";
        accepts(
            "class C { accessor x = 1; static accessor #y; accessor() {} static accessor() {} async accessor() {} }",
        );
        accepts("class C { accessor\nm() {} accessor; get accessor() {} *accessor() {} @a accessor z }");
        refuses("async () => { class C { accessor m() {} } }", MESSAGE);
        refuses("class C { @a static accessor #m() {} }", MESSAGE);
        refuses("class C { accessor *m() {} }", MESSAGE);
        refuses("class C { acc\\u0065ssor x }", "Keyword must not contain escaped characters");
    }

    #[test]
    fn static_prototype() {
        const MESSAGE: &str = "Classes may not have a static property named 'prototype'";
        accepts("class C { async prototype() {} static async ['prototype']() {} static #prototype; }");
        refuses("class C { static async prototype() {} }", MESSAGE);
        refuses("class C { static 'prototype' = 1 }", MESSAGE);
    }
}
