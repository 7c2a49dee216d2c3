//! Seed to program. What a program calls besides its own functions is in `run.mjs`.
//!
//! A program ends: loops are counted, a function calls only those before it, and what a run costs is bounded.

use std::fmt::Write;

/// How many statements a call of a function may run, loops and the functions it calls included.
const MOST_STEPS: usize = 150;

/// The program of a seed, in strict mode if that is odd.
pub fn program(seed: u64) -> String {
    let mut writer =
        Writer { random: Random(seed), ids: 0, left: 0, steps: 0, functions: Vec::new(), generators: Vec::new() };
    let mut text = if seed % 2 == 1 { "'use strict';\n".to_owned() } else { String::new() };
    for _ in 0..writer.random.between(3, 6) {
        text += &writer.declaration();
    }
    text += &writer.uses();
    text
}

/// `SplitMix64`.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn between(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True `percent` times of a hundred.
    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}

/// A function that is there to be called.
#[derive(Clone)]
struct Callee {
    /// All before the arguments.
    name: String,
    steps: usize,
    delegates: bool,
}

/// Where a statement stands.
#[derive(Clone, Default)]
struct Place {
    generator: bool,
    /// Whether `super.base(..)` can be called, and `this` is an object.
    method: bool,
    /// Whether there are `arguments` of its own.
    arguments: bool,
    /// What can be read.
    names: Vec<String>,
    /// The labels of the loops around it.
    loops: Vec<String>,
    /// How often it runs, at most, in a call.
    times: usize,
    depth: usize,
}

impl Place {
    fn deeper(&self) -> Self {
        Place { depth: self.depth + 1, ..self.clone() }
    }

    fn in_loop(&self, label: &str, times: usize, name: &str) -> Self {
        let mut place = self.deeper();
        place.loops.push(label.to_owned());
        place.names.extend((!name.is_empty()).then(|| name.to_owned()));
        place.times *= times;
        place
    }
}

struct Writer {
    random: Random,
    ids: usize,
    /// How many statements more the function at hand may have.
    left: usize,
    /// What a call of it costs so far.
    steps: usize,
    functions: Vec<Callee>,
    generators: Vec<Callee>,
}

