//! What became of all files, in one line.

use std::borrow::Cow;
use std::fmt;
use std::path::Path;
use std::time::Duration;

use indicatif::HumanBytes;
use serde::Serialize;

use super::task::{Done, Outcome};
use crate::exit::Exit;
use crate::report::shown;

/// Counts, and what they mean for the exit status.
#[derive(Debug, Default, Serialize)]
pub struct Tally {
    pub files: usize,
    pub lowered: usize,
    pub functions: usize,
    pub untouched: usize,
    pub copied: usize,
    pub current: usize,
    pub refused: usize,
    pub failed: usize,
    /// How many files a check wants changed.
    pub changes: usize,
    /// How many files were found and neither lowered nor copied.
    pub left: usize,
    pub warnings: usize,
    /// How many bytes were read.
    pub bytes: u64,
}

impl Tally {
    pub fn count(&mut self, done: &Done) {
        self.files += 1;
        self.bytes += done.bytes as u64;
        self.changes += usize::from(done.changes);
        self.warnings += done.messages.iter().filter(|message| message.is_warning).count();
        match done.outcome {
            Outcome::Lowered { functions } => {
                self.lowered += 1;
                self.functions += functions;
            }
            Outcome::Untouched => self.untouched += 1,
            Outcome::Copied => self.copied += 1,
            Outcome::Current => self.current += 1,
            Outcome::Refused => self.refused += 1,
            Outcome::Failed => self.failed += 1,
        }
    }

    /// What could not even be looked for has failed, too.
    pub fn exit(&self) -> Exit {
        match self {
            Tally { failed: 1.., .. } => Exit::Trouble,
            Tally { refused: 1.., .. } | Tally { changes: 1.., .. } => Exit::Refused,
            _ => Exit::Done,
        }
    }

    /// The last line, of a run that took its options from `config`.
    pub fn summary(&self, elapsed: Duration, config: Option<&Path>) -> String {
        let with = config.map_or_else(String::new, |config| format!(", with {}", shown(config)));
        format!("{self} in {:.2} s{with}", elapsed.as_secs_f64())
    }

    /// The same for programs.
    pub fn json(&self, elapsed: Duration, config: Option<&Path>) -> String {
        #[derive(Serialize)]
        struct Stats<'a> {
            #[serde(flatten)]
            tally: &'a Tally,
            seconds: f64,
            configuration: Option<Cow<'a, str>>,
        }
        let configuration = config.map(Path::to_string_lossy);
        let stats = Stats { tally: self, seconds: elapsed.as_secs_f64(), configuration };
        serde_json::to_string(&stats).unwrap_or_default() + "\n"
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (files, bytes) = (plural(self.files, "file"), HumanBytes(self.bytes));
        let functions = plural(self.functions, "function");
        write!(f, "{files}, {bytes}: {functions} lowered in {}", plural(self.lowered, "program"))?;
        let rest = [
            (self.untouched, "untouched"),
            (self.copied, "copied"),
            (self.current, "up to date"),
            (self.refused, "refused"),
            (self.failed, "failed"),
            (self.changes, "to change"),
            (self.left, "left alone"),
        ];
        rest.iter().filter(|(count, _)| *count > 0).try_for_each(|(count, what)| write!(f, ", {count} {what}"))?;
        write!(f, ",")
    }
}

fn plural(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_says_it_all() {
        let tally = Tally { files: 3, lowered: 1, functions: 2, failed: 2, bytes: 2048, ..Tally::default() };
        let line = "3 files, 2.00 KiB: 2 functions lowered in 1 program, 2 failed, in 1.50 s";
        assert_eq!(tally.summary(Duration::from_millis(1500), None), line);
        let with = tally.summary(Duration::from_millis(1500), Some(Path::new("unawait.toml")));
        assert_eq!(with, format!("{line}, with unawait.toml"));
    }

    #[test]
    fn trouble_outweighs_refusals() {
        assert_eq!(Tally { refused: 1, failed: 1, ..Tally::default() }.exit(), Exit::Trouble);
        assert_eq!(Tally { refused: 1, ..Tally::default() }.exit(), Exit::Refused);
        assert_eq!(Tally { changes: 1, ..Tally::default() }.exit(), Exit::Refused);
        assert_eq!(Tally::default().exit(), Exit::Done);
    }
}
