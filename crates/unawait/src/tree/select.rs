//! From the inputs on the command line to the files that they stand for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use ignore::{DirEntry, WalkBuilder};

use super::absolute;
use super::source::Source;
use crate::args::{Args, Inputs};
use crate::bounded::{self, SETTINGS};
use crate::exit::Failure;
use crate::globs::{self, Globs};
use crate::report::{quoted, reason};
use crate::{language, temporary};

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
    /// The file that it leads to, if it was found and leads out of all inputs.
    pub outside: Option<PathBuf>,
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
    /// The directories that were searched as inputs: resolved, and absolute as they are written.
    pub searched: Vec<(PathBuf, PathBuf)>,
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
        ignored: Globs::new(globs::directory(inputs.ignore_root.as_ref()), &inputs.ignore)
            .map_err(|failure| Failure { message: failure.message.replacen('`', "`--ignore ", 1), ..failure })?,
        only: Globs::new(globs::directory(inputs.only_root.as_ref()), &inputs.only)
            .map_err(|failure| Failure { message: failure.message.replacen('`', "`--only ", 1), ..failure })?,
        gitignore: !inputs.no_gitignore,
        inputs,
        bases: bases.clone(),
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

struct Search<'a> {
    inputs: &'a Inputs,
    /// The directories that are searched, resolved.
    bases: Vec<PathBuf>,
    root: PathBuf,
    out_dir: Option<PathBuf>,
    ignored: Globs,
    only: Globs,
    gitignore: bool,
    files: BTreeMap<PathBuf, Found>,
    directories: BTreeSet<PathBuf>,
    failures: Vec<Failure>,
}

impl Search<'_> {
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
        let is_searched = |source: &&Source| !matches!(source, Source::File(_));
        let as_written = |source: &Source| std::path::absolute(source.base()).unwrap_or_default();
        let searched = sources.iter().zip(bases).filter(|(source, _)| is_searched(source));
        let searched = searched.map(|(source, base)| (base.clone(), as_written(source))).collect();
        let Search { files, directories, root, failures, .. } = self;
        Ok(Selection { files: files.into_values().collect(), directories, root, failures, searched })
    }

    /// A file that was named is a program, whatever it is called.
    fn add_named(&mut self, path: &Path, base: &Path) {
        let absolute = base.join(path.file_name().unwrap_or_default());
        self.directories.insert(base.to_owned());
        if !self.ignored.match_file(&absolute) && self.is_wanted(&absolute) {
            let is_link = path.is_symlink();
            self.add(Found {
                path: path.to_owned(),
                place: PathBuf::new(),
                absolute,
                is_program: true,
                is_named: true,
                is_link,
                outside: None,
            });
        }
    }

    /// Adds the files below `directory`, which is `base`, that `matches` likes.
    fn walk(&mut self, directory: &Path, base: &Path, matches: impl Fn(&Path) -> bool) {
        let start = if directory.as_os_str().is_empty() { Path::new(".") } else { directory };
        let unread = Arc::new(Mutex::new(Vec::new()));
        if self.gitignore {
            let above = base.ancestors().filter_map(|folder| unreadable_gitignore(folder, folder));
            if let Some(failure) = above.into_iter().next() {
                self.failures.push(failure);
                return;
            }
        }
        let mut walk = WalkBuilder::new(start);
        walk.standard_filters(false).git_ignore(self.gitignore).parents(self.gitignore).require_git(false);
        let (ignored, out_dir) = (self.ignored.clone(), self.out_dir.clone());
        let (top, canonical) = (start.to_owned(), base.to_owned());
        let (gitignore, told) = (self.gitignore, Arc::clone(&unread));
        walk.filter_entry(move |entry| {
            let path = canonical.join(entry.path().strip_prefix(&top).unwrap_or(entry.path()));
            if entry.depth() == 0 {
                return true;
            }
            if leaves_out(entry, &path, &ignored, out_dir.as_deref()) {
                return false;
            }
            let is_directory = gitignore && entry.file_type().is_some_and(|kind| kind.is_dir());
            match is_directory.then(|| unreadable_gitignore(&path, entry.path())).flatten() {
                Some(failure) => {
                    told.lock().unwrap_or_else(PoisonError::into_inner).push(failure);
                    false
                }
                None => true,
            }
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
                let (is_program, is_link) = (language::is_program(&path, &self.inputs.extensions), kind.is_symlink());
                if !is_program || self.is_wanted(&absolute) {
                    let outside = is_link.then(|| self.outside(&path)).flatten();
                    let place = PathBuf::new();
                    self.add(Found { path, absolute, place, is_program, is_named: false, is_link, outside });
                }
            }
        }
        self.failures.append(&mut unread.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Whether the program at the path `absolute` is one of those that are asked for.
    fn is_wanted(&self, absolute: &Path) -> bool {
        self.inputs.only.is_empty() || self.only.match_file(absolute)
    }

    /// What the link `path` leads to, if that is out of all directories that are searched.
    fn outside(&self, path: &Path) -> Option<PathBuf> {
        let real = fs::canonicalize(path).ok()?;
        (!self.bases.iter().any(|base| real.starts_with(base))).then_some(real)
    }

    fn add(&mut self, mut found: Found) {
        found.place = found.absolute.strip_prefix(&self.root).unwrap_or(&found.absolute).to_owned();
        let known = self.files.entry(found.place.clone());
        known.and_modify(|known| known.is_program |= found.is_program).or_insert(found);
    }
}

/// Whether a search leaves out the entry at the absolute `path`, and what is below.
fn leaves_out(entry: &DirEntry, path: &Path, ignored: &Globs, out_dir: Option<&Path>) -> bool {
    let is_dir = entry.file_type().is_some_and(|kind| kind.is_dir());
    if is_dir && VERSION_CONTROL.iter().any(|name| entry.file_name() == *name) {
        return true;
    }
    out_dir == Some(path) || temporary::is_ours(entry.file_name()) || ignored.matched(path, is_dir).is_ignore()
}

/// Why the .gitignore of `folder`, which is to be called `shown`, cannot be read, if there is one: the search would wait
/// for a pipe, and read a device to its end.
fn unreadable_gitignore(folder: &Path, shown: &Path) -> Option<Failure> {
    let metadata = fs::metadata(folder.join(".gitignore")).ok()?;
    let error =
        bounded::check(&metadata, SETTINGS).err().filter(|error| error.kind() != io::ErrorKind::IsADirectory)?;
    let file = shown.join(".gitignore");
    let failure =
        Failure::trouble(format!("cannot search {}: cannot read {}: {}", quoted(shown), quoted(&file), reason(&error)));
    Some(failure.with_help("`--no-gitignore` does without").about(&file))
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
