//! Modules: what they import and export.

use rustc_hash::FxHashSet;
use swc_common::Span;
use swc_ecma_ast::*;
use swc_ecma_visit::VisitWith;

use super::checker::Checker;
use super::declared::{Declared, Item, of_import};
use crate::forms::bound_names_of_list;
use crate::inventory::Name;

impl Checker<'_> {
    pub(super) fn module(&mut self, items: &[ModuleItem]) {
        self.in_scope(|this| {
            this.lexically_declared_names_of_module(items);
            items.iter().for_each(|item| item.visit_with(this));
        });
        self.exported_bindings();
    }

    pub(super) fn import_declaration(&mut self, import: &ImportDecl) {
        of_import(import, |ident| self.binding_identifier(ident));
        for specifier in &import.specifiers {
            if let ImportSpecifier::Named(ImportNamedSpecifier { imported: Some(name), .. }) = specifier {
                self.is_string_well_formed_unicode(name);
            }
        }
        self.with_clause_to_attributes(import.with.as_deref());
    }

    pub(super) fn named_export(&mut self, export: &NamedExport) {
        for specifier in &export.specifiers {
            match specifier {
                ExportSpecifier::Named(ExportNamedSpecifier { orig, exported, .. }) => {
                    self.is_string_well_formed_unicode(orig);
                    // The parser sees to it that it is no string.
                    if let (None, ModuleExportName::Ident(ident)) = (&export.src, orig) {
                        self.exports.bindings.push((ident.sym.clone(), ident.span));
                    }
                    self.exported_name(exported.as_ref().unwrap_or(orig));
                }
                ExportSpecifier::Namespace(ExportNamespaceSpecifier { name, .. }) => self.exported_name(name),
                ExportSpecifier::Default(ExportDefaultSpecifier { exported }) => {
                    self.duplicate_export(exported.sym.clone(), exported.span);
                }
            }
        }
        self.with_clause_to_attributes(export.with.as_deref());
    }

    pub(super) fn export_declaration<I: Item>(&mut self, item: &I) {
        let mut names = Vec::new();
        match item.declared() {
            Declared::Class(ident) | Declared::Function { ident, .. } => names.push(ident),
            Declared::Lexical(declarators) => bound_names_of_list(declarators, |ident| names.push(ident)),
            Declared::Var(var) => bound_names_of_list(&var.decls, |ident| names.push(ident)),
            Declared::Import(_) | Declared::Nothing => {}
        }
        for ident in names {
            self.duplicate_export(ident.sym.clone(), ident.span);
        }
    }

    fn exported_name(&mut self, name: &ModuleExportName) {
        self.is_string_well_formed_unicode(name);
        match name {
            ModuleExportName::Ident(ident) => self.duplicate_export(ident.sym.clone(), ident.span),
            ModuleExportName::Str(string) => {
                if let Some(name) = string.value.as_str() {
                    self.duplicate_export(name.into(), string.span);
                }
            }
        }
    }

    /// > It is a Syntax Error if the ExportedNames of ModuleItemList contains any duplicate entries.
    ///
    /// <https://tc39.es/ecma262/#sec-module-semantics-static-semantics-early-errors>
    pub(super) fn duplicate_export(&mut self, name: Name, span: Span) {
        if let Some(first) = self.exports.names.get(&name).copied() {
            self.error("duplicate-export", format!("Duplicate export of '{name}'"), span);
            self.label(first, format!("'{name}' is exported here"));
        } else {
            self.exports.names.insert(name, span);
        }
    }

    /// > It is a Syntax Error if any element of the ExportedBindings of ModuleItemList does not also occur in either the
    /// > VarDeclaredNames of ModuleItemList, or the LexicallyDeclaredNames of ModuleItemList.
    ///
    /// <https://tc39.es/ecma262/#sec-module-semantics-static-semantics-early-errors>
    fn exported_bindings(&mut self) {
        for (name, span) in std::mem::take(&mut self.exports.bindings) {
            if !self.declarations.file.contains(&name) {
                self.error("undeclared-export", format!("Export '{name}' is not defined in module"), span);
            }
        }
    }

    /// > It is a Syntax Error if IsStringWellFormedUnicode(SV of StringLiteral) is false.
    ///
    /// <https://tc39.es/ecma262/#sec-module-semantics-static-semantics-early-errors>
    fn is_string_well_formed_unicode(&mut self, name: &ModuleExportName) {
        if let ModuleExportName::Str(string) = name
            && string.value.as_str().is_none()
        {
            let message = "Invalid module export name: contains unpaired surrogate character";
            self.error("ill-formed-export", message, string.span);
        }
    }

    /// > It is a Syntax Error if WithClauseToAttributes of WithClause has two different entries a and b such that
    /// > a.[[Key]] is b.[[Key]].
    ///
    /// <https://tc39.es/ecma262/#sec-imports-static-semantics-early-errors>
    pub(super) fn with_clause_to_attributes(&mut self, clause: Option<&ObjectLit>) {
        let mut keys = FxHashSet::default();
        for property in clause.iter().flat_map(|clause| &clause.props) {
            let PropOrSpread::Prop(property) = property else { continue };
            let Prop::KeyValue(KeyValueProp { key, .. }) = &**property else { continue };
            let (name, span) = match key {
                PropName::Ident(key) => (Some(&*key.sym), key.span),
                PropName::Str(key) => (key.value.as_str(), key.span),
                _ => continue,
            };
            if let Some(name) = name
                && !keys.insert(name)
            {
                let message = format!("Import attributes has a duplicate key '{name}'");
                self.error("duplicate-attribute", message, span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::SourceType;

    fn errors(source: &str) -> Vec<String> {
        crate::early_errors::errors(source, SourceType::Module)
    }

    const NONE: [&str; 0] = [];

    #[test]
    fn duplicate_export() {
        assert_eq!(errors("export async function f() {} export { f as g, f as default, f as 'h' };"), NONE);
        assert_eq!(errors("export async function f() {} export { f };"), ["Duplicate export of 'f'"]);
        assert_eq!(
            errors("export default async () => {}; export * as default from 'x';"),
            ["Duplicate export of 'default'"]
        );
        assert_eq!(errors("export const [f, { g }] = x; export { f as 'g' };"), ["Duplicate export of 'g'"]);
    }

    #[test]
    fn exported_bindings() {
        assert_eq!(
            errors("export { f, g, v, i as if }; async function f() {} class g {} { var v; } import i from 'x';"),
            NONE
        );
        assert_eq!(errors("export { missing }; async () => {};"), ["Export 'missing' is not defined in module"]);
        assert_eq!(errors("export { f }; { let f; } () => { var f; };"), ["Export 'f' is not defined in module"]);
        assert_eq!(errors("export { missing } from 'x'; export * from 'y'; await 1;"), NONE);
    }

    #[test]
    fn is_string_well_formed_unicode() {
        let message = "Invalid module export name: contains unpaired surrogate character";
        assert_eq!(errors("export { x as '\\uD83D\\uDE00' } from 'y'; await 1;"), NONE);
        assert_eq!(errors("export { x as '\\uD83D' } from 'y'; await 1;"), [message]);
    }

    #[test]
    fn with_clause_to_attributes() {
        assert_eq!(errors("import x from 'x' with { type: 'json', a: '' }; await x;"), NONE);
        assert_eq!(
            errors("import x from 'x' with { type: 'json', 'type': '' }; await x;"),
            ["Import attributes has a duplicate key 'type'"]
        );
    }
}
