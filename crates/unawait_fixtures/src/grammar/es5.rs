//! Programs of ES5 but for their generators and async functions, which is what state machines are for: what becomes of
//! them is of ES5.

use super::expressions::Level::{self, *};
use super::writer::{END, Here, MAY, MUST, Writer};

impl Writer {
    pub fn es5_statement(&mut self) -> String {
        match self.random.below(10) {
            0 | 1 => {
                let name = self.var_binding();
                format!("var{MUST}{name}{MAY}={MAY}{}{END}", self.expression(Assignment))
            }
            _ => self.statement(),
        }
    }

    /// A loop; `more` ends it.
    pub fn es5_loop(&mut self) -> String {
        let id = self.id();
        self.in_loop(|this| match this.random.below(5) {
            0 => format!("while{MAY}({MAY}more({id})) {}", this.body_statement()),
            1 => format!("do{MUST}{}while(more({id})){END}", this.block()),
            2 | 3 => {
                let (name, value) = (this.var_binding(), this.expression(Assignment));
                let update = this.expression(Sequence);
                format!("for{MAY}(var {name}{MAY}={MAY}{value};more({id});{MAY}{update}) {}", this.body_statement())
            }
            _ => {
                let head = match this.chance(50) {
                    true => format!("var {}", this.var_binding()),
                    false => this.simple_target(),
                };
                let object = this.expression(Sequence);
                format!("for{MAY}({head}{MUST}in{MUST}{object}) {}", this.body_statement())
            }
        })
    }

    pub fn es5_trying(&mut self) -> String {
        let (block, id) = (self.block(), self.id());
        let catch = self.in_block(|this| {
            let name = this.binding();
            format!("catch{MAY}({name}){MAY}{{ $({id}, {name}); {} }}", this.statements(0, 2))
        });
        self.guarded(&block, &catch)
    }

    pub fn es5_expression(&mut self, level: Level) -> String {
        let (own, text) = match self.random.below(100) {
            0..8 => (Member, self.leaf()),
            8..16 => self.traced(),
            16..22 => (Member, self.function()),
            22..36 if self.here.is_generator => self.yield_expression(),
            22..36 if self.here.is_async => {
                let value = self.expression(Unary);
                (Unary, format!("await{MUST}{value}"))
            }
            36..48 => self.es5_call(),
            48..55 => self.es5_member(),
            55..62 => self.es5_literal(),
            62..70 => self.es5_unary(),
            70..78 => self.es5_binary(),
            78..83 => self.conditional(),
            83..90 => {
                let operator = self.pick(&["=", "=", "=", "+=", "-=", "|="]);
                let target = self.simple_target();
                (Assignment, format!("{target}{MAY}{operator}{MAY}{}", self.expression(Assignment)))
            }
            90..93 if self.here.arguments => {
                let text = self.pick(&["arguments", "arguments.length", "arguments[0]", "[].slice.call(arguments, 1)"]);
                (Call, text.to_owned())
            }
            93..96 => {
                let items = self.several(2, 3, &format!("{MAY},{MAY}"), |w| w.expression(Assignment));
                (Sequence, items)
            }
            _ => (Member, format!("({MAY}{}{MAY})", self.expression(Sequence))),
        };
        if own >= level { text } else { format!("({MAY}{text}{MAY})") }
    }

    fn es5_call(&mut self) -> (Level, String) {
        match self.random.below(8) {
            0 => {
                let (id, call) = (self.id(), self.es5_call().1);
                (Call, format!("drive({id}, {call})"))
            }
            1 => {
                let here = Here { is_async: false, is_generator: false, ..self.here.clone() };
                let (id, value) = (self.id(), self.at(here, |this| this.expression(Assignment)));
                (Call, format!("later({id}, function () {{ return $({id}, {value}) }})"))
            }
            2 => {
                let (function, arguments) = (self.function(), self.arguments());
                (Call, format!("({function}{arguments})"))
            }
            3 if !self.evals => {
                let callee = self.pick(&["Base", "o.b", "numbers", "$"]);
                (Member, format!("new{MUST}{callee}{}", self.arguments()))
            }
            _ => {
                let callee = self.expression(Call);
                (Call, format!("{callee}{MAY}{}", self.arguments()))
            }
        }
    }

    fn es5_member(&mut self) -> (Level, String) {
        let object = self.expression(Call);
        // `1.a` is no member.
        let object = if object.ends_with(|c: char| c.is_ascii_digit()) { format!("({object})") } else { object };
        let text = match self.chance(40) {
            true => format!("{object}{MAY}[{MAY}{}{MAY}]", self.expression(Sequence)),
            false => format!("{object}{MAY}.{MAY}{}", self.pick(&["a", "length", "async", "then", "default"])),
        };
        (Call, text)
    }

    fn es5_literal(&mut self) -> (Level, String) {
        if self.chance(50) {
            let items = self.several(0, 3, ",", |w| w.expression(Assignment));
            return (Member, format!("[{MAY}{items}{MAY}]"));
        }
        let members = self.several(0, 3, &format!(",{MAY}"), |w| {
            let key = w.pick(&["a", "b", "then", "'a b'", "1e3", "if"]);
            match w.random.below(6) {
                0 => format!("get {key}(){}", w.method_body(false, false)),
                1 => format!("{key}{MAY}:{MAY}{}", w.function()),
                _ => format!("{key}{MAY}:{MAY}{}", w.expression(Assignment)),
            }
        });
        (Member, format!("{{{MAY}{members}{MAY}}}"))
    }

    fn es5_unary(&mut self) -> (Level, String) {
        match self.random.below(6) {
            0 => {
                let (target, operator) = (self.simple_target(), self.pick(&["++", "--"]));
                (Update, format!("{target}{operator}"))
            }
            1 => {
                let (_, member) = self.es5_member();
                (Unary, format!("delete{MUST}({member})"))
            }
            _ => {
                let operator = self.pick(&["!", "-", "+", "~", "typeof", "void"]);
                (Unary, format!("{operator} {}", self.expression(Unary)))
            }
        }
    }

    fn es5_binary(&mut self) -> (Level, String) {
        let operator = self.pick(&["+", "-", "*", "/", "<", "==", "===", "!=", "&", "<<", "&&", "||", "in"]);
        let left = self.expression(Unary);
        (
            Conditional,
            format!("{left}{MAY}{}{operator} {}", if operator == "in" { " " } else { "" }, self.expression(Unary)),
        )
    }
}
