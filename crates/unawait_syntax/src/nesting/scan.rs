//! How deep a text can nest at most, told from its tokens without parsing them.
//!
//! The one thing that tokens alone do not tell is whether a slash divides or begins a regular expression, and in
//! scripts what begins like an HTML comment. Where that is open, both readings are followed, each on a path of its own,
//! until one of them comes to nothing or both arrive at the same place. What is true is among them.

use std::ops::Range;

use super::level::Level;
use super::names::Names;
use super::place::{Head, Opening, Place, Rest, join};
use super::readings::{Deepest, Sought, Word};
use super::tokens::{
    Last, behind_head, is_continuation, is_word, kind_of_word, line_end, plain_parts, regexp_end, string_end,
    template_end, word_end,
};

/// What comes of a step.
pub enum Step {
    On,
    /// A function's body has ended that can be passed over.
    Body(Range<usize>),
    /// There is another reading.
    Fork(Box<Path>),
    /// Of the text, or of this reading.
    End,
}

/// One reading of the text.
#[derive(Clone, Debug)]
pub struct Path {
    pub at: usize,
    /// What the last tokens are of a function's head.
    head: Head,
    /// The last parentheses' content, or the last word: the parameters, if those of a function follow.
    params: Range<usize>,
    /// Names of parameters around.
    names: Names,
    level: Level,
    /// The brackets around.
    outer: Vec<Level>,
    /// What those cost.
    outer_bytes: usize,
    last: Last,
    /// What the last token makes of a bracket that opens behind it: see `Level::behind`.
    behind: Last,
    /// There is a line break behind the last token.
    line_break: bool,
    pub deepest: Deepest,
    /// How many words have been found that were looked for.
    pub found: usize,
}

impl Path {
    pub fn new(at: usize) -> Self {
        Path {
            at,
            head: Head::None,
            params: at..at,
            names: Names::default(),
            level: Level::new(0, Last::Operand, Place::FILE),
            outer: Vec::new(),
            outer_bytes: 0,
            last: Last::Operator,
            behind: Last::Operand,
            line_break: true,
            deepest: Deepest { at, bytes: 0 },
            found: 0,
        }
    }

    pub fn meets(&self, other: &Path) -> bool {
        self.at == other.at
            && self.outer.len() == other.outer.len()
            && (self.last, self.behind, self.line_break) == (other.last, other.behind, other.line_break)
            && (self.level.bracket, self.level.behind) == (other.level.bracket, other.level.behind)
            && self.outer.iter().zip(&other.outer).all(|(a, b)| (a.bracket, a.behind) == (b.bracket, b.behind))
    }

    pub fn join(&mut self, other: &Path) {
        self.head = join(self.head, other.head);
        self.found = self.found.max(other.found);
        self.names.join(&other.names);
        if self.params != other.params {
            // Whatever they are, there is more to them than names.
            self.head = Head::None;
        }
        self.level.join(&other.level);
        self.outer.iter_mut().zip(&other.outer).for_each(|(level, other)| level.join(other));
        self.outer_bytes = self.outer.iter().map(Level::bytes).sum();
    }

    /// Before the level gets smaller: it has been this deep.
    fn note(&mut self) {
        let bytes = self.outer_bytes + self.level.bytes();
        if bytes > self.deepest.bytes {
            self.deepest = Deepest { at: self.at, bytes };
        }
    }

    fn token(&mut self, end: usize, last: Last) -> Step {
        self.at = end;
        self.level.tokens(1);
        self.last = last;
        self.head = Head::None;
        self.behind = Last::Operand;
        self.line_break = false;
        Step::On
    }

    /// The same for one that may be of a function's head.
    fn token_of_head(&mut self, end: usize, last: Last, head: Head) -> Step {
        let step = self.token(end, last);
        self.head = head;
        step
    }

    fn open(&mut self, source: &[u8], bracket: u8, at: usize) -> Step {
        let behind = if bracket == b'(' { self.behind } else { Last::Operand };
        let (head, line_break, found) = (self.head, self.line_break, self.found);
        let behind_colon = source[..self.at].trim_ascii_end().ends_with(b":");
        let place = self.level.place.within(&Opening { bracket, head, line_break, at, found, behind_colon });
        self.token(at, Last::Operator);
        self.outer_bytes += self.level.bytes();
        self.outer.push(std::mem::replace(&mut self.level, Level::new(bracket, behind, place)));
        if self.level.place.has_parameters() && !self.names.bind(source, self.params.clone(), self.outer.len()) {
            self.level.place.bind_all();
        }
        self.note();
        Step::On
    }

