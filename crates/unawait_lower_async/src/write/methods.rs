//! `async m(a) { B }` -> `m(a) { return __awaiter(this, arguments, void 0, m_1 || (m_1 = function* m(a) { B' })); }`
//!
//! Why not simpler: a method must stay one, for its home object, its name and its missing `prototype`; and `super`
//! cannot be said in the generator function within it (see `captures`).
//! <https://tc39.es/ecma262/#sec-async-function-definitions-runtime-semantics-definemethod>

use unawait_syntax::inventory::FunctionId;

use super::writer::Writer;
use crate::plan::function::FunctionPlan;
use crate::plan::prototypes::PrototypeAccess;

impl Writer<'_> {
    pub fn method(&mut self, id: FunctionId, plan: &FunctionPlan) {
        let Some(subject) = self.subject(id, plan) else { return };
        let word = &subject.text.async_word;
        // Without the word, the key goes on with a field that is ended by its line only: `x = 1` + `[key]() {}`.
        self.edits.insert(word.start, self.guard(word.start));
        self.remove_word(word);
        self.remove_star(subject);
        if let (Some(member), Some((access, own))) = (&subject.text.member, plan.member_access()) {
            match access {
                PrototypeAccess::Value => self.property_value(subject, member, own, plan.key.as_deref()),
                PrototypeAccess::Class => self.class_prototype(subject, member, own, plan.key.as_deref()),
            }
        }
        if let Some(member) = &subject.text.member
            && self.source[member.key.clone()] == *"async"
        {
            self.edits.rename(member.key.clone(), "\"async\"");
        }
        self.wrapped_body(subject);
    }
}
