//! What a file's name says about its language.

use std::path::{Path, PathBuf};

use unawait_compiler::Language;

/// The language of the program called `path`.
pub fn of(path: &Path) -> Language {
    known(path).unwrap_or_default()
}

/// Whether a file of this name is a program without being named as one: by `extensions`, or by those that are usual if
/// there are none. TypeScript that only declares is none.
pub fn is_program(path: &Path, extensions: &[String]) -> bool {
    if extensions.is_empty() {
        return known(path).is_some() && !declares_only(path);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ends_with = |ending: &String| {
        let stem = name.strip_suffix(ending.as_str()).and_then(|stem| stem.strip_suffix('.'));
        stem.is_some_and(|stem| !stem.is_empty())
    };
    extensions.iter().any(ends_with) && !declares_only(path)
}

/// The name of an output whose program is called `path`, with another `extension` if one is given.
pub fn with_extension(path: &Path, extension: Option<&str>) -> PathBuf {
    extension.map_or_else(|| path.to_owned(), |extension| path.with_extension(extension))
}

fn known(path: &Path) -> Option<Language> {
    Some(match path.extension()?.to_str()? {
        "js" | "mjs" | "cjs" => Language::JavaScript,
        "jsx" => Language::Jsx,
        "ts" | "mts" | "cts" => Language::TypeScript,
        "tsx" => Language::Tsx,
        _ => return None,
    })
}

/// `x.d.ts`, `x.d.mts`, `x.d.cts`, and `x.d.css.ts`.
fn declares_only(path: &Path) -> bool {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    of(path) == Language::TypeScript && (stem.ends_with(".d") || stem.contains(".d."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_it() {
        let of = |name: &str| super::of(Path::new(name));
        assert_eq!(of("a.jsx"), Language::Jsx);
        assert_eq!(of("a.cts"), Language::TypeScript);
        assert_eq!(of("a.tsx"), Language::Tsx);
        assert_eq!(of("bin/tool"), Language::JavaScript);
    }

    #[test]
    fn declarations_are_no_programs() {
        let is_program = |name: &str| super::is_program(Path::new(name), &[]);
        assert!(is_program("a.ts") && is_program("a.d.js") && is_program("d.ts") && is_program("a.dd.ts"));
        assert!(!is_program("a.d.ts") && !is_program("a.d.mts") && !is_program("a.d.css.ts") && !is_program("a.json"));
    }

    #[test]
    fn extensions_are_as_asked_for() {
        let is_program = |name: &str| super::is_program(Path::new(name), &["es6".to_owned(), "test.js".to_owned()]);
        assert!(is_program("a.es6") && is_program("a.test.js"));
        assert!(!is_program("a.js") && !is_program("es6") && !is_program(".es6") && !is_program("test.js"));
    }
}
