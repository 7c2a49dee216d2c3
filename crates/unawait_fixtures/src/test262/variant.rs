//! Tests and the modes they run in.

use super::front_matter::FrontMatter;
use rayon::prelude::*;
use std::path::Path;
use std::sync::Arc;
use unawait_compiler::{Options, SourceType, Target};
use walkdir::WalkDir;

/// A mode: <https://github.com/tc39/test262/blob/main/INTERPRETING.md>.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Sloppy,
    Strict,
    Module,
    /// Without harness and as it is written.
    Raw,
}

impl Mode {
    /// Its name in lists of failures.
    pub fn name(self) -> &'static str {
        match self {
            Mode::Sloppy => "sloppy",
            Mode::Strict => "strict",
            Mode::Module => "module",
            Mode::Raw => "raw",
        }
    }
}

/// A test in one mode.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The test's path below `test/`.
    pub path: String,
    pub mode: Mode,
    /// The program: the test's text, behind a directive in strict mode.
    pub source: String,
    pub front_matter: Arc<FrontMatter>,
}

impl Variant {
    /// `path#mode`, as in the list of known failures.
    pub fn name(&self) -> String {
        format!("{}#{}", self.path, self.mode.name())
    }

    /// Whether the program must not get as far as running.
    pub fn fails_early(&self) -> bool {
        self.front_matter.negative.as_ref().is_some_and(|negative| negative.phase == "parse")
    }

    /// How the program is compiled: inline helpers, as nothing else could be loaded.
    pub fn options(&self, target: Target) -> Options {
        let source_type = if self.mode == Mode::Module { SourceType::Module } else { SourceType::Script };
        Options { target, source_type, ..Options::default() }
    }
}

/// Which tests to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// Those below `test/language` that mention async code.
    Async,
    /// Those below `test/language` that mention generators, and no async code.
    Generators,
    /// All below `test`.
    Everything,
}

impl Selection {
    fn takes(self, text: &str) -> bool {
        match self {
            Selection::Async => mentions_async(text),
            Selection::Generators => !mentions_async(text) && mentions_generators(text),
            Selection::Everything => true,
        }
    }
}

/// Every selected variant of the checkout at `root` whose path contains `filter`, in order of their paths.
///
/// # Errors
/// When the folder cannot be read.
pub fn discover(root: &Path, selection: Selection, filter: &str) -> Result<Vec<Variant>, String> {
    let folder = if selection == Selection::Everything { "test" } else { "test/language" };
    let mut paths = Vec::new();
    for entry in WalkDir::new(root.join(folder)).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        let path = entry.path().strip_prefix(root.join("test")).unwrap_or(entry.path());
        let path = path.to_string_lossy().replace('\\', "/");
        if path.ends_with(".js") && !path.ends_with("_FIXTURE.js") && path.contains(filter) {
            paths.push(path);
        }
    }
    Ok(paths.into_par_iter().flat_map_iter(|path| variants(root, selection, path)).collect())
}

fn variants(root: &Path, selection: Selection, path: String) -> Vec<Variant> {
    let Ok(text) = std::fs::read_to_string(root.join("test").join(&path)) else { return Vec::new() };
    let Some((front_matter, rest)) = FrontMatter::split(&text) else { return Vec::new() };
    if !selection.takes(&rest) {
        return Vec::new();
    }
    let front_matter = Arc::new(front_matter);
    let variant = |mode: Mode| Variant {
        path: path.clone(),
        mode,
        source: if mode == Mode::Strict { format!("\"use strict\";\n{text}") } else { text.clone() },
        front_matter: front_matter.clone(),
    };
    modes(&front_matter).iter().map(|mode| variant(*mode)).collect()
}

/// Whether a program could hold async code.
pub fn mentions_async(text: &str) -> bool {
    text.contains("async") || text.contains("await")
}

/// Whether a program could hold generators.
pub fn mentions_generators(text: &str) -> bool {
    let starred = |(at, word): (usize, &str)| text[at + word.len()..].trim_start().starts_with('*');
    text.contains("yield") || text.match_indices("function").any(starred)
}

fn modes(front_matter: &FrontMatter) -> &'static [Mode] {
    match front_matter {
        test if test.has("module") => &[Mode::Module],
        test if test.has("raw") => &[Mode::Raw],
        test if test.has("onlyStrict") => &[Mode::Strict],
        test if test.has("noStrict") => &[Mode::Sloppy],
        _ => &[Mode::Sloppy, Mode::Strict],
    }
}
