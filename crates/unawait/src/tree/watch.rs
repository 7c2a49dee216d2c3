//! `--watch`: a run for every change.
//!
//! Events only say *that* something has happened; what has to be done is found out as in any other run, from the files
//! and the records of what was made of them. So nothing is missed that editors do: renames, several writes, new
//! directories, files that are gone for a moment.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use notify::Event;

use super::folders::Folders;
use super::plan::{Plan, Task};
use super::session::Session;
use super::stamp::Stamp;
use super::task::{Done, Outcome};
use super::{interrupt, run_once, say_all};
use crate::args::{Args, Destination};
use crate::exit::{Exit, Failure};
use crate::map;
use crate::report::{self, printable};

/// How long nothing must have happened before files are read: editors write in several steps.
const QUIET: Duration = Duration::from_millis(50);
/// How long to wait for that at most.
const PATIENCE: Duration = Duration::from_secs(1);

/// What can happen.
enum News {
    Changed(notify::Result<Event>),
    /// Ctrl-C.
    Stop,
}

/// Brings everything up to date, and again after every change, until Ctrl-C.
///
/// # Errors
/// When it cannot begin, or watching fails.
pub fn watch(session: Session<'_>, args: &Args) -> Result<Exit, Failure> {
    let (sender, news) = mpsc::channel();
    let stopping = sender.clone();
    let stop = interrupt::flag(move || {
        let _ = stopping.send(News::Stop);
    })?;
    let folders = Folders::new(move |event| {
        let _ = sender.send(News::Changed(event));
    })?;
    let mut watch = Watch { session, args, folders, stop, told: HashMap::new(), failures: Vec::new() };
    let mut plan = watch.begin()?;
    while wait(&news, &mut watch.folders) {
        match watch.again(&plan) {
            Ok(next) => plan = next,
            // Such as two outputs in each other's way. It may be put right.
            Err(failure) => report::say(&report::failure(&failure)),
        }
    }
    watch.session.save();
    Ok(Exit::Done)
}

/// Waits for a change, and then until nothing more happens. Answers false if that is all.
fn wait(news: &Receiver<News>, folders: &mut Folders) -> bool {
    let mut since = None;
    loop {
        let next = match since {
            None => news.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => news.recv_timeout(QUIET),
        };
        match next {
            Ok(News::Changed(Ok(event))) if !folders.concerns(&event) => {}
            // An error of the watcher may hide a change.
            Ok(News::Changed(_)) => {
                since.get_or_insert_with(Instant::now);
            }
            Err(RecvTimeoutError::Timeout) => return true,
            Ok(News::Stop) | Err(RecvTimeoutError::Disconnected) => return false,
        }
        if since.is_some_and(|since| since.elapsed() > PATIENCE) {
            return true;
        }
    }
}

struct Watch<'a> {
    session: Session<'a>,
    args: &'a Args,
    folders: Folders,
    stop: Arc<AtomicBool>,
    /// What was said of which input, by place: it is not said again.
    told: HashMap<PathBuf, (Option<Stamp>, String)>,
    /// What could not be searched, as it was said.
    failures: Vec<String>,
}

