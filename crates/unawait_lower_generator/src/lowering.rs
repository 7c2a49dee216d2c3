//! One file on its way through stage two: what its functions are, and what has been made of them so far.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use swc_atoms::Atom;
use swc_ecma_ast::{Expr, Function, Ident};
use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionName, ScopeId, Start};
use unawait_syntax::tree::{Comments, range};
use unawait_syntax::{FreshNames, Inventory};
use unawait_text::Edits;
use unawait_text::js_string::quote;

use crate::emit::Graphs;
use crate::helpers::use_helper;
use crate::make;
use crate::names::Names;
use crate::unseen::Unseen;
use crate::wrapper::{Objects, Setting, wrap};

/// Whether a function is a generator that is lowered here: an async one is stage one's, and stays where that left it.
pub(crate) fn is_lowered(function: &Function) -> bool {
    function.is_generator && !function.is_async
}

/// The functions of the inventory, by where their bodies begin.
pub(crate) fn by_body(inventory: &Inventory) -> HashMap<usize, FunctionId> {
    let start = |(id, function): (FunctionId, &unawait_syntax::inventory::Function)| {
        Some((inventory[function.own_scope].bound_from?, id))
    };
    inventory.functions().filter_map(start).collect()
}

/// One file on its way.
pub(crate) struct Lowering<'a, 's> {
    pub source: &'a str,
    pub inventory: &'a Inventory,
    pub functions_by_body: HashMap<usize, FunctionId>,
    pub unseen: Unseen,
    /// Those that are printed.
    pub comments: Comments,
    pub fresh: &'a mut FreshNames<'s>,
    pub name_of: &'a dyn Fn(Helper) -> String,
    pub edits: Edits,
    pub helpers: BTreeSet<Helper>,
    /// Declared generator functions, by the scope whose start they are marked at.
    pub marks: BTreeMap<ScopeId, Vec<(String, String)>>,
    pub graphs: Graphs,
    /// What the machines of the outermost function at hand are called.
    pub machines: HashSet<Atom>,
}

impl<'s> Lowering<'_, 's> {
    pub fn helper(&mut self, helper: Helper) -> Ident {
        use_helper(&mut self.helpers, self.name_of, helper)
    }

    pub fn names(&mut self) -> Names<'_, 's> {
        Names::new(self.fresh)
    }

    /// Makes a plain function of a generator function, but for those within it.
    pub fn wrap(&mut self, function: &mut Function, objects: Objects) {
        let name = self.known_name(function);
        let strict = self.facts(function).is_some_and(|facts| facts.strict);
        let setting = Setting { name: name.as_ref(), strict, of_es5: self.inventory.is_es5, loops: &self.unseen.loops };
        let mut names = Names::new(self.fresh);
        let mut helper = |helper| use_helper(&mut self.helpers, self.name_of, helper);
        let graphs = &mut self.graphs;
        let machine =
            wrap(function, setting, objects, &mut names, &mut helper, &mut |graph| graphs.push(name.as_deref(), graph));
        self.machines.extend(machine);
    }

    /// What the source says of a function.
    pub fn facts(&self, function: &Function) -> Option<&unawait_syntax::inventory::Function> {
        let body = function.body.as_ref()?;
        let id = self.functions_by_body.get(&range(body.span).start)?;
        Some(&self.inventory[*id])
    }

    pub fn own_scope(&self, function: &Function) -> Option<ScopeId> {
        self.facts(function).map(|facts| facts.own_scope)
    }

    pub fn declares(&self, scope: ScopeId, name: &Ident) -> bool {
        self.inventory[scope].declared.contains(&name.sym)
    }

    /// What people call a function: a body that stage one made is called what the function around it is.
    pub fn known_name(&self, function: &Function) -> Option<Atom> {
        let start = range(function.body.as_ref()?.span).start;
        let around = self.unseen.bodies.get(&start).copied().flatten();
        let name = |start| self.inventory[*self.functions_by_body.get(&start)?].name.known().cloned();
        around.and_then(name).or_else(|| name(start))
    }

    /// The name that the program knows a function by, as an expression.
    pub fn name_expression(&self, function: &Function) -> Box<Expr> {
        let name = self.facts(function).map_or(&FunctionName::None, |facts| &facts.name);
        make::string(name.known().map_or("", |name| name))
    }

    pub fn name_of_function(&self, function: &Function) -> String {
        let name = self.facts(function).and_then(|facts| facts.name.known());
        quote(name.map_or("", |name| name))
    }

    /// Has `name(arguments)` run before the first statement of the scope that declares `function`, behind `before`.
    pub fn mark_at_start(&mut self, function: &Function, before: String, arguments: String) {
        let scope = self.facts(function).map_or(ScopeId::FILE, |facts| facts.scope);
        self.marks.entry(scope).or_default().push((before, arguments));
    }

    /// Writes the marks at the start of each scope but the file's, whose text is the answer.
    pub fn write_marks(&mut self) -> String {
        let mut file_start = String::new();
        for (scope, names) in std::mem::take(&mut self.marks) {
            let mark = self.helper(Helper::GeneratorFunction).sym;
            let text: Vec<String> =
                names.iter().map(|(kept, arguments)| format!("{kept}{mark}({arguments});")).collect();
            let text = text.join(" ");
            match self.inventory[scope].start {
                _ if scope == ScopeId::FILE => file_start = text,
                Some(Start { at, wants_semicolon }) => {
                    let semicolon = if wants_semicolon { ";" } else { "" };
                    self.edits.insert(at, format!("{semicolon} {text}"));
                }
                None => {}
            }
        }
        file_start
    }
}
