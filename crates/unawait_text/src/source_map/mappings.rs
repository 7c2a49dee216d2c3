//! The segments: for each line of the output, where its places are from.

use std::collections::HashMap;

use super::input::InputMap;
use super::lines::{Lines, Position, count_units};
use super::vlq;
use super::words::{Places, scan};
use crate::{Origin, PositionMap};

/// Where a segment leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Target {
    /// An index into `sources`, as the names are into `names`.
    source: u32,
    position: Position,
    name: Option<u32>,
}

/// What is made of a position map.
pub struct Mappings {
    pub text: String,
    /// The names of the source, under which the output has other ones.
    pub names: Vec<String>,
}

/// Writes the segments of `output`, which is of `source`.
pub fn mappings(output: &str, map: &PositionMap, source: &str, input: Option<&InputMap>) -> Mappings {
    let mut writer = Writer {
        out: Vec::with_capacity(output.len() / 2),
        step: 0,
        line_is_empty: true,
        last: Target { source: 0, position: Position::default(), name: None },
        last_name: 0,
        is_mapped: false,
        names: input.map_or_else(Vec::new, InputMap::names),
        known_names: HashMap::new(),
    };
    let lines = Lines::new(source);
    for (range, origin) in map.stretches(output.len()) {
        let bytes = &output.as_bytes()[range];
        match origin {
            Origin::Copy(offset) => {
                let position = lines.position(*offset);
                match input {
                    Some(input) => Traced { writer: &mut writer, input, bytes, told: 0, position }.copy(),
                    None => Straight::new(&mut writer, bytes).copy(position),
                }
            }
            Origin::Place(offset) => {
                let target = writer.own(input, lines.position(*offset), None);
                writer.stand(bytes, target);
            }
            Origin::Name(name) => {
                let target = writer.own(input, lines.position(name.start), Some(&source[name.clone()]));
                writer.stand(bytes, target);
            }
            Origin::Helpers => {
                writer.end_mapping();
                writer.stand(bytes, None);
            }
        }
    }
    let names = writer.names;
    // Segments are ASCII.
    Mappings { text: String::from_utf8(writer.out).unwrap_or_default(), names }
}

struct Writer {
    out: Vec<u8>,
    /// Code units of the output since the last segment or the line's beginning.
    step: u32,
    line_is_empty: bool,
    /// What the numbers of the next segment count from.
    last: Target,
    last_name: u32,
    /// Whether the last segment of the line leads anywhere.
    is_mapped: bool,
    names: Vec<String>,
    known_names: HashMap<String, u32>,
}

impl Writer {
    /// A place in the source; in the sources of its own map, if there is one.
    fn own(&mut self, input: Option<&InputMap>, position: Position, name: Option<&str>) -> Option<Target> {
        let Some(input) = input else {
            let name = name.map(|name| self.name(name));
            return Some(Target { source: 0, position, name });
        };
        let (source, position, known) = input.trace(position)?;
        let name = known.or_else(|| name.map(|name| self.name(name)));
        Some(Target { source, position, name })
    }

    fn name(&mut self, name: &str) -> u32 {
        if let Some(index) = self.known_names.get(name) {
            return *index;
        }
        let index = self.names.len() as u32;
        self.names.push(name.to_owned());
        self.known_names.insert(name.to_owned(), index);
        index
    }

