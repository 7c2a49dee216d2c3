//! One walk over swc's tree that writes the `Inventory`. The modules here share the work by what they look at:
//! `functions`, `classes`, `expressions` (what a parent makes of an expression), `scopes` (statements and bindings).

mod classes;
mod expressions;
mod functions;
mod loops;
mod scopes;
mod top_usings;
#[cfg(test)]
mod typescript_tests;

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use swc_ecma_ast::{Ident, Program};
use swc_ecma_visit::VisitWith;

use crate::inventory::{
    ArgumentsUse, FunctionId, FunctionName, Inventory, Lexical, LexicalKind, Name, NameOperator, NameRole, Scope,
    ScopeId, ScopeKind, Start, SuperUse, WordName,
};
use crate::parsed::Parsed;
use crate::positions::range;
use crate::warnings::Warnings;

/// The inventory of a parsed file.
pub(crate) fn collect(source: &str, parsed: &Parsed) -> Inventory {
    let mut collector = Collector::new(source, parsed);
    match &parsed.program {
        Program::Module(module) => collector.file(&module.body),
        Program::Script(script) => collector.file(&script.body),
    }
    collector.note_reassigned();
    let Collector { mut inventory, warnings, .. } = collector;
    inventory.warnings = warnings.finish(&inventory);
    inventory
}

/// What the parent of an expression makes of it; said before the expression is visited, and gone behind it.
#[derive(Clone, Debug)]
struct Context {
    /// It is an operand that must be a unary expression.
    is_operand: bool,
    /// It is (the root of) the callee of a `new`.
    in_new_callee: bool,
    /// It is called, and nothing else can be done with it.
    called: bool,
    /// The name that an anonymous function gets here.
    name: FunctionName,
    /// What is done with it, if it is a property of `super`.
    super_use: SuperUse,
    /// It is assigned to.
    assigned: bool,
    /// It is `arguments` in one of the harmless ways.
    elements: bool,
    /// It is the operand of this, in parentheses or not.
    operator: Option<NameOperator>,
}

impl Default for Context {
    fn default() -> Self {
        Context {
            is_operand: false,
            in_new_callee: false,
            called: false,
            name: FunctionName::None,
            super_use: SuperUse::Read,
            assigned: false,
            elements: false,
            operator: None,
        }
    }
}

impl Context {
    fn operand() -> Self {
        Context { is_operand: true, ..Context::default() }
    }

    fn named(name: Name) -> Self {
        Context { name: FunctionName::Inferred(name), ..Context::default() }
    }

    /// A place that is written to.
    fn target() -> Self {
        Context { super_use: SuperUse::Write, assigned: true, ..Context::default() }
    }
}

struct Collector<'a> {
    source: &'a str,
    inventory: Inventory,
    function: FunctionId,
    scope: ScopeId,
    strict: bool,
    /// Loops around, within the function.
    loops: usize,
    /// Loops around, within the scope.
    repeating: usize,
    context: Context,
    /// Patterns bind names here, rather than assigning to them.
    binding: bool,
    /// The names used in each open scope and not bound further in; none are kept outside async functions.
    used: Vec<FxHashSet<Name>>,
    async_depth: usize,
    /// The labels of the loop that comes next.
    labels: Vec<Range<usize>>,
    /// See `Parsed`.
    hidden_usings: FxHashMap<usize, Range<usize>>,
    /// Every name assigned to so far, and where; also the head of a `for` whose last part does it.
    assigned: Vec<(Name, ScopeId, Option<ScopeId>)>,
    /// The head of the `for` whose last part is open.
    updating: Option<ScopeId>,
    warnings: Warnings,
    /// Whether a `return` stands at the file's top level.
    returns_at_top: bool,
}

impl<'a> Collector<'a> {
    fn new(source: &'a str, parsed: &Parsed) -> Self {
        let (function, scope) = (FunctionId::FILE, ScopeId::FILE);
        let inventory = Inventory::new(parsed.source_type);
        Collector {
            source,
            inventory,
            function,
            scope,
            strict: false,
            loops: 0,
            repeating: 0,
            context: Context::default(),
            binding: false,
            used: Vec::new(),
            async_depth: 0,
            labels: Vec::new(),
            hidden_usings: parsed.hidden_usings.clone(),
            assigned: Vec::new(),
            updating: None,
            warnings: Warnings::default(),
            returns_at_top: false,
        }
    }

    /// Visits `node` in `context`.
    fn visit_in<N: VisitWith<Self>>(&mut self, context: Context, node: &N) {
        self.context = context;
        node.visit_with(self);
        self.context = Context::default();
    }

