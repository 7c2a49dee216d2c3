//! Statements and declarations.

use super::expressions::Level;
use super::writer::{END, Here, MAY, MUST, Writer};

impl Writer {
    pub fn statements(&mut self, least: usize, most: usize) -> String {
        self.several(least, most, MAY, Self::statement_or_declaration)
    }

    fn statement_or_declaration(&mut self) -> String {
        if !self.may_grow() {
            return format!("$({}){END}", self.id());
        }
        if self.es5 {
            return self.es5_statement();
        }
        match self.random.below(100) {
            0..12 => self.variables(),
            // A lowered one in a `with` is assigned to the object's property of the name.
            12..26 if !(self.generators && self.here.in_with) => {
                let name = self.binding();
                format!("{}{MAY}", self.function_text(&name))
            }
            26..30 => {
                let name = self.binding();
                format!("{}{MAY}", self.class(&name))
            }
            _ => self.statement(),
        }
    }

    pub fn variables(&mut self) -> String {
        let word = self.pick(&["var", "let", "const", "let", "const"]);
        let declared = self.several(1, 2, &format!("{MAY},{MAY}"), |w| {
            if w.generators && word != "var" && w.chance(15) {
                // The name is dead in its value.
                let name = w.binding();
                return format!("{name}{MAY}={MAY}{}", w.expression(Level::Assignment));
            }
            let value = w.expression(Level::Assignment);
            match w.random.below(8) {
                0 if word != "var" => format!("{}{MAY}={MAY}{}", w.array_pattern(true), w.iterable()),
                1 if word != "var" => format!("{}{MAY}={MAY}{value}", w.object_pattern(true)),
                2 if word == "let" => w.binding(),
                _ if word == "var" => format!("{}{MAY}={MAY}{value}", w.var_binding()),
                _ => format!("{}{MAY}={MAY}{value}", w.binding()),
            }
        });
        format!("{word}{MUST}{declared}{END}")
    }

    pub fn statement(&mut self) -> String {
        match self.random.below(100) {
            0..6 => {
                let test = self.expression(Level::Sequence);
                let yes = self.body_statement();
                match self.chance(50) {
                    true => format!("if{MAY}({MAY}{test}{MAY}){MAY}{yes}{MAY}else{MUST}{}", self.body_statement()),
                    false => format!("if{MAY}({test}){yes}"),
                }
            }
            6..20 if self.es5 => self.es5_loop(),
            6..20 => self.looping(),
            20..32 if self.es5 => self.es5_trying(),
            20..32 => self.trying(),
            32..36 => self.switch(),
            36..40 => self.labelled(),
            40..46 => self.jump(),
            46..56 if self.here.in_function => {
                // No line break behind the word.
                match self.random.below(5) {
                    0 => format!("return{END}"),
                    1 => format!("return({}){END}", self.expression(Level::Sequence)),
                    _ => format!("return {}{END}", self.expression(Level::Sequence)),
                }
            }
            56..60 => self.block(),
            60 => format!("throw {}{END}", self.expression(Level::Sequence)),
            61 => ";".to_owned(),
            62 => format!("debugger{END}"),
            63..66 if !self.here.strict => {
                let object = self.pick(&["o", "{ a: 1 }", "{}"]);
                let around = std::mem::replace(&mut self.here.in_with, true);
                let body = self.body_statement();
                self.here.in_with = around;
                format!("with{MAY}({object}){MAY}{body}")
            }
            66..72 => format!("$({}, {}){END}", self.id(), self.expression(Level::Assignment)),
            _ => format!("{}{END}", self.statement_expression()),
        }
    }

    pub fn block(&mut self) -> String {
        let statements = self.in_block(|this| this.statements(0, 3));
        format!("{{{MAY}{statements}{MAY}}}")
    }

    /// The body of an `if` or a loop, with or without braces.
    pub fn body_statement(&mut self) -> String {
        if self.chance(60) || !self.may_grow() { self.block() } else { self.in_block(Self::statement) }
    }

    pub fn in_loop(&mut self, inside: impl FnOnce(&mut Self) -> String) -> String {
        let (in_loop, in_switch) = (self.here.in_loop, self.here.in_switch);
        (self.here.in_loop, self.here.in_switch) = (true, false);
        let text = inside(self);
        (self.here.in_loop, self.here.in_switch) = (in_loop, in_switch);
        text
    }

