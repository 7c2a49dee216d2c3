//! Expressions, by how tightly they bind.

use super::writer::{Here, MAY, MUST, Writer};

/// What may stand somewhere without parentheses, the loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Sequence,
    Assignment,
    Conditional,
    /// Of `??`, whose operands are no `&&` or `||`.
    Coalesce,
    Binary,
    Unary,
    /// Of `**` on the left; what `++` takes is a target besides.
    Update,
    /// The callee of a call.
    Call,
    /// The callee of a `new`.
    Member,
}

use Level::*;

/// Keys that are string literals, with what a literal must or should escape.
const STRINGS: [&str; 12] = [
    "'a b'",
    "'a b'",
    r"'a\nb'",
    r#""\r\"\\""#,
    r"'\u2028\u2029'",
    r"'\ud800'",
    r"'\udc00\ud800'",
    r"'\u{1d4d0}'",
    r"'<\/script><\!--'",
    "'l\\\nm'",
    r"'\0\x7f'",
    "'e\u{301}'",
];

impl Writer {
    /// An expression that may stand where `level` is wanted.
    pub fn expression(&mut self, level: Level) -> String {
        if !self.may_grow() {
            return self.leaf();
        }
        if self.es5 {
            return self.es5_expression(level);
        }
        let (own, text) = match self.random.below(100) {
            0..10 => (Member, self.leaf()),
            10..17 => self.traced(),
            17..24 => (Member, self.function()),
            24..31 => (Assignment, self.arrow_function()),
            31..44 if self.here.is_async => self.await_expression(),
            31..46 if self.generators && self.here.is_generator => self.yield_expression(),
            46..49 if self.generators => self.later(),
            49..52 if self.generators => {
                let (id, call) = (self.id(), self.call().1);
                (Call, format!("drive({id}, {call})"))
            }
            31..38 if self.here.is_generator => self.yield_expression(),
            44..53 => self.call(),
            53..58 => self.member(),
            58..63 => self.literal(),
            63..68 => self.unary(),
            68..76 => self.binary(),
            76..80 => self.conditional(),
            80..87 => self.assignment(),
            87..90 => (Member, self.class_expression()),
            90..93 => self.template(),
            93..96 => self.lexical(),
            96..98 => {
                let items = self.several(2, 3, &format!("{MAY},{MAY}"), |w| w.expression(Assignment));
                (Sequence, items)
            }
            98 if self.here.is_generator => self.yield_expression(),
            _ => (Member, format!("({MAY}{}{MAY})", self.expression(Sequence))),
        };
        if own >= level { text } else { format!("({MAY}{text}{MAY})") }
    }

    /// The expression of a statement, which does not begin like another.
    pub fn statement_expression(&mut self) -> String {
        let text = self.expression(Sequence);
        let begins = ["function", "class", "@", "{", "async", "let"].iter().any(|word| text.starts_with(word));
        // An async arrow function may begin a statement, unless that is read as a declaration.
        let is_arrow = text.starts_with("async") && !text.contains("function");
        if begins && !is_arrow { format!("({text})") } else { text }
    }

    pub fn leaf(&mut self) -> String {
        match self.random.below(10) {
            0..3 => self.random.below(10).to_string(),
            3..8 => self.reference(),
            8 if self.es5 => self.pick(&["'s'", "null", "true", "/[/]yield/g", "0x10", ".5"]).to_owned(),
            8 => self.pick(&["'s'", "\"async\"", "null", "true", "/[/]await/g", "0x10", "1n", ".5", "`t`"]).to_owned(),
            _ if self.here.new_target || self.chance(50) => "this".to_owned(),
            _ => self.pick(&["P(1)", "R(2)", "T(3)"]).to_owned(),
        }
    }

    /// `$(1, x)`: what is evaluated is told.
    pub fn traced(&mut self) -> (Level, String) {
        let (id, value) = (self.id(), self.expression(Assignment));
        (Call, format!("$({id},{MAY}{value}{MAY})"))
    }

    /// A closure that is called when the generators have been driven.
    fn later(&mut self) -> (Level, String) {
        let here = Here { is_async: false, is_generator: false, ..self.here.clone() };
        let (id, value) = (self.id(), self.at(here, |this| this.expression(Assignment)));
        (Call, format!("later({id}, () =>{MAY}$({id}, {value}))"))
    }

