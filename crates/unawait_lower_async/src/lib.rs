//! Stage one: async functions become generators that a helper drives, as edits of the source text.
//!
//! ```js
//! async function f(a, b = 1) { return a + await b; }
//! // becomes, with `var f = { f(a) { return __awaiterOnce(this, arguments, void 0, f_1); } }.f;` at the scope's start:
//! function* f_1(a, b = 1) { return a + (yield b); }
//! ```
//!
//! `plan` decides what each function becomes, `captures` what its generator must be handed, `home` where a generator
//! function is kept so that it is made once. Then one module per form of function writes the edits.

mod arrows;
mod async_generator_methods;
mod async_generators;
mod awaits;
mod captures;
mod declarations;
mod expressions;
mod for_await;
mod home;
mod methods;
mod params;
mod plan;
mod starts;
#[cfg(test)]
mod tests;
mod top_usings;
mod using;
mod word_names;
mod wrapper;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use unawait_runtime::Helper;
use unawait_syntax::inventory::{ClassId, FunctionId, FunctionKind, FunctionText};
use unawait_syntax::{FreshNames, Inventory};
use unawait_text::{Edits, Text};

/// How the lowered functions are driven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Driving {
    /// By our own helpers and the engine's own promises: exact, and the fastest shape for each function.
    #[default]
    Intrinsic,
    /// Every async function through `__awaiter`, whose third argument is this expression: what else drives them, or
    /// supplies promises, knows no other shape.
    Through { promise: String },
}

/// What lowering a file comes to.
#[derive(Debug)]
pub struct Lowered {
    pub edits: Edits,
    /// The helpers that the edits call, without what those require.
    pub helpers: BTreeSet<Helper>,
    /// How many async functions were lowered.
    pub functions: usize,
    /// Declarations that must run before the file's first statement, behind the helpers.
    pub file_start: Text,
}

/// Lowers every async function of the file. `name_of` answers what a helper is called in it.
pub fn lower(
    source: &str,
    inventory: &Inventory,
    driving: &Driving,
    fresh: &mut FreshNames,
    name_of: &dyn Fn(Helper) -> String,
) -> Lowered {
    let plans = plan::plan(inventory, driving, fresh);
    let mut writer = Writer {
        source,
        inventory,
        driving,
        name_of,
        edits: Edits::default(),
        helpers: BTreeSet::new(),
        starts: plans.starts,
        words: &plans.word_names,
        ended: FxHashSet::default(),
        prototypes: BTreeMap::new(),
    };
    let has_decorated_params =
        |id: FunctionId| inventory[id].text.as_ref().is_some_and(FunctionText::has_decorated_params);
    // The names of resources move, as they are called then.
    writer.word_names(&plans.word_names);
    // What is put around a whole operand comes before what is put around the same text as a function.
    writer.async_generators();
    let disposals = writer.usings(fresh);
    for (id, plan) in &plans.functions {
        // It is there for the types, has to be first, and is none of a generator's parameters.
        if let Some(this) = inventory[*id].text.as_ref().and_then(|text| text.this_param.clone()) {
            writer.edits.remove(this);
        }
        match inventory[*id].kind {
            FunctionKind::Declaration | FunctionKind::DefaultDeclaration => writer.declaration(*id, plan),
            FunctionKind::Expression => writer.expression(*id, plan),
            FunctionKind::Arrow => writer.arrow(*id, plan),
            _ if has_decorated_params(*id) => {}
            _ => writer.method(*id, plan),
        }
    }
    writer.shields(&plans.shields);
    writer.awaits();
    writer.captured(&plans.sites);
    writer.prototypes(fresh);
    let file_start = writer.write_starts();
    // Last, for the heads of these loops move, with every edit in them.
    writer.for_awaits(&disposals, fresh);
    // The same for the decorators of parameters; those within others first.
    for (id, plan) in plans.functions.iter().rev().filter(|(id, _)| has_decorated_params(*id)) {
        writer.method(*id, plan);
    }
    let functions = plans.functions.len();
    Lowered { edits: writer.edits, helpers: writer.helpers, functions, file_start }
}

/// Writes the edits of one file.
struct Writer<'a> {
    source: &'a str,
    inventory: &'a Inventory,
    driving: &'a Driving,
    name_of: &'a dyn Fn(Helper) -> String,
    edits: Edits,
    helpers: BTreeSet<Helper>,
    starts: starts::Starts,
    words: &'a word_names::WordNames,
    /// Where a semicolon has been put behind a statement.
    ended: FxHashSet<usize>,
    /// The async generator methods of each class: the variable for each one's function, and the access to it from the
    /// class.
    prototypes: BTreeMap<ClassId, Vec<(String, String)>>,
}

impl Writer<'_> {
    /// The name of `helper`, which is in use from now on.
    fn helper(&mut self, helper: Helper) -> String {
        self.helpers.insert(helper);
        (self.name_of)(helper)
    }

    /// The expression that awaits `value` in a function, whatever that has become.
    fn await_expression(&mut self, function: FunctionId, value: &str) -> String {
        let function = &self.inventory[function];
        match (function.is_lowered(), function.is_generator) {
            (true, true) => format!("yield {}({value})", self.helper(Helper::AwaitIn)),
            (true, false) => format!("yield {value}"),
            // A block at a module's top level, or a function that stays.
            (false, _) => format!("await {value}"),
        }
    }

    /// Takes a word away, with the spaces behind it.
    fn remove_word(&mut self, word: &std::ops::Range<usize>) {
        let end = unawait_syntax::lex::skip_spaces(self.source, word.end);
        self.edits.remove(word.start..end);
    }

    /// A semicolon, if what is about to begin at `at` with a bracket would otherwise go on with the line before it:
    /// <https://tc39.es/ecma262/#sec-automatic-semicolon-insertion>.
    fn guard(&self, at: usize) -> &'static str {
        if self.inventory.unguarded.contains(&at) { ";" } else { "" }
    }
}
