//! Runs programs written by the grammar, or made of real programs by mutations, until the time is up, and prints those
//! that show something wrong.

use std::path::PathBuf;
use std::time::Duration;

use clap::Parser;
use unawait_compiler::{Options, Target};
use unawait_fixtures::mutate::{self, Corpus};
use unawait_fixtures::oracle::{Limits, Program, look};
use unawait_fixtures::{grammar, node, prerequisites, project_root, target};

/// Looks for programs that are not lowered as they should be.
#[derive(Debug, Parser)]
struct Args {
    /// Mutate real programs: those of the fixtures, and of the folders named.
    #[arg(long, num_args = 0.., value_name = "FOLDER")]
    mutate: Option<Vec<PathBuf>>,
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
    /// How many findings of a kind to print.
    #[arg(long, default_value_t = 3)]
    of_a_kind: usize,
    /// The target: the programs are about async code for `generators`, and about generators besides for `state-machines`.
    #[arg(long, default_value = "generators", value_parser = target::named)]
    to: Target,
    /// Print the programs instead.
    #[arg(long)]
    show: bool,
}

fn main() {
    // A panic is a finding like any other.
    std::panic::set_hook(Box::new(|_| {}));
    match run(&Args::parse()) {
        Ok(found) => std::process::exit(i32::from(found > 0)),
        Err(error) => {
            eprintln!("{error}");
            std::process::exit(2);
        }
    }
}

fn run(args: &Args) -> Result<usize, String> {
    let Some(folders) = &args.mutate else {
        return Ok(run_with(args, |seed| grammar::program(seed, args.to)));
    };
    if !args.show && !node::satisfies(mutate::NODE)? {
        let asked = prerequisites::node();
        return Err(format!(
            "`{}` is older than Node.js 24, which knows all of the language: name another in $NODE",
            asked.display()
        ));
    }
    let mut all = vec![project_root().join("fixtures")];
    all.extend(folders.iter().cloned());
    let corpus = Corpus::of(&all)?;
    println!("{} programs to mutate", corpus.len());
    Ok(run_with(args, |seed| mutate::program(seed, &corpus, args.to)))
}

fn run_with(args: &Args, program: impl Fn(u64) -> Program) -> usize {
    let to = args.count.map_or(u64::MAX, |count| args.from + count);
    if args.show {
        (args.from..args.count.map_or(args.from + 1, |_| to)).for_each(|seed| println!("{}", program(seed).text));
        return 0;
    }
    let limits = Limits {
        time: Duration::from_secs(args.seconds),
        from: args.from,
        to,
        of_a_kind: args.of_a_kind,
        whole: args.whole,
    };
    look(program, &Options { target: args.to, ..Options::default() }, limits)
}
