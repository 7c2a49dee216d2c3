//! One file of a tree: read, lowered, and written, compared or shown. Nothing is printed here, for many run at once.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use unawait_compiler::{SourceType, may_hold_work};

use super::cache::{Beside, Cache, Hash, Record, hash};
use super::mirror;
use super::plan::Task;
use super::stamp::{Stamp, mode};
use crate::args::{Args, Destination};
use crate::exit::{Exit, Failure};
use crate::input::{self, Input};
use crate::map::{self, MapFile};
use crate::report::{printable, quoted, reason};
use crate::source_type::Resolver;
use crate::{diff, guard, job, output, report};

/// What is done with the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Write,
    /// Write nothing, but say what would be written.
    DryRun,
    /// Write nothing, but say what would change.
    Check,
    /// Show the differences between program and lowered program.
    Diff {
        /// Whether to fail if there are any.
        check: bool,
    },
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has this many lowered functions.
    Lowered { functions: usize },
    /// A program with nothing to lower.
    Untouched,
    /// No program: copied.
    Copied,
    /// Its output is up to date.
    Current,
    /// What it holds is no program that can be lowered.
    Refused,
    /// It could not be read or written.
    Failed,
}

/// What came of a task.
#[derive(Debug)]
pub struct Done {
    pub outcome: Outcome,
    /// How many bytes were read.
    pub bytes: usize,
    /// Whether a check found that something would change.
    pub changes: bool,
    /// For standard output.
    pub printed: String,
    /// For standard error.
    pub messages: String,
    /// How the output was made, for the next run.
    pub record: Option<Record>,
    /// The input as it was before it was read.
    pub read: Option<Stamp>,
    pub elapsed: Duration,
}

/// What all tasks of a run share.
pub struct Context<'a> {
    pub args: &'a Args,
    pub mode: Mode,
    pub destination: Destination,
    pub cache: &'a Cache,
    /// The inputs as they were when their records were made, by place.
    pub read: &'a HashMap<PathBuf, Stamp>,
    pub resolver: Resolver,
}

/// What is known of a file that was read.
struct Original {
    metadata: Metadata,
    /// The hash of its content, if that is to be remembered.
    hash: Hash,
    /// How it is to be read, if it is a program that may hold something to lower.
    source_type: Option<SourceType>,
}

/// What was made of it.
struct Product {
    outcome: Outcome,
    bytes: Vec<u8>,
    /// Goes beside it.
    map: Option<MapFile>,
    /// See [`Record::beside`].
    beside: Option<Beside>,
    messages: String,
    /// What it was made of, if that is something else.
    before: Option<Input>,
}