    /// A loop; `$` ends the program if it is called too often.
    fn looping(&mut self) -> String {
        let id = self.id();
        self.in_loop(|this| {
            this.in_block(|this| match this.random.below(8) {
                0 => format!("while{MAY}({MAY}more({id})) {}", this.body_statement()),
                1 => format!("do{MUST}{}while(more({id})){END}", this.block()),
                2 => {
                    let first = if this.chance(70) { this.variables() } else { ";".to_owned() };
                    let first = first.replace(END, ";");
                    let update = this.expression(Level::Sequence);
                    format!("for{MAY}({MAY}{first}{MAY}more({id});{MAY}{update}) {}", this.body_statement())
                }
                3 => {
                    let head = this.head();
                    let object = this.expression(Level::Sequence);
                    format!("for{MAY}({head}{MUST}in{MUST}{object}) {}", this.body_statement())
                }
                kind => {
                    let is_await = this.here.is_async && kind > 4;
                    let word = if is_await { format!("for{MUST}await") } else { "for".to_owned() };
                    let head = this.head();
                    let values = this.iterable();
                    let head = if head == "async" || head == "let" { "o.a".to_owned() } else { head };
                    format!("{word}{MAY}({MAY}{head}{MUST}of{MUST}{values}{MAY}){MAY}{}", this.body_statement())
                }
            })
        })
    }

    /// What stands before `in` or `of`.
    fn head(&mut self) -> String {
        match self.random.below(8) {
            0 => self.target(),
            1 => format!("var {}", self.var_binding()),
            2 => {
                let word = self.pick(&["let", "const"]);
                format!("{word}{MAY}{}", self.array_pattern(true))
            }
            3 => {
                let word = self.pick(&["let", "const"]);
                format!("{word}{MAY}{}", self.object_pattern(true))
            }
            4 => self.array_pattern(false),
            _ => {
                let word = self.pick(&["let", "const"]);
                format!("{word} {}", self.binding())
            }
        }
    }

    fn trying(&mut self) -> String {
        let block = self.block();
        let id = self.id();
        let catch = self.in_block(|this| match this.random.below(5) {
            0 => format!("catch{MAY}{{ $({id}); {} }}", this.statements(0, 2)),
            1 => {
                let pattern = this.object_pattern(true);
                format!("catch{MAY}({pattern}) {{ $({id}); {} }}", this.statements(0, 2))
            }
            _ => {
                let name = this.binding();
                format!("catch{MAY}({name}){MAY}{{ $({id}, {name}); {} }}", this.statements(0, 2))
            }
        });
        self.guarded(&block, &catch)
    }

    /// A `try` around `block` with `catch`, with a `finally`, or with both.
    pub fn guarded(&mut self, block: &str, catch: &str) -> String {
        match self.random.below(4) {
            0 => format!("try{MAY}{block}{MAY}finally{MAY}{}", self.block()),
            1 => format!("try{MAY}{block}{MAY}{catch}{MAY}finally{MAY}{}", self.block()),
            _ => format!("try{MAY}{block}{MAY}{catch}"),
        }
    }

    fn switch(&mut self) -> String {
        let value = self.expression(Level::Sequence);
        let in_switch = std::mem::replace(&mut self.here.in_switch, true);
        let cases = self.in_block(|this| {
            this.several(0, 3, MAY, |w| {
                let test = w.expression(Level::Sequence);
                format!("case{MUST}{test}{MAY}:{MAY}{}", w.statements(0, 2))
            })
        });
        self.here.in_switch = in_switch;
        format!("switch{MAY}({value}){MAY}{{{cases}{MAY}}}")
    }

    fn labelled(&mut self) -> String {
        let name = format!("l{}", self.id());
        let is_loop = self.chance(60);
        self.here.labels.push(name.clone());
        let statement = match is_loop {
            true => {
                self.here.loop_labels.push(name.clone());
                let text = if self.es5 { self.es5_loop() } else { self.looping() };
                self.here.loop_labels.pop();
                text
            }
            false => self.block(),
        };
        self.here.labels.pop();
        format!("{name}{MAY}:{MAY}{statement}")
    }

    fn jump(&mut self) -> String {
        let Here { in_loop, in_switch, labels, loop_labels, .. } = &self.here;
        let mut jumps = Vec::new();
        if *in_loop {
            jumps.extend(["break".to_owned(), "continue".to_owned()]);
        }
        if *in_switch {
            jumps.push("break".to_owned());
        }
        jumps.extend(labels.iter().map(|label| format!("break {label}")));
        jumps.extend(loop_labels.iter().map(|label| format!("continue {label}")));
        if jumps.is_empty() {
            return format!("{}{END}", self.statement_expression());
        }
        let at = self.random.below(jumps.len());
        let test = self.expression(Level::Sequence);
        format!("if{MAY}({test}) {}{END}", jumps.swap_remove(at))
    }
}
