//! Runs programs written by the grammar until the time is up, and prints those that show something wrong.

use std::time::{Duration, Instant};

use clap::Parser;
use unawait_compiler::{Options, Target};
use unawait_fixtures::grammar::{Finding, Tally, check_seeds, program, shrink};
use unawait_fixtures::target;

/// Looks for programs that are not lowered as they should be.
#[derive(Debug, Parser)]
struct Args {
    /// How long to look, in seconds.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Only this many programs.
    #[arg(long)]
    count: Option<u64>,
    /// Print findings as they are, not made smaller.
    #[arg(long)]
    whole: bool,
    /// The target: the programs are about async code for `generators`, and about generators besides for `state-machines`.
    #[arg(long, default_value = "generators", value_parser = target::named)]
    to: Target,
    /// Print the programs instead.
    #[arg(long)]
    show: bool,
}

/// How many programs are looked at in one go.
const BATCH: u64 = 200;

fn main() {
    // A panic is a finding like any other.
    std::panic::set_hook(Box::new(|_| {}));
    let args = Args::parse();
    if args.show {
        (args.from..args.from + args.count.unwrap_or(1)).for_each(|seed| println!("{}", program(seed, args.to).text));
        return;
    }
    let options = Options { target: args.to, ..Options::default() };
    let end = Instant::now() + Duration::from_secs(args.seconds);
    let last = args.count.map_or(u64::MAX, |count| args.from + count);
    let (mut next, mut all, mut found) = (args.from, Tally::default(), 0);
    while Instant::now() < end && next < last {
        let seeds: Vec<u64> = (next..last.min(next + BATCH)).collect();
        next += BATCH;
        match check_seeds(&seeds, &options) {
            Ok((tally, findings)) => {
                all += tally;
                found += findings.len();
                for finding in findings {
                    tell(&if args.whole { finding } else { shrink(finding, &options) });
                }
            }
            Err(error) => {
                found += 1;
                println!("=== seeds {}..{next}: {error}", next - BATCH);
            }
        }
    }
    println!("{all:?}, seeds {}..{next}, {found} findings", args.from);
    std::process::exit(i32::from(found > 0));
}

fn tell(finding: &Finding) {
    let Finding { program, what } = finding;
    println!("=== seed {} {:?}: {what}\n--- program\n{}\n", program.seed, program.source_type, program.text);
}