impl Context<'_> {
    /// Does what there is to do for `task`.
    pub fn perform(&self, task: &Task) -> Done {
        let started = Instant::now();
        let mut read = None;
        let done = guard::caught(|| self.attempt(task, &mut read)).and_then(|done| done).unwrap_or_else(|failure| {
            let outcome = if failure.exit == Exit::Refused { Outcome::Refused } else { Outcome::Failed };
            Done { messages: report::failure(&failure), ..Done::with(outcome) }
        });
        Done { read, elapsed: started.elapsed(), ..done }
    }

    fn attempt(&self, task: &Task, read: &mut Option<Stamp>) -> Result<Done, Failure> {
        let failed = |error: io::Error| input::cannot_read(&task.input, &error);
        let metadata = fs::metadata(&task.input).map_err(failed)?;
        // From before it is read: if somebody writes to it from now on, the stamp is not the file's.
        let stamp = *read.insert(Stamp::of(&metadata));
        let candidate = self.cache.get(&task.place).filter(|record| self.may_be_current(record, task, &metadata));
        if let Some(record) = candidate.filter(|_| self.read.get(&task.place) == Some(&stamp)) {
            return Ok(Done::current(record, 0));
        }
        let content = fs::read(&task.input).map_err(failed)?;
        let hash = if self.cache.is_wanted() { hash(&content) } else { Hash::default() };
        if let Some(record) = candidate.filter(|record| record.input.0 == hash) {
            return Ok(Done::current(record, content.len()));
        }
        let bytes = content.len();
        let original = Original { metadata, hash, source_type: self.source_type(task, &content)? };
        let product = self.lower(task, content, original.source_type)?;
        let done = self.deliver(task, &original, product)?;
        Ok(Done { bytes, ..done })
    }

    /// Whether the output is there as it would be written now, if the input has the content that it had.
    fn may_be_current(&self, record: &Record, task: &Task, metadata: &Metadata) -> bool {
        let read_as = || self.resolver.resolve(self.args.lowering.source_type, &task.real);
        record.settings == self.cache.settings
            && record.input.1 == mode(metadata)
            && record.source_type.is_none_or(|then| read_as().is_ok_and(|now| now as u8 == then))
            && record.beside.as_ref().is_none_or(|(path, then)| stamp_behind(path) == *then)
            && match (&task.output, record.output) {
                (_, None) => self.destination == Destination::InPlace,
                (output, then) => {
                    let map = output.as_deref().and_then(|output| self.map_stamp(output));
                    output.as_deref().and_then(stamp) == then && map == record.map
                }
            }
    }

    /// How the program `content` is to be read. `None` if it does not matter, because there is nothing to lower.
    fn source_type(&self, task: &Task, content: &[u8]) -> Result<Option<SourceType>, Failure> {
        // Before its encoding and its package.json matter: most programs hold nothing to lower.
        let matters = task.is_program && self.may_hold_work(content);
        matters.then(|| self.resolver.resolve(self.args.lowering.source_type, &task.real)).transpose()
    }

    fn may_hold_work(&self, content: &[u8]) -> bool {
        may_hold_work(&String::from_utf8_lossy(content), &self.args.lowering.options(SourceType::Unknown))
    }

    fn lower(&self, task: &Task, content: Vec<u8>, source_type: Option<SourceType>) -> Result<Product, Failure> {
        let product =
            |outcome, bytes, messages| Product { outcome, bytes, map: None, beside: None, messages, before: None };
        let Some(source_type) = source_type else {
            let outcome = if task.is_program { Outcome::Untouched } else { Outcome::Copied };
            return Ok(product(outcome, content, String::new()));
        };
        let input = Input::from_bytes(content, &task.input)?;
        // From before it is read, and only for those who remember it.
        let own_map = || map::own_file(&self.args.source_maps, &input);
        let beside = self.cache.is_wanted().then(own_map).flatten().map(|path| {
            let stamp = stamp_behind(&path);
            (path, stamp)
        });
        let job = job::lower_as(&input, source_type, task.output.as_deref(), self.args);
        Ok(match job.output {
            None => product(Outcome::Refused, Vec::new(), job.messages),
            Some(output) if output.changed => {
                let lowered = Outcome::Lowered { functions: output.functions };
                let lowered = product(lowered, output.code.into_bytes(), job.messages);
                Product { before: Some(input), map: job.map, beside, ..lowered }
            }
            Some(_) => product(Outcome::Untouched, input.text.into_bytes(), job.messages),
        })
    }

    /// Writes, compares or shows what was made.
    fn deliver(&self, task: &Task, original: &Original, product: Product) -> Result<Done, Failure> {
        let Product { outcome, bytes, map, beside, messages, before } = product;
        let mut done = Done { messages, ..Done::with(outcome) };
        if outcome == Outcome::Refused {
            return Ok(done);
        }
        let is_lowered = matches!(outcome, Outcome::Lowered { .. });
        // In place, what has nothing to lower is where it belongs already.
        let is_there = self.destination == Destination::InPlace && !is_lowered;
        match (self.mode, &task.output) {
            (Mode::Write, Some(output)) => {
                if let Some(map) = map {
                    // Before the output that names it.
                    self.write(&map.path, map.json.as_bytes(), &original.metadata)?;
                }
                if !is_there {
                    self.write(output, &bytes, &original.metadata)?;
                }
                done.record = self.record(output, original, &bytes, beside, &done.messages);
            }
            (Mode::DryRun, Some(output)) if !is_there => done.printed = planned(outcome, output),
            (Mode::Check, Some(output)) => {
                let in_place = self.destination == Destination::InPlace;
                done.changes = if in_place { is_lowered } else { differs(output, &bytes)? };
                done.printed = if done.changes { line(output) } else { String::new() };
            }
            (Mode::Check, None) => {
                done.changes = is_lowered;
                done.printed = if is_lowered { line(&task.input) } else { String::new() };
            }
            (Mode::Diff { check }, _) => {
                if let Some(before) = before {
                    done.changes = check;
                    done.printed = diff::of(&before.name, &before.text, &String::from_utf8_lossy(&bytes));
                }
            }
            _ => {}
        }
        Ok(done)
    }

    fn write(&self, output: &Path, bytes: &[u8], original: &Metadata) -> Result<(), Failure> {
        match self.destination {
            Destination::Directory(_) => mirror::write(output, bytes, original.permissions()),
            _ => output::to_file(output, bytes),
        }
    }

    /// How `output`, which now holds `bytes`, was made. `None` if it has gone meanwhile.
    fn record(
        &self,
        output: &Path,
        original: &Original,
        bytes: &[u8],
        beside: Option<Beside>,
        messages: &str,
    ) -> Option<Record> {
        if !self.cache.is_wanted() {
            return None;
        }
        let map = self.map_stamp(output).filter(|_| self.destination != Destination::InPlace);
        let (input, source_type, output) = match self.destination {
            // What was written is the input of the next run.
            Destination::InPlace => (hash(bytes), original.source_type.filter(|_| self.may_hold_work(bytes)), None),
            _ => (original.hash, original.source_type, Some(stamp(output)?)),
        };
        Some(Record {
            input: (input, mode(&original.metadata)),
            settings: self.cache.settings,
            source_type: source_type.map(|source_type| source_type as u8),
            beside,
            output,
            map,
            messages: messages.to_owned(),
        })
    }

    fn map_stamp(&self, output: &Path) -> Option<Stamp> {
        map::path(&self.args.source_maps, output).and_then(|path| stamp(&path))
    }
}

