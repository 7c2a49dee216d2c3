//! Asks node what it makes of programs and their outputs: `run.mjs` runs them, in workers, each program in a realm of
//! its own.

use std::fs::File;
use std::io::{Seek, Write};
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::node;
use crate::npm::List;

/// How long one process may take. A program that hangs takes some seconds of it.
const TIME_LIMIT: Duration = Duration::from_secs(900);

/// What takes decorators away.
const DECORATORS: List = List {
    name: "decorators",
    manifest: include_str!("decorators/package.json"),
    lock: include_str!("decorators/package-lock.json"),
};

/// A program both ways, for node.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Pair<'a> {
    pub kind: &'static str,
    pub decorators: bool,
    pub native: &'a str,
    /// `None`: the library refuses it.
    pub lowered: Option<&'a str>,
}

/// What node says of a pair.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Verdict {
    /// Why node refuses the native program; the lowered one.
    pub native_error: Option<String>,
    pub lowered_error: Option<String>,
    /// Whether the pair ran: node does not run a module that imports others.
    pub ran: bool,
    /// The program ran out of steps, time or stack.
    pub endless: bool,
    /// The native program ends, the lowered one does not.
    pub hangs: bool,
    /// The logs, if they differ.
    pub differing: Option<[String; 2]>,
    pub lines: usize,
}

/// What node says of `pairs`, each program of which may run as long as `patience`. Pairs that end the process are found by halves.
///
/// # Errors
/// When there is no node, a lowered program ends the process and the native one does not, or a program has decorators
/// and what takes them away cannot be installed.
pub(super) fn verdicts(patience: Duration, pairs: &[Pair]) -> Result<Vec<Verdict>, String> {
    match (ask_node(patience, pairs), pairs) {
        (Ok(verdicts), _) => Ok(verdicts),
        (Err(error), [pair]) => match ask_node(patience, &[Pair { lowered: None, ..pair.clone() }]) {
            Ok(_) => Err(error),
            Err(_) => Ok(vec![Verdict { endless: true, ..Verdict::default() }]),
        },
        (Err(_), _) => {
            let (first, second) = pairs.split_at(pairs.len() / 2);
            let mut all = verdicts(patience, first)?;
            all.extend(verdicts(patience, second)?);
            Ok(all)
        }
    }
}

fn ask_node(patience: Duration, pairs: &[Pair]) -> Result<Vec<Verdict>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/oracle");
    let mut command = node::command(&folder);
    // Without the flag V8 leaves some early errors of functions to their first call.
    command.args(["--no-lazy", "--experimental-vm-modules", "--no-warnings", "run.mjs"]);
    command.arg(patience.as_millis().to_string());
    if pairs.iter().any(|pair| pair.decorators) {
        command.arg(DECORATORS.installed()?);
    }
    command.stdin(as_file(pairs).map_err(|error| error.to_string())?);
    let run = node::run(command, TIME_LIMIT)?;
    if !run.success {
        return Err(format!("run.mjs: {}\n{}", run.status, run.stderr));
    }
    let verdicts: Vec<Verdict> = serde_json::from_str(&run.stdout).map_err(|error| format!("run.mjs: {error}"))?;
    match verdicts.len() == pairs.len() {
        true => Ok(verdicts),
        false => Err(format!("run.mjs ran {} programs of {}", verdicts.len(), pairs.len())),
    }
}

fn as_file(pairs: &[Pair]) -> std::io::Result<File> {
    let mut file = tempfile::tempfile()?;
    file.write_all(&serde_json::to_vec(pairs)?)?;
    file.rewind()?;
    Ok(file)
}
