//! Parsing, and the questions the lowerings ask of the source. The answer is an `Inventory` of byte ranges; swc's types
//! leave this crate through [`tree`] and [`forms`] alone, for stage two, which prints what it changes.

mod checked;
mod collect;
mod diagnostic;
mod early_errors;
mod es5;
pub mod forms;
mod fresh;
mod html_comments;
pub mod inventory;
mod language;
pub mod lex;
mod objections;
mod parse;
mod parsed;
mod positions;
mod reading;
mod repair;
mod skim;
mod source_type;
mod stack_bound;
mod top;
pub mod tree;
mod warnings;
mod wording;

pub use diagnostic::{Diagnostic, Label, Severity};
pub use fresh::{FreshNames, ScriptTag};
pub use inventory::{Features, Inventory};
pub use language::Language;
pub use reading::{Word, has_word};
pub use source_type::SourceType;
pub use stack_bound::with_room;

/// Parses `source` and takes the inventory.
///
/// # Errors
/// The syntax errors, or else the early errors, in source order.
pub fn inventory(source: &str, source_type: SourceType) -> Result<Inventory, Vec<Diagnostic>> {
    inventory_in(Language::JavaScript, source, source_type)
}

/// The same for a text in `language`. For TypeScript, only the parser's errors are reported: a type checker
/// reports the others.
///
/// # Errors
/// As [`inventory`].
pub fn inventory_in(language: Language, source: &str, source_type: SourceType) -> Result<Inventory, Vec<Diagnostic>> {
    with_room(source, || take_inventory(language, source, source_type)).map_err(|error| vec![error])?
}

/// The same for JavaScript, but functions that hold nothing to lower are passed over: what is wrong in them is not told,
/// and nothing of them is in the inventory.
///
/// # Errors
/// As [`inventory`].
pub fn skimmed_inventory(source: &str, source_type: SourceType) -> Result<Inventory, Vec<Diagnostic>> {
    let (skimmed, deepest) = skim::skim(source);
    let take = |source: &str| take_inventory(Language::JavaScript, source, source_type);
    let work = || match skimmed.map(|skimmed| take(&skimmed)) {
        Some(Ok(inventory)) if inventory.warnings.is_empty() => Ok(inventory),
        // Whatever there is to say is said of the whole text.
        _ => take(source),
    };
    stack_bound::with_room_for(deepest, work).map_err(|error| vec![error])?
}

/// The warnings of a file that nothing is lowered in: of tests whether a function is an async one, which say no of
/// another file's. A file that cannot be read has none.
pub fn tests_of_kind(language: Language, source: &str, source_type: SourceType) -> Vec<Diagnostic> {
    if !mentions_kind(source) {
        return Vec::new();
    }
    let warnings = inventory_in(language, source, source_type).map(|inventory| inventory.warnings).unwrap_or_default();
    warnings.into_iter().filter(|warning| warning.code == warnings::TEST_OF_KIND).collect()
}

/// Whether a file may hold such tests, told from its bytes.
pub fn mentions_kind(source: &str) -> bool {
    let mentions = |word: &str| memchr::memmem::find(source.as_bytes(), word.as_bytes()).is_some();
    mentions("AsyncFunction") || mentions("AsyncGeneratorFunction")
}

/// Everything that has a tree is in here: with it, the tree is dropped where there is room.
fn take_inventory(language: Language, source: &str, source_type: SourceType) -> Result<Inventory, Vec<Diagnostic>> {
    let parsed = parse::parse_in(language, source, source_type)?;
    checked::inventory(source, source_type, &parsed)
}
