//! Which async generator methods can be given a `prototype`, and from where: `write::async_generator_methods` tells why.

use unawait_syntax::Inventory;
use unawait_syntax::inventory::{Function, Member, MemberOwner};

use super::captures::Capture;

/// How a method's function is got at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrototypeAccess {
    /// It is the value of a property.
    Value,
    /// Through the class, in a static field.
    Class,
}

/// Whether, and how, a method can be given a `prototype`.
pub fn access(
    inventory: &Inventory,
    function: &Function,
    member: &Member,
    captures: &[Capture],
) -> Option<PrototypeAccess> {
    let is_named = member.is_computed || function.name.known().is_some();
    match member.owner {
        _ if !function.is_generator || function.replaced || !is_named => None,
        MemberOwner::Object => (captures.is_empty() && !function.has_eval).then_some(PrototypeAccess::Value),
        MemberOwner::Class { class, is_static } => {
            let in_reach = is_static || !member.is_private;
            (in_reach && inventory[class].is_in_reach()).then_some(PrototypeAccess::Class)
        }
        MemberOwner::OpaqueClass => None,
    }
}
