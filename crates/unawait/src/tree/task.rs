//! One file of a tree: read, lowered, and written, compared or shown. Nothing is printed here, for many run at once.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use unawait_compiler::{SourceType, may_hold_warnings};
use unawait_report::visible;

use super::cache::{Beside, Cache, Hash, Record, hash};
use super::mirror;
use super::plan::Task;
use super::stamp::{Stamp, mode};
use crate::args::{Args, Destination, Lowering};
use crate::bounded::{self, PROGRAM};
use crate::exit::{Exit, Failure};
use crate::input::{self, Input, Raw};
use crate::map::{self, MapFile};
use crate::order::Order;
use crate::report::{Message, quoted, reason, shown};
use crate::source_type::Resolver;
use crate::swap::Written;
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
    pub printed: Vec<u8>,
    /// For standard error.
    pub messages: Vec<Message>,
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
    /// The longest directory that all inputs have in common, absolute.
    pub root: &'a Path,
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
    messages: Vec<Message>,
    /// What it was made of, if that is something else.
    before: Option<Input>,
}

impl Context<'_> {
    /// Does what there is to do for `task`.
    pub fn perform(&self, task: &Task) -> Done {
        let started = Instant::now();
        let mut read = None;
        let attempts = || {
            for _ in 0..output::ATTEMPTS {
                if let Some(done) = self.attempt(task, &mut read)? {
                    return Ok(done);
                }
            }
            Err(output::keeps_changing(&task.input))
        };
        let done = guard::caught(attempts).and_then(|done| done).unwrap_or_else(|failure| {
            let outcome = if failure.exit == Exit::Refused { Outcome::Refused } else { Outcome::Failed };
            let message = Message {
                code: failure.code.to_owned(),
                is_warning: false,
                place: shown(&task.input),
                text: report::failure(&failure),
            };
            Done { messages: vec![message], ..Done::with(outcome) }
        });
        Done { read, elapsed: started.elapsed(), ..done }
    }

    /// `None`: the file was saved while it was lowered, and is as it was left then.
    fn attempt(&self, task: &Task, read: &mut Option<Stamp>) -> Result<Option<Done>, Failure> {
        let failed = |error: io::Error| input::cannot_read(&task.input, &error);
        let metadata = fs::metadata(&task.input).map_err(failed)?;
        // From before it is read: if somebody writes to it from now on, the stamp is not the file's.
        let stamp = *read.insert(Stamp::of(&metadata));
        let candidate = self.cache.get(&task.place).filter(|record| self.may_be_current(record, task, &metadata));
        if let Some(record) = candidate.filter(|_| self.read.get(&task.place) == Some(&stamp)) {
            return Ok(Some(Done::current(record, 0)));
        }
        let content = bounded::read_known(&task.input, &metadata, PROGRAM).map_err(failed)?;
        let hash = if self.cache.is_wanted() { hash(&content) } else { Hash::default() };
        if let Some(record) = candidate.filter(|record| record.input.0 == hash) {
            return Ok(Some(Done::current(record, content.len())));
        }
        let bytes = content.len();
        let original = Original { metadata, hash, source_type: self.source_type(task, &content)? };
        let product = self.lower(task, content, original.source_type)?;
        let done = self.deliver(task, &original, product)?;
        Ok(done.map(|done| Done { bytes, ..done }))
    }

    /// Whether the output is there as it would be written now, if the input has the content that it had.
    fn may_be_current(&self, record: &Record, task: &Task, metadata: &Metadata) -> bool {
        let read_as = || self.resolver.resolve(self.lowering(task).source_type, &task.real);
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
        let resolve = || self.resolver.resolve(self.lowering(task).source_type, &task.real);
        // Before its encoding and its package.json matter: most programs hold nothing to lower.
        Ok(match task.is_program {
            true if self.lowering(task).may_hold_work(content) => Some(resolve()?),
            // For the sake of a warning nothing fails.
            true if std::str::from_utf8(content).is_ok_and(may_hold_warnings) => resolve().ok(),
            _ => None,
        })
    }

    fn lowering(&self, task: &Task) -> &Lowering {
        self.args.lowering(Some(&task.input))
    }

    fn lower(&self, task: &Task, content: Vec<u8>, source_type: Option<SourceType>) -> Result<Product, Failure> {
        let product =
            |outcome, bytes, messages| Product { outcome, bytes, map: None, beside: None, messages, before: None };
        let Some(source_type) = source_type else {
            let outcome = if task.is_program { Outcome::Untouched } else { Outcome::Copied };
            return Ok(product(outcome, content, Vec::new()));
        };
        let input = Raw::new(content, &task.input).into_input()?;
        // Taken before the file is read, and only if a cache remembers it.
        let own_map = || map::own_file(&self.args.source_maps, &input);
        let beside = self.cache.is_wanted().then(own_map).flatten().map(|path| {
            let stamp = stamp_behind(&path);
            (path, stamp)
        });
        let order = Order { args: self.args, target: task.output.as_deref(), root: Some(self.root) };
        let job = job::lower_as(&input, source_type, &order);
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

    /// Writes, compares or shows what was made. `None`: the input was saved meanwhile.
    fn deliver(&self, task: &Task, original: &Original, product: Product) -> Result<Option<Done>, Failure> {
        let Product { outcome, bytes, map, beside, messages, before } = product;
        let mut done = Done { messages, ..Done::with(outcome) };
        if outcome == Outcome::Refused {
            return Ok(Some(done));
        }
        let is_lowered = matches!(outcome, Outcome::Lowered { .. });
        // In place, what has nothing to lower is where it belongs already.
        let is_there = self.destination == Destination::InPlace && !is_lowered;
        match (self.mode, &task.output) {
            (Mode::Write, Some(output)) => {
                if let Some(map) = map {
                    // Before the output that names it.
                    self.write(task, &map.path, map.json.as_bytes(), original, None)?;
                }
                if !is_there {
                    if let Some(map) = map::stale(&self.args.source_maps, output, &bytes) {
                        // It may have gone.
                        let _ = fs::remove_file(map);
                    }
                    let before = before.as_ref().map(|input| input.text.as_bytes());
                    if self.write(task, output, &bytes, original, before)? == Written::Changed {
                        return Ok(None);
                    }
                }
                done.record = self.record(task, output, original, &bytes, beside, &done.messages);
            }
            (Mode::DryRun, Some(output)) if !is_there => done.printed = planned(outcome, output).into_bytes(),
            (Mode::Check, Some(output)) => {
                let in_place = self.destination == Destination::InPlace;
                done.changes = if in_place { is_lowered } else { differs(output, &bytes)? };
                done.printed = if done.changes { line(output, self.args.outputs.null) } else { Vec::new() };
            }
            (Mode::Check, None) => {
                done.changes = is_lowered;
                done.printed = if is_lowered { line(&task.input, self.args.outputs.null) } else { Vec::new() };
            }
            (Mode::Diff { check }, _) => {
                if let Some(before) = before {
                    done.changes = check;
                    let diff = diff::of(&shown(&before.name), &before.text, &String::from_utf8_lossy(&bytes));
                    done.printed = diff.into_bytes();
                }
            }
            _ => {}
        }
        Ok(Some(done))
    }

    /// Writes a file for `task`, which is made of what `content` is, if that is what it replaces.
    fn write(
        &self,
        task: &Task,
        file: &Path,
        bytes: &[u8],
        original: &Original,
        content: Option<&[u8]>,
    ) -> Result<Written, Failure> {
        match self.destination {
            Destination::Directory(_) => {
                let folder = task.folder.as_deref().filter(|_| !self.args.inputs.follow_links);
                mirror::write(file, folder, bytes, mirror::plain(&original.metadata.permissions()))
                    .map(|()| Written::Done)
                    .map_err(|failure| failure.about(file))
            }
            _ => output::to_file(file, bytes, &output::Original { metadata: Some(&original.metadata), content }),
        }
    }

    /// How `output`, which now holds `bytes`, was made. `None` if it has gone meanwhile.
    fn record(
        &self,
        task: &Task,
        output: &Path,
        original: &Original,
        bytes: &[u8],
        beside: Option<Beside>,
        messages: &[Message],
    ) -> Option<Record> {
        if !self.cache.is_wanted() {
            return None;
        }
        let map = self.map_stamp(output).filter(|_| self.destination != Destination::InPlace);
        let may_hold_work = || self.lowering(task).may_hold_work(bytes);
        let (input, source_type, output) = match self.destination {
            // What was written is the input of the next run.
            Destination::InPlace => (hash(bytes), original.source_type.filter(|_| may_hold_work()), None),
            _ => (original.hash, original.source_type, Some(stamp(output)?)),
        };
        Some(Record {
            input: (input, mode(&original.metadata)),
            settings: self.cache.settings,
            source_type: source_type.map(|source_type| source_type as u8),
            beside,
            output,
            map,
            messages: messages.iter().map(plain).collect(),
        })
    }

    fn map_stamp(&self, output: &Path) -> Option<Stamp> {
        map::path(&self.args.source_maps, output).and_then(|path| stamp(&path))
    }
}

