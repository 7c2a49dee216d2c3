//! The options about what is remembered from run to run.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// What is remembered.
#[derive(Debug, Args)]
#[command(next_help_heading = "Cache")]
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
}
