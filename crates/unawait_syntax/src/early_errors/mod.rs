//! Early errors: programs that the parser takes and the specification forbids. Lowering must not make valid ones of
//! them, so they are refused. Each rule is one function, named after it, in the file of the construct it speaks of;
//! what the parser refuses itself is not looked for again, but where it is wrong the rule overrules it.
//!
//! One walk over the tree, in source order. <https://tc39.es/ecma262/#early-error-rule>

mod checker;
mod classes;
mod declarations;
mod declared;
mod expressions;
mod functions;
mod identifiers;
mod labels;
mod modules;
mod private_names;
mod state;
mod statements;
mod typescript;
mod walk;

use swc_ecma_ast::Program;

use crate::Diagnostic;
#[cfg(test)]
use crate::SourceType;
use crate::objections::{self, Objection};
use crate::parsed::Parsed;
use checker::Checker;

/// The early errors of a parsed file, in source order.
pub(crate) fn check(source: &str, parsed: &Parsed) -> Vec<Diagnostic> {
    if parsed.language.has_types() {
        // Overloads, merged declarations and the like obey other rules, which are for those who check types.
        let mut checker = Checker::new(source, parsed);
        checker.typescript(&parsed.program);
        return with_objections(checker, parsed);
    }
    let mut checker = Checker::new(source, parsed);
    match &parsed.program {
        Program::Module(module) => checker.module(&module.body),
        Program::Script(script) => checker.script(&script.body),
    }
    with_objections(checker, parsed)
}

/// What the checker has found, and the parser's objections that stand beside that, in source order.
fn with_objections(mut checker: Checker, parsed: &Parsed) -> Vec<Diagnostic> {
    let mut diagnostics = std::mem::take(&mut checker.diagnostics);
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    let stands = parsed.objections.iter().filter(|objection| {
        let span = &objection.span;
        // What a rule says is said better.
        let next = diagnostics.partition_point(|ours| ours.span.start < span.start);
        let is_said = diagnostics.get(next).is_some_and(|ours| ours.span.start < span.end.max(span.start + 1));
        !is_said && !checker.is_overruled(objection)
    });
    let stands: Vec<Objection> = stands.cloned().collect();
    diagnostics.extend(objections::reported(&stands, checker.source, parsed.source_type));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    // Two rules can object to one word: once is enough.
    diagnostics.dedup_by_key(|diagnostic| diagnostic.span.start);
    diagnostics
}

/// What is found in a program.
#[cfg(test)]
fn errors(source: &str, source_type: SourceType) -> Vec<String> {
    let parsed = crate::parse::parse(source, source_type).unwrap_or_else(|error| panic!("{source}: {error:?}"));
    check(source, &parsed).into_iter().map(|diagnostic| diagnostic.message).collect()
}

/// Asserts that a script is accepted.
#[cfg(test)]
#[track_caller]
fn accepts(source: &str) {
    assert_eq!(errors(source, SourceType::Script), Vec::<String>::new(), "{source}");
}

/// Asserts that a script is refused with `message`, and with nothing else.
#[cfg(test)]
#[track_caller]
fn refuses(source: &str, message: &str) {
    assert_eq!(errors(source, SourceType::Script), [message], "{source}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_come_in_source_order_and_once() {
        let found = errors("l: async function f() { '\\01'; let a, a; }\nlet f;", SourceType::Script);
        assert_eq!(found.len(), 3);
        assert!(found[0].starts_with("Async functions"), "{found:?}");
        assert_eq!(found[1], "Identifier 'a' has already been declared");
    }

    #[test]
    fn deep_programs_and_many_names_take_linear_time() {
        let depth = 5_000;
        let nested = format!("{}{}", "try {} catch (e) { var e; ".repeat(depth), "}".repeat(depth));
        let labels: String = (0..depth).map(|n| format!("l{n}: ")).chain(["break l0".to_owned()]).collect();
        let pattern = format!("let {}a{} = x", "[".repeat(depth), "]".repeat(depth));
        for source in [nested, labels, pattern] {
            // The parser, and letting go of so deep a tree, take more stack than there is.
            let parse = || crate::parse::parse(&source, SourceType::Script).expect("a program");
            let parsed = stacker::grow(1 << 30, parse);
            assert!(check(&source, &parsed).is_empty());
            stacker::grow(1 << 30, || drop(parsed));
        }
    }
}