    fn await_expression(&mut self) -> (Level, String) {
        let value = self.expression(Unary);
        (Unary, format!("await{MUST}{value}"))
    }

    pub fn yield_expression(&mut self) -> (Level, String) {
        let text = match self.random.below(5) {
            0 => "yield".to_owned(),
            1 => format!("yield{MAY}*{MAY}{}", self.iterable()),
            // No line break behind the word.
            _ => format!("yield {}", self.expression(Assignment)),
        };
        (Assignment, text)
    }

    /// Something to iterate over, often asynchronously.
    pub fn iterable(&mut self) -> String {
        match self.random.below(6) {
            0 => "list".to_owned(),
            1 => "numbers".to_owned(),
            2 => format!("[{MAY}{}{MAY}]", self.several(0, 2, ",", |w| w.expression(Assignment))),
            3 if !self.es5 => format!("[P({})]", self.expression(Assignment)),
            4 => self.expression(Assignment),
            _ => "'ab'".to_owned(),
        }
    }

    pub fn arguments(&mut self) -> String {
        let between = format!("{MAY},{MAY}");
        let list = self.several(0, 3, &between, |w| {
            let spread = if !w.es5 && w.chance(8) { "..." } else { "" };
            if spread.is_empty() { w.expression(Assignment) } else { format!("...{}", w.iterable()) }
        });
        let comma = if !self.es5 && !list.is_empty() && self.chance(5) { "," } else { "" };
        format!("({MAY}{list}{comma}{MAY})")
    }

    fn call(&mut self) -> (Level, String) {
        let text = match self.random.below(12) {
            0 => {
                let callee = self.expression(Call);
                format!("{callee}{MAY}?.{}", self.arguments())
            }
            1 if !self.evals => {
                return (Member, format!("new{MUST}{}{}", self.callee_of_new(), self.arguments()));
            }
            2 if !self.evals => return (Unary, format!("new{MUST}{}", self.callee_of_new())),
            3 => {
                let arrow = self.arrow_function();
                format!("({arrow}){MAY}{}", self.arguments())
            }
            4 => {
                let function = self.function();
                format!("({function}{})", self.arguments())
            }
            5 if self.generators && self.chance(30) => format!("import({})", self.expression(Assignment)),
            5 => {
                let tag = self.expression(Member);
                return (Member, format!("{tag}`a${{{}}}b`", self.expression(Sequence)));
            }
            6 if self.here.super_call => format!("super{}", self.arguments()),
            7 if self.evals => {
                // In a machine, a variable may go by another name, which an eval does not know.
                let name = if self.generators { "o".to_owned() } else { self.reference() };
                format!("eval('{name}')")
            }
            8 => {
                let object = self.expression(Call);
                format!("{object}{MAY}.{MAY}then{}", self.arguments())
            }
            _ => {
                let callee = self.expression(Call);
                format!("{callee}{MAY}{}", self.arguments())
            }
        };
        (Call, text)
    }

    /// What a `new` asks for an object. None of what stays a constructor, as README says: async functions that a module
    /// declares at its top level, and generator functions that evaluate their parameters or have another thing by their
    /// name. Any name might be one of these, so it is written out where there are such.
    fn callee_of_new(&mut self) -> String {
        if !self.generators && !self.here.module {
            return self.expression(Member);
        }
        match self.random.below(5) {
            0 => self.class_expression(),
            1 => format!("({MAY}{}{MAY})", self.arrow_function()),
            2 => self.pick(&["Base", "o.b", "numbers", "(1, Base)", "$"]).to_owned(),
            _ => self.function_without_parameters(),
        }
    }

