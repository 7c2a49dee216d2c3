//! `Text`: output under way, with what it knows of its own origin. Strings are texts that know nothing.

use std::ops::{Add, Range};

/// What a stretch of output stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The source's bytes from this offset on, one for one.
    Copy(usize),
    /// One place in the source: this offset.
    Place(usize),
    /// A name that the source has as the text of this range.
    Name(Range<usize>),
    /// No place: it is text of the helpers.
    Helpers,
}

impl Origin {
    /// The origin of what stands `bytes` further on.
    pub(crate) fn advanced(&self, bytes: usize) -> Origin {
        match self {
            Origin::Copy(offset) => Origin::Copy(offset + bytes),
            Origin::Name(range) if bytes > 0 => Origin::Place(range.start),
            other => other.clone(),
        }
    }

    /// The origin of text that is put behind what has this one.
    fn behind(&self, bytes: usize) -> Origin {
        match self {
            Origin::Copy(offset) => Origin::Place(offset + bytes),
            other => other.advanced(bytes),
        }
    }
}

/// From `at`, a byte offset into a text, up to the next mark, the text is of this origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub at: usize,
    pub origin: Origin,
}

/// A string, marked with the places in the source that it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    pub(crate) string: String,
    /// In order, one at each offset at most. What stands before the first has no origin of its own.
    pub(crate) marks: Vec<Mark>,
}

impl Text {
    /// The bytes of `range`, as the source has them.
    pub fn copied(source: &str, range: Range<usize>) -> Self {
        let mut text = Text::default();
        text.copy(source, range);
        text
    }

    /// This text, whose beginning stands for the source at `offset`, unless it knows better.
    pub fn at(self, offset: usize) -> Self {
        self.of(Origin::Place(offset))
    }

    /// This text, whose beginning is of `origin`, unless it knows better.
    pub fn of(mut self, origin: Origin) -> Self {
        if self.begins_unknown() {
            self.marks.insert(0, Mark { at: 0, origin });
        }
        self
    }

    /// Gives what is pushed from now on this origin.
    pub fn mark(&mut self, origin: Origin) {
        self.marks.pop_if(|mark| mark.at == self.string.len());
        self.marks.push(Mark { at: self.string.len(), origin });
    }

    /// Puts `more` behind it.
    pub fn push(&mut self, more: impl Into<Text>) {
        let more: Text = more.into();
        if let (Some(last), true) = (self.marks.last(), more.begins_unknown()) {
            let origin = last.origin.behind(self.string.len() - last.at);
            if origin != last.origin {
                self.mark(origin);
            }
        }
        let at = self.string.len();
        self.string.push_str(&more.string);
        for mark in more.marks {
            self.marks.pop_if(|last| last.at == at + mark.at);
            self.marks.push(Mark { at: at + mark.at, ..mark });
        }
    }

    pub(crate) fn copy(&mut self, source: &str, range: Range<usize>) {
        if !range.is_empty() {
            self.mark(Origin::Copy(range.start));
            self.string.push_str(&source[range]);
        }
    }

    /// Without white space at its end.
    pub fn trim_end(mut self) -> Self {
        self.string.truncate(self.string.trim_end().len());
        self.marks.retain(|mark| mark.at < self.string.len());
        self
    }

    pub fn is_empty(&self) -> bool {
        self.string.is_empty()
    }

    pub fn as_str(&self) -> &str {
        &self.string
    }

    /// `texts` with `separator` between them.
    pub fn join(texts: impl IntoIterator<Item = Text>, separator: &str) -> Text {
        let mut joined = Text::default();
        for (index, text) in texts.into_iter().enumerate() {
            if index > 0 {
                joined.push(separator);
            }
            joined.push(text);
        }
        joined
    }

    fn begins_unknown(&self) -> bool {
        !self.string.is_empty() && self.marks.first().is_none_or(|mark| mark.at > 0)
    }
}

impl From<String> for Text {
    fn from(string: String) -> Self {
        Text { string, marks: Vec::new() }
    }
}

impl From<&str> for Text {
    fn from(string: &str) -> Self {
        string.to_owned().into()
    }
}

impl From<&String> for Text {
    fn from(string: &String) -> Self {
        string.clone().into()
    }
}

impl<T: Into<Text>> Add<T> for Text {
    type Output = Text;

    fn add(mut self, more: T) -> Text {
        self.push(more);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(text: &Text) -> Vec<(usize, Origin)> {
        text.marks.iter().map(|mark| (mark.at, mark.origin.clone())).collect()
    }

    #[test]
    fn what_follows_a_copy_is_none() {
        let text = Text::from("(") + Text::copied("abc", 1..2) + " = x";
        assert_eq!(text.as_str(), "(b = x");
        assert_eq!(marks(&text), [(1, Origin::Copy(1)), (2, Origin::Place(2))]);
    }

    #[test]
    fn a_text_is_placed_once() {
        let text = Text::from("x").at(3).at(4);
        assert_eq!(marks(&text), [(0, Origin::Place(3))]);
        assert_eq!(marks(&Text::from("").at(3)), []);
    }

    #[test]
    fn joined_texts_keep_their_marks() {
        let text = Text::join([Text::from("a").at(5), Text::from("b"), Text::from("c").at(7)], ", ");
        assert_eq!(text.as_str(), "a, b, c");
        assert_eq!(marks(&text), [(0, Origin::Place(5)), (6, Origin::Place(7))]);
    }

    #[test]
    fn trimming_takes_marks_along() {
        let text = (Text::copied("ab", 0..1) + " ").trim_end();
        assert_eq!((text.as_str(), marks(&text)), ("a", vec![(0, Origin::Copy(0))]));
    }
}
