//! What helpers declare and require, read from their texts: a helper requires another when it mentions a name which that
//! declares. Read once a process and variant.

use std::collections::HashMap;
use std::sync::LazyLock;

use unawait_text::chars::is_identifier_part;

use crate::emit::{code_lines, top_level_names};
use crate::helper::Helper;
use crate::variant::Variant;

static DECLARED: LazyLock<[Vec<&str>; Helper::ALL.len()]> = LazyLock::new(|| {
    Helper::ALL.map(|helper| {
        let mut names: Vec<&str> = helper.texts().iter().flat_map(|(_, text)| top_level_names(text)).collect();
        names.sort_unstable();
        names.dedup();
        names
    })
});

type Requirements = [Vec<Helper>; Helper::ALL.len()];

static REQUIRED: [LazyLock<Requirements>; Variant::ALL.len()] = [
    LazyLock::new(|| required(Variant::ALL[0])),
    LazyLock::new(|| required(Variant::ALL[1])),
    LazyLock::new(|| required(Variant::ALL[2])),
    LazyLock::new(|| required(Variant::ALL[3])),
    LazyLock::new(|| required(Variant::ALL[4])),
    LazyLock::new(|| required(Variant::ALL[5])),
];

fn required(variant: Variant) -> Requirements {
    let texts = Helper::ALL.map(|helper| helper.source_in(variant));
    let declaring: HashMap<&str, Helper> = Helper::ALL
        .into_iter()
        .zip(texts)
        .flat_map(|(helper, text)| top_level_names(text).into_iter().map(move |name| (name, helper)))
        .collect();
    Helper::ALL.map(|helper| {
        let words = code_lines(helper.source_in(variant)).flat_map(|(_, line)| line.split(|c| !is_identifier_part(c)));
        let mut required: Vec<Helper> = words.filter_map(|word| declaring.get(word).copied()).collect();
        required.retain(|other| *other != helper);
        required.sort();
        required.dedup();
        required
    })
}

impl Helper {
    /// Every name that its texts declare at their top level, whatever the variant.
    pub fn declares(self) -> &'static [&'static str] {
        &DECLARED[self as usize]
    }

    /// The helpers that its text calls, in the order of emission.
    pub fn requires_in(self, variant: Variant) -> &'static [Helper] {
        &REQUIRED[variant.index()][self as usize]
    }
}

/// `used` and all that they require, in the order of emission, each once.
pub fn with_requirements(used: impl IntoIterator<Item = Helper>, variant: Variant) -> Vec<Helper> {
    let mut all: Vec<Helper> = Vec::new();
    let mut rest: Vec<Helper> = used.into_iter().collect();
    while let Some(helper) = rest.pop() {
        if !all.contains(&helper) {
            all.push(helper);
            rest.extend(helper.requires_in(variant));
        }
    }
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_are_read_from_the_text() {
        use Helper::{AwaitThen, Awaiter, Intrinsics, Promises, Resolved};
        let variant = Variant::default();
        assert_eq!(Awaiter.requires_in(variant), [Intrinsics, Promises, AwaitThen, Resolved]);
        assert_eq!(Helper::IsObject.requires_in(variant), []);
    }

    #[test]
    fn no_two_helpers_declare_one_name_in_a_variant() {
        for variant in Variant::ALL {
            let names = Helper::ALL.map(|helper| top_level_names(helper.source_in(variant))).concat();
            let distinct: std::collections::BTreeSet<&str> = names.iter().copied().collect();
            assert_eq!(distinct.len(), names.len(), "{variant:?}");
        }
    }
}
