//! From the inputs on the command line to the files that they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use ignore::{DirEntry, WalkBuilder};

use super::absolute;
use super::source::Source;
use crate::args::{Args, Inputs};
use crate::exit::Failure;
use crate::language;
use crate::report::{quoted, reason};

/// The folders in which version control systems keep their own.
const VERSION_CONTROL: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// A file that was found.
#[derive(Debug)]
pub struct Found {
    /// As the user would write it.
    pub path: PathBuf,
    /// Absolute, its directory free of links.
    pub absolute: PathBuf,
    /// From the root on: where it goes below an output directory.
    pub place: PathBuf,
    /// Whether it is to be lowered; else it is some other file.
    pub is_program: bool,
    /// Whether it was named, and not just found.
    pub is_named: bool,
    /// Whether it is a symbolic link.
    pub is_link: bool,
}

/// What the inputs stand for.
pub struct Selection {
    /// By place, each once.
    pub files: Vec<Found>,
    /// The directories that were searched, or that hold a file which was named: absolute, for those who watch them.
    pub directories: BTreeSet<PathBuf>,
    /// The longest directory that all inputs have in common, absolute.
    pub root: PathBuf,
    /// What could not be searched.
    pub failures: Vec<Failure>,
}

/// Finds what the inputs of `args` stand for. What is in the output directory is no input.
///
/// # Errors
/// For malformed globs, and globs that match nothing.
pub fn select(args: &Args) -> Result<Selection, Failure> {
    let (inputs, out_dir) = (&args.inputs, args.outputs.out_dir.as_deref());
    let sources = inputs.inputs.iter().map(|input| Source::of(input)).collect::<Result<Vec<_>, _>>()?;
    let bases = sources.iter().map(|source| resolved(source.base())).collect::<Result<Vec<_>, _>>()?;
    let root = absolute::common(bases.iter().cloned()).unwrap_or_default();
    let search = Search {
        out_dir: out_dir.map(resolved).transpose()?,
        ignored: ignored(inputs)?,
        gitignore: !inputs.no_gitignore,
        takes_types: args.lowering.takes_types(),
        files: BTreeMap::new(),
        directories: BTreeSet::new(),
        failures: Vec::new(),
        root,
    };
    search.through(&sources, &bases)
}

fn resolved(directory: &Path) -> Result<PathBuf, Failure> {
    let unknown = |error| Failure::trouble(format!("cannot resolve {}: {}", quoted(directory), reason(&error)));
    absolute::directory(directory).map_err(unknown)
}

/// What `--ignore` says, as one .gitignore in the working directory, or where the configuration is.
fn ignored(inputs: &Inputs) -> Result<Gitignore, Failure> {
    let root = inputs.ignore_root.as_deref().filter(|root| !root.as_os_str().is_empty());
    let mut builder = GitignoreBuilder::new(resolved(root.unwrap_or(Path::new(".")))?);
    for glob in &inputs.ignore {
        let malformed = |error: ignore::Error| Failure::trouble(format!("`--ignore {glob}` is no glob: {error}"));
        builder.add_line(None, glob).map_err(malformed)?;
    }
    builder.build().map_err(|error| Failure::trouble(format!("cannot ignore so much: {error}")))
}

struct Search {
    root: PathBuf,
    out_dir: Option<PathBuf>,
    ignored: Gitignore,
    gitignore: bool,
    takes_types: bool,
    files: BTreeMap<PathBuf, Found>,
    directories: BTreeSet<PathBuf>,
    failures: Vec<Failure>,
}

impl Search {
    fn through(mut self, sources: &[Source], bases: &[PathBuf]) -> Result<Selection, Failure> {
        for (source, base) in sources.iter().zip(bases) {
            let before = self.files.len();
            match source {
                Source::File(path) => self.add_named(path, base),
                Source::Directory(directory) => self.walk(directory, base, |_| true),
                Source::Glob { base: prefix, glob } => {
                    self.walk(prefix, base, |path| glob.is_match(path));
                    if self.files.len() == before && self.failures.is_empty() {
                        let glob = quoted(&prefix.join(glob.glob().glob()));
                        return Err(Failure::trouble(format!("no file matches {glob}")));
                    }
                }
            }
        }
        let Search { files, directories, root, failures, .. } = self;
        Ok(Selection { files: files.into_values().collect(), directories, root, failures })
    }

