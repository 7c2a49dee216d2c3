//! The lexicon against the parser's own tokens: over the fixtures, over names made of the letters of all scripts, and
//! over the folders in `UNAWAIT_TOKENS`, which are separated as those of `PATH` are.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use swc_common::BytePos;
use swc_ecma_parser::unstable::{Capturing, Token, TokenAndSpan};
use swc_ecma_parser::{EsSyntax, EsVersion, Lexer, Parser, StringInput, Syntax};
use unawait_syntax::lex::{
    Reserved, decoded, has_line_terminator, is_identifier_part, is_identifier_start, name_end, name_start, next_token,
    number_end, regular_expression_end, reserved, string_end, template_part_end,
};

/// The tokens of `source`, if it is a program.
fn tokens(source: &str, is_module: bool) -> Option<Vec<TokenAndSpan>> {
    let syntax = Syntax::Es(EsSyntax {
        decorators: true,
        import_attributes: true,
        auto_accessors: true,
        explicit_resource_management: true,
        ..EsSyntax::default()
    });
    let input = StringInput::new(source, BytePos(1), BytePos(source.len() as u32 + 1));
    let lexer = Lexer::new(syntax, EsVersion::EsNext, input, None);
    let mut parser = Parser::new_from(Capturing::new(lexer));
    let is_parsed = match is_module {
        true => parser.parse_module().is_ok(),
        false => parser.parse_commonjs().is_ok(),
    };
    let tokens = parser.input_mut().iter.take();
    (is_parsed && parser.take_errors().is_empty()).then_some(tokens)
}

/// What the lexicon says otherwise than the parser.
fn differences(source: &str, tokens: &[TokenAndSpan]) -> Vec<String> {
    let mut differences = Vec::new();
    let mut behind = 0;
    let mut in_template = false;
    for TokenAndSpan { token, had_line_break, span } in tokens {
        let Range { start, end } = span.lo.0 as usize - 1..span.hi.0 as usize - 1;
        // The parser has a token behind an HTML-like comment begin where the comment does.
        let start = if in_template { start } else { next_token(source, start) };
        let mut wants = |what: &str, is: bool| {
            if !is {
                differences.push(format!("{what} at {start}: {:?}", &source[start..end]));
            }
        };
        if !in_template {
            wants("a token", next_token(source, behind) == start);
            wants("a line break", behind == 0 || has_line_terminator(source, behind, start) == *had_line_break);
        }
        let text = &source[start..end];
        match token {
            Token::Num | Token::BigInt => wants("a number", number_end(source, start) == end),
            Token::Str => wants("a string", string_end(source, start) == Some(end)),
            Token::Regex => {
                let slash = regular_expression_end(source, start);
                wants("a regular expression", slash.map(|slash| name_end(source, slash)) == Some(end));
            }
            Token::NoSubstitutionTemplateLiteral => {
                wants("a template", template_part_end(source, start + 1) == Some((end, false)));
            }
            Token::TemplateHead | Token::TemplateMiddle => {
                wants("a template's part", template_part_end(source, start + 1) == Some((end, true)));
            }
            Token::TemplateTail => wants("a template's end", template_part_end(source, start + 1) == Some((end, false))),
            _ if text.starts_with(|c| c == '\\' || is_identifier_start(c)) => {
                wants("a name", name_end(source, start) == end);
                wants("a name from behind", name_start(source, end) == start);
                let is_kept = reserved(&decoded(text)) == Some(Reserved::Always);
                wants("a reserved word", !is_kept || *token != Token::Ident);
            }
            _ => wants("punctuation", name_end(source, start) == start),
        }
        in_template = *token == Token::Template;
        behind = end;
    }
    differences
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
        // Only scripts have HTML-like comments, and the lexicon is for both.
        let is_module = path.extension().is_some_and(|extension| extension == "mjs");
        let read = || tokens(source, is_module).or_else(|| tokens(source, !is_module));
        let Ok(Some(tokens)) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(read)) else { continue };
        programs += 1;
        let differences = differences(source, &tokens);
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
        let Some(tokens) = tokens(&source, false) else { panic!("{source} is no program") };
        assert_eq!(differences(&source, &tokens), Vec::<String>::new(), "{source}");
    }
}
