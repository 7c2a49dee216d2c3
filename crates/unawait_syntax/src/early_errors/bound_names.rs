//! The names that patterns and declarations bind, without recursion: patterns can be nested as deeply as they like.

use swc_ecma_ast::*;

/// BoundNames of a pattern, in source order: <https://tc39.es/ecma262/#sec-static-semantics-boundnames>
pub(super) fn of_pattern<'n>(pattern: &'n Pat, found: impl FnMut(&'n Ident)) {
    targets(pattern, found, |_| {});
}

/// The names of a pattern, and the patterns in it that only an assignment may hold: `a.b`, `(a)`, `a = b = c`.
pub(super) fn targets<'n>(pattern: &'n Pat, mut found: impl FnMut(&'n Ident), mut other: impl FnMut(&'n Pat)) {
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

pub(super) fn of_declarators<'n>(declarators: &'n [VarDeclarator], mut found: impl FnMut(&'n Ident)) {
    declarators.iter().for_each(|declarator| of_pattern(&declarator.name, &mut found));
}

pub(super) fn of_import<'n>(import: &'n ImportDecl, mut found: impl FnMut(&'n Ident)) {
    import.specifiers.iter().for_each(|specifier| found(specifier.local()));
}

/// Whether a function is a FunctionDeclaration, and not one of its relatives.
pub(super) fn is_plain(function: &Function) -> bool {
    !function.is_async && !function.is_generator
}

/// What a statement or module item declares.
pub(super) enum Declared<'n> {
    /// `var`: it belongs to the function.
    Var(&'n VarDecl),
    /// `let`, `const` and `using`.
    Lexical(&'n [VarDeclarator]),
    Class(&'n Ident),
    /// A function, and whether it is a FunctionDeclaration: neither async nor a generator.
    Function {
        ident: &'n Ident,
        is_plain: bool,
        /// It has a label.
        is_labelled: bool,
    },
    Import(&'n ImportDecl),
    Nothing,
}

/// A statement, or an item of a module.
pub(super) trait Item {
    fn declared(&self) -> Declared<'_>;
}

impl Item for Stmt {
    fn declared(&self) -> Declared<'_> {
        match self {
            Stmt::Decl(declaration) => of_declaration(declaration),
            Stmt::Labeled(labelled) => match super::labels::unlabelled(labelled) {
                Stmt::Decl(Decl::Fn(FnDecl { ident, function, .. })) => {
                    Declared::Function { ident, is_plain: is_plain(function), is_labelled: true }
                }
                _ => Declared::Nothing,
            },
            _ => Declared::Nothing,
        }
    }
}

impl Item for ModuleItem {
    fn declared(&self) -> Declared<'_> {
        match self {
            ModuleItem::Stmt(statement) => statement.declared(),
            ModuleItem::ModuleDecl(ModuleDecl::Import(import)) => Declared::Import(import),
            ModuleItem::ModuleDecl(ModuleDecl::ExportDecl(export)) => of_declaration(&export.decl),
            ModuleItem::ModuleDecl(ModuleDecl::ExportDefaultDecl(export)) => match &export.decl {
                DefaultDecl::Class(class) => class.ident.as_ref().map_or(Declared::Nothing, Declared::Class),
                DefaultDecl::Fn(FnExpr { ident, function }) => ident.as_ref().map_or(Declared::Nothing, |ident| {
                    Declared::Function { ident, is_plain: is_plain(function), is_labelled: false }
                }),
                DefaultDecl::TsInterfaceDecl(_) => Declared::Nothing,
            },
            ModuleItem::ModuleDecl(_) => Declared::Nothing,
        }
    }
}

fn of_declaration(declaration: &Decl) -> Declared<'_> {
    match declaration {
        Decl::Class(class) => Declared::Class(&class.ident),
        Decl::Fn(FnDecl { ident, function, .. }) => {
            Declared::Function { ident, is_plain: is_plain(function), is_labelled: false }
        }
        Decl::Var(var) if var.kind == VarDeclKind::Var => Declared::Var(var),
        Decl::Var(var) => Declared::Lexical(&var.decls),
        Decl::Using(using) => Declared::Lexical(&using.decls),
        _ => Declared::Nothing,
    }
}
