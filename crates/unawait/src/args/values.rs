//! Values of options that only the command has; the others are in `unawait_options`.

use unawait_compiler::codes::{ERRORS, WARNINGS};

/// The ending of a file's name, with or without its dot; without it in the answer.
pub fn extension(text: &str) -> Result<String, String> {
    let name = text.trim().trim_start_matches('.');
    let is_sound = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    if name.is_empty() || name.ends_with('.') || !name.chars().all(is_sound) {
        return Err("an ending of file names is needed, such as `.js`".to_owned());
    }
    Ok(name.to_owned())
}

/// A URL, or the beginning of one.
pub fn url(text: &str) -> Result<String, String> {
    match text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        true => Err("a URL has neither spaces nor control characters".to_owned()),
        false => Ok(text.to_owned()),
    }
}

/// The code of a warning.
pub fn warning(text: &str) -> Result<String, String> {
    if WARNINGS.iter().any(|(code, _)| *code == text) {
        return Ok(text.to_owned());
    }
    if ERRORS.iter().any(|(code, _)| *code == text) {
        return Err("this is the code of an error, and only warnings can be allowed".to_owned());
    }
    let near = |code: &str| strsim::jaro_winkler(text, code);
    let nearest = WARNINGS.iter().map(|(code, _)| *code).max_by(|one, other| near(one).total_cmp(&near(other)));
    Err(match nearest.filter(|code| near(code) > 0.8) {
        Some(code) => format!("there is no such warning; is `{code}` meant?"),
        None => "there is no such warning; `unawait --explain` lists them".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_have_no_dot() {
        assert_eq!((extension(".js"), extension("d.mts")), (Ok("js".to_owned()), Ok("d.mts".to_owned())));
        for text in ["", ".", "a/b", "js.", "*"] {
            assert!(extension(text).is_err(), "{text}");
        }
    }

    #[test]
    fn only_warnings_are_allowed() {
        assert_eq!(warning("direct-eval"), Ok("direct-eval".to_owned()));
        assert!(warning("direct-evil").unwrap_err().ends_with("is `direct-eval` meant?"));
        assert!(warning("delete").unwrap_err().contains("code of an error"));
        assert!(warning("zzz").unwrap_err().contains("--explain"));
    }
}
