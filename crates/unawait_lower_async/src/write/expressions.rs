//! `async function (a) { B }`
//! -> `({ f(a) { return __awaiter(this, arguments, void 0, f_1 || (f_1 = function* (a) { B' })); } }).f`
//!
//! Why not simpler: a function expression would be a constructor, with `prototype` and, in sloppy code, `arguments` and
//! `caller` of its own; a method is none and has none (https://tc39.es/ecma262/#sec-instantiateasyncfunctionexpression).
//! The method's name is the name that the expression has or gets from its place. A name of its own that the body uses
//! is bound around it: `((f) => f = ({ f() { ... } }).f)()`; where it is assigned to (which does nothing, or throws), or
//! where the value is called at once and seen by nobody, it stays a function expression.

use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionName};
use unawait_text::{Origin, Text};

use super::keys::key_and_access;
use super::wrapper::{Subject, wrapping};
use super::writer::Writer;
use crate::plan::function::{BodyForm, FunctionPlan, Pass, Wrapper};

impl Writer<'_> {
    pub fn expression(&mut self, id: FunctionId, plan: &FunctionPlan) {
        let Some(subject) = self.subject(id, plan) else { return };
        match &plan.wrapper {
            Wrapper::MethodLiteral { bound } => self.method_literal(subject, bound.as_deref()),
            _ => self.plain_expression(subject),
        }
    }

    fn plain_expression(&mut self, subject: Subject) {
        self.remove_word(&subject.text.async_word);
        self.remove_star(subject);
        self.wrapped_body(subject);
    }

    fn method_literal(&mut self, subject: Subject, bound: Option<&str>) {
        let Subject { id, text, plan } = subject;
        let function = &self.inventory[id];
        let name = function.name.known().map_or("", |name| name);
        let (key, access) = key_and_access(name);
        let make = match function.is_generator {
            true => Some(self.helper(Helper::AsyncGenFunction)),
            false => None,
        };
        // Bundlers drop an unused call that is said to be pure; they keep a property's value, which could be a getter's.
        let is_at_top = self.inventory[function.scope].outer.is_none() && !function.called_at_once;
        let pure = if is_at_top { "/*#__PURE__*/" } else { "" };
        let (bind, bound_by) = match (bound, make) {
            (Some(own), Some(make)) => (format!("{pure}(({own}) => {own} = {make}("), "))()"),
            (Some(own), None) => (format!("{pure}(({own}) => {own} = "), ")()"),
            // A call of the property would have the literal for its `this`.
            (None, _) if function.called_at_once => ("(0, ".to_owned(), ")"),
            (None, _) if is_at_top => (format!("{pure}(() => "), ")()"),
            (None, _) => (String::new(), ""),
        };
        // A comment before a call is about all calls that begin there.
        let has_parens = is_at_top || bound.is_some() && function.in_new_callee;
        let (paren, close_paren) = if has_parens { ("(", ")") } else { ("", "") };
        self.remove_star(subject);
        let span = text.async_word.start..text.body.end;
        let own = match &function.name {
            FunctionName::Own(_, range) => Some(range.clone()),
            _ => None,
        };
        // It would hide the name that is bound around the literal, or is no name for a generator.
        let loses_name = plan.pass == Pass::Closure && bound.is_some() || name == "yield";
        let key = own.iter().fold(Text::from(key), |key, range| match loses_name {
            true => key.of(Origin::Name(range.clone())),
            false => key.at(range.start),
        });
        self.edits.open(&span, wrapping(text, format!("{paren}{bind}({{ ")) + key);
        self.remove_word(&text.async_word);
        self.edits.close(&span, format!(" }}){access}{bound_by}{close_paren}"));
        let word = text.function_word.clone().unwrap_or(text.async_word.end..text.async_word.end);
        if plan.body.is_generator() {
            // The words `function f` become the generator's.
            let (home_open, home_close) = self.home(plan);
            let (call, prologue) = (self.call_open(subject), self.prologue(subject));
            let head = format!("({}) {{ {prologue}return {call}{home_open}function*", plan.params.counted());
            self.edits.replace(word, wrapping(text, head));
            match own {
                Some(range) if loses_name => self.edits.remove(range),
                Some(_) => {}
                None => self.edits.open(&(text.head_start()..text.body.end), self.frame(plan)),
            }
            self.leading_captures(subject);
            self.callee(subject);
            self.edits.close(&(text.params.start..text.body.end), format!("{home_close}); }}"));
        } else {
            self.remove_word(&word);
            own.into_iter().for_each(|range| self.edits.remove(range));
            debug_assert!(matches!(plan.body, BodyForm::Settled | BodyForm::SettledWithParams));
            self.settled(subject);
        }
    }
}
