//! Imports point one way: no modules of a crate import each other in a circle.
//!
//! `cargo test -p unawait_fixtures --test imports -- --nocapture` lists the modules of every crate, each behind those
//! that it imports.
//!
//! A module is a file. A module imports the file that *defines* what it names, through whatever re-exports: so `mod` and
//! `pub use` by themselves are no imports, and `crate::inventory::Function` leads to `inventory/function.rs`. Code under
//! `#[cfg(test)]` is left out, and so is what only `Cargo.toml` knows: cargo itself refuses circles of crates.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit::Visit;

/// The names from the crate's root to a module, or to an item of one.
type Names = Vec<String>;

/// What a file says of itself.
#[derive(Default)]
struct Module {
    /// The items that it defines.
    defines: BTreeSet<String>,
    /// The modules that it declares, but for tests.
    children: BTreeSet<String>,
    /// What it calls by another path: by its name there.
    aliases: BTreeMap<String, Names>,
    /// The modules whose items it has all.
    globs: Vec<Names>,
    /// Everything that it names by path, and imports.
    paths: BTreeSet<Names>,
}

/// The modules of one crate, by their names from the root.
#[derive(Default)]
struct Crate {
    modules: BTreeMap<Names, Module>,
}

#[test]
fn modules_import_no_circles() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crates' folder");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(crates)
        .expect("the crates' folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.join("src").is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() > 10, "{folders:?}");
    let mut circles = Vec::new();
    for folder in folders {
        let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
        let imports = Crate::read(&folder.join("src")).imports();
        println!("{name}");
        for (module, imported) in in_order(&imports) {
            let imported: Vec<String> = imported.iter().map(|names| shown(names)).collect();
            println!("    {} <- {}", shown(module), imported.join(", "));
        }
        circles.extend(circles_of(&imports).into_iter().map(|circle| format!("{name}: {circle}")));
    }
    assert!(circles.is_empty(), "modules that import each other in a circle:\n{}", circles.join("\n"));
}

#[test]
fn a_circle_is_found_through_re_exports_and_macros() {
    let mut one = Crate::default();
    let mut add = |name: &str, text: &str| {
        let names: Names = name.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let module = Module::read(&names, &syn::parse_file(text).expect(text));
        one.modules.insert(names, module);
    };
    add("", "mod a; mod b; mod c; pub use b::B; pub use c::*;");
    add("a", "use crate::B; pub struct A;");
    add("b", "pub struct B; fn f() { println!(\"{}\", crate::C); }");
    add("c", "use super::a::A; pub const C: A = A; #[cfg(test)] mod tests { use crate::d::D; }");
    assert_eq!(circles_of(&one.imports()), ["a, b, c"]);
}

/// The name of a module.
fn shown(names: &[String]) -> String {
    if names.is_empty() { "crate".to_owned() } else { names.join("::") }
}

type Imports = BTreeMap<Names, BTreeSet<Names>>;

/// Each module behind those that it imports, where there is no circle.
fn in_order(imports: &Imports) -> Vec<(&Names, &BTreeSet<Names>)> {
    let mut order: Vec<(&Names, &BTreeSet<Names>)> = imports.iter().collect();
    order.sort_by_key(|(module, _)| reached(imports, module).len());
    order
}

/// Every module that `from` imports, itself or through others.
fn reached<'i>(imports: &'i Imports, from: &'i Names) -> BTreeSet<&'i Names> {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(module) = open.pop() {
        open.extend(imports.get(module).into_iter().flatten().filter(|imported| seen.insert(*imported)));
    }
    seen
}

/// The groups of modules each of which imports, through the others, itself.
fn circles_of(imports: &Imports) -> Vec<String> {
    let reached: BTreeMap<&Names, BTreeSet<&Names>> =
        imports.keys().map(|module| (module, reached(imports, module))).collect();
    let mutual = |one: &Names, other: &Names| {
        let reaches = |from: &Names, to: &Names| reached.get(from).is_some_and(|seen| seen.contains(to));
        reaches(one, other) && reaches(other, one)
    };
    let circle = |one: &Names| -> Vec<String> {
        imports.keys().filter(|other| mutual(one, other)).map(|names| shown(names)).collect()
    };
    let circles: BTreeSet<Vec<String>> =
        imports.keys().map(circle).filter(|circle: &Vec<String>| !circle.is_empty()).collect();
    circles.into_iter().map(|circle| circle.join(", ")).collect()
}

impl Crate {
    fn read(folder: &Path) -> Self {
        let mut modules = BTreeMap::new();
        let mut hidden: Vec<Names> = Vec::new();
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let path = entry.expect("an entry").into_path();
            let inside = path.strip_prefix(folder).expect("within the folder");
            // Each program in `bin` is a crate of its own.
            if path.extension().is_none_or(|extension| extension != "rs") || inside.starts_with("bin") {
                continue;
            }
            let mut names: Names = inside
                .with_extension("")
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect();
            if names.last().is_some_and(|last| matches!(last.as_str(), "lib" | "main" | "mod")) {
                names.pop();
            }
            let text = std::fs::read_to_string(&path).expect("a readable file");
            let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            for item in &file.items {
                if let syn::Item::Mod(module) = item
                    && is_test(&module.attrs)
                {
                    hidden.push([names.clone(), vec![module.ident.to_string()]].concat());
                }
            }
            modules.insert(names.clone(), Module::read(&names, &file));
        }
        modules.retain(|names, _| !hidden.iter().any(|hidden| names.starts_with(hidden)));
        Crate { modules }
    }

    /// The modules that each module imports.
    fn imports(&self) -> Imports {
        let of = |(names, module): (&Names, &Module)| {
            let imported = module.paths.iter().filter_map(|path| self.resolve(path, 8));
            (names.clone(), imported.filter(|imported| imported != names).collect())
        };
        self.modules.iter().map(of).collect()
    }

    /// The module that defines what `path` leads to, through at most so many re-exports.
    fn resolve(&self, path: &[String], through: usize) -> Option<Names> {
        let length = (0..=path.len()).rev().find(|length| self.modules.contains_key(&path[..*length]))?;
        let (found, rest) = path.split_at(length);
        let module = &self.modules[found];
        let Some(name) = rest.first().filter(|name| through > 0 && !module.defines.contains(*name)) else {
            return Some(found.to_vec());
        };
        let alias = module.aliases.get(name).map(|alias| [alias, &rest[1..]].concat());
        let of_globs = module.globs.iter().map(|glob| [glob, rest].concat());
        let defined = |path: &Names| {
            let target = self.resolve(path, through - 1)?;
            self.modules[&target].defines.contains(path.last()?).then_some(target)
        };
        match alias {
            Some(alias) => self.resolve(&alias, through - 1),
            None => of_globs.into_iter().find_map(|path| defined(&path)).or_else(|| Some(found.to_vec())),
        }
    }
}

