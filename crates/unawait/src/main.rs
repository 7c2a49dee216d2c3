//! The command `unawait`: files, standard streams, messages. What it does to a program is in `unawait_compiler`.

mod args;
mod bounded;
mod color;
mod config;
mod diff;
mod exit;
mod explain;
mod globs;
mod guard;
mod input;
mod job;
mod language;
mod manual;
mod map;
mod order;
mod output;
mod report;
mod run;
mod source_type;
mod stdio;
mod swap;
mod temporary;
mod tree;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: unawait_memory::Allocator = unawait_memory::Allocator;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().collect();
    run::run(&arguments).into()
}
