//! Classes and the members of object literals: whose names, keys and homes their functions have.

use rustc_hash::FxHashMap;
use swc_common::Spanned;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::functions::{Body, Parts, Types};
use super::{Collector, Context};
use crate::inventory::{
    ClassForm, ClassId, ClassText, FunctionId, FunctionKind, FunctionName, Member, MemberOwner, Name, ScopeKind,
};
use crate::lex::{find_token, next_token};
use crate::positions::range;

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

fn member(key: &PropName, owner: MemberOwner) -> Member {
    Member { key: range(key.span()), is_computed: key.is_computed(), is_private: false, owner }
}

impl Collector<'_> {
    /// A class; `own_name` is bound within it.
    pub(super) fn class(&mut self, class: &Class, own_name: Option<&Ident>, form: ClassForm) {
        let outer_strict = std::mem::replace(&mut self.strict, true);
        class.decorators.visit_with(self);
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
            let text = this.class_text(class, own_name, form);
            let mut methods = FxHashMap::default();
            for (index, member) in class.body.iter().enumerate() {
                if index > 0 {
                    this.guard_member(&class.body[index - 1], member);
                }
                if let Some((id, is_static, name)) = this.class_member(class, text, member)
                    && let Some(replaced) = methods.insert((is_static, name), id)
                {
                    this.inventory[replaced].replaced = true;
                }
            }
        });
        self.strict = outer_strict;
    }

    fn class_text(&mut self, class: &Class, own_name: Option<&Ident>, form: ClassForm) -> Option<ClassId> {
        let body_start = class_body_start(self.source, class, own_name)?;
        let has_static_code = class.body.iter().any(is_static_code);
        self.inventory.classes.push(ClassText { span: range(class.span), body_start, form, has_static_code });
        Some(ClassId(self.inventory.classes.len() - 1))
    }

    /// A field that only a line break ends runs into a member that begins with a bracket or an operator.
    fn guard_member(&mut self, previous: &ClassMember, member: &ClassMember) {
        let is_field =
            matches!(previous, ClassMember::ClassProp(_) | ClassMember::PrivateProp(_) | ClassMember::AutoAccessor(_));
        let end = range(previous.span()).end;
        let ended = self.source[..end].ends_with(';') || self.source[next_token(self.source, end)..].starts_with(';');
        if is_field && !ended {
            self.inventory.unguarded.insert(range(member.span()).start);
            self.inventory.open_ends.insert(end);
        }
    }

    /// Visits a member; answers for a method under a public name that is known which it is, whether it is static, and
    /// that name.
    fn class_member(
        &mut self,
        class: &Class,
        text: Option<ClassId>,
        node: &ClassMember,
    ) -> Option<(FunctionId, bool, Name)> {
        let owner = |function: &Function, is_static| match text {
            Some(class_id) if class.decorators.is_empty() && !is_decorated(function) => {
                MemberOwner::Class { class: class_id, is_static }
            }
            _ => MemberOwner::OpaqueClass,
        };
        match node {
            ClassMember::Constructor(constructor) => self.constructor(constructor, class.super_class.is_some()),
            // Overloads, what is abstract, what is declared elsewhere.
            ClassMember::Method(method) if method.function.body.is_none() => method.key.visit_with(self),
            ClassMember::PrivateMethod(method) if method.function.body.is_none() => {}
            ClassMember::ClassProp(field) if field.declare => {}
            ClassMember::Method(method) => {
                self.decorators(&method.function);
                method.key.visit_with(self);
                let from = range(method.span).start;
                let name = key_name(&method.key);
                let member = member(&method.key, owner(&method.function, method.is_static));
                let id = self.method(&method.function, name.clone(), from, member);
                return name.known().map(|name| (id, method.is_static, name.clone()));
            }
            ClassMember::PrivateMethod(method) => {
                self.decorators(&method.function);
                let name = FunctionName::Inferred(private_name(&method.key));
                let (from, key) = (range(method.span).start, range(method.key.span));
                let owner = owner(&method.function, method.is_static);
                let member = Member { key, is_computed: false, is_private: true, owner };
                self.method(&method.function, name, from, member);
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
        None
    }

    /// The decorators of a method and of its parameters: they are evaluated where the class is.
    fn decorators(&mut self, function: &Function) {
        function.decorators.visit_with(self);
        function.params.iter().for_each(|param| param.decorators.visit_with(self));
    }

    fn constructor(&mut self, constructor: &Constructor, derived: bool) {
        let Some(body) = &constructor.body else { return };
        for param in &constructor.params {
            match param {
                ParamOrTsParamProp::Param(param) => param.decorators.visit_with(self),
                ParamOrTsParamProp::TsParamProp(param) => param.decorators.visit_with(self),
            }
        }
        let params = constructor.params.iter().filter_map(|param| match param {
            ParamOrTsParamProp::Param(param) => Some(&param.pat),
            ParamOrTsParamProp::TsParamProp(_) => None,
        });
        // TypeScript's parameter properties bind parameters, too; their defaults are evaluated among those.
        let properties = constructor.params.iter().filter_map(|param| match param {
            ParamOrTsParamProp::TsParamProp(property) => Some(property_name(property)),
            ParamOrTsParamProp::Param(_) => None,
        });
        let defaults = constructor.params.iter().filter_map(|param| match param {
            ParamOrTsParamProp::TsParamProp(TsParamProp { param: TsParamPropParam::Assign(assign), .. }) => {
                Some(&assign.right)
            }
            _ => None,
        });
        for default in defaults {
            self.class_code(Body::Initializer(default), range(default.span()));
        }
        self.function(Parts {
            kind: FunctionKind::Constructor { derived },
            params: params.collect(),
            param_properties: properties.flatten().collect(),
            ..plain_parts(Body::Block(body), range(constructor.span))
        });
    }

    fn initializer(&mut self, value: Option<&Expr>, name: FunctionName) {
        let Some(value) = value else { return };
        self.context = Context { name, ..Context::default() };
        self.class_code(Body::Initializer(value), range(value.span()));
    }

    fn class_code(&mut self, body: Body, span: std::ops::Range<usize>) {
        self.function(plain_parts(body, span));
    }

    pub(super) fn property(&mut self, property: &Prop) {
        match property {
            Prop::Shorthand(ident) => self.ident(ident, crate::inventory::NameRole::Shorthand),
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
                self.method(
                    &property.function,
                    key_name(&property.key),
                    from,
                    member(&property.key, MemberOwner::Object),
                );
            }
            Prop::Getter(GetterProp { key, function, .. }) | Prop::Setter(SetterProp { key, function, .. }) => {
                key.visit_with(self);
                let from = range(function.span).start;
                self.method(function, key_name(key), from, member(key, MemberOwner::Object));
            }
            Prop::Assign(property) => property.value.visit_with(self),
        }
    }
}

