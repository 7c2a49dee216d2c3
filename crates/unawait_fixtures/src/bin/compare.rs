//! Times this project against others that lower async functions, on the same code: published packages, all files, each
//! with a source map. Prints a table in Markdown.
//!
//! Corpus and peers are installed from the registry at the versions in `src/compare/`. Each tool runs in a process of its
//! own, one after the other, round by round; a figure is the median of the rounds. Throughput is that of one core and
//! counts its time, not the clock's, so that it means something on a busy machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;
use serde::{Deserialize, Serialize};
use tempfile::TempDir;
use unawait_compiler::{Options, SourceMapOptions, compile};
use unawait_fixtures::{npm, source_type};
use walkdir::WalkDir;

#[global_allocator]
static ALLOCATOR: unawait_memory::Allocator = unawait_memory::Allocator;

const PEERS: [&str; 5] = ["oxc", "swc", "esbuild", "typescript", "babel"];
const US: &str = "unawait";

/// Time this project against others
#[derive(Parser)]
struct Arguments {
    /// How often each tool lowers everything
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// The tools to compare
    #[arg(long, value_delimiter = ',', default_values = PEERS)]
    peers: Vec<String>,
    /// Take files of this many bytes or more only
    #[arg(long, default_value_t = 0)]
    least: u64,
    /// Take files of this many bytes or less only
    #[arg(long, default_value_t = u64::MAX)]
    most: u64,
    /// Time whole trees, too: read, lower and write on all cores
    #[arg(long)]
    tree: bool,
    /// Lower the files of this list and print what it took: what each process of ours does
    #[arg(long, hide = true)]
    list: Option<PathBuf>,
}

/// What one tool took in one round: seconds and bytes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Took {
    wall: f64,
    cpu: f64,
    refused: usize,
    code: usize,
    map: usize,
    peak: u64,
}

fn main() -> ExitCode {
    unawait_memory::keep();
    let arguments = Arguments::parse();
    let done = match &arguments.list {
        Some(list) => library(list),
        None => compare(&arguments),
    };
    done.map_or_else(
        |error| {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

/// How much stack the library gets, as in the command: address space, until a program nests as deep.
const STACK: usize = 512 << 20;

/// Lowers the files of `list` with the library, on one core.
fn library(list: &Path) -> Result<(), String> {
    let list = fs::read_to_string(list).map_err(|error| error.to_string())?;
    let read = |path: &str| {
        let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
        let options = Options {
            source_type: source_type::of_file(Path::new(path), Path::new("/")),
            source_map: Some(SourceMapOptions { source: path.to_owned(), ..SourceMapOptions::default() }),
            ..Options::default()
        };
        Ok((text, options))
    };
    let files: Vec<(String, Options)> = list.lines().map(read).collect::<Result<_, String>>()?;
    let took = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || lower_all(&files));
        thread.map(|thread| thread.join().unwrap_or_default())
    });
    let took = took.map_err(|error| error.to_string())?;
    println!("{}", serde_json::to_string(&took).map_err(|error| error.to_string())?);
    Ok(())
}

fn lower_all(files: &[(String, Options)]) -> Took {
    let mut took = Took::default();
    let (started, before) = (Instant::now(), cpu_seconds());
    for (text, options) in files {
        match compile(text, options) {
            Ok(output) => {
                took.code += output.code.len();
                took.map += output.map.map_or(0, |map| map.to_json().len());
            }
            Err(_) => took.refused += 1,
        }
    }
    took.cpu = cpu_seconds() - before;
    took.wall = started.elapsed().as_secs_f64();
    took.peak = peak_bytes(Path::new("/proc/self/status"));
    took
}

/// What this process has used of a core, in seconds: user and system time, in hundredths.
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory that the process has had whose `/proc/PID/status` this is.
fn peak_bytes(status: &Path) -> u64 {
    let status = fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) * 1024
}

fn compare(arguments: &Arguments) -> Result<(), String> {
    let in_words = |error: std::io::Error| error.to_string();
    let corpus = npm::CORPUS.installed()?;
    let scripts = scripts(&npm::PEERS.installed()?)?;
    let scratch = TempDir::new().map_err(in_words)?;
    let list = scratch.path().join("list");
    let files = files(&corpus, arguments);
    let bytes: u64 = files.iter().map(|(_, bytes)| bytes).sum();
    let text: String = files.iter().map(|(path, _)| format!("{}\n", path.display())).collect();
    fs::write(&list, text).map_err(in_words)?;

    let tools: Vec<&str> = std::iter::once(US).chain(arguments.peers.iter().map(String::as_str)).collect();
    let mut memory = vec![Vec::new(); tools.len()];
    let mut trees = vec![Vec::new(); tools.len()];
    // Kept to the end: to make files takes a multiple of the time where others have been deleted the minute before, as
    // ext4 finds places for them.
    let mut outputs = Vec::new();
    for _ in 0..arguments.rounds {
        for (index, tool) in tools.iter().enumerate() {
            memory[index].push(in_memory(tool, &scripts, &list)?);
            if arguments.tree {
                let out = TempDir::new().map_err(in_words)?;
                trees[index].push(whole_tree(tool, &scripts, &corpus, &list, out.path())?);
                outputs.push(out);
            }
        }
    }
    println!("{} files, {:.1} MB\n", files.len(), bytes as f64 / 1e6);
    println!("| | MB/s on one core | peak memory | code | maps | refused | whole tree | its peak memory |");
    println!("| --- | --: | --: | --: | --: | --: | --: | --: |");
    for (index, tool) in tools.iter().enumerate() {
        let took = median(&memory[index], |took| took.cpu);
        let tree = median(&trees[index], |took| took.wall);
        println!(
            "| {tool} | {:.1} | {} | {} | {} | {} | {} | {} |",
            bytes as f64 / 1e6 / took.cpu,
            megabytes(took.peak),
            megabytes(took.code as u64),
            megabytes(took.map as u64),
            took.refused,
            if arguments.tree { format!("{:.1} s", tree.wall) } else { String::new() },
            if arguments.tree { megabytes(tree.peak) } else { String::new() },
        );
    }
    Ok(())
}

