//! A lowered body's tree -> text, which knows where its parts come from.

use swc_common::sync::Lrc;
use swc_common::{BytePos, FilePathMapping, LineCol, SourceMap};
use swc_ecma_ast::FunctionBody;
use swc_ecma_codegen::text_writer::{JsWriter, WriteJs};
use swc_ecma_codegen::{Config, Emitter, Node};
use unawait_syntax::tree::{Comments, offset};
use unawait_text::{Origin, Text};

/// The text of a function's body, with its braces and `comments`. `depth` is how far the line is indented that the body begins on, in
/// steps of two spaces.
pub(crate) fn print(body: &FunctionBody, comments: &Comments, depth: usize) -> Text {
    let (string, places) = text_of(body, Some(comments), depth);
    let mut text = Text::default();
    let mut done = string.len() - string.trim_start().len();
    let end = string.trim_end().len();
    for (at, origin) in places_in(&string, &places) {
        if at < done || at >= end {
            continue;
        }
        text.push(&string[done..at]);
        text.mark(Origin::Place(origin));
        done = at;
    }
    text.push(&string[done..end]);
    text
}

/// The text of a node with its line breaks taken out, for people.
pub(crate) fn one_line(node: &impl Node) -> String {
    text_of(node, None, 0).0.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn text_of(node: &impl Node, comments: Option<&Comments>, depth: usize) -> (String, Vec<(BytePos, LineCol)>) {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let (mut text, mut places) = (Vec::new(), Vec::new());
    let mut writer = JsWriter::new(map.clone(), "\n", &mut text, Some(&mut places));
    writer.set_indent_str("  ");
    for _ in 0..depth {
        // Writing to memory does not fail.
        let _ = writer.increase_indent();
    }
    let mut emitter =
        Emitter { cfg: Config::default(), cm: map, comments: comments.map(|comments| comments as _), wr: writer };
    let _ = node.emit_with(&mut emitter);
    drop(emitter);
    (String::from_utf8(text).unwrap_or_default(), places)
}

/// The printer's lines and columns, which it counts in UTF-16, as byte offsets: into the text, and into the source.
fn places_in<'p>(text: &'p str, places: &'p [(BytePos, LineCol)]) -> impl Iterator<Item = (usize, usize)> + 'p {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    places.iter().filter_map(move |(position, place)| {
        let line = *starts.get(place.line as usize)?;
        let mut units = place.col as usize;
        let mut at = line;
        for c in text[line..].chars() {
            if units == 0 {
                break;
            }
            units = units.saturating_sub(c.len_utf16());
            at += c.len_utf8();
        }
        Some((at, offset(*position)?))
    })
}
