//! `await x` -> `yield x`
//!
//! Why not simpler: `await` is a UnaryExpression, `yield` an AssignmentExpression, so as an operand it is put in
//! parentheses; and a `yield` ends with its line (https://tc39.es/ecma262/#prod-YieldExpression), so an operand that
//! begins on another line is, too. Both can begin a statement with a parenthesis: then the line before it must not go on.

use unawait_syntax::inventory::FunctionId;
use unawait_syntax::trivia::{has_line_terminator, next_token};

use crate::Writer;
use crate::plan::Plan;

impl Writer<'_> {
    pub fn awaits(&mut self, functions: &[(FunctionId, Plan)]) {
        let _ = functions;
        for site in &self.inventory.awaits {
            let operand = next_token(self.source, site.word.end);
            let breaks = has_line_terminator(self.source, site.word.end, operand);
            let word = match (site.is_operand, breaks) {
                (true, true) => format!("{}(yield (", self.guard(site.span.start)),
                (true, false) => format!("{}(yield", self.guard(site.span.start)),
                (false, true) => "yield (".to_owned(),
                (false, false) => "yield".to_owned(),
            };
            // `await(x)`, `await[x]` and such need no space between; `yield` needs no more of it.
            self.edits.replace(site.word.clone(), word);
            self.edits.close(&site.span, ")".repeat(usize::from(site.is_operand) + usize::from(breaks)));
        }
    }
}
