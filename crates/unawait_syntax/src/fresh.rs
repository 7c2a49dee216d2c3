//! Names that a file does not use.

use std::borrow::Cow;

use crate::{SourceType, lex};
use rustc_hash::{FxHashMap, FxHashSet};

/// Makes names of one form, `base_1`: a word of that form which stands anywhere in the source, in whatever role, is
/// avoided, so nothing has to be known of scopes.
#[derive(Debug)]
pub struct FreshNames<'a> {
    taken: FxHashSet<Cow<'a, str>>,
    /// How often each base has been used.
    counts: FxHashMap<String, usize>,
    /// The same for names that only one function sees.
    local_counts: FxHashMap<String, usize>,
    source: &'a str,
    /// The bases asked for by `short`, and whether the source has that word: looked for once.
    words: FxHashMap<String, bool>,
    /// What sets the names of one classic script apart from those of others, which share its global scope.
    tag: Option<String>,
}

impl<'a> FreshNames<'a> {
    pub fn new(source: &'a str, source_type: SourceType) -> Self {
        let tag = (source_type == SourceType::Script).then(|| format!("{:06x}", fnv1a(source.as_bytes()) & 0xff_ffff));
        FreshNames {
            taken: numbered_words(source).collect(),
            counts: FxHashMap::default(),
            local_counts: FxHashMap::default(),
            source,
            words: FxHashMap::default(),
            tag,
        }
    }

    /// A name that reads like `base`.
    pub fn name(&mut self, base: &str) -> String {
        let base = match &self.tag {
            Some(tag) => format!("{base}_{tag}"),
            None => base.to_owned(),
        };
        next(self.counts.entry(base.clone()).or_default(), &self.taken, &base)
    }

    /// A name that reads like `base`, for use within one function: another function may get it again, after
    /// `restart_locals`.
    pub fn local(&mut self, base: &str) -> String {
        next(self.local_counts.entry(base.to_owned()).or_default(), &self.taken, base)
    }

    /// The first of `bases` that is no word of the source; else the first as `local` makes it.
    pub fn short(&mut self, bases: &[&str]) -> String {
        match bases.iter().find(|base| !self.is_word(base)) {
            Some(base) => (*base).to_owned(),
            None => self.local(bases.first().copied().unwrap_or_default()),
        }
    }

    fn is_word(&mut self, base: &str) -> bool {
        let source = self.source;
        *self.words.entry(base.to_owned()).or_insert_with(|| lex::mentions(source, base))
    }

    /// From now on `local` is asked for another function.
    pub fn restart_locals(&mut self) {
        self.local_counts.clear();
    }
}

fn next(count: &mut usize, taken: &FxHashSet<Cow<str>>, base: &str) -> String {
    loop {
        *count += 1;
        let name = format!("{base}_{count}");
        if !taken.contains(name.as_str()) {
            return name;
        }
    }
}

/// The words of `source` that end in an underscore and digits.
fn numbered_words(source: &str) -> impl Iterator<Item = Cow<'_, str>> {
    lex::words_with(source, "_").filter(|word| {
        let base = word.trim_end_matches(|c: char| c.is_ascii_digit());
        base.len() < word.len() && base.ends_with('_')
    })
}

/// A small hash that stays the same from release to release: <http://www.isthe.com/chongo/tech/comp/fnv/>.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_source_are_avoided_in_every_role() {
        let mut names = FreshNames::new("a_1 = { f_2: '$_3' }; ü_1", SourceType::Module);
        assert_eq!(names.name("a"), "a_2");
        assert_eq!(names.name("f"), "f_1");
        assert_eq!(names.name("f"), "f_3");
        assert_eq!(names.name("ü"), "ü_2");
    }

    #[test]
    fn words_of_every_script_and_with_escapes_are_avoided() {
        let mut names = FreshNames::new("मूल्य_1 \\u0061_1 b\\u{5f}1 \\u005f", SourceType::Module);
        assert_eq!(names.name("मूल्य"), "मूल्य_2");
        assert_eq!(names.name("a"), "a_2");
        assert_eq!(names.local("b"), "b_2");
        assert_eq!(names.short(&["_", "c"]), "c");
    }

    #[test]
    fn scripts_share_a_scope_so_their_names_are_their_own() {
        let name = |source| FreshNames::new(source, SourceType::Script).name("f");
        assert_ne!(name("a"), name("b"));
    }
}
