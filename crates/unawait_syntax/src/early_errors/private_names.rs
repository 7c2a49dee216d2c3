//! Private names: which are declared, and by what.

use rustc_hash::FxHashMap;
use swc_common::Span;
use swc_ecma_ast::*;

use super::checker::Checker;
use crate::inventory::Name;

/// What declares a private name in a class. Getter and setter can share one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Getter { is_static: bool },
    Setter { is_static: bool },
    Other,
}

impl Checker<'_> {
    /// Declares the private names of a class, has `inside` look at the class's body, and forgets them.
    ///
    /// > It is a Syntax Error if PrivateBoundIdentifiers of ClassElementList contains any duplicate entries, unless the
    /// > name is used once for a getter and once for a setter and in no other entries, and the getter and setter are
    /// > either both static or both non-static.
    ///
    /// <https://tc39.es/ecma262/#sec-class-definitions-static-semantics-early-errors>
    pub(super) fn private_bound_identifiers(&mut self, class: &Class, inside: impl FnOnce(&mut Self)) {
        let mut declared: FxHashMap<&Name, (Element, Span)> = FxHashMap::default();
        for (key, element) in class.body.iter().filter_map(private_element) {
            self.identifier_start(&key.name, key.span);
            let Some((first, place)) = declared.get(&key.name).copied() else {
                declared.insert(&key.name, (element, key.span));
                continue;
            };
            let is_pair = match (first, element) {
                (Element::Getter { is_static: a }, Element::Setter { is_static: b }) => a == b,
                (Element::Setter { is_static: a }, Element::Getter { is_static: b }) => a == b,
                _ => false,
            };
            if is_pair {
                declared.insert(&key.name, (Element::Other, place));
            } else {
                self.error("redeclared", format!("Identifier '#{}' has already been declared", key.name), key.span);
                self.label(place, format!("'#{}' is declared here", key.name));
            }
        }
        for name in declared.keys() {
            *self.private_names.open.entry((*name).clone()).or_default() += 1;
        }
        inside(self);
        for name in declared.keys() {
            if let Some(count) = self.private_names.open.get_mut(*name) {
                *count -= 1;
            }
        }
    }

    /// > It is a Syntax Error if AllPrivateIdentifiersValid of ScriptBody with argument « » is false unless the source
    /// > text containing ScriptBody is eval code that is being processed by a direct eval.
    ///
    /// <https://tc39.es/ecma262/#sec-scripts-static-semantics-early-errors>,
    /// <https://tc39.es/ecma262/#sec-static-semantics-allprivateidentifiersvalid>
    pub(super) fn all_private_identifiers_valid(&mut self, name: &PrivateName) {
        if self.private_names.open.get(&name.name).is_none_or(|count| *count == 0) {
            let message = format!("Private field '#{}' must be declared in an enclosing class", name.name);
            self.error("undeclared-private-name", message, name.span);
        }
    }

    /// A private name alone is no expression: `#x in o` is a RelationalExpression,
    /// <https://tc39.es/ecma262/#prod-RelationalExpression>
    pub(super) fn private_identifier_alone(&mut self, name: &PrivateName) {
        let message = format!("Unexpected identifier '#{}'", name.name);
        self.error("private-name-alone", message, name.span);
    }
}

fn private_element(member: &ClassMember) -> Option<(&PrivateName, Element)> {
    match member {
        ClassMember::PrivateProp(field) => Some((&field.key, Element::Other)),
        ClassMember::AutoAccessor(AutoAccessor { key: Key::Private(key), .. }) => Some((key, Element::Other)),
        ClassMember::PrivateMethod(PrivateMethod { key, kind, is_static, .. }) => {
            let element = match kind {
                MethodKind::Method => Element::Other,
                MethodKind::Getter => Element::Getter { is_static: *is_static },
                MethodKind::Setter => Element::Setter { is_static: *is_static },
            };
            Some((key, element))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::early_errors::{accepts, refuses};

    const TWICE: &str = "Identifier '#x' has already been declared";
    const UNDECLARED: &str = "Private field '#x' must be declared in an enclosing class";

    #[test]
    fn private_bound_identifiers() {
        accepts("class C { get #x() {} set #x(v) {} static #y; static async #z() {} }");
        refuses("class C { #x; async #x() {} }", TWICE);
        refuses("class C { get #x() {} static set #x(v) {} }", TWICE);
        refuses("class C { get #x() {} set #x(v) {} #x; }", TWICE);
    }

    #[test]
    fn all_private_identifiers_valid() {
        accepts("class C { async f() { return class { f = this.#x; [this.#x]; }; } #x; }");
        refuses("class C { async f() { return this.#x; } }", UNDECLARED);
        refuses("class C { #x; } async c => c?.#x", UNDECLARED);
        refuses("class C extends (o => o.#x) { #x; }", UNDECLARED);
        refuses("class C { async f() { return #x in this; } }", UNDECLARED);
    }

    #[test]
    fn private_identifier_alone() {
        accepts("class C { #x; async f(o) { return #x in await o; } }");
        refuses("class C { #x; f(o) { return (#x) in o; } }", "Unexpected identifier '#x'");
    }
}
