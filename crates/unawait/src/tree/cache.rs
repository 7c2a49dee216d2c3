//! What is known from earlier runs: of which input, under which options, each output was made.
//!
//! One file per output directory, replaced in one step at the end of a run; what it says is believed only where the
//! input has the same content and nobody has touched the output since. So it may be lost, or be older than the
//! outputs, at any time: after a crash some files are lowered again.

use std::collections::HashMap;
use std::fs::{self, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::key::{self, Key};
use super::stamp::{Mode, Stamp};
use crate::args::Args;
use crate::bounded::{self, CACHE};
use crate::report::Message;
use crate::temporary;

/// A blake3 hash.
pub type Hash = [u8; blake3::OUT_LEN];

/// What the file begins with. Another shape of [`Record`] needs another number.
const FORMAT: &[u8] = b"unawait cache 4\n";

/// A file that was read besides the input, and its stamp from before, if it was there.
pub type Beside = (PathBuf, Option<Stamp>);

/// How an output came to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The hash of the input, and its permissions.
    pub input: (Hash, Mode),
    /// The hash of all options, and of the command itself.
    pub settings: Hash,
    /// How the program was read, if that mattered.
    pub source_type: Option<u8>,
    /// The program's own source map, which had a part in the output.
    pub beside: Option<Beside>,
    /// The output as it was left. `None` if that is the input.
    pub output: Option<Stamp>,
    /// What was said about it.
    pub messages: Vec<Message>,
    /// The output's source map, if that has a file.
    pub map: Option<Stamp>,
}

/// The hash of `bytes`.
pub fn hash(bytes: &[u8]) -> Hash {
    blake3::hash(bytes).into()
}

/// The records of one output directory.
#[derive(Debug)]
pub struct Cache {
    /// Where they are kept, and the user's key. `None`: in memory only.
    file: Option<(PathBuf, Key)>,
    /// Whether anybody wants to know.
    is_wanted: bool,
    /// By the place of the output.
    records: HashMap<PathBuf, Record>,
    /// Whether `records` differ from what the file holds.
    is_dirty: bool,
    /// What records have to agree with now.
    pub settings: Hash,
}

impl Cache {
    /// The cache for what `args` ask for, whose outputs are below the absolute `directory`. One that cannot be read
    /// is empty.
    pub fn open(args: &Args, directory: &Path) -> Cache {
        let Some((folder, key)) = folder(args).zip(key::of_user()) else { return Cache::none() };
        let name = blake3::Hash::from_bytes(hash(directory.as_os_str().as_encoded_bytes()));
        let file = folder.join(format!("{}.tree", name.to_hex()));
        let records = load(&file, &key).unwrap_or_default();
        Cache { file: Some((file, key)), is_wanted: true, records, is_dirty: false, settings: settings(args) }
    }

    /// A cache that lasts as long as the process.
    pub fn in_memory() -> Cache {
        Cache { is_wanted: true, ..Cache::none() }
    }

    /// A cache that remembers nothing, for `--no-cache`.
    pub fn none() -> Cache {
        let settings = Hash::default();
        Cache { file: None, is_wanted: false, records: HashMap::new(), is_dirty: false, settings }
    }

    /// Whether it is worth while to note anything.
    pub fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// What is known of the output at `place`.
    pub fn get(&self, place: &Path) -> Option<&Record> {
        self.records.get(place)
    }

    /// Notes how the output at `place` was made, or that nothing is known.
    pub fn set(&mut self, place: &Path, record: Option<Record>) {
        let old = match record.clone() {
            Some(record) => self.records.insert(place.to_owned(), record),
            None => self.records.remove(place),
        };
        self.is_dirty |= old != record;
    }

