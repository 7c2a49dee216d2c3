//! The directories that are watched.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::config;
use crate::exit::Failure;
use crate::report::quoted;

/// Files that decide what is found, and how it is read, wherever they are.
const DECISIVE: [&str; 3] = [config::PACKAGE, config::OWN, ".gitignore"];

/// Watches directories one by one and not whole trees: what is ignored may be huge.
pub struct Folders {
    watcher: RecommendedWatcher,
    watched: HashSet<PathBuf>,
    /// Those of them in which every change matters.
    searched: BTreeSet<PathBuf>,
}

impl Folders {
    /// Has `tell` called for whatever happens in directories, once there are any.
    ///
    /// # Errors
    /// When the system has no means to watch.
    pub fn new(tell: impl Fn(notify::Result<Event>) + Send + 'static) -> Result<Folders, Failure> {
        let watcher = notify::recommended_watcher(tell).map_err(|error| cannot_watch(None, &error))?;
        Ok(Folders { watcher, watched: HashSet::new(), searched: BTreeSet::new() })
    }

    /// Watches `searched`, and `decisive` for what is decisive there, and answers whether there are new ones among them. What has happened there
    /// until now has gone unseen.
    ///
    /// # Errors
    /// When there are too many.
    pub fn follow(&mut self, searched: &BTreeSet<PathBuf>, decisive: &[PathBuf]) -> Result<bool, Failure> {
        // A directory that is searched may vanish and come back itself: only the one around it tells.
        let around = searched.iter().filter_map(|folder| folder.parent());
        let all = around.chain(searched.iter().chain(decisive).map(PathBuf::as_path));
        let wanted: HashSet<PathBuf> = all.map(Path::to_owned).collect();
        for unwanted in self.watched.difference(&wanted) {
            // It may be gone.
            let _ = self.watcher.unwatch(unwanted);
        }
        self.watched.retain(|folder| wanted.contains(folder));
        self.searched = searched.clone();
        let mut is_more = false;
        for folder in wanted {
            if !self.watched.contains(&folder) {
                match self.watcher.watch(&folder, RecursiveMode::NonRecursive) {
                    Ok(()) => is_more |= self.watched.insert(folder),
                    // It has gone since it was found, or is none of ours.
                    Err(_) if !self.searched.contains(&folder) || !folder.is_dir() => {}
                    Err(error) => return Err(cannot_watch(Some(&folder), &error)),
                }
            }
        }
        Ok(is_more)
    }

    /// How many directories are searched.
    pub fn len(&self) -> usize {
        self.searched.len()
    }

    /// Whether `event` may be about an input.
    pub fn concerns(&mut self, event: &Event) -> bool {
        // We read files ourselves.
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        for path in &event.paths {
            // What has gone is not watched any more, even if it comes back under the same name.
            if !matches!(event.kind, EventKind::Modify(notify::event::ModifyKind::Data(_))) && !path.is_dir() {
                self.watched.retain(|folder| !folder.starts_with(path));
            }
        }
        let matters = |path: &PathBuf| {
            let is_inside = path.parent().is_some_and(|folder| self.searched.contains(folder));
            is_inside || self.searched.contains(path) || is_decisive(path)
        };
        event.need_rescan() || event.paths.iter().any(matters)
    }
}

fn is_decisive(path: &Path) -> bool {
    DECISIVE.iter().any(|name| path.ends_with(name)) || is_config(path)
}

/// Whether options may come from a file at `path`.
pub fn is_config(path: &Path) -> bool {
    let endings = ["toml", "json"];
    path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending))
}

fn cannot_watch(folder: Option<&Path>, error: &notify::Error) -> Failure {
    let what = folder.map_or_else(|| "for changes".to_owned(), quoted);
    match &error.kind {
        ErrorKind::MaxFilesWatch => Failure::trouble(format!("cannot watch {what}: too many directories"))
            .with_help("raise fs.inotify.max_user_watches, or --ignore some"),
        _ => Failure::trouble(format!("cannot watch {what}: {error}")),
    }
}
