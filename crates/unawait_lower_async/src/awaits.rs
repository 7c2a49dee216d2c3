//! `await x` -> `yield x`, and in an async generator `yield __awaitIn(x)`
//!
//! Why not simpler: `await` is a UnaryExpression, `yield` an AssignmentExpression, so as an operand it is put in
//! parentheses; and a `yield` ends with its line (https://tc39.es/ecma262/#prod-YieldExpression), so an operand that
//! begins on another line is, too. Both can begin a statement with a parenthesis: then the line before it must not go on.

use unawait_runtime::Helper;
use unawait_syntax::lex::{has_line_terminator, next_token, skip_spaces};

use crate::Writer;

impl Writer<'_> {
    pub fn awaits(&mut self) {
        let inventory = self.inventory;
        for site in &inventory.awaits {
            let in_generator = inventory[site.function].is_generator;
            let operand = next_token(self.source, site.word.end);
            let breaks = !in_generator && has_line_terminator(self.source, site.word.end, operand);
            let mut word = String::from("yield");
            if in_generator {
                word += &format!(" {}(", self.helper(Helper::AwaitIn));
            } else if breaks {
                word += " (";
            }
            if site.is_operand {
                word = format!("{}({word}", self.guard(site.span.start));
            }
            // A call needs no space before what it awaits.
            let end = if in_generator { skip_spaces(self.source, site.word.end) } else { site.word.end };
            self.edits.replace(site.word.start..end, word);
            let parentheses = usize::from(site.is_operand) + usize::from(breaks || in_generator);
            self.edits.close(&site.span, ")".repeat(parentheses));
            if parentheses > 0 {
                self.guard_behind_update(site.span.end);
            }
        }
    }

    /// Puts a semicolon where an update ends at `end` and with it a statement, because only another can begin with the
    /// bracket that follows. Behind a parenthesis, something else could.
    fn guard_behind_update(&mut self, end: usize) {
        let ends = self.source[..end].ends_with("++") || self.source[..end].ends_with("--");
        if ends && self.source[next_token(self.source, end)..].starts_with(['(', '[', '`']) && self.ended.insert(end) {
            self.edits.end(end, ";");
        }
    }
}
