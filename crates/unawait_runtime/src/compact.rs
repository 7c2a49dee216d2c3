//! The table of the helpers' texts, `runtime-js/compact.tsv`, which `runtime-js/compact.mjs` makes of their files.

use std::hash::Hasher;
use std::sync::LazyLock;

use fnv::FnvHasher;

use crate::helper::Helper;
use crate::variant::Variant;

/// One text of a helper: a row of the table.
pub struct Compact {
    /// Its folder in `runtime-js/`: `"es5/"`.
    folder: &'static str,
    /// The FNV-1a hash of its file, in hexadecimal digits.
    #[cfg(test)]
    hash: &'static str,
    /// The names that it declares at its top level.
    declares: Vec<&'static str>,
    requires: Vec<Helper>,
    /// What it captures when the file loads, as a declarator: `a=/*#__PURE__*/b()`. It may be empty.
    pub capture: &'static str,
    /// Its functions, and the variables without a value that they share: declarations only, which are there wherever they
    /// stand.
    pub definitions: &'static str,
}

const TABLE: &str = include_str!("../js/compact.tsv");

static TEXTS: LazyLock<[Vec<Compact>; Helper::ALL.len()]> = LazyLock::new(|| {
    let mut texts = Helper::ALL.map(|_| Vec::new());
    for (helper, text) in TABLE.lines().filter_map(row) {
        texts[helper as usize].push(text);
    }
    texts
});

fn row(line: &'static str) -> Option<(Helper, Compact)> {
    let mut columns = line.split('\t');
    let mut column = || columns.next().unwrap_or_default();
    let (path, _hash, declares, requires) = (column(), column(), column(), column());
    let (folder, file) = path.split_at(path.rfind('/').map_or(0, |slash| slash + 1));
    let text = Compact {
        folder,
        #[cfg(test)]
        hash: _hash,
        declares: declares.split(' ').collect(),
        requires: requires.split(' ').filter_map(in_file).collect(),
        capture: column(),
        definitions: column(),
    };
    Some((in_file(file)?, text))
}

fn in_file(file: &str) -> Option<Helper> {
    Helper::ALL.into_iter().find(|helper| helper.file_name() == file)
}

/// A number for the texts of all helpers together: another version of them has another.
pub fn fingerprint() -> u64 {
    static FINGERPRINT: LazyLock<u64> = LazyLock::new(|| fnv(TABLE));
    *FINGERPRINT
}

fn fnv(text: &str) -> u64 {
    let mut hasher = FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

impl Helper {
    /// The text for a variant. `None` if there is none, which a test rules out.
    pub(crate) fn text(self, variant: Variant) -> Option<&'static Compact> {
        let texts = &TEXTS[self as usize];
        variant.folders().find_map(|folder| texts.iter().find(|text| text.folder == folder))
    }

    /// Every name that its texts declare at their top level, whatever the variant.
    pub fn declares(self) -> impl Iterator<Item = &'static str> {
        TEXTS[self as usize].iter().flat_map(|text| text.declares.iter().copied())
    }

    /// The helpers that its text mentions.
    fn requires(self, variant: Variant) -> &'static [Helper] {
        self.text(variant).map_or(&[], |text| &text.requires)
    }
}

/// `used` and all that they require, in the order of emission, each once.
pub fn with_requirements(used: impl IntoIterator<Item = Helper>, variant: Variant) -> Vec<Helper> {
    let mut all: Vec<Helper> = Vec::new();
    let mut rest: Vec<Helper> = used.into_iter().collect();
    while let Some(helper) = rest.pop() {
        if !all.contains(&helper) {
            all.push(helper);
            rest.extend(helper.requires(variant));
        }
    }
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn the_table_is_made_of_the_files_of_today() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime-js");
        let mut found = BTreeSet::new();
        for folder in ["", "es5/", "shadowed/", "asked/", "driven/", "driven/es5/"] {
            for entry in std::fs::read_dir(root.join(folder)).expect("the folder is there") {
                let path = entry.expect("the folder can be listed").path();
                let name = path.file_name().and_then(|name| name.to_str()).expect("a name in UTF-8");
                if name.ends_with(".js") && name != "index.js" {
                    let helper = in_file(name).unwrap_or_else(|| panic!("{name} is in no line of helper.rs"));
                    let text = TEXTS[helper as usize].iter().find(|text| text.folder == folder);
                    let source = std::fs::read_to_string(&path).expect("a text");
                    let hash = format!("{:x}", fnv(&source));
                    assert_eq!(
                        text.map(|text| text.hash),
                        Some(&*hash),
                        "run `npm run compact` in runtime-js ({folder}{name})"
                    );
                    found.insert(format!("{folder}{name}"));
                }
            }
        }
        assert_eq!(found.len(), TABLE.lines().count());
        for (variant, helper) in Variant::all().flat_map(|variant| Helper::ALL.map(|helper| (variant, helper))) {
            assert!(helper.text(variant).is_some(), "{helper:?} {variant:?}");
        }
    }

    #[test]
    fn files_are_named_after_their_helpers_and_declare_them() {
        for helper in Helper::ALL {
            let words = helper.name().trim_start_matches('_').chars();
            let kebab: String =
                words.flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase())).collect();
            assert_eq!(helper.file_name(), kebab + ".js");
            assert!(TEXTS[helper as usize].iter().all(|text| text.declares.contains(&helper.name())), "{helper:?}");
        }
    }

    #[test]
    fn requirements_are_what_a_text_mentions() {
        use Helper::{Awaiter, Intrinsics, Promises, Resolved};
        let variant = Variant::default();
        let required: BTreeSet<Helper> = Awaiter.requires(variant).iter().copied().collect();
        assert_eq!(required, BTreeSet::from([Intrinsics, Promises, Resolved]));
        assert!(Helper::IsObject.requires(variant).is_empty());
    }

    #[test]
    fn no_two_helpers_declare_one_name_in_a_variant() {
        for variant in Variant::all() {
            let names: Vec<&str> = Helper::ALL
                .iter()
                .filter_map(|helper| helper.text(variant))
                .flat_map(|text| text.declares.clone())
                .collect();
            let distinct: BTreeSet<&str> = names.iter().copied().collect();
            assert_eq!(distinct.len(), names.len(), "{variant:?}");
        }
    }
}
