//! Code that is not lowered is untouched. Line N of the output is line N of the input, except in state machines. The
//! helpers stand behind the program's last line.
//!
//! Checked with what [`Inventory`] knows: outside async functions no byte goes, and bytes come only where a
//! scope around an async function opens or at the start of the program.

use crate::syntax::Inventory;
use std::ops::Range;
use unawait_runtime::Block;
use unawait_syntax::lex::LINE_TERMINATORS;

/// Compares `output` with the `source` it was lowered from.
///
/// # Errors
/// The first line which is not as it should be.
pub fn check(source: &str, output: &str, inventory: &Inventory) -> Result<(), String> {
    let lines = line_ranges(source);
    let output = &without_helpers(source, output)?;
    let lowered = line_ranges(output);
    if lines.len() != lowered.len() {
        return Err(format!("the input has {} lines, the output {}", lines.len(), lowered.len()));
    }
    for (index, (line, lowered)) in lines.into_iter().zip(lowered).enumerate() {
        let (before, after) = (&source[line.clone()], &output[lowered]);
        if before == after {
            continue;
        }
        let number = index + 1;
        let in_function = overlaps(&inventory.outermost, &line);
        if !in_function && !overlaps(&inventory.insertable, &line) {
            return Err(format!("line {number} holds nothing to lower, but changed:\n-{before}\n+{after}"));
        }
        if !is_subsequence(&outside(source, line, &inventory.outermost), after) {
            return Err(format!("line {number} lost text that is not an async function's:\n-{before}\n+{after}"));
        }
    }
    Ok(())
}

/// Compares an `output` in which functions were turned inside out with the `source`: the lines that neither hold one
/// nor open a scope around one are still there, whole and in their order, and so is the rest of the text outside.
///
/// # Errors
/// The first line which is not as it should be.
pub fn check_outside(source: &str, output: &str, inventory: &Inventory) -> Result<(), String> {
    let lowered = line_ranges(output);
    let mut rest = lowered.iter().map(|line| &output[line.clone()]);
    let moved = |line: &Range<usize>| overlaps(&inventory.outermost, line) || overlaps(&inventory.insertable, line);
    for (index, line) in line_ranges(source).into_iter().enumerate() {
        let text = &source[line.clone()];
        if !moved(&line) && !rest.any(|other| other == text) {
            return Err(format!("line {} holds nothing to lower, but is not in the output: {text}", index + 1));
        }
    }
    if !is_subsequence(&outside(source, 0..source.len(), &inventory.outermost), output) {
        return Err("text that is not in a lowered function is not in the output".to_owned());
    }
    Ok(())
}

/// Whether `output`, without its helpers, has as many lines as the `source`.
pub fn are_as_many(source: &str, output: &str) -> bool {
    without_helpers(source, output).is_ok_and(|output| line_ranges(source).len() == line_ranges(&output).len())
}

/// The output without the lines of the helpers, and without the line break before them if it was put there for them.
fn without_helpers(source: &str, output: &str) -> Result<String, String> {
    let [first, last] = Block::IGNORED;
    let Some(start) = output.find(first) else { return Ok(output.to_owned()) };
    let Some(end) = output.find(last).map(|at| at + last.len()) else {
        return Err("the helpers have no end".to_owned());
    };
    let (before, behind) = (&output[..start], output[end..].trim_start_matches(['\r', '\n']));
    if !behind.is_empty() && !behind.starts_with("//") && !behind.starts_with("/*") {
        return Err(format!("code follows the helpers: {behind}"));
    }
    // A comment that leads to a source map may have stood on the last line.
    let had_break = source.strip_suffix(behind).is_none_or(|program| program.ends_with(LINE_TERMINATORS));
    let before = if had_break {
        before
    } else {
        before.strip_suffix('\n').map_or(before, |line| line.strip_suffix('\r').unwrap_or(line))
    };
    Ok(format!("{before}{behind}"))
}

