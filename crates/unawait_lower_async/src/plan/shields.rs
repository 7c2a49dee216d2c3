//! Plain functions leak out of the blocks of sloppy code (Annex B), async ones do not: where an async function becomes a
//! plain declaration in a `switch`, that is shielded.

use unawait_syntax::inventory::{FunctionId, FunctionKind, FunctionName, Name, ScopeId};
use unawait_syntax::{FreshNames, Inventory};

use super::function::{FunctionPlan, Wrapper};
use super::word_names::WordNames;

/// Functions that stay declarations in a sloppy `switch`, and must not leak out of it.
#[derive(Debug)]
pub struct Shield {
    /// The scope of the `switch`.
    pub scope: ScopeId,
    /// What the functions are called.
    pub names: Vec<String>,
    /// A name for the value that the `switch` is about, if the functions' names stand in it.
    pub value: Option<String>,
}

/// The shields of the file, and the names that they need.
pub fn plan(
    inventory: &Inventory,
    functions: &[(FunctionId, FunctionPlan)],
    word_names: &WordNames,
    fresh: &mut FreshNames,
) -> Vec<Shield> {
    let mut shields: Vec<Shield> = Vec::new();
    for (id, plan) in functions {
        let function = &inventory[*id];
        let scope = function.scope;
        let FunctionName::Own(name, _) = &function.name else { continue };
        let stays = function.kind == FunctionKind::Declaration && plan.wrapper == Wrapper::InPlace;
        let Some(switch) = inventory[scope].statement.as_ref().filter(|_| stays && !inventory.is_strict(scope)) else {
            continue;
        };
        let in_value = switch.names_in_value.contains(name) || switch.names_in_value.contains(&Name::from("eval"));
        let name = word_names.declared(name, scope).to_owned();
        let known = shields.iter().position(|shield| shield.scope == scope);
        let known = known.unwrap_or_else(|| {
            shields.push(Shield { scope, names: Vec::new(), value: None });
            shields.len() - 1
        });
        let shield = &mut shields[known];
        if in_value && shield.value.is_none() {
            shield.value = Some(fresh.name("value"));
        }
        if !shield.names.contains(&name) {
            shield.names.push(name);
        }
    }
    shields
}
