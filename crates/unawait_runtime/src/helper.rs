//! The closed list of helpers: a line each. What one declares and requires is read from its text (`requirements.rs`).

use crate::variant::Variant;

/// Makes of each line a variant of [`Helper`]: the function that a lowered file calls, or that other helpers do; its file
/// in `runtime-js/`, whose first lines say what it does; and the folders there that hold another text of it.
macro_rules! helpers {
    ($($helper:ident = $name:literal in $file:literal $(, $folder:literal)*;)*) => {
        /// One helper. The order is the order of emission.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Helper {
            $($helper,)*
        }

        impl Helper {
            pub const ALL: [Helper; [$(Helper::$helper),*].len()] = [$(Helper::$helper),*];

            /// The function that a lowered file calls, or that other helpers do.
            pub fn name(self) -> &'static str {
                match self {
                    $(Helper::$helper => $name,)*
                }
            }

            /// The name of its file in `runtime-js/`: `await-in.js` for `__awaitIn`.
            pub fn file_name(self) -> &'static str {
                match self {
                    $(Helper::$helper => $file,)*
                }
            }

            /// Its texts, each with its folder in `runtime-js/`.
            pub(crate) fn texts(self) -> &'static [(&'static str, &'static str)] {
                match self {
                    $(Helper::$helper => &[
                        ("", include_str!(concat!("../js/", $file))),
                        $(($folder, include_str!(concat!("../js/", $folder, $file))),)*
                    ],)*
                }
            }
        }
    };
}

helpers! {
    Intrinsics = "__intrinsics" in "intrinsics.js", "es5/";
    Promises = "__promises" in "promises.js", "asked/", "driven/";
    AwaitThen = "__awaitThen" in "await-then.js";
    Resolved = "__resolved" in "resolved.js";
    Awaiter = "__awaiter" in "awaiter.js", "es5/", "driven/", "driven/es5/";
    AwaiterOnce = "__awaiterOnce" in "awaiter-once.js", "es5/";
    Settle = "__settle" in "settle.js";
    IntrinsicsIteration = "__intrinsicsIteration" in "intrinsics-iteration.js", "es5/";
    IsObject = "__isObject" in "is-object.js";
    TypeError = "__typeError" in "type-error.js";
    GetMethod = "__getMethod" in "get-method.js";
    CheckResult = "__checkResult" in "check-result.js";
    AwaitIn = "__awaitIn" in "await-in.js";
    AsyncIteratorDispose = "__asyncIteratorDispose" in "async-iterator-dispose.js";
    AsyncGenObject = "__asyncGenObject" in "async-gen-object.js", "es5/";
    AsyncGenState = "__asyncGenState" in "async-gen-state.js";
    AsyncGen = "__asyncGen" in "async-gen.js", "es5/";
    AsyncGenFunction = "__asyncGenFunction" in "async-gen-function.js";
    AsyncFromSync = "__asyncFromSync" in "async-from-sync.js";
    AsyncIterator = "__asyncIterator" in "async-iterator.js", "es5/";
    AsyncSource = "__asyncSource" in "async-source.js";
    Delegate = "__delegate" in "delegate.js";
    ForAwait = "__forAwait" in "for-await.js";
    DisposeMethod = "__disposeMethod" in "dispose-method.js";
    SuppressedError = "__suppressedError" in "suppressed-error.js";
    Using = "__using" in "using.js";
    CallOn = "__callOn" in "call-on.js";
    PropertyKey = "__propertyKey" in "property-key.js";
    WithObject = "__withObject" in "with-object.js";
    Iterator = "__iterator" in "iterator.js";
    Machine = "__machine" in "machine.js";
    Unwind = "__unwind" in "unwind.js";
    Leave = "__leave" in "leave.js";
    Jump = "__jump" in "jump.js";
    Finish = "__finish" in "finish.js";
    Enter = "__enter" in "enter.js";
    Each = "__each" in "each.js";
    YieldStar = "__yieldStar" in "yield-star.js";
    InternalSlots = "__internalSlots" in "internal-slots.js";
    Generator = "__generator" in "generator.js";
    GeneratorFunction = "__generatorFunction" in "generator-function.js";
    ForIn = "__forIn" in "for-in.js";
    TemplateObject = "__templateObject" in "template-object.js";
    Tdz = "__tdz" in "tdz.js";
    Constant = "__constant" in "constant.js";
    ObjectRest = "__objectRest" in "object-rest.js";
}

impl Helper {
    /// The text for a variant.
    pub fn source_in(self, variant: Variant) -> &'static str {
        let texts = self.texts();
        let in_folder = |folder: &&str| texts.iter().find(|(other, _)| other == folder);
        variant.folders().iter().find_map(in_folder).map_or("", |(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::top_level_names;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn each_text_declares_the_name_of_its_helper() {
        for helper in Helper::ALL {
            for (folder, text) in helper.texts() {
                assert!(top_level_names(text).contains(&helper.name()), "{folder}{}", helper.file_name());
            }
        }
    }

    #[test]
    fn files_are_named_after_their_helpers_and_none_is_left_out() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime-js");
        let mut listed = BTreeSet::new();
        for helper in Helper::ALL {
            let words = helper.name().trim_start_matches('_').chars();
            let kebab: String =
                words.flat_map(|c| c.is_uppercase().then_some('-').into_iter().chain(c.to_lowercase())).collect();
            assert_eq!(helper.file_name(), kebab + ".js");
            listed.extend(helper.texts().iter().map(|(folder, _)| format!("{folder}{}", helper.file_name())));
        }
        let mut found = BTreeSet::new();
        for folder in ["", "es5/", "asked/", "driven/", "driven/es5/"] {
            for entry in std::fs::read_dir(root.join(folder)).expect("the folder is there") {
                let name = entry.expect("the folder can be listed").file_name().into_string().expect("a name in UTF-8");
                if name.ends_with(".js") && name != "index.js" {
                    found.insert(format!("{folder}{name}"));
                }
            }
        }
        assert_eq!(listed, found);
    }

    #[test]
    fn every_folder_of_texts_belongs_to_a_variant() {
        let known: BTreeSet<&str> = Variant::ALL.iter().flat_map(|variant| variant.folders()).copied().collect();
        for helper in Helper::ALL {
            assert!(helper.texts().iter().all(|(folder, _)| known.contains(folder)), "{helper:?}");
        }
    }
}
