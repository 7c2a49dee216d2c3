//! `--clean`: what is in the output directory, and is no output of this run.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use super::plan::Plan;
use crate::args::Args;
use crate::exit::Failure;
use crate::map;
use crate::report::{quoted, reason};

/// What marks a directory as more than a place for outputs.
const REPOSITORY: [&str; 4] = [".git", ".hg", ".svn", ".jj"];

/// The files and links below the output directory that `plan` does not write, in order. Links are not followed.
///
/// # Errors
/// When the directory is one that nobody wants cleaned, or cannot be searched.
pub fn superfluous(args: &Args, plan: &Plan) -> Result<Vec<PathBuf>, Failure> {
    let Some(directory) = plan.directory.as_deref().filter(|directory| directory.is_dir()) else {
        return Ok(Vec::new());
    };
    check(directory, plan)?;
    let outputs =
        plan.tasks.iter().filter_map(|task| Some(task.folder.as_ref()?.join(task.output.as_ref()?.file_name()?)));
    let with_map =
        |output: PathBuf| map::path(&args.source_maps, &output).into_iter().chain([output.clone()]).collect();
    let kept: HashSet<PathBuf> = outputs.flat_map(|output| -> Vec<PathBuf> { with_map(output) }).collect();
    let mut found = Vec::new();
    search(directory, &kept, &mut found)
        .map_err(|error| Failure::trouble(format!("cannot clean {}: {}", quoted(directory), reason(&error))))?;
    found.sort();
    Ok(found)
}

fn check(directory: &Path, plan: &Plan) -> Result<(), Failure> {
    let refused = |why: &str| {
        let failure = Failure::trouble(format!("`--clean` does not empty {}: {why}", quoted(directory)));
        Err(failure.with_help("choose an --out-dir that holds nothing but outputs"))
    };
    if plan.tasks.iter().any(|task| task.real.starts_with(directory)) || plan.root.starts_with(directory) {
        return refused("it holds inputs");
    }
    let working = std::env::current_dir().and_then(fs::canonicalize);
    if working.is_ok_and(|working| working.starts_with(directory)) {
        return refused("the working directory is in it");
    }
    if dirs::home_dir().and_then(|home| fs::canonicalize(home).ok()).is_some_and(|home| home.starts_with(directory)) {
        return refused("it holds the user's own directory");
    }
    if REPOSITORY.iter().any(|name| directory.join(name).symlink_metadata().is_ok()) {
        return refused("it holds a repository");
    }
    Ok(())
}

fn search(directory: &Path, kept: &HashSet<PathBuf>, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(directory)? {
        let entry = entry?;
        let path = entry.path();
        if entry.file_type()?.is_dir() {
            search(&path, kept, found)?;
        } else if !kept.contains(&path) {
            found.push(path);
        }
    }
    Ok(())
}

/// Removes `files`, and the directories below `top` that become empty.
///
/// # Errors
/// When one cannot be removed.
pub fn remove(files: &[PathBuf], top: &Path) -> Result<(), Failure> {
    for file in files {
        fs::remove_file(file).map_err(|error| {
            Failure::trouble(format!("cannot remove {}: {}", quoted(file), reason(&error))).about(file)
        })?;
        remove_empty(file.parent(), top);
    }
    Ok(())
}

/// Removes `folder` and those around it up to `top`, as far as they are empty.
pub fn remove_empty(folder: Option<&Path>, top: &Path) {
    let folders = folder.into_iter().flat_map(Path::ancestors).take_while(|folder| *folder != top);
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}
