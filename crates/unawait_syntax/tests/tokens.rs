//! The lexicon against the parser's own tokens: over the fixtures, over names made of the letters of all scripts, and
//! over the folders in `UNAWAIT_TOKENS`, which are separated as those of `PATH` are.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use swc_common::comments::{CommentKind, SingleThreadedComments};
use swc_common::{BytePos, Span};
use swc_ecma_ast::*;
use swc_ecma_parser::{EsSyntax, Lexer, Parser, StringInput, Syntax};
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};
use unawait_syntax::lex::{
    LINE_TERMINATORS, Reserved, Trivia, TriviaKind, is_identifier_part, is_identifier_start, name_end, name_start,
    next_token, number_end, regular_expression_end, reserved, string_end, template_part_end, trivia_at,
};

/// The tree and the comments of `source`, if it is a program.
fn parse(source: &str, is_module: bool) -> Option<(Program, SingleThreadedComments)> {
    let syntax = Syntax::Es(EsSyntax {
        decorators: true,
        import_attributes: true,
        auto_accessors: true,
        explicit_resource_management: true,
        ..EsSyntax::default()
    });
    let input = StringInput::new(source, BytePos(1), BytePos(source.len() as u32 + 1));
    let comments = SingleThreadedComments::default();
    let lexer = Lexer::new(syntax, EsVersion::EsNext, input, Some(&comments));
    let mut parser = Parser::new_from(lexer);
    let program = match is_module {
        true => parser.parse_module().map(Program::Module),
        false => parser.parse_commonjs().map(Program::Script),
    };
    Some((program.ok().filter(|_| parser.take_errors().is_empty())?, comments))
}

/// What the lexicon says otherwise than the parser.
fn differences(source: &str, program: &Program, comments: SingleThreadedComments) -> Vec<String> {
    let mut compare = Compare { source, differences: Vec::new() };
    program.visit_with(&mut compare);
    let (leading, trailing) = comments.take_all();
    for comment in leading.take().into_values().chain(trailing.take().into_values()).flatten() {
        let mut range = compare.range(comment.span);
        // The parser has an HTML-like comment begin behind or within its mark.
        let is_html = !source[range.start..].starts_with("//") && !source[range.start..].starts_with("/*");
        while is_html && source[..range.start].ends_with(['<', '!', '-', '>']) {
            range.start -= 1;
        }
        let kind = match comment.kind {
            CommentKind::Block => TriviaKind::BlockComment,
            CommentKind::Line => TriviaKind::LineComment,
        };
        let is = trivia_at(source, range.start) == Some(Trivia { kind, end: range.end });
        compare.wants("a comment", is, range);
    }
    compare.differences
}

struct Compare<'s> {
    source: &'s str,
    differences: Vec<String>,
}

impl Compare<'_> {
    fn range(&self, span: Span) -> Range<usize> {
        span.lo.0 as usize - 1..span.hi.0 as usize - 1
    }

    /// The token of a node: the parser has one behind an HTML-like comment begin where the comment does.
    fn token(&self, span: Span) -> Range<usize> {
        let Range { start, end } = self.range(span);
        next_token(self.source, start).min(end)..end
    }

    fn wants(&mut self, what: &str, is: bool, range: Range<usize>) {
        if !is {
            self.differences.push(format!("{what} at {}: {:?}", range.start, &self.source[range.clone()]));
        }
    }

    fn name(&mut self, range: Range<usize>) {
        let is_whole =
            (name_start(self.source, range.end), name_end(self.source, range.start)) == (range.start, range.end);
        let begins = self.source[range.clone()].starts_with(|c| c == '\\' || is_identifier_start(c));
        self.wants("a name", is_whole && begins && next_token(self.source, range.start) == range.start, range);
    }
}

