//! An async generator method is a function with a `prototype`, which its objects inherit from. A method has none:
//!
//! `{ async *m(a) { B } }`
//! -> `{ m: ((fn) => fn = __asyncGenFunction({ m(a) { return __asyncGen(this, [a], fn, function* m(a) { B' }); } }.m))() }`
//!
//! `class C { async *m(a) { B } }`
//! -> `class C { static #prototypes_1 = (m_1 = __asyncGenFunction(this.prototype.m)); m(a) { return __asyncGen(this, [a], m_1, ...); } }`
//!
//! Why not simpler: a method of a literal of its own has another home object, so in a class, or with `super` in an
//! object, it must stay where it is. A private static field comes before all static code that could look at the
//! function, and is seen by nobody. Out of reach are a private method of instances, before there is one, and `super` in
//! an object's: their objects inherit from %AsyncGeneratorPrototype% directly.
//! <https://tc39.es/ecma262/#sec-runtime-semantics-methoddefinitionevaluation>

use std::ops::Range;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{Function, Member, MemberOwner};
use unawait_text::js_string::quote;

use crate::Writer;
use crate::captures::Capture;
use crate::plan::is_plain_identifier;
use crate::wrapper::Subject;

/// How a method's function is got at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It is the value of a property.
    Value,
    /// Through the class, in a static field.
    Class,
}

/// Whether, and how, a method can be given a `prototype`.
pub fn access(function: &Function, member: &Member, captures: &[Capture]) -> Option<Access> {
    let is_named = member.is_computed || function.name.known().is_some();
    match member.owner {
        _ if !function.is_generator || function.replaced || !is_named => None,
        MemberOwner::Object => (captures.is_empty() && !function.has_eval).then_some(Access::Value),
        MemberOwner::Class { is_static, .. } => (is_static || !member.is_private).then_some(Access::Class),
        MemberOwner::OpaqueClass => None,
    }
}

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

    /// The static field of the class that gives the method its `prototype`.
    pub fn class_prototype(&mut self, subject: Subject, member: &Member, own: &str, key_variable: Option<&str>) {
        let MemberOwner::Class { body_start, is_static } = member.owner else { return };
        let make = self.helper(Helper::AsyncGenFunction);
        let (_, access) = self.key_again(subject, member, key_variable);
        let home = if is_static { "this" } else { "this.prototype" };
        self.prototypes.entry(body_start).or_default().push(format!("{own} = {make}({home}{access})"));
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
        match is_plain_identifier(name) {
            true => (name.to_owned(), format!(".{name}")),
            false => (quote(name), format!("[{}]", quote(name))),
        }
    }

    /// Writes the static fields.
    pub fn prototypes(&mut self, fresh: &mut unawait_syntax::FreshNames) {
        for (at, values) in std::mem::take(&mut self.prototypes) {
            self.edits.insert(at, format!(" static #{} = ({});", fresh.name("prototypes"), values.join(", ")));
        }
    }
}
