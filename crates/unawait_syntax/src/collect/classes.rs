//! Classes and the members of object literals: whose names, keys and homes their functions have.

use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::functions::{Body, Parts};
use super::{Collector, Context};
use crate::inventory::{FunctionKind, FunctionName, Name, ScopeKind};
use crate::parse::range;
use crate::trivia::next_token;

/// The name that a function gets from the property it is put into.
pub(super) fn key_name(key: &PropName) -> FunctionName {
    match key {
        PropName::Ident(ident) => FunctionName::Inferred(ident.sym.clone()),
        PropName::Str(string) => {
            string.value.as_str().map_or(FunctionName::Dynamic, |name| FunctionName::Inferred(name.into()))
        }
        // As the number reads in source, it need not be what it is called: 0x10, 1e3.
        PropName::Num(number) if number.value.fract() == 0.0 && number.value.abs() < 1e15 => {
            FunctionName::Inferred(format!("{}", number.value as i64).into())
        }
        PropName::BigInt(number) => FunctionName::Inferred(number.value.to_string().into()),
        PropName::Num(_) | PropName::Computed(_) => FunctionName::Dynamic,
    }
}

fn private_name(key: &PrivateName) -> Name {
    format!("#{}", key.name).into()
}

pub(super) fn key_end(key: &PropName) -> usize {
    match key {
        PropName::Ident(key) => range(key.span).end,
        PropName::Str(key) => range(key.span).end,
        PropName::Num(key) => range(key.span).end,
        PropName::BigInt(key) => range(key.span).end,
        PropName::Computed(key) => range(key.span).end,
    }
}

