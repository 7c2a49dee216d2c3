//! Stage one: async functions become generators that a helper drives, as edits of the source text.
//!
//! ```js
//! async function f(a, b = 1) { return a + await b; }
//! // becomes, with `var f = { f(a) { return __awaiterOnce(this, arguments, void 0, f_1); } }.f;` at the scope's start:
//! function* f_1(a, b = 1) { return a + (yield b); }
//! ```
//!
//! Three layers, each of which imports only those before it:
//! - `facts` answers questions about one function, from the inventory: must its body be a generator's?
//! - `plan` decides what each function becomes, what its generator must be handed, and where the generator function is
//!   kept so that it is made once.
//! - `write` turns the plan into edits: one module per form of function or statement.

mod driving;
mod facts;
mod plan;
#[cfg(test)]
mod tests;
mod write;

use unawait_runtime::Helper;
use unawait_syntax::{FreshNames, Inventory};

pub use driving::Driving;
pub use write::Lowered;

/// Lowers every async function of the file. `name_of` answers what a helper is called in it.
pub fn lower(
    source: &str,
    inventory: &Inventory,
    driving: &Driving,
    fresh: &mut FreshNames,
    name_of: &dyn Fn(Helper) -> String,
) -> Lowered {
    let plan = plan::plan(source, inventory, driving, fresh);
    write::write(source, inventory, plan, fresh, name_of)
}