    pub fn member(&mut self) -> (Level, String) {
        if self.here.super_property && self.chance(40) {
            return self.super_member();
        }
        let object = self.expression(Call);
        // `1.a` is no member.
        let object = if object.ends_with(|c: char| c.is_ascii_digit()) { format!("({object})") } else { object };
        let name = self.pick(&["a", "length", "await", "async", "then", "name"]);
        let text = match self.random.below(6) {
            0 => format!("{object}{MAY}?.{MAY}{name}"),
            1 => format!("{object}?.{MAY}[{}]", self.expression(Sequence)),
            2 => format!("{object}{MAY}[{MAY}{}{MAY}]", self.expression(Sequence)),
            3 if !self.here.private.is_empty() => {
                let at = self.random.below(self.here.private.len());
                format!("{object}.{}", self.here.private[at].clone())
            }
            _ => format!("{object}{MAY}.{MAY}{name}"),
        };
        (Call, text)
    }

    fn super_member(&mut self) -> (Level, String) {
        let text = match self.random.below(5) {
            0 => format!("super{MAY}[{}]", self.expression(Sequence)),
            // Where it is no function, that is told before the arguments are evaluated.
            1 if self.chance(30) => format!("super.m(1{MAY},{MAY}2)"),
            1 => format!("super.m{MAY}?.{}", self.arguments()),
            2 => return (Member, "super.m`t`".to_owned()),
            3 => return (Assignment, format!("super.a{MAY}={MAY}{}", self.expression(Assignment))),
            _ => format!("super{MAY}.{MAY}m"),
        };
        (Call, text)
    }

    fn literal(&mut self) -> (Level, String) {
        if self.chance(45) {
            let items = self.several(0, 3, ",", |w| match w.random.below(6) {
                0 => String::new(),
                1 => format!("...{}", w.iterable()),
                _ => format!("{MAY}{}", w.expression(Assignment)),
            });
            return (Member, format!("[{items}{MAY}]"));
        }
        let members = self.several(0, 3, &format!(",{MAY}"), Writer::object_member);
        (Member, format!("{{{MAY}{members}{MAY}}}"))
    }

    fn object_member(&mut self) -> String {
        match self.random.below(7) {
            0 => {
                let name = self.reference();
                let is_name = name.chars().all(|c| c.is_ascii_lowercase()) && name != "undefined";
                if is_name { name } else { format!("...{}", self.expression(Assignment)) }
            }
            1 => format!("...{}", self.expression(Assignment)),
            2 | 3 => {
                let key = self.property_key();
                format!("{key}{MAY}:{MAY}{}", self.expression(Assignment))
            }
            4 => {
                let (key, body) = (self.property_key(), self.method_body(false, false));
                format!("get {key}(){body}")
            }
            _ => self.method(),
        }
    }

    pub fn property_key(&mut self) -> String {
        match self.random.below(8) {
            0 => format!("[{MAY}{}{MAY}]", self.expression(Assignment)),
            1 => self.pick(&STRINGS).to_owned(),
            2 => "1e3".to_owned(),
            3 => self.pick(&["async", "await", "get", "set", "static", "yield"]).to_owned(),
            _ => self.pick(&["a", "b", "then", "m"]).to_owned(),
        }
    }

    fn unary(&mut self) -> (Level, String) {
        match self.random.below(8) {
            0 => {
                let target = self.updated();
                let operator = self.pick(&["++", "--"]);
                // No line break before the operator.
                if self.chance(50) {
                    (Update, format!("{target}{operator}"))
                } else {
                    (Unary, format!("{operator}{MAY}{target}"))
                }
            }
            1 => {
                let (_, member) = self.member();
                (Unary, format!("delete{MUST}({member})"))
            }
            2 => (Unary, format!("typeof{MUST}{}", self.expression(Unary))),
            3 => (Unary, format!("void{MUST}{}", self.expression(Unary))),
            _ => {
                let operator = self.pick(&["!", "-", "+", "~"]);
                (Unary, format!("{operator} {}", self.expression(Unary)))
            }
        }
    }

