//! An async generator method is a function with a `prototype`, which its objects inherit from. A method has none:
//!
//! `{ async *m(a) { B } }`
//! -> `{ m: ((fn) => fn = __asyncGenFunction({ m(a) { return __asyncGen(this, [a], fn, function* m(a) { B' }); } }.m))() }`
//!
//! `class C { async *m(a) { B } }`
//! -> `class C { m(a) { return __asyncGen(this, [a], m_1, ...); } } var {} = (m_1 = __asyncGenFunction(C.prototype.m));`
//!
//! `x = class { async *m(a) { B } }`
//! -> `x = (((C_1) => (m_1 = __asyncGenFunction(C_1.prototype.m), C_1))({ x: class { m(a) { ... } } }.x))`
//!
//! `class C { static s = 1; async *m(a) { B } }`
//! -> `class C { static #prototypes_1 = (m_1 = __asyncGenFunction(this.prototype.m)); static s = 1; m(a) { ... } }`
//!
//! Why not simpler: a method of a literal of its own has another home object, so in a class, or with `super` in an
//! object, it must stay where it is. Nobody sees a class before its definition is over, but its own static code: a private
//! static field comes before that, and is seen by nobody. It is as new as static code is, ES2022; older programs get
//! nothing newer than they are. `var {} = ...` binds nothing and, as a declaration of a class, has no completion value.
//! An anonymous class gets its name from the literal's key. Out of reach are a private method of instances, before there
//! is one, an anonymous class that a computed key names, and `super` in an object's method: their objects inherit from
//! %AsyncGeneratorPrototype% directly.
//! <https://tc39.es/ecma262/#sec-runtime-semantics-methoddefinitionevaluation>

use std::ops::Range;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{ClassForm, FunctionName, Member, MemberOwner};
use unawait_text::js_string::quote;

use super::keys::key_and_access;
use super::wrapper::Subject;
use super::writer::Writer;
use crate::facts::names::is_plain_identifier;

impl Writer<'_> {
    /// `m` -> `m: ((fn) => fn = __asyncGenFunction({ m`, up to the parameters.
    pub fn property_value(&mut self, subject: Subject, member: &Member, own: &str, key_variable: Option<&str>) {
        let make = self.helper(Helper::AsyncGenFunction);
        let (key, access) = self.key_again(subject, member, key_variable);
        let name = self.inventory[subject.id].name.known();
        if !member.is_computed && name.is_some_and(|name| &**name == "__proto__") {
            self.edits.replace(member.key.clone(), "[\"__proto__\"]");
        }
        let value = member.key.end..subject.text.body.end;
        self.edits.open(&value, format!(": (({own}) => {own} = {make}({{ {key}"));
        self.edits.close(&value, format!(" }}{access}))()"));
    }

    /// Has the class give the method its `prototype`.
    pub fn class_prototype(&mut self, subject: Subject, member: &Member, own: &str, key_variable: Option<&str>) {
        let MemberOwner::Class { class, is_static } = member.owner else { return };
        let (_, access) = self.key_again(subject, member, key_variable);
        let home = if is_static { "" } else { ".prototype" };
        self.prototypes.entry(class).or_default().push((own.to_owned(), format!("{home}{access}")));
    }

    /// The method's key for use a second time, as a key and as an access. A computed one is kept in a variable.
    fn key_again(&mut self, subject: Subject, member: &Member, key_variable: Option<&str>) -> (String, String) {
        if let Some(variable) = key_variable {
            let Range { start, end } = member.key;
            let to_key = self.helper(Helper::PropertyKey);
            // Around all that the expression may itself begin and end with.
            self.edits.open(&(start + 1..end), format!("{variable} = {to_key}("));
            self.edits.close(&(start..end - 1), ")");
            return (format!("[{variable}]"), format!("[{variable}]"));
        }
        if member.is_private {
            let key = &self.source[member.key.clone()];
            return (key.to_owned(), format!(".{key}"));
        }
        let name = self.inventory[subject.id].name.known().map_or("", |name| name);
        key_and_access(name)
    }

    /// Writes where classes give their methods `prototype`s.
    pub fn prototypes(&mut self, fresh: &mut unawait_syntax::FreshNames) {
        let inventory = self.inventory;
        for (id, methods) in std::mem::take(&mut self.prototypes) {
            let make = self.helper(Helper::AsyncGenFunction);
            let given = |class: &str| {
                let each = methods.iter().map(|(own, access)| format!("{own} = {make}({class}{access})"));
                each.collect::<Vec<_>>().join(", ")
            };
            let class = &inventory[id];
            match &class.form {
                _ if class.has_static_code => {
                    let field = format!(" static #{} = ({});", fresh.name("prototypes"), given("this"));
                    self.edits.insert(class.body_start, field);
                }
                ClassForm::Declaration(name) => {
                    self.edits.end(class.span.end, format!(" var {{}} = ({});", given(name)))
                }
                form => {
                    let name = fresh.name("C");
                    let (open, close) = naming(form);
                    self.edits.open(&class.span, format!("((({name}) => ({}, {name}))({open}", given(&name)));
                    let end = if matches!(form, ClassForm::DefaultDeclaration) { ";" } else { "" };
                    self.edits.close(&class.span, format!("{close})){end}"));
                }
            }
        }
    }
}

/// What gives an anonymous class, which stands between, its name.
fn naming(form: &ClassForm) -> (String, String) {
    let name = match form {
        ClassForm::Expression(FunctionName::Inferred(name)) => name,
        ClassForm::DefaultDeclaration => "default",
        ClassForm::Declaration(_) | ClassForm::Expression(_) => return (String::new(), String::new()),
    };
    match is_plain_identifier(name) && name != "__proto__" {
        true => (format!("{{ {name}: "), format!(" }}.{name}")),
        // Not `__proto__: class`, which names nothing.
        false => (format!("{{ [{0}]: ", quote(name)), format!(" }}[{}]", quote(name))),
    }
}
