//! The parser's errors in words for people: what is wrong, and what to write instead.

use std::ops::Range;

use swc_ecma_parser::error::SyntaxError;

use crate::lex::{
    is_identifier_part, is_identifier_start, is_word_at, name_end, name_start, next_token, string_end,
    template_part_end,
};
use crate::{Diagnostic, SourceType};

/// The words that begin what is TypeScript's alone.
const TYPESCRIPT: [&str; 12] = [
    "interface",
    "type",
    "enum",
    "namespace",
    "declare",
    "abstract",
    "as",
    "satisfies",
    "private",
    "public",
    "protected",
    "readonly",
];

const OTHER_LANGUAGE: &str = "this looks like TypeScript: name the file .ts, or compile it to JavaScript first";

/// What is said of `error` at `span`.
pub(crate) fn diagnostic(source: &str, source_type: SourceType, error: &SyntaxError, span: Range<usize>) -> Diagnostic {
    let error = match error {
        SyntaxError::WithLabel { inner, .. } => inner.kind(),
        error => error,
    };
    if let Some(word) = await_before(source, span.start).filter(|_| is_about_a_token(error)) {
        return misplaced_await(source, source_type, word);
    }
    let diagnostic = Diagnostic::error("syntax", message(source, error, &span), span.clone());
    match help(source, source_type, error, &span) {
        Some(help) => diagnostic.with_help(help),
        None => match ends_too_early(source, error, span.start).then(|| unclosed(source)).flatten() {
            Some(at) => diagnostic.with_label(at..at + 1, format!("this `{}` is not closed", &source[at..at + 1])),
            None => diagnostic,
        },
    }
}

/// Whether the program ends where the parser expects more.
fn ends_too_early(source: &str, error: &SyntaxError, at: usize) -> bool {
    is_about_a_token(error) && next_token(source, at) == source.len()
}

/// Whether the parser met a token that cannot stand where it does.
fn is_about_a_token(error: &SyntaxError) -> bool {
    matches!(
        error,
        SyntaxError::Expected(..)
            | SyntaxError::Unexpected { .. }
            | SyntaxError::ExpectedSemiForExprStmt { .. }
            | SyntaxError::ExpectedSemi
            | SyntaxError::ExpectedIdent
            | SyntaxError::TS1003
            | SyntaxError::TS1005
            | SyntaxError::TS1109
            | SyntaxError::Eof
    )
}

fn message(source: &str, error: &SyntaxError, span: &Range<usize>) -> String {
    let found = found(source, span.start);
    match error {
        SyntaxError::TS1005 if span.is_empty() => "A `try` needs a `catch` or a `finally`".to_owned(),
        SyntaxError::Expected(expected, _) => {
            format!("Expected `{}`, found {found}", expected.trim_matches(['\'', '`']))
        }
        SyntaxError::Unexpected { .. } | SyntaxError::TS1003 => format!("Unexpected {found}"),
        SyntaxError::ExpectedSemiForExprStmt { .. } | SyntaxError::ExpectedSemi | SyntaxError::TS1005 => {
            format!("Expected `;` or a line break, found {found}")
        }
        SyntaxError::TS1109 => format!("Expected an expression, found {found}"),
        SyntaxError::ExpectedIdent => format!("Expected a name, found {found}"),
        SyntaxError::ImportExportInScript => {
            "`import` and `export` are for modules, and this file is read as none".to_owned()
        }
        SyntaxError::NotSimpleAssign | SyntaxError::InvalidAssignTarget | SyntaxError::TS2406 => {
            "Only a variable, a property or a pattern can be assigned to".to_owned()
        }
        error => error.msg().trim_end_matches('.').to_owned(),
    }
}

