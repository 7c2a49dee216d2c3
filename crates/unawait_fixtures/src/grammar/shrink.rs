//! A program with something wrong, made as small as it stays wrong in the same way.

use unawait_compiler::Options;

use super::{Finding, Program, check_programs};

/// The smallest program found by taking text out of that of `finding` which shows the same kind of thing.
pub fn shrink(finding: Finding, options: &Options) -> Finding {
    let mut best = finding;
    let mut size = best.program.text.chars().count() / 2;
    while size > 0 {
        match smaller(&best, size, options) {
            Some(finding) => best = finding,
            None => size /= 2,
        }
        size = size.min(best.program.text.chars().count());
    }
    best
}

/// The first that stays wrong of the programs without `size` characters.
fn smaller(finding: &Finding, size: usize, options: &Options) -> Option<Finding> {
    let characters: Vec<char> = finding.program.text.chars().collect();
    let candidates: Vec<Program> = (0..characters.len())
        .step_by(size)
        .map(|at| {
            let rest = characters[..at].iter().chain(characters.iter().skip(at + size));
            Program { text: rest.collect(), ..finding.program.clone() }
        })
        .filter(|program| program.text.len() < finding.program.text.len())
        .collect();
    candidates.chunks(100).find_map(|some| {
        let (_, findings) = check_programs(some, options).ok()?;
        findings.into_iter().find(|other| kind(&other.what) == kind(&finding.what))
    })
}

/// What a finding says before it goes into detail.
fn kind(what: &str) -> &str {
    what.split([':', '\n']).next().unwrap_or_default()
}
