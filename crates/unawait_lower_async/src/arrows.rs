//! `async (x) => B` -> `(x) => __awaiter(this, [x], void 0, f_1 || (f_1 = function* (x) { return B'; }))`, or, without
//! an `await`, `(x) => __settle(() => B)`
//!
//! Why not simpler: the parameters stand on the function that runs the body, for a default that throws must reject;
//! `this` is passed only where it is used; `arguments`, `super` and `new.target` are captured (see `captures`).
//! <https://tc39.es/ecma262/#sec-async-arrow-function-definitions-runtime-semantics-evaluation>

use unawait_runtime::Helper;
use unawait_syntax::inventory::FunctionId;
use unawait_syntax::trivia::skip_spaces;

use crate::Writer;
use crate::plan::{Body, Plan};
use crate::wrapper::Subject;

impl Writer<'_> {
    pub fn arrow(&mut self, id: FunctionId, plan: &Plan) {
        let Some(subject) = self.subject(id, plan) else { return };
        match &plan.body {
            Body::Settled => self.settled_arrow(subject),
            Body::SettledWithParams => self.settled_arrow_with_params(subject),
            _ => self.driven_arrow(subject),
        }
    }

    /// A wrapper that has directives has a block.
    fn arrow_block(&self, subject: Subject) -> (String, &'static str) {
        let prologue = self.prologue(subject);
        if prologue.is_empty() { (String::new(), "") } else { (format!("{{ {prologue}return "), "; }") }
    }

    fn settled_arrow(&mut self, subject: Subject) {
        let text = subject.text;
        let (open, close) = self.arrow_block(subject);
        let settle = self.helper(Helper::Settle);
        self.edits.insert(text.async_word.start, self.guard(text.async_word.start));
        self.remove_word(&text.async_word);
        self.edits.open(&text.body, format!("{open}{settle}(() => "));
        self.edits.close(&text.body, format!("){close}"));
    }

    fn settled_arrow_with_params(&mut self, subject: Subject) {
        let Subject { text, plan, .. } = subject;
        let (open, close) = self.arrow_block(subject);
        let settle = self.helper(Helper::Settle);
        let span = text.async_word.start..text.body.end;
        let list = plan.params.list();
        self.edits.open(&span, format!("{}({list}) => {open}{settle}(", self.guard(span.start)));
        self.remove_word(&text.async_word);
        self.edits.close(&span, format!(", [{list}]){close}"));
    }

    fn driven_arrow(&mut self, subject: Subject) {
        let Subject { text, plan, .. } = subject;
        let (open, close) = self.arrow_block(subject);
        let (home_open, home_close) = self.home(plan);
        let (call, frame) = (self.call_open(subject), self.frame(plan));
        let span = text.async_word.start..text.body.end;
        let guard = self.guard(span.start);
        let generator = format!("{open}{call}{home_open}function*{frame}");
        if self.keeps_params(subject) {
            self.edits.open(&span, guard);
            self.remove_word(&text.async_word);
            self.edits.open(&text.body, format!("{generator}() "));
        } else {
            self.edits.open(&span, format!("{guard}({}) => {generator}", plan.params.list()));
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
