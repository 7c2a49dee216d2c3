//! A `using` at a file's top level: what else stands there, from that declaration on.

use swc_common::Spanned;
use swc_ecma_ast::*;

use super::Collector;
use super::scopes::Item;
use crate::forms::bound_names_of_list;
use crate::inventory::{Name, TopForm, TopItem, TopUsings};
use crate::lex::find_token;
use crate::positions::range;

impl Collector<'_> {
    /// Notes the items from the first `using` declaration on.
    pub(super) fn top_usings<I: Item + Spanned>(&mut self, items: &[I]) {
        let using = |item: &I| match item.statement() {
            Some(Stmt::Decl(Decl::Using(using))) => Some(using.is_await),
            _ => None,
        };
        let Some(first) = items.iter().position(|item| using(item).is_some()) else { return };
        let items = &items[first..];
        self.inventory.top_usings = Some(TopUsings {
            is_await: items.iter().any(|item| using(item) == Some(true)),
            returns: self.returns_at_top,
            items: items.iter().map(|item| self.top_item(item)).collect(),
        });
    }

    fn top_item<I: Item + Spanned>(&self, item: &I) -> TopItem {
        let span = range(item.span());
        match (item.statement(), item.module_decl()) {
            (Some(Stmt::Decl(declaration)), _) => {
                let (form, _) = self.top_declaration(declaration);
                TopItem { span, form, export: None, names: Vec::new() }
            }
            (Some(statement), _) => {
                let form = if declares_function(statement) { TopForm::Fixed } else { TopForm::Statement };
                TopItem { span, form, export: None, names: Vec::new() }
            }
            (_, Some(ModuleDecl::ExportDecl(export))) => {
                let (form, names) = self.top_declaration(&export.decl);
                let word = self.export_word(span.start, decorators(&export.decl));
                TopItem { export: word.map(|at| at..at + "export".len()), span, form, names }
            }
            (_, Some(ModuleDecl::ExportDefaultDecl(export))) => match &export.decl {
                DefaultDecl::Class(class) => {
                    let form = match &class.ident {
                        Some(ident) => TopForm::Class { name: ident.sym.clone() },
                        None => TopForm::Default { end: span.end, is_anonymous: true },
                    };
                    let word = self.export_word(span.start, &class.class.decorators);
                    TopItem { export: word.and_then(|at| self.export_default(at)), span, form, names: Vec::new() }
                }
                _ => TopItem { span, form: TopForm::Fixed, export: None, names: Vec::new() },
            },
            (_, Some(ModuleDecl::ExportDefaultExpr(export))) => {
                let (end, is_anonymous) = (range(export.expr.span()).end, super::loops::is_anonymous(&export.expr));
                let form = TopForm::Default { end, is_anonymous };
                TopItem { export: self.export_default(span.start), span, form, names: Vec::new() }
            }
            _ => TopItem { span, form: TopForm::Fixed, export: None, names: Vec::new() },
        }
    }

    /// What a declaration is, and what it binds.
    fn top_declaration(&self, declaration: &Decl) -> (TopForm, Vec<Name>) {
        match declaration {
            Decl::Class(class) if !class.declare && !class.class.is_abstract => {
                let name = class.ident.sym.clone();
                (TopForm::Class { name: name.clone() }, vec![name])
            }
            Decl::Var(var) if !var.declare => {
                let start = range(var.span).start;
                let form = match var.kind {
                    VarDeclKind::Var => TopForm::Statement,
                    VarDeclKind::Let => TopForm::Lexical { word: start..start + "let".len() },
                    VarDeclKind::Const => TopForm::Lexical { word: start..start + "const".len() },
                };
                let mut names = Vec::new();
                bound_names_of_list(&var.decls, |ident| names.push(ident.sym.clone()));
                (form, names)
            }
            Decl::Using(_) => (TopForm::Statement, Vec::new()),
            _ => (TopForm::Fixed, Vec::new()),
        }
    }

    /// Where `export` stands: decorators may come before it.
    fn export_word(&self, start: usize, decorators: &[Decorator]) -> Option<usize> {
        let before = decorators.iter().map(|decorator| range(decorator.span).end);
        match self.source[start..].starts_with("export") {
            true => Some(start),
            false => find_token(self.source, before.max().unwrap_or(start), "export"),
        }
    }

    /// `export default`, which begins at `start`.
    fn export_default(&self, start: usize) -> Option<std::ops::Range<usize>> {
        let default = find_token(self.source, start + "export".len(), "default")?;
        Some(start..default + "default".len())
    }
}

fn decorators(declaration: &Decl) -> &[Decorator] {
    match declaration {
        Decl::Class(class) => &class.class.decorators,
        _ => &[],
    }
}

/// Whether it is a function declaration with labels.
fn declares_function(mut statement: &Stmt) -> bool {
    while let Stmt::Labeled(labelled) = statement {
        statement = &labelled.body;
    }
    matches!(statement, Stmt::Decl(Decl::Fn(_)))
}
