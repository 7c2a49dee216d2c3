//! What everyone asks of the tree's forms: which names a pattern binds, and which directives a body begins with.

use swc_ecma_ast::*;

/// BoundNames of a pattern, in source order, without recursion: patterns can be nested as deeply as they like.
/// <https://tc39.es/ecma262/#sec-static-semantics-boundnames>
pub fn bound_names<'n>(pattern: &'n Pat, found: impl FnMut(&'n Ident)) {
    targets(pattern, found, |_| {});
}

/// The names of a pattern, and the patterns in it that only an assignment may hold: `a.b`, `(a)`, `a = b = c`.
pub fn targets<'n>(pattern: &'n Pat, mut found: impl FnMut(&'n Ident), mut other: impl FnMut(&'n Pat)) {
    // Most patterns are one name.
    if let Pat::Ident(ident) = pattern {
        return found(&ident.id);
    }
    let mut open = vec![pattern];
    while let Some(pattern) = open.pop() {
        match pattern {
            Pat::Ident(ident) => found(&ident.id),
            Pat::Array(array) => open.extend(array.elems.iter().rev().flatten()),
            Pat::Rest(rest) => open.push(&rest.arg),
            Pat::Assign(assign) => {
                if assign.left.is_assign() {
                    other(pattern);
                }
                open.push(&assign.left);
            }
            Pat::Object(object) => of_properties(&object.props, &mut open, &mut found),
            Pat::Invalid(_) | Pat::Expr(_) => other(pattern),
        }
    }
}

/// Those of an object pattern. The order among its properties matters to no rule.
fn of_properties<'n>(properties: &'n [ObjectPatProp], open: &mut Vec<&'n Pat>, found: &mut impl FnMut(&'n Ident)) {
    for property in properties.iter().rev() {
        match property {
            ObjectPatProp::KeyValue(property) => open.push(&property.value),
            ObjectPatProp::Assign(property) => found(&property.key.id),
            ObjectPatProp::Rest(rest) => open.push(&rest.arg),
        }
    }
}

/// The same of a list of declarators.
pub fn bound_names_of_list<'n>(declarators: &'n [VarDeclarator], mut found: impl FnMut(&'n Ident)) {
    declarators.iter().for_each(|declarator| bound_names(&declarator.name, &mut found));
}

/// The string literal of a statement that is a directive, if only such stand before it:
/// <https://tc39.es/ecma262/#sec-directive-prologues-and-the-use-strict-directive>.
pub fn directive(statement: &Stmt) -> Option<&Str> {
    match statement {
        Stmt::Expr(statement) => match &*statement.expr {
            Expr::Lit(Lit::Str(literal)) => Some(literal),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a directive is a Use Strict Directive, which has no escapes.
pub fn is_use_strict(directive: &Str) -> bool {
    matches!(directive.raw.as_deref(), Some("'use strict'" | "\"use strict\""))
}

/// Whether a body begins with a Use Strict Directive.
pub fn has_use_strict(statements: &[Stmt]) -> bool {
    statements.iter().map_while(directive).any(is_use_strict)
}
