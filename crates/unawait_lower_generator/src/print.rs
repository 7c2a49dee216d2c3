//! A lowered body's tree -> text.

use swc_common::sync::Lrc;
use swc_common::{FilePathMapping, SourceMap};
use swc_ecma_ast::FunctionBody;
use swc_ecma_codegen::text_writer::{JsWriter, WriteJs};
use swc_ecma_codegen::{Config, Emitter, Node};

/// The text of a function's body, with its braces. `depth` is how far the line is indented that the body begins on, in
/// steps of two spaces.
pub(crate) fn print(body: &FunctionBody, depth: usize) -> String {
    text_of(body, depth)
}

/// The text of a node with its line breaks taken out, for people.
pub(crate) fn one_line(node: &impl Node) -> String {
    text_of(node, 0).lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

fn text_of(node: &impl Node, depth: usize) -> String {
    let map = Lrc::new(SourceMap::new(FilePathMapping::empty()));
    let mut text = Vec::new();
    let mut writer = JsWriter::new(map.clone(), "\n", &mut text, None);
    writer.set_indent_str("  ");
    for _ in 0..depth {
        // Writing to memory does not fail.
        let _ = writer.increase_indent();
    }
    let mut emitter = Emitter { cfg: Config::default(), cm: map, comments: None, wr: writer };
    let _ = node.emit_with(&mut emitter);
    drop(emitter);
    String::from_utf8(text).unwrap_or_default().trim().to_owned()
}
