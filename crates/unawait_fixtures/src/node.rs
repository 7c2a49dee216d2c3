//! Node as a child process, with a time limit.

use crate::prerequisites;
use std::io::Read;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long a program may run. Generous: a machine may be busy, and a program that hangs is rare.
pub const TIME_LIMIT: Duration = Duration::from_secs(30);

/// What came of running a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    /// The exit status in words, such as `exit status: 0`.
    pub status: String,
    pub success: bool,
}

/// The major version of the node at hand.
///
/// # Errors
/// As [`prerequisites::node_version`]: without node nothing here can be checked, so that is a failure, never a skip.
pub fn major_version() -> Result<u32, String> {
    static VERSION: OnceLock<Result<u32, String>> = OnceLock::new();
    VERSION.get_or_init(prerequisites::node_version).clone()
}

/// Whether the node at hand is new enough for `requirement`, such as `>=24`.
///
/// # Errors
/// When the requirement is of another form or there is no node.
pub fn satisfies(requirement: &str) -> Result<bool, String> {
    let least: u32 = requirement
        .strip_prefix(">=")
        .and_then(|number| number.trim().parse().ok())
        .ok_or_else(|| format!("options.json: `node` must look like `>=24`, got `{requirement}`"))?;
    Ok(major_version()? >= least)
}

/// A command for the node at hand in `folder`, without what the environment could do to its output.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(prerequisites::node());
    command.current_dir(folder).stdin(Stdio::null());
    for name in ["NODE_OPTIONS", "NODE_DEBUG", "NODE_PATH", "FORCE_COLOR"] {
        command.env_remove(name);
    }
    command.env("NO_COLOR", "1").env("TZ", "UTC");
    command
}

/// Runs `command` to its end and collects what it prints.
///
/// # Errors
/// When it cannot be started or exceeds `limit`.
pub fn run(mut command: Command, limit: Duration) -> Result<Run, String> {
    let deadline = Instant::now() + limit;
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot run `{}`: {error}", command.get_program().to_string_lossy()))?;
    let stdout = drain(child.stdout.take());
    let stderr = drain(child.stderr.take());
    // Both streams end when the process does; waiting for them needs no polling, unlike waiting for it.
    let collected = receive(&stdout, deadline).and_then(|out| Some((out, receive(&stderr, deadline)?)));
    let Some((stdout, stderr)) = collected else {
        let _ = child.kill();
        let _ = child.wait();
        return Err(format!("not done after {} s", limit.as_secs()));
    };
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok(Run { stdout, stderr, status: in_words(status), success: status.success() })
}

/// Reads a stream to its end on a thread of its own, so that neither stream's full pipe blocks the child.
fn drain(stream: Option<impl Read + Send + 'static>) -> Receiver<String> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            let _ = stream.read_to_end(&mut bytes);
        }
        let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    receiver
}

fn receive(stream: &Receiver<String>, deadline: Instant) -> Option<String> {
    stream.recv_timeout(deadline.saturating_duration_since(Instant::now())).ok()
}

fn in_words(status: ExitStatus) -> String {
    status.to_string()
}
