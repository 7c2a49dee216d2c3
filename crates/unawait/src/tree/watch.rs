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

use super::folders::{Folders, is_config};
use super::once::{run_once, say_all};
use super::plan::{Plan, Task};
use super::session::Session;
use super::stamp::Stamp;
use super::task::Outcome;
use super::{clean, interrupt, telling};
use crate::args::{Args, Destination, Request, Unusable};
use crate::config;
use crate::exit::Failure;
use crate::map;
use crate::report::{self, Message, printable};

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

/// Why there is nothing more to watch.
pub enum Ended {
    Stopped,
    /// The configuration has changed: these are the arguments now.
    Configured(Box<Args>),
}

/// What has happened when all is quiet again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Inputs,
    /// A file that may be the configuration, too.
    Configuration,
    Stop,
}

/// Brings everything up to date, and again after every change, until Ctrl-C or a change of the configuration.
///
/// # Errors
/// When it cannot begin, or watching fails.
pub fn watch(
    session: Session<'_>,
    args: &Args,
    again: &dyn Fn() -> Result<Request, Unusable>,
) -> Result<Ended, Failure> {
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
    loop {
        match wait(&news, &mut watch.folders) {
            Change::Stop => break,
            Change::Configuration => {
                if let Some(next) = configured(args, again) {
                    watch.session.save();
                    return Ok(Ended::Configured(next));
                }
            }
            Change::Inputs => {}
        }
        match watch.again(&plan) {
            Ok(next) => plan = next,
            // Such as two outputs in each other's way. It may be put right.
            Err(failure) => report::say(&report::failure(&failure)),
        }
    }
    watch.session.save();
    Ok(Ended::Stopped)
}

/// The arguments, if the configuration has made others of them. What is wrong with it is told, and changes nothing.
fn configured(args: &Args, again: &dyn Fn() -> Result<Request, Unusable>) -> Option<Box<Args>> {
    match again() {
        Ok(Request::Do(next)) => (format!("{next:?}") != format!("{args:?}")).then_some(next),
        Ok(Request::Print(_)) => None,
        Err(unusable) => {
            unusable.tell();
            None
        }
    }
}

/// Waits for a change, and then until nothing more happens.
fn wait(news: &Receiver<News>, folders: &mut Folders) -> Change {
    let mut since = None;
    let mut change = Change::Inputs;
    loop {
        let next = match since {
            None => news.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => news.recv_timeout(QUIET),
        };
        match next {
            Ok(News::Changed(Ok(event))) if !folders.concerns(&event) => {}
            Ok(News::Changed(event)) => {
                // An error of the watcher may hide a change.
                if event.map_or(true, |event| event.need_rescan() || event.paths.iter().any(|path| is_config(path))) {
                    change = Change::Configuration;
                }
                since.get_or_insert_with(Instant::now);
            }
            Err(RecvTimeoutError::Timeout) => return change,
            Ok(News::Stop) | Err(RecvTimeoutError::Disconnected) => return Change::Stop,
        }
        if since.is_some_and(|since| since.elapsed() > PATIENCE) {
            return change;
        }
    }
}

struct Watch<'a> {
    session: Session<'a>,
    args: &'a Args,
    folders: Folders,
    stop: Arc<AtomicBool>,
    /// What was said of which input, by place: it is not said again.
    told: HashMap<PathBuf, (Option<Stamp>, Vec<Message>)>,
    /// What could not be searched, as it was said.
    failures: Vec<String>,
}

impl Watch<'_> {
    /// The first run.
    fn begin(&mut self) -> Result<Plan, Failure> {
        let plan = self.plan()?;
        self.failures = plan.failures.iter().map(report::failure).collect();
        say_all(&plan, self.args);
        let mut told = HashMap::new();
        run_once(&mut self.session, &plan, self.args, &self.stop, |task, done| {
            told.insert(task.place.clone(), (done.read, done.messages.clone()));
        })?;
        self.told = told;
        if !self.args.messages.is_quiet() {
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
            if !self.folders.follow(&plan.directories, &config::places(self.args.configuring.file.as_deref()))? {
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
        let (told, quiet) = (&mut self.told, self.args.messages.is_quiet());
        let args = self.args;
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
                report::say_all(&done.messages);
                if !quiet {
                    report::say(&report::remark(telling::line(task, done, args).trim_end()));
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
                // Without a parent folder there is nothing to watch.
                let _ = map::path(&self.args.source_maps, output).map(fs::remove_file);
                clean::remove_empty(output.parent(), &out_dir);
                if !self.args.messages.is_quiet() {
                    report::say(&report::remark(&format!("removed {}", printable(&output.to_string_lossy()))));
                }
            }
        }
    }
}
