//! What statements and module items declare.

use swc_ecma_ast::*;

pub(super) fn of_import<'n>(import: &'n ImportDecl, mut found: impl FnMut(&'n Ident)) {
    import.specifiers.iter().for_each(|specifier| found(specifier.local()));
}

/// Whether a function is a FunctionDeclaration, and not one of its relatives.
pub(super) fn is_plain(function: &Function) -> bool {
    !function.is_async && !function.is_generator
}

/// The statement behind any number of labels.
pub(super) fn unlabelled(labelled: &LabeledStmt) -> &Stmt {
    let mut statement = &*labelled.body;
    while let Stmt::Labeled(inner) = statement {
        statement = &inner.body;
    }
    statement
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
            Stmt::Labeled(labelled) => match unlabelled(labelled) {
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
