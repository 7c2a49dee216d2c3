//! Valid syntax that the pinned parser refuses, put out of its sight: words of the text are overwritten, byte for byte,
//! so that every position stays. Tried only when the text as it is has been refused.
//!
//! - `for (using r = x; ...; ...)` and `for (await using r = x; ...; ...)`: read as `const`
//! - `yield #x in o`: read as `#x in o`; a `yield` of such an operand is copied as it stands

use std::collections::HashMap;
use std::ops::Range;

use crate::fresh;
use crate::trivia::next_token;

/// A text to parse in place of the source, and what is hidden in it.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    pub text: String,
    /// `using` and `await using` in the heads of `for` loops, by where they begin.
    pub usings: HashMap<usize, Range<usize>>,
}

/// `source` with such syntax hidden; `None` if there is none.
pub(crate) fn hide(source: &str) -> Option<Hidden> {
    let usings = for_usings(source);
    let yields = private_yields(source);
    if usings.is_empty() && yields.is_empty() {
        return None;
    }
    let mut text = source.as_bytes().to_vec();
    for range in usings.values() {
        // Line breaks within stay, so that lines do.
        text[range.clone()].iter_mut().filter(|byte| !byte.is_ascii_whitespace()).for_each(|byte| *byte = b' ');
        text[range.start..range.start + "const".len()].copy_from_slice(b"const");
    }
    for range in yields {
        text[range].fill(b' ');
    }
    Some(Hidden { text: String::from_utf8(text).ok()?, usings })
}

/// Whether an identifier can go on with `c`, an escape included.
fn is_name(c: char) -> bool {
    c == '\\' || fresh::is_name(c)
}

/// The places of `word` as a word of its own.
fn words<'s>(source: &'s str, word: &'static str) -> impl Iterator<Item = usize> + 's {
    memchr::memmem::find_iter(source.as_bytes(), word)
        .filter(move |at| !source[..*at].ends_with(is_name) && !source[at + word.len()..].starts_with(is_name))
}

fn for_usings(source: &str) -> HashMap<usize, Range<usize>> {
    let head = |at: usize| {
        let open = next_token(source, at + "for".len());
        let start = source[open..].starts_with('(').then(|| next_token(source, open + 1))?;
        let using = match source[start..].starts_with("await") {
            true => next_token(source, start + "await".len()),
            false => start,
        };
        let name = source[using..].starts_with("using").then(|| next_token(source, using + "using".len()))?;
        let length = source[name..].find(|c| !is_name(c))?;
        let equals = next_token(source, name + length);
        let declares = length > 0 && source[equals..].starts_with('=') && !source[equals..].starts_with("==");
        declares.then_some((start, start..using + "using".len()))
    };
    words(source, "for").filter_map(head).collect()
}

fn private_yields(source: &str) -> Vec<Range<usize>> {
    let operand = |at: usize| {
        let hash = next_token(source, at + "yield".len());
        let name = source[hash..].strip_prefix('#')?;
        let behind = next_token(source, hash + 1 + name.find(|c| !is_name(c))?);
        let is_in = source[behind..].starts_with("in") && !source[behind + 2..].starts_with(is_name);
        is_in.then_some(at..at + "yield".len())
    };
    words(source, "yield").filter_map(operand).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_keeps_its_place() {
        let hidden = hide("for (await\nusing a = b;;) yield /**/ #x in o").expect("something to hide");
        assert_eq!(hidden.text, "for (const\n      a = b;;)       /**/ #x in o");
        assert_eq!(hidden.usings[&5], 5..16);
    }

    #[test]
    fn nothing_else_is() {
        assert!(hide("for (using of x) ; for (using = 1;;) ; yield #x; x.yield.in").is_none());
    }
}
