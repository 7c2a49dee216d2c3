//! ```js
//! { using a = x; await using b = y; S }
//! // becomes
//! { const using_1 = __using(); try { const a = using_1.use(x); const b = using_1.useAsync(y); S }
//!   catch (e) { using_1.fail(e); }
//!   finally { while (using_1.step()) try { yield using_1.result; } catch (e) { using_1.fail(e); } using_1.end(); } }
//! ```
//!
//! and without an `await using` simply `finally { using_1.dispose(); }`. Why not simpler: disposal may throw on top of an
//! error, and awaits between its steps: DisposeResources
//! (https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources). An anonymous function is named by its
//! variable, so it is wrapped as `{ f: () => {} }.f`.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use unawait_runtime::Helper;
use unawait_syntax::FreshNames;
use unawait_syntax::inventory::{Declarator, FunctionId, ScopeId, ScopeKind, Using, UsingPlace};
use unawait_text::Text;

use super::writer::Writer;

/// The disposals of loops over `using` heads, by where the head begins: `for await` writes these itself.
#[derive(Debug, Default)]
pub struct Disposals {
    pub heads: BTreeMap<usize, Disposal>,
}

/// The text for one iteration of such a loop.
#[derive(Clone, Debug)]
pub struct Disposal {
    name: String,
    method: &'static str,
    binding: Text,
    open: String,
    pub close: String,
}

impl Disposal {
    /// What comes before the body, with `value` for the resource.
    pub fn of(&self, value: &str) -> Text {
        let Disposal { name, method, binding, open, .. } = self;
        Text::from(format!("{open} const ")) + binding.clone() + format!(" = {name}.{method}({value});")
    }

    /// The same where the loop has bound the name already.
    fn of_binding(&self) -> Text {
        let Disposal { name, method, binding, open, .. } = self;
        Text::from(format!("{open} {name}.{method}(")) + binding.clone() + ");"
    }
}

impl Writer<'_> {
    pub fn usings(&mut self, fresh: &mut FreshNames) -> Disposals {
        let inventory = self.inventory;
        let mut disposals = Disposals::default();
        let mut scopes: BTreeMap<ScopeId, String> = BTreeMap::new();
        let loops: FxHashSet<usize> = inventory.for_awaits.iter().map(|site| site.left.start).collect();
        let mut top = None;
        for using in &inventory.usings {
            match &using.place {
                UsingPlace::File => {
                    let name = top.get_or_insert_with(|| fresh.top_level("using")).clone();
                    self.declare(using, "var", &name);
                }
                UsingPlace::Scope(scope) => {
                    let name = scopes.entry(*scope).or_insert_with(|| fresh.name("using")).clone();
                    self.declare(using, "const", &name);
                }
                UsingPlace::For(text) => {
                    let name = fresh.name("using");
                    self.declare(using, "const", &name);
                    let (open, close) = self.disposal(&name, using.function, using.is_await, fresh);
                    let labels = self.take_labels(text);
                    self.edits.open(&text.span, format!("{{ {open} "));
                    self.edits.open(&(text.word..text.span.end), labels);
                    self.edits.close(&text.span, format!(" {close} }}"));
                }
                UsingPlace::ForOf { body, awaits } => {
                    let name = fresh.name("using");
                    let Some(declarator) = using.declarators.first() else { continue };
                    let (open, close) = self.disposal(&name, using.function, using.is_await, fresh);
                    let binding = self.edits.take(self.source, &declarator.name);
                    let disposal = Disposal { name, method: method(using), binding, open, close };
                    if *awaits && loops.contains(&using.words.start) {
                        disposals.heads.insert(using.words.start, disposal);
                    } else {
                        // The binding stays where it is: dead while the iterable is evaluated.
                        self.edits.replace(using.words.clone(), "const");
                        self.edits.replace(declarator.name.clone(), disposal.binding.clone());
                        self.edits.open(body, Text::from("{ ") + disposal.of_binding() + " ");
                        self.edits.close(body, format!(" {} }}", disposal.close));
                    }
                }
            }
        }
        if let (Some(top), Some(name)) = (&inventory.top_usings, top) {
            self.top_usings(top, &name, fresh);
        }
        for (scope, name) in scopes {
            let is_await =
                |using: &&Using| matches!(using.place, UsingPlace::Scope(place) if place == scope) && using.is_await;
            let has_await = inventory.usings.iter().any(|using| is_await(&using));
            self.dispose_scope(scope, &name, has_await, fresh);
        }
        disposals
    }

    /// `using a = x` -> `const a = using_1.use(x)`
    fn declare(&mut self, using: &Using, keyword: &str, name: &str) {
        let method = method(using);
        self.edits.replace(using.words.clone(), keyword);
        for Declarator { value, names, .. } in &using.declarators {
            let Some(value) = value else { continue };
            let (open, close) = match names {
                Some(function) => (format!("{{ {function}: "), format!(" }}.{function}")),
                None => (String::new(), String::new()),
            };
            self.edits.open(value, format!("{name}.{method}({open}"));
            self.edits.close(value, format!("{close})"));
        }
    }

    /// What opens and closes the text that resources are used in.
    fn disposal(
        &mut self,
        name: &str,
        function: FunctionId,
        has_await: bool,
        fresh: &mut FreshNames,
    ) -> (String, String) {
        let (helper, caught) = (self.helper(Helper::Using), self.caught(function, fresh));
        let open = format!("const {name} = {helper}(); try {{");
        let dispose = self.dispose(name, function, has_await, &caught);
        (open, format!("}} catch ({caught}) {{ {name}.fail({caught}); }} finally {{ {dispose} }}"))
    }

    /// Disposes of all resources, and throws what has failed.
    pub fn dispose(&mut self, name: &str, function: FunctionId, has_await: bool, caught: &str) -> String {
        if !has_await {
            return format!("{name}.dispose();");
        }
        let wait = self.await_expression(function, &format!("{name}.result"));
        format!("while ({name}.step()) try {{ {wait}; }} catch ({caught}) {{ {name}.fail({caught}); }} {name}.end();")
    }

    fn dispose_scope(&mut self, id: ScopeId, name: &str, has_await: bool, fresh: &mut FreshNames) {
        let scope = &self.inventory[id];
        let (open, close) = self.disposal(name, scope.function, has_await, fresh);
        match (scope.kind, &scope.statement, scope.end) {
            (ScopeKind::Switch, Some(statement), _) => {
                self.edits.open(&statement.span, format!("{{ {open} "));
                self.edits.close(&statement.span, format!(" {close} }}"));
            }
            (_, _, Some(end)) => {
                // Before all else that the scope declares, for that goes into the `try` with its text.
                self.starts.try_block(id, open);
                self.edits.close(&(scope.start.map_or(end, |start| start.at)..end), format!(" {close} "));
            }
            _ => {}
        }
    }
}

fn method(using: &Using) -> &'static str {
    if using.is_await { "useAsync" } else { "use" }
}
