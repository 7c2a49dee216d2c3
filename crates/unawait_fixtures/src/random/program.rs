//! Seed to program. What a program calls besides its own functions is in `run.mjs`.
//!
//! A program ends: loops are counted, a function calls only those before it, and what a run costs is bounded.

use std::fmt::Write;

use super::numbers::Random;
use super::text::indented;

/// How many statements a call of a function may run, loops and the functions it calls included.
const MOST_STEPS: usize = 150;

/// The program of a seed, in strict mode if that is odd.
pub fn program(seed: u64) -> String {
    let mut writer =
        Writer { random: Random::new(seed), ids: 0, left: 0, steps: 0, functions: Vec::new(), generators: Vec::new() };
    let mut text = if seed % 2 == 1 { "'use strict';\n".to_owned() } else { String::new() };
    for _ in 0..writer.random.between(3, 6) {
        text += &writer.declaration();
    }
    text += &writer.uses();
    text
}

/// A function that is there to be called.
#[derive(Clone)]
pub(super) struct Callee {
    /// All before the arguments.
    pub(super) name: String,
    pub(super) steps: usize,
    pub(super) delegates: bool,
}

/// Where a statement stands.
#[derive(Clone, Default)]
pub(super) struct Place {
    pub(super) generator: bool,
    /// Whether `super.base(..)` can be called, and `this` is an object.
    pub(super) method: bool,
    /// Whether there are `arguments` of its own.
    pub(super) arguments: bool,
    /// What can be read.
    pub(super) names: Vec<String>,
    /// The labels of the loops around it.
    pub(super) loops: Vec<String>,
    /// How often it runs, at most, in a call.
    pub(super) times: usize,
    pub(super) depth: usize,
}

impl Place {
    pub(super) fn deeper(&self) -> Self {
        Place { depth: self.depth + 1, ..self.clone() }
    }

    pub(super) fn in_loop(&self, label: &str, times: usize, name: &str) -> Self {
        let mut place = self.deeper();
        place.loops.push(label.to_owned());
        place.names.extend((!name.is_empty()).then(|| name.to_owned()));
        place.times *= times;
        place
    }
}

pub(super) struct Writer {
    pub(super) random: Random,
    pub(super) ids: usize,
    /// How many statements more the function at hand may have.
    pub(super) left: usize,
    /// What a call of it costs so far.
    pub(super) steps: usize,
    pub(super) functions: Vec<Callee>,
    pub(super) generators: Vec<Callee>,
}

impl Writer {
    pub(super) fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    pub(super) fn name(&mut self, prefix: &str) -> String {
        format!("{prefix}{}", self.id())
    }

    // Declarations

    pub(super) fn declaration(&mut self) -> String {
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

    pub(super) fn class(&mut self, name: &str, star: &str, place: Place) -> (String, String) {
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
    pub(super) fn function(&mut self, mut place: Place, head: impl FnOnce(&str) -> String) -> String {
        let parameters = self.parameters(&mut place);
        let head = head(&parameters);
        let statements = self.random.between(2, 5);
        format!("{head} {}", self.block(&place, statements))
    }

    pub(super) fn parameters(&mut self, place: &mut Place) -> String {
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

    pub(super) fn uses(&mut self) -> String {
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
    pub(super) fn driving(&mut self, name: &str, delegates: bool) -> String {
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

    pub(super) fn arguments(&mut self) -> String {
        let count = self.random.below(4);
        (0..count).map(|_| self.plain()).collect::<Vec<_>>().join(", ")
    }

    // Values

    pub(super) fn plain(&mut self) -> String {
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
    pub(super) fn fulfilled(&mut self) -> String {
        let value = self.plain();
        if self.random.chance(50) {
            format!("ok({value})")
        } else {
            format!("later({}, {value})", self.random.between(1, 4))
        }
    }

    /// What can be awaited.
    pub(super) fn operand(&mut self) -> String {
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
            _ => format!("{}.finally(function () {{ return log({id}); }})", self.fulfilled()),
        }
    }

    /// An operand, a name that can be read, or a call of a function made before.
    pub(super) fn value(&mut self, place: &Place) -> String {
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
    pub(super) fn call(random: &mut Random, steps: &mut usize, callees: &[Callee], place: &Place) -> Option<String> {
        let callee = callees.get(random.below(callees.len().max(1)))?;
        let cost = callee.steps * place.times;
        (*steps + cost <= MOST_STEPS).then(|| {
            *steps += cost;
            callee.name.clone()
        })
    }

    /// An async iterable.
    pub(super) fn source(&mut self, place: &Place) -> String {
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
    pub(super) fn values(&mut self) -> String {
        let count = self.random.below(4);
        let values: Vec<_> =
            (0..count).map(|_| if self.random.chance(50) { self.plain() } else { self.fulfilled() }).collect();
        format!("[{}]", values.join(", "))
    }

    pub(super) fn list(&mut self) -> String {
        let id = self.id();
        format!("list('list {id}', {})", self.values())
    }
}