    /// Opens a scope, has `inside` look at what is in it, and closes it.
    fn in_scope<R>(&mut self, kind: ScopeKind, start: Option<Start>, inside: impl FnOnce(&mut Self) -> R) -> R {
        let id = ScopeId(self.inventory.scopes.len());
        let scope =
            Scope { outer: Some(self.scope), start, repeats: self.repeating > 0, ..Scope::new(self.function, kind) };
        self.inventory.scopes.push(scope);
        let outer = std::mem::replace(&mut self.scope, id);
        let repeating = std::mem::take(&mut self.repeating);
        let keeps_names = self.async_depth > 0;
        if keeps_names {
            self.used.push(FxHashSet::default());
        }
        let result = inside(self);
        self.scope = outer;
        self.repeating = repeating;
        if keeps_names {
            let mut used = self.used.pop().unwrap_or_default();
            let declared = &self.inventory[id].declared;
            used.retain(|name| !declared.contains(name));
            self.use_all(used);
        }
        result
    }

    /// Has `inside` look at something, and answers the names used in it: none outside async functions.
    fn names_used(&mut self, inside: impl FnOnce(&mut Self)) -> FxHashSet<Name> {
        self.used.push(FxHashSet::default());
        inside(self);
        let used = self.used.pop().unwrap_or_default();
        self.use_all(used.clone());
        used
    }

    /// Counts `names` as used in the open scope, unless no async function is open.
    fn use_all(&mut self, names: FxHashSet<Name>) {
        match self.used.last_mut() {
            Some(used) if used.is_empty() => *used = names,
            Some(used) => used.extend(names),
            None => {}
        }
    }

    /// Tells each scope which of its names are assigned to.
    fn note_reassigned(&mut self) {
        for (name, scope, updated) in std::mem::take(&mut self.assigned) {
            if let Some(binder) = self.inventory.resolve(&name, scope).filter(|binder| Some(*binder) != updated) {
                self.inventory[binder].reassigned.insert(name);
            }
        }
    }

    fn use_name(&mut self, name: &Name) {
        if let Some(used) = self.used.last_mut() {
            used.insert(name.clone());
        }
    }

    /// Text that is visited again and again as long as the loop runs.
    fn in_loop(&mut self, inside: impl FnOnce(&mut Self)) {
        self.loops += 1;
        self.repeating += 1;
        inside(self);
        self.loops -= 1;
        self.repeating -= 1;
    }

    /// The nearest scope that `var` declares in.
    fn body_scope(&self) -> ScopeId {
        let is_body = |id: &ScopeId| self.inventory[*id].kind == ScopeKind::Body;
        self.inventory.scopes_out(self.scope).find(is_body).unwrap_or(ScopeId(0))
    }

    /// A name stands at `ident`, as a binding or a reference.
    fn ident(&mut self, ident: &Ident, role: NameRole) {
        let context = std::mem::take(&mut self.context);
        self.use_name(&ident.sym);
        if context.assigned && !self.binding {
            self.assigned.push((ident.sym.clone(), self.scope, self.updating));
        }
        let shorthand = role == NameRole::Shorthand;
        let word = ident.sym.as_bytes();
        if matches!(word, b"yield" | b"let") && !self.strict {
            self.inventory.word_names.push(WordName {
                word: ident.sym.clone(),
                range: range(ident.span),
                function: self.function,
                scope: self.scope,
                role,
                operator: context.operator,
            });
        } else if word == b"arguments" && !self.binding {
            self.lexical(
                LexicalKind::Arguments {
                    assigned: context.assigned,
                    shorthand,
                    type_of: matches!(context.operator, Some(NameOperator::TypeOf)),
                },
                range(ident.span),
                context.in_new_callee,
            );
            let how = if context.elements { ArgumentsUse::Elements } else { ArgumentsUse::Object };
            let owners: Vec<FunctionId> = self.inventory.arrows_out(self.function).collect();
            for id in owners {
                self.inventory[id].arguments = self.inventory[id].arguments.max(how);
            }
        }
    }

    /// Notes what a generator function would change the meaning of.
    fn lexical(&mut self, kind: LexicalKind, range: Range<usize>, in_new_callee: bool) {
        let uses_this = !matches!(kind, LexicalKind::Arguments { .. } | LexicalKind::NewTarget { .. });
        if uses_this {
            let users: Vec<FunctionId> = self.inventory.arrows_out(self.function).collect();
            for id in users {
                self.inventory[id].uses_this = true;
            }
        }
        let (function, scope) = (self.function, self.scope);
        self.inventory.lexical.push(Lexical { kind, range, function, scope, in_new_callee });
    }

    /// A direct eval stands here: it can use every name around it, and in sloppy code add names to the function.
    fn direct_eval(&mut self) {
        let mut next = Some(self.function);
        while let Some(id) = next {
            self.inventory[id].has_eval = true;
            next = self.inventory[id].outer;
        }
        let users: Vec<FunctionId> = self.inventory.arrows_out(self.function).collect();
        for id in users {
            self.inventory[id].uses_this = true;
            self.inventory[id].arguments = ArgumentsUse::Object;
        }
        if !self.strict {
            let own = self.inventory[self.function].own_scope;
            let body = self.body_scope();
            self.inventory[own].dynamic = true;
            self.inventory[body].dynamic = true;
        }
    }
}