fn help(source: &str, source_type: SourceType, error: &SyntaxError, span: &Range<usize>) -> Option<String> {
    let token = token(source, span.start);
    let help = match error {
        SyntaxError::ImportExportInScript
            if ["import type", "export type", "export interface"]
                .iter()
                .any(|words| source[span.start..].starts_with(words)) =>
        {
            OTHER_LANGUAGE
        }
        SyntaxError::ImportExportInScript if source_type == SourceType::Script => {
            "say --source-type module if it is a module"
        }
        SyntaxError::ImportExportInScript => {
            "a module is named .mjs, or its package.json has \"type\": \"module\"; --source-type module overrules both"
        }
        SyntaxError::NullishCoalescingWithLogicalOp => "put parentheses around one of them",
        SyntaxError::UnaryInExp { .. } => "put parentheses around the left side: `(await x) ** 2`",
        SyntaxError::LineBreakInThrow => "put what is thrown on the same line",
        SyntaxError::UnexpectedChar { c: '“' | '”' | '‘' | '’' } => "write straight quotes, \" or '",
        SyntaxError::ConstDeclarationsRequireInitialization => "give it a value, or write `let`",
        _ if !is_about_a_token(error) && !matches!(error, SyntaxError::UnexpectedTokenWithSuggestions { .. }) => {
            return None;
        }
        _ if source.trim_start().starts_with("<!") || source.trim_start().starts_with("<html") => {
            "this is HTML; give the scripts in it one by one"
        }
        _ if matches!(word_before(source, span.start), "await" | "yield") && matches!(token, ":" | "=" | ")") => {
            return Some(format!("`{}` is no name here", word_before(source, span.start)));
        }
        SyntaxError::Unexpected { .. } if token == "let" => {
            "`let` is no name for what `let`, `const` or `class` declares"
        }
        _ if is_markup(source, span.start) => {
            "this looks like JSX: name the file .jsx, or transform it to JavaScript first"
        }
        _ if is_typed(source, span.start) && source.contains("@flow") => {
            "this looks like Flow: strip the types first, then lower what is left"
        }
        _ if is_typed(source, span.start) => {
            "this looks like TypeScript: name the file .ts, or compile it to JavaScript first"
        }
        SyntaxError::ExpectedIdent if token.starts_with(is_identifier_part) => {
            return Some(format!("`{token}` is a reserved word: choose another name"));
        }
        SyntaxError::ExpectedSemiForExprStmt { .. } if word_before(source, span.start) == "async" => {
            "write `async function`"
        }
        _ => return None,
    };
    Some(help.to_owned())
}

/// The `await` before the token at `at`, if there is one.
fn await_before(source: &str, at: usize) -> Option<usize> {
    let word = memchr::memmem::rfind(&source.as_bytes()[..at], b"await")?;
    let is_word = is_word_at(source, word, "await") && !source[..word].ends_with(['.', '#']);
    let operand = source[at..].starts_with(|c| is_identifier_part(c) || matches!(c, '{' | '"' | '\'' | '!' | '~'));
    (is_word && operand && next_token(source, word + "await".len()) == at).then_some(word)
}

fn misplaced_await(source: &str, source_type: SourceType, word: usize) -> Diagnostic {
    let message = "`await` is only valid in async functions and at the top level of modules";
    let help = match (unclosed(&source[..word]).is_some(), source_type) {
        (true, _) => "mark the function that it stands in `async`",
        (false, SourceType::Script) => "put it into an async function: `(async () => { … })()`",
        (false, _) => {
            "put it into an async function, or make the file a module: .mjs, or \"type\": \"module\" in package.json"
        }
    };
    Diagnostic::error("illegal-await", message, word..word + "await".len()).with_help(help)
}

/// Whether markup begins at `at`, or shortly before.
fn is_markup(source: &str, at: usize) -> bool {
    let from = source[..at].rfind('\n').map_or(0, |line| line + 1);
    source[from..].char_indices().take_while(|(offset, _)| from + offset <= at).any(|(offset, c)| {
        let (before, rest) = (source[..from + offset].trim_end(), &source[from + offset + c.len_utf8()..]);
        let begins = before.is_empty()
            || before.ends_with(['=', '(', '?', ':', '>', ',', '{', '['])
            || before.ends_with("return");
        c == '<' && begins && rest.starts_with(|c| is_identifier_start(c) || c == '>') && source.contains(['/'])
    })
}

/// Whether a type, or what only typed languages have, seems to stand at `at`.
fn is_typed(source: &str, at: usize) -> bool {
    let (before, token) = (word_before(source, at), token(source, at));
    let behind_name = source[..at].trim_end().ends_with(|c| is_identifier_part(c) || matches!(c, ')' | ']' | '}'));
    TYPESCRIPT.contains(&before)
        || TYPESCRIPT.contains(&token)
        || (matches!(token, ":" | "?" | "!") && behind_name && !source.trim_start().starts_with('{'))
        || (token == "<"
            && source[..at].ends_with(is_identifier_part)
            && source[at + 1..].starts_with(|c: char| c.is_uppercase()))
        || (before == "T" && token == ">")
}

/// The word that ends just before the token at `at`.
fn word_before(source: &str, at: usize) -> &str {
    let before = source[..at].trim_end();
    &before[name_start(before, before.len())..]
}

