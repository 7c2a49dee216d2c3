//! Real packages, lowered file by file: everything that npm installed, not only what is asked for by name.

use crate::{check, node, npm, render, source_type};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;
use unawait_compiler::{Diagnostic, Options, Output, SourceType, compile};
use walkdir::WalkDir;

/// The codes with which syntax is refused that is not lowered yet.
pub const NOT_YET: [&str; 3] = ["async-generator", "for-await", "await-using"];

/// The lowered packages, beside the native ones, and what there is to say about them.
#[derive(Debug)]
pub struct Packages {
    pub native: PathBuf,
    pub lowered: PathBuf,
    /// How many files hold something that was lowered.
    pub files: usize,
    /// How many functions were lowered.
    pub functions: usize,
    /// Files copied as they are because they hold what is not lowered yet.
    pub not_yet: Vec<String>,
    /// Files which were refused or whose output is not as it should be, each with the reason. Files which
    /// node does not parse either are not among them.
    pub failures: Vec<String>,
}

/// What became of one file.
enum Fate {
    Copied,
    NotYet,
    Lowered(usize),
    Refused(String),
    Wrong(String),
}

struct File {
    /// Relative to the root of the packages.
    path: PathBuf,
    source_type: SourceType,
    fate: Fate,
}

impl Packages {
    /// Installs and lowers the packages, once in a process.
    ///
    /// # Errors
    /// When they cannot be installed or written.
    pub fn get() -> Result<&'static Packages, String> {
        static PACKAGES: OnceLock<Result<Packages, String>> = OnceLock::new();
        PACKAGES.get_or_init(Packages::prepare).as_ref().map_err(Clone::clone)
    }

    fn prepare() -> Result<Packages, String> {
        let native = npm::installed()?.parent().map(Path::to_owned).unwrap_or_default();
        let lowered = npm::cache_folder().join("lowered");
        if lowered.exists() {
            fs::remove_dir_all(&lowered).map_err(|error| format!("{}: {error}", lowered.display()))?;
        }
        let paths = files_below(&native)?;
        let lower = |path: &PathBuf| lower_file(&native, &lowered, path);
        let files: Vec<File> = paths.par_iter().map(lower).collect::<Result<_, String>>()?;
        let unparsed = parse_with_node(&native, &lowered, &files)?;
        let mut packages =
            Packages { native, lowered, files: 0, functions: 0, not_yet: Vec::new(), failures: Vec::new() };
        for file in &files {
            packages.count(file, &unparsed);
        }
        Ok(packages)
    }

    fn count(&mut self, file: &File, unparsed: &Unparsed) {
        let path = file.path.to_string_lossy().replace('\\', "/");
        if unparsed.native.contains(&path) {
            return;
        }
        match &file.fate {
            Fate::Copied => {}
            Fate::NotYet => self.not_yet.push(path),
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

    /// Runs the program `name` beside the native packages and beside the lowered ones.
    ///
    /// # Errors
    /// When they print different things or the native one fails.
    pub fn run(&self, name: &str) -> Result<(), String> {
        let file = format!("{name}.mjs");
        let source = program_folder().join(&file);
        let mut runs = Vec::new();
        for root in [&self.native, &self.lowered] {
            fs::copy(&source, root.join(&file)).map_err(|error| format!("{file}: {error}"))?;
            let mut command = node::command(root);
            command.arg(&file);
            runs.push(node::run(command, Duration::from_secs(60))?);
        }
        let [native, lowered] = &runs[..] else { unreachable!("two roots, two runs") };
        if !native.success || native.stdout.is_empty() {
            return Err(format!("natively: {}\n{}{}", native.status, native.stdout, native.stderr));
        }
        if native.stdout != lowered.stdout || native.status != lowered.status {
            let diff = crate::snapshot::diff(&native.stdout, &lowered.stdout, "native", "lowered");
            return Err(format!("lowered: {}\n{diff}{}", lowered.status, lowered.stderr));
        }
        Ok(())
    }
}

/// The folder of the programs that use the packages, one a package.
pub fn program_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packages")
}

/// The names of these programs.
///
/// # Errors
/// When their folder cannot be read.
pub fn programs() -> Result<Vec<String>, String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(program_folder()).map_err(|error| error.to_string())? {
        let path = entry.map_err(|error| error.to_string())?.path();
        if source_type::extension(&path) == "mjs" {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    Ok(names)
}

/// Whether an input is refused only for what is not lowered yet.
pub fn is_not_yet(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|diagnostic| NOT_YET.contains(&diagnostic.code))
}

fn files_below(root: &Path) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for entry in WalkDir::new(root.join("node_modules")).sort_by_file_name() {
        let entry = entry.map_err(|error| error.to_string())?;
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned());
        }
    }
    Ok(files)
}

/// Lowers or copies one file from `native` to the same place in `lowered`.
fn lower_file(native: &Path, lowered: &Path, path: &Path) -> Result<File, String> {
    let in_words = |error: std::io::Error| format!("{}: {error}", path.display());
    let (from, to) = (native.join(path), lowered.join(path));
    fs::create_dir_all(to.parent().unwrap_or(lowered)).map_err(in_words)?;
    let source_type = source_type::of_file(&from, native);
    let mut fate = Fate::Copied;
    if source_type::is_javascript(path)
        && let Ok(source) = fs::read_to_string(&from)
    {
        let options = Options { source_type, ..Options::default() };
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
        Err(diagnostics) if is_not_yet(&diagnostics) => (Fate::NotYet, None),
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
        .filter(|file| !matches!(file.fate, Fate::Copied | Fate::NotYet))
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
