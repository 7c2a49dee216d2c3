//! What the writer of a program knows of the place it is at.

use crate::random::Random;

/// White space, a comment, or nothing may stand here.
pub(super) const MAY: &str = "·";
/// White space or a comment must stand here.
pub(super) const MUST: &str = "␣";
/// A statement ends here.
pub(super) const END: &str = "¶";

/// Writes one program: every form of statement and expression, in every kind of function.
pub(super) struct Writer {
    pub random: Random,
    /// How much may still be written: each expression and statement takes one.
    pub left: isize,
    pub here: Here,
    /// Whether there may be a direct `eval`; then there is no `new`: beside an eval, functions stay constructors.
    pub evals: bool,
    /// Whether classes and their members have decorators.
    pub decorators: bool,
    /// Whether it is of ES5, but for generators and async functions.
    pub es5: bool,
    /// Whether it is about generators, which are driven in many ways, rather than about async code.
    pub generators: bool,
    ids: usize,
}

/// What the constructs around allow.
#[derive(Clone, Default)]
pub(super) struct Here {
    pub strict: bool,
    pub module: bool,
    pub is_async: bool,
    pub is_generator: bool,
    /// `return` may stand here.
    pub in_function: bool,
    pub new_target: bool,
    pub arguments: bool,
    pub super_property: bool,
    pub super_call: bool,
    /// `break` and `continue` may stand here.
    pub in_switch: bool,
    pub in_loop: bool,
    /// Within a `with` statement, functions in it included: names are looked up in its object first.
    pub in_with: bool,
    pub labels: Vec<String>,
    pub loop_labels: Vec<String>,
    /// Private names of the classes around.
    pub private: Vec<String>,
    /// Names that are bound around, the innermost last.
    pub names: Vec<String>,
    /// Those of the innermost block.
    pub block: Vec<String>,
}

const COMMON: [&str; 8] = ["a", "b", "c", "d", "e", "x", "y", "z"];
const ODD: [&str; 23] = [
    "f_1",
    "fn_1",
    "a_1",
    "this_1",
    "arguments_1",
    "super_1",
    "yield_1",
    "__awaiter",
    "__settle",
    "_g",
    "callee_1",
    "async",
    "of",
    "get",
    "set",
    "from",
    "as",
    "target",
    "ab\\u0063",
    "\\u{61}sync",
    "π",
    "𝒳",
    "Promise",
];
/// Names in sloppy code only.
pub(super) const SLOPPY: [&str; 6] = ["yield", "let", "static", "await", "arguments", "implements"];

impl Writer {
    pub fn new(seed: u64) -> Self {
        Writer {
            random: Random::new(seed),
            left: 0,
            here: Here::default(),
            evals: false,
            decorators: false,
            es5: false,
            generators: false,
            ids: 0,
        }
    }

    /// Whether to go on; costs one.
    pub fn may_grow(&mut self) -> bool {
        self.left -= 1;
        self.left > 0
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.random.chance(percent)
    }

    pub fn pick<'a>(&mut self, items: &[&'a str]) -> &'a str {
        self.random.pick(items)
    }

    /// A number that stands in one place of the program only.
    pub fn id(&mut self) -> usize {
        self.ids += 1;
        self.ids
    }

    fn name(&mut self) -> String {
        let common = self.chance(85);
        let sloppy = !self.here.strict && self.chance(25);
        let name = match () {
            () if common => self.pick(&COMMON),
            () if sloppy => {
                let name = self.pick(&SLOPPY);
                // Where many functions are generators, most places are within one.
                let taken = (name == "yield" && (self.here.is_generator || self.generators))
                    || (name == "await" && (self.here.is_async || self.here.module));
                if taken { "a" } else { name }
            }
            // A script that has its own global `Promise` leaves none for the helpers.
            // `\u{...}` is newer, and so are letters of other planes.
            () if self.es5 => self.pick(&["f_1", "this_1", "yield_1", "__awaiter", "async", "of", "ab\\u0063", "π"]),
            () if self.here.module => self.pick(&ODD),
            () => self.pick(&ODD[..ODD.len() - 1]),
        };
        name.to_owned()
    }

    /// A name to bind in this block.
    pub fn binding(&mut self) -> String {
        let mut name = self.name();
        if self.here.block.contains(&name) || name == "let" {
            name = format!("n{}", self.id());
        }
        self.here.block.push(name.clone());
        self.here.names.push(name.clone());
        name
    }

    /// A name to bind with `var`.
    pub fn var_binding(&mut self) -> String {
        let name = format!("v{}", self.random.below(6));
        self.here.names.push(name.clone());
        name
    }

    /// A name that is bound, most of the time.
    pub fn reference(&mut self) -> String {
        if self.generators && self.here.in_with {
            // A machine does not know whether a name in a `with` is a constant, or dead yet.
            return self.pick(&["o", "v0", "v1", "v2", "v3", "list", "numbers", "undefined"]).to_owned();
        }
        let count = self.here.names.len();
        if count > 0 && self.chance(85) {
            // The nearer, the likelier.
            let back = self.random.below(count).min(self.random.below(count));
            return self.here.names[count - 1 - back].clone();
        }
        self.pick(&["o", "o", "list", "numbers", "undefined", "absent"]).to_owned()
    }

    /// What `inside` writes where names it binds are not seen further out.
    pub fn in_block<T>(&mut self, inside: impl FnOnce(&mut Self) -> T) -> T {
        let names = self.here.names.len();
        let block = std::mem::take(&mut self.here.block);
        let result = inside(self);
        self.here.names.truncate(names);
        self.here.block = block;
        result
    }

    /// What `inside` writes at another place.
    pub fn at<T>(&mut self, here: Here, inside: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.here, here);
        let result = inside(self);
        self.here = outer;
        result
    }

    /// `least` to `most` of what `item` writes, with `between`.
    pub fn several(
        &mut self,
        least: usize,
        most: usize,
        between: &str,
        mut item: impl FnMut(&mut Self) -> String,
    ) -> String {
        let count = self.random.between(least, most);
        (0..count).map(|_| item(self)).collect::<Vec<_>>().join(between)
    }

    /// Puts something in place of the marks.
    pub fn finish(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() * 2);
        for piece in text.split_inclusive(['·', '␣', '¶']) {
            let mark = piece.chars().next_back().filter(|c| matches!(c, '·' | '␣' | '¶'));
            out += &piece[..piece.len() - mark.map_or(0, char::len_utf8)];
            match mark {
                Some('·') => out += self.trivia(),
                Some('␣') => {
                    let trivia = self.trivia();
                    out += if trivia.is_empty() { " " } else { trivia };
                }
                Some(_) => out += self.pick(&[";", ";\n", ";\n", ";\n", "\n", "\n", " // end\n", ";\r\n", "\n\n"]),
                None => {}
            }
        }
        out
    }

    fn trivia(&mut self) -> &'static str {
        match self.random.below(100) {
            0..80 => "",
            80..90 => " ",
            90..93 => "/* c */",
            93 => "/* async\n await */",
            94 => "// => yield\n",
            95 => "\n",
            96 => "\r\n",
            97 => "\u{2028}",
            98 => "\t",
            _ => "\u{a0}",
        }
    }
}
