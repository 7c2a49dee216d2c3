//! The text around a body: what the forms of functions have in common.
//!
//! ```js
//! m(a) { 'use strict'; return __awaiter(this, arguments, void 0, m_1 || (m_1 = function* m(a) { ... })); }
//! //     ^ prologue    ^ call             ^ arguments            ^ home  ^ generator
//! ```
//!
//! Why not simpler: `return __awaiter(this, arguments, void 0, function* () { ... })` makes a generator function for
//! each call, which costs more than all the rest.

use std::ops::Range;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionName, FunctionText, ParamForm};
use unawait_syntax::lex::{LINE_TERMINATORS, gap};
use unawait_text::Text;

use super::writer::Writer;
use crate::plan::captures::{Capture, CaptureKind};
use crate::plan::function::{
    ArgumentsList, BodyForm, Driver, FunctionPlan, GeneratorHome, Pass, ThisArgument, Wrapper,
};

/// One function, with everything known about it.
#[derive(Clone, Copy)]
pub struct Subject<'s> {
    pub id: FunctionId,
    pub text: &'s FunctionText,
    pub plan: &'s FunctionPlan,
}

/// `wrapper` as text that stands for the head of the function that it is around: that is where stack frames and
/// debuggers show it.
pub fn wrapping(text: &FunctionText, wrapper: String) -> Text {
    Text::from(wrapper).at(text.async_word.start)
}

/// The arguments for the body's function, behind the captures.
fn arguments_argument(plan: &FunctionPlan) -> String {
    let mut list: Vec<String> = plan.leading_captures().map(Capture::expression).collect();
    match plan.call.arguments {
        ArgumentsList::Whole => "arguments".to_owned(),
        ArgumentsList::Params => plan.params.handed_on(list),
        ArgumentsList::Spread => {
            list.push("...arguments".to_owned());
            format!("[{}]", list.join(", "))
        }
    }
}

