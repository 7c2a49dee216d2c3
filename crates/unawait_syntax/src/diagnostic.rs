//! What is told to the user: one message, one place in the source, and, where there is one, a way out.

use std::fmt;
use std::ops::Range;

/// How bad it is. An error refuses the input; a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// One message about one place. Positions are byte offsets into the source text as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub severity: Severity,
    /// A short stable name in kebab case, such as `syntax` or `async-generator`.
    pub code: &'static str,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The bytes it is about; may be empty at the end of the text.
    pub span: Range<usize>,
    /// What to write instead, or what to do about it.
    pub help: Option<String>,
    /// Other places that have to do with it.
    pub labels: Vec<Label>,
}

/// Another place, and what it has to do with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub span: Range<usize>,
    /// In a few words without a full stop.
    pub message: String,
}

impl Diagnostic {
    /// An error about `span`.
    pub fn error(code: &'static str, message: impl Into<String>, span: Range<usize>) -> Self {
        Diagnostic { severity: Severity::Error, code, message: message.into(), span, help: None, labels: Vec::new() }
    }

    /// A warning about `span`.
    pub fn warning(code: &'static str, message: impl Into<String>, span: Range<usize>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message, span) }
    }

    /// The same with a way out.
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with another place.
    pub fn with_label(mut self, span: Range<usize>, message: impl Into<String>) -> Self {
        self.labels.push(Label { span, message: message.into() });
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}]: {} (bytes {}..{})", self.code, self.message, self.span.start, self.span.end)
    }
}

impl std::error::Error for Diagnostic {}
