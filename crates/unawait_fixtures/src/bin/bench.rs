//! Times lowered code against native code, or measures how deep recursion goes through both.
//!
//! Programs and method are in `src/bench/`. Other lowerings of `cases.js` can be timed beside ours (`--also`).

use clap::Parser;
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tempfile::TempDir;
use unawait_compiler::{Options, SourceType, compile};
use unawait_fixtures::{node, render};

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
    /// Another lowering of the same file, to be measured beside ours
    #[arg(long, value_name = "NAME=FILE")]
    also: Vec<String>,
    /// Keep native.cjs and lowered.cjs in this folder
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Fail when a goal is missed: mean 1.5, each case 2.5, a quarter of native's depth
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
    let repetitions = arguments.repetitions.to_string();
    let script = include_str!("../bench/run.cjs");
    let output = measure(arguments, include_str!("../bench/cases.js"), script, &[&repetitions, &arguments.filter])?;
    let timings: Vec<Timing> = serde_json::from_str(&output).map_err(|error| error.to_string())?;
    let names = candidate_names(arguments);

    print!("{:<42} {:>10}", "ns per operation", "native");
    names.iter().for_each(|name| print!(" {:>18}", name));
    println!();
    let mut ratios = vec![Vec::new(); names.len()];
    for Timing { name, nanoseconds } in &timings {
        print!("{name:<42} {:>10.0}", nanoseconds[0]);
        for (index, time) in nanoseconds[1..].iter().enumerate() {
            let ratio = time / nanoseconds[0];
            print!(" {time:>10.0} {ratio:>6.2}x");
            ratios[index].push(ratio);
        }
        println!();
    }
    print_row("geometric mean", &ratios, geometric_mean);
    print_row("highest", &ratios, highest);
    Ok(geometric_mean(&ratios[0]) <= HIGHEST_MEAN && highest(&ratios[0]) <= HIGHEST_RATIO)
}

/// Prints depths and their ratios to native's; whether the goal is met.
fn depth(arguments: &Arguments) -> Result<bool, String> {
    let output = measure(arguments, include_str!("../bench/depth.js"), include_str!("../bench/depths.cjs"), &[])?;
    let depths: Vec<Depth> = serde_json::from_str(&output).map_err(|error| error.to_string())?;

    print!("{:<42} {:>10}", "depth of recursion", "native");
    candidate_names(arguments).iter().for_each(|name| print!(" {:>18}", name));
    println!();
    let mut met = true;
    for Depth { name, depths } in &depths {
        print!("{name:<42} {:>10}", depths[0]);
        depths[1..].iter().for_each(|depth| print!(" {depth:>10} {:>6.2}x", depth / depths[0]));
        println!();
        met &= depths[1] >= LOWEST_DEPTH * depths[0];
    }
    Ok(met)
}

/// Lowers `program` and has node run `script` with native, lowered and other candidates.
fn measure(arguments: &Arguments, program: &str, script: &str, script_arguments: &[&str]) -> Result<String, String> {
    let scratch = TempDir::new().map_err(|error| error.to_string())?;
    let folder = arguments.keep.as_deref().unwrap_or(scratch.path());
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let options = Options { source_type: SourceType::CommonJs, ..Options::default() };
    let lowered = compile(program, &options).map_err(|diagnostics| render::diagnostics(program, &diagnostics))?;
    // Candidates are files of their own: functions in different files share no type feedback.
    let native = write(folder, "native.cjs", program)?;
    let lowered = write(folder, "lowered.cjs", &lowered.code)?;
    let script = write(folder, "script.cjs", script)?;

    let mut command = node::command(&std::env::current_dir().map_err(|error| error.to_string())?);
    command.arg(script).args(script_arguments);
    command.arg(format!("native={}", native.display())).arg(format!("lowered={}", lowered.display()));
    for other in &arguments.also {
        let (name, file) = other.split_once('=').ok_or("--also wants NAME=FILE")?;
        let file = fs::canonicalize(file).map_err(|error| format!("{file}: {error}"))?;
        command.arg(format!("{name}={}", file.display()));
    }
    let run = node::run(command, Duration::from_secs(1800))?;
    if run.success { Ok(run.stdout) } else { Err(format!("{}\n{}", run.status, run.stderr)) }
}

fn write(folder: &Path, name: &str, text: &str) -> Result<PathBuf, String> {
    let path = folder.join(name);
    fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    fs::canonicalize(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Every candidate but native, ours first.
fn candidate_names(arguments: &Arguments) -> Vec<String> {
    let others = arguments.also.iter().map(|other| other.split('=').next().unwrap_or_default());
    std::iter::once("lowered").chain(others).map(str::to_owned).collect()
}

fn print_row(title: &str, ratios: &[Vec<f64>], of: impl Fn(&[f64]) -> f64) {
    print!("{title:<42} {:>10}", "");
    ratios.iter().for_each(|ratios| print!(" {:>17.2}x", of(ratios)));
    println!();
}

fn geometric_mean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}

fn highest(ratios: &[f64]) -> f64 {
    ratios.iter().copied().fold(0.0, f64::max)
}
