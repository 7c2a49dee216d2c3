//! Source maps, held against the text by those who read them elsewhere: every identifier of a program must be found from
//! its place in the output, and what is found must be it.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use serde::Serialize;
use swc_ecma_ast::{Ident, IdentName, PrivateName, Str};
use swc_ecma_visit::{Visit, VisitWith};
use tempfile::TempDir;
use unawait_compiler::{Options, Output, SourceMap, SourceMapOptions, SourceType, compile};

use crate::{node, npm, syntax};

/// What the source is called in its map: a URL.
const SOURCE: &str = "../the%20source.js";

/// A line, from 1, and a column, from 0 and in UTF-16 code units.
type Place = (u32, u32);

/// What a consumer finds: source, line, column, name.
type Found = Option<(String, u32, u32, Option<String>)>;

/// One program with the output that was made of it, and its map.
pub struct Mapped {
    pub name: String,
    source: String,
    source_type: SourceType,
    output: Output,
}

impl Mapped {
    /// Lowers `source` with a map. `None` if that changes nothing: then there is none. What swc alone does not read is left
    /// out, too.
    pub fn new(name: &str, source: &str, options: &Options) -> Option<Mapped> {
        let map = SourceMapOptions { source: SOURCE.to_owned(), ..SourceMapOptions::default() };
        let options = Options { source_map: Some(map), ..options.clone() };
        let output = compile(source, &options).ok().filter(|output| output.changed)?;
        words_of(source, options.source_type).ok()?;
        Some(Mapped { name: name.to_owned(), source: source.to_owned(), source_type: options.source_type, output })
    }
}

/// Looks up every identifier of every output.
///
/// # Errors
/// What is not found in its place, a line each; or why nothing could be looked up.
pub fn check(all: &[Mapped]) -> Result<(), String> {
    let mut requests = Vec::new();
    let mut words = Vec::new();
    for mapped in all {
        let found = words_of(&mapped.output.code, mapped.source_type);
        let found = found.map_err(|error| format!("{}: the output does not parse: {error}", mapped.name))?;
        let map = mapped.output.map.as_ref().ok_or_else(|| format!("{}: no map", mapped.name))?;
        requests.push(Request { map, places: found.iter().map(|word| word.place).collect() });
        words.push(found);
    }
    let mut problems = String::new();
    for ((mapped, words), found) in all.iter().zip(&words).zip(consume(&requests)?) {
        for problem in compare(mapped, words, &found)? {
            let _ = writeln!(problems, "{}: {problem}", mapped.name);
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

#[derive(Serialize)]
struct Request<'m> {
    map: &'m SourceMap,
    places: Vec<Place>,
}

/// Has the consumers answer `requests`.
fn consume(requests: &[Request<'_>]) -> Result<Vec<Vec<Found>>, String> {
    let in_words = |error: std::io::Error| error.to_string();
    let folder = TempDir::new().map_err(in_words)?;
    let node_modules = npm::CONSUMERS.installed()?;
    // Modules are looked up from where the script is.
    let script = node_modules.with_file_name("consume.mjs");
    fs::write(&script, include_str!("source_maps/consume.mjs")).map_err(in_words)?;
    let mut input = tempfile::NamedTempFile::new_in(folder.path()).map_err(in_words)?;
    for request in requests {
        serde_json::to_writer(&mut input, request).map_err(|error| error.to_string())?;
        input.write_all(b"\n").map_err(in_words)?;
    }
    let mut command = node::command(folder.path());
    command.arg(script).stdin(Stdio::from(input.reopen().map_err(in_words)?));
    let run = node::run(command, 10 * node::TIME_LIMIT)?;
    if !run.success {
        return Err(format!("the consumers failed: {}", run.stderr));
    }
    run.stdout.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string())).collect()
}

/// Every identifier of the source must be found from one of the output's words, which has the same text, or the text as
/// its name in the map.
fn compare(mapped: &Mapped, words: &[Word], found: &[Found]) -> Result<Vec<String>, String> {
    let code = &mapped.output.code;
    let mut seen: HashMap<Place, Vec<&str>> = HashMap::new();
    for (word, found) in words.iter().zip(found) {
        if let Some((_, line, column, name)) = found.as_ref().filter(|(source, ..)| source == SOURCE) {
            let texts = seen.entry((*line, *column)).or_default();
            texts.push(&code[word.at..word.end]);
            texts.extend(name.as_deref());
        }
    }
    let mut problems = Vec::new();
    for word in words_of(&mapped.source, mapped.source_type)?.iter().filter(|word| !word.is_string) {
        let text = &mapped.source[word.at..word.end];
        let texts = seen.get(&word.place).map_or(&[][..], Vec::as_slice);
        // The key of `super.x` becomes a string.
        if !texts.iter().any(|found| found.trim_matches('"') == text) {
            let (line, column) = word.place;
            problems.push(format!("`{text}` at {line}:{column} is not found; from there: {texts:?}"));
        }
    }
    Ok(problems)
}

/// An identifier, or a string.
struct Word {
    at: usize,
    end: usize,
    place: Place,
    is_string: bool,
}

/// The identifiers and strings of a program, in order.
fn words_of(code: &str, source_type: SourceType) -> Result<Vec<Word>, String> {
    #[derive(Default)]
    struct Words(Vec<(usize, usize, bool)>);
    impl Words {
        fn add(&mut self, span: swc_common::Span, is_string: bool) {
            let range = syntax::range(span);
            self.0.push((range.start, range.end, is_string));
        }
    }
    impl Visit for Words {
        fn visit_ident(&mut self, ident: &Ident) {
            self.add(ident.span, false);
        }
        fn visit_ident_name(&mut self, ident: &IdentName) {
            self.add(ident.span, false);
        }
        fn visit_private_name(&mut self, name: &PrivateName) {
            // Without its `#`.
            let range = syntax::range(name.span);
            self.0.push((range.start + 1, range.end, false));
        }
        fn visit_str(&mut self, string: &Str) {
            self.add(string.span, true);
        }
    }
    let program = match source_type {
        SourceType::Unknown => {
            syntax::parse(code, SourceType::CommonJs).or_else(|_| syntax::parse(code, SourceType::Module))?
        }
        known => syntax::parse(code, known)?,
    };
    let mut words = Words::default();
    program.visit_with(&mut words);
    words.0.sort_unstable();
    words.0.dedup();
    let mut positions = Positions { code, at: 0, place: (1, 0) };
    let word = |(at, end, is_string): (usize, usize, bool)| {
        // swc counts an HTML-like comment as part of what follows it.
        let comment = if is_string { None } else { code[at..end].rfind(char::is_whitespace) };
        let at = comment.map_or(at, |space| at + space + 1);
        Word { at, end, place: positions.of(at), is_string }
    };
    Ok(words.0.into_iter().map(word).collect())
}

/// Counts lines and columns, going on.
struct Positions<'a> {
    code: &'a str,
    at: usize,
    place: Place,
}

impl Positions<'_> {
    fn of(&mut self, to: usize) -> Place {
        let mut before = '\0';
        for c in self.code[self.at..to].chars() {
            self.place = match c {
                '\n' if before == '\r' => self.place,
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => (self.place.0 + 1, 0),
                c => (self.place.0, self.place.1 + c.len_utf16() as u32),
            };
            before = c;
        }
        self.at = to;
        self.place
    }
}
