//! `async (x) => B` -> `(x) => __awaiter(this, [x], void 0, f_1 || (f_1 = function* (x) { return B'; }))`, or, without
//! an `await`, `(x) => __settle(() => B)`
//!
//! Why not simpler: the parameters stand on the function that runs the body, for a default that throws must reject;
//! `this` is passed only where it is used; `arguments`, `super` and `new.target` are captured (see `captures`).
//! <https://tc39.es/ecma262/#sec-async-arrow-function-definitions-runtime-semantics-evaluation>

use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionText};
use unawait_syntax::lex::skip_spaces;

use super::wrapper::{Subject, wrapping};
use super::writer::Writer;
use crate::plan::function::{BodyForm, FunctionPlan, ParamsPlace};

impl Writer<'_> {
    pub fn arrow(&mut self, id: FunctionId, plan: &FunctionPlan) {
        let Some(subject) = self.subject(id, plan) else { return };
        match &plan.body {
            BodyForm::Settled | BodyForm::SettledWithParams => self.settled_arrow(subject),
            _ => self.driven_arrow(subject),
        }
    }

    /// Without the word `async`, `<T>` before an arrow function's parameters is JSX to those who know JSX, and reserved
    /// in .mts and .cts files; `<T,>` is neither.
    fn separate_type_params(&mut self, text: &FunctionText) {
        let Some(params) = &text.type_params else { return };
        let inside = self.source[params.clone()].trim_end_matches('>').trim_end();
        if !inside.ends_with(',') {
            self.edits.insert(params.end - 1, ",");
        }
    }

    /// A wrapper with something to declare has a block.
    fn arrow_block(prologue: &str) -> (String, &'static str) {
        if prologue.is_empty() { (String::new(), "") } else { (format!("{{ {prologue}return "), "; }") }
    }

    /// `async (x) => B` -> `(x) => { const f = () => B; return __settle(f); }`: with its name for stack traces, if it
    /// has one.
    fn settled_arrow(&mut self, subject: Subject) {
        let Subject { text, plan, .. } = subject;
        self.separate_type_params(text);
        let settle = self.helper(Helper::Settle);
        let with_params = plan.body == BodyForm::SettledWithParams;
        let list = plan.params.list();
        let arguments = if with_params { format!(", {}", plan.params.handed_on(Vec::new())) } else { String::new() };
        let prologue = self.prologue(subject);
        let (open, close) = match &plan.frame {
            Some(name) => {
                (format!("{{ {prologue}const {name} = "), format!("; return {settle}({name}{arguments}); }}"))
            }
            None => {
                let (open, close) = Self::arrow_block(&prologue);
                (format!("{open}{settle}("), format!("{arguments}){close}"))
            }
        };
        let span = text.async_word.start..text.body.end;
        let guard = self.guard(span.start);
        if with_params {
            self.edits.open(&span, wrapping(text, format!("{guard}({list}) => {open}")));
        } else {
            self.edits.open(&span, guard);
            self.edits.open(&text.body, wrapping(text, format!("{open}() => ")));
        }
        self.remove_word(&text.async_word);
        self.edits.close(&span, close);
    }

    fn driven_arrow(&mut self, subject: Subject) {
        let Subject { text, plan, .. } = subject;
        let (open, close) = Self::arrow_block(&self.prologue(subject));
        let (home_open, home_close) = self.home(plan);
        let (call, frame) = (self.call_open(subject), self.frame(plan));
        let span = text.async_word.start..text.body.end;
        let guard = self.guard(span.start);
        let generator = format!("{open}{call}{home_open}function*{frame}");
        if plan.call.params == ParamsPlace::Wrapper {
            self.separate_type_params(text);
            self.edits.open(&span, guard);
            self.remove_word(&text.async_word);
            self.edits.open(&text.body, wrapping(text, format!("{generator}() ")));
        } else {
            let wrapper = format!("{guard}({}) => {generator}", plan.params.list());
            self.edits.open(&span, wrapping(text, wrapper));
            self.remove_word(&text.async_word);
            self.leading_captures(subject);
            if let Some(arrow) = text.arrow {
                self.edits.remove(arrow..skip_spaces(self.source, arrow + "=>".len()));
            }
        }
        if text.concise {
            self.edits.open(&text.body, "{ return ");
            self.edits.close(&text.body, "; }");
        }
        self.edits.close(&span, format!("{home_close}){close}"));
    }
}
