//! Names that a file does not use.

use std::borrow::Cow;
use std::hash::Hasher;

use crate::lex;
use fnv::FnvHasher;
use rustc_hash::{FxHashMap, FxHashSet};

/// Sets the top-level names of one classic script apart from those of other scripts, because all scripts of a page share
/// one global scope: `f_1` of two scripts would be one variable.
///
/// ```js
/// f_1            // becomes
/// f_k3j2h1_1
/// ```
///
/// It is a hash of the source and of how that is lowered: the same source always gets the same names, wherever the file
/// is, and others when it is lowered to another target or by another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScriptTag(String);

impl ScriptTag {
    /// The digits of a tag: two different scripts get the same one in one of 2,176,782,336 cases.
    const DIGITS: usize = 6;

    /// The tag of `source`, which is no part of `source` itself: a name with the tag in it is new. `manner` is how it is
    /// lowered, in any words.
    pub fn of(source: &str, manner: &str) -> Self {
        // It stays the same from release to release.
        let mut hasher = FnvHasher::default();
        hasher.write(manner.as_bytes());
        hasher.write(source.as_bytes());
        let mut hash = hasher.finish();
        loop {
            let tag = base36(hash, Self::DIGITS);
            if memchr::memmem::find(source.as_bytes(), tag.as_bytes()).is_none() {
                return ScriptTag(tag);
            }
            hash = hash.wrapping_add(1);
        }
    }

    /// `base` with the tag.
    pub fn name(&self, base: &str) -> String {
        format!("{base}_{}", self.0)
    }
}

/// The last `digits` digits of `number` to the base 36.
fn base36(mut number: u64, digits: usize) -> String {
    let mut text = String::with_capacity(digits);
    for _ in 0..digits {
        text.extend(char::from_digit((number % 36) as u32, 36));
        number /= 36;
    }
    text
}

/// Makes names of one form, `base_1`: a word of that form which stands anywhere in the source, in whatever role, is
/// avoided, so nothing has to be known of scopes.
#[derive(Debug)]
pub struct FreshNames<'a> {
    /// Words of the source, and the names that have been given to the whole file.
    taken: FxHashSet<Cow<'a, str>>,
    /// The names that have been given to functions.
    locals: FxHashSet<String>,
    /// How often each base has been used.
    counts: FxHashMap<String, usize>,
    /// The same for names that only one function sees.
    local_counts: FxHashMap<String, usize>,
    source: &'a str,
    /// The bases asked for by `short`, and whether the source has that word: looked for once.
    words: FxHashMap<String, bool>,
    /// Of a file that may be a classic script.
    tag: Option<ScriptTag>,
}

impl<'a> FreshNames<'a> {
    /// Names that `source` does not use. `tag` is the one of a file that may be a classic script.
    pub fn new(source: &'a str, tag: Option<ScriptTag>) -> Self {
        FreshNames {
            taken: numbered_words(source).collect(),
            locals: FxHashSet::default(),
            counts: FxHashMap::default(),
            local_counts: FxHashMap::default(),
            source,
            words: FxHashMap::default(),
            tag,
        }
    }

    /// A name that reads like `base`: `base_1`.
    pub fn name(&mut self, base: &str) -> String {
        let count = self.counts.entry(base.to_owned()).or_default();
        let name = next(count, |name| self.taken.contains(name) || self.locals.contains(name), base);
        self.avoid(name.clone());
        name
    }

    /// Gives `name`, which the file has from elsewhere, to nothing from now on.
    pub fn avoid(&mut self, name: String) {
        self.taken.insert(Cow::Owned(name));
    }

    /// The same for a name that the file declares at its top level: a classic script's has the script's tag.
    pub fn top_level(&mut self, base: &str) -> String {
        match &self.tag {
            Some(tag) => {
                let base = tag.name(base);
                self.name(&base)
            }
            None => self.name(base),
        }
    }

    /// The tag of a file that may be a classic script.
    pub fn tag(&self) -> Option<&ScriptTag> {
        self.tag.as_ref()
    }

    /// A name that reads like `base`, for use within one function: another function may get it again, after
    /// `restart_locals`.
    pub fn local(&mut self, base: &str) -> String {
        let count = self.local_counts.entry(base.to_owned()).or_default();
        let name = next(count, |name| self.taken.contains(name), base);
        self.locals.insert(name.clone());
        name
    }

    /// Whether `name` has been given to a function: then no program has it.
    pub fn is_local(&self, name: &str) -> bool {
        self.locals.contains(name)
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

fn next(count: &mut usize, is_taken: impl Fn(&str) -> bool, base: &str) -> String {
    loop {
        *count += 1;
        let name = format!("{base}_{count}");
        if !is_taken(&name) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_source_are_avoided_in_every_role() {
        let mut names = FreshNames::new("a_1 = { f_2: '$_3' }; ü_1", None);
        assert_eq!(names.name("a"), "a_2");
        assert_eq!(names.name("f"), "f_1");
        assert_eq!(names.name("f"), "f_3");
        assert_eq!(names.name("ü"), "ü_2");
    }

    #[test]
    fn words_of_every_script_and_with_escapes_are_avoided() {
        let mut names = FreshNames::new("मूल्य_1 \\u0061_1 b\\u{5f}1 \\u005f", None);
        assert_eq!(names.name("मूल्य"), "मूल्य_2");
        assert_eq!(names.name("a"), "a_2");
        assert_eq!(names.local("b"), "b_2");
        assert_eq!(names.short(&["_", "c"]), "c");
    }

    #[test]
    fn scripts_share_a_scope_so_their_top_level_names_are_their_own() {
        let name = |source, manner| FreshNames::new(source, Some(ScriptTag::of(source, manner))).top_level("f");
        assert_eq!(name("a", ""), name("a", ""));
        assert_ne!(name("a", ""), name("b", ""));
        assert_ne!(name("a", ""), name("a", "to state machines"));
        // Within functions they need no tag.
        assert_eq!(FreshNames::new("a", Some(ScriptTag::of("a", ""))).name("f"), "f_1");
    }

    #[test]
    fn a_function_gets_no_name_of_the_file_nor_the_file_one_of_a_function() {
        let mut names = FreshNames::new("", None);
        assert_eq!((names.name("a"), names.local("a"), names.name("a")), ("a_1".into(), "a_2".into(), "a_3".into()));
        names.restart_locals();
        names.avoid("b_1".into());
        assert_eq!((names.local("a"), names.local("b")), ("a_2".into(), "b_2".into()));
    }
}
