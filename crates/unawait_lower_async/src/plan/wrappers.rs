//! What the program gets to see of a lowered function.

use unawait_syntax::inventory::{ArgumentsUse, Function, FunctionKind, FunctionName};
use unawait_syntax::{FreshNames, Inventory, SourceType};

use super::captures::Capture;
use super::function::Wrapper;
use super::prototypes;

/// The form of the function that stays; a capture of its own name is added where that form needs one.
pub fn plan(
    inventory: &Inventory,
    function: &Function,
    captures: &mut Vec<Capture>,
    fresh: &mut FreshNames,
) -> Wrapper {
    match function.kind {
        FunctionKind::DefaultDeclaration => Wrapper::InPlace,
        FunctionKind::Declaration => {
            let scope = &inventory[function.scope];
            // A module's functions can be called before it has run, through an import cycle, and bundlers drop
            // unused declarations: there a function stays a hoisted one. A `switch` has no start.
            let is_module_item = scope.outer.is_none() && inventory.source_type == SourceType::Module;
            match is_module_item || scope.start.is_none() || inventory.plain_functions {
                true => Wrapper::InPlace,
                false => Wrapper::Hoisted(function.scope),
            }
        }
        FunctionKind::Expression => {
            let own = match &function.name {
                FunctionName::Own(name, _) => Some(name),
                _ => None,
            };
            // A name of its own that is `arguments` is hidden by those.
            let uses_itself = own.filter(|name| function.free.contains(*name) && &***name != "arguments");
            let shows_callee = !function.strict && function.arguments == ArgumentsUse::Object;
            let is_unseen = function.called_at_once && uses_itself.is_none() && !shows_callee;
            // An eval may try to assign to the own name, which only a function expression's takes without a change.
            let may_assign = function.has_eval && own.is_some();
            if is_unseen || inventory.plain_functions || function.name == FunctionName::Dynamic || may_assign {
                return Wrapper::Plain;
            }
            if uses_itself.is_some_and(|name| {
                let text = function.text.as_ref();
                let declared_again = text.is_some_and(|text| text.declares_in_body(name));
                function.assigns_own_name || declared_again || &**name == "yield"
            }) {
                return Wrapper::Plain;
            }
            if let Some(name) = uses_itself {
                captures.push(Capture::own_name(name));
            }
            let bound = uses_itself.map(|name| name.to_string());
            let bound = bound.or_else(|| function.is_generator.then(|| fresh.name("fn")));
            Wrapper::MethodLiteral { bound }
        }
        _ => {
            let member = function.text.as_ref().and_then(|text| text.member.as_ref());
            let access = member.and_then(|member| prototypes::access(inventory, function, member, captures));
            access.map_or(Wrapper::Same, Wrapper::Prototyped)
        }
    }
}
