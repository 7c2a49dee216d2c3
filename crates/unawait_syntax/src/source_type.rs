//! Which grammar a text is written in.

/// How the text is to be read: <https://tc39.es/ecma262/#sec-types-of-source-code>.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SourceType {
    /// Not known beforehand: a module if it has `import`, `export`, `import.meta` or a top-level `await`, else
    /// CommonJS, as Node decides.
    #[default]
    Unknown,
    Module,
    /// The body of a function, as Node wraps it: sloppy unless it says otherwise, `return` and `arguments` allowed.
    CommonJs,
    /// A classic script.
    Script,
}

impl SourceType {
    /// Whether a text that was to be read as `self`, and turned out to be `found`, may be a classic script: one that
    /// nobody says is CommonJS looks the same.
    pub(crate) fn may_be_script(self, found: SourceType) -> bool {
        match self {
            SourceType::Script => true,
            SourceType::Unknown => found != SourceType::Module,
            SourceType::Module | SourceType::CommonJs => false,
        }
    }
}
