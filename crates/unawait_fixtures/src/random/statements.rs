//! Statements of random programs.

use std::fmt::Write;

use super::program::{Place, Writer};
use super::text::indented;

impl Writer {
    pub(super) fn block(&mut self, place: &Place, statements: usize) -> String {
        let mut text = String::from("{\n");
        for _ in 0..statements {
            if self.left == 0 {
                break;
            }
            self.left -= 1;
            self.steps += place.times;
            text += &indented(&self.statement(place));
            text.push('\n');
        }
        let _ = write!(text, "  log({});\n}}", self.id());
        text
    }

    pub(super) fn statement(&mut self, place: &Place) -> String {
        let id = self.id();
        let compound = place.depth < 3;
        match self.random.below(40) {
            0..6 => format!("log({id}, await {});", self.value(place)),
            6 => format!("await {};", self.value(place)),
            7 => format!("log({id}, [await {}, log({id}), await {}]);", self.value(place), self.value(place)),
            8 => format!("log({id}, (await {}) ?? (await {}));", self.value(place), self.value(place)),
            9 => self.binding(place),
            10 if place.arguments => format!("log({id}, arguments.length, typeof this, await arguments[0]);"),
            11 | 12 if compound => self.inner(place),
            13 => format!("call('inner {id}', async () => log({id}, await {}));", self.value(place)),
            14 => self.leave(place),
            15..20 if compound => self.attempt(place),
            20..24 if compound => self.repeat(place),
            24..29 if compound => self.for_await(place),
            29 if compound => {
                let (test, block) = (self.value(place), self.block(&place.deeper(), 2));
                format!("if (await {test}) {block} else {}", self.block(&place.deeper(), 1))
            }
            30 if compound => {
                let (test, block) = (self.value(place), self.block(&place.deeper(), 1));
                format!(
                    "switch (await {test}) {{\n  case await {id}:\n  default: {}\n}}",
                    indented(&block).trim_start()
                )
            }
            31..34 if place.generator => self.delegate(place),
            _ if place.generator => self.give(place),
            _ => format!("log({id}, await {});", self.value(place)),
        }
    }

    pub(super) fn binding(&mut self, place: &Place) -> String {
        let (id, name) = (self.id(), self.name("c"));
        let (value, other) = (self.value(place), self.value(place));
        match self.random.below(4) {
            0 => format!("const {{ x: {name} = await {value} }} = {{}};\nlog({id}, {name});"),
            1 => format!("let {name} = {id};\n{name} += await {other};\nlog({id}, typeof {name});"),
            2 => format!("const [{name}, ...rest{id}] = [await {value}, await {other}];\nlog({id}, {name}, rest{id});"),
            _ => format!("const {name} = `${{typeof (await {value})}}`;\nlog({id}, {name});"),
        }
    }

    /// A function within: an arrow, which has the `this`, `super` and `arguments` around it, or a generator.
    pub(super) fn inner(&mut self, place: &Place) -> String {
        let (id, name) = (self.id(), self.name("h"));
        let inside = Place { loops: Vec::new(), depth: place.depth + 1, ..place.clone() };
        if self.random.chance(60) {
            let arrow = self.function(Place { generator: false, ..inside }, |head| format!("async ({head}) =>"));
            let again = if self.random.chance(50) { "await " } else { "" };
            return format!("const {name} = {arrow};\nlog({id}, {again}{name}({}));", self.arguments());
        }
        let inside = Place { generator: true, method: false, arguments: true, ..inside };
        let function = self.function(inside, |head| format!("async function* {name}({head})"));
        format!("{function}\n{}", self.driving(&name, function.contains("yield*")).trim_end())
    }

    /// A way out of the function or of a loop, taken or not.
    pub(super) fn leave(&mut self, place: &Place) -> String {
        let id = self.id();
        let value = self.value(place);
        let way = match self.random.below(7) {
            0 => format!("throw fail({id});"),
            1 => format!("return await {value};"),
            2 | 3 => format!("return {value};"),
            _ if place.loops.is_empty() => format!("throw await {value};"),
            _ => {
                let label = &place.loops[self.random.below(place.loops.len())];
                format!("{} {label};", self.random.pick(&["break", "continue"]))
            }
        };
        format!(
            "if ({}) {way}",
            self.random.pick(&["true", "false", "await true", "await ok(false)", "await later(2, 1)"])
        )
    }

