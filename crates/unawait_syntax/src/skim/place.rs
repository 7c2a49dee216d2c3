//! What a bracket holds that functions matter for: their heads, told from tokens, and whether a body can be
//! [passed over](crate::skim).

/// What the tokens so far may be of a function's head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    #[default]
    None,
    /// `function`, with its star and its name.
    Function,
    /// What the parameters of a method may follow, or the arguments of a call.
    Key,
    /// The same behind a dot, or a number sign: no parameter.
    Property,
    /// `if` and the like.
    Statement,
    /// What a block may follow: `else` and the like.
    Block,
    /// Parentheses, and what stands before them.
    Parameters(Before),
    /// `=>`
    Arrow,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    Function,
    Key,
    Statement,
    Other,
}

impl Head {
    /// Behind a word without escapes.
    pub fn behind_word(self, word: &[u8]) -> Head {
        match word {
            b"function" => Head::Function,
            _ if self == Head::Function => Head::Function,
            b"if" | b"for" | b"while" | b"with" | b"switch" | b"catch" | b"await" => Head::Statement,
            b"else" | b"do" | b"try" | b"finally" => Head::Block,
            _ => Head::Key,
        }
    }

    /// Behind parentheses before which this is.
    fn behind_parentheses(self) -> Head {
        Head::Parameters(match self {
            Head::Function => Before::Function,
            Head::Key | Head::Property | Head::Block => Before::Key,
            Head::Statement => Before::Statement,
            _ => Before::Other,
        })
    }

    /// What a brace opens here. A call on a line, a block on the next: that is no method, or one that is written so.
    fn brace(self, line_break: bool, has_heritage: bool) -> Brace {
        match self {
            Head::Parameters(Before::Function) | Head::Arrow if !has_heritage => Brace::Body,
            Head::Parameters(Before::Key) if !has_heritage && !line_break => Brace::Body,
            Head::Block | Head::Parameters(Before::Statement) => Brace::Block,
            Head::None | Head::Function | Head::Key | Head::Property | Head::Statement => Brace::Other,
            _ => Brace::MayBeBody,
        }
    }
}

enum Brace {
    /// A function's body.
    Body,
    /// It may be one: then what its parameters are is not known.
    MayBeBody,
    /// A statement's block, where statements can be: elsewhere the body of a method that is called `if`.
    Block,
    Other,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// What stands before it.
    head: Head,
    /// Whether names are bound around it that the lowering of a function may depend on, and more than their own names
    /// would have to be known: a loop's or a catch clause's, some parameters; or it is in an async function. What
    /// assigns to them, or mentions them there, must be read.
    is_bound: bool,
    /// The same for what follows in it.
    rest: Rest,
    /// What that was when the last statement ended.
    ended: Rest,
    /// Whether it may be a parameter list, or a pattern in one.
    is_pattern: bool,
    /// The same, of braces: an object pattern has computed keys.
    is_object_pattern: bool,
    /// Whether the statement is a class with a heritage: then braces behind parentheses are its own.
    has_heritage: bool,
    /// Where it begins, behind the bracket.
    pub start: usize,
    /// Whether it is known to hold statements, and no members of a class or an object.
    holds_statements: bool,
    /// Whether it is a function's body that can be passed over.
    is_body: bool,
    /// Whether the innermost function whose body it is in is an arrow function: `arguments` are another's there.
    pub is_in_arrow: bool,
    /// How many brackets are around the outermost of the [names](super::names::Names) that are mentioned in it.
    mentions: usize,
    /// How many words have been found before it: see [`Opening`].
    pub found: usize,
}

/// What a bracket opens with.
pub struct Opening {
    pub bracket: u8,
    pub head: Head,
    pub line_break: bool,
    /// Behind the bracket.
    pub at: usize,
    /// How many words have been found before it, or before the parameters of the function whose body it is.
    pub found: usize,
    pub behind_colon: bool,
}