impl<'a> Writer<'a> {
    pub fn subject<'s>(&self, id: FunctionId, plan: &'s FunctionPlan) -> Option<Subject<'s>>
    where
        'a: 's,
    {
        self.inventory[id].text.as_ref().map(|text| Subject { id, text, plan })
    }

    /// The statements before the wrapper's `return`: a copy of the directives, since they say how `this` comes in and
    /// tools look for them in the function that they see, and captures.
    pub fn prologue(&self, subject: Subject) -> String {
        let mut prologue = self.directives(subject.text);
        let word = if self.inventory.plain_functions { "var" } else { "const" };
        if subject.plan.pass == Pass::Closure {
            // A name of its own is bound around the wrapper already.
            for capture in subject.plan.captures.iter().filter(|capture| capture.kind != CaptureKind::OwnName) {
                prologue += &format!("{word} {} = {}; ", capture.name, capture.expression());
            }
        }
        if let Some(callee) = &subject.plan.callee {
            match (&subject.plan.body, &subject.plan.wrapper) {
                (BodyForm::Driven(_), _) => prologue += &format!("{word} {callee} = arguments.callee; "),
                // The body is no closure of the wrapper's, but reads the variable before anything else happens.
                (_, Wrapper::InPlace) => prologue += &format!("{callee} = arguments.callee; "),
                _ => {}
            }
        }
        prologue
    }

    pub fn directives(&self, text: &FunctionText) -> String {
        let one_line = |range: &&Range<usize>| !self.source[(*range).clone()].contains(LINE_TERMINATORS);
        text.directives.iter().filter(one_line).map(|range| format!("{}; ", &self.source[range.clone()])).collect()
    }

    /// `__awaiter(this, arguments, void 0, `
    pub fn call_open(&mut self, subject: Subject) -> String {
        let call = &subject.plan.call;
        let (helper, promise) = match &call.driver {
            Driver::Settle => return format!("{}(", self.helper(Helper::Settle)),
            Driver::Awaiter { helper, promise } => (self.helper(*helper), promise.clone()),
            Driver::AsyncGenerator => (self.helper(Helper::AsyncGen), self.own_function(subject)),
        };
        let this = match call.this {
            ThisArgument::This => "this",
            ThisArgument::Undefined => "void 0",
        };
        format!("{helper}({this}, {}, {promise}, ", arguments_argument(subject.plan))
    }

    /// The function whose `prototype` the objects of an async generator inherit from. A declaration that stays one gets
    /// that when its scope begins, or when it is called before (through an import cycle).
    pub fn own_function(&mut self, subject: Subject) -> String {
        let Subject { id, plan, .. } = subject;
        match (&plan.own_function, &plan.wrapper, &self.inventory[id].name) {
            (Some(variable), Wrapper::InPlace, FunctionName::Own(name, _)) => {
                format!("{variable} || ({variable} = {}({name}))", self.helper(Helper::AsyncGenFunction))
            }
            (Some(variable), ..) => variable.clone(),
            (None, ..) => "void 0".to_owned(),
        }
    }

    /// The opening and closing text for a generator function kept in a variable, or not kept.
    pub fn home(&self, plan: &FunctionPlan) -> (String, &'static str) {
        match &plan.body {
            BodyForm::Driven(GeneratorHome::Shared(name)) => (format!("{name} || ({name} = "), ")"),
            _ => (String::new(), ""),
        }
    }

    /// ` name`, for the generator function.
    pub fn frame(&self, plan: &FunctionPlan) -> String {
        plan.frame.iter().map(|name| format!(" {name}")).collect()
    }

    /// Takes the star of an async generator away, where the wrapper stands in its place.
    pub fn remove_star(&mut self, subject: Subject) {
        if let Some(star) = subject.text.star {
            // `async`, right before it, goes as well.
            let gap = if star == subject.text.async_word.end { "" } else { gap(self.source, &(star..star + 1)) };
            self.edits.replace(star..star + 1, gap);
        }
    }

    /// Puts the captures before the parameters of the body's function, and parentheses around a single name.
    pub fn leading_captures(&mut self, subject: Subject) {
        let Subject { plan, text, .. } = subject;
        let names: Vec<&str> = plan.leading_captures().map(|capture| capture.name.as_str()).collect();
        let mut names = names.join(", ");
        if !names.is_empty() && !text.param_list.is_empty() {
            names.push_str(", ");
        }
        if self.source[text.params.clone()].starts_with('(') {
            self.edits.insert(text.params.start + 1, names);
        } else {
            self.edits.open(&text.params, format!("({names}"));
            self.edits.close(&text.params, ")");
        }
    }

    /// Gives the body's arguments object the `callee` that the wrapper's has.
    pub fn callee(&mut self, subject: Subject) {
        if let Some(callee) = &subject.plan.callee {
            let start = subject.text.body_start;
            let semicolon = if start.wants_semicolon { ";" } else { "" };
            // JavaScriptCore forgets the length of a generator's arguments when anything else of them is written first.
            let length = "arguments.length = arguments.length";
            self.edits.insert(start.at, format!("{semicolon} {length}; arguments.callee = {callee};"));
        }
    }

    /// The wrapper's parameters in their parentheses: `list`, or with the decorators of the real ones, which move here.
    fn declared_params(&mut self, subject: Subject, list: String) -> Text {
        let Subject { text, plan, .. } = subject;
        if !text.has_decorated_params() {
            return Text::from(format!("({list})"));
        }
        let mut params = Text::from("(");
        let names = plan.params.names.iter().chain(&plan.params.decorated);
        for (index, (param, name)) in text.param_list.iter().zip(names).enumerate() {
            params.push(if index > 0 { ", " } else { "" });
            if let Some(decorators) = &param.decorators {
                params = params + self.edits.take(self.source, decorators) + " ";
                self.remove_word(decorators);
            }
            params.push(match param.form {
                ParamForm::Plain | ParamForm::Pattern if index < plan.params.names.len() => name.clone(),
                ParamForm::Rest => format!("...{name}"),
                _ => format!("{name} = void 0"),
            });
        }
        params + ")"
    }

    /// The body within a wrapper, whose name or key stands before the parameters.
    pub fn wrapped_body(&mut self, subject: Subject) {
        match subject.plan.body.is_generator() {
            true => self.driven(subject),
            false => self.settled(subject),
        }
    }

    /// The body as a generator function, whose parameters these become; the wrapper has others instead.
    fn driven(&mut self, subject: Subject) {
        let Subject { text, plan, .. } = subject;
        let call = self.call_open(subject);
        let (home_open, home_close) = self.home(plan);
        let (prologue, frame) = (self.prologue(subject), self.frame(plan));
        let params = self.declared_params(subject, plan.params.counted());
        let open = params + format!(" {{ {prologue}return {call}{home_open}function*{frame}");
        let rest = text.params.start..text.body.end;
        self.edits.open(&rest, open.at(text.async_word.start));
        self.leading_captures(subject);
        self.callee(subject);
        self.edits.close(&rest, format!("{home_close}); }}"));
    }

    /// The body as an arrow function within a wrapper that keeps the parameters, or has its own.
    pub fn settled(&mut self, subject: Subject) {
        let Subject { text, plan, .. } = subject;
        let settle = self.helper(Helper::Settle);
        let prologue = self.prologue(subject);
        let rest = text.params.start..text.body.end;
        let with_params = plan.body == BodyForm::SettledWithParams;
        let arguments = if with_params { ", arguments" } else { "" };
        // With a name of its own, the body stands in stack traces as natively.
        let (open, close) = match &plan.frame {
            Some(name) => (format!("const {name} = "), format!("; return {settle}({name}{arguments}); }}")),
            None => (format!("return {settle}("), format!("{arguments}); }}")),
        };
        if with_params {
            let params = self.declared_params(subject, plan.params.list());
            self.edits.open(&rest, (params + format!(" {{ {prologue}{open}")).at(text.async_word.start));
            self.edits.close(&(text.params.start..text.head_end), " =>");
        } else {
            self.edits.open(&text.body, wrapping(text, format!("{{ {prologue}{open}() => ")));
        }
        self.edits.close(&rest, close);
    }
}
