//! What a bracket holds that functions matter for: their heads, told from tokens, and whether a body can be
//! [passed over](crate::skim).

use super::level::Level;

/// What the tokens so far may be of a function's head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    #[default]
    None,
    /// `function`, with its star and its name.
    Function,
    /// What the parameters of a method may follow, or the arguments of a call.
    Key,
    /// Parentheses, and what stands before them.
    Parameters(Before, Count),
    /// `=>`, with parentheses before it.
    Arrow(Count),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    Function,
    Key,
    Other,
}

/// How many parameters there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    None,
    Some,
}

impl Head {
    /// Behind an ASCII word.
    pub fn behind_word(self, word: &[u8]) -> Head {
        match word {
            b"function" => Head::Function,
            b"if" | b"for" | b"while" | b"with" | b"switch" | b"catch" | b"await" => Head::None,
            _ if self == Head::Function => Head::Function,
            _ => Head::Key,
        }
    }

    /// Behind parentheses before which this is.
    fn behind_parentheses(self, count: Count) -> Head {
        match self {
            Head::Function => Head::Parameters(Before::Function, count),
            Head::Key => Head::Parameters(Before::Key, count),
            _ => Head::Parameters(Before::Other, count),
        }
    }

    /// Behind `=>`. A parameter without parentheses is one.
    pub fn behind_arrow(self) -> Head {
        match self {
            Head::Parameters(_, count) => Head::Arrow(count),
            _ => Head::Arrow(Count::Some),
        }
    }

    /// The parameters of the function whose body a brace opens here. A call on a line, a block on the next: that is no
    /// method.
    fn of_body(self, line_break: bool) -> Option<Count> {
        match self {
            Head::Parameters(Before::Function, count) | Head::Arrow(count) => Some(count),
            Head::Parameters(Before::Key, count) if !line_break => Some(count),
            _ => None,
        }
    }
}

/// How much of what follows in a bracket is within something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rest {
    #[default]
    Nothing,
    /// Up to the next comma.
    Expression,
    /// Up to the next semicolon, or what else ends a statement.
    Statement,
}

/// Where an open bracket is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// What stands before it.
    head: Head,
    /// Whether names are bound around it that the lowering of a function may depend on: parameters, a loop's or a catch
    /// clause's; or it is in an async function. What assigns to them, or mentions them there, must be read.
    is_bound: bool,
    /// The same for what follows in it.
    rest: Rest,
    /// Whether it may be a parameter list, or a pattern in one.
    is_pattern: bool,
    /// The same, of braces: an object pattern has computed keys.
    is_object_pattern: bool,
    /// Whether the statement is a class with a heritage: then braces behind parentheses are its own.
    has_heritage: bool,
    /// Where it begins, if it is a function's body that can be passed over.
    body: Option<usize>,
    /// How many words have been found before it.
    found: usize,
}

/// What a bracket opens with.
pub struct Opening {
    pub bracket: u8,
    pub head: Head,
    pub line_break: bool,
    /// Behind the bracket.
    pub at: usize,
    pub found: usize,
    pub behind_colon: bool,
}

impl Place {
    /// The place of a bracket in this one.
    pub fn within(&self, opening: &Opening) -> Place {
        let Opening { bracket, head, at, found, .. } = *opening;
        let is_bound = self.is_bound || self.rest != Rest::Nothing;
        let of_body = if bracket == b'{' && !self.has_heritage { head.of_body(opening.line_break) } else { None };
        if let Some(count) = of_body {
            let body = (!is_bound).then_some(at);
            return Place { is_bound: is_bound || count == Count::Some, body, found, ..Place::default() };
        }
        let is_key = bracket == b'[' && self.is_object_pattern && !opening.behind_colon;
        let is_pattern = bracket == b'(' || self.is_pattern;
        let is_object_pattern = bracket == b'{' && is_pattern;
        Place { head, is_bound: is_bound || is_key, is_pattern, is_object_pattern, found, ..Place::default() }
    }

    /// The body that ends here, if it can be passed over.
    pub fn body(&self, found: usize) -> Option<usize> {
        self.body.filter(|_| self.found == found)
    }

    /// Behind parentheses.
    pub fn head_behind(&self, level: &Level) -> Head {
        self.head.behind_parentheses(if level.is_empty() { Count::None } else { Count::Some })
    }

    pub fn binds(&mut self, rest: Rest) {
        self.rest = self.rest.max(rest);
    }

    /// `=` behind a name or a pattern: a default value may see the other parameters.
    pub fn default_value(&mut self) {
        if self.is_pattern {
            self.binds(Rest::Expression);
        }
    }

    pub fn heritage(&mut self) {
        self.has_heritage = true;
    }

    pub fn comma(&mut self) {
        if self.rest == Rest::Expression {
            self.rest = Rest::Nothing;
        }
    }

    pub fn end(&mut self) {
        self.rest = Rest::Nothing;
        self.has_heritage = false;
    }

    /// What can be said of both.
    pub fn join(&mut self, other: &Place) {
        self.head = join(self.head, other.head);
        self.is_bound |= other.is_bound;
        self.rest = self.rest.max(other.rest);
        self.is_pattern |= other.is_pattern;
        self.is_object_pattern |= other.is_object_pattern;
        self.has_heritage |= other.has_heritage;
        self.body = join(self.body, other.body);
        self.found = self.found.min(other.found);
    }
}

/// What both say, or nothing.
pub fn join<T: PartialEq + Default>(one: T, other: T) -> T {
    if one == other { one } else { T::default() }
}