/// The word or the character at `at`.
fn token(source: &str, at: usize) -> &str {
    let at = at.min(source.len());
    let character = source[at..].chars().next().map_or(0, char::len_utf8);
    &source[at..name_end(source, at).max(at + character)]
}

fn found(source: &str, at: usize) -> String {
    match token(source, next_token(source, at)) {
        "" => "the end of the file".to_owned(),
        token => format!("`{}`", token.chars().take(40).collect::<String>()),
    }
}

/// The last bracket that is open at the end of `source`: regular expressions aside, which is good enough for a hint.
fn unclosed(source: &str) -> Option<usize> {
    let mut open = Vec::new();
    let mut at = next_token(source, 0);
    while let Some(c) = source[at..].chars().next() {
        let literal_end = match c {
            '"' | '\'' => string_end(source, at),
            '`' => {
                let mut part = template_part_end(source, at + 1);
                while let Some((end, true)) = part {
                    part = template_part_end(source, end);
                }
                part.map(|(end, _)| end)
            }
            _ => None,
        };
        match c {
            '(' | '[' | '{' => open.push(at),
            ')' | ']' | '}' => {
                open.pop();
            }
            _ => {}
        }
        at = next_token(source, literal_end.unwrap_or(at + c.len_utf8()));
    }
    open.pop()
}

#[cfg(test)]
mod tests {
    use crate::{SourceType, inventory};

    /// The first error: its code, its message, its help.
    fn first(source: &str, source_type: SourceType) -> (&'static str, String, String) {
        let error = inventory(source, source_type).expect_err(source).remove(0);
        (error.code, error.message, error.help.unwrap_or_default())
    }

    #[track_caller]
    fn helps(source: &str, part: &str) {
        let (_, message, help) = first(source, SourceType::CommonJs);
        assert!(help.contains(part), "{source}: {message}: {help}");
    }

    #[test]
    fn await_without_async() {
        for source in ["function f() { await g(); }", "x(() => { y = await z });", "if (a) { await b }"] {
            assert_eq!(first(source, SourceType::CommonJs).0, "illegal-await", "{source}");
            helps(source, "`async`");
        }
        helps("await f()", "module");
        helps("const x = await f();", ".mjs");
        assert_eq!(first("await: 1; x.await y", SourceType::Script).0, "syntax");
    }

    #[test]
    fn other_languages() {
        for source in [
            "function f(x: number) {}",
            "function f(x): void {}",
            "interface A {}",
            "type A = string;",
            "const x = y as string;",
            "class A { private x = 1 }",
            "function f<T>(x) {}",
            "function f(a?) {}",
            "enum A { B }",
        ] {
            helps(source, "TypeScript");
        }
        helps("// @flow\nfunction f(x: string) {}", "Flow");
        helps("const a = <div>{x}</div>;", "JSX");
        helps("f(<A b={1} />)", "JSX");
        helps("<!DOCTYPE html>", "HTML");
        helps("import type { A } from 'a'", "TypeScript");
        assert_eq!(first("for (let i = 0, i < 3, i++);", SourceType::Script).2, "");
        helps("x = “abc”", "straight");
        helps("import x from 'x'", "--source-type module");
    }

    #[test]
    fn what_is_expected_and_what_is_found() {
        assert_eq!(first("f(1, (2);", SourceType::Script).1, "Expected `,`, found `;`");
        assert_eq!(first("return_ 1", SourceType::Script).1, "Expected `;` or a line break, found `1`");
        assert_eq!(first("x = ;", SourceType::Script).1, "Expected an expression, found `;`");
        assert_eq!(first("try {}", SourceType::Script).1, "A `try` needs a `catch` or a `finally`");
        helps("var class = 1", "`class` is a reserved word");
        helps("async f() {}", "async function");
    }

    #[test]
    fn the_bracket_that_is_not_closed() {
        let error = inventory("f(() => {\n  g('}');\n", SourceType::Script).expect_err("an error").remove(0);
        assert_eq!(error.labels[0].span, 8..9, "{error:?}");
        assert!(error.message.contains("the end of the file"), "{error:?}");
    }

    #[test]
    fn nothing_panics_anywhere() {
        let source = "async () => { “ä” `${ await é } /* ” */ <ü> : ? ! \u{2028} 'ß\\";
        for (at, _) in source.char_indices() {
            let _ = inventory(&source[at..], SourceType::CommonJs);
            let _ = inventory(&source[..at], SourceType::Module);
        }
    }
}