impl Collector<'_> {
    /// A class; `own_name` is bound within it.
    pub(super) fn class(&mut self, class: &Class, own_name: Option<&Ident>) {
        class.decorators.visit_with(self);
        let outer_strict = std::mem::replace(&mut self.strict, true);
        self.in_scope(ScopeKind::Inner, None, |this| {
            let scope = this.scope;
            if let Some(ident) = own_name {
                this.inventory[scope].declared.insert(ident.sym.clone());
            }
            for member in &class.body {
                if let Some(name) = declared_private_name(member) {
                    this.inventory[scope].declared.insert(name);
                }
            }
            if let Some(super_class) = &class.super_class {
                this.visit_in(Context::operand(), super_class);
            }
            for (index, member) in class.body.iter().enumerate() {
                if index > 0 {
                    this.guard_member(&class.body[index - 1], member);
                }
                this.class_member(member, class.super_class.is_some());
            }
        });
        self.strict = outer_strict;
    }

    /// A field that only a line break ends runs into a member that begins with a bracket or an operator.
    fn guard_member(&mut self, previous: &ClassMember, member: &ClassMember) {
        use swc_common::Spanned;
        let is_field =
            matches!(previous, ClassMember::ClassProp(_) | ClassMember::PrivateProp(_) | ClassMember::AutoAccessor(_));
        let end = range(previous.span()).end;
        let ended = self.source[..end].ends_with(';') || self.source[next_token(self.source, end)..].starts_with(';');
        if is_field && !ended {
            self.inventory.unguarded.insert(range(member.span()).start);
            self.inventory.open_ends.insert(end);
        }
    }

    fn class_member(&mut self, member: &ClassMember, derived: bool) {
        match member {
            ClassMember::Constructor(constructor) => self.constructor(constructor, derived),
            ClassMember::Method(method) => {
                method.function.decorators.visit_with(self);
                method.key.visit_with(self);
                let from = range(method.span).start;
                self.method(&method.function, key_name(&method.key), from, method.is_static, key_end(&method.key));
            }
            ClassMember::PrivateMethod(method) => {
                method.function.decorators.visit_with(self);
                let name = FunctionName::Inferred(private_name(&method.key));
                let (from, key_end) = (range(method.span).start, range(method.key.span).end);
                self.method(&method.function, name, from, method.is_static, key_end);
            }
            ClassMember::ClassProp(field) => {
                field.decorators.visit_with(self);
                field.key.visit_with(self);
                self.initializer(field.value.as_deref(), key_name(&field.key));
            }
            ClassMember::PrivateProp(field) => {
                field.decorators.visit_with(self);
                self.initializer(field.value.as_deref(), FunctionName::Inferred(private_name(&field.key)));
            }
            ClassMember::AutoAccessor(field) => {
                field.decorators.visit_with(self);
                let name = match &field.key {
                    Key::Private(key) => FunctionName::Inferred(private_name(key)),
                    Key::Public(key) => {
                        key.visit_with(self);
                        key_name(key)
                    }
                };
                self.initializer(field.value.as_deref(), name);
            }
            ClassMember::StaticBlock(block) => {
                self.class_code(Body::StaticBlock(&block.body), range(block.span));
            }
            ClassMember::Empty(_) | ClassMember::TsIndexSignature(_) => {}
        }
    }

    fn constructor(&mut self, constructor: &Constructor, derived: bool) {
        let Some(body) = &constructor.body else { return };
        let params = constructor.params.iter().filter_map(|param| match param {
            ParamOrTsParamProp::Param(param) => Some(&param.pat),
            ParamOrTsParamProp::TsParamProp(_) => None,
        });
        self.function(Parts {
            kind: FunctionKind::Constructor { derived },
            params: params.collect(),
            ..plain_parts(Body::Block(body), range(constructor.span))
        });
    }

    fn initializer(&mut self, value: Option<&Expr>, name: FunctionName) {
        let Some(value) = value else { return };
        use swc_common::Spanned;
        self.context = Context { name, ..Context::default() };
        self.class_code(Body::Initializer(value), range(value.span()));
    }

    fn class_code(&mut self, body: Body, span: std::ops::Range<usize>) {
        self.function(plain_parts(body, span));
    }

    pub(super) fn property(&mut self, property: &Prop) {
        match property {
            Prop::Shorthand(ident) => self.ident(ident, crate::inventory::YieldRole::Shorthand),
            Prop::KeyValue(property) => {
                property.key.visit_with(self);
                // `__proto__: value` sets the prototype; it names nothing.
                let sets_prototype = matches!(&property.key, PropName::Ident(key) if &*key.sym == "__proto__")
                    || matches!(&property.key, PropName::Str(key) if key.value.as_str() == Some("__proto__"));
                let name = if sets_prototype { FunctionName::None } else { key_name(&property.key) };
                self.visit_in(Context { name, ..Context::default() }, &property.value);
            }
            Prop::Method(property) => {
                property.key.visit_with(self);
                let from = range(property.function.span).start;
                self.method(&property.function, key_name(&property.key), from, false, key_end(&property.key));
            }
            Prop::Getter(GetterProp { key, function, .. }) | Prop::Setter(SetterProp { key, function, .. }) => {
                key.visit_with(self);
                let from = range(function.span).start;
                self.method(function, key_name(key), from, false, key_end(key));
            }
            Prop::Assign(property) => property.value.visit_with(self),
        }
    }
}

fn plain_parts(body: Body<'_>, span: std::ops::Range<usize>) -> Parts<'_> {
    Parts {
        kind: FunctionKind::ClassInitializer,
        is_async: false,
        is_generator: false,
        name: FunctionName::None,
        called_at_once: false,
        params: Vec::new(),
        body,
        async_from: span.start,
        span,
        params_from: None,
    }
}

/// PrivateBoundIdentifiers: https://tc39.es/ecma262/#sec-static-semantics-privateboundidentifiers
fn declared_private_name(member: &ClassMember) -> Option<Name> {
    match member {
        ClassMember::PrivateMethod(method) => Some(private_name(&method.key)),
        ClassMember::PrivateProp(field) => Some(private_name(&field.key)),
        ClassMember::AutoAccessor(field) => match &field.key {
            Key::Private(key) => Some(private_name(key)),
            Key::Public(_) => None,
        },
        _ => None,
    }
}

impl Collector<'_> {
    pub(super) fn use_private_name(&mut self, key: &PrivateName) {
        self.use_name(&private_name(key));
    }
}
