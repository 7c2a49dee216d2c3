//! Source text to swc's tree.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};

use swc_common::Spanned;
use swc_common::comments::SingleThreadedComments;
use swc_ecma_ast::{EsVersion, ImportDecl, MetaPropExpr, MetaPropKind, ModuleDecl, Program};
use swc_ecma_parser::error::SyntaxError;
use swc_ecma_parser::{EsSyntax, Lexer, PResult, Parser, StringInput, Syntax, TsSyntax};
use swc_ecma_visit::{Visit, VisitWith, noop_visit_type};

use crate::objections::{Objection, ObjectionKind};
use crate::parsed::Parsed;
use crate::positions::{position, range};
use crate::reading::{Word, has_word};
use crate::repair::Repairs;
use crate::{Diagnostic, Language, SourceType, early_errors, html_comments, objections};

/// How many bytes are parsed for the sake of one source at most, in attempts to [repair](crate::repair) it; but some
/// attempts are made always.
const MAX_PARSED: usize = 1 << 25;
const MIN_ATTEMPTS: usize = 16;
/// In how many places one attempt is repaired, beside the one where the parser got stuck: to look for a repair takes time
/// linear in the file, and a file can hold an error in every third byte.
const MAX_TRIED: usize = 300;

/// Parses `source`.
#[cfg(test)]
pub(crate) fn parse(source: &str, source_type: SourceType) -> Result<Parsed, Vec<Diagnostic>> {
    parse_in(Language::JavaScript, source, source_type)
}

/// Parses `source`, comments and all.
///
/// # Errors
/// Every syntax error that the parser found, in source order.
pub(crate) fn parse_with_comments(
    source: &str,
    source_type: SourceType,
) -> Result<(Parsed, SingleThreadedComments), Vec<Diagnostic>> {
    let comments = SingleThreadedComments::default();
    let parsed = parse_whole(Language::JavaScript, source, source_type, Some(&comments))?;
    Ok((parsed, comments))
}

/// Parses a text in `language`, without its comments.
///
/// # Errors
/// As [`parse_with_comments`].
pub(crate) fn parse_in(language: Language, source: &str, source_type: SourceType) -> Result<Parsed, Vec<Diagnostic>> {
    parse_whole(language, source, source_type, None)
}

fn parse_whole(
    language: Language,
    source: &str,
    source_type: SourceType,
    comments: Option<&SingleThreadedComments>,
) -> Result<Parsed, Vec<Diagnostic>> {
    let parse = |source_type| parse_as(language, source, source_type, comments);
    match source_type {
        SourceType::Unknown => parse_by_syntax(source, parse),
        known => parse(known),
    }
}

/// CommonJS unless only a module can be meant, as Node decides:
/// <https://nodejs.org/api/packages.html#syntax-detection>.
fn parse_by_syntax(
    source: &str,
    parse: impl Fn(SourceType) -> Result<Parsed, Vec<Diagnostic>>,
) -> Result<Parsed, Vec<Diagnostic>> {
    // The likelier guess first, because the other parse is thrown away.
    if looks_like_module(source) {
        let module = parse(SourceType::Module);
        if module.as_ref().is_ok_and(|parsed| has_module_syntax(&parsed.program)) && is_sound(source, &module) {
            return module;
        }
        let commonjs = parse(SourceType::CommonJs);
        if is_sound(source, &commonjs) { commonjs } else { module }
    } else {
        let commonjs = parse(SourceType::CommonJs);
        if is_sound(source, &commonjs) {
            return commonjs;
        }
        let module = parse(SourceType::Module);
        if is_sound(source, &module) { module } else { commonjs }
    }
}

/// Whether the parser has made a tree without an objection that stands.
fn is_sound(source: &str, parsed: &Result<Parsed, Vec<Diagnostic>>) -> bool {
    parsed.as_ref().is_ok_and(|parsed| parsed.objections.is_empty() || early_errors::check(source, parsed).is_empty())
}

/// Whether the file holds an `import` or `export` declaration, or `import.meta`, as far as words tell that.
fn looks_like_module(source: &str) -> bool {
    let declares = |mut word: Word| match word.text {
        b"export" => word.is_at_top,
        // Neither `import("x")` nor `import.defer("x")`.
        b"import" => match word.behind.take(".") {
            Some(_) => word.behind.comes_word("meta"),
            None => word.is_at_top && !word.behind.comes("("),
        },
        _ => false,
    };
    memchr::memmem::find(source.as_bytes(), b"port").is_some() && has_word(source, &declares)
}

