//! A folder of real code, lowered file by file beside the native one.

use crate::{check, node, render, source_type};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use unawait_compiler::{Options, Output, SourceType, Target, compile};
use walkdir::WalkDir;

/// What lowering a folder came to.
#[derive(Debug, Default)]
pub struct Tree {
    /// How many files hold something that was lowered.
    pub files: usize,
    /// How many functions were lowered.
    pub functions: usize,
    /// Files which were refused or whose output is not as it should be, each with the reason. Files which
    /// node does not parse either are not among them.
    pub failures: Vec<String>,
}

/// What became of one file.
enum Fate {
    Copied,
    Lowered(usize),
    Refused(String),
    Wrong(String),
}

struct File {
    /// Relative to the root.
    path: PathBuf,
    source_type: SourceType,
    fate: Fate,
}

impl Tree {
    /// Lowers what is in `folder` of `native` to `target`, into the same place below `lowered`, which is written anew.
    ///
    /// # Errors
    /// When something cannot be read or written.
    pub fn lower(native: &Path, folder: &str, target: Target, lowered: &Path) -> Result<Tree, String> {
        if lowered.exists() {
            fs::remove_dir_all(lowered).map_err(|error| format!("{}: {error}", lowered.display()))?;
        }
        let paths = files_below(native, folder)?;
        let lower = |path: &PathBuf| lower_file(native, target, lowered, path);
        let files: Vec<File> = paths.par_iter().map(lower).collect::<Result<_, String>>()?;
        let unparsed = parse_with_node(native, lowered, &files)?;
        let mut tree = Tree::default();
        for file in &files {
            tree.count(file, &unparsed);
        }
        Ok(tree)
    }

    fn count(&mut self, file: &File, unparsed: &Unparsed) {
        let path = file.path.to_string_lossy().replace('\\', "/");
        if unparsed.native.contains(&path) {
            return;
        }
        match &file.fate {
            Fate::Copied => {}
            Fate::Refused(why) | Fate::Wrong(why) => self.failures.push(format!("{path}: {why}")),
            Fate::Lowered(functions) => {
                self.files += 1;
                self.functions += functions;
                if let Some((_, error)) = unparsed.lowered.iter().find(|(other, _)| *other == path) {
                    self.failures.push(format!("{path}: node does not parse the output: {error}"));
                }
            }
        }
    }

    /// Says how much was lowered.
    ///
    /// # Errors
    /// When a file failed, or there was nothing to lower.
    pub fn verdict(&self) -> Result<(), String> {
        eprintln!("{} files lowered, {} functions in them", self.files, self.functions);
        match (&self.failures[..], self.files) {
            ([], 0) => Err("nothing was lowered".into()),
            ([], _) => Ok(()),
            (failures, _) => Err(format!("{} files:\n{}", failures.len(), failures.join("\n"))),
        }
    }
}

fn files_below(root: &Path, folder: &str) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root.join(folder)).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned());
        }
    }
    Ok(files)
}

/// Lowers or copies one file from `native` to the same place in `lowered`.
fn lower_file(native: &Path, target: Target, lowered: &Path, path: &Path) -> Result<File, String> {
    let in_words = |error: std::io::Error| format!("{}: {error}", path.display());
    let (from, to) = (native.join(path), lowered.join(path));
    fs::create_dir_all(to.parent().unwrap_or(lowered)).map_err(in_words)?;
    let source_type = source_type::of_file(&from, native);
    let mut fate = Fate::Copied;
    if source_type::is_javascript(path)
        && let Ok(source) = fs::read_to_string(&from)
    {
        let options = Options { source_type, target, ..Options::default() };
        let (verdict, output) = lower(&source, &options);
        fate = verdict;
        if let Some(output) = output {
            fs::write(&to, output.code).map_err(in_words)?;
            return Ok(File { path: path.to_owned(), source_type, fate });
        }
    }
    // A link is as good as a copy: nothing writes into either tree.
    fs::hard_link(&from, &to).or_else(|_| fs::copy(&from, &to).map(|_| ())).map_err(in_words)?;
    Ok(File { path: path.to_owned(), source_type, fate })
}

fn lower(source: &str, options: &Options) -> (Fate, Option<Output>) {
    match compile(source, options) {
        Ok(output) if !output.changed => (Fate::Copied, None),
        Ok(output) => match check::output(source, &output, options) {
            Ok(()) => (Fate::Lowered(output.functions), Some(output)),
            Err(why) => (Fate::Wrong(why), Some(output)),
        },
        Err(diagnostics) => (Fate::Refused(render::diagnostics(source, &diagnostics)), None),
    }
}

/// Files which node does not parse.
struct Unparsed {
    native: Vec<String>,
    /// With the error.
    lowered: Vec<(String, String)>,
}

/// Has one node process parse every file that is not a copy, before and after lowering.
fn parse_with_node(native: &Path, lowered: &Path, files: &[File]) -> Result<Unparsed, String> {
    let list: Vec<serde_json::Value> = files
        .iter()
        .filter(|file| !matches!(file.fate, Fate::Copied))
        .map(|file| {
            let kind = match file.source_type {
                SourceType::Module => "module",
                SourceType::CommonJs => "commonjs",
                SourceType::Unknown | SourceType::Script => "unknown",
            };
            serde_json::json!([file.path.to_string_lossy().replace('\\', "/"), kind])
        })
        .collect();
    let list_file = lowered.join("files.json");
    fs::write(&list_file, serde_json::Value::from(list).to_string()).map_err(|error| error.to_string())?;
    let mut command = node::command(lowered);
    command.args([
        "--no-warnings",
        "--experimental-vm-modules",
        "--input-type=module",
        "-e",
        include_str!("parse.mjs"),
    ]);
    command.arg(&list_file).arg(native).arg(lowered);
    let run = node::run(command, Duration::from_secs(300))?;
    if !run.success {
        return Err(format!("parsing failed: {}\n{}", run.status, run.stderr));
    }
    let mut unparsed = Unparsed { native: Vec::new(), lowered: Vec::new() };
    for line in run.stdout.lines() {
        let (root, rest) = line.split_once('\t').unwrap_or_default();
        let (path, error) = rest.split_once('\t').unwrap_or_default();
        match root {
            "native" => unparsed.native.push(path.to_owned()),
            _ => unparsed.lowered.push((path.to_owned(), error.to_owned())),
        }
    }
    Ok(unparsed)
}
