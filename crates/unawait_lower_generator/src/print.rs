//! A lowered body's tree -> text, which knows where its parts come from.

use std::borrow::Cow;
use std::collections::HashSet;

use swc_atoms::Atom;
use swc_common::sync::Lrc;
use swc_common::{BytePos, FilePathMapping, LineCol, SourceMap};
use swc_ecma_ast::FunctionBody;
use swc_ecma_codegen::text_writer::{JsWriter, WriteJs};
use swc_ecma_codegen::{Config, Emitter, Node};
use unawait_syntax::tree::{Comments, offset};
use unawait_text::{Origin, Text};

/// How a body is laid out.
pub(crate) struct Layout<'l> {
    /// One step of indentation.
    pub indent: &'static str,
    /// How far the line is indented that the body begins on, in steps.
    pub depth: usize,
    /// The line break of the file.
    pub line_break: &'static str,
    /// What the machines in it are called, which is a word of nothing else in it.
    pub machines: &'l HashSet<Atom>,
}

/// The text of a function's body, with its braces and `comments`.
pub(crate) fn print(body: &FunctionBody, comments: &Comments, layout: &Layout) -> Text {
    // Without indentation, each nested list on lines of its own would still ask for its depth, bracket by bracket.
    let config = Config::default().with_minify(layout.indent.is_empty());
    let (printed, places) = text_of(body, Some(comments), config, layout.indent, layout.depth);
    let (string, starts) = join_jumps(&printed, layout.machines);
    let mut text = Text::default();
    let mut done = string.len() - string.trim_start().len();
    let end = string.trim_end().len();
    for (at, origin) in places_in(&string, &starts, &places) {
        if at < done || at >= end {
            continue;
        }
        text.push(&*lines(&string[done..at], layout));
        text.mark(Origin::Place(origin));
        done = at;
    }
    text.push(&*lines(&string[done..end], layout));
    text
}

/// `text` with the file's line breaks. Those in templates read the same, whichever they are:
/// <https://tc39.es/ecma262/#sec-static-semantics-trv>.
fn lines<'t>(text: &'t str, layout: &Layout) -> Cow<'t, str> {
    match layout.line_break {
        "\n" => Cow::Borrowed(text),
        line_break => Cow::Owned(text.replace('\n', line_break)),
    }
}

/// The text of a node with its line breaks taken out, for people.
pub(crate) fn one_line(node: &impl Node) -> String {
    text_of(node, None, Config::default(), "", 0).0.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn text_of(
    node: &impl Node,
    comments: Option<&Comments>,
    config: Config,
    indent: &'static str,
    depth: usize,
) -> (String, Vec<(BytePos, LineCol)>) {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let (mut text, mut places) = (Vec::new(), Vec::new());
    let mut writer = JsWriter::new(map.clone(), "\n", &mut text, Some(&mut places));
    writer.set_indent_str(indent);
    for _ in 0..depth {
        // Writing to memory does not fail.
        let _ = writer.increase_indent();
    }
    let mut emitter = Emitter { cfg: config, cm: map, comments: comments.map(|comments| comments as _), wr: writer };
    let _ = node.emit_with(&mut emitter);
    drop(emitter);
    (String::from_utf8(text).unwrap_or_default(), places)
}

/// Jumps on a line each: `_.to = 3; break;`, and with their braces `if (a) { _.to = 3; break; }`. The printer would give
/// them up to four, and there are more of them than of anything else. With the text, where each of the printed lines is
/// in it, if it was not moved.
fn join_jumps(printed: &str, machines: &HashSet<Atom>) -> (String, Vec<Option<usize>>) {
    let lines: Vec<&str> = printed.split('\n').collect();
    let line = |at: usize| lines.get(at).map_or("", |line| line.trim());
    let sets_to =
        |at: usize| line(at).split_once(".to = ").is_some_and(|(name, _)| machines.contains(&Atom::from(name)));
    let is_jump = |at: usize| sets_to(at) && line(at).ends_with(';') && line(at + 1) == "break;";
    let (mut text, mut starts) = (String::with_capacity(printed.len()), Vec::with_capacity(lines.len()));
    for (at, whole) in lines.iter().enumerate() {
        let behind_brace = |at: usize| at > 0 && line(at - 1).ends_with('{');
        let is_moved = is_jump(at) && behind_brace(at)
            || at > 0 && is_jump(at - 1)
            || at > 1 && line(at) == "}" && is_jump(at - 2) && behind_brace(at - 2);
        if is_moved {
            text.push(' ');
            text.push_str(whole.trim());
            starts.push(None);
            continue;
        }
        if at > 0 {
            text.push('\n');
        }
        starts.push(Some(text.len()));
        text.push_str(whole);
    }
    (text, starts)
}

/// The printer's lines and columns, which it counts in UTF-16, as byte offsets: into the text, and into the source.
fn places_in<'p>(
    text: &'p str,
    starts: &'p [Option<usize>],
    places: &'p [(BytePos, LineCol)],
) -> impl Iterator<Item = (usize, usize)> + 'p {
    // The place before, to go on from: a line may be as long as the file.
    let (mut line, mut col, mut at) = (None, 0, 0);
    places.iter().filter_map(move |(position, place)| {
        let start = (*starts.get(place.line as usize)?)?;
        if line != Some(place.line) || place.col < col {
            (line, col, at) = (Some(place.line), 0, start);
        }
        for c in text[at..].chars() {
            if col >= place.col {
                break;
            }
            col += c.len_utf16() as u32;
            at += c.len_utf8();
        }
        Some((at, offset(*position)?))
    })
}
