//! What a file's name says about its language.

use std::path::Path;

use unawait_compiler::Language;

/// The language of the program called `path`.
pub fn of(path: &Path) -> Language {
    known(path).unwrap_or_default()
}

/// Whether a file of this name is a program without being named as one; TypeScript is if it `takes_types`, unless it
/// only declares.
pub fn is_program(path: &Path, takes_types: bool) -> bool {
    known(path).is_some_and(|language| !language.has_types() || (takes_types && !declares_only(path)))
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
        assert!(super::is_program(Path::new("a.js"), false) && !super::is_program(Path::new("a.ts"), false));
        let is_program = |name: &str| super::is_program(Path::new(name), true);
        assert!(is_program("a.ts") && is_program("a.d.js") && is_program("d.ts") && is_program("a.dd.ts"));
        assert!(!is_program("a.d.ts") && !is_program("a.d.mts") && !is_program("a.d.css.ts") && !is_program("a.json"));
    }
}