    fn binary(&mut self) -> (Level, String) {
        let operator = self.pick(&[
            "+",
            "-",
            "*",
            "/",
            "%",
            "<",
            ">",
            "<=",
            "==",
            "===",
            "!=",
            "&",
            "|",
            "^",
            "<<",
            ">>>",
            "&&",
            "||",
            "in",
            "instanceof",
            "??",
            "**",
            ",",
        ]);
        match operator {
            "??" => {
                let left = self.expression(Unary);
                (Coalesce, format!("{left}{MAY}??{MAY}{}", self.expression(Unary)))
            }
            "**" => {
                let left = self.expression(Update);
                (Binary, format!("{left}{MAY}**{MAY}{}", self.expression(Unary)))
            }
            "," => {
                let left = self.expression(Assignment);
                (Sequence, format!("{left}{MAY},{MAY}{}", self.expression(Assignment)))
            }
            "in" if !self.here.private.is_empty() && self.chance(50) => {
                let at = self.random.below(self.here.private.len());
                let name = self.here.private[at].clone();
                // Among other operators it wants its own parentheses.
                (Conditional, format!("{name}{MUST}in{MUST}{}", self.expression(Unary)))
            }
            "in" | "instanceof" => {
                let left = self.expression(Unary);
                // An async function that a module declares at its top level has a `prototype`, and so has one with a name
                // of its own and an eval in it.
                let right = match operator == "instanceof" && (self.here.module || self.evals) {
                    true => self.pick(&["Base", "Object", "(1, Base)"]).to_owned(),
                    false => self.expression(Unary),
                };
                (Conditional, format!("{left}{MUST}{operator}{MUST}{right}"))
            }
            _ => {
                let left = self.expression(Unary);
                // `a < !--b` and `a / /b/` read otherwise without the space.
                (Conditional, format!("{left}{MAY}{operator} {}", self.expression(Unary)))
            }
        }
    }

    pub fn conditional(&mut self) -> (Level, String) {
        let test = self.expression(Coalesce);
        let (yes, no) = (self.expression(Assignment), self.expression(Assignment));
        (Conditional, format!("{test}{MAY}?{MAY}{yes}{MAY}:{MAY}{no}"))
    }

    /// Something that can be assigned to.
    pub fn target(&mut self) -> String {
        match self.random.below(4) {
            0 if self.generators && self.here.arguments && !self.here.strict && self.chance(20) => {
                "arguments".to_owned()
            }
            1 => format!("o[{MAY}{}{MAY}]", self.expression(Sequence)),
            _ => self.simple_target(),
        }
    }

    /// Something that can be assigned to, and is just there.
    pub fn simple_target(&mut self) -> String {
        if self.chance(30) {
            return format!("o{MAY}.{MAY}a");
        }
        let name = self.reference();
        // A function expression whose body assigns to its own name stays a plain one.
        if ["undefined", "this", "f", "g"].contains(&name.as_str()) { "o.b".to_owned() } else { name }
    }

    /// Something that is read and assigned to.
    fn updated(&mut self) -> String {
        // V8 makes a property key of `b` twice in `o[b] += c`.
        if self.generators { self.simple_target() } else { self.target() }
    }

    fn assignment(&mut self) -> (Level, String) {
        let text = match self.random.below(10) {
            0 => {
                let pattern = self.array_pattern(false);
                format!("{pattern}{MAY}={MAY}{}", self.iterable())
            }
            1 => {
                let pattern = self.object_pattern(false);
                return (Member, format!("({pattern}{MAY}={MAY}{})", self.expression(Assignment)));
            }
            _ => {
                let operator = self.pick(&["=", "=", "=", "=", "+=", "-=", "??=", "||=", "&&=", "**="]);
                let target = if operator == "=" { self.target() } else { self.updated() };
                format!("{target}{MAY}{operator}{MAY}{}", self.expression(Assignment))
            }
        };
        (Assignment, text)
    }

    fn template(&mut self) -> (Level, String) {
        let parts = self.several(0, 2, "}", |w| format!("${{{MAY}{}{MAY}}}", w.expression(Sequence)));
        (Member, format!("`a\n{parts}`"))
    }

    /// What takes its meaning from the function around.
    fn lexical(&mut self) -> (Level, String) {
        match self.random.below(5) {
            0 if self.here.new_target => (Member, "new.target".to_owned()),
            1 if self.here.arguments => (Member, "arguments".to_owned()),
            2 if self.here.arguments => (Call, format!("arguments[{}]", self.random.below(3))),
            3 if self.here.arguments => (Member, "arguments.length".to_owned()),
            4 if self.here.super_property => self.super_member(),
            _ => (Member, "this".to_owned()),
        }
    }
}
