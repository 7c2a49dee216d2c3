//! What an `await` becomes.

use unawait_syntax::Inventory;
use unawait_syntax::inventory::Await;
use unawait_syntax::lex::{has_line_terminator, next_token};

/// The `yield` that stands for an `await`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YieldForm {
    /// `yield x`
    Bare,
    /// `yield (x)`: the operand begins on another line, and a `yield` ends with its line.
    Broken,
    /// `yield __awaitIn(x)`, in an async generator.
    Marked,
}

impl YieldForm {
    pub fn of(source: &str, inventory: &Inventory, site: &Await) -> Self {
        let operand = next_token(source, site.word.end);
        match inventory[site.function].is_generator {
            true => YieldForm::Marked,
            false if has_line_terminator(source, site.word.end, operand) => YieldForm::Broken,
            false => YieldForm::Bare,
        }
    }
}
