//! The comment that leads from a file to its map: `//# sourceMappingURL=app.js.map`.
//! <https://tc39.es/ecma426/#sec-linking-generated-code>, the way without parsing.

use std::ops::Range;

use memchr::memmem;

use crate::chars::LINE_TERMINATORS;

/// A comment that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappingComment {
    /// The comment, with the white space behind it if nothing else follows.
    pub range: Range<usize>,
    pub url: String,
}

/// The comment of `source`: the last such, if no code follows it.
pub fn find(source: &str) -> Option<MappingComment> {
    let word = memmem::rfind(source.as_bytes(), b"sourceMappingURL=")?;
    let before = &source[..word];
    let start = ["//# ", "//@ ", "/*# ", "/*@ "].iter().find_map(|open| before.strip_suffix(open))?.len();
    let text = &source[word + "sourceMappingURL=".len()..];
    let text = &text[..text.find(LINE_TERMINATORS).unwrap_or(text.len())];
    let (url, end) = match source[start..].starts_with("/*") {
        true => text.find("*/").map(|close| (&text[..close], word + "sourceMappingURL=".len() + close + 2))?,
        false => (text, word + "sourceMappingURL=".len() + text.len()),
    };
    let url = url.trim();
    if url.is_empty() || url.contains([' ', '\t', '"', '\'', '`']) || !only_comments(&source[end..]) {
        return None;
    }
    let end = if source[end..].trim().is_empty() { source.len() } else { end };
    Some(MappingComment { range: start..end, url: url.to_owned() })
}

/// Whether `text` holds no code.
fn only_comments(text: &str) -> bool {
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        rest = match rest {
            line if line.starts_with("//") => line.find(['\n', '\r']).map_or("", |end| &line[end..]),
            block if block.starts_with("/*") => match block[2..].find("*/") {
                Some(end) => &block[2..][end + 2..],
                None => return false,
            },
            _ => return false,
        };
        rest = rest.trim_start();
    }
    true
}

/// `code` with a comment that leads to `url`, on a line of its own at the end.
pub fn add(code: &mut String, url: &str) {
    if !code.is_empty() && !code.ends_with(LINE_TERMINATORS) {
        code.push('\n');
    }
    code.push_str("//# sourceMappingURL=");
    code.push_str(url);
    code.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(source: &str) -> Option<(&str, String)> {
        find(source).map(|comment| (&source[comment.range], comment.url))
    }

    #[test]
    fn the_last_comment_counts() {
        assert_eq!(
            found("x\n//# sourceMappingURL=a\n//# sourceMappingURL=b\n"),
            Some(("//# sourceMappingURL=b\n", "b".into()))
        );
        assert_eq!(found("x\n//@ sourceMappingURL=a"), Some(("//@ sourceMappingURL=a", "a".into())));
        assert_eq!(found("x /*# sourceMappingURL=a */ // y"), Some(("/*# sourceMappingURL=a */", "a".into())));
    }

    #[test]
    fn what_is_no_such_comment() {
        assert_eq!(found("x = '//# sourceMappingURL=a'"), None);
        assert_eq!(found("//# sourceMappingURL=a\nx"), None);
        assert_eq!(found("`//# sourceMappingURL=a\n`"), None);
        assert_eq!(found("x //# sourceMappingURL="), None);
    }

    #[test]
    fn a_comment_has_its_line() {
        let mut code = "x".to_owned();
        add(&mut code, "a.map");
        assert_eq!(code, "x\n//# sourceMappingURL=a.map\n");
    }
}