    /// Closes `bracket`, or comes to nothing: the parser does not get further.
    fn close(&mut self, source: &[u8], bracket: u8) -> Step {
        self.note();
        let depth = self.outer.len();
        match self.outer.pop() {
            Some(outer) if self.level.bracket == bracket => {
                self.outer_bytes -= outer.bytes();
                let inner = std::mem::replace(&mut self.level, outer);
                let end = self.at;
                self.at += 1;
                self.line_break = false;
                self.behind = Last::Operand;
                self.last = if bracket == b'{' { Last::Brace } else { inner.behind };
                self.head = inner.place.head_behind(bracket);
                if bracket == b'(' {
                    self.params = inner.place.start..end;
                }
                self.names.unbind(source, depth);
                self.level.place.ended(&inner.place);
                match inner.place.can_be_passed(self.found, depth) {
                    true => Step::Body(inner.place.start..end),
                    false => Step::On,
                }
            }
            _ => Step::End,
        }
    }

    fn end_statement(&mut self) {
        self.note();
        self.level.end();
    }

    pub fn step(&mut self, source: &[u8], is_sought: Sought) -> Step {
        loop {
            match source.get(self.at) {
                Some(b' ' | b'\t' | 0x0b | 0x0c) => {}
                Some(b'\n' | b'\r') => self.line_break = true,
                _ => break,
            }
            self.at += 1;
        }
        let Some(&byte) = source.get(self.at) else {
            self.note();
            return Step::End;
        };
        let rest = &source[self.at..];
        match byte {
            _ if is_word(byte) => self.word(source, is_sought),
            b'"' | b'\'' => match string_end(source, self.at) {
                Some(end) => {
                    self.literal(source, end, is_sought);
                    self.token_of_head(end, Last::Operand, Head::Key)
                }
                None => self.dead(),
            },
            b'`' => self.template(source, self.at + 1, is_sought),
            b'/' if rest.starts_with(b"//") => self.comment(line_end(source, self.at)),
            b'/' if rest.starts_with(b"/*") => match memchr::memmem::find(&rest[2..], b"*/") {
                Some(length) => {
                    let end = self.at + 2 + length + 2;
                    self.line_break |= line_end(&source[..end], self.at) < end;
                    self.comment(end)
                }
                None => self.dead(),
            },
            b'/' => self.slash(source),
            b'<' if rest.starts_with(b"<!--") => self.html_comment(source, 1),
            b'-' if rest.starts_with(b"-->") && self.line_break => self.html_comment(source, 2),
            b'(' | b'[' | b'{' => self.open(source, byte, self.at + 1),
            b')' => self.close(source, b'('),
            b']' => self.close(source, b'['),
            b'}' if self.level.bracket == b'`' => match self.close(source, b'`') {
                Step::End => Step::End,
                _ => self.template(source, self.at, is_sought),
            },
            b'}' => self.close(source, b'{'),
            b',' => {
                self.note();
                self.level.comma();
                self.token(self.at + 1, Last::Operator)
            }
            b';' => {
                self.end_statement();
                self.token(self.at + 1, Last::Semicolon)
            }
            b'.' if rest.starts_with(b"...") => self.token(self.at + 3, Last::Operator),
            b'.' | b'#' => self.token(self.at + 1, Last::Dot),
            b'+' | b'-' if rest.get(1) == Some(&byte) => {
                self.level.tokens(1);
                self.token(self.at + 2, Last::Either)
            }
            b'=' if rest.starts_with(b"=>") => self.arrow(source),
            b'=' => {
                if self.head == Head::Key || self.last == Last::Brace {
                    self.level.place.default_value();
                }
                self.token(self.at + 1, Last::Operator)
            }
            b'*' if self.head == Head::Function => self.token_of_head(self.at + 1, Last::Operator, Head::Function),
            // The operators, and what is no token at all.
            _ => self.token(self.at + 1, Last::Operator),
        }
    }

    /// The parser does not get further on this reading than where it is.
    fn dead(&mut self) -> Step {
        self.note();
        Step::End
    }

    fn comment(&mut self, end: usize) -> Step {
        self.at = end;
        Step::On
    }

    /// Parameters are seen by all of an arrow function without braces.
    fn arrow(&mut self, source: &[u8]) -> Step {
        let has_parameters = source[self.params.clone()].iter().any(|byte| !byte.is_ascii_whitespace());
        if has_parameters && !source[self.at + 2..].trim_ascii_start().starts_with(b"{") {
            self.level.place.binds(Rest::Expression);
        }
        // As dear as two.
        self.level.tokens(1);
        self.token_of_head(self.at + 2, Last::Operator, Head::Arrow)
    }