fn property_name(property: &TsParamProp) -> Option<&Ident> {
    match &property.param {
        TsParamPropParam::Ident(name) => Some(&name.id),
        TsParamPropParam::Assign(assign) => assign.left.as_ident().map(|name| &name.id),
    }
}

fn is_decorated(function: &Function) -> bool {
    !function.decorators.is_empty() || function.params.iter().any(|param| !param.decorators.is_empty())
}

fn plain_parts(body: Body<'_>, span: std::ops::Range<usize>) -> Parts<'_> {
    Parts {
        kind: FunctionKind::ClassInitializer,
        is_async: false,
        is_generator: false,
        name: FunctionName::None,
        called_at_once: false,
        in_new_callee: false,
        params: Vec::new(),
        param_decorators: Vec::new(),
        param_properties: Vec::new(),
        types: Types::default(),
        body,
        async_from: span.start,
        span,
        member: None,
    }
}

/// Behind the brace that opens a class's body.
fn class_body_start(source: &str, class: &Class, own_name: Option<&Ident>) -> Option<usize> {
    let before = [
        class.implements.last().map(|implements| implements.span()),
        class.super_type_params.as_ref().map(|params| params.span()),
        class.super_class.as_ref().map(|heritage| heritage.span()),
        class.type_params.as_ref().map(|params| params.span()),
        own_name.map(|name| name.span()),
    ];
    let from = before.into_iter().flatten().next().map_or(range(class.span).start, |span| range(span).end);
    Some(find_token(source, from, "{")? + 1)
}

/// Whether a member runs code when its class is made, or is seen by such code alone.
fn is_static_code(member: &ClassMember) -> bool {
    match member {
        ClassMember::StaticBlock(_) => true,
        ClassMember::ClassProp(field) => field.is_static && !field.declare,
        ClassMember::PrivateProp(field) => field.is_static,
        ClassMember::AutoAccessor(field) => field.is_static,
        ClassMember::PrivateMethod(method) => method.is_static,
        _ => false,
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
