//! Which statements need a semicolon at their end once what ends them has changed.
//! <https://tc39.es/ecma262/#sec-automatic-semicolon-insertion>

use std::collections::BTreeSet;

use unawait_syntax::Inventory;
use unawait_syntax::inventory::{Await, FunctionKind};
use unawait_syntax::lex::next_token;

use crate::facts::awaits::YieldForm;

/// The ends of statements that a semicolon must be put behind.
pub fn plan(source: &str, inventory: &Inventory) -> BTreeSet<usize> {
    let arrows = inventory.functions().filter_map(|(_, function)| {
        let text = function.text.as_ref().filter(|_| function.kind == FunctionKind::Arrow)?;
        Some(text.body.end).filter(|end| ends_behind_arrow(source, inventory, *end))
    });
    let awaits = inventory.awaits.iter().filter(|site| ends_behind_await(source, inventory, site));
    arrows.chain(awaits.map(|site| site.span.end)).collect()
}

/// Whether an arrow function with a block ended its line and the statement on it, or one that ends like another with a
/// block, or with an update. Nothing that stands on the next line can go on behind such a function; behind the call that
/// it becomes, a bracket or an operator could.
fn ends_behind_arrow(source: &str, inventory: &Inventory, end: usize) -> bool {
    let nothing_goes_on = ["}", "++", "--"].iter().any(|last| source[..end].ends_with(last));
    nothing_goes_on && inventory.open_ends.contains(&end)
}

/// Whether an update ends here and with it a statement, because only another can begin with the bracket that follows.
/// Behind the parenthesis that closes around the operand, something else could.
fn ends_behind_await(source: &str, inventory: &Inventory, site: &Await) -> bool {
    let end = site.span.end;
    let ends = source[..end].ends_with("++") || source[..end].ends_with("--");
    let closes = site.is_operand || YieldForm::of(source, inventory, site) != YieldForm::Bare;
    ends && closes && source[next_token(source, end)..].starts_with(['(', '[', '`'])
}
