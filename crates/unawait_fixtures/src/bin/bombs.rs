//! Times the command on programs that repeat one construct, at a size and at half of it. Linear time doubles from one to
//! the other; the table shows the ratio, and the most memory that was taken.
//!
//! Sizes double from a sixteenth of the one asked for, and end with the first run that takes more time than the limit.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use clap::Parser;
use tempfile::TempDir;
use unawait_fixtures::bombs::Bomb;
use wait4::Wait4;

/// Time the command on programs that repeat one construct
#[derive(Parser)]
struct Arguments {
    /// The command to time
    #[arg(long, default_value = "target/release/unawait")]
    command: PathBuf,
    /// The size of the largest program, in bytes
    #[arg(long, default_value_t = 1_000_000)]
    size: usize,
    /// The most time that a run may take, in seconds of a processor
    #[arg(long, default_value_t = 3.0)]
    seconds: f64,
    /// The most memory that a run may take, in megabytes
    #[arg(long, default_value_t = 600)]
    megabytes: u64,
    /// Constructs whose name contains this text
    #[arg(default_value = "")]
    filter: String,
}

/// What one run took.
#[derive(Clone, Copy)]
struct Run {
    size: usize,
    time: Duration,
    /// In bytes.
    peak: u64,
    lowered: bool,
}

fn main() -> ExitCode {
    match time_all(&Arguments::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(exceeded) => {
            println!("\n{exceeded} above the limits");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints a row a construct and target; how many exceed a limit.
fn time_all(arguments: &Arguments) -> Result<usize, String> {
    let scratch = TempDir::new().map_err(|error| error.to_string())?;
    let mut exceeded = 0;
    println!("{:<38} {:<15} {:>8} {:>8} {:>6} {:>8}", "construct", "target", "bytes", "seconds", "ratio", "MB");
    for bomb in Bomb::all() {
        if !bomb.name.contains(&arguments.filter) {
            continue;
        }
        for target in ["generators", "state-machines"] {
            let (half, whole) = time_doubling(arguments, &bomb, target, &scratch.path().join("bomb.js"))?;
            let within = whole.size >= arguments.size
                && whole.time.as_secs_f64() <= arguments.seconds
                && whole.peak <= arguments.megabytes << 20;
            exceeded += usize::from(!within);
            println!(
                "{:<38} {target:<15} {:>8} {:>8.2} {:>6.1} {:>8}{}{}",
                bomb.name,
                whole.size,
                whole.time.as_secs_f64(),
                whole.time.as_secs_f64() / half.time.as_secs_f64().max(0.001),
                whole.peak >> 20,
                if whole.lowered { "" } else { "  refused" },
                if within { "" } else { "  above the limits" },
            );
        }
    }
    Ok(exceeded)
}

/// The last two runs of those whose sizes double.
fn time_doubling(arguments: &Arguments, bomb: &Bomb, target: &str, file: &Path) -> Result<(Run, Run), String> {
    let mut last = time(arguments, bomb, target, file, arguments.size / 16)?;
    loop {
        let next = time(arguments, bomb, target, file, last.size * 2)?;
        if next.size >= arguments.size || next.time.as_secs_f64() > arguments.seconds {
            return Ok((last, next));
        }
        last = next;
    }
}

fn time(arguments: &Arguments, bomb: &Bomb, target: &str, file: &Path, size: usize) -> Result<Run, String> {
    fs::write(file, bomb.program(size)).map_err(|error| error.to_string())?;
    let child = Command::new(&arguments.command)
        .args(["--to", target])
        .arg(file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{}: {error}", arguments.command.display()))?;
    let used = child.wait4().map_err(|error| error.to_string())?;
    Ok(Run {
        size,
        time: used.rusage.utime + used.rusage.stime,
        peak: used.rusage.maxrss,
        lowered: used.status.success(),
    })
}