impl Module {
    fn read(names: &Names, file: &syn::File) -> Self {
        let mut module = Module::default();
        for item in &file.items {
            module.item(item);
        }
        let mut reader = Reader { names: names.clone(), module };
        reader.visit_file(file);
        reader.module
    }

    /// Writes down what an item defines.
    fn item(&mut self, item: &syn::Item) {
        let name = match item {
            syn::Item::Mod(item) if item.content.is_none() && !is_test(&item.attrs) => {
                self.children.insert(item.ident.to_string());
                return;
            }
            syn::Item::Const(item) => &item.ident,
            syn::Item::Enum(item) => &item.ident,
            syn::Item::Fn(item) => &item.sig.ident,
            syn::Item::Static(item) => &item.ident,
            syn::Item::Struct(item) => &item.ident,
            syn::Item::Trait(item) => &item.ident,
            syn::Item::Type(item) => &item.ident,
            syn::Item::Union(item) => &item.ident,
            _ => return,
        };
        self.defines.insert(name.to_string());
    }
}

/// Reads the paths of one file.
struct Reader {
    /// The module, inline ones included.
    names: Names,
    module: Module,
}

impl Reader {
    /// `path` from the crate's root, if it leads into this crate.
    fn absolute(&self, path: &[String]) -> Option<Names> {
        let first = path.first()?.as_str();
        let mut base = self.names.clone();
        let mut rest = &path[1..];
        match first {
            "crate" => base.clear(),
            "self" => {}
            "super" => {
                base.pop();
                while rest.first().is_some_and(|name| name == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            _ if self.module.children.contains(first) => rest = path,
            _ => return None,
        }
        Some([base, rest.to_vec()].concat())
    }

    /// Reads what `use` says behind `before`. `given` tells that it only gives names on.
    fn use_tree(&mut self, before: &[String], tree: &syn::UseTree, given: bool) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.use_tree(&with(&path.ident), &path.tree, given),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.use_tree(before, tree, given)),
            syn::UseTree::Glob(_) => {
                if let Some(path) = self.absolute(before) {
                    self.module.globs.push(path.clone());
                    self.import(path, given);
                }
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                if let (Some(path), Some(last)) = (self.absolute(before), before.last()) {
                    self.module.aliases.insert(last.clone(), path.clone());
                    self.import(path, given);
                }
            }
            syn::UseTree::Name(syn::UseName { ident, .. }) => self.alias(&with(ident), ident, given),
            syn::UseTree::Rename(rename) => self.alias(&with(&rename.ident), &rename.rename, given),
        }
    }

    fn alias(&mut self, path: &[String], name: &syn::Ident, given: bool) {
        if let Some(path) = self.absolute(path) {
            self.module.aliases.insert(name.to_string(), path.clone());
            self.import(path, given);
        }
    }

    fn import(&mut self, path: Names, given: bool) {
        if !given {
            self.module.paths.insert(path);
        }
    }
}

impl<'s> Visit<'s> for Reader {
    fn visit_item(&mut self, item: &'s syn::Item) {
        let attributes = match item {
            syn::Item::Mod(item) => &item.attrs,
            syn::Item::Fn(item) => &item.attrs,
            syn::Item::Impl(item) => &item.attrs,
            syn::Item::Use(item) => &item.attrs,
            _ => return syn::visit::visit_item(self, item),
        };
        if !is_test(attributes) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, item: &'s syn::ItemMod) {
        self.names.push(item.ident.to_string());
        syn::visit::visit_item_mod(self, item);
        self.names.pop();
    }

    fn visit_item_use(&mut self, item: &'s syn::ItemUse) {
        let given = !matches!(item.vis, syn::Visibility::Inherited);
        self.use_tree(&[], &item.tree, given);
    }

    fn visit_path(&mut self, path: &'s syn::Path) {
        let names: Names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(path) = self.absolute(&names).filter(|_| names.len() > 1) {
            self.module.paths.insert(path);
        }
        syn::visit::visit_path(self, path);
    }

    /// Most macros hold expressions.
    fn visit_macro(&mut self, called: &'s syn::Macro) {
        let expressions = Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated;
        if let Ok(expressions) = expressions.parse2(called.tokens.clone()) {
            // The expressions are this function's own: they are read at once.
            let mut inner = Reader { names: self.names.clone(), module: Module::default() };
            inner.module.children.clone_from(&self.module.children);
            expressions.iter().for_each(|expression| inner.visit_expr(expression));
            self.module.paths.append(&mut inner.module.paths);
        }
    }
}

/// Whether the compiler sees it in tests only.
fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|condition| condition.is_ident("test"))
    })
}
