//! Diagnostics as stable plain text, for `diagnostics.txt` and `warnings.txt`.

use unawait_compiler::{Diagnostic, Severity};

/// One diagnostic a paragraph: `line:column: severity[code]: message`, then indented `help: ...`
/// and the other places.
/// Lines and columns count from 1, columns in characters.
pub fn diagnostics(source: &str, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let (line, column) = position(source, diagnostic.span.start);
        let severity = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        text += &format!("{line}:{column}: {severity}[{}]: {}\n", diagnostic.code, diagnostic.message);
        if let Some(help) = &diagnostic.help {
            text += &format!("  help: {help}\n");
        }
        for label in &diagnostic.labels {
            let (line, column) = position(source, label.span.start);
            text += &format!("  {line}:{column}: {}\n", label.message);
        }
    }
    text
}

/// Line and column of a byte offset, both from 1.
fn position(source: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(source.len());
    while !source.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &source[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use unawait_compiler::Diagnostic;

    #[test]
    fn positions_count_from_one_in_characters() {
        let source = "a\n\u{e4}\u{1f600}x";
        let diagnostic = Diagnostic::error("syntax", "no x here", 8..9).with_help("leave it out");
        assert_eq!(super::diagnostics(source, &[diagnostic]), "2:3: error[syntax]: no x here\n  help: leave it out\n");
    }
}
