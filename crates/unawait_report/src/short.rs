//! For editors and `grep`: a line each, `file:line:column: severity[code]: message`.

use unawait_compiler::Diagnostic;

use crate::position::Locator;
use crate::printable::printable;
use crate::{Failure, severity};

/// `diagnostics` about the program `source`, which is called `name`.
pub fn diagnostics(name: &str, source: &str, diagnostics: &[Diagnostic]) -> String {
    each(name, source, diagnostics).concat()
}

/// The same, one by one.
pub fn each(name: &str, source: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut locator = Locator::new(source);
    let line = |diagnostic: &Diagnostic| {
        let position = locator.position(diagnostic.span.start);
        let severity = severity(diagnostic.severity);
        let message = one_line(&diagnostic.message);
        format!("{name}:{}:{}: {severity}[{}]: {message}\n", position.line, position.column, diagnostic.code)
    };
    diagnostics.iter().map(line).collect()
}

/// A failure, without its help.
pub fn failure(failure: Failure<'_>) -> String {
    format!("{}: {}\n", severity(failure.severity), one_line(failure.message))
}

fn one_line(text: &str) -> String {
    printable(&text.lines().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_each() {
        let found = [Diagnostic::error("syntax", "No", 4..5), Diagnostic::warning("direct-eval", "Hm\nm", 6..7)];
        let expected = "x.js:2:3: error[syntax]: No\nx.js:3:1: warning[direct-eval]: Hm m\n";
        assert_eq!(diagnostics("x.js", "a\nb @\n@", &found), expected);
        assert_eq!(failure(Failure::error("failed", "cannot read `x`")), "error: cannot read `x`\n");
    }
}