impl Visit for Compare<'_> {
    noop_visit_type!();

    fn visit_expr(&mut self, node: &Expr) {
        stacker::maybe_grow(128 * 1024, 4 * 1024 * 1024, || node.visit_children_with(self));
    }

    fn visit_ident(&mut self, node: &Ident) {
        let range = self.token(node.span);
        let is_kept = reserved(&self.source[range.clone()]) == Some(Reserved::Always);
        self.wants("no reserved word", !is_kept, range.clone());
        self.name(range);
    }

    fn visit_module_export_name(&mut self, node: &ModuleExportName) {
        match node {
            // Also a reserved word.
            ModuleExportName::Ident(ident) => self.name(self.token(ident.span)),
            ModuleExportName::Str(string) => self.visit_str(string),
        }
    }

    fn visit_ident_name(&mut self, node: &IdentName) {
        let range = self.token(node.span);
        self.name(range);
    }

    fn visit_private_name(&mut self, node: &PrivateName) {
        let range = self.token(node.span);
        self.name(range.start + 1..range.end);
    }

    fn visit_str(&mut self, node: &Str) {
        let range = self.token(node.span);
        self.wants("a string", string_end(self.source, range.start) == Some(range.end), range);
    }

    fn visit_number(&mut self, node: &Number) {
        let range = self.token(node.span);
        self.wants("a number", number_end(self.source, range.start) == range.end, range);
    }

    fn visit_big_int(&mut self, node: &BigInt) {
        let range = self.token(node.span);
        self.wants("a number", number_end(self.source, range.start) == range.end, range);
    }

    fn visit_regex(&mut self, node: &Regex) {
        let range = self.token(node.span);
        if self.source[range.clone()].contains(LINE_TERMINATORS) {
            // The parser takes it, although no regular expression has U+2028 or U+2029.
            return;
        }
        let slash = regular_expression_end(self.source, range.start);
        self.wants("an expression", slash.map(|slash| name_end(self.source, slash)) == Some(range.end), range);
    }

    fn visit_tpl_element(&mut self, node: &TplElement) {
        let mut range = self.range(node.span);
        // Behind an HTML-like comment the parser has a template's first part begin within the comment's mark.
        if !self.source[..range.start].ends_with(['`', '}']) {
            range.start = next_token(self.source, range.start - 1) + 1;
        }
        let end = Some((range.end + if node.tail { 1 } else { 2 }, !node.tail));
        self.wants("a template's part", template_part_end(self.source, range.start) == end, range);
    }
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => files(&path, found),
            Some("js" | "mjs" | "cjs") => found.push(path),
            _ => {}
        }
    }
}

/// Compares the tokens of all programs in `folders`, and answers how many there are.
fn compare(folders: impl Iterator<Item = PathBuf>) -> usize {
    let mut paths = Vec::new();
    folders.for_each(|folder| files(&folder, &mut paths));
    let mut programs = 0;
    let mut all = Vec::new();
    for path in paths {
        let Ok(source) = fs::read_to_string(&path) else { continue };
        let source = source.trim_start_matches('\u{feff}');
        // Of test262's programs that are none, the parser takes some.
        if source.contains("\nnegative:") {
            continue;
        }
        // Only scripts have HTML-like comments, and the lexicon is for both.
        let is_module = path.extension().is_some_and(|extension| extension == "mjs");
        let read = || parse(source, is_module).or_else(|| parse(source, !is_module));
        let Ok(Some((program, comments))) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)) else {
            continue;
        };
        programs += 1;
        let differences = differences(source, &program, comments);
        all.extend(differences.into_iter().take(3).map(|difference| format!("{}: {difference}", path.display())));
    }
    assert!(all.is_empty(), "{} differences:\n{}", all.len(), all[..all.len().min(40)].join("\n"));
    programs
}

#[test]
fn tokens_of_the_fixtures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures");
    assert!(compare([folder].into_iter()) > 2_000);
}

#[test]
fn tokens_of_other_programs() {
    let folders = std::env::var_os("UNAWAIT_TOKENS").unwrap_or_default();
    let programs = compare(std::env::split_paths(&folders).filter(|folder| !folder.as_os_str().is_empty()));
    println!("{programs} programs");
}

/// A number that follows `seed`, below `end`.
fn random(seed: &mut u64, end: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize % end
}

#[test]
fn names_of_all_scripts() {
    let starts: Vec<char> = ('\0'..=char::MAX).filter(|c| is_identifier_start(*c)).collect();
    let parts: Vec<char> = ('\0'..=char::MAX).filter(|c| is_identifier_part(*c)).collect();
    assert!(starts.len() > 130_000 && parts.len() > starts.len() + 2_000);
    let mut seed = 1;
    for _ in 0..2_000 {
        let mut source = String::new();
        for _ in 0..20 {
            let length = random(&mut seed, 6);
            let first = [starts[random(&mut seed, starts.len())]];
            let rest: Vec<char> = (0..length).map(|_| parts[random(&mut seed, parts.len())]).collect();
            for c in first.into_iter().chain(rest) {
                match random(&mut seed, 6) {
                    0 => source += &format!("\\u{{{:x}}}", u32::from(c)),
                    1 if u32::from(c) < 0x1_0000 => source += &format!("\\u{:04x}", u32::from(c)),
                    _ => source.push(c),
                }
            }
            source += [";", ".", "\u{2028}", "\n", "\u{a0},", "\u{3000}+\u{feff}"][random(&mut seed, 6)];
        }
        source.push('a');
        let Some((program, comments)) = parse(&source, false) else { panic!("{source} is no program") };
        assert_eq!(differences(&source, &program, comments), Vec::<String>::new(), "{source}");
    }
}
