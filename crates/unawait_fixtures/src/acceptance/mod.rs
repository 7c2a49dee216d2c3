//! Which programs are taken: a sweep of small ones, asked of Node and of the library. What Node takes is lowered to
//! programs that Node takes.

mod programs;

use std::path::Path;

use unawait_compiler::{Options, SourceType, Target, compile};

use crate::known::KnownFailures;
use crate::takes::takes;
use crate::{mutate, node};

/// A program that the two do not agree on.
#[derive(Debug)]
pub struct Difference {
    pub source_type: SourceType,
    pub text: String,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Node takes it, the library does not.
    Refused,
    /// The library takes it, Node does not.
    Taken,
    /// Node takes it, but not what it is lowered to.
    Broken,
}

impl Difference {
    fn is_of(&self, part: &str) -> bool {
        self.text.contains(part)
    }
}

/// The differences without those that are listed, with reasons, in `differences.txt`.
///
/// # Errors
/// When the list cannot be read, or a row of it speaks of no difference.
pub fn unlisted(differences: Vec<Difference>) -> Result<Vec<Difference>, String> {
    let listed = KnownFailures::parse(include_str!("differences.txt"))?;
    let knows_using = node::satisfies(mutate::NODE)?;
    let is_stale = |part: &&str| {
        (knows_using || !part.contains("usin")) && !differences.iter().any(|difference| difference.is_of(part))
    };
    let stale: Vec<&str> = listed.keys().filter(is_stale).collect();
    if !stale.is_empty() {
        return Err(format!("no program differs by {stale:?} any more: take it off the list"));
    }
    let is_listed = |difference: &Difference| listed.keys().any(|part| difference.is_of(part));
    Ok(differences.into_iter().filter(|difference| !is_listed(difference)).collect())
}

/// Sweeps. How many programs there are, how many of them Node takes, and what differs. Only every `nth` valid program is
/// lowered. A Node that does not know `using` is asked for no program that holds such a word.
///
/// # Errors
/// When Node cannot be asked.
pub fn sweep(nth: usize) -> Result<(usize, usize, Vec<Difference>), String> {
    let knows_using = node::satisfies(mutate::NODE)?;
    let mut programs = programs::programs();
    programs.retain(|(_, text)| knows_using || !text.contains("usin"));
    let taken = ask(&programs)?;
    let mut differences = Vec::new();
    let mut outputs = Vec::new();
    for (index, ((source_type, text), by_node)) in programs.iter().zip(&taken).enumerate() {
        let by_library = unawait_syntax::inventory(text, *source_type).is_ok();
        let what = match (by_node, by_library) {
            (true, false) => Some(What::Refused),
            (false, true) => Some(What::Taken),
            _ => None,
        };
        differences.extend(what.map(|what| Difference { source_type: *source_type, text: text.clone(), what }));
        if !by_node || !by_library || index % nth != 0 {
            continue;
        }
        for target in [Target::Generators, Target::StateMachines] {
            let options = Options { target, source_type: *source_type, ..Options::default() };
            match compile(text, &options) {
                Ok(output) if output.changed => outputs.push((index, (*source_type, output.code))),
                Ok(_) => {}
                Err(_) => {
                    differences.push(Difference { source_type: *source_type, text: text.clone(), what: What::Refused });
                }
            }
        }
    }
    let lowered: Vec<_> = outputs.iter().map(|(_, output)| output.clone()).collect();
    for ((index, _), is_taken) in outputs.iter().zip(ask(&lowered)?) {
        if !is_taken {
            let (source_type, text) = programs[*index].clone();
            differences.push(Difference { source_type, text, what: What::Broken });
        }
    }
    Ok((programs.len(), taken.iter().filter(|taken| **taken).count(), differences))
}

/// Whether Node takes each of the programs.
fn ask(programs: &[(SourceType, String)]) -> Result<Vec<bool>, String> {
    let mut command = node::command(Path::new("."));
    // Without `--no-lazy` V8 passes over some errors in functions.
    command.arg("--no-lazy");
    takes(command, programs.iter().map(|(source_type, code)| (*source_type, &**code)))
}
