//! The whole suite, parsed only: what node takes we must take, and what it refuses we must refuse. No test is run.

use super::variant::{Mode, Variant};
use crate::render;
use crate::takes::takes;
use rayon::prelude::*;
use std::fmt;
use std::path::Path;
use std::process::Command;
use unawait_compiler::SourceType;

/// How many programs one node process is given.
const PROGRAMS_PER_PROCESS: usize = 4_000;
/// The stack of a thread that parses, in bytes.
const STACK: usize = 256 << 20;

/// What came of parsing one variant.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Parsing {
    /// Both take it, or both refuse it.
    Agreed,
    /// A valid program that node refuses too: this node is too old for it.
    NodeRefuses { we_take_it: bool },
    /// An invalid program that node takes too.
    NodeTakes,
    /// A valid program that we refuse, and why.
    Refused(String),
    /// An invalid program that we take.
    Taken,
}

/// What came of all.
#[derive(Debug, Default)]
pub struct Report {
    /// Valid programs, as the suite says, and of these, what node takes.
    valid: usize,
    valid_natively: usize,
    /// Valid programs that only we take.
    ahead_of_node: usize,
    /// Invalid ones, and of these, what node refuses.
    invalid: usize,
    invalid_natively: usize,
    /// What we refuse or take wrongly: the variant's name, and what is wrong.
    pub problems: Vec<(String, String)>,
    /// What node refuses wrongly.
    pub native_problems: Vec<String>,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Report { valid, valid_natively, ahead_of_node, invalid, invalid_natively, problems, .. } = self;
        writeln!(f, "valid variants: {valid}, node takes {valid_natively}, we alone take {ahead_of_node} more")?;
        writeln!(f, "invalid variants: {invalid}, node refuses {invalid_natively}")?;
        write!(f, "refused or taken wrongly by us: {}", problems.len())
    }
}

/// Parses `variants` with `node` and with our own parser.
///
/// # Errors
/// When node cannot be run.
pub fn compare(variants: &[Variant], node: &Path) -> Result<Report, String> {
    let pool = rayon::ThreadPoolBuilder::new().stack_size(STACK).build().map_err(|error| error.to_string())?;
    let native: Result<Vec<Vec<bool>>, String> =
        pool.install(|| variants.par_chunks(PROGRAMS_PER_PROCESS).map(|chunk| parse_natively(chunk, node)).collect());
    let native: Vec<bool> = native?.into_iter().flatten().collect();
    let parsings: Vec<Parsing> =
        pool.install(|| variants.par_iter().zip(native).map(|(variant, native)| parsing(variant, native)).collect());
    let mut report = Report::default();
    for (variant, parsing) in variants.iter().zip(parsings) {
        report.count(variant, parsing);
    }
    Ok(report)
}

impl Report {
    fn count(&mut self, variant: &Variant, parsing: Parsing) {
        let native = !matches!(parsing, Parsing::NodeRefuses { .. } | Parsing::NodeTakes);
        if variant.fails_early() {
            self.invalid += 1;
            self.invalid_natively += usize::from(native);
        } else {
            self.valid += 1;
            self.valid_natively += usize::from(native);
        }
        match parsing {
            Parsing::Agreed | Parsing::NodeTakes => {}
            Parsing::NodeRefuses { we_take_it } => {
                self.ahead_of_node += usize::from(we_take_it);
                let ours = if we_take_it { "we take it" } else { "we refuse it too" };
                self.native_problems.push(format!("{}: {ours}", variant.name()));
            }
            Parsing::Refused(why) => self.problems.push((variant.name(), format!("is valid, and refused: {why}"))),
            Parsing::Taken => self.problems.push((variant.name(), "is invalid, and taken".to_owned())),
        }
    }
}

fn parsing(variant: &Variant, native: bool) -> Parsing {
    let ours = unawait_syntax::inventory(&variant.source, source_type(variant));
    match (variant.fails_early(), native, ours) {
        (false, true, Ok(_)) | (true, false, Err(_)) => Parsing::Agreed,
        (false, true, Err(errors)) => {
            Parsing::Refused(render::diagnostics(&variant.source, &errors).replace('\n', " "))
        }
        (true, false, Ok(_)) => Parsing::Taken,
        (false, false, ours) => Parsing::NodeRefuses { we_take_it: ours.is_ok() },
        (true, true, _) => Parsing::NodeTakes,
    }
}

/// Whether node takes each of `variants`.
fn parse_natively(variants: &[Variant], node: &Path) -> Result<Vec<bool>, String> {
    let mut command = Command::new(node);
    command.env_remove("NODE_OPTIONS");
    takes(command, variants.iter().map(|variant| (source_type(variant), &*variant.source)))
}

fn source_type(variant: &Variant) -> SourceType {
    if variant.mode == Mode::Module { SourceType::Module } else { SourceType::Script }
}