impl Place {
    /// The whole text.
    pub const FILE: Place = Place {
        head: Head::None,
        is_bound: false,
        rest: Rest::Nothing,
        ended: Rest::Nothing,
        is_pattern: false,
        is_object_pattern: false,
        has_heritage: false,
        start: 0,
        holds_statements: true,
        is_body: false,
        is_in_arrow: false,
        mentions: usize::MAX,
        found: 0,
    };

    /// The place of a bracket in this one.
    pub fn within(&self, opening: &Opening) -> Place {
        let Opening { bracket, head, at, found, .. } = *opening;
        let is_bound = self.is_bound || self.rest != Rest::Nothing;
        let holds_statements = false;
        let place =
            Place { start: at, found, is_bound, holds_statements, is_in_arrow: self.is_in_arrow, ..Place::FILE };
        if bracket == b'{' {
            match head.brace(opening.line_break, self.has_heritage) {
                Brace::Body => {
                    let (is_body, is_in_arrow) = (!is_bound, head == Head::Arrow);
                    return Place { is_body, is_in_arrow, holds_statements: true, ..place };
                }
                Brace::MayBeBody => return Place { is_bound: true, ..place },
                Brace::Block if self.holds_statements => return Place { holds_statements: true, ..place },
                Brace::Block | Brace::Other => {}
            }
        }
        let is_key = bracket == b'[' && self.is_object_pattern && !opening.behind_colon;
        let is_pattern = bracket == b'(' || self.is_pattern;
        let is_object_pattern = bracket == b'{' && is_pattern;
        Place { head, is_bound: is_bound || is_key, is_pattern, is_object_pattern, ..place }
    }

    /// Whether what the parentheses before it hold is parameters, or may be.
    pub fn has_parameters(&self) -> bool {
        self.is_body || self.head == Head::Parameters(Before::Statement)
    }

    /// Whether they are: it is a function's body that can be passed over.
    pub fn is_body(&self) -> bool {
        self.is_body
    }

    /// Whether it is a body that can be passed over, with `depth` brackets around what is in it.
    pub fn can_be_passed(&self, found: usize, depth: usize) -> bool {
        self.is_body && self.found == found && self.mentions >= depth
    }

    /// Behind its end.
    pub fn head_behind(&self, bracket: u8) -> Head {
        match bracket {
            b'(' => self.head.behind_parentheses(),
            b'[' => Head::Key,
            _ => Head::None,
        }
    }

    /// A name is mentioned in it that is seen within `depth` brackets.
    pub fn mention(&mut self, depth: usize) {
        self.mentions = self.mentions.min(depth);
    }

    /// What `inner`, which has closed, says of the bracket around.
    pub fn closed(&mut self, inner: &Place) {
        self.mention(inner.mentions);
    }

    /// Its names are bound by more than their names.
    pub fn bind_all(&mut self) {
        self.is_bound = true;
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
        self.ended = std::mem::take(&mut self.rest);
        self.has_heritage = false;
    }

    /// Reopens the statement that `end` closed, because `else` or `while` follows.
    pub fn resume(&mut self) {
        if self.ended == Rest::Statement {
            self.binds(Rest::Statement);
        }
    }

    /// What can be said of both.
    pub fn join(&mut self, other: &Place) {
        let (mentions, found) = (self.mentions.min(other.mentions), self.found.min(other.found));
        let alike = |place: &Place| Place { mentions, found, ..*place };
        if alike(self) != alike(other) {
            self.be_unknown();
        }
        *self = alike(self);
    }

    /// Nothing can be said of it: neither it nor what is in it can be passed over.
    pub fn be_unknown(&mut self) {
        let Place { mentions, found, .. } = *self;
        let (is_bound, holds_statements) = (true, false);
        let (has_heritage, is_in_arrow) = (true, true);
        *self = Place { is_bound, holds_statements, has_heritage, is_in_arrow, mentions, found, ..Place::FILE };
    }
}
