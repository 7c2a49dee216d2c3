//! A fixture case on disk.

use crate::options::CaseOptions;
use crate::{source_type, target};
use std::path::{Path, PathBuf};
use unawait_compiler::{Options, SourceType, Target};
use walkdir::WalkDir;

/// What a case's output is held to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It runs as the input does.
    Lowered,
    /// It is the input (`fixtures/untouched/`).
    Untouched,
    /// There is none, but diagnostics (`fixtures/errors/`).
    Refused,
}

/// A folder with a program and what is expected of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The folder's path below `fixtures/`, with slashes: `feature/case`.
    pub name: String,
    pub kind: Kind,
    pub folder: PathBuf,
    /// The program's file name: `input.js`, `input.mjs` or `input.cjs`.
    pub input: String,
    /// The program's further files, relative to the folder.
    pub companions: Vec<PathBuf>,
    pub options: CaseOptions,
}

const INPUTS: [&str; 3] = ["input.js", "input.mjs", "input.cjs"];
const EXPECTATIONS: [&str; 4] = ["stdout.txt", "warnings.txt", "diagnostics.txt", "options.json"];

impl Case {
    /// All cases below `root`, by name.
    ///
    /// # Errors
    /// When a folder cannot be read, holds files but no program, or two of them.
    pub fn discover(root: &Path) -> Result<Vec<Case>, String> {
        let mut cases: Vec<Case> = Vec::new();
        for entry in WalkDir::new(root).sort_by_file_name() {
            let entry = entry.map_err(|error| error.to_string())?;
            if !entry.file_type().is_file() {
                continue;
            }
            let known = cases.last().is_some_and(|case| entry.path().starts_with(&case.folder));
            if !known {
                cases.push(Case::read(root, case_folder(root, entry.path())?)?);
            }
        }
        Ok(cases)
    }

    fn read(root: &Path, folder: PathBuf) -> Result<Case, String> {
        let name = below(root, &folder).to_string_lossy().replace('\\', "/");
        let inputs: Vec<&str> = INPUTS.into_iter().filter(|input| folder.join(input).is_file()).collect();
        let [input] = inputs[..] else {
            return Err(format!("fixtures/{name} must hold one of {}", INPUTS.join(", ")));
        };
        let options = match std::fs::read_to_string(folder.join("options.json")) {
            Ok(text) => CaseOptions::parse(&text).map_err(|error| format!("fixtures/{name}: {error}"))?,
            Err(_) => CaseOptions::default(),
        };
        let kind = match name.split('/').next() {
            Some("untouched") => Kind::Untouched,
            Some("errors") => Kind::Refused,
            _ => Kind::Lowered,
        };
        let companions = companions(&folder, input)?;
        Ok(Case { name, kind, input: input.to_owned(), companions, options, folder })
    }

    /// The file that holds the output for `target`, if that is not the input.
    pub fn output_path(&self, target: Target) -> PathBuf {
        let extension = source_type::extension(Path::new(&self.input));
        self.folder.join(format!("output.{}.{extension}", target::name(target)))
    }

    /// The compiler's options for the file `name` of this case.
    ///
    /// # Errors
    /// When `options.json` has a value that none of the compiler's options has.
    pub fn compiler_options(&self, name: &Path, target: Target) -> Result<Options, String> {
        let by_name = source_type::of_file(&self.folder.join(name), &self.folder);
        // They run in node, so what has no type is CommonJS, and not a classic script. That keeps the tags of scripts out of
        // the names in the committed outputs.
        let read_as = if by_name == SourceType::Unknown { SourceType::CommonJs } else { by_name };
        let mut options = self.options.compiler_options(read_as, target)?;
        // What is said about the input's type holds for companions only where their name says nothing.
        if name != Path::new(&self.input) && by_name != SourceType::Unknown {
            options.source_type = by_name;
        }
        Ok(options)
    }

    /// Whether a companion is a program which is lowered too.
    pub fn lowers(&self, companion: &Path) -> bool {
        let kept = self.options.not_lowered.iter().any(|name| Path::new(name) == companion);
        source_type::is_javascript(companion) && !kept
    }
}

/// The case a file belongs to: `fixtures/<feature>/<case>`.
fn case_folder(root: &Path, file: &Path) -> Result<PathBuf, String> {
    let relative = below(root, file);
    if relative.components().count() < 3 {
        return Err(format!("fixtures/{} is in no case's folder (fixtures/<feature>/<case>/)", relative.display()));
    }
    Ok(root.join(relative.components().take(2).collect::<PathBuf>()))
}

fn companions(folder: &Path, input: &str) -> Result<Vec<PathBuf>, String> {
    let mut companions = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        let path = below(folder, entry.path());
        let name = path.to_string_lossy();
        let is_expectation = EXPECTATIONS.contains(&&*name) || name.starts_with("output.");
        if entry.file_type().is_file() && name != input && !is_expectation {
            companions.push(path);
        }
    }
    Ok(companions)
}

fn below(root: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}
