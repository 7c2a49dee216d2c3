//! `--explain`: what the codes of errors and warnings mean.

use std::fmt::Write as _;

use unawait_compiler::codes::{ERRORS, WARNINGS, explanation};

use crate::exit::Failure;
use crate::output;
use crate::report::printable;

/// How wide a paragraph gets.
const WIDTH: usize = 80;

/// Prints what `code` means, or for an empty one all codes.
///
/// # Errors
/// When there is no such code, or nobody to print to.
pub fn explain(code: &str) -> Result<(), Failure> {
    let text = match code {
        "" => all(),
        code => match explanation(code) {
            Some(text) => format!("{code}\n\n{}", paragraph(text, "")),
            None => {
                let failure = Failure::trouble(format!("there is no code `{}`", printable(code)));
                return Err(failure.with_help("`unawait --explain` lists them all"));
            }
        },
    };
    output::to_stdout(text.as_bytes())
}

fn all() -> String {
    let mut text = String::new();
    for (title, codes) in [("Errors", ERRORS), ("Warnings", WARNINGS)] {
        let _ = writeln!(text, "{title}:\n");
        for (code, explanation) in codes {
            let _ = writeln!(text, "  {code}\n{}", paragraph(explanation, "      "));
        }
    }
    text
}

/// `text` in lines that begin with `indent`.
fn paragraph(text: &str, indent: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().filter(|line| line.is_empty() || line.len() + word.len() < WIDTH - indent.len());
        match line {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| format!("{indent}{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_of_lines() {
        let text = paragraph(&"word ".repeat(20), "  ");
        assert!(text.lines().count() == 2 && text.lines().all(|line| line.len() <= WIDTH && line.starts_with("  w")));
    }

    #[test]
    fn every_code_is_explained_once() {
        let codes: Vec<_> = ERRORS.iter().chain(WARNINGS).map(|(code, _)| *code).collect();
        for code in &codes {
            assert_eq!(codes.iter().filter(|other| other == &code).count(), 1, "{code}");
            assert!(all().contains(&format!("  {code}\n")));
        }
        assert!(explanation("nothing").is_none());
    }
}
