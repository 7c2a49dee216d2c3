//! Stage two: generator functions become state machines, as edits of the source text.
//!
//! Everything but the machine's body stays on the function: its name, its parameters, what they do when they throw.
//! `hoist` makes locals of declarations, `build` a control flow graph of what is left, `simplify` tidies it, `assemble`
//! writes it as `for (;;) switch`, `print` prints that.

// The tree is made of boxes, which are handed on as they are.
#![allow(clippy::boxed_local, clippy::vec_box)]

mod assemble;
mod build;
mod comments;
mod decorators;
mod emit;
mod flatten;
pub mod graph;
mod hoist;
mod leaks;
mod lifetimes;
mod make;
mod meanings;
mod mentions;
mod names;
mod nested;
mod outermost;
mod parentheses;
mod print;
mod refused;
mod simplify;
mod suspends;
#[cfg(test)]
mod tests;
mod unseen;
mod ways;
mod within;
mod wrapper;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use swc_atoms::Atom;
use swc_ecma_ast::{Expr, FnExpr, Function, Ident, VarDeclKind};
use swc_ecma_visit::VisitWith;
use unawait_runtime::Helper;
use unawait_syntax::inventory::{FunctionId, FunctionName, Scope, ScopeId, ScopeKind, Start};
use unawait_syntax::tree::{Comments, Tree, range};
use unawait_syntax::{Diagnostic, FreshNames, Inventory};
use unawait_text::Edits;
use unawait_text::js_string::quote;

use emit::Graphs;
use mentions::mentions;
use names::Names;
use unseen::Unseen;
use wrapper::{Objects, Setting, wrap};

pub use emit::Form;
pub use unseen::StageOne;

/// What lowering a file comes to.
#[derive(Debug)]
pub struct Lowered {
    pub edits: Edits,
    /// The helpers that the edits call, without what those require.
    pub helpers: BTreeSet<Helper>,
    /// Statements that must run before the file's first one, behind the helpers.
    pub file_start: String,
    /// The graphs in the form that was asked for.
    pub graphs: String,
}

/// Lowers every generator function of the file. `name_of` answers what a helper is called in it; `made` tells what
/// stage one made. The graphs are written down in `form`.
///
/// # Errors
/// `private-name-in-key` and `too-deep`, for what no machine is made of.
pub fn lower(
    source: &str,
    tree: &Tree,
    made: &StageOne,
    fresh: &mut FreshNames,
    name_of: &dyn Fn(Helper) -> String,
    form: Option<Form>,
) -> Result<Lowered, Vec<Diagnostic>> {
    let errors = refused::check(&tree.program);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut lowering = Lowering {
        source,
        inventory: &tree.inventory,
        functions_by_body: by_body(&tree.inventory),
        unseen: unseen::unseen(&tree.program, made),
        comments: comments::printed(source, &tree.comments, &tree.program),
        fresh,
        name_of,
        edits: Edits::default(),
        helpers: BTreeSet::new(),
        marks: BTreeMap::new(),
        graphs: Graphs::new(form),
        machines: HashSet::new(),
    };
    tree.program.visit_with(&mut outermost::Outermost(&mut lowering));
    let file_start = lowering.write_marks();
    let Lowering { edits, helpers, graphs, .. } = lowering;
    Ok(Lowered { edits, helpers, file_start, graphs: graphs.text })
}

/// Whether a function is a generator that is lowered here: an async one is stage one's, and stays where that left it.
fn is_lowered(function: &Function) -> bool {
    function.is_generator && !function.is_async
}

/// The functions of the inventory, by where their bodies begin.
fn by_body(inventory: &Inventory) -> HashMap<usize, FunctionId> {
    let start = |(id, function): (FunctionId, &unawait_syntax::inventory::Function)| {
        Some((inventory[function.own_scope].bound_from?, id))
    };
    inventory.functions().filter_map(start).collect()
}

/// One file on its way.
struct Lowering<'a, 's> {
    source: &'a str,
    inventory: &'a Inventory,
    functions_by_body: HashMap<usize, FunctionId>,
    unseen: Unseen,
    /// Those that are printed.
    comments: Comments,
    fresh: &'a mut FreshNames<'s>,
    name_of: &'a dyn Fn(Helper) -> String,
    edits: Edits,
    helpers: BTreeSet<Helper>,
    /// Declared generator functions, by the scope whose start they are marked at.
    marks: BTreeMap<ScopeId, Vec<(String, String)>>,
    graphs: Graphs,
    /// What the machines of the outermost function at hand are called.
    machines: HashSet<Atom>,
}

/// The name of a helper, which is in use from now on.
fn use_helper(helpers: &mut BTreeSet<Helper>, name_of: &dyn Fn(Helper) -> String, helper: Helper) -> Ident {
    helpers.insert(helper);
    make::ident(name_of(helper))
}

