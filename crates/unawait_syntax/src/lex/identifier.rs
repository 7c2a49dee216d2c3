//! Identifiers in every script, with escapes: <https://tc39.es/ecma262/#sec-names-and-keywords>.

use std::borrow::Cow;

use unawait_text::chars::is_identifier_part;

/// The end of the name at `at`, or `at` if there is none. What it begins with is not looked at: a digit may stand there.
pub fn name_end(source: &str, at: usize) -> usize {
    name_end_and_escapes(source, at).0
}

/// The same, and whether it has escapes: then it is no keyword, and another name than it looks like.
#[inline]
pub fn name_end_and_escapes(source: &str, mut at: usize) -> (usize, bool) {
    let bytes = source.as_bytes();
    let mut has_escape = false;
    loop {
        while bytes.get(at).is_some_and(|byte| IS_PART[usize::from(*byte)]) {
            at += 1;
        }
        at += match bytes.get(at) {
            Some(b'\\') => match escape(&source[at..]) {
                Some((_, length)) => {
                    has_escape = true;
                    length
                }
                None => return (at, has_escape),
            },
            Some(0x80..) => match source[at..].chars().next() {
                Some(c) if is_identifier_part(c) => c.len_utf8(),
                _ => return (at, has_escape),
            },
            _ => return (at, has_escape),
        }
    }
}

/// The beginning of the name that ends at `end`, or `end` if there is none.
pub fn name_start(source: &str, end: usize) -> usize {
    let mut start = end;
    loop {
        let letters = source[..start].trim_end_matches(is_identifier_part).len();
        // The digits of `\u0061` are letters of a name, too; those of `\u{61}` stand before a brace.
        let before =
            source[..letters].strip_suffix('\\').filter(|before| escape(&source[before.len()..start]).is_some());
        match before.or_else(|| before_braced_escape(&source[..letters])) {
            Some(before) => start = before.len(),
            None => return letters,
        }
    }
}

fn before_braced_escape(text: &str) -> Option<&str> {
    let before = text.strip_suffix('}')?.trim_end_matches(|c: char| c.is_ascii_hexdigit()).strip_suffix("\\u{")?;
    escape(&text[before.len()..]).map(|_| before)
}

/// A name as it reads without its escapes.
pub fn decoded(name: &str) -> Cow<'_, str> {
    if !name.contains('\\') {
        return Cow::Borrowed(name);
    }
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(c) = rest.chars().next() {
        let (c, length) = escape(rest).unwrap_or((c, c.len_utf8()));
        out.push(c);
        rest = &rest[length..];
    }
    Cow::Owned(out)
}

/// The character that an escape stands for at the beginning of `text`, and the escape's length: `\u0061`, `\u{61}`.
fn escape(text: &str) -> Option<(char, usize)> {
    let digits = text.strip_prefix("\\u")?;
    let (digits, length) = match digits.strip_prefix('{') {
        Some(braced) => braced.find('}').map(|length| (&braced[..length], "\\u{}".len() + length))?,
        None => (digits.get(..4)?, "\\u0061".len()),
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| is_number)?;
    char::from_u32(number).map(|c| (c, length))
}

/// Whether `word` stands at `at` as a word of its own.
pub fn is_word_at(source: &str, at: usize, word: &str) -> bool {
    source[at..].starts_with(word)
        && name_start(source, at) == at
        && name_end(source, at + word.len()) == at + word.len()
}

/// The words of `source` that have `mark` in them, in code, comments and strings, without their escapes. `mark` is of
/// letters that are ASCII.
pub fn words_with<'s>(source: &'s str, mark: &'static str) -> impl Iterator<Item = Cow<'s, str>> {
    let places = memchr::memmem::find_iter(source.as_bytes(), mark).map(move |at| (at, at + mark.len()));
    whole_words(source, places)
        .map(Cow::Borrowed)
        .chain(escaped_words(source).filter(move |word| word.contains(mark)).map(Cow::Owned))
}

