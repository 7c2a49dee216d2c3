//! Functions, classes and their parameters.

use super::expressions::Level;
use super::writer::{END, Here, MAY, MUST, SLOPPY, Writer};

impl Writer {
    /// `async function* name(params) { body }`, as an expression.
    pub fn function(&mut self) -> String {
        let name = if self.chance(40) { self.pick(&["f", "g"]).to_owned() } else { String::new() };
        self.function_text(&name)
    }

    pub fn function_text(&mut self, name: &str) -> String {
        self.function_with(name, Self::params_and_body)
    }

    /// `async function* () { body }`
    pub fn function_without_parameters(&mut self) -> String {
        self.function_with("", |this| format!("(){MAY}{}", this.body()))
    }

    fn function_with(&mut self, name: &str, rest: impl FnOnce(&mut Self) -> String) -> String {
        let (is_async, is_generator) = self.kind();
        let word = if is_async { "async function" } else { "function" };
        let star = if is_generator { "*" } else { "" };
        let mut here = self.plain_function(is_async, is_generator);
        if !name.is_empty() {
            here.names.push(name.to_owned());
        }
        let rest = self.at(here, rest);
        format!("{word}{MAY}{star}{MUST}{name}{MAY}{rest}")
    }

    /// Generator functions, each of which is called and driven in several ways.
    pub fn driven(&mut self) -> String {
        let before = self.statements(0, 2);
        let mut text = before;
        for _ in 0..self.random.between(1, 2) {
            let (name, id) = (self.binding(), self.id());
            self.left += self.random.between(10, 40) as isize;
            let here = self.plain_function(false, true);
            let rest = self.at(here, Self::params_and_body);
            let arguments = self.arguments();
            text += &format!("function{MAY}*{MAY}{name}{rest}{MAY}");
            let word = if self.es5 { "var" } else { "let" };
            text += &format!(
                "for ({word} i = 0; i < 6; i++) try {{ drive({id}, {name}{arguments}, i) }} catch (e) {{ $({id}, e) }}{MAY}"
            );
        }
        text
    }

    /// Whether a function is async, and whether it is a generator.
    fn kind(&mut self) -> (bool, bool) {
        match self.random.below(10) {
            0..4 if self.es5 => (false, true),
            4 if self.es5 => (true, false),
            _ if self.es5 => (false, false),
            0..7 if self.generators => (false, true),
            0..5 => (true, false),
            5..7 => (true, true),
            7 => (false, true),
            _ => (false, false),
        }
    }

    /// The inside of a function that has everything of its own.
    fn plain_function(&self, is_async: bool, is_generator: bool) -> Here {
        Here {
            strict: self.here.strict,
            module: self.here.module,
            in_with: self.here.in_with,
            is_async,
            is_generator,
            in_function: true,
            new_target: true,
            arguments: true,
            private: self.here.private.clone(),
            names: self.here.names.clone(),
            ..Here::default()
        }
    }

    fn params_and_body(&mut self) -> String {
        let params = self.params();
        let body = self.body();
        format!("({params}){MAY}{body}")
    }

    /// Parameters; `await` and `yield` are none of theirs.
    fn params(&mut self) -> String {
        let (is_async, is_generator) = (self.here.is_async, self.here.is_generator);
        (self.here.is_async, self.here.is_generator) = (false, false);
        let mut text = self.several(0, 3, &format!("{MAY},{MAY}"), Self::param);
        if !self.es5 && self.chance(8) {
            let separator = if text.is_empty() { "" } else { "," };
            text = format!("{text}{separator}...{}", self.binding());
        } else if !self.es5 && !text.is_empty() && self.chance(5) {
            text += ",";
        }
        (self.here.is_async, self.here.is_generator) = (is_async, is_generator);
        text
    }

    fn param(&mut self) -> String {
        match self.random.below(10) {
            _ if self.es5 => self.binding(),
            0 => self.array_pattern(true),
            1 => self.object_pattern(true),
            2 | 3 => {
                let name = self.binding();
                format!("{name}{MAY}={MAY}{}", self.expression(Level::Assignment))
            }
            _ => self.binding(),
        }
    }

    /// `{ ... }` of a function, which counts its calls first.
    pub fn body(&mut self) -> String {
        let strict = self.here.strict;
        let directive = match self.random.below(100) {
            0..4 if !self.generators => {
                self.here.strict = true;
                format!("'use strict'{END}")
            }
            4..6 => "\"not strict\";".to_owned(),
            _ => String::new(),
        };
        let id = self.id();
        let statements = self.statements(1, 4);
        self.here.strict = strict;
        format!("{{{MAY}{directive}$({id}){END}{statements}{MAY}}}")
    }

    pub fn arrow_function(&mut self) -> String {
        let is_async = self.chance(70);
        let here = Here {
            is_async,
            is_generator: false,
            in_function: true,
            in_loop: false,
            in_switch: false,
            labels: Vec::new(),
            loop_labels: Vec::new(),
            block: Vec::new(),
            ..self.here.clone()
        };
        let rest = self.at(here, |this| {
            let params = match this.chance(25) {
                true => this.binding(),
                false => format!("({})", this.params()),
            };
            let body = if this.chance(50) { this.body() } else { this.concise_body() };
            // No line break before the arrow.
            format!("{params} =>{MAY}{body}")
        });
        if is_async { format!("async {rest}") } else { rest }
    }