    /// `bytes` that stand as a whole for `target`.
    fn stand(&mut self, bytes: &[u8], target: Option<Target>) {
        struct Breaks<'w>(&'w mut Writer, Option<Target>, usize);
        impl Places for Breaks<'_> {
            fn place(&mut self, _: usize) {}
            fn line(&mut self, at: usize) {
                self.0.end_line();
                self.0.segment(self.1);
                self.2 = at;
            }
        }
        self.segment_unless_known(target);
        let mut breaks = Breaks(self, target, 0);
        scan(bytes, &mut breaks);
        let from = breaks.2;
        self.step += count_units(&bytes[from..]);
    }

    fn end_line(&mut self) {
        self.out.push(b';');
        (self.step, self.line_is_empty, self.is_mapped) = (0, true, false);
    }

    /// A segment, unless it would say what the last one says.
    fn segment_unless_known(&mut self, target: Option<Target>) {
        if !self.is_mapped || target != Some(self.last) {
            self.segment(target);
        }
    }

    /// A segment that leads nowhere, on a line of its own as well, if one stands before it: Node looks for the last segment
    /// before a place, whatever line that is on.
    fn end_mapping(&mut self) {
        self.is_mapped |= self.out.iter().any(|byte| *byte != b';');
        self.segment(None);
    }

    /// Begins a segment here; one that leads nowhere ends another.
    fn segment(&mut self, target: Option<Target>) {
        if target.is_none() && !self.is_mapped {
            return;
        }
        if !self.line_is_empty {
            self.out.push(b',');
        }
        vlq::push(&mut self.out, self.step.into());
        if let Some(target) = target {
            let Target { source, position, name } = target;
            vlq::push(&mut self.out, i64::from(source) - i64::from(self.last.source));
            vlq::push(&mut self.out, i64::from(position.line) - i64::from(self.last.position.line));
            vlq::push(&mut self.out, i64::from(position.column) - i64::from(self.last.position.column));
            if let Some(name) = name {
                vlq::push(&mut self.out, i64::from(name) - i64::from(self.last_name));
                self.last_name = name;
            }
            self.last = target;
        }
        (self.step, self.line_is_empty, self.is_mapped) = (0, false, target.is_some());
    }
}

/// Copied text, whose places are the source's own.
struct Straight<'w, 'b> {
    writer: &'w mut Writer,
    bytes: &'b [u8],
    /// Up to where the writer has been told.
    told: usize,
    /// Up to where, at least, bytes are code units from there on.
    ascii: usize,
    /// The line of the source.
    line: u32,
}

impl<'w, 'b> Straight<'w, 'b> {
    fn new(writer: &'w mut Writer, bytes: &'b [u8]) -> Self {
        Straight { writer, bytes, told: 0, ascii: 0, line: 0 }
    }

    fn copy(mut self, position: Position) {
        self.line = position.line;
        self.writer.segment(Some(Target { source: 0, position, name: None }));
        scan(self.bytes, &mut self);
        self.writer.step += self.units(self.bytes.len());
    }

    /// The code units of what the writer has not been told, up to `to`.
    fn units(&mut self, to: usize) -> u32 {
        if to <= self.ascii {
            return (to - self.told) as u32;
        }
        let units = count_units(&self.bytes[self.told..to]);
        self.ascii = to + ascii_length(&self.bytes[to..]);
        units
    }
}

/// How many bytes of ASCII come first, or a lower bound of that.
fn ascii_length(bytes: &[u8]) -> usize {
    const BLOCK: usize = 64;
    bytes.chunks_exact(BLOCK).take_while(|block| block.is_ascii()).count() * BLOCK
}

impl Places for Straight<'_, '_> {
    #[inline]
    fn place(&mut self, at: usize) {
        let step = self.writer.step + self.units(at);
        self.told = at;
        if self.writer.line_is_empty {
            self.writer.step = step;
            let position = Position { line: self.line, column: step };
            self.writer.segment(Some(Target { source: 0, position, name: None }));
        } else {
            vlq::push_same_step(&mut self.writer.out, step);
            self.writer.last.position.column += step;
            self.writer.step = 0;
        }
    }

    fn line(&mut self, at: usize) {
        self.told = at;
        self.line += 1;
        self.writer.end_line();
    }
}

/// Copied text whose source has a map of its own.
struct Traced<'w, 'b> {
    writer: &'w mut Writer,
    input: &'b InputMap,
    bytes: &'b [u8],
    told: usize,
    /// The place of what the writer has been told of.
    position: Position,
}

impl Traced<'_, '_> {
    fn copy(mut self) {
        self.trace();
        scan(self.bytes, &mut self);
        self.go_on(self.bytes.len());
    }

    fn go_on(&mut self, to: usize) {
        let units = count_units(&self.bytes[self.told..to]);
        self.told = to;
        self.writer.step += units;
        self.position.column += units;
    }

    fn trace(&mut self) {
        let target = self.writer.own(Some(self.input), self.position, None);
        self.writer.segment_unless_known(target);
    }
}

impl Places for Traced<'_, '_> {
    fn place(&mut self, at: usize) {
        self.go_on(at);
        self.trace();
    }

    fn line(&mut self, at: usize) {
        self.told = at;
        self.position = Position { line: self.position.line + 1, column: 0 };
        self.writer.end_line();
    }
}
