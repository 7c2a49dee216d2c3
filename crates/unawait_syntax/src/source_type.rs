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
