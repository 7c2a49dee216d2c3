//! Stage two: generator functions become state machines, as edits of the source text.
//!
//! Everything but the machine's body stays on the function: its name, its parameters, what they do when they throw.
//! `hoist` makes locals of declarations, `build` a control flow graph of what is left, `simplify` tidies it, `assemble`
//! writes it as `for (;;) switch`, `print` prints that.

// The tree is made of boxes, which are handed on as they are.
#![allow(clippy::boxed_local, clippy::vec_box)]

mod assemble;
mod build;
mod cases;
mod comments;
mod decorators;
mod emit;
mod flatten;
mod forms;
pub mod graph;
mod helpers;
mod hoist;
mod leaks;
mod lifetimes;
mod lowering;
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

use std::collections::{BTreeMap, BTreeSet, HashSet};

use swc_ecma_visit::VisitWith;
use unawait_runtime::Helper;
use unawait_syntax::tree::Tree;
use unawait_syntax::{Diagnostic, FreshNames};
use unawait_text::Edits;

use emit::Graphs;
use lowering::Lowering;

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
        functions_by_body: lowering::by_body(&tree.inventory),
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