impl Done {
    fn with(outcome: Outcome) -> Done {
        let (printed, messages) = (Vec::new(), Vec::new());
        let elapsed = Duration::ZERO;
        Done { outcome, bytes: 0, changes: false, printed, messages, record: None, read: None, elapsed }
    }

    /// Nothing was to be done for an input of which `bytes` bytes were read. What was said of it holds still.
    fn current(record: &Record, bytes: usize) -> Done {
        // They come from a file: what a terminal might obey is shown.
        let shown = |message: &Message| Message { text: visible(&message.text), ..message.clone() };
        let messages = record.messages.iter().map(shown).collect();
        Done { bytes, messages, record: Some(record.clone()), ..Done::with(Outcome::Current) }
    }
}

/// `message` without colour, to be kept.
fn plain(message: &Message) -> Message {
    Message { text: anstream::adapter::strip_str(&message.text).to_string(), ..message.clone() }
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
    match bounded::read(output, PROGRAM) {
        Ok(existing) => Ok(existing != bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(Failure::trouble(format!("cannot compare with {}: {}", quoted(output), reason(&error)))),
    }
}

fn planned(outcome: Outcome, output: &Path) -> String {
    let output = shown(output);
    match outcome {
        Outcome::Lowered { functions: 1 } => format!("would write {output} (1 function lowered)\n"),
        Outcome::Lowered { functions } => format!("would write {output} ({functions} functions lowered)\n"),
        _ => format!("would copy to {output}\n"),
    }
}

/// A file's name on a line of its own, or as it is with a NUL byte behind it.
pub fn line(path: &Path, null: bool) -> Vec<u8> {
    match null {
        true => [path.as_os_str().as_encoded_bytes(), b"\0"].concat(),
        false => (shown(path) + "\n").into_bytes(),
    }
}
