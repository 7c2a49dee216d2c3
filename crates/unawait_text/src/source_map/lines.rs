//! Lines and columns as source maps count them: from 0, columns in UTF-16 code units. A line ends where JavaScript says
//! so: <https://tc39.es/ecma262/#sec-line-terminators>.

use memchr::{memchr, memchr_iter, memchr2_iter, memmem};

/// Bytes between two known sums of code units.
const BLOCK: usize = 128;

/// Where a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

/// The lines of one text.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The code units before every `BLOCK`th byte; none are kept for a text all in ASCII, where they are the bytes.
    units: Vec<u32>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let is_break = |at: &usize| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
        let mut starts = vec![0];
        match memchr(b'\r', bytes) {
            None => starts.extend(memchr_iter(b'\n', bytes).map(|at| at + 1)),
            Some(_) => starts.extend(memchr2_iter(b'\n', b'\r', bytes).filter(is_break).map(|at| at + 1)),
        }
        let mut units = Vec::new();
        if !text.is_ascii() {
            let separators = ["\u{2028}", "\u{2029}"].map(|c| memmem::find_iter(bytes, c).map(|at| at + c.len()));
            let known = starts.len();
            starts.extend(separators.into_iter().flatten());
            if starts.len() > known {
                starts.sort_unstable();
            }
            let mut sum = 0;
            for block in bytes.chunks(BLOCK) {
                units.push(sum);
                sum += count_units(block);
            }
        }
        Lines { text, starts, units }
    }

    /// The place of the byte at `offset`.
    pub fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        Position { line: line as u32, column: self.units(offset) - self.units(self.starts[line]) }
    }

    /// The code units before `offset`.
    fn units(&self, offset: usize) -> u32 {
        match self.units.get(offset / BLOCK) {
            None if self.units.is_empty() => offset as u32,
            None => {
                self.units[self.units.len() - 1] + count_units(&self.text.as_bytes()[(self.units.len() - 1) * BLOCK..])
            }
            Some(sum) => sum + count_units(&self.text.as_bytes()[offset / BLOCK * BLOCK..offset]),
        }
    }
}

/// The UTF-16 code units of UTF-8 text, whose first or last character may be in part.
pub fn count_units(bytes: &[u8]) -> u32 {
    // In bytes that cannot overflow, many of which are added by one instruction.
    let units = |byte: &u8| u8::from(byte & 0xc0 != 0x80) + u8::from(*byte >= 0xf0);
    bytes.chunks(127).map(|chunk| u32::from(chunk.iter().map(units).sum::<u8>())).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_terminator_counts_once() {
        let text = "a\r\nb\rc\nd\u{2028}e\u{2029}f";
        let lines = Lines::new(text);
        let places: Vec<_> = "abcdef".chars().map(|c| lines.position(text.find(c).unwrap())).collect();
        assert_eq!(places, (0..6).map(|line| Position { line, column: 0 }).collect::<Vec<_>>());
    }

    #[test]
    fn columns_are_code_units() {
        let text = "ü😀".repeat(100) + "\nü😀x";
        let lines = Lines::new(&text);
        assert_eq!(lines.position(600), Position { line: 0, column: 300 });
        assert_eq!(lines.position(text.find('x').unwrap()), Position { line: 1, column: 3 });
        assert_eq!(lines.position(text.len()), Position { line: 1, column: 4 });
    }
}