/// Parses `source` as it is, or as it can be [repaired](crate::repair).
fn parse_as(
    language: Language,
    source: &str,
    source_type: SourceType,
    comments: Option<&SingleThreadedComments>,
) -> Result<Parsed, Vec<Diagnostic>> {
    let blanked = match source_type {
        SourceType::Module => Cow::Borrowed(source),
        _ => html_comments::blank(source, |text| ends_in_code(language, text, source_type)),
    };
    let source = &*blanked;
    let mut repairs = Repairs::default();
    let mut furthest: Option<Attempt> = None;
    let attempts = (MAX_PARSED / source.len().max(1)).max(MIN_ATTEMPTS);
    for _ in 0..attempts {
        let mut attempt = match repairs.is_empty() {
            true => attempt(language, source, source_type, comments),
            // The positions of comments in a repaired text are not known.
            false => attempt(language, &repairs.apply(source), source_type, None),
        };
        attempt.errors.iter_mut().for_each(|(span, _)| {
            *span = repairs.original(span.start).min(source.len())..repairs.original(span.end).min(source.len());
        });
        // What the parser got stuck at may come of an error before.
        let stuck = attempt.program.is_none().then(|| attempt.errors.len().saturating_sub(1));
        let mut is_repaired = false;
        for (index, (span, kind)) in attempt.errors.iter().enumerate() {
            let is_tried = index < MAX_TRIED || Some(index) == stuck;
            if is_tried && (!is_repaired || Some(index) != stuck) {
                is_repaired |= repairs.add(source, kind, span);
            }
        }
        match attempt.program.take() {
            Some(mut program) if !is_repaired => {
                if !repairs.restore(&mut program) {
                    break;
                }
                if source_type != SourceType::Module {
                    html_comments::skip(source, &mut program);
                }
                // It takes the `await`s of functions within parameters for the parameters' own. The early errors know.
                let errors = attempt.errors.into_iter().filter(|(_, kind)| *kind != SyntaxError::AwaitParamInAsync);
                let objections = errors.map(|(span, error)| Objection::new(span, error)).collect();
                return Ok(Parsed { program, source_type, language, hidden_usings: repairs.usings(), objections });
            }
            _ => {}
        }
        if furthest.as_ref().is_none_or(|furthest| furthest.reach() < attempt.reach()) {
            furthest = Some(attempt);
        }
        if !is_repaired {
            break;
        }
    }
    // A repair that did not get the parser any further was none.
    let errors = furthest.map(|furthest| furthest.errors).unwrap_or_default();
    let last = errors.len().saturating_sub(1);
    // Without a tree, report the error that the parser got stuck at, and leave out objections that a rule might overrule.
    let objections = errors.into_iter().map(|(span, error)| Objection::new(span, error)).enumerate();
    let objections = objections.filter(|(index, objection)| *index == last || objection.kind == ObjectionKind::Other);
    let objections: Vec<Objection> = objections.map(|(_, objection)| objection).collect();
    let mut diagnostics = objections::reported(&objections, source, source_type);
    if diagnostics.is_empty() {
        let help = "it may be valid: please report it to unawait's authors";
        diagnostics
            .push(Diagnostic::error("syntax", "the parser does not get through this text", 0..0).with_help(help));
    }
    let is_foreign = |error: &Diagnostic| error.help.as_ref().is_some_and(|help| help.starts_with("this looks like"));
    if language != Language::JavaScript {
        diagnostics.iter_mut().filter(|error| is_foreign(error)).for_each(|error| error.help = None);
    } else if diagnostics.first().is_some_and(is_foreign) {
        // In another language nothing that follows is worth saying.
        diagnostics.truncate(1);
    }
    Err(diagnostics)
}

/// Whether `text` ends between two tokens, or in a comment of one line.
fn ends_in_code(language: Language, text: &str, source_type: SourceType) -> bool {
    let attempt = attempt(language, text, source_type, None);
    let is_open = |error: &SyntaxError| {
        let error = match error {
            SyntaxError::WithLabel { inner, .. } => inner.kind(),
            error => error,
        };
        matches!(
            error,
            SyntaxError::UnterminatedStrLit
                | SyntaxError::UnterminatedTpl
                | SyntaxError::UnterminatedBlockComment
                | SyntaxError::UnterminatedRegExp
        )
    };
    !attempt.errors.iter().any(|(span, error)| span.end >= text.len() && is_open(error))
}

