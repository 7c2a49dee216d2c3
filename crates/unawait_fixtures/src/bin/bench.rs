//! Times lowered code against native code, or measures how deep recursion goes through both.
//!
//! Programs and method are in `src/bench/`. Other lowerings of the programs can be timed beside ours (`--also`), and
//! state machines beside those of other tools (`--peers`).

use clap::Parser;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Duration;
use tempfile::TempDir;
use unawait_compiler::{Options, SourceType, Target, compile};
use unawait_fixtures::{node, npm, render};

/// A file of `src/bench/`, whose cases are timed together.
#[derive(Clone, Copy)]
struct Program {
    name: &'static str,
    text: &'static str,
}

const ASYNC: Program = Program { name: "cases", text: include_str!("../bench/cases.js") };
const ASYNC_GENERATORS: Program =
    Program { name: "async-generators", text: include_str!("../bench/async-generators.js") };
const GENERATORS: Program = Program { name: "generators", text: include_str!("../bench/generators.js") };
const DEPTH: Program = Program { name: "depth", text: include_str!("../bench/depth.js") };

/// Who makes state machines, too, as `src/bench/es5.mjs` calls them.
const PEERS: [&str; 3] = ["babel", "swc", "typescript"];

/// The project's own goals, for `--check`.
const HIGHEST_MEAN: f64 = 1.5;
const HIGHEST_RATIO: f64 = 2.5;
const LOWEST_DEPTH: f64 = 0.25;

/// Time lowered code against native code
#[derive(Parser)]
struct Arguments {
    /// Measurements per case; a quarter more are made first and forgotten
    #[arg(long, default_value_t = 60)]
    repetitions: u32,
    /// Only cases whose name contains this
    #[arg(long, default_value = "")]
    filter: String,
    /// Measure how deep synchronous recursion goes, instead of time
    #[arg(long)]
    depth: bool,
    /// Time state machines, of generators too, beside those of Babel, swc and TypeScript; and tell the sizes
    #[arg(long, conflicts_with = "depth")]
    peers: bool,
    /// Another lowering of the same programs, to be measured beside ours: a folder with files of their names
    #[arg(long, value_name = "NAME=FOLDER")]
    also: Vec<String>,
    /// Keep what is timed in this folder
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Fail when a goal is missed: mean 1.5, each case 2.5, a quarter of native's depth; no peer faster or smaller
    #[arg(long)]
    check: bool,
}

#[derive(Deserialize)]
struct Timing {
    name: String,
    nanoseconds: Vec<f64>,
}

#[derive(Deserialize)]
struct Depth {
    name: String,
    depths: Vec<f64>,
}

