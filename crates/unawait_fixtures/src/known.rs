//! Lists of known failures: committed, each with its reason, and never stale.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A list of known failures: `key: reason` a line, `#` before a comment.
#[derive(Debug, Default)]
pub struct KnownFailures {
    reasons: BTreeMap<String, String>,
}

impl KnownFailures {
    /// The fixture cases that are known to fail to the target of this name.
    ///
    /// # Errors
    /// As [`KnownFailures::read`].
    pub fn of(target: &str) -> Result<Self, String> {
        Self::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("known-failures.{target}.txt")))
    }

    /// Reads the list in `path`; no file is an empty list.
    ///
    /// # Errors
    /// When the file cannot be read, or a line has no reason.
    pub fn read(path: &Path) -> Result<Self, String> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map_err(|error| format!("{}: {error}", path.display())),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(format!("{}: {error}", path.display())),
        }
    }

    /// Reads the list in `text`.
    ///
    /// # Errors
    /// When a line has no reason or a key stands twice.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut reasons = BTreeMap::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (key, reason) = line
                .split_once(": ")
                .ok_or_else(|| format!("line {}: expected `key: reason`, got `{line}`", index + 1))?;
            if reasons.insert(key.trim().to_owned(), reason.trim().to_owned()).is_some() {
                return Err(format!("line {}: `{key}` is listed twice", index + 1));
            }
        }
        Ok(KnownFailures { reasons })
    }

    /// The keys of the known failures.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.reasons.keys().map(String::as_str)
    }

    /// Why `key` is known to fail, if it is.
    pub fn reason(&self, key: &str) -> Option<&str> {
        self.reasons.get(key).map(String::as_str)
    }

    /// Listed keys which are not among `existing`: the list has outlived them.
    pub fn stale<'a>(&'a self, existing: &BTreeSet<&str>) -> Vec<&'a str> {
        self.reasons.keys().map(String::as_str).filter(|key| !existing.contains(key)).collect()
    }

    /// Holds one result against the list: a listed failure is as expected, a listed success is not.
    ///
    /// # Errors
    /// The failure itself when it is not listed, or that a listed key passes.
    pub fn judge(&self, key: &str, result: Result<(), String>) -> Result<(), String> {
        match (self.reason(key), result) {
            (None, result) => result,
            (Some(_), Err(_)) => Ok(()),
            (Some(reason), Ok(())) => Err(format!("passes, but is listed as a known failure ({reason}): unlist it")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::KnownFailures;

    #[test]
    fn a_listed_success_is_a_failure() {
        let known = KnownFailures::parse("# why\n\na/b#strict: cannot: be\n").unwrap();
        assert_eq!(known.reason("a/b#strict"), Some("cannot: be"));
        assert!(known.judge("a/b#strict", Err("no".into())).is_ok());
        assert!(known.judge("a/b#strict", Ok(())).is_err());
        assert!(known.judge("c", Ok(())).is_ok());
        assert!(known.judge("c", Err("no".into())).is_err());
        assert_eq!(known.stale(&["c"].into()), ["a/b#strict"]);
    }

    #[test]
    fn a_reason_is_demanded() {
        assert!(KnownFailures::parse("a/b").is_err());
    }
}