fn megabytes(bytes: u64) -> String {
    format!("{:.0} MB", bytes as f64 / 1e6)
}

/// The one in the middle, by what `of` says.
fn median(all: &[Took], of: impl Fn(&Took) -> f64) -> Took {
    let mut sorted = all.to_vec();
    sorted.sort_by(|a, b| of(a).total_cmp(&of(b)));
    sorted.get(sorted.len() / 2).cloned().unwrap_or_default()
}

/// Every program of the corpus, with its size.
fn files(corpus: &Path, arguments: &Arguments) -> Vec<(PathBuf, u64)> {
    let entries = WalkDir::new(corpus).sort_by_file_name().into_iter().filter_map(Result::ok);
    let programs = entries.filter(|entry| entry.file_type().is_file() && source_type::is_javascript(entry.path()));
    let sized = programs.filter_map(|entry| Some((entry.path().to_owned(), entry.metadata().ok()?.len())));
    let wanted = sized.filter(|(_, bytes)| (arguments.least..=arguments.most).contains(bytes));
    wanted.filter(|(path, _)| fs::read_to_string(path).is_ok()).collect()
}

/// Puts the scripts where they find the peers.
fn scripts(node_modules: &Path) -> Result<PathBuf, String> {
    let folder = node_modules.parent().unwrap_or(node_modules);
    for (name, text) in [
        ("lower.mjs", include_str!("../compare/lower.mjs")),
        ("memory.mjs", include_str!("../compare/memory.mjs")),
        ("tree.mjs", include_str!("../compare/tree.mjs")),
    ] {
        fs::write(folder.join(name), text).map_err(|error| error.to_string())?;
    }
    Ok(folder.to_owned())
}

fn in_memory(tool: &str, scripts: &Path, list: &Path) -> Result<Took, String> {
    let mut command = match tool {
        US => Command::new(std::env::current_exe().map_err(|error| error.to_string())?),
        _ => Command::new("node"),
    };
    match tool {
        US => command.arg("--list").arg(list),
        _ => command.arg(scripts.join("memory.mjs")).arg(tool).arg(list),
    };
    let output = command.output().map_err(|error| format!("{tool}: {error}"))?;
    serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{tool}: {error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Each tool's own fastest way: commands for those who have one, worker threads for the others.
fn whole_tree(tool: &str, scripts: &Path, corpus: &Path, list: &Path, out: &Path) -> Result<Took, String> {
    let mut command = Command::new("/usr/bin/env");
    match tool {
        US => {
            let binary = std::env::current_exe().map_err(|error| error.to_string())?.with_file_name("unawait");
            command.arg(binary).arg(corpus).arg("--out-dir").arg(out);
            command.args(["--source-map", "file", "--no-cache", "--quiet", "--no-gitignore"]);
        }
        "esbuild" => {
            let list = fs::read_to_string(list).map_err(|error| error.to_string())?;
            // Not the script around it, which would be another process.
            let platforms = fs::read_dir(scripts.join("node_modules/@esbuild")).map_err(|error| error.to_string())?;
            let platform = platforms.filter_map(Result::ok).next().ok_or("esbuild is not there")?;
            command.arg(platform.path().join("bin/esbuild")).args(list.lines());
            command.arg(format!("--outdir={}", out.display())).arg(format!("--outbase={}", corpus.display()));
            command.args(["--sourcemap", "--log-level=silent", "--supported:async-await=false"]);
            command.args(["--supported:async-generator=false", "--supported:for-await=false"]);
        }
        _ => {
            command.arg("node").arg(scripts.join("tree.mjs")).arg(tool).arg(corpus).arg(list).arg(out);
        }
    }
    watch(command).map_err(|error| format!("{tool}: {error}"))
}

/// Runs `command` to its end, and looks at its memory meanwhile.
fn watch(mut command: Command) -> std::io::Result<Took> {
    let started = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = 0;
    while child.try_wait()?.is_none() {
        peak = peak.max(peak_bytes(&status));
        thread::sleep(Duration::from_millis(5));
    }
    Ok(Took { wall: started.elapsed().as_secs_f64(), peak, ..Took::default() })
}