    /// A file that was named is a program, whatever it is called.
    fn add_named(&mut self, path: &Path, base: &Path) {
        let absolute = base.join(path.file_name().unwrap_or_default());
        self.directories.insert(base.to_owned());
        if !self.is_ignored(&absolute) {
            let is_link = path.is_symlink();
            self.add(Found {
                path: path.to_owned(),
                place: PathBuf::new(),
                absolute,
                is_program: true,
                is_named: true,
                is_link,
            });
        }
    }

    /// Adds the files below `directory`, which is `base`, that `matches` likes.
    fn walk(&mut self, directory: &Path, base: &Path, matches: impl Fn(&Path) -> bool) {
        let start = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
        let mut walk = WalkBuilder::new(start);
        walk.standard_filters(false).git_ignore(self.gitignore).parents(self.gitignore).require_git(false);
        let (ignored, out_dir) = (self.ignored.clone(), self.out_dir.clone());
        let (top, canonical) = (start.to_owned(), base.to_owned());
        walk.filter_entry(move |entry| {
            let path = canonical.join(entry.path().strip_prefix(&top).unwrap_or(entry.path()));
            entry.depth() == 0 || !leaves_out(entry, &path, &ignored, out_dir.as_deref())
        });
        for entry in walk.build() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.failures.push(cannot_search(&error));
                    continue;
                }
            };
            let below = entry.path().strip_prefix(start).unwrap_or(entry.path());
            let absolute = base.join(below);
            let Some(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                self.directories.insert(absolute);
            } else if matches(below) && (kind.is_file() || kind.is_symlink() && leads_to_file(entry.path())) {
                let path = if start == Path::new(".") { below } else { entry.path() }.to_owned();
                let (is_program, is_link) = (language::is_program(&path, self.takes_types), kind.is_symlink());
                self.add(Found { path, absolute, place: PathBuf::new(), is_program, is_named: false, is_link });
            }
        }
    }

    /// Whether the file at the path `absolute`, or a directory that it is in, is left out.
    fn is_ignored(&self, absolute: &Path) -> bool {
        let matched = |path: &Path| self.ignored.matched(path, path != absolute);
        absolute.ancestors().map(matched).find(|matched| !matched.is_none()).is_some_and(|matched| matched.is_ignore())
    }

    fn add(&mut self, mut found: Found) {
        found.place = found.absolute.strip_prefix(&self.root).unwrap_or(&found.absolute).to_owned();
        let known = self.files.entry(found.place.clone());
        known.and_modify(|known| known.is_program |= found.is_program).or_insert(found);
    }
}

/// Whether a search leaves out the entry at the absolute `path`, and what is below.
fn leaves_out(entry: &DirEntry, path: &Path, ignored: &Gitignore, out_dir: Option<&Path>) -> bool {
    let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
    if is_dir && VERSION_CONTROL.iter().any(|name| entry.file_name() == *name) {
        return true;
    }
    out_dir == Some(path) || ignored.matched(path, is_dir).is_ignore()
}

fn leads_to_file(link: &Path) -> bool {
    fs::metadata(link).is_ok_and(|metadata| metadata.is_file())
}

/// What the walk stumbled over, without the library's own words for the operating system's.
fn cannot_search(error: &ignore::Error) -> Failure {
    match (error, error.io_error()) {
        (ignore::Error::WithDepth { err, .. }, _) => cannot_search(err),
        (ignore::Error::WithPath { path, .. }, Some(error)) => {
            Failure::trouble(format!("cannot search {}: {}", quoted(path), error.kind()))
        }
        (other, _) => Failure::trouble(format!("cannot search: {other}")),
    }
}