/// The lines of `text` without their terminators, which are JavaScript's.
fn line_ranges(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if !matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            continue;
        }
        lines.push(start..at);
        if character == '\r' && characters.peek().is_some_and(|(_, next)| *next == '\n') {
            characters.next();
        }
        start = characters.peek().map_or(text.len(), |(next, _)| *next);
    }
    lines.push(start..text.len());
    lines
}

/// Whether a span touches the line; an empty span touches the line it is in.
fn overlaps(spans: &[Range<usize>], line: &Range<usize>) -> bool {
    spans.iter().any(|span| span.start <= line.end && line.start <= span.end)
}

/// The part of a line that is in none of `spans`.
fn outside(source: &str, line: Range<usize>, spans: &[Range<usize>]) -> String {
    let kept = source[line.clone()].char_indices().filter(|(at, _)| {
        let at = line.start + at;
        !spans.iter().any(|span| span.contains(&at))
    });
    kept.map(|(_, character)| character).collect()
}

fn is_subsequence(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|character| rest.any(|other| other == character))
}

#[cfg(test)]
mod tests {
    use crate::syntax::inventory;
    use unawait_compiler::{SourceType, Target};

    fn check(source: &str, output: &str) -> Result<(), String> {
        super::check(source, output, &inventory(source, SourceType::Unknown, Target::Generators).unwrap())
    }

    #[test]
    fn lines_outside_state_machines_stay_whole_and_in_order() {
        let check = |source: &str, output: &str| {
            let inventory = inventory(source, SourceType::Unknown, Target::StateMachines).unwrap();
            super::check_outside(source, output, &inventory)
        };
        let source = "a;\nb;\nfunction* f() {\n  c;\n} d;\ne;\n";
        assert!(check(source, "H; a;\nb;\nfunction f() {\n  M;\n  N;\n} d;\ne;\n").is_ok());
        assert!(check(source, "H; a;\nfunction f() { } d;\ne;\n").is_err());
        assert!(check(source, "H; a;\nb;\nfunction f() { }\ne;\n").is_err());
        assert!(check(source, "H; a;\ne;\nfunction f() { } d;\nb;\n").is_err());
    }

    #[test]
    fn insertions_are_allowed_only_where_scopes_open() {
        let source = "a;\nb;\nfunction f() {\n  c;\n  g(async () => 1);\n}\n";
        assert!(check(source, "H; a;\nb;\nfunction f() { var _g;\n  c;\n  g(() => _g);\n}\n").is_ok());
        assert!(check(source, "a;\nb; H;\nfunction f() {\n  c;\n  g(() => 1);\n}\n").is_err());
        assert!(check(source, "a;\nb;\nfunction f() {\n  c; H;\n  g(() => 1);\n}\n").is_ok());
        assert!(check(source, "a;\nb;\nfunction f() {\n  c;\n  g(() => 1);\n} H\n").is_err());
    }

    #[test]
    fn text_outside_functions_never_goes() {
        let source = "a;\nx = [async () => 1, 2];\n";
        assert!(check(source, "a;\nx = [() => g, 2];\n").is_ok());
        assert!(check(source, "a;\nx = [() => g];\n").is_err());
        assert!(check(source, "a;\n\nx = [() => g, 2];\n").is_err());
    }

    #[test]
    fn helpers_stand_behind_the_program() {
        let [first, last] = unawait_runtime::Block::IGNORED;
        let helpers = format!("{first}\nfunction H() {{}}\n{last}");
        for end in ["", "\n"] {
            let source = format!("a;\nx = async () => 1;{end}");
            assert!(check(&source, &format!("a;\nx = () => g;\n{helpers}{end}")).is_ok());
            assert!(check(&source, &format!("a;\n{helpers}\nx = () => g;{end}")).is_err());
            assert!(check(&source, &format!("a;\nx = () => g;\n\n{helpers}{end}")).is_err());
        }
    }

    #[test]
    fn every_terminator_ends_a_line() {
        assert_eq!(super::line_ranges("a\r\nb\rc\u{2028}d\n"), [0..1, 3..4, 5..6, 9..10, 11..11]);
    }
}
