//! `await x` -> `yield x`, and in an async generator `yield __awaitIn(x)`
//!
//! Why not simpler: `await` is a UnaryExpression, `yield` an AssignmentExpression, so as an operand it is put in
//! parentheses; and a `yield` ends with its line (https://tc39.es/ecma262/#prod-YieldExpression), so an operand that
//! begins on another line is, too. Both can begin a statement with a parenthesis: then the line before it must not go on.

use unawait_runtime::Helper;
use unawait_syntax::lex::skip_spaces;

use super::writer::Writer;
use crate::facts::awaits::YieldForm;

impl Writer<'_> {
    pub fn awaits(&mut self) {
        let inventory = self.inventory;
        for site in &inventory.awaits {
            let form = YieldForm::of(self.source, inventory, site);
            let mut word = match form {
                YieldForm::Bare => "yield".to_owned(),
                YieldForm::Broken => "yield (".to_owned(),
                YieldForm::Marked => format!("yield {}(", self.helper(Helper::AwaitIn)),
            };
            if site.is_operand {
                word = format!("{}({word}", self.guard(site.span.start));
            }
            // A call needs no space before what it awaits.
            let is_call = form == YieldForm::Marked;
            let end = if is_call { skip_spaces(self.source, site.word.end) } else { site.word.end };
            self.edits.replace(site.word.start..end, word);
            let parentheses = usize::from(site.is_operand) + usize::from(form != YieldForm::Bare);
            self.edits.close(&site.span, ")".repeat(parentheses));
        }
    }
}
