//! From the files that were found to what is to be done with each, checked as a whole before anything is written.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::absolute;
use super::select::{Found, Selection};
use crate::args::{Args, Destination};
use crate::exit::Failure;
use crate::report::{quoted, reason};
use crate::{map, source_type};

/// One file's work.
#[derive(Debug)]
pub struct Task {
    /// What to read, as the user would write it.
    pub input: PathBuf,
    /// The same, absolute and free of links.
    pub real: PathBuf,
    /// Its path from the root on.
    pub place: PathBuf,
    /// Where the result belongs. `None`: nowhere, it is only looked at.
    pub output: Option<PathBuf>,
    /// Whether it is to be lowered; else it is copied.
    pub is_program: bool,
    /// Whether the input was named, and not just found.
    pub is_named: bool,
}

/// What is to be done, and where.
#[derive(Debug)]
pub struct Plan {
    pub tasks: Vec<Task>,
    /// The directory below which all outputs are, if they have one: absolute.
    pub directory: Option<PathBuf>,
    /// What could not be searched.
    pub failures: Vec<Failure>,
    /// The directories in which inputs may appear, change or vanish: absolute.
    pub directories: BTreeSet<PathBuf>,
}

/// What is to be done with the files of `selection`.
///
/// # Errors
/// When an output would replace an input that it is not the output of.
pub fn plan(selection: Selection, args: &Args) -> Result<Plan, Failure> {
    let (tasks, directory) = tasks(&selection, args)?;
    let mut directories = selection.directories;
    let links = selection.files.iter().filter(|file| file.is_link);
    directories.extend(links.filter_map(|link| Some(source_type::real_path(&link.path).parent()?.to_owned())));
    Ok(Plan { tasks, directory, failures: selection.failures, directories })
}

fn tasks(selection: &Selection, args: &Args) -> Result<(Vec<Task>, Option<PathBuf>), Failure> {
    let outputs = &args.outputs;
    let programs = selection.files.iter().filter(|file| file.is_program);
    Ok(match outputs.destination() {
        Destination::Directory(directory) => {
            let resolved = check_directory(&directory, selection)?;
            // The map of a program beside it would be in the way of the one that is made.
            let maps: HashSet<PathBuf> =
                programs.filter_map(|file| map::path(&args.source_maps, &file.place)).collect();
            let is_copied = |file: &Found| outputs.copy_files && !maps.contains(&file.place);
            let files = selection.files.iter().filter(|file| file.is_program || is_copied(file));
            (files.map(|file| task(file, Some(directory.join(&file.place)))).collect(), Some(resolved))
        }
        Destination::InPlace => {
            let links = links_to_others(selection);
            let real = programs.filter(|file| !links.contains(&file.place));
            (real.map(|file| task(file, Some(file.path.clone()))).collect(), Some(selection.root.clone()))
        }
        Destination::File(output) => (programs.map(|file| task(file, Some(output.clone()))).collect(), None),
        Destination::Stdout => (programs.map(|file| task(file, None)).collect(), None),
    })
}

fn task(file: &Found, output: Option<PathBuf>) -> Task {
    Task {
        input: file.path.clone(),
        real: if file.is_link { source_type::real_path(&file.path) } else { file.absolute.clone() },
        place: file.place.clone(),
        output,
        is_program: file.is_program,
        is_named: file.is_named,
    }
}

/// Checks that the tree can go below `directory`, which it answers absolute.
fn check_directory(directory: &Path, selection: &Selection) -> Result<PathBuf, Failure> {
    if directory.exists() && !directory.is_dir() {
        let message = format!("cannot write below {}: it is not a directory", quoted(directory));
        return Err(Failure::trouble(message));
    }
    let resolved = absolute::directory(directory)
        .map_err(|error| Failure::trouble(format!("cannot resolve {}: {}", quoted(directory), reason(&error))))?;
    let inputs: HashSet<&Path> = selection.files.iter().map(|file| file.absolute.as_path()).collect();
    match selection.files.iter().find(|file| inputs.contains(resolved.join(&file.place).as_path())) {
        None => Ok(resolved),
        Some(file) => {
            let (output, input) = (quoted(&directory.join(&file.place)), quoted(&file.path));
            let failure = Failure::trouble(format!("the output of {input} would replace an input, {output}"));
            Err(failure.with_help("choose another --out-dir, or lower programs where they are: --in-place"))
        }
    }
}

/// The places of links that lead to a file which is an input itself, or which another link leads to as well: each
/// file is lowered in place once.
fn links_to_others(selection: &Selection) -> HashSet<PathBuf> {
    let links = || selection.files.iter().filter(|file| file.is_link);
    if links().next().is_none() {
        return HashSet::new();
    }
    let real = selection.files.iter().filter(|file| !file.is_link && file.is_program);
    let mut seen: HashSet<PathBuf> = real.map(|file| file.absolute.clone()).collect();
    let repeated = links().filter(|link| fs::canonicalize(&link.path).is_ok_and(|real| !seen.insert(real)));
    repeated.map(|link| link.place.clone()).collect()
}