/// What the parser made of a text: a tree, unless it got stuck at the last error.
struct Attempt {
    program: Option<Program>,
    errors: Vec<(Range<usize>, SyntaxError)>,
}

impl Attempt {
    /// How well it went: how far the parser got, and then how little it objected to before.
    fn reach(&self) -> (Option<usize>, Reverse<usize>) {
        (self.errors.last().map(|(span, _)| span.start), Reverse(self.errors.len()))
    }
}

fn attempt(
    language: Language,
    source: &str,
    source_type: SourceType,
    comments: Option<&SingleThreadedComments>,
) -> Attempt {
    if let Some(comments) = comments {
        // Those of an attempt that failed.
        let (mut leading, mut trailing) = comments.borrow_all_mut();
        leading.clear();
        trailing.clear();
    }
    // A byte order mark is no part of the program: https://tc39.es/ecma262/#sec-unicode-format-control-characters
    let bom = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let syntax = syntax(language);
    let input = StringInput::new(&source[bom..], position(bom), position(source.len()));
    let lexer = Lexer::new(syntax, EsVersion::EsNext, input, comments.map(|comments| comments as _));
    let mut parser = Parser::new_from(lexer);
    let mut parse = || -> PResult<Program> {
        match source_type {
            SourceType::Module => parser.parse_module().map(Program::Module),
            SourceType::Script => parser.parse_script().map(Program::Script),
            SourceType::CommonJs | SourceType::Unknown => parser.parse_commonjs().map(Program::Script),
        }
    };
    // The parser panics at some texts (see `PARSER.md`). Nothing is kept of it but the errors that it had found.
    let (program, stuck) = match panic::catch_unwind(AssertUnwindSafe(&mut parse)) {
        Ok(Ok(program)) => (Some(program), None),
        Ok(Err(error)) => (None, Some(error)),
        Err(_) => (None, None),
    };
    let errors = parser.take_errors().into_iter().chain(stuck).map(|error| (range(error.span()), error.into_kind()));
    Attempt { program, errors: errors.collect() }
}

fn syntax(language: Language) -> Syntax {
    if language.has_types() {
        let tsx = language == Language::Tsx;
        return Syntax::Typescript(TsSyntax { tsx, decorators: true, ..TsSyntax::default() });
    }
    Syntax::Es(EsSyntax {
        jsx: language == Language::Jsx,
        decorators: true,
        decorators_before_export: true,
        import_attributes: true,
        auto_accessors: true,
        explicit_resource_management: true,
        ..EsSyntax::default()
    })
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
    fn most_files_are_parsed_once() {
        assert!(looks_like_module("export{x}") && looks_like_module("a;\n  import x from 'y'"));
        assert!(looks_like_module("import.meta.url") && looks_like_module("import'x'"));
        assert!(!looks_like_module("\u{fffd}port { x }") && !looks_like_module("\u{e9}port { x }"));
        assert!(!looks_like_module("exports.x = 1;\nimport('y')") && !looks_like_module("x.export\ny.import "));
        assert!(!looks_like_module("/*\nimport x from 'x' */ `\nexport {}`"));
    }

    #[test]
    fn a_panic_of_the_parser_is_an_error() {
        // When this fails the parser has got better, and `PARSER.md` wants a line less.
        let panics = std::panic::catch_unwind(|| {
            let source = "const g{t(){return//\n`\\u`";
            let input = StringInput::new(source, position(0), position(source.len()));
            let lexer = Lexer::new(syntax(Language::JavaScript), EsVersion::EsNext, input, None);
            let _ = Parser::new_from(lexer).parse_script();
        });
        assert!(panics.is_err());
        let errors = parse("const g{t(){return//\n`\\u`", SourceType::Script).err().expect("errors");
        assert_eq!(errors[0].span, 6..7, "{errors:?}");
    }

    #[test]
    fn errors_carry_their_place() {
        let errors = parse("let x = ;", SourceType::Script).err().expect("an error");
        assert_eq!(errors[0].span, 8..9);
    }
}
