//! What `arguments` means somewhere.

use unawait_syntax::inventory::{FunctionId, FunctionKind, Lexical, LexicalKind, ScopeId};
use unawait_syntax::{Inventory, SourceType};

/// What binds `arguments`: a scope of the file that declares the name, or the function whose own they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArgumentsBinder {
    Scope(ScopeId),
    Function(FunctionId),
}

impl ArgumentsBinder {
    pub fn of(inventory: &Inventory, lexical: &Lexical) -> Self {
        match arguments_scope(inventory, lexical.function, lexical.scope) {
            Some(scope) => ArgumentsBinder::Scope(scope),
            None => ArgumentsBinder::Function(inventory.provider(lexical.function)),
        }
    }

    /// Whether the arguments object of a function is meant, and is there.
    pub fn is_object(self, inventory: &Inventory) -> bool {
        match self {
            ArgumentsBinder::Scope(_) => false,
            ArgumentsBinder::Function(id) => match inventory[id].kind {
                FunctionKind::File => inventory.source_type == SourceType::CommonJs,
                _ => true,
            },
        }
    }
}

/// The scope that binds the name as seen from `scope` in `function`, unless it is a function's own, which hides what the
/// file binds further out.
pub fn arguments_scope(inventory: &Inventory, function: FunctionId, scope: ScopeId) -> Option<ScopeId> {
    let scope = inventory.resolve(&"arguments".into(), scope)?;
    inventory.arrows_out(function).any(|id| id == inventory[scope].function).then_some(scope)
}

/// The meanings of `arguments` that something is assigned to.
pub fn assigned_arguments(inventory: &Inventory) -> Vec<ArgumentsBinder> {
    let is_assigned = |lexical: &&Lexical| matches!(lexical.kind, LexicalKind::Arguments { assigned: true, .. });
    inventory.lexical.iter().filter(is_assigned).map(|lexical| ArgumentsBinder::of(inventory, lexical)).collect()
}
