//! Source text to swc's tree. swc's positions stay within this crate: byte `n` of the text is `BytePos(n + 1)`.

use std::collections::HashMap;
use std::ops::Range;

use swc_common::{BytePos, Span, Spanned};
use swc_ecma_ast::{EsVersion, ImportDecl, MetaPropExpr, MetaPropKind, ModuleDecl, Program};
use swc_ecma_parser::{EsSyntax, Lexer, PResult, Parser, StringInput, Syntax, error::Error};
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use crate::hide::hide;
use crate::{Diagnostic, SourceType};

/// swc reserves position 0 for "nowhere".
const BASE: u32 = 1;

/// The bytes of a node.
pub(crate) fn range(span: Span) -> Range<usize> {
    (span.lo.0 - BASE) as usize..(span.hi.0 - BASE) as usize
}

/// A parsed file.
pub(crate) struct Parsed {
    pub program: Program,
    /// Never `Unknown`.
    pub source_type: SourceType,
    /// `using` and `await using` in the heads of `for` loops, which the tree has as `const`, by where they begin.
    pub hidden_usings: HashMap<usize, Range<usize>>,
}

/// Parses `source`.
///
/// # Errors
/// Every syntax error that the parser found, in source order.
pub(crate) fn parse(source: &str, source_type: SourceType) -> Result<Parsed, Vec<Diagnostic>> {
    let parse = |text: &str| match source_type {
        SourceType::Unknown => parse_by_syntax(text),
        known => parse_as(text, known),
    };
    parse(source).or_else(|errors| {
        let hidden = hide(source).ok_or_else(|| errors.clone())?;
        let parsed = parse(&hidden.text).map_err(|_| errors)?;
        Ok(Parsed { hidden_usings: hidden.usings, ..parsed })
    })
}

/// CommonJS unless only a module can be meant, as Node decides:
/// <https://nodejs.org/api/packages.html#syntax-detection>.
fn parse_by_syntax(source: &str) -> Result<Parsed, Vec<Diagnostic>> {
    // The likelier guess first: whoever loses has been parsed in vain.
    if looks_like_module(source) {
        match parse_as(source, SourceType::Module) {
            Ok(parsed) if has_module_syntax(&parsed.program) => Ok(parsed),
            Ok(parsed) => Ok(parse_as(source, SourceType::CommonJs).unwrap_or(parsed)),
            Err(errors) => parse_as(source, SourceType::CommonJs).map_err(|_| errors),
        }
    } else {
        parse_as(source, SourceType::CommonJs)
            .or_else(|errors| parse_as(source, SourceType::Module).map_err(|_| errors))
    }
}

/// Whether a line begins with `import` or `export`.
fn looks_like_module(source: &str) -> bool {
    memchr::memmem::find_iter(source.as_bytes(), "port").any(|at| {
        let word = at.checked_sub(2).map_or("", |start| source.get(start..at).unwrap_or(""));
        let line = source[..at.saturating_sub(2)].trim_end_matches([' ', '\t']);
        (word == "im" || word == "ex") && (line.is_empty() || line.ends_with(['\n', '\r', ';', '}', '/', '\u{feff}']))
    })
}

fn parse_as(source: &str, source_type: SourceType) -> Result<Parsed, Vec<Diagnostic>> {
    // A byte order mark is no part of the program: https://tc39.es/ecma262/#sec-unicode-format-control-characters
    let bom = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (start, end) = (BytePos(BASE + bom as u32), BytePos(BASE + source.len() as u32));
    let syntax = Syntax::Es(EsSyntax {
        decorators: true,
        decorators_before_export: true,
        import_attributes: true,
        auto_accessors: true,
        explicit_resource_management: true,
        ..EsSyntax::default()
    });
    let lexer = Lexer::new(syntax, EsVersion::EsNext, StringInput::new(&source[bom..], start, end), None);
    let mut parser = Parser::new_from(lexer);
    let program: PResult<Program> = match source_type {
        SourceType::Module => parser.parse_module().map(Program::Module),
        SourceType::Script => parser.parse_script().map(Program::Script),
        SourceType::CommonJs | SourceType::Unknown => parser.parse_commonjs().map(Program::Script),
    };
    let mut errors: Vec<Error> = parser.take_errors();
    match program {
        Ok(program) if errors.is_empty() => return Ok(Parsed { program, source_type, hidden_usings: HashMap::new() }),
        Ok(_) => {}
        Err(error) => errors.push(error),
    }
    let mut diagnostics: Vec<Diagnostic> = errors.into_iter().map(|error| diagnose(error, source.len())).collect();
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    diagnostics.dedup();
    Err(diagnostics)
}

fn diagnose(error: Error, len: usize) -> Diagnostic {
    let span = range(error.span());
    let message = error.kind().msg().trim_end_matches('.').to_owned();
    Diagnostic::error("syntax", message, span.start.min(len)..span.end.min(len))
}

fn has_module_syntax(program: &Program) -> bool {
    struct Find(bool);
    impl Visit for Find {
        noop_visit_type!();
        fn visit_module_decl(&mut self, _: &ModuleDecl) {
            self.0 = true;
        }
        fn visit_import_decl(&mut self, _: &ImportDecl) {
            self.0 = true;
        }
        fn visit_meta_prop_expr(&mut self, meta: &MetaPropExpr) {
            self.0 |= meta.kind == MetaPropKind::ImportMeta;
        }
    }
    let mut find = Find(false);
    program.visit_with(&mut find);
    find.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detected(source: &str) -> SourceType {
        parse(source, SourceType::Unknown).map(|parsed| parsed.source_type).expect(source)
    }

    #[test]
    fn syntax_decides_as_node_does() {
        assert_eq!(detected("require('x'); return 1"), SourceType::CommonJs);
        assert_eq!(detected("var await = 1; await (2)"), SourceType::CommonJs);
        assert_eq!(detected("import 'x'"), SourceType::Module);
        assert_eq!(detected("let x = 1; export { x }"), SourceType::Module);
        assert_eq!(detected("await 0"), SourceType::Module);
        assert_eq!(detected("const u = import.meta.url"), SourceType::Module);
        assert_eq!(detected("import('x')\nwith (a) b"), SourceType::CommonJs);
    }

    #[test]
    fn errors_carry_their_place() {
        let errors = parse("let x = ;", SourceType::Script).err().expect("an error");
        assert_eq!(errors[0].span, 8..9);
    }
}