impl Watch<'_> {
    /// The first run.
    fn begin(&mut self) -> Result<Plan, Failure> {
        let plan = self.plan()?;
        self.failures = plan.failures.iter().map(report::failure).collect();
        say_all(&plan.failures);
        let mut told = HashMap::new();
        run_once(&mut self.session, &plan, self.args, &self.stop, |task, done| {
            told.insert(task.place.clone(), (done.read, done.messages.clone()));
        })?;
        self.told = told;
        if !self.args.messages.quiet {
            let folders = self.folders.len();
            let directories = if folders == 1 { "directory" } else { "directories" };
            report::say(&report::remark(&format!("watching {folders} {directories}; Ctrl-C ends")));
        }
        Ok(plan)
    }

    /// What there is to do, with all directories watched that it was found in.
    fn plan(&mut self) -> Result<Plan, Failure> {
        loop {
            let plan = self.session.plan()?;
            // Whatever came into a directory before it was watched is found the next time.
            if !self.folders.follow(&plan.directories)? {
                return Ok(plan);
            }
        }
    }

    /// A run after a change, `before` being what was done before it.
    fn again(&mut self, before: &Plan) -> Result<Plan, Failure> {
        let plan = self.plan()?;
        let failures: Vec<String> = plan.failures.iter().map(report::failure).collect();
        failures.iter().filter(|failure| !self.failures.contains(failure)).for_each(|failure| report::say(failure));
        self.failures = failures;
        self.remove_outputs(before, &plan);
        let (told, quiet) = (&mut self.told, self.args.messages.quiet);
        let in_place = self.args.outputs.destination() == Destination::InPlace;
        self.session.perform(&plan, &self.stop, |task, done| {
            if done.read.is_none() && !task.is_named && task.real.symlink_metadata().is_err() {
                // Gone since it was found: the next run will see that.
                return;
            }
            let now = (done.read, done.messages.clone());
            let before = told.insert(task.place.clone(), now.clone());
            let is_news = match done.outcome {
                Outcome::Refused | Outcome::Failed => before.as_ref() != Some(&now),
                // It was bad, and has been put back.
                Outcome::Current => before.is_some_and(|(_, messages)| messages != done.messages),
                Outcome::Lowered { .. } | Outcome::Untouched | Outcome::Copied => true,
            };
            if is_news {
                report::say(&done.messages);
                if !quiet {
                    report::say(&report::remark(line(task, done, in_place).trim_end()));
                }
            }
        })?;
        self.session.save();
        Ok(plan)
    }

    /// Removes the outputs of inputs that are gone.
    fn remove_outputs(&mut self, before: &Plan, now: &Plan) {
        let Destination::Directory(out_dir) = self.args.outputs.destination() else { return };
        let remaining: HashMap<&Path, &Task> = now.tasks.iter().map(|task| (task.place.as_path(), task)).collect();
        for task in &before.tasks {
            let is_left = remaining.contains_key(task.place.as_path()) && task.real.symlink_metadata().is_ok();
            let Some(output) = task.output.as_deref().filter(|_| !is_left) else { continue };
            let written = self.session.written(task);
            self.session.forget(task);
            self.told.remove(&task.place);
            // What somebody else has written there is not ours to remove.
            let is_ours = fs::symlink_metadata(output).is_ok_and(|metadata| Some(Stamp::of(&metadata)) == written);
            if is_ours && fs::remove_file(output).is_ok() {
                // If it has none, there is none.
                let _ = map::path(&self.args.source_maps, output).map(fs::remove_file);
                remove_empty(output.parent(), &out_dir);
                if !self.args.messages.quiet {
                    report::say(&report::remark(&format!("removed {}", printable(&output.to_string_lossy()))));
                }
            }
        }
    }
}

/// Removes `folder` and those around it up to `top`, as far as they are empty.
fn remove_empty(folder: Option<&Path>, top: &Path) {
    let folders = folder.into_iter().flat_map(Path::ancestors).take_while(|folder| *folder != top);
    for folder in folders {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

/// What is said of a change.
fn line(task: &Task, done: &Done, in_place: bool) -> String {
    let input = printable(&task.input.to_string_lossy());
    let time = format!("{:.1} ms", done.elapsed.as_secs_f64() * 1000.0);
    match done.outcome {
        Outcome::Lowered { functions: 1 } => format!("lowered {input}: 1 function, {time}\n"),
        Outcome::Lowered { functions } => format!("lowered {input}: {functions} functions, {time}\n"),
        Outcome::Untouched if in_place => format!("untouched {input}: {time}\n"),
        Outcome::Untouched | Outcome::Copied => format!("copied {input}: {time}\n"),
        Outcome::Current => format!("up to date {input}: {time}\n"),
        Outcome::Refused | Outcome::Failed => format!("failed {input}: {time}\n"),
    }
}
