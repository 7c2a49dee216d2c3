//! The helpers as the package `unawait-runtime`, which `--helpers import` and `--helpers require` load: their files one
//! after the other, then what each exports under its own name. The texts are committed as `runtime-js/index.*` and, for
//! state machines, `runtime-js/es5/index.*`, so that the package can be published from its folder.

use crate::helper::Helper;
use crate::variant::{Dialect, Promises, Variant};

const HEADER: &str = "\
// Generated from the files beside it, one a helper: change those, then `UPDATE=1 cargo test -p unawait_runtime`.";

/// `index.mjs`.
pub fn es_module(dialect: Dialect) -> String {
    let names = Helper::ALL.map(|helper| format!("  {},\n", helper.name()));
    format!("{HEADER}\n\n{}\nexport {{\n{}}};\n", definitions(dialect), names.concat())
}

/// `index.js`. Strict, so that the helpers are the same code in both; one assignment a name, since that is how an
/// `import` of a CommonJS file finds its names.
pub fn common_js(dialect: Dialect) -> String {
    let exports = Helper::ALL.map(|helper| format!("exports.{name} = {name};\n", name = helper.name()));
    format!("\"use strict\";\n{HEADER}\n\n{}\n{}", definitions(dialect), exports.concat())
}

fn definitions(dialect: Dialect) -> String {
    let variant = Variant { dialect, promises: Promises::Intrinsic };
    Helper::ALL.map(|helper| helper.source_in(variant).trim_end().to_owned() + "\n").join("\n")
}

#[cfg(test)]
mod tests {
    use crate::variant::Dialect;
    use std::path::Path;

    fn assert_committed(file: &str, text: &str) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../runtime-js").join(file);
        if std::env::var_os("UPDATE").is_some_and(|value| !value.is_empty() && value != "0") {
            std::fs::write(&path, text).expect("runtime-js can be written");
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == text, "runtime-js/{file} is not made of today's helpers: run again with UPDATE=1");
    }

    #[test]
    fn the_es_modules_are_made_of_the_helpers() {
        assert_committed("index.mjs", &super::es_module(Dialect::Generators));
        assert_committed("es5/index.mjs", &super::es_module(Dialect::Es5));
    }

    #[test]
    fn the_common_js_modules_are_made_of_the_helpers() {
        assert_committed("index.js", &super::common_js(Dialect::Generators));
        assert_committed("es5/index.js", &super::common_js(Dialect::Es5));
    }
}