    fn concise_body(&mut self) -> String {
        let id = self.id();
        let value = self.expression(Level::Assignment);
        match self.random.below(4) {
            0 if !value.starts_with('{') => value,
            1 => format!("({{{MAY}a: {value}{MAY}}})"),
            _ => format!("$({id}, {value})"),
        }
    }

    /// A key of a class. One that suspends cannot mention the class's own private names: it is evaluated before the class.
    fn class_key(&mut self) -> String {
        if !self.generators {
            return self.property_key();
        }
        let private = std::mem::take(&mut self.here.private);
        let key = self.property_key();
        self.here.private = private;
        key
    }

    /// `async *key(params) { body }` of an object literal.
    pub fn method(&mut self) -> String {
        let (is_async, is_generator) = self.kind();
        let key = self.class_key();
        let here = Here { super_property: true, ..self.plain_function(is_async, is_generator) };
        let rest = self.at(here, Self::params_and_body);
        let star = if is_generator { "*" } else { "" };
        let word = if is_async { "async " } else { "" };
        format!("{word}{star}{MAY}{key}{MAY}{rest}")
    }

    pub fn method_body(&mut self, is_async: bool, is_generator: bool) -> String {
        let here = Here { super_property: true, ..self.plain_function(is_async, is_generator) };
        self.at(here, Self::body)
    }

    pub fn class_expression(&mut self) -> String {
        let name = if self.chance(30) { "C" } else { "" };
        self.class(name)
    }

    pub fn class(&mut self, name: &str) -> String {
        let outer = self.here.clone();
        // What suspends in the head of a class is evaluated before it: as sloppy code, in sloppy code.
        self.here.is_generator &= !self.generators || self.here.strict;
        self.here.strict = true;
        self.here.names.retain(|name| !SLOPPY.contains(&name.as_str()));
        // Babel takes the class's own name there for that within it.
        let names = self.here.names.clone();
        self.here.names.retain(|bound| bound != name);
        let decorators = self.decorated();
        self.here.names = names;
        let derived = self.chance(40);
        let heritage = match derived {
            true => {
                let base = match self.generators && self.chance(40) {
                    // No generator function: a lowered one would pass for a constructor.
                    true => format!("({}, Base)", self.expression(Level::Assignment)),
                    false => self.pick(&["Base", "Base", "null", "(class { m() {} })", "Object"]).to_owned(),
                };
                format!("{MUST}extends {base}")
            }
            false => String::new(),
        };
        let private = self.chance(40).then(|| format!("#p{}", self.id()));
        self.here.private.extend(private.clone());
        let mut members = vec![];
        if let Some(name) = &private {
            members.push(format!("{name} = 1{END}"));
        }
        let mut has_constructor = false;
        for _ in 0..self.random.between(0, 4) {
            if !self.may_grow() {
                break;
            }
            let kind = self.random.below(9);
            // Constructors and static blocks have none.
            let decorators = if matches!(kind, 0 | 3) { String::new() } else { self.decorated() };
            let member = match kind {
                0 if !has_constructor => {
                    has_constructor = true;
                    self.constructor(derived)
                }
                1 | 2 => self.field(),
                3 => format!("static{MAY}{{{}}}", self.initializer(|this| this.statements(0, 2))),
                4 => {
                    let key = self.class_key();
                    format!("static get {key}(){}", self.method_body(false, false))
                }
                _ => {
                    let word = if self.chance(30) { "static " } else { "" };
                    format!("{word}{}", self.method())
                }
            };
            members.push(decorators + &member);
        }
        self.here = outer;
        let between = self.pick(&["", "\n", "\n", ";"]);
        format!("{decorators}class{MUST}{name}{heritage}{MAY}{{{MAY}{}{MAY}}}", members.join(between))
    }

    fn constructor(&mut self, derived: bool) -> String {
        let here = Here { super_property: true, super_call: derived, ..self.plain_function(false, false) };
        let rest = self.at(here, Self::params_and_body);
        let call = if derived && self.chance(70) { "super();" } else { "" };
        let close = rest.rfind('}').unwrap_or(0);
        match self.chance(50) {
            true => format!("constructor{}{call}}}", &rest[..close]),
            false => format!("constructor{}", rest.replacen(&format!("){MAY}{{"), &format!("){MAY}{{{call}"), 1)),
        }
    }

    fn field(&mut self) -> String {
        let word = if self.chance(30) { "static " } else { "" };
        let word = if self.decorators && self.chance(30) { format!("{word}accessor ") } else { word.to_owned() };
        let key = match self.chance(15) {
            true => format!("#f{}", self.id()),
            false => self.class_key(),
        };
        if self.chance(15) {
            return format!("{word}{key}{END}");
        }
        let value = self.initializer(|this| {
            // V8 has `await` reserved in static fields, which the language has not.
            this.here.names.retain(|name| word.is_empty() || name != "await");
            this.expression(Level::Assignment)
        });
        format!("{word}{key}{MAY}={MAY}{value}{END}")
    }

    /// What runs in a class without a function of its own around it.
    fn initializer<T>(&mut self, inside: impl FnOnce(&mut Self) -> T) -> T {
        let here =
            Here { super_property: true, in_function: false, arguments: false, ..self.plain_function(false, false) };
        self.at(here, inside)
    }
}