impl Done {
    fn with(outcome: Outcome) -> Done {
        let (printed, messages) = (String::new(), String::new());
        let elapsed = Duration::ZERO;
        Done { outcome, bytes: 0, changes: false, printed, messages, record: None, read: None, elapsed }
    }

    /// Nothing was to be done for an input of which `bytes` bytes were read. What was said of it holds still.
    fn current(record: &Record, bytes: usize) -> Done {
        let messages = record.messages.clone();
        Done { bytes, messages, record: Some(record.clone()), ..Done::with(Outcome::Current) }
    }
}

/// The stamp of the file that is read by `path`.
fn stamp_behind(path: &Path) -> Option<Stamp> {
    fs::metadata(path).ok().map(|metadata| Stamp::of(&metadata))
}

fn stamp(path: &Path) -> Option<Stamp> {
    fs::symlink_metadata(path).ok().map(|metadata| Stamp::of(&metadata))
}

/// Whether the file `output` is missing or holds something else than `bytes`.
fn differs(output: &Path, bytes: &[u8]) -> Result<bool, Failure> {
    match fs::read(output) {
        Ok(existing) => Ok(existing != bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Failure::trouble(format!("cannot compare with {}: {}", quoted(output), reason(&error)))),
    }
}

fn planned(outcome: Outcome, output: &Path) -> String {
    let output = printable(&output.to_string_lossy());
    match outcome {
        Outcome::Lowered { functions: 1 } => format!("would write {output} (1 function lowered)\n"),
        Outcome::Lowered { functions } => format!("would write {output} ({functions} functions lowered)\n"),
        _ => format!("would copy to {output}\n"),
    }
}

/// A file's name on a line of its own.
pub fn line(path: &Path) -> String {
    printable(&path.to_string_lossy()) + "\n"
}
