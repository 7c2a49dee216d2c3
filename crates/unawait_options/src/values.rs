//! Option values that are more than a word from a list.

use unawait_compiler::{Driver, PromisePolicy};
use unawait_text::chars::{is_identifier_part, is_identifier_start};

/// A module specifier: any text which can stand in `import ... from "..."`.
///
/// # Errors
/// A sentence that says why `text` is no specifier.
pub fn specifier(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Err("a module specifier is needed, such as `bluebird` or `./helpers.js`".to_owned());
    }
    if text.contains(|c: char| c.is_control()) {
        return Err("a module specifier has no control characters".to_owned());
    }
    Ok(text.to_owned())
}

/// `intrinsic`, `global` or a module specifier.
///
/// # Errors
/// As of [`specifier`].
pub fn promise(text: &str) -> Result<PromisePolicy, String> {
    Ok(match text {
        "intrinsic" => PromisePolicy::Intrinsic,
        "global" => PromisePolicy::Global,
        _ => PromisePolicy::Module(specifier(text)?),
    })
}

/// `co`, `bluebird.coroutine` or `SPECIFIER#EXPORT`.
///
/// # Errors
/// The forms that a driver has.
pub fn driver(text: &str) -> Result<Driver, String> {
    const FORMS: &str = "a driver is `co`, `bluebird.coroutine` or SPECIFIER#EXPORT";
    let (module, export) = match text {
        "co" => ("co", "wrap"),
        "bluebird.coroutine" => ("bluebird", "coroutine"),
        // The last `#`: a specifier may begin with one (`#driver#run`, from the `imports` of a package.json).
        _ => text.rsplit_once('#').ok_or(FORMS)?,
    };
    if !is_identifier_name(export) {
        return Err(format!("`{export}` is not the name of an export; {FORMS}"));
    }
    let specifier = specifier(module).map_err(|reason| format!("{reason}; {FORMS}"))?;
    Ok(Driver { specifier, export: export.to_owned() })
}

/// Whether `name` can stand after a dot.
fn is_identifier_name(name: &str) -> bool {
    name.starts_with(is_identifier_start) && name.chars().all(is_identifier_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn as_pair(text: &str) -> (String, String) {
        let driver = driver(text).unwrap();
        (driver.specifier, driver.export)
    }

    fn pair(specifier: &str, export: &str) -> (String, String) {
        (specifier.to_owned(), export.to_owned())
    }

    #[test]
    fn drivers_with_a_name_of_their_own() {
        assert_eq!(as_pair("co"), pair("co", "wrap"));
        assert_eq!(as_pair("bluebird.coroutine"), pair("bluebird", "coroutine"));
    }

    #[test]
    fn any_export_of_any_module_drives() {
        assert_eq!(as_pair("./drive.js#run"), pair("./drive.js", "run"));
        assert_eq!(as_pair("@scope/pkg#default"), pair("@scope/pkg", "default"));
        assert_eq!(as_pair("#driver#$run_1"), pair("#driver", "$run_1"));
    }

    #[test]
    fn what_is_no_driver_is_told_the_forms() {
        for text in ["bluebird", "", "co.wrap", "#", "x#", "#x", "x#a b", "x#1", "x#a.b", "x#a;b()"] {
            let message = driver(text).unwrap_err();
            assert!(message.ends_with("`co`, `bluebird.coroutine` or SPECIFIER#EXPORT"), "{text}: {message}");
        }
    }

    #[test]
    fn promise_policies() {
        assert_eq!(promise("intrinsic"), Ok(PromisePolicy::Intrinsic));
        assert_eq!(promise("global"), Ok(PromisePolicy::Global));
        assert_eq!(promise("bluebird"), Ok(PromisePolicy::Module("bluebird".to_owned())));
        assert!(promise("").is_err());
        assert!(promise("a\nb").is_err());
    }
}
