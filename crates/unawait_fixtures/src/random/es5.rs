//! Random programs of ES5 but for their async functions: what state machines are for.

use std::fmt::Write;

use super::numbers::Random;
use super::program::{Callee, Place, Writer};
use super::text::indented;

/// The program of a seed, in strict mode if that is odd. Lowered to state machines, it is of ES5.
pub fn es5_program(seed: u64) -> String {
    let mut writer =
        Writer { random: Random::new(seed), ids: 0, left: 0, steps: 0, functions: Vec::new(), generators: Vec::new() };
    let strict = seed % 2 == 1;
    let mut text = if strict { "'use strict';\n" } else { "" }.to_owned();
    for _ in 0..writer.random.between(3, 6) {
        text += &writer.es5_declaration(strict);
    }
    text += &writer.es5_uses();
    text
}

impl Writer {
    fn es5_declaration(&mut self, strict: bool) -> String {
        // In an expression, an async generator needs a method for its `prototype`, which ES5 has not.
        let form = self.random.below(4);
        let generator = form == 0 && self.random.chance(70);
        let star = if generator { "*" } else { "" };
        let name = self.name(if generator { "g" } else { "f" });
        self.left = self.random.between(4, 14);
        self.steps = 0;
        let place = Place { generator, arguments: true, times: 1, ..Place::default() };
        let (text, callee) = match form {
            0 | 1 => {
                let function = self.es5_function(place, strict, &format!("async function {star}{name}"));
                (format!("{function}\n"), name)
            }
            2 => {
                let own = if self.random.chance(50) { format!(" own{name}") } else { String::new() };
                let function = self.es5_function(place, strict, &format!("async function{own}"));
                (format!("var {name} = {function};\n"), name)
            }
            _ => {
                let function = self.es5_function(place, strict, "async function");
                (
                    format!("var {name} = {{\n  method: {}\n}};\n", indented(&function).trim_start()),
                    format!("{name}.method"),
                )
            }
        };
        let callee = Callee { name: callee, steps: self.steps.max(1), delegates: text.contains("yield*") };
        if generator {
            self.generators.push(callee)
        } else {
            self.functions.push(callee)
        }
        text
    }

    fn es5_function(&mut self, mut place: Place, strict: bool, head: &str) -> String {
        let (a, b) = (self.name("a"), self.name("b"));
        let parameters = match self.random.below(5) {
            0 => Vec::new(),
            1 => vec![a],
            // Twice the same name is for sloppy code alone.
            2 if !strict => vec![a.clone(), b, a],
            _ => vec![a, b],
        };
        place.names.extend(parameters.iter().cloned());
        let statements = self.random.between(2, 5);
        format!("{head}({}) {}", parameters.join(", "), self.es5_block(&place, strict, statements))
    }

    fn es5_block(&mut self, place: &Place, strict: bool, statements: usize) -> String {
        let mut text = String::from("{\n");
        for _ in 0..statements {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            self.steps += place.times;
            text += &indented(&self.es5_statement(place, strict));
            text.push('\n');
        }
        let _ = write!(text, "  log({});\n}}", self.id());
        text
    }

    fn es5_statement(&mut self, place: &Place, strict: bool) -> String {
        let (id, name) = (self.id(), self.name("c"));
        let compound = place.depth < 3;
        let (value, other) = (self.value(place), self.value(place));
        match self.random.below(32) {
            0..3 => format!("log({id}, await {value});"),
            3 => format!("var {name} = await {value};\nlog({id}, {name}, typeof (await {other}));"),
            4 => format!("var {name} = {id};\n{name} += await {value};\nlog({id}, typeof {name});"),
            5 => format!(
                "var {name} = {{ x: {id}, y: await {value} }};\n{name}[await 'x'] = await {other};\nlog({id}, {name});"
            ),
            6 => format!("log({id}, (await {value}) && (await {other}), (await {other}) ? 1 : await 2);"),
            7 => format!("log({id}, [log({id}), await {value}, log({id})], (log({id}), await {other}));"),
            8 => format!("log({id}, new Array(await {value}, {id}).length, !await {other});"),
            9 => format!("log({id}, [].slice.call(arguments), arguments.length, typeof this);"),
            10 => format!("await {value};\nlog({id}, show(arguments), arguments[0]);"),
            11 if !strict => format!("log({id}, calleeOf(arguments).length, typeof calleeOf(arguments));"),
            12 => {
                // A loop's variable keeps its count.
                let parameter = place.names.iter().find(|name| !name.starts_with('i'));
                let parameter = parameter.map_or("this.x", |name| name);
                format!("{parameter} = await {value};\nlog({id}, {parameter}, [].slice.call(arguments));")
            }
            13 if compound => {
                let inside = Place { loops: Vec::new(), generator: false, depth: place.depth + 1, ..place.clone() };
                let function = self.es5_function(inside, strict, "async function");
                format!("var {name} = {function};\nlog({id}, await {name}({}));", self.arguments())
            }
            14 => format!("call('inner {id}', async function () {{ return log({id}, await {value}); }});"),
            15 => self.es5_leave(place, &value),
            16..20 if compound => self.es5_attempt(place, strict),
            20..24 if compound => self.es5_loop(place, strict),
            24 if compound => {
                let block = self.es5_block(&place.deeper(), strict, 2);
                format!("if (await {value}) {block} else {}", self.es5_block(&place.deeper(), strict, 1))
            }
            25 if compound => {
                let block = self.es5_block(&place.deeper(), strict, 1);
                let end = if self.random.chance(50) { " break;" } else { "" };
                format!(
                    "switch (await {value}) {{\n  case await {id}:{end}\n  default: {}\n  case 0: log({id});\n}}",
                    indented(&block).trim_start()
                )
            }
            26 if compound && !strict => {
                format!("with ({{ {name}: {id} }}) {{\n  log({id}, {name}, await {value});\n}}")
            }
            27 if place.generator => format!("log({id}, yield* {});", self.list()),
            _ if place.generator => format!("log({id}, yield {value});"),
            _ => format!("log({id}, await {value});"),
        }
    }

