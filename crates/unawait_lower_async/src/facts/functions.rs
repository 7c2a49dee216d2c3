//! What an async function's body asks of the function that runs it.

use unawait_syntax::Inventory;
use unawait_syntax::inventory::{ArgumentsUse, Function, FunctionId, FunctionKind, FunctionText, Suspends};

use crate::driving::Driving;

/// Whether the body must be a generator's.
pub fn needs_generator(function: &Function, driving: &Driving) -> bool {
    let Some(text) = &function.text else { return false };
    function.is_lowered()
        && (function.suspends != Suspends::Never
            || function.is_generator
            || *driving != Driving::Intrinsic
            // `var arguments` in an arrow function would hide those of the wrapper.
            || text.declares_in_body("arguments")
            || !text.params_are_distinct()
            || needs_own_arguments(function, text))
}

/// Whether a sloppy body's parameters are more than names that an arrow function around the body could see: `arguments`
/// is tied to them while the body declares one of them again, or an eval may.
fn needs_own_arguments(function: &Function, text: &FunctionText) -> bool {
    let tied = function.kind != FunctionKind::Arrow && !function.strict && text.has_plain_params();
    tied && (function.has_eval || (function.arguments != ArgumentsUse::None && text.repeats_param()))
}

/// The outermost generator that `function`'s text is directly in, arrow functions included: another function that is no
/// arrow function ends the search.
pub fn generator_around(inventory: &Inventory, driving: &Driving, function: FunctionId) -> Option<FunctionId> {
    inventory.arrows_out(function).filter(|id| needs_generator(&inventory[*id], driving)).last()
}

/// Whether more parameters can be put before a function's own: its `arguments` would count them.
pub fn takes_parameters(function: &Function) -> bool {
    (function.kind == FunctionKind::Arrow || function.arguments == ArgumentsUse::None) && !function.has_eval
}

/// Whether the arguments object gets out of the body, so that `arguments.callee` must be the wrapper. Strict functions
/// and those with other than plain parameters have none: <https://tc39.es/ecma262/#sec-createmappedargumentsobject>.
pub fn gives_callee_away(function: &Function, text: &FunctionText) -> bool {
    function.kind != FunctionKind::Arrow
        && function.arguments == ArgumentsUse::Object
        && !function.strict
        && text.has_plain_params()
        && !text.declares_in_body("arguments")
        && !text.param_list.iter().any(|param| param.name.as_deref() == Some("arguments"))
}

/// Whether `this` means that of a derived class's constructor, which is not there before `super()` has returned.
pub fn is_in_derived_constructor(inventory: &Inventory, function: FunctionId) -> bool {
    inventory[inventory.provider(function)].kind == FunctionKind::Constructor { derived: true }
}
