//! The options about how fast a run is: what is remembered from run to run, and how many threads work.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// The options of the cache, and the number of threads.
#[derive(Debug, Args)]
#[command(next_help_heading = "Cache and speed")]
pub struct Caching {
    /// Where to remember what was done, to skip unchanged files
    ///
    /// With --out-dir and --in-place, a file is skipped if its content, all options and this build of unawait are the
    /// same as the last time, and its output is as it was left. The directory may be deleted at any time.
    ///
    /// [default: node_modules/.cache/unawait beside the nearest package.json, else unawait in the user's caches]
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, conflicts_with = "no_cache")]
    pub cache_dir: Option<PathBuf>,

    /// Remember nothing: lower everything
    #[arg(long)]
    pub no_cache: bool,

    /// How many programs to lower at once [default: as many as there are cores]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub workers: Option<u16>,
}
