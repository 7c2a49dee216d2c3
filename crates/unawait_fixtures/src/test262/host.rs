//! Node processes that run tests, one after another, each in a realm of its own: see `host.mjs`.

use super::variant::{Mode, Variant, mentions_async, mentions_generators};
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use unawait_compiler::{Options, SourceType, Target, compile};
use walkdir::WalkDir;

/// How long one test may run: a test that hangs blocks its process.
const TIME_LIMIT: Duration = Duration::from_secs(10);
/// After so many tests a process is replaced: realms are not always collected.
const TESTS_PER_PROCESS: usize = 400;

/// What came of running a test.
#[derive(Clone, Debug, Deserialize)]
pub struct Verdict {
    pub pass: bool,
    /// The kind of failure, for the table.
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub detail: String,
}

/// What every host needs to know.
#[derive(Clone, Debug)]
pub struct Setting {
    pub node: PathBuf,
    pub target: Target,
    /// The checkout of test262.
    pub root: PathBuf,
    /// Lowered texts of the files that tests import, by their paths below `test/`.
    pub lowered_fixtures: BTreeMap<String, String>,
}

impl Setting {
    /// Lowers what tests import.
    ///
    /// # Errors
    /// When the checkout is none.
    pub fn new(node: PathBuf, root: &Path, target: Target) -> Result<Self, String> {
        let root = root.canonicalize().map_err(|error| format!("{}: {error}", root.display()))?;
        if !root.join("harness/assert.js").is_file() {
            return Err(format!("{} is no checkout of test262", root.display()));
        }
        let test = root.join("test");
        let mut lowered_fixtures = BTreeMap::new();
        for entry in WalkDir::new(test.join("language")) {
            let entry = entry.map_err(|error| error.to_string())?;
            if !entry.path().to_string_lossy().ends_with("_FIXTURE.js") {
                continue;
            }
            let path = entry.path().strip_prefix(&test).unwrap_or(entry.path()).to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
            lowered_fixtures.extend(lower_module(&text, target).map(|code| (path, code)));
        }
        Ok(Setting { node, target, root, lowered_fixtures })
    }
}

/// A module's text lowered, if that changes it.
fn lower_module(text: &str, target: Target) -> Option<String> {
    if !(mentions_async(text) || target == Target::StateMachines && mentions_generators(text)) {
        return None;
    }
    let options = Options { target, source_type: SourceType::Module, ..Options::default() };
    compile(text, &options).ok().filter(|output| output.changed).map(|output| output.code)
}

/// A node process, started when needed and replaced when it hangs or has run many tests.
pub struct Host<'a> {
    setting: &'a Setting,
    process: Option<Process>,
}

struct Process {
    child: Child,
    stdin: ChildStdin,
    lines: Receiver<String>,
    tests: usize,
}

impl<'a> Host<'a> {
    /// A host which is not started yet.
    pub fn new(setting: &'a Setting) -> Self {
        Host { setting, process: None }
    }

    /// What the tests are lowered to.
    pub fn target(&self) -> Target {
        self.setting.target
    }

    /// Runs a variant as it is.
    ///
    /// # Errors
    /// When node cannot be started.
    pub fn run_native(&mut self, variant: &Variant) -> Result<Verdict, String> {
        self.run(variant, &variant.source, false)
    }

    /// Runs a variant with `code` for its program, and its imports lowered.
    ///
    /// # Errors
    /// When node cannot be started.
    pub fn run_lowered(&mut self, variant: &Variant, code: &str) -> Result<Verdict, String> {
        self.run(variant, code, true)
    }

    fn run(&mut self, variant: &Variant, code: &str, lowered: bool) -> Result<Verdict, String> {
        let front_matter = &variant.front_matter;
        let negative = front_matter.negative.as_ref();
        // A script may import its own file, which then is a module.
        let itself = if lowered && variant.mode != Mode::Module {
            lower_module(&variant.source, self.setting.target)
        } else {
            None
        };
        let job = json!({
            "path": variant.path,
            "code": code,
            "module": variant.mode == Mode::Module,
            "raw": front_matter.has("raw"),
            "async": front_matter.has("async"),
            "includes": front_matter.includes,
            "negative": negative.map(|negative| json!({ "phase": negative.phase, "error": negative.error })),
            "lowered": lowered,
            "itself": itself,
        });
        let process = match &mut self.process {
            Some(process) if process.tests < TESTS_PER_PROCESS => process,
            other => other.insert(Process::start(self.setting)?),
        };
        let answer = process.ask(&job.to_string());
        if answer.is_none() {
            self.process = None;
        }
        Ok(answer.unwrap_or_else(|| Verdict {
            pass: false,
            reason: "hangs or ends the process".to_owned(),
            detail: format!("no answer within {} s", TIME_LIMIT.as_secs()),
        }))
    }
}

impl Process {
    fn start(setting: &Setting) -> Result<Process, String> {
        let host = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/test262/host.mjs");
        let mut child = Command::new(&setting.node)
            .args(["--experimental-vm-modules", "--expose-gc", "--no-warnings"])
            .arg(host)
            .arg(&setting.root)
            .env_remove("NODE_OPTIONS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("cannot run `{}`: {error}", setting.node.display()))?;
        let (stdin, stdout) = child.stdin.take().zip(child.stdout.take()).ok_or("no pipes to node")?;
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(stdout).lines().map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
        let mut process = Process { child, stdin, lines, tests: 0 };
        let overlay = json!(setting.lowered_fixtures).to_string();
        process.send(&overlay).ok_or("node ended at once")?;
        Ok(process)
    }

    fn ask(&mut self, job: &str) -> Option<Verdict> {
        self.tests += 1;
        self.send(job)?;
        match self.lines.recv_timeout(TIME_LIMIT) {
            Ok(line) => serde_json::from_str(&line).ok(),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => None,
        }
    }

    fn send(&mut self, line: &str) -> Option<()> {
        self.stdin.write_all(line.as_bytes()).and_then(|()| self.stdin.write_all(b"\n")).ok()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
