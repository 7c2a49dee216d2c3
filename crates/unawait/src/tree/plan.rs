//! From the files that were found to what is to be done with each, checked as a whole before anything is written.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::absolute;
use super::select::{Found, Selection};
use crate::args::{Args, Destination};
use crate::exit::Failure;
use crate::report::{quoted, reason};
use crate::{language, map, source_type};

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
    /// The directory of an output below --out-dir, absolute and free of links.
    pub folder: Option<PathBuf>,
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
    /// The longest directory that all inputs have in common, absolute.
    pub root: PathBuf,
    /// What could not be searched.
    pub failures: Vec<Failure>,
    /// What is to be known before it is done.
    pub cautions: Vec<Failure>,
    /// How many files were found with which nothing is done.
    pub left: usize,
    /// The directories in which inputs may appear, change or vanish: absolute.
    pub directories: BTreeSet<PathBuf>,
}

/// What is to be done with the files of `selection`.
///
/// # Errors
/// When an output would replace an input that it is not the output of, or another output, or would be written through a
/// link.
pub fn plan(selection: Selection, args: &Args) -> Result<Plan, Failure> {
    let (tasks, directory, left) = tasks(&selection, args)?;
    let mut failures = selection.failures;
    let mut cautions = Vec::new();
    for link in selection.files.iter().filter(|_| !args.inputs.follow_links) {
        let Some(outside) = &link.outside else { continue };
        let message = format!("{} is a link that leads out of the inputs, to {}", quoted(&link.path), quoted(outside));
        let failure = Failure { code: "link", ..Failure::trouble(message) }.about(&link.path);
        match args.outputs.destination() {
            Destination::InPlace if link.is_program => {
                failures.push(failure.with_help("`--follow-links` lowers what it leads to"));
            }
            Destination::InPlace => {}
            _ => cautions.push(failure.with_help("its content is used; `--follow-links` says that this is meant")),
        }
    }
    let mut directories = selection.directories;
    let links = selection.files.iter().filter(|file| file.is_link);
    directories.extend(links.filter_map(|link| Some(source_type::real_path(&link.path).parent()?.to_owned())));
    Ok(Plan { tasks, directory, root: selection.root, failures, cautions, left, directories })
}

fn tasks(selection: &Selection, args: &Args) -> Result<(Vec<Task>, Option<PathBuf>, usize), Failure> {
    let outputs = &args.outputs;
    let programs = selection.files.iter().filter(|file| file.is_program);
    let others = selection.files.iter().filter(|file| !file.is_program).count();
    Ok(match outputs.destination() {
        Destination::Directory(directory) => {
            let extension = outputs.out_extension.as_deref();
            let place = |file: &Found| language::with_extension(&file.place, extension.filter(|_| file.is_program));
            // The map of a program beside it would be in the way of the one that is made.
            let maps: HashSet<PathBuf> =
                programs.filter_map(|file| map::path(&args.source_maps, &place(file))).collect();
            let is_copied = |file: &Found| outputs.copy_files && !maps.contains(&file.place);
            let files = selection.files.iter().filter(|file| file.is_program || is_copied(file));
            let mut tasks: Vec<Task> = files.map(|file| task(file, Some(directory.join(place(file))))).collect();
            let resolved = check_directory(&directory, &mut tasks, selection, args)?;
            (tasks, Some(resolved), if outputs.copy_files { 0 } else { others })
        }
        Destination::InPlace => {
            let links = links_to_others(selection);
            let may_write = |file: &&Found| args.inputs.follow_links || file.outside.is_none();
            let real = programs.filter(|file| !links.contains(&file.place)).filter(may_write);
            let root = Some(selection.root.clone());
            (real.map(|file| task(file, Some(file.path.clone()))).collect(), root, 0)
        }
        Destination::File(output) => (programs.map(|file| task(file, Some(output.clone()))).collect(), None, 0),
        Destination::Stdout => (programs.map(|file| task(file, None)).collect(), None, 0),
    })
}

fn task(file: &Found, output: Option<PathBuf>) -> Task {
    Task {
        input: file.path.clone(),
        real: if file.is_link { source_type::real_path(&file.path) } else { file.absolute.clone() },
        place: file.place.clone(),
        output,
        folder: None,
        is_program: file.is_program,
        is_named: file.is_named,
    }
}

/// Checks that `tasks` can write below `directory`, which is answered absolute, and notes their folders.
fn check_directory(
    directory: &Path,
    tasks: &mut [Task],
    selection: &Selection,
    args: &Args,
) -> Result<PathBuf, Failure> {
    if directory.exists() && !directory.is_dir() {
        let message = format!("cannot write below {}: it is not a directory", quoted(directory));
        return Err(Failure::trouble(message));
    }
    let resolve = |path: &Path| {
        let unknown = |error| Failure::trouble(format!("cannot resolve {}: {}", quoted(path), reason(&error)));
        absolute::directory(path).map_err(unknown)
    };
    let resolved = resolve(directory)?;
    let inputs: HashMap<&Path, &Path> =
        selection.files.iter().map(|file| (file.absolute.as_path(), file.path.as_path())).collect();
    let mut outputs: HashMap<PathBuf, PathBuf> = HashMap::new();
    let mut folders: HashMap<PathBuf, PathBuf> = HashMap::new();
    for task in tasks {
        let Some(output) = &task.output else { continue };
        let Some((folder, name)) = output.parent().zip(output.file_name()) else { continue };
        let real = match folders.get(folder) {
            Some(real) => real.clone(),
            None => {
                let real = resolve(folder)?;
                check_folder(directory, &resolved, folder, &real, selection, args)?;
                folders.entry(folder.to_owned()).or_insert(real).clone()
            }
        };
        let target = real.join(name);
        if inputs.contains_key(target.as_path()) {
            let message = format!("the output of {} would replace an input, {}", quoted(&task.input), quoted(output));
            let help = "choose another --out-dir, or lower programs where they are: --in-place";
            return Err(Failure::trouble(message).with_help(help));
        }
        if let Some(other) = outputs.insert(target, task.input.clone()) {
            let (one, other) = (quoted(&other), quoted(&task.input));
            return Err(Failure::trouble(format!("{one} and {other} would have the same output, {}", quoted(output))));
        }
        task.folder = Some(real);
    }
    Ok(resolved)
}

/// Checks that `folder` below the output `directory` is where its name says, and no link leads from there elsewhere, nor
/// from outside into the inputs.
fn check_folder(
    directory: &Path,
    resolved: &Path,
    folder: &Path,
    real: &Path,
    selection: &Selection,
    args: &Args,
) -> Result<(), Failure> {
    if args.inputs.follow_links {
        return Ok(());
    }
    let below = folder.strip_prefix(directory).unwrap_or(Path::new(""));
    let leads = |what: String| {
        let message = format!("cannot write to {}: a link leads {what}, to {}", quoted(folder), quoted(real));
        Err(Failure::trouble(message).with_help("`--follow-links` writes through it").about(folder))
    };
    if real != resolved.join(below) {
        return leads("out of --out-dir".to_owned());
    }
    // As it is written: what is named to be inside of an input is meant to be.
    let written = std::path::absolute(directory).unwrap_or_else(|_| directory.to_owned());
    let is_entered = |(base, named): &(PathBuf, PathBuf)| resolved.starts_with(base) && !written.starts_with(named);
    match selection.searched.iter().find(|searched| is_entered(searched)) {
        Some(_) => leads("into the inputs".to_owned()),
        None => Ok(()),
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
