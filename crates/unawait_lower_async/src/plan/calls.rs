//! The call in the wrapper that runs the body: who drives it, and what it is handed.

use unawait_runtime::Helper;
use unawait_syntax::inventory::{ArgumentsUse, Function, FunctionId, FunctionKind, FunctionText, ParamForm, Suspends};
use unawait_syntax::{Inventory, SourceType};

use super::captures::Capture;
use super::function::{ArgumentsList, BodyCall, BodyForm, Driver, ParamsPlace, Pass, ThisArgument};
use crate::driving::Driving;
use crate::facts::arguments::arguments_scope;
use crate::facts::functions::is_in_derived_constructor;

/// The call of a function's body, which is handed `captures` in the manner of `pass`.
pub fn plan(
    inventory: &Inventory,
    driving: &Driving,
    id: FunctionId,
    text: &FunctionText,
    body: &BodyForm,
    captures: &[Capture],
    pass: Pass,
) -> BodyCall {
    let function = &inventory[id];
    let params = if keeps_params(inventory, id, text, captures) { ParamsPlace::Wrapper } else { ParamsPlace::Body };
    let leading = pass == Pass::Leading && !captures.is_empty();
    let arguments = match (body, params) {
        // A call with as many arguments as there are parameters is the same unless the body looks at `arguments`.
        (BodyForm::Sibling { suspends: false, .. }, _) => {
            let is_same = text.has_plain_params() && function.arguments == ArgumentsUse::None && !function.has_eval;
            if is_same { ArgumentsList::Params } else { ArgumentsList::Whole }
        }
        (_, ParamsPlace::Wrapper) => ArgumentsList::Whole,
        (_, ParamsPlace::Body) => arguments_list(function, text, leading),
    };
    BodyCall { driver: driver(function, driving, body), this: this_argument(inventory, id), arguments, params }
}

fn driver(function: &Function, driving: &Driving, body: &BodyForm) -> Driver {
    match driving {
        _ if !body.is_generator() => Driver::Settle,
        _ if function.is_generator => Driver::AsyncGenerator,
        Driving::Through { promise } => Driver::Awaiter { helper: Helper::Awaiter, promise: promise.clone() },
        Driving::Intrinsic => {
            let helper = if function.suspends == Suspends::Once { Helper::AwaiterOnce } else { Helper::Awaiter };
            Driver::Awaiter { helper, promise: "void 0".to_owned() }
        }
    }
}

/// An arrow function that does not use `this` must not touch it: before `super()` it is not there.
fn this_argument(inventory: &Inventory, id: FunctionId) -> ThisArgument {
    let function = &inventory[id];
    let is_untouched = is_in_derived_constructor(inventory, id) || !function.uses_this;
    match function.kind == FunctionKind::Arrow && is_untouched {
        true => ThisArgument::Undefined,
        false => ThisArgument::This,
    }
}

fn arguments_list(function: &Function, text: &FunctionText, has_leading_captures: bool) -> ArgumentsList {
    let is_counted = |form| matches!(form, ParamForm::Plain | ParamForm::Pattern);
    let all_named = text.param_list.iter().all(|param| is_counted(param.form));
    // In sloppy code, to have an `arguments` costs more than all the rest.
    match function.kind == FunctionKind::Arrow || (all_named && function.arguments == ArgumentsUse::None) {
        true => ArgumentsList::Params,
        false if has_leading_captures => ArgumentsList::Spread,
        false => ArgumentsList::Whole,
    }
}

/// Whether an arrow function's parameters stay on it, and the body's function gets the `arguments` around it instead: a
/// direct eval may ask for these by name.
fn keeps_params(inventory: &Inventory, id: FunctionId, text: &FunctionText, captures: &[Capture]) -> bool {
    let function = &inventory[id];
    if function.kind != FunctionKind::Arrow || !function.has_eval {
        return false;
    }
    let has_arguments = match inventory[inventory.provider(id)].kind {
        FunctionKind::File => inventory.source_type == SourceType::CommonJs,
        FunctionKind::ClassInitializer => false,
        _ => true,
    };
    // A parameter of that name would be hidden; another binding may hold anything, or nothing yet.
    let is_bound = arguments_scope(inventory, id, function.own_scope).is_some();
    has_arguments && !is_bound && captures.is_empty() && text.has_plain_params() && !text.repeats_param()
}
