//! ```js
//! for await (const x of y) S
//! // becomes
//! { const loop_1 = __forAwait(y); try { for (; loop_1.step(yield loop_1.next()); ) { const x = loop_1.value; S } }
//!   catch (e) { if (loop_1.failed()) try { yield loop_1.result; } catch (e) {} throw e; }
//!   finally { if (loop_1.left()) loop_1.check(yield loop_1.result); } }
//! ```
//!
//! `next` opens the loop for closing once it has answered a value, `failed` and `left` close it: AsyncIteratorClose
//! with a throw completion, and with another. Why not simpler: errors of `next` do not close the iterator, errors of
//! `return` lose against the body's, each iteration has its own bindings, labels stay on the loop, and the names of the
//! head are dead (TDZ) where the iterable is evaluated. The iterable keeps its line: what moves is the head.
//! <https://tc39.es/ecma262/#sec-runtime-semantics-forin-div-ofbodyevaluation-lhs-stmt-iterator-lhskind-labelset>

use unawait_runtime::Helper;
use unawait_syntax::FreshNames;
use unawait_syntax::inventory::{ForAwait, FunctionId, HeadKind, Loop};
use unawait_syntax::lex::{Cursor, find_token, name_end, next_token};
use unawait_text::Text;

use super::using::Disposals;
use super::writer::Writer;

impl Writer<'_> {
    pub fn for_awaits(&mut self, disposals: &Disposals, fresh: &mut FreshNames) {
        let inventory = self.inventory;
        // A loop within the head of another is written before that moves.
        let mut loops: Vec<&ForAwait> = inventory.for_awaits.iter().collect();
        loops.sort_by_key(|one| std::cmp::Reverse(one.text.word));
        for one in loops {
            self.for_await(one, disposals, fresh);
        }
    }

    fn for_await(&mut self, site: &ForAwait, disposals: &Disposals, fresh: &mut FreshNames) {
        let ForAwait { text, left, right, kind, scope, dead_names } = site;
        let (name, caught) = (fresh.name("loop"), self.caught(text.function, fresh));
        let helper = self.helper(Helper::ForAwait);
        let (next, result) = (
            self.await_expression(text.function, &format!("{name}.next()")),
            self.await_expression(text.function, &format!("{name}.result")),
        );
        let (open, opened) = if dead_names.is_empty() {
            (format!("{{ const {name} = {helper}("), ");".to_owned())
        } else {
            // Declared where nothing runs, they stay dead.
            let dead: Vec<&str> = dead_names.iter().map(|name| self.words.declared(name, *scope)).collect();
            (
                format!("{{ let {name}; switch (0) {{ case 0: {name} = {helper}("),
                format!("); break; default: let {}; }}", dead.join(", ")),
            )
        };
        self.edits.open(&text.span, open);
        let labels = self.take_labels(text);
        let head = self.edits.take(self.source, left);
        let disposal = disposals.heads.get(&left.start);
        let head = match (kind, disposal) {
            (HeadKind::Target, _) => Text::from("(") + head + format!(" = {name}.value);"),
            (HeadKind::Using, Some(disposal)) => disposal.of(&format!("{name}.value")),
            _ => head + format!(" = {name}.value;"),
        };
        self.remove_head(text, left.start);
        self.remove_word(left);
        let of = next_token(self.source, left.end);
        self.remove_word(&(of..of + "of".len()));
        if let Some(close) = find_token(self.source, right.end, ")") {
            let (opened, step) = (format!("{opened} try {{ "), format!("for (; {name}.step({next}); ) {{ "));
            self.edits.replace(close..close + 1, Text::from(opened) + labels + step + head);
        }
        let ended = disposal.map_or_else(String::new, |disposal| format!(" {}", disposal.close));
        self.edits.close(
            &text.span,
            format!(
                "{ended} }} }} catch ({caught}) {{ if ({name}.failed()) try {{ {result}; }} catch ({caught}) {{}} throw {caught}; }} \
                 finally {{ if ({name}.left()) {name}.check({result}); }} }}"
            ),
        );
    }

    /// What a handler of ours calls the error: a state machine has a variable for it, which an eval must not find.
    pub fn caught(&self, function: FunctionId, fresh: &mut FreshNames) -> String {
        if self.inventory[function].has_eval { fresh.name("e") } else { "e".to_owned() }
    }

    /// Takes a loop's labels away; the answer is the text that puts them before it again.
    pub fn take_labels(&mut self, text: &Loop) -> Text {
        let mut labels = Text::default();
        for label in &text.labels {
            // What stands between the name and the colon, comments and line breaks, stays.
            let colon = label.end - 1;
            let name = label.start..name_end(self.source, label.start);
            labels.push(self.edits.take(self.source, &name) + ": ");
            self.edits.remove(name);
            self.remove_word(&(colon..label.end));
        }
        labels
    }

    /// Takes `for`, `await` and `(` away, and leaves comments and line breaks between them.
    fn remove_head(&mut self, text: &Loop, left: usize) {
        let mut head = Cursor::new(self.source, text.word);
        let words = ["for", "await"].map(|word| head.take_word(word));
        words.iter().flatten().for_each(|word| self.remove_word(word));
        if let Some(open) = head.take("(") {
            debug_assert!(open.start < left);
            self.edits.remove(open);
        }
    }
}
