//! Programs run natively and hoisted, still as generators, and print the same.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use swc_common::sync::Lrc;
use swc_common::{BytePos, SourceMap};
use swc_ecma_ast::*;
use swc_ecma_codegen::text_writer::JsWriter;
use swc_ecma_codegen::{Config, Emitter};
use swc_ecma_parser::{EsSyntax, Parser, StringInput, Syntax};
use swc_ecma_visit::{VisitMut, VisitMutWith, noop_visit_mut_type};
use unawait_runtime::Helper;
use unawait_syntax::FreshNames;
use unawait_syntax::forms::has_use_strict;

use super::hoist;
use crate::make;
use crate::names::Names;

/// Hoists every generator function of a tree, outer ones first.
struct HoistAll<'f, 's> {
    fresh: &'f mut FreshNames<'s>,
    helpers: Vec<Helper>,
    strict: bool,
    nested: bool,
}

impl VisitMut for HoistAll<'_, '_> {
    noop_visit_mut_type!();

    fn visit_mut_class(&mut self, class: &mut Class) {
        let strict = std::mem::replace(&mut self.strict, true);
        class.visit_mut_children_with(self);
        self.strict = strict;
    }

    fn visit_mut_function(&mut self, function: &mut Function) {
        let strict = self.strict;
        if let Some(body) = &function.body {
            self.strict |= has_use_strict(&body.stmts);
        }
        if function.is_generator {
            if !self.nested {
                self.fresh.restart_locals();
            }
            let mut names = Names::new(self.fresh);
            let helpers = &mut self.helpers;
            let mut helper = |helper: Helper| {
                helpers.push(helper);
                make::ident(helper.name())
            };
            let hoisted = hoist(function, self.strict, &mut names, &mut helper);
            let body = function.body.as_mut().expect("a body");
            let mut statements = hoisted.directives;
            statements.extend(hoisted.functions);
            if !hoisted.locals.is_empty() {
                statements.push(make::vars_with(
                    hoisted.locals.into_iter().map(|name| make::declarator(name, None)).collect(),
                ));
            }
            statements.append(&mut body.stmts);
            body.stmts = statements;
        }
        let nested = self.nested;
        self.nested |= function.is_generator;
        function.visit_mut_children_with(self);
        crate::parentheses::parenthesize(function);
        self.nested = nested;
        self.strict = strict;
    }
}

fn hoisted(source: &str) -> String {
    let syntax = Syntax::Es(EsSyntax::default());
    let input = StringInput::new(source, BytePos(1), BytePos(source.len() as u32 + 1));
    let mut script =
        Parser::new(syntax, input, None).parse_commonjs().unwrap_or_else(|error| panic!("{error:?}\n{source}"));
    let mut fresh = FreshNames::new(source, None);
    let mut all =
        HoistAll { fresh: &mut fresh, helpers: Vec::new(), strict: has_use_strict(&script.body), nested: false };
    script.visit_mut_with(&mut all);
    let helpers = unawait_runtime::with_requirements(all.helpers, Default::default());
    let mut out = Vec::new();
    let map: Lrc<SourceMap> = Lrc::default();
    let writer = JsWriter::new(map.clone(), "\n", &mut out, None);
    let mut emitter = Emitter { cfg: Config::default(), cm: map, comments: None, wr: writer };
    emitter.emit_script(&script).expect("text");
    let text = String::from_utf8(out).expect("UTF-8");
    let helpers = unawait_runtime::inline(&helpers, Default::default(), "\n", |_| None);
    let helpers = format!("{}\n{}\n", helpers.captures, helpers.definitions);
    match text.strip_prefix("\"use strict\";") {
        Some(rest) => format!("\"use strict\";\n{helpers}{rest}"),
        None => helpers + &text,
    }
}

/// Runs the programs in one process; answers with what each prints.
fn run(programs: &[String]) -> Vec<String> {
    let driver = "const programs = JSON.parse(require('fs').readFileSync(0, 'utf8'));\
        const util = require('util');\
        console.log(JSON.stringify(programs.map((text) => {\
            let out = '';\
            const log = (...values) => { out += util.format(...values) + '\\n'; };\
            try { new Function('console', text)({ log }); } catch (e) { out += 'uncaught ' + e; }\
            return out;\
        })));";
    let mut node = Command::new("node")
        .args(["-e", driver])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`node` on the path");
    let input = serde_json::to_string(programs).expect("JSON");
    std::io::Write::write_all(&mut node.stdin.take().expect("stdin"), input.as_bytes()).expect("written");
    let output = node.wait_with_output().expect("output");
    serde_json::from_slice(&output.stdout).expect("what the driver prints")
}

fn fixtures() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/generators-bindings");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root).expect("fixtures") {
        let path = entry.expect("an entry").path().join("input.js");
        if let Ok(text) = std::fs::read_to_string(&path) {
            found.push((path, text));
        }
    }
    found.sort();
    found
}

fn compare(programs: Vec<(PathBuf, String)>) {
    let natively: Vec<String> = programs.iter().map(|(_, text)| text.clone()).collect();
    let lowered: Vec<String> = programs.iter().map(|(_, text)| hoisted(text)).collect();
    let (expected, got) = (run(&natively), run(&lowered));
    let clean = expected.iter().filter(|out| !out.contains("uncaught SyntaxError")).count();
    assert_eq!(clean, programs.len(), "programs that are none");
    let mut failures = Vec::new();
    for (at, (path, _)) in programs.iter().enumerate() {
        if expected[at] != got[at] {
            let name = path.display();
            failures.push(format!("== {name}\n{}\n-- expected\n{}\n-- got\n{}", lowered[at], expected[at], got[at]));
        }
    }
    assert!(failures.is_empty(), "{} of {}\n{}", failures.len(), programs.len(), failures.join("\n"));
}

#[test]
fn fixtures_mean_the_same_hoisted() {
    compare(fixtures());
}

/// Files of programs, for the search of counter-examples: `UNAWAIT_HOIST=folder cargo test -p unawait_lower_generator`.
#[test]
fn programs_of_a_folder_mean_the_same_hoisted() {
    let Ok(folder) = std::env::var("UNAWAIT_HOIST") else { return };
    let mut programs = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let text = std::fs::read_to_string(&path).expect("a file");
        programs.push((path, text));
    }
    programs.sort();
    compare(programs);
}
