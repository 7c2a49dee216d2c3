//! `async function f(a) { B }` -> `function* f_1(a) { B' }`, and at the start of the scope
//! `var f = { f(a) { return __awaiter(this, arguments, void 0, f_1); } }.f;`
//!
//! Why not simpler: `function f` would be a constructor with a `prototype`, and in a sloppy block it would leak to the
//! function around it, which an async one does not (https://tc39.es/ecma262/#sec-block-level-function-declarations-web-legacy-compatibility-semantics).
//! The body stays where it is and is hoisted by itself; the wrapper is there as early as a function is.
//!
//! In a scope that is entered again and again, such as another function, `f_1` is a function that answers the generator
//! function, made once where its names allow it: `function f_1() { return f_2 || (f_2 = function* f(a) { B' }); }`
//!
//! At a module's top level that is not early enough: an importer in a cycle may call before the module runs. There, and
//! in a `switch`, which has no start: `function f(a) { return __awaiter(this, arguments, void 0, f_1); } function* f_1(a) { B' }`
//! A sloppy `switch` is put into a block that binds the name, too: that keeps the function from leaking.

use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionName, ScopeId, Switch};

use super::keys::key_and_access;
use super::wrapper::{Subject, wrapping};
use super::writer::Writer;
use crate::plan::function::{ArgumentsList, BodyForm, FunctionPlan, Wrapper};
use crate::plan::shields::Shield;

impl Writer<'_> {
    pub fn declaration(&mut self, id: FunctionId, plan: &FunctionPlan) {
        let Some(subject) = self.subject(id, plan) else { return };
        self.remove_word(&subject.text.async_word);
        match (&plan.wrapper, &plan.body) {
            (Wrapper::Hoisted(scope), BodyForm::Sibling { name, suspends }) => {
                self.hoisted(subject, *scope, name);
                self.sibling(subject, name, *suspends);
            }
            (Wrapper::Hoisted(scope), BodyForm::Answered { name, variable }) => {
                self.hoisted(subject, *scope, &format!("{name}()"));
                self.answered(subject, name, variable);
            }
            (_, BodyForm::Sibling { name, suspends }) => {
                let call = self.sibling_call(subject, name);
                let star = if *suspends { "*" } else { "" };
                self.remove_star(subject);
                let wrapper = format!(
                    "({}) {{ {}return {call}; }} function{star} {name}",
                    plan.params.counted(),
                    self.prologue(subject)
                );
                let span = subject.text.params.start..subject.text.body.end;
                self.edits.open(&span, wrapping(subject.text, wrapper));
                self.leading_captures(subject);
                self.callee(subject);
                self.in_place(id);
                if let (Some(variable), FunctionName::Own(name, _)) = (&plan.own_function, &self.inventory[id].name) {
                    let scope = self.inventory[id].scope;
                    let make = self.helper(Helper::AsyncGenFunction);
                    // At the top level, bundlers drop an initializer that is said to be pure, but no statement.
                    let made = match self.inventory[scope].outer {
                        None => format!("var {variable} = {variable} || /*#__PURE__*/ {make}({name});"),
                        Some(_) => format!("{variable} || ({variable} = {make}({name}));"),
                    };
                    self.starts.statement(scope, made);
                }
            }
            _ => {
                self.settled(subject);
                self.in_place(id);
            }
        }
    }

    /// The name of a declaration that stays where it is.
    fn in_place(&mut self, id: FunctionId) {
        let function = &self.inventory[id];
        let FunctionName::Own(name, range) = &function.name else { return };
        let bound = self.words.declared(name, function.scope).to_owned();
        if bound != **name {
            self.edits.rename(range.clone(), &bound);
        }
    }

    /// Keeps functions in a sloppy `switch` from being a `var` of the function around it, as another binding of their
    /// name does that stands between: https://tc39.es/ecma262/#sec-web-compat-functiondeclarationinstantiation
    ///
    /// `switch (x) { ... }` -> `{ let f; switch (x) { ... } }`, and where `f` stands in `x`, meaning another one:
    /// `{ const value_1 = (x); { let f; switch (value_1) { ... } } }`
    pub fn shields(&mut self, shields: &[Shield]) {
        for Shield { scope, names, value } in shields {
            let Some(Switch { span, head_end, .. }) = &self.inventory[*scope].statement else { continue };
            let names = names.join(", ");
            if let Some(value) = value {
                self.edits.replace(span.start..span.start + "switch".len(), format!("{{ const {value} ="));
                self.edits.open(&(*head_end..span.end), format!("; {{ let {names}; switch ({value})"));
                self.edits.close(span, " } }");
            } else {
                self.edits.open(span, format!("{{ let {names}; "));
                self.edits.close(span, " }");
            }
        }
    }

    /// The declaration's text becomes the function of the body.
    fn sibling(&mut self, subject: Subject, name: &str, suspends: bool) {
        if let (true, None, Some(word)) = (suspends, subject.text.star, &subject.text.function_word) {
            self.edits.close(word, "*");
        }
        if let FunctionName::Own(_, range) = &self.inventory[subject.id].name {
            self.edits.rename(range.clone(), name);
        }
        self.leading_captures(subject);
        self.callee(subject);
    }

    /// The declaration's text becomes a function that answers the generator function: made where it is first called for.
    fn answered(&mut self, subject: Subject, name: &str, variable: &str) {
        let FunctionName::Own(_, range) = &self.inventory[subject.id].name else { return };
        let frame = self.frame(subject.plan);
        self.remove_star(subject);
        self.edits.rename(range.clone(), format!("{name}() {{ return {variable} || ({variable} = function*{frame}"));
        self.leading_captures(subject);
        self.edits.close(&(subject.text.params.start..subject.text.body.end), "); }");
    }

    /// The call of the body's function, driven or not.
    fn sibling_call(&mut self, subject: Subject, name: &str) -> String {
        let Subject { plan, .. } = subject;
        if plan.body.is_generator() {
            return format!("{}{name})", self.call_open(subject));
        }
        let settle = self.helper(Helper::Settle);
        match plan.call.arguments {
            ArgumentsList::Params if plan.params.names.is_empty() => format!("{settle}(() => {name}.call(this))"),
            ArgumentsList::Params => format!("{settle}(() => {name}.call(this, {}))", plan.params.list()),
            ArgumentsList::Whole | ArgumentsList::Spread => format!("{settle}(() => {name}.apply(this, arguments))"),
        }
    }

    fn hoisted(&mut self, subject: Subject, scope: ScopeId, body_name: &str) {
        let function = &self.inventory[subject.id];
        let Some(name) = function.name.known() else { return };
        if function.replaced {
            return;
        }
        let call = self.sibling_call(subject, body_name);
        let prologue = self.prologue(subject);
        let (key, access) = key_and_access(name);
        let wrapper = format!("{{ {key}({}) {{ {prologue}return {call}; }} }}{access}", subject.plan.params.counted());
        let bound = self.words.declared(name, scope);
        let wrapper = match function.is_generator {
            true => format!("{}({wrapper})", self.helper(Helper::AsyncGenFunction)),
            false => wrapper,
        };
        let variable = subject.plan.own_function.as_ref().or(subject.plan.callee.as_ref());
        let value = match variable {
            Some(variable) => format!("{variable} = {wrapper}"),
            None => wrapper,
        };
        self.starts.function(scope, bound.to_owned(), wrapping(subject.text, value));
    }
}
