//! The edits of one file as they come together, and what all writers ask.

use std::collections::{BTreeMap, BTreeSet};

use unawait_runtime::Helper;
use unawait_syntax::Inventory;
use unawait_syntax::inventory::{ClassId, FunctionId};
use unawait_text::Edits;

use super::starts::Starts;
use crate::plan::word_names::WordNames;

/// Writes the edits of one file.
pub struct Writer<'a> {
    pub source: &'a str,
    pub inventory: &'a Inventory,
    pub words: &'a WordNames,
    pub edits: Edits,
    pub helpers: BTreeSet<Helper>,
    pub starts: Starts,
    /// The async generator methods of each class: the variable for each one's function, and the access to it from the
    /// class.
    pub prototypes: BTreeMap<ClassId, Vec<(String, String)>>,
    name_of: &'a dyn Fn(Helper) -> String,
}

impl<'a> Writer<'a> {
    /// A writer that has written nothing yet. `name_of` answers what a helper is called.
    pub fn new(
        source: &'a str,
        inventory: &'a Inventory,
        words: &'a WordNames,
        starts: Starts,
        name_of: &'a dyn Fn(Helper) -> String,
    ) -> Self {
        Writer {
            source,
            inventory,
            words,
            edits: Edits::default(),
            helpers: BTreeSet::new(),
            starts,
            prototypes: BTreeMap::new(),
            name_of,
        }
    }

    /// The name of `helper`, which is in use from now on.
    pub fn helper(&mut self, helper: Helper) -> String {
        self.helpers.insert(helper);
        (self.name_of)(helper)
    }

    /// The expression that awaits `value` in a function, whatever that has become.
    pub fn await_expression(&mut self, function: FunctionId, value: &str) -> String {
        let function = &self.inventory[function];
        match (function.is_lowered(), function.is_generator) {
            (true, true) => format!("yield {}({value})", self.helper(Helper::AwaitIn)),
            (true, false) => format!("yield {value}"),
            // A block at a module's top level, or a function that stays.
            (false, _) => format!("await {value}"),
        }
    }

    /// Takes a word away, with the spaces behind it.
    pub fn remove_word(&mut self, word: &std::ops::Range<usize>) {
        let end = unawait_syntax::lex::skip_spaces(self.source, word.end);
        self.edits.remove(word.start..end);
    }

    /// A semicolon, if what is about to begin at `at` with a bracket would otherwise go on with the line before it:
    /// <https://tc39.es/ecma262/#sec-automatic-semicolon-insertion>.
    pub fn guard(&self, at: usize) -> &'static str {
        if self.inventory.unguarded.contains(&at) { ";" } else { "" }
    }
}
