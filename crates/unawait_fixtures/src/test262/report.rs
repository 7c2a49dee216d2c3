//! The numbers of a run, and what is wrong with them.

use super::outcome::Outcome;
use super::variant::Variant;
use crate::known::KnownFailures;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Counts for one kind of tests.
#[derive(Debug, Default)]
pub struct Counts {
    /// What mentions async code.
    pub selected: usize,
    /// Of these, what node passes as it is.
    pub native: usize,
    /// Of these, what passes lowered.
    pub lowered: usize,
}

/// What came of all variants.
#[derive(Debug, Default)]
pub struct Report {
    /// Tests that run.
    pub positive: Counts,
    /// Tests that must not parse.
    pub negative: Counts,
    /// Why node fails tests as they are.
    pub not_native: BTreeMap<String, usize>,
    /// Why tests fail lowered.
    pub reasons: BTreeMap<String, usize>,
    /// Failures that are not listed, and listed ones that pass: name and what is wrong.
    pub unexpected: Vec<(String, String)>,
    /// Listed failures.
    pub known: usize,
    /// Positive and negative tests alike.
    features: BTreeMap<&'static str, Counts>,
}

/// What tests are about, by the first of these words that is in their paths.
const FEATURES: [(&str, &[&str]); 8] = [
    ("`using` and `await using`", &["using"]),
    ("`for await`", &["for-await"]),
    ("async generators", &["async-gen", "async-private-gen"]),
    ("async arrow functions", &["async-arrow"]),
    ("top-level `await`, modules and `import()`", &["top-level-await", "module", "import"]),
    ("async functions and methods", &["async", "await"]),
    ("generators", &["generator", "/gen-", "-gen-", "yield"]),
    ("classes", &["class"]),
];

fn feature(path: &str) -> &'static str {
    let is_about = |words: &[&str]| words.iter().any(|word| path.contains(word));
    FEATURES.iter().find(|(_, words)| is_about(words)).map_or("other code with these in it", |(name, _)| name)
}

impl Report {
    /// Counts `outcomes`, which `known` is held against. Of a run over a part of the suite (`whole` is false)
    /// nothing is said about listed tests that were not run.
    pub fn new(outcomes: &[(Variant, Outcome)], known: &KnownFailures, whole: bool) -> Report {
        let mut report = Report::default();
        for (variant, outcome) in outcomes {
            report.count(variant, outcome);
            let result = match outcome {
                Outcome::Failed { reason, detail } => Err(format!("{reason}: {}", detail.trim())),
                Outcome::Passed => Ok(()),
                Outcome::NotNative(_) => continue,
            };
            let name = variant.name();
            report.known += usize::from(result.is_err() && known.reason(&name).is_some());
            report.unexpected.extend(known.judge(&name, result).err().map(|problem| (name, problem)));
        }
        if whole {
            let names: Vec<String> = outcomes.iter().map(|(variant, _)| variant.name()).collect();
            let names: BTreeSet<&str> = names.iter().map(String::as_str).collect();
            let stale = known.stale(&names);
            let problem = "is listed as a known failure, but there is no such variant";
            report.unexpected.extend(stale.into_iter().map(|name| (name.to_owned(), problem.to_owned())));
        }
        report
    }

    /// A row for each feature: how many variants there are, and how many node passes natively and lowered.
    pub fn by_feature(&self) -> String {
        let mut table =
            "| feature | variants | native passes | lowered passes |\n| --- | --: | --: | --: |\n".to_owned();
        let rows = self.features.iter().map(|(name, Counts { selected, native, lowered })| {
            format!("| {name} | {selected} | {native} | {lowered} |\n")
        });
        table.extend(rows);
        let [selected, native, lowered] = [
            self.positive.selected + self.negative.selected,
            self.positive.native + self.negative.native,
            self.positive.lowered + self.negative.lowered,
        ];
        let (known, unexpected) = (self.known, self.unexpected.len());
        table
            + &format!(
                "| **all** | {selected} | {native} | {lowered} |\n\nOf the failures {known} are listed, each with its reason; {unexpected} are not.\n"
            )
    }

    fn count(&mut self, variant: &Variant, outcome: &Outcome) {
        let features = self.features.entry(feature(&variant.path)).or_default();
        features.selected += 1;
        features.native += usize::from(!matches!(outcome, Outcome::NotNative(_)));
        features.lowered += usize::from(matches!(outcome, Outcome::Passed));
        let counts = if variant.fails_early() { &mut self.negative } else { &mut self.positive };
        counts.selected += 1;
        match outcome {
            Outcome::NotNative(verdict) => *self.not_native.entry(verdict.reason.clone()).or_default() += 1,
            Outcome::Passed => {
                counts.native += 1;
                counts.lowered += 1;
            }
            Outcome::Failed { reason, .. } => {
                counts.native += 1;
                *self.reasons.entry(reason.clone()).or_default() += 1;
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<12} {:>9} {:>12} {:>13}", "variants", "selected", "native pass", "lowered pass")?;
        for (name, counts) in [("run", &self.positive), ("negative", &self.negative)] {
            let Counts { selected, native, lowered } = counts;
            writeln!(f, "{name:<12} {selected:>9} {native:>12} {lowered:>13}")?;
        }
        for (title, reasons) in
            [("fail natively, and are not counted", &self.not_native), ("fail lowered", &self.reasons)]
        {
            writeln!(f, "{title}: {}", reasons.values().sum::<usize>())?;
            let mut reasons: Vec<_> = reasons.iter().collect();
            reasons.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
            for (reason, count) in reasons {
                writeln!(f, "  {count:>6}  {reason}")?;
            }
        }
        write!(f, "known failures: {}, unexpected results: {}", self.known, self.unexpected.len())
    }
}