    /// Keeps what is known for later runs.
    ///
    /// # Errors
    /// When the file cannot be written. Nothing is wrong then, but the next run will be as long as this one.
    pub fn save(&mut self) -> io::Result<()> {
        let Some((file, key)) = self.file.as_ref().filter(|_| self.is_dirty) else { return Ok(()) };
        // A name that is no Unicode cannot be kept: that file is always lowered.
        let named = self.records.iter().filter_map(|(place, record)| Some((place.to_str()?, record)));
        let body = postcard::to_stdvec(&named.collect::<Vec<_>>()).map_err(io::Error::other)?;
        let folder = file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        temporary::sweep(folder);
        let mut new = temporary::create(folder, None)?;
        for part in [FORMAT, blake3::keyed_hash(key, &body).as_bytes(), &body] {
            new.write_all(part)?;
        }
        new.persist(file).map_err(|error| error.error)?;
        self.is_dirty = false;
        Ok(())
    }
}

/// The records in `file`. `None` if it is not there, not whole, or not written by a user with this `key`: a cache may be
/// in a folder that came with the sources.
fn load(file: &Path, key: &Key) -> Option<HashMap<PathBuf, Record>> {
    let bytes = bounded::read(file, CACHE).ok()?;
    let (hashed, body) = bytes.strip_prefix(FORMAT)?.split_at_checked(blake3::OUT_LEN)?;
    if blake3::keyed_hash(key, body) != *hashed {
        return None;
    }
    let records: Vec<(&str, Record)> = postcard::from_bytes(body).ok()?;
    Some(records.into_iter().map(|(place, record)| (PathBuf::from(place), record)).collect())
}

/// Where caches are kept: as the ecosystem does in `node_modules/.cache` of the package that one works in, else
/// where the system wants caches.
fn folder(args: &Args) -> Option<PathBuf> {
    if args.caching.no_cache {
        return None;
    }
    args.caching.cache_dir.clone().or_else(|| {
        let working = std::env::current_dir().ok()?;
        let package = working.ancestors().find(|folder| folder.join("package.json").is_file());
        let modules = package.map(|package| package.join("node_modules")).filter(|modules| modules.is_dir());
        modules.map(|modules| modules.join(".cache/unawait")).or_else(|| Some(dirs::cache_dir()?.join("unawait")))
    })
}

/// Whatever else an output depends on: this very build of the command, and the options.
fn settings(args: &Args) -> Hash {
    let executable = std::env::current_exe().ok();
    let metadata = executable.as_deref().and_then(|path| fs::metadata(path).ok());
    let modified = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
    let build = (
        env!("CARGO_PKG_VERSION"),
        &executable,
        metadata.as_ref().map(Metadata::len),
        modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok()),
    );
    hash(format!("{build:?} {:?}", args.shaping()).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: Key = [7; 32];

    fn cache(file: &Path) -> Cache {
        let records = load(file, &KEY).unwrap_or_default();
        Cache { file: Some((file.to_owned(), KEY)), records, ..Cache::in_memory() }
    }

    fn record(text: &str) -> Record {
        Record {
            input: (hash(text.as_bytes()), 0o644),
            settings: [1; 32],
            source_type: Some(1),
            beside: None,
            output: None,
            messages: Vec::new(),
            map: None,
        }
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("deep/cache");
        let mut first = cache(&file);
        first.set(Path::new("a.js"), Some(record("a")));
        first.set(Path::new("b.js"), Some(record("b")));
        first.set(Path::new("b.js"), None);
        first.save().unwrap();
        let second = cache(&file);
        assert_eq!(second.get(Path::new("a.js")), Some(&record("a")));
        assert_eq!(second.get(Path::new("b.js")), None);
        assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), 1);
    }

    #[test]
    fn what_is_not_whole_is_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("cache");
        let mut first = cache(&file);
        first.set(Path::new("a.js"), Some(record("a")));
        first.save().unwrap();
        let whole = fs::read(&file).unwrap();
        assert!(load(&file, &KEY).is_some() && load(&file, &[8; 32]).is_none());
        for len in 0..whole.len() {
            fs::write(&file, &whole[..len]).unwrap();
            assert!(load(&file, &KEY).is_none(), "{len}");
        }
        for at in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[at] ^= 1;
            fs::write(&file, damaged).unwrap();
            assert!(load(&file, &KEY).is_none(), "{at}");
        }
    }
}