impl Writer {
    fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    fn name(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.id())
    }

    // Declarations

    fn declaration(&mut self) -> String {
        let generator = self.random.chance(45);
        let name = self.name(if generator { "g" } else { "f" });
        let star = if generator { "*" } else { "" };
        self.left = self.random.between(4, 14);
        self.steps = 0;
        let place = Place { generator, arguments: true, times: 1, ..Place::default() };
        let (text, callee) = match self.random.below(8) {
            0 if !generator => {
                let function = self.function(Place { arguments: false, ..place }, |head| format!("async ({head}) =>"));
                (format!("const {name} = {function};\n"), name)
            }
            1 | 2 => {
                let function = self.function(place, |head| format!("async {star}method({head})"));
                (format!("const {name} = {{\n{}\n}};\n", indented(&function)), format!("{name}.method"))
            }
            3 | 4 => self.class(&name, star, place),
            5 => {
                let function = self.function(place, |head| format!("async function {star}({head})"));
                (format!("const {name} = {function};\n"), name)
            }
            _ => {
                let function = self.function(place, |head| format!("async function {star}{name}({head})"));
                (format!("{function}\n"), name)
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

    fn class(&mut self, name: &str, star: &str, place: Place) -> (String, String) {
        let (key, fixed) = match self.random.below(3) {
            0 => ("static method", true),
            1 => ("['meth' + 'od']", false),
            _ => ("method", false),
        };
        let (modifier, key) = key.strip_prefix("static ").map_or(("", key), |key| ("static ", key));
        let place = Place { method: true, ..place };
        let function = self.function(place, |head| format!("{modifier}async {star}{key}({head})"));
        let bases = [modifier; 2].map(|modifier| (modifier, self.id()));
        let mut text = format!("class {name}Base {{\n");
        let _ = writeln!(
            text,
            "  {}async base(a) {{\n    log({}, a, await a);\n    return a;\n  }}",
            bases[0].0, bases[0].1
        );
        let _ = writeln!(text, "  {}get kind() {{\n    return {};\n  }}\n}}", bases[1].0, bases[1].1);
        let _ = writeln!(text, "class {name} extends {name}Base {{\n{}\n}}", indented(&function));
        let callee = if fixed { format!("{name}.method") } else { format!("new {name}().method") };
        (text, callee)
    }

    /// A function whose head is made from its parameters.
    fn function(&mut self, mut place: Place, head: impl FnOnce(&str) -> String) -> String {
        let parameters = self.parameters(&mut place);
        let head = head(&parameters);
        let statements = self.random.between(2, 5);
        format!("{head} {}", self.block(&place, statements))
    }

    fn parameters(&mut self, place: &mut Place) -> String {
        let (a, b) = (self.name("a"), self.name("b"));
        let id = self.id();
        let text = match self.random.below(10) {
            0 | 1 => return String::new(),
            2 => format!("{a} = log({id}, 'default'), {b} = {a}"),
            3 => format!("{a}, {b} = boom({id})"),
            4 => format!("{{ {a} = log({id}), {b} }} = {{}}"),
            5 => format!("[{a}, {b} = {a}] = [{id}]"),
            6 => format!("{a}, ...{b}"),
            7 => format!("{a}, {b} = () => {a}"),
            _ => format!("{a}, {b}"),
        };
        place.names.extend([a, b]);
        text
    }

    // What is called in the end

    fn uses(&mut self) -> String {
        let mut text = String::new();
        for callee in self.functions.clone() {
            let id = self.id();
            let arguments = self.arguments();
            let _ = writeln!(text, "call('call {id}', () => {}({arguments}));", callee.name);
        }
        for callee in self.generators.clone() {
            for _ in 0..self.random.between(1, 2) {
                text += &self.driving(&callee.name, callee.delegates);
            }
        }
        text
    }

    /// Calls of a generator's methods. One that delegates gets no `return(rejected)`: engines differ there.
    fn driving(&mut self, name: &str, delegates: bool) -> String {
        let id = self.id();
        let arguments = self.arguments();
        let mut text = format!("drive('drive {id}', () => {name}({arguments}), [\n");
        for _ in 0..self.random.between(2, 7) {
            let method = self.random.pick(&["next", "next", "next", "next", "next", "return", "throw"]);
            let value = match method {
                "return" if delegates => self.fulfilled(),
                "return" => self.operand(),
                _ => self.plain(),
            };
            let value = if self.random.chance(70) { value } else { String::new() };
            let _ = writeln!(text, "  it => it.{method}({value}),");
        }
        let _ = writeln!(text, "], {});", self.random.chance(50));
        text
    }

    fn arguments(&mut self) -> String {
        let count = self.random.below(4);
        (0..count).map(|_| self.plain()).collect::<Vec<_>>().join(", ")
    }

    // Values

    fn plain(&mut self) -> String {
        let id = self.id();
        match self.random.below(8) {
            0 => "undefined".to_owned(),
            1 => "null".to_owned(),
            2 => format!("'v{id}'"),
            3 => format!("[{id}]"),
            4 => format!("{{ x: {id} }}"),
            _ => id.to_string(),
        }
    }

    /// A promise that is fulfilled, or will be.
    fn fulfilled(&mut self) -> String {
        let value = self.plain();
        if self.random.chance(50) {
            format!("ok({value})")
        } else {
            format!("later({}, {value})", self.random.between(1, 4))
        }
    }

    /// What can be awaited.
    fn operand(&mut self) -> String {
        let id = self.id();
        match self.random.below(20) {
            0..4 => self.plain(),
            4..9 => self.fulfilled(),
            9 | 10 => format!("no({id})"),
            11 => format!("laterNo({}, {id})", self.random.between(1, 3)),
            12..15 => {
                const MANNERS: [&str; 9] = [
                    "at once",
                    "late",
                    "rejects",
                    "throws",
                    "never twice",
                    "nested",
                    "throws late",
                    "getter throws",
                    "no function",
                ];
                let manner = self.random.pick(&MANNERS);
                format!("thenable('thenable {id}', '{manner}', {id})")
            }
            15 => format!("special({id})"),
            16 => format!("specialNo({id})"),
            17 => format!("overridden('overridden {id}', {id})"),
            18 => {
                let (a, b) = (self.fulfilled(), self.fulfilled());
                format!("Promise.{}([{a}, {b}])", self.random.pick(&["all", "race", "allSettled"]))
            }
            _ => format!("{}.finally(() => log({id}))", self.fulfilled()),
        }
    }

    /// An operand, a name that can be read, or a call of a function made before.
    fn value(&mut self, place: &Place) -> String {
        if !place.names.is_empty() && self.random.chance(15) {
            return place.names[self.random.below(place.names.len())].clone();
        }
        if place.method && self.random.chance(25) {
            let value = self.plain();
            return if self.random.chance(70) { format!("super.base({value})") } else { "super.kind".to_owned() };
        }
        if self.random.chance(30)
            && let Some(call) = Self::call(&mut self.random, &mut self.steps, &self.functions, place)
        {
            return format!("{call}({})", self.arguments());
        }
        self.operand()
    }

    /// The name of one of `callees`, if it can be afforded.
    fn call(random: &mut Random, steps: &mut usize, callees: &[Callee], place: &Place) -> Option<String> {
        let callee = callees.get(random.below(callees.len().max(1)))?;
        let cost = callee.steps * place.times;
        (*steps + cost <= MOST_STEPS).then(|| {
            *steps += cost;
            callee.name.clone()
        })
    }

    /// An async iterable.
    fn source(&mut self, place: &Place) -> String {
        const NEXTS: [&str; 12] = [
            "promise",
            "promise",
            "promise",
            "plain",
            "plain",
            "late",
            "late",
            "thenable",
            "rejects",
            "primitive",
            "promise of primitive",
            "throws",
        ];
        const CLOSINGS: [&str; 9] = [
            "promise",
            "plain",
            "late",
            "thenable",
            "rejects",
            "primitive",
            "promise of primitive",
            "goes on",
            "throws",
        ];
        if self.random.chance(50)
            && let Some(call) = Self::call(&mut self.random, &mut self.steps, &self.generators, place)
        {
            return format!("{call}({})", self.arguments());
        }
        let id = self.id();
        let count = self.random.below(4);
        let nexts: Vec<_> = (0..count).map(|_| format!("'{}'", self.random.pick(&NEXTS))).collect();
        let mut text = format!("source('source {id}', [{}]", nexts.join(", "));
        for _ in 0..2 {
            let closing = if self.random.chance(70) { self.random.pick(&CLOSINGS) } else { "" };
            let _ = write!(text, ", '{closing}'");
        }
        text + ")"
    }

    /// Values for a sync iterable. None rejects: engines differ in whether that closes the iterator.
    fn values(&mut self) -> String {
        let count = self.random.below(4);
        let values: Vec<_> =
            (0..count).map(|_| if self.random.chance(50) { self.plain() } else { self.fulfilled() }).collect();
        format!("[{}]", values.join(", "))
    }

    fn list(&mut self) -> String {
        let id = self.id();
        format!("list('list {id}', {})", self.values())
    }

    // Statements

    fn block(&mut self, place: &Place, statements: usize) -> String {
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

    fn statement(&mut self, place: &Place) -> String {
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

    fn binding(&mut self, place: &Place) -> String {
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
    fn inner(&mut self, place: &Place) -> String {
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
    fn leave(&mut self, place: &Place) -> String {
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

    fn attempt(&mut self, place: &Place) -> String {
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

    fn repeat(&mut self, place: &Place) -> String {
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

    fn for_await(&mut self, place: &Place) -> String {
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

    fn give(&mut self, place: &Place) -> String {
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

    fn delegate(&mut self, place: &Place) -> String {
        let id = self.id();
        // No array: its iterator has no `throw`, where engines differ.
        let iterable = if self.random.chance(30) { self.list() } else { self.source(place) };
        format!("log({id}, yield* {iterable});")
    }
}

/// `text`, which fills `later{id}` with closures, and calls of them.
fn with_closures(id: usize, closures: bool, text: &str) -> String {
    if closures {
        format!("const later{id} = [];\n{text}\nlog({id}, await Promise.all(later{id}.map(act => act())));")
    } else {
        text.to_owned()
    }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