/// The words that have escapes in them, without those. Few texts have any.
fn escaped_words(source: &str) -> impl Iterator<Item = String> {
    let places = memchr::memmem::find_iter(source.as_bytes(), "\\u").map(|at| (at, at));
    whole_words(source, places).map(|word| decoded(word).into_owned())
}

/// The words around `places`, each once.
fn whole_words(source: &str, places: impl Iterator<Item = (usize, usize)>) -> impl Iterator<Item = &str> {
    let mut seen = 0;
    places.filter_map(move |(start, end)| {
        if start < seen {
            return None;
        }
        let word = name_start(source, start)..name_end(source, end);
        seen = word.end;
        Some(&source[word])
    })
}

/// Whether `word` stands in `source` as a word of its own, in code, a comment or a string, with escapes or without.
pub fn mentions(source: &str, word: &str) -> bool {
    memchr::memmem::find_iter(source.as_bytes(), word).any(|at| is_word_at(source, at, word))
        || escaped_words(source).any(|escaped| escaped == word)
}

/// Whether a byte is a letter of a name.
const IS_PART: [bool; 256] = {
    let mut is_part = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        is_part[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$');
        byte += 1;
    }
    is_part
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Names of many scripts, with marks, joiners, letters beyond the basic plane, and escapes.
    const NAMES: [&str; 13] = [
        "a",
        "$_1",
        "e\u{301}",
        "मूल्य",
        "मूल्य_1",
        "क\u{94d}\u{200d}ष",
        "变量",
        "\u{1d4d0}\u{20000}",
        "\u{2118}",
        "\\u0061b",
        "a\\u{62}c",
        "\\u{1d4d0}\\u0062",
        "a\u{e0100}",
    ];

    #[test]
    fn names_end_where_they_begin_from_behind() {
        for name in NAMES {
            for (before, behind) in
                [("", ""), ("(", ")"), ("\u{2028}", "\u{a0}"), ("\u{1f600}", "\u{1f600}"), ("}", "{")]
            {
                let text = format!("{before}{name}{behind}");
                let (start, end) = (before.len(), before.len() + name.len());
                assert_eq!((name_start(&text, end), name_end(&text, start)), (start, end), "{text}");
            }
        }
    }

    #[test]
    fn what_is_no_escape_is_of_no_name() {
        for text in
            ["a\\", "a\\u", "a\\u{", "a\\u{}", "a\\u006", "a\\x61", "a\\u{110000}", "a\\ud83d", "a\\u{6 1}", "a\\u+061"]
        {
            assert_eq!(name_end(text, 0), 1, "{text}");
        }
        assert_eq!(name_start("\\u006", 5), 1);
        assert_eq!(name_start("u{61}", 5), 5);
    }

    #[test]
    fn escapes_are_read() {
        assert_eq!(decoded("\\u0061\\u{62}c"), "abc");
        assert_eq!(decoded("\\u{1d4d0}"), "\u{1d4d0}");
        assert_eq!(decoded("मूल्य"), "मूल्य");
    }

    #[test]
    fn words_are_found_whatever_their_letters() {
        let words = |source| words_with(source, "_").map(Cow::into_owned).collect::<Vec<_>>();
        assert_eq!(words("मूल्य_1 + a_b_c; e\u{301}_1 '_x'"), ["मूल्य_1", "a_b_c", "e\u{301}_1", "_x"]);
        assert_eq!(words("\\u0061_1 b\\u{5f}2 \\u005f"), ["\\u0061_1", "a_1", "b_2", "_"].map(str::to_owned));
        assert!(mentions("मूल्य", "मूल्य") && mentions("\\u0061b", "ab") && mentions("'ab'", "ab"));
        assert!(!mentions("abc", "ab") && !mentions("\u{905}b", "b") && !mentions("b\u{301}", "b"));
    }
}
