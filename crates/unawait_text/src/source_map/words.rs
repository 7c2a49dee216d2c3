//! Where copied text wants a segment of its own: consumers look a place up by the segment at or before it on its line,
//! and answer with that segment's place. So whatever may be asked for must begin one: every word (identifiers are words;
//! so are those in strings and comments, which does no harm), and the first token of a line. Engines tell the call of a
//! call's result by its parenthesis: `f()(x)`.

use crate::chars::Space;

/// What hears of the places. Offsets are of bytes.
pub trait Places {
    /// A segment is wanted at `at`.
    fn place(&mut self, at: usize);
    /// A line begins at `at`.
    fn line(&mut self, at: usize);
}

const OTHER: u8 = 0;
const WORD: u8 = 1;
const SPACE: u8 = 2;
const BREAK: u8 = 3;
const PARENTHESIS: u8 = 4;
const WIDE: u8 = 5;

const CLASSES: [u8; 256] = {
    let mut classes = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'$' | b'\\' => WORD,
            b' ' | b'\t' => SPACE,
            b'\n' | b'\r' => BREAK,
            b'(' => PARENTHESIS,
            0x80.. => WIDE,
            _ => OTHER,
        };
        byte += 1;
    }
    classes
};

/// Tells `places` what is in `bytes`. The first of them has a segment already.
pub fn scan(bytes: &[u8], places: &mut impl Places) {
    let mut at = 0;
    let mut begins_line = false;
    while let Some(byte) = bytes.get(at) {
        match CLASSES[usize::from(*byte)] {
            SPACE => at += 1,
            BREAK => {
                at += 1 + usize::from(bytes[at..].starts_with(b"\r\n"));
                places.line(at);
                begins_line = true;
            }
            WIDE if let Some(space) = Space::wide(&bytes[at..]) => {
                at += space.length;
                if space.ends_line {
                    places.line(at);
                    begins_line = true;
                }
            }
            WORD | WIDE => {
                if at > 0 {
                    places.place(at);
                }
                begins_line = false;
                at = word_end(bytes, at + 1);
            }
            class => {
                let calls = class == PARENTHESIS && at > 0 && matches!(bytes[at - 1], b')' | b']');
                if calls || (begins_line && at > 0) {
                    places.place(at);
                }
                begins_line = false;
                at += 1;
            }
        }
    }
}

/// Behind the word that goes on at `at`.
#[inline]
fn word_end(bytes: &[u8], mut at: usize) -> usize {
    loop {
        while at < bytes.len() && CLASSES[usize::from(bytes[at])] == WORD {
            at += 1;
        }
        match bytes.get(at) {
            Some(0x80..) if Space::wide(&bytes[at..]).is_none() => at += 1,
            _ => return at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` with a bar where a segment is wanted, and each line apart.
    fn shown(text: &str) -> Vec<String> {
        struct Seen(Vec<(usize, bool)>);
        impl Places for Seen {
            fn place(&mut self, at: usize) {
                self.0.push((at, false));
            }
            fn line(&mut self, at: usize) {
                self.0.push((at, true));
            }
        }
        let mut seen = Seen(Vec::new());
        scan(text.as_bytes(), &mut seen);
        let mut lines = vec![String::new()];
        let mut from = 0;
        for (at, is_line) in seen.0.into_iter().chain([(text.len(), false)]) {
            let line = lines.last_mut().unwrap();
            line.push_str(&text[from..at]);
            match is_line {
                true => lines.push(String::new()),
                false => line.push('|'),
            }
            from = at;
        }
        lines
    }

    #[test]
    fn words_calls_of_calls_and_beginnings_of_lines() {
        assert_eq!(shown("a.b(c)(1)"), ["a.|b(|c)|(|1)|"]);
        assert_eq!(shown("x\r\n  } else"), ["x\r\n", "  |} |else|"]);
        assert_eq!(shown("a\u{a0}b\u{3000}ü \\u0061b"), ["a\u{a0}|b\u{3000}|ü |\\u0061b|"]);
        assert_eq!(shown("ü é\u{2028}ö+"), ["ü |é\u{2028}", "|ö+|"]);
    }
}