    fn word(&mut self, source: &[u8], is_sought: Sought) -> Step {
        let (end, is_plain) = word_end(source, self.at);
        let word = &source[self.at..end];
        let after_dot = self.last == Last::Dot;
        let is_at_top = self.outer.is_empty();
        let is_property = after_dot && is_plain && is_property(&source[..self.at]);
        // What may be white space may stand before or behind a word, such as a byte order mark.
        let found = plain_parts(source, self.at..end).any(|part| {
            let (text, behind) = (&source[part.clone()], &source[part.end..]);
            is_sought(Word { text, behind, is_at_top, is_property })
        });
        self.found += usize::from(found);
        if !after_dot {
            self.params = self.at..end;
        }
        if is_plain && !after_dot {
            let depth = self.names.depth(source, word);
            // In an arrow function they are those of a function around.
            let depth = if self.level.place.is_in_arrow && word == b"arguments" { Some(0) } else { depth };
            if let Some(depth) = depth {
                self.level.place.mention(depth);
            }
        } else if !is_plain && !self.names.is_empty() {
            // It may be any.
            self.level.place.mention(0);
        }
        let begins_statement = match self.last {
            Last::Brace => true,
            Last::Operand => self.line_break,
            _ => false,
        };
        if self.last == Last::Semicolon && matches!(word, b"else" | b"while") {
            self.level.resume();
        } else if begins_statement && is_plain && !is_continuation(word) {
            self.end_statement();
        }
        if !is_plain {
            self.level.tokens(word.iter().filter(|byte| !byte.is_ascii()).count());
        }
        let last = match () {
            () if after_dot => Last::Operand,
            () if is_plain => kind_of_word(word),
            () => Last::Either,
        };
        let head = if is_plain && !after_dot { self.head.behind_word(word) } else { Head::None };
        self.token_of_head(end, last, head);
        match word {
            _ if after_dot => {}
            b"for" | b"catch" => self.level.place.binds(Rest::Statement),
            b"extends" => self.level.place.heritage(),
            _ if found => self.level.place.binds(Rest::Expression),
            _ => {}
        }
        if !after_dot {
            self.behind = behind_head(word);
        }
        self.line_break = !is_plain;
        Step::On
    }

    /// A string, or a template without expressions.
    fn literal(&mut self, source: &[u8], end: usize, is_sought: Sought) {
        let (text, behind) = (&source[self.at..end], &source[end..]);
        let is_at_top = self.outer.is_empty();
        self.found += usize::from(is_sought(Word { text, behind, is_at_top, is_property: false }));
    }

    fn template(&mut self, source: &[u8], from: usize, is_sought: Sought) -> Step {
        match template_end(source, from) {
            Some((end, false)) => {
                self.literal(source, end, is_sought);
                self.token(end, Last::Operand)
            }
            Some((end, true)) => self.open(source, b'`', end),
            None => self.dead(),
        }
    }

    fn slash(&mut self, source: &[u8]) -> Step {
        let divides = match self.last {
            Last::Operator | Last::Semicolon => false,
            Last::Dot => true,
            Last::Operand if !self.line_break => true,
            Last::Operand | Last::Brace | Last::Either => {
                let Some(end) = regexp_end(source, self.at) else { return self.token(self.at + 1, Last::Operator) };
                let mut other = self.clone();
                other.token(end, Last::Operand);
                self.token(self.at + 1, Last::Operator);
                return Step::Fork(Box::new(other));
            }
        };
        if divides {
            return self.token(self.at + 1, Last::Operator);
        }
        match regexp_end(source, self.at) {
            Some(end) => self.token(end, Last::Operand),
            None => self.dead(),
        }
    }

    /// A comment in a script, operators in a module.
    fn html_comment(&mut self, source: &[u8], length: usize) -> Step {
        let mut other = self.clone();
        other.at = line_end(source, self.at);
        self.level.tokens(length);
        let last = if length == 2 { Last::Either } else { Last::Operator };
        self.token(self.at + length, last);
        Step::Fork(Box::new(other))
    }
}

/// Whether the dot behind which a word stands makes a property of it: on the same line, and none of a number or spread.
fn is_property(before: &[u8]) -> bool {
    let spaces = before.iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    matches!(before[..before.len() - spaces], [.., byte, b'.'] if !byte.is_ascii_digit() && byte != b'.')
}
