//! A run over a tree, or many after one another.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use rayon::ThreadPool;

use super::cache::Cache;
use super::plan::{self, Plan, Task};
use super::stamp::Stamp;
use super::task::{Context, Done, Mode};
use super::{in_order, select};
use crate::args::Args;
use crate::exit::Failure;
use crate::source_type::Resolver;
use crate::{guard, report};

/// What is kept from run to run.
pub struct Session<'a> {
    args: &'a Args,
    pub mode: Mode,
    /// Opened when it is known where outputs go.
    cache: Option<Cache>,
    threads: Option<ThreadPool>,
    /// The inputs as they were when their records were made, by place: they need not be read again.
    read: HashMap<PathBuf, Stamp>,
}

impl<'a> Session<'a> {
    /// A session for `args`.
    pub fn new(args: &'a Args) -> Session<'a> {
        let mode = match &args.outputs {
            outputs if outputs.diff => Mode::Diff { check: outputs.check },
            outputs if outputs.check => Mode::Check,
            outputs if outputs.dry_run => Mode::DryRun,
            _ => Mode::Write,
        };
        Session { args, mode, cache: None, threads: None, read: HashMap::new() }
    }

    /// Finds out what there is to do.
    ///
    /// # Errors
    /// When the inputs cannot be told, or outputs and inputs are in each other's way.
    pub fn plan(&self) -> Result<Plan, Failure> {
        plan::plan(select::select(self.args)?, self.args)
    }

    /// Does what `plan` says, on all cores, and hands the results to `take` in order. Once `stop` is set, no more
    /// files are begun.
    ///
    /// # Errors
    /// When there is no room for threads.
    pub fn perform(
        &mut self,
        plan: &Plan,
        stop: &AtomicBool,
        mut take: impl FnMut(&Task, &Done) + Send,
    ) -> Result<(), Failure> {
        let cache = match &mut self.cache {
            Some(cache) => cache,
            none => none.insert(open(self.args, self.mode, plan)),
        };
        let threads = match &mut self.threads {
            Some(threads) => threads,
            none => none.insert(guard::pool(plan.tasks.len(), self.args.caching.workers)?),
        };
        let context = Context {
            args: self.args,
            mode: self.mode,
            destination: self.args.outputs.destination(),
            cache,
            read: &self.read,
            resolver: Resolver::default(),
            root: &plan.root,
        };
        let mut records = Vec::with_capacity(plan.tasks.len());
        in_order::in_order(
            threads,
            &plan.tasks,
            stop,
            |task| context.perform(task),
            |task, done| {
                take(task, &done);
                records.push((task, done.read, done.record));
            },
        );
        for (task, read, record) in records {
            // What failed has left the output, and what is known of it, as it was; but not the input.
            match read.zip(record) {
                Some((read, record)) => {
                    cache.set(&task.place, Some(record));
                    self.read.insert(task.place.clone(), read);
                }
                None => {
                    self.read.remove(&task.place);
                }
            }
        }
        Ok(())
    }

    /// What an output was when it was written, if that is known.
    pub fn written(&self, task: &Task) -> Option<Stamp> {
        self.cache.as_ref()?.get(&task.place)?.output
    }

    /// Forgets what was made of an input that is gone.
    pub fn forget(&mut self, task: &Task) {
        self.read.remove(&task.place);
        if let Some(cache) = &mut self.cache {
            cache.set(&task.place, None);
        }
    }

    /// Saves the cache for later sessions. An error is reported only if the user has named the place.
    pub fn save(&mut self) {
        if let Some(Err(error)) = self.cache.as_mut().map(Cache::save)
            && self.args.caching.cache_dir.is_some()
        {
            let message = format!("cannot write the cache: {}", report::reason(&error));
            report::say(&report::failure(&Failure::trouble(message)));
        }
    }
}

fn open(args: &Args, mode: Mode, plan: &Plan) -> Cache {
    let cache = match &plan.directory {
        Some(directory) if mode == Mode::Write => Cache::open(args, directory),
        _ => Cache::none(),
    };
    if args.outputs.watch && !cache.is_wanted() { Cache::in_memory() } else { cache }
}
