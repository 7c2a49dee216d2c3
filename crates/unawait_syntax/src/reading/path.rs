//! One way to read a text, token by token.
//!
//! The one thing that tokens alone do not tell is whether a slash divides or begins a regular expression, and in
//! scripts what begins like an HTML comment. Where that is open, both readings are followed, each on a path of its own,
//! until one of them comes to nothing or both arrive at the same place. One of these readings is correct.

use std::ops::Range;

use super::level::Level;
use super::tokens::{Last, behind_head, is_continuation, kind_of_word};
use super::word::{Sought, Word};
use crate::lex::{
    Cursor, Space, block_comment_end, has_line_terminator, line_end, name_end_and_escapes, next_token, number_end,
    regular_expression_end, string_end, template_part_end,
};
use crate::skim::names::{Names, may_be_parameters};
use crate::skim::place::{Before, Head, Opening, Place, Rest};
use crate::stack_bound::cost::Deepest;

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
    /// How many words had been found before those.
    params_found: usize,
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
    /// The last token is a colon.
    is_colon: bool,
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
            params_found: 0,
            names: Names::default(),
            level: Level::new(0, Last::Operand, Place::FILE),
            outer: Vec::new(),
            outer_bytes: 0,
            last: Last::Operator,
            behind: Last::Operand,
            line_break: true,
            is_colon: false,
            deepest: Deepest { at, bytes: 0 },
            found: 0,
        }
    }

    /// How many brackets are open.
    pub fn depth(&self) -> usize {
        self.outer.len()
    }

    pub fn meets(&self, other: &Path) -> bool {
        self.at == other.at
            && self.outer.len() == other.outer.len()
            && (self.last, self.behind, self.line_break) == (other.last, other.behind, other.line_break)
            && (self.level.bracket, self.level.behind) == (other.level.bracket, other.level.behind)
            && self.outer.iter().zip(&other.outer).all(|(a, b)| (a.bracket, a.behind) == (b.bracket, b.behind))
    }

    /// Goes on for both: where they do not agree, nothing can be passed over.
    pub fn join(&mut self, source: &str, other: &Path) {
        let head = |path: &Path| (path.head, path.params.clone(), path.params_found, path.is_colon);
        if head(self) != head(other) {
            self.head = Head::Parameters(Before::Other);
            self.is_colon = false;
        }
        self.found = self.found.max(other.found);
        let differing = self.names.join(source, &other.names).unwrap_or(usize::MAX);
        let levels = self.outer.iter_mut().chain([&mut self.level]);
        for (depth, (level, other)) in levels.zip(other.outer.iter().chain([&other.level])).enumerate() {
            level.join(other);
            if depth >= differing {
                level.place.be_unknown();
            }
        }
        self.outer_bytes = self.outer.iter().map(|level| level.cost.bytes()).sum();
    }

    /// Before the level gets smaller: it has been this deep.
    fn note(&mut self) {
        let bytes = self.outer_bytes + self.level.cost.bytes();
        if bytes > self.deepest.bytes {
            self.deepest = Deepest { at: self.at, bytes };
        }
    }

    fn token(&mut self, end: usize, last: Last) -> Step {
        self.at = end;
        self.level.cost.tokens(1);
        self.last = last;
        self.head = Head::None;
        self.behind = Last::Operand;
        self.line_break = false;
        self.is_colon = false;
        Step::On
    }

    /// The same for one that may be of a function's head.
    fn token_of_head(&mut self, end: usize, last: Last, head: Head) -> Step {
        let step = self.token(end, last);
        self.head = head;
        step
    }

    fn open(&mut self, source: &str, bracket: u8, at: usize) -> Step {
        let behind = if bracket == b'(' { self.behind } else { Last::Operand };
        let (head, line_break, behind_colon) = (self.head, self.line_break, self.is_colon);
        let found = if matches!(head, Head::Parameters(_) | Head::Arrow) { self.params_found } else { self.found };
        let place = self.level.place.within(&Opening { bracket, head, line_break, at, found, behind_colon });
        self.token(at, Last::Operator);
        self.outer_bytes += self.level.cost.bytes();
        self.outer.push(std::mem::replace(&mut self.level, Level::new(bracket, behind, place)));
        let (place, list) = (&mut self.level.place, self.params.clone());
        if place.has_parameters()
            && !self.names.bind(source, list.clone(), self.outer.len())
            && (place.is_body() || may_be_parameters(&source.as_bytes()[list]))
        {
            place.bind_all();
        }
        self.note();
        Step::On
    }

    /// Closes `bracket`, or comes to nothing: the parser does not get further.
    fn close(&mut self, source: &str, bracket: u8) -> Step {
        self.note();
        let depth = self.outer.len();
        match self.outer.pop() {
            Some(outer) if self.level.bracket == bracket => {
                self.outer_bytes -= outer.cost.bytes();
                let inner = std::mem::replace(&mut self.level, outer);
                let end = self.at;
                self.at += 1;
                self.line_break = false;
                self.is_colon = false;
                self.behind = Last::Operand;
                self.last = if bracket == b'{' { Last::Brace } else { inner.behind };
                self.head = inner.place.head_behind(bracket);
                if bracket == b'(' {
                    self.params = inner.place.start..end;
                    self.params_found = inner.place.found;
                }
                self.names.unbind(source, depth);
                self.level.place.closed(&inner.place);
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

    pub fn step(&mut self, source: &str, is_sought: Sought) -> Step {
        let bytes = source.as_bytes();
        while let Some(space) = Space::first(&bytes[self.at..]) {
            self.at += space.length;
            self.line_break |= space.ends_line;
        }
        let Some(&byte) = bytes.get(self.at) else {
            self.note();
            return Step::End;
        };
        let rest = &bytes[self.at..];
        match byte {
            b'0'..=b'9' => self.number(source),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$' | b'\\' | 0x80.. => self.word(source, is_sought),
            b'"' | b'\'' => match string_end(source, self.at) {
                Some(end) => {
                    self.literal(source, end, is_sought);
                    self.token_of_head(end, Last::Operand, Head::Key)
                }
                None => self.dead(),
            },
            b'`' => self.template(source, self.at + 1, is_sought),
            b'/' if rest.starts_with(b"//") => self.comment(line_end(source, self.at)),
            b'/' if rest.starts_with(b"/*") => match block_comment_end(source, self.at) {
                Some(end) => {
                    self.line_break |= has_line_terminator(source, self.at, end);
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
            b'.' if rest.get(1).is_some_and(u8::is_ascii_digit) => self.number(source),
            b'.' | b'#' => self.token(self.at + 1, Last::Dot),
            b':' => {
                self.token(self.at + 1, Last::Operator);
                self.is_colon = true;
                Step::On
            }
            b'+' | b'-' if rest.get(1) == Some(&byte) => {
                self.level.cost.tokens(1);
                self.token(self.at + 2, Last::Either)
            }
            b'=' if rest.starts_with(b"=>") => self.arrow(source),
            b'=' => {
                if self.last != Last::Operator && self.head != Head::Property {
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
    fn arrow(&mut self, source: &str) -> Step {
        let has_parameters = next_token(source, self.params.start) < self.params.end;
        if has_parameters && !Cursor::new(source, self.at + 2).comes("{") {
            self.level.place.binds(Rest::Expression);
        }
        // As dear as two.
        self.level.cost.tokens(1);
        self.token_of_head(self.at + 2, Last::Operator, Head::Arrow)
    }

    /// A word or a number begins a statement on the next line, unless an operator stands before it.
    fn may_begin_statement(&self) -> bool {
        match self.last {
            Last::Brace => true,
            Last::Operand => self.line_break,
            _ => false,
        }
    }

    fn number(&mut self, source: &str) -> Step {
        if self.may_begin_statement() {
            self.end_statement();
        }
        self.token_of_head(number_end(source, self.at), Last::Operand, Head::Key)
    }

    fn word(&mut self, source: &str, is_sought: Sought) -> Step {
        let (end, has_escape) = name_end_and_escapes(source, self.at);
        if end == self.at {
            // It is no token at all.
            let length = source[end..].chars().next().map_or(1, char::len_utf8);
            return self.token(end + length, Last::Operator);
        }
        let word = &source.as_bytes()[self.at..end];
        let is_property = self.last == Last::Dot;
        let (text, behind, is_at_top) = (word, Cursor::new(source, end), self.outer.is_empty());
        let found = is_sought(Word { text, behind, is_at_top, is_property, has_escape });
        self.found += usize::from(found);
        if is_property {
            return self.token_of_head(end, Last::Operand, Head::Property);
        }
        let mention = match () {
            // It may be any.
            () if has_escape => Some(0),
            // In an arrow function they are those of a function around.
            () if self.level.place.is_in_arrow && word == b"arguments" => Some(0),
            () => self.names.depth(source, word),
        };
        if let Some(depth) = mention {
            self.level.place.mention(depth);
        }
        if self.last == Last::Semicolon && matches!(word, b"else" | b"while") {
            self.level.resume();
        } else if self.may_begin_statement() && !is_continuation(word) {
            self.end_statement();
        }
        self.params = self.at..end;
        self.params_found = self.found;
        let (last, head) = match has_escape {
            true => (Last::Either, Head::Key),
            false => (kind_of_word(word), self.head.behind_word(word)),
        };
        self.token_of_head(end, last, head);
        match word {
            b"for" | b"catch" => self.level.place.binds(Rest::Statement),
            b"extends" => self.level.place.heritage(),
            _ if found => self.level.place.binds(Rest::Expression),
            _ => {}
        }
        self.behind = behind_head(word);
        Step::On
    }

    /// A string, or a template without expressions.
    fn literal(&mut self, source: &str, end: usize, is_sought: Sought) {
        let (text, behind) = (&source.as_bytes()[self.at..end], Cursor::new(source, end));
        let is_at_top = self.outer.is_empty();
        self.found += usize::from(is_sought(Word { text, behind, is_at_top, is_property: false, has_escape: false }));
    }

    fn template(&mut self, source: &str, from: usize, is_sought: Sought) -> Step {
        match template_part_end(source, from) {
            Some((end, false)) => {
                self.literal(source, end, is_sought);
                self.token(end, Last::Operand)
            }
            Some((end, true)) => self.open(source, b'`', end),
            None => self.dead(),
        }
    }

    fn slash(&mut self, source: &str) -> Step {
        let divides = match self.last {
            Last::Operator | Last::Semicolon => false,
            Last::Dot => true,
            Last::Operand if !self.line_break => true,
            Last::Operand | Last::Brace | Last::Either => {
                let Some(end) = regular_expression_end(source, self.at) else {
                    return self.token(self.at + 1, Last::Operator);
                };
                let mut other = self.clone();
                other.token(end, Last::Operand);
                self.token(self.at + 1, Last::Operator);
                return Step::Fork(Box::new(other));
            }
        };
        if divides {
            return self.token(self.at + 1, Last::Operator);
        }
        match regular_expression_end(source, self.at) {
            Some(end) => self.token(end, Last::Operand),
            None => self.dead(),
        }
    }

    /// A comment in a script, operators in a module.
    fn html_comment(&mut self, source: &str, length: usize) -> Step {
        let mut other = self.clone();
        other.at = line_end(source, self.at);
        self.level.cost.tokens(length);
        let last = if length == 2 { Last::Either } else { Last::Operator };
        self.token(self.at + length, last);
        Step::Fork(Box::new(other))
    }
}
