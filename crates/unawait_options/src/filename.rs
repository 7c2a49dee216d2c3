//! What a file's name alone says of the program in it. Nothing is read: the `type` of a package.json is for those that
//! know the file to be there.

use std::path::Path;

use unawait_compiler::{Language, SourceType};

/// The language of a file of this name; JavaScript if its extension says nothing.
pub fn language(name: &str) -> Language {
    match extension(name) {
        "jsx" => Language::Jsx,
        "ts" | "mts" | "cts" => Language::TypeScript,
        "tsx" => Language::Tsx,
        _ => Language::JavaScript,
    }
}

/// How a file of this name is read; by its syntax if its extension says nothing.
pub fn source_type(name: &str) -> SourceType {
    match extension(name) {
        "mjs" | "mts" => SourceType::Module,
        "cjs" => SourceType::CommonJs,
        _ => SourceType::Unknown,
    }
}

/// Bundlers name modules with a query behind the path: `app.ts?worker`.
fn extension(name: &str) -> &str {
    let path = name.split(['?', '#']).next().unwrap_or_default();
    Path::new(path).extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_decide() {
        assert_eq!(language("/src/a.tsx"), Language::Tsx);
        assert_eq!(language("/src/a.ts?worker&inline"), Language::TypeScript);
        assert_eq!(language("a"), Language::JavaScript);
        assert_eq!(source_type("a.mjs?v=1"), SourceType::Module);
        assert_eq!(source_type("a.js"), SourceType::Unknown);
    }
}
