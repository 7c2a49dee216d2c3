//! No output has syntax that neither its source nor the target has. The oldest version of ECMAScript that parses the source
//! must parse the output, unless the target is newer: generators came with ES2015, and state machines need ES5.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use unawait_compiler::{SourceType, Target, compile};

use crate::case::{Case, Kind};
use crate::target::TARGETS;
use crate::{node, npm};

/// Source, output, source types, and the version that the target needs.
type Request = (String, String, Vec<&'static str>, u32);
/// The version of the source, and what is newer in the output.
type Answer = (Option<u32>, Option<String>);

/// Fixtures that the parser cannot read, each with the reason.
const UNREADABLE: [(&str, &str); 2] = [
    ("parser/call-as-target", "a call as the target of an assignment, which engines accept for the web's sake"),
    ("names/functions-called-let", "functions of blocks called `let`, which the parser takes for bindings of a `let`"),
];

/// Checks the outputs of `cases` and answers how many there were.
///
/// # Errors
/// Every output that is too new, and every source that the parser does not read.
pub fn check(cases: &[Case]) -> Result<usize, String> {
    let (mut names, mut requests) = (Vec::new(), Vec::new());
    for case in cases.iter().filter(|case| case.kind == Kind::Lowered) {
        for (target, target_name) in TARGETS.iter().filter(|(target, _)| case.options.is_for(*target)) {
            if let Some(request) = request(case, *target)? {
                requests.push(request);
                names.push((&case.name, target_name));
            }
        }
    }
    let mut problems = Vec::new();
    for ((name, target), (version, newer)) in names.iter().zip(parse(&requests)?) {
        let known = UNREADABLE.iter().any(|(case, _)| case == name);
        match version {
            Some(_) if known => problems.push(format!("{name} can be read, but is listed as one that cannot")),
            None if !known => problems.push(format!("{name} cannot be read")),
            _ => problems.extend(newer.map(|newer| format!("{name} to {target}: {newer}"))),
        }
    }
    if problems.is_empty() { Ok(requests.len()) } else { Err(problems.join("\n")) }
}

/// `None` for a program that is refused: whether it may be is for the test of the fixtures to say.
fn request(case: &Case, target: Target) -> Result<Option<Request>, String> {
    let source = fs::read_to_string(case.folder.join(&case.input)).map_err(|error| error.to_string())?;
    let options = case.compiler_options(Path::new(&case.input), target)?;
    let Ok(output) = compile(&source, &options) else { return Ok(None) };
    let source_types = match options.source_type {
        SourceType::Module => vec!["module"],
        SourceType::CommonJs => vec!["commonjs"],
        SourceType::Script => vec!["script"],
        SourceType::Unknown => vec!["commonjs", "module"],
    };
    let version = match target {
        Target::Generators => 6,
        Target::StateMachines => 5,
    };
    Ok(Some((source, output.code, source_types, version)))
}

/// Checks what `source` of a classic script became.
///
/// # Errors
/// When the parser cannot be run.
pub fn newer(source: &str, output: &str, target_version: u32) -> Result<Option<String>, String> {
    let request = (source.to_owned(), output.to_owned(), vec!["script"], target_version);
    Ok(parse(&[request])?.pop().and_then(|(_, newer)| newer))
}

fn parse(requests: &[Request]) -> Result<Vec<Answer>, String> {
    let in_words = |error: std::io::Error| error.to_string();
    // Modules are looked up from where the script is.
    let script = npm::PARSER.installed()?.with_file_name("parse.mjs");
    fs::write(&script, include_str!("versions/parse.mjs")).map_err(in_words)?;
    let mut input = tempfile::NamedTempFile::new().map_err(in_words)?;
    for request in requests {
        serde_json::to_writer(&mut input, request).map_err(|error| error.to_string())?;
        input.write_all(b"\n").map_err(in_words)?;
    }
    let mut command = node::command(&std::env::temp_dir());
    command.arg(script).stdin(Stdio::from(input.reopen().map_err(in_words)?));
    let run = node::run(command, 10 * node::TIME_LIMIT)?;
    if !run.success {
        return Err(format!("the parser failed: {}", run.stderr));
    }
    run.stdout.lines().map(|line| serde_json::from_str(line).map_err(|error| error.to_string())).collect()
}
