//! The options about where options come from.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Args, Command, ValueHint};

/// Where options come from.
#[derive(Debug, Args)]
#[command(next_help_heading = "Configuration")]
pub struct Configuring {
    /// Take options from FILE, a TOML file or a package.json
    ///
    /// Without it, they are taken from the nearest `unawait.toml` or `unawait` in a package.json, from the working
    /// directory up to the project's root: the nearest directory with a repository or an unawait.toml that says
    /// `root = true`, else the topmost one with a package.json. A file above the working directory that others can
    /// write is not read. unawait.toml comes first where both are. Keys are the long names of options, and `inputs`;
    /// paths are relative to the file. The command line wins; `--no-watch`, `--gitignore` and the like take back what
    /// is switched on or off there.
    ///
    /// Options in `[env.NAME]` hold where UNAWAIT_ENV, or else NODE_ENV, is NAME (`development` if neither is set).
    /// `[[overrides]]` have `files`, globs as for --ignore, and the options about lowering that hold for these files;
    /// the last one that matches a file counts.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "no_config")]
    pub config: Option<PathBuf>,

    /// Take options from the command line only
    #[arg(long)]
    pub no_config: bool,

    /// Print all options, and where each comes from, as an unawait.toml, and do nothing else
    #[arg(long)]
    pub print_config: bool,

    /// The configuration that was read.
    #[arg(skip)]
    pub file: Option<PathBuf>,

    /// A nearer one, which was not.
    #[arg(skip)]
    pub distrusted: Option<PathBuf>,
}

/// Adds the opposite of each switch, `--no-watch` to `--watch`, for those who take back what a configuration says.
pub fn with_opposites(command: Command) -> Command {
    let opposites = command.get_arguments().filter_map(opposite);
    let is_new = |arg: &Arg| command.get_arguments().all(|known| known.get_long() != arg.get_long());
    let opposites: Vec<Arg> = opposites.filter(is_new).collect();
    command.args(opposites)
}

fn opposite(arg: &Arg) -> Option<Arg> {
    if !matches!(arg.get_action(), ArgAction::SetTrue) || arg.is_exclusive_set() {
        return None;
    }
    let long = arg.get_long()?;
    let opposite = long.strip_prefix("no-").map_or_else(|| format!("no-{long}"), str::to_owned);
    let id = opposite_of(arg.get_id().as_str());
    Some(Arg::new(id).long(opposite).hide(true).action(ArgAction::SetTrue).overrides_with(arg.get_id()))
}

/// The name by which clap knows the opposite of the switch that it knows as `id`.
pub fn opposite_of(id: &str) -> String {
    format!("not-{id}")
}
