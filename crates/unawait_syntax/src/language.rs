//! Which language a text is written in.

/// JavaScript, or what is more than that.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    JavaScript,
    /// JavaScript with JSX.
    Jsx,
    TypeScript,
    /// TypeScript with JSX. An arrow function's type parameters need a comma there.
    Tsx,
}

impl Language {
    /// Whether there are types, which stay where they are.
    pub fn has_types(self) -> bool {
        matches!(self, Language::TypeScript | Language::Tsx)
    }
}