    fn es5_leave(&mut self, place: &Place, value: &str) -> String {
        let way = match self.random.below(5) {
            0 => format!("throw fail({});", self.id()),
            1 => format!("return await {value};"),
            2 => format!("return {value};"),
            _ if place.loops.is_empty() => format!("throw await {value};"),
            _ => {
                let label = &place.loops[self.random.below(place.loops.len())];
                format!("{} {label};", self.random.pick(&["break", "continue"]))
            }
        };
        format!("if ({}) {way}", self.random.pick(&["true", "false", "await true", "await ok(false)"]))
    }

    fn es5_attempt(&mut self, place: &Place, strict: bool) -> String {
        let (id, inside) = (self.id(), place.deeper());
        let statements = self.random.between(1, 3);
        let mut text = format!("try {}", self.es5_block(&inside, strict, statements));
        let catches = self.random.chance(75);
        if catches {
            let block = self.es5_block(&inside, strict, 1);
            let _ = write!(text, " catch (e{id}) {{\n  log({id}, e{id});\n{}\n}}", indented(&block));
        }
        if !catches || self.random.chance(50) {
            let _ = write!(text, " finally {}", self.es5_block(&inside, strict, 2));
        }
        text
    }

    fn es5_loop(&mut self, place: &Place, strict: bool) -> String {
        let (label, name, later) = (self.name("loop"), self.name("i"), self.name("later"));
        let times = self.random.between(1, 3);
        let inside = place.in_loop(&label, times, &name);
        let (id, body) = (self.id(), self.es5_block(&inside, strict, 2));
        let body = format!("{{\n  {later}.push(function () {{ return {name}; }});\n{}\n}}", indented(&body));
        let looped = match self.random.below(5) {
            0 => format!("for (var {name} = 0; {name} < {times}; {name}++) {body}"),
            1 => format!("for (var {name} = await 0; {name} < (await {times}); {name} += await 1) {body}"),
            2 => format!("for (var {name} in {{ x: await {}, y: 1 }}) {body}", self.value(place)),
            3 => format!("while (await ({name}++ < {times})) {body}"),
            _ => format!("do {body} while ((await ++{name}) < {times});"),
        };
        let calls = format!("log({id}, {later}.map(function (act) {{ return act(); }}));");
        format!("var {later} = [], {name} = 0;\n{label}: {looped}\n{calls}")
    }

    fn es5_uses(&mut self) -> String {
        let mut text = "function show(list) { return [].join.call(list, '-'); }\n".to_owned();
        text += "function calleeOf(list) { return list.callee; }\n";
        for callee in self.functions.clone() {
            let (id, arguments) = (self.id(), self.arguments());
            let _ = writeln!(text, "call('call {id}', function () {{ return {}({arguments}); }});", callee.name);
        }
        for callee in self.generators.clone() {
            let (id, arguments) = (self.id(), self.arguments());
            let _ = writeln!(text, "drive('drive {id}', function () {{ return {}({arguments}); }}, [", callee.name);
            for _ in 0..self.random.between(2, 7) {
                let method = self.random.pick(&["next", "next", "next", "next", "return", "throw"]);
                // Engines differ in `return(rejected)` while the generator delegates.
                let value = if method == "return" && callee.delegates { self.fulfilled() } else { self.plain() };
                let _ = writeln!(text, "  function (it) {{ return it['{method}']({value}); }},");
            }
            let _ = writeln!(text, "], {});", self.random.chance(50));
        }
        text
    }
}
