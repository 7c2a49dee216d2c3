//! What node takes a file for: the rule the command applies, for files the library never sees.

use std::path::Path;
use unawait_compiler::SourceType;

/// The source type of `path` by its extension, else by the `type` of the nearest `package.json`, not looked
/// for above `root`.
pub fn of_file(path: &Path, root: &Path) -> SourceType {
    match extension(path) {
        "mjs" => SourceType::Module,
        "cjs" => SourceType::CommonJs,
        _ => path
            .ancestors()
            .skip(1)
            .take_while(|folder| folder.starts_with(root))
            .find_map(|folder| std::fs::read_to_string(folder.join("package.json")).ok())
            .map_or(SourceType::Unknown, |text| of_package(&text)),
    }
}

/// Whether the extension is one of JavaScript's.
pub fn is_javascript(path: &Path) -> bool {
    matches!(extension(path), "js" | "mjs" | "cjs")
}

fn of_package(text: &str) -> SourceType {
    let package: serde_json::Value = serde_json::from_str(text).unwrap_or_default();
    match package["type"].as_str() {
        Some("module") => SourceType::Module,
        Some("commonjs") => SourceType::CommonJs,
        _ => SourceType::Unknown,
    }
}

/// The extension of `path`, empty when it has none.
pub fn extension(path: &Path) -> &str {
    path.extension().and_then(|extension| extension.to_str()).unwrap_or_default()
}