impl<'s> Lowering<'_, 's> {
    fn helper(&mut self, helper: Helper) -> Ident {
        use_helper(&mut self.helpers, self.name_of, helper)
    }

    fn names(&mut self) -> Names<'_, 's> {
        Names::new(self.fresh)
    }

    /// Makes a plain function of a generator function, but for those within it.
    fn wrap(&mut self, function: &mut Function, objects: Objects) {
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
    fn facts(&self, function: &Function) -> Option<&unawait_syntax::inventory::Function> {
        let body = function.body.as_ref()?;
        let id = self.functions_by_body.get(&range(body.span).start)?;
        Some(&self.inventory[*id])
    }

    /// Who gets the objects of `function`, and by which name it can be mentioned.
    fn objects(&self, function: &Function, name: Option<&Ident>) -> Objects {
        let start = function.body.as_ref().map(|body| range(body.span).start);
        if start.is_some_and(|start| self.unseen.bodies.contains_key(&start)) {
            return Objects::Driven;
        }
        Objects::Program(name.filter(|name| !self.shadows(function, name)).cloned())
    }

    /// Whether `name` means something else in the function's body than the function.
    fn shadows(&self, function: &Function, name: &Ident) -> bool {
        let Some(own) = self.own_scope(function) else { return false };
        // Scopes in the parameters come before the body's.
        let mut inside = self.inventory.scopes[own.index() + 1..].iter().take_while(|scope| scope.outer >= Some(own));
        let is_body = |scope: &&Scope| scope.outer == Some(own) && scope.kind == ScopeKind::Body;
        let body = inside.find(is_body);
        self.declares(own, name) || body.is_some_and(|body| body.declared.contains(&name.sym))
    }

    /// Whether a function expression mentions itself in its parameters by the name that it has.
    fn needs_name(&self, expr: &FnExpr) -> bool {
        let Some((name, own)) = expr.ident.as_ref().zip(self.own_scope(&expr.function)) else { return false };
        !self.declares(own, name) && mentions(&expr.function.params, std::slice::from_ref(&name.sym))
    }

    fn own_scope(&self, function: &Function) -> Option<ScopeId> {
        self.facts(function).map(|facts| facts.own_scope)
    }

    fn declares(&self, scope: ScopeId, name: &Ident) -> bool {
        self.inventory[scope].declared.contains(&name.sym)
    }

    /// Whether only the place where it stands knows a function's name, at run time.
    fn has_dynamic_name(&self, function: &Function) -> bool {
        self.facts(function).is_some_and(|facts| facts.name == FunctionName::Dynamic)
    }

    /// What people call a function: a body that stage one made is called what the function around it is.
    fn known_name(&self, function: &Function) -> Option<Atom> {
        let start = range(function.body.as_ref()?.span).start;
        let around = self.unseen.bodies.get(&start).copied().flatten();
        let name = |start| self.inventory[*self.functions_by_body.get(&start)?].name.known().cloned();
        around.and_then(name).or_else(|| name(start))
    }

    /// The name that the program knows a function by, as an expression.
    fn name_expression(&self, function: &Function) -> Box<Expr> {
        let name = self.facts(function).map_or(&FunctionName::None, |facts| &facts.name);
        make::string(name.known().map_or("", |name| name))
    }

    fn name_of_function(&self, function: &Function) -> String {
        let name = self.facts(function).and_then(|facts| facts.name.known());
        quote(name.map_or("", |name| name))
    }

    /// Has a declared function marked before its scope's first statement. `own` is what its objects find it by: another
    /// variable, if something may be assigned to its name.
    fn mark_declared(&mut self, function: &Function, declared: &Ident, own: &mut Option<Ident>) {
        let kept = own.as_mut().and_then(|own| {
            let (kind, kept) = self.kept(function, declared)?;
            *own = kept;
            Some(format!("{kind} {} = ", own.sym))
        });
        self.mark_declaration(function, kept.unwrap_or_default(), declared.sym.to_string());
    }

    /// `kept` goes before the mark, `arguments` are the mark's.
    fn mark_declaration(&mut self, function: &Function, kept: String, arguments: String) {
        let scope = self.facts(function).map_or(ScopeId::FILE, |facts| facts.scope);
        // A `switch` has no start: see `leaks.rs`.
        if scope == ScopeId::FILE || self.inventory[scope].start.is_some() {
            self.marks.entry(scope).or_default().push((kept, arguments));
        }
    }

    /// The variable that keeps a declared function which the program assigns something else to, and its kind.
    ///
    /// ```js
    /// function* g() {} g = wrap(g);   // becomes   var g_1 = mark(g); function g() { return __generator(g_1, this, ...); } ...
    /// ```
    fn kept(&mut self, function: &Function, name: &Ident) -> Option<(VarDeclKind, Ident)> {
        let scope = &self.inventory[self.facts(function)?.scope];
        if !scope.reassigned.contains(&name.sym) || scope.start.is_none() {
            return None;
        }
        let is_var = scope.kind == ScopeKind::Body || self.inventory.is_es5;
        let kind = if is_var { VarDeclKind::Var } else { VarDeclKind::Let };
        let is_top = self.facts(function)?.scope == ScopeId::FILE;
        let kept = if is_top { self.fresh.top_level(&name.sym) } else { self.fresh.name(&name.sym) };
        Some((kind, make::ident(kept)))
    }

    /// Writes the marks of every scope but the file's, which are the answer.
    fn write_marks(&mut self) -> String {
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
