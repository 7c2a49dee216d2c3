//! Where helpers and declarations are put.

use unawait_runtime::Block;
use unawait_syntax::Inventory;
use unawait_text::chars::{LINE_TERMINATORS, line_break};
use unawait_text::source_map::comment;
use unawait_text::{Edits, Origin, Text};

use crate::options::Options;

/// Has `parts` run before the file's first statement.
pub fn insert_at_start<const N: usize>(source: &str, inventory: &Inventory, edits: &mut Edits, parts: [Text; N]) {
    let Some(start) = inventory.file_start() else { return };
    let text = Text::join(parts.into_iter().filter(|text| !text.is_empty()), " ");
    if text.is_empty() {
        return;
    }
    let semicolon = if start.wants_semicolon { ";" } else { "" };
    let begins_line = source[..start.at].ends_with(LINE_TERMINATORS) || source[..start.at].ends_with('\u{feff}');
    let before = if start.at == 0 || begins_line { "" } else { " " };
    let behind = if source[start.at..].starts_with(['\n', '\r', ' ']) { "" } else { " " };
    edits.insert(start.at, Text::from(format!("{semicolon}{before}")) + text + behind);
}

/// Puts the helpers' captures and `file_start` before the file's first statement, and the helpers themselves on lines of
/// their own behind the last one. A comment that leads to a source map stays the last thing, if it stays: it does not fit
/// the output where that gets a map of its own.
pub fn insert_block(
    source: &str,
    inventory: &Inventory,
    edits: &mut Edits,
    block: Block,
    file_start: Text,
    options: &Options,
) {
    let helpers = |text: String| Text::from(text).of(Origin::Helpers);
    insert_at_start(source, inventory, edits, [helpers(block.captures), file_start]);
    let comment = comment::find(source).map(|comment| comment.range);
    if !block.definitions.is_empty() {
        let at = comment.as_ref().map_or(source.len(), |comment| comment.start);
        let line_end = line_break(source);
        let before = if source[..at].ends_with(LINE_TERMINATORS) { "" } else { line_end };
        let behind = if at < source.len() || source.ends_with(LINE_TERMINATORS) { line_end } else { "" };
        let definitions = Block::IGNORED[0].to_owned() + line_end + &block.definitions + line_end + Block::IGNORED[1];
        edits.end(at, helpers(format!("{before}{definitions}{behind}")));
    }
    if let (Some(comment), true) = (comment, options.source_map.is_some()) {
        edits.remove(comment);
    }
}
