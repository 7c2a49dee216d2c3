//! Programs that repeat one construct: as deeply nested as they are long, or one beside the other. What lowering such a
//! program costs shows whether any step takes more than linear time.

mod flat;
mod nested;
mod text;

/// A construct, and how it repeats.
#[derive(Clone, Copy, Debug)]
pub struct Bomb {
    /// Unique among all.
    pub name: &'static str,
    /// A program with one or two parts in `⟦` and `⟧`. The first part is repeated; the second, which ends what the first
    /// begins, as often. In both, `{i}` is the number of the repetition, counted from the outermost, 0.
    pattern: &'static str,
}

impl Bomb {
    /// All of them, nested ones first.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let all = [nested::BOMBS, flat::BOMBS, text::BOMBS].concat();
        all.into_iter().map(|(name, pattern)| Self { name, pattern }).collect()
    }

    /// The program of about `size` bytes; it holds the construct once at least.
    #[must_use]
    pub fn program(&self, size: usize) -> String {
        let (head, rest) = self.pattern.split_once('⟦').unwrap_or((self.pattern, ""));
        let (open, rest) = rest.split_once('⟧').unwrap_or((rest, ""));
        let (middle, rest) = rest.split_once('⟦').unwrap_or(("", rest));
        let (close, tail) = rest.split_once('⟧').unwrap_or(("", rest));
        let mut opened = String::new();
        let mut count = 0;
        while count == 0 || opened.len() + count * close.len() < size {
            opened.push_str(&open.replace("{i}", &count.to_string()));
            count += 1;
        }
        let closed: String = (0..count).rev().map(|number| close.replace("{i}", &number.to_string())).collect();
        [head, &opened, middle, &closed, tail].concat()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Bomb;

    #[test]
    fn names_are_unique() {
        let bombs = Bomb::all();
        assert_eq!(bombs.iter().map(|bomb| bomb.name).collect::<BTreeSet<_>>().len(), bombs.len());
    }

    #[test]
    fn repeats_both_parts_and_numbers_them() {
        let labels = Bomb { name: "labels", pattern: "<⟦l{i}:{⟧x⟦break l{i}}⟧>" };
        assert_eq!(labels.program(25), "<l0:{l1:{xbreak l1}break l0}>");
        let flat = Bomb { name: "statements", pattern: "<⟦x;⟧>" };
        assert_eq!(flat.program(3), "<x;x;>");
    }
}