/// What is measured beside native: a name, and the file.
type Candidate = (String, PathBuf);

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = if arguments.depth { depth(&arguments) } else { time(&arguments) };
    match result {
        Ok(met) if met || !arguments.check => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints nanoseconds an operation and ratios to native's; whether the goals are met.
fn time(arguments: &Arguments) -> Result<bool, String> {
    let scratch = TempDir::new().map_err(|error| error.to_string())?;
    let folder = arguments.keep.as_deref().unwrap_or(scratch.path());
    let programs =
        if arguments.peers { &[ASYNC, ASYNC_GENERATORS, GENERATORS][..] } else { &[ASYNC, ASYNC_GENERATORS] };
    let mut met = true;
    for program in programs {
        let candidates = candidates(arguments, *program, folder)?;
        let ratios = time_program(arguments, *program, &candidates)?;
        let means: Vec<f64> = ratios.iter().map(|ratios| geometric_mean(ratios)).collect();
        met &= if arguments.peers {
            let sizes = sizes(&candidates)?;
            means[2..].iter().all(|peer| means[1] <= *peer) && sizes[2..].iter().all(|peer| sizes[1] <= *peer)
        } else {
            means[1] <= HIGHEST_MEAN && highest(&ratios[1]) <= HIGHEST_RATIO
        };
        println!();
    }
    Ok(met)
}

/// The ratios to native's time of each candidate, native first.
fn time_program(arguments: &Arguments, program: Program, candidates: &[Candidate]) -> Result<Vec<Vec<f64>>, String> {
    let options = [arguments.repetitions.to_string(), arguments.filter.clone()];
    let timings: Vec<Timing> = run(include_str!("../bench/run.cjs"), &options, candidates)?;

    print_head(&format!("{}, ns an operation", program.name), candidates);
    let mut ratios = vec![Vec::new(); candidates.len()];
    for Timing { name, nanoseconds } in &timings {
        print!("{name:<44} {:>8.0}", nanoseconds[0]);
        for (index, time) in nanoseconds.iter().enumerate() {
            let ratio = time / nanoseconds[0];
            if index > 0 {
                print!(" {time:>9.0} {ratio:>6.2}x");
            }
            ratios[index].push(ratio);
        }
        println!();
    }
    print_row("geometric mean", &ratios, geometric_mean);
    print_row("highest", &ratios, highest);
    Ok(ratios)
}

/// Prints depths and their ratios to native's; whether the goal is met.
fn depth(arguments: &Arguments) -> Result<bool, String> {
    let scratch = TempDir::new().map_err(|error| error.to_string())?;
    let candidates = candidates(arguments, DEPTH, arguments.keep.as_deref().unwrap_or(scratch.path()))?;
    let depths: Vec<Depth> = run(include_str!("../bench/depths.cjs"), &[], &candidates)?;

    print_head("depth of recursion", &candidates);
    let mut met = true;
    for Depth { name, depths } in &depths {
        print!("{name:<44} {:>8}", depths[0]);
        depths[1..].iter().for_each(|depth| print!(" {depth:>9} {:>6.2}x", depth / depths[0]));
        println!();
        met &= depths[1] >= LOWEST_DEPTH * depths[0];
    }
    Ok(met)
}

/// Native code, ours, and what else is asked for, written to files of their own: functions in different files share no
/// type feedback.
fn candidates(arguments: &Arguments, program: Program, folder: &Path) -> Result<Vec<Candidate>, String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let target = if arguments.peers { Target::StateMachines } else { Target::Generators };
    let options = Options { source_type: SourceType::CommonJs, target, ..Options::default() };
    let lowered = compile(program.text, &options);
    let lowered = lowered.map_err(|diagnostics| render::diagnostics(program.text, &diagnostics))?;
    let file = |candidate: &str| format!("{}.{candidate}.cjs", program.name);
    let native = write(folder, &file("native"), program.text)?;
    let ours = write(folder, &file("unawait"), &lowered.code)?;

    let mut candidates = vec![("native".to_owned(), native.clone()), ("unawait".to_owned(), ours)];
    if arguments.peers {
        let peers = npm::STATE_MACHINES.installed()?;
        let script = write(peers.parent().unwrap_or(&peers), "es5.mjs", include_str!("../bench/es5.mjs"))?;
        for peer in PEERS {
            let output = write(folder, &file(peer), "")?;
            let status = Command::new("node").arg(&script).arg(peer).arg(&native).arg(&output).status();
            match status {
                Ok(status) if status.success() => candidates.push((peer.to_owned(), output)),
                _ => return Err(format!("{peer} does not lower {}", program.name)),
            }
        }
    }
    for other in &arguments.also {
        let (name, folder) = other.split_once('=').ok_or("--also wants NAME=FOLDER")?;
        let file = Path::new(folder).join(format!("{}.js", program.name));
        let file = fs::canonicalize(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        candidates.push((name.to_owned(), file));
    }
    Ok(candidates)
}

/// Has node run `script` with the candidates, and reads what it prints.
fn run<T: DeserializeOwned>(script: &str, options: &[String], candidates: &[Candidate]) -> Result<T, String> {
    let scratch = TempDir::new().map_err(|error| error.to_string())?;
    let script = write(scratch.path(), "script.cjs", script)?;
    let mut command = node::command(&std::env::current_dir().map_err(|error| error.to_string())?);
    command.arg(script).args(options);
    command.args(candidates.iter().map(|(name, file)| format!("{name}={}", file.display())));
    let run = node::run(command, Duration::from_secs(1800))?;
    if !run.success {
        return Err(format!("{}\n{}", run.status, run.stderr));
    }
    serde_json::from_str(&run.stdout).map_err(|error| error.to_string())
}

fn write(folder: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    fs::canonicalize(&path).map_err(|error| format!("{}: {error}", path.display()))
}

fn print_head(title: &str, candidates: &[Candidate]) {
    print!("{title:<44} {:>8}", candidates[0].0);
    candidates[1..].iter().for_each(|(name, _)| print!(" {name:>17}"));
    println!();
}

fn print_row(title: &str, ratios: &[Vec<f64>], of: impl Fn(&[f64]) -> f64) {
    print!("{title:<44} {:>8}", "");
    ratios[1..].iter().for_each(|ratios| print!(" {:>16.2}x", of(ratios)));
    println!();
}

/// Prints and answers what each file has of bytes, as it was written and with the helpers in it.
fn sizes(candidates: &[Candidate]) -> Result<Vec<u64>, String> {
    let mut sizes = Vec::new();
    for (_, file) in candidates {
        sizes.push(fs::metadata(file).map_err(|error| format!("{}: {error}", file.display()))?.len());
    }
    print!("{:<44} {:>8}", "bytes", sizes[0]);
    sizes[1..].iter().for_each(|size| print!(" {size:>17}"));
    println!();
    Ok(sizes)
}

fn geometric_mean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}

fn highest(ratios: &[f64]) -> f64 {
    ratios.iter().copied().fold(0.0, f64::max)
}
