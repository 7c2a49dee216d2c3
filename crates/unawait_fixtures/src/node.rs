//! Node as a child process, with a time limit.

use std::io::Read;
use std::path::{Path, PathBuf};
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

/// The node to use: `$NODE`, else `node` on the path.
pub fn program() -> PathBuf {
    std::env::var_os("NODE").map_or_else(|| PathBuf::from("node"), PathBuf::from)
}

/// The major version of [`program`].
///
/// # Errors
/// When there is no node: without it nothing here can be checked, so that is a failure, never a skip.
pub fn major_version() -> Result<u32, String> {
    static VERSION: OnceLock<Result<u32, String>> = OnceLock::new();
    VERSION.get_or_init(ask_version).clone()
}

fn ask_version() -> Result<u32, String> {
    let node = program();
    let output = Command::new(&node).arg("--version").output().map_err(|error| {
        format!("cannot run `{}` ({error}): install Node.js 20 or newer, or name it in $NODE", node.display())
    })?;
    let version = String::from_utf8_lossy(&output.stdout);
    let major = version.trim().trim_start_matches('v').split('.').next().unwrap_or_default();
    major.parse().map_err(|_| format!("`{} --version` says `{}`", node.display(), version.trim()))
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

/// A command for [`program`] in `folder`, without what the environment could do to its output.
pub fn command(folder: &Path) -> Command {
    let mut command = Command::new(program());
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