    pub(super) fn attempt(&mut self, place: &Place) -> String {
        let (id, inside) = (self.id(), place.deeper());
        let statements = self.random.between(1, 3);
        let mut text = format!("try {}", self.block(&inside, statements));
        let catches = self.random.chance(75);
        if catches {
            let block = self.block(&inside, 1);
            let _ = match self.random.below(3) {
                0 => write!(text, " catch {block}"),
                1 => write!(text, " catch ({{ id: e{id} }}) {block}"),
                _ => write!(text, " catch (e{id}) {{\n  log({id}, e{id});\n{}\n}}", indented(&block)),
            };
        }
        if !catches || self.random.chance(50) {
            let _ = write!(text, " finally {}", self.block(&inside, 2));
        }
        text
    }

    pub(super) fn repeat(&mut self, place: &Place) -> String {
        let (label, name) = (self.name("loop"), self.name("i"));
        let times = self.random.between(1, 3);
        let inside = place.in_loop(&label, times, &name);
        let (id, closures) = (self.id(), self.random.chance(50));
        let body = self.block(&inside, 2);
        let body =
            if closures { format!("{{\n  later{id}.push(() => {name});\n{}\n}}", indented(&body)) } else { body };
        let looped = match self.random.below(6) {
            0 | 1 => format!("for (let {name} = 0; {name} < {times}; {name}++) {body}"),
            2 => format!("for (let {name} = await 0; {name} < (await {times}); {name} += await 1) {body}"),
            3 => format!("for (const {name} of [{}].slice(0, {times})) {body}", self.value(place)),
            4 => format!("for (const {name} in {{ x: await {} }}) {body}", self.value(place)),
            5 => {
                let head = format!("let {name} = 0;\n");
                let (before, behind) = if self.random.chance(50) {
                    (format!("while (await ({name}++ < {times}))"), String::new())
                } else {
                    ("do".to_owned(), format!(" while ((await ++{name}) < {times});"))
                };
                return with_closures(id, closures, &format!("{head}{label}: {before} {body}{behind}"));
            }
            _ => unreachable!(),
        };
        with_closures(id, closures, &format!("{label}: {looped}"))
    }

    pub(super) fn for_await(&mut self, place: &Place) -> String {
        let (label, name, id) = (self.name("loop"), self.name("x"), self.id());
        let iterable = match self.random.below(5) {
            0 => self.values(),
            1 => self.list(),
            _ => self.source(place),
        };
        // What another generator gives is not counted; few give more.
        let inside = place.in_loop(&label, 4, &name);
        let head = if self.random.chance(50) { "const" } else { "let" };
        let body = self.block(&inside, 2);
        format!("{label}: for await ({head} {name} of {iterable}) {{\n  log({id}, {name});\n{}\n}}", indented(&body))
    }

    pub(super) fn give(&mut self, place: &Place) -> String {
        let (id, value) = (self.id(), self.value(place));
        match self.random.below(7) {
            0..3 => format!("log({id}, yield {value});"),
            3 => format!("yield await {value};"),
            4 => format!("log({id}, [yield {value}, await (yield)]);"),
            5 => format!("try {{\n  yield {value};\n}} finally {{\n  log({id}, await {});\n}}", self.value(place)),
            _ => format!(
                "try {{\n  log({id}, yield {value});\n}} catch (e) {{\n  log({id}, e);\n  yield {};\n}}",
                self.value(place)
            ),
        }
    }

    pub(super) fn delegate(&mut self, place: &Place) -> String {
        let id = self.id();
        // No array: its iterator has no `throw`, where engines differ.
        let iterable = if self.random.chance(30) { self.list() } else { self.source(place) };
        format!("log({id}, yield* {iterable});")
    }
}

/// `text`, which fills `later{id}` with closures, and calls of them.
pub(super) fn with_closures(id: usize, closures: bool, text: &str) -> String {
    if closures {
        format!("const later{id} = [];\n{text}\nlog({id}, await Promise.all(later{id}.map(act => act())));")
    } else {
        text.to_owned()
    }
}
