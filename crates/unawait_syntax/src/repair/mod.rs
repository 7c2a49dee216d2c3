//! Valid syntax that the pinned parser refuses. Where it stumbles, the text that it reads is changed a little so that it
//! can go on (`rules`, one function per kind); the tree that it makes in the end is put right (`restore`): positions are
//! those of the source, and it says what the source does. What the parser takes is never touched.
//!
//! `PARSER.md` has these kinds in the form of reports to the parser's authors.

mod change;
mod restore;
mod rules;

use std::ops::Range;

use rustc_hash::FxHashMap;

use swc_ecma_ast::Program;
use swc_ecma_parser::error::SyntaxError;
use unawait_text::Edits;

use change::{Change, Repair, Restore};

/// How many places are repaired: each costs time for every node of the tree.
const REPAIRS: usize = 1_000;

/// The changes made to one source text so far.
#[derive(Debug, Default)]
pub(crate) struct Repairs {
    repairs: Vec<Repair>,
    /// All their changes, in the order of the text.
    changes: Vec<Change>,
}

impl Repairs {
    /// Whether nothing is changed.
    pub(crate) fn is_empty(&self) -> bool {
        self.repairs.is_empty()
    }

    /// Finds out what would help against an error at `at`, and remembers it.
    pub(crate) fn add(&mut self, source: &str, error: &SyntaxError, at: &Range<usize>) -> bool {
        let error = match error {
            SyntaxError::WithLabel { inner, .. } => inner.kind(),
            error => error,
        };
        if self.repairs.len() == REPAIRS || source.get(at.clone()).is_none() {
            return false;
        }
        let is_apart = |change: &Change| self.changes.iter().all(|made| are_apart(&made.range, &change.range));
        let is_new = |repair: &Repair| repair.changes.iter().all(is_apart);
        let found = rules::RULES.iter().filter_map(|rule| rule(source, error, at)).find(is_new);
        let found = found.or_else(|| rules::places(source, at.start).find(is_new));
        let found = found.or_else(|| rules::two_type_parameter_lists(source, at).filter(is_new));
        let Some(repair) = found else { return false };
        self.changes.extend(repair.changes.iter().cloned());
        self.changes.sort_by_key(|change| change.range.start);
        self.repairs.push(repair);
        true
    }

    /// The text for the parser.
    pub(crate) fn apply(&self, source: &str) -> String {
        let mut edits = Edits::default();
        for Change { range, text } in &self.changes {
            match range.is_empty() {
                true => edits.insert(range.start, *text),
                false => edits.replace(range.clone(), *text),
            }
        }
        edits.splice(source)
    }

    /// The place in the source of an offset into the parser's text.
    pub(crate) fn original(&self, offset: usize) -> usize {
        let (mut added, mut removed) = (0, 0);
        for Change { range, text } in &self.changes {
            let start = range.start + added - removed;
            if offset <= start {
                break;
            }
            if offset < start + text.len() {
                return (range.start + (offset - start)).min(range.end);
            }
            added += text.len();
            removed += range.len();
        }
        offset + removed - added
    }

    /// Makes of the parser's tree the source's; false if the source was invalid after all.
    pub(crate) fn restore(&self, program: &mut Program) -> bool {
        self.is_empty() || restore::restore(&self.repairs, &|offset| self.original(offset), program)
    }

    /// `using` and `await using` in the heads of `for` loops, which the tree has as `const`, by where they begin.
    pub(crate) fn usings(&self) -> FxHashMap<usize, Range<usize>> {
        let using = |repair: &Repair| match &repair.restore {
            Restore::Using(words) => Some((words.start, words.clone())),
            _ => None,
        };
        self.repairs.iter().filter_map(using).collect()
    }
}

/// Whether two changes have nothing to do with each other: two at one place are the same, made twice.
fn are_apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start != other.start && (one.end <= other.start || other.end <= one.start)
}

#[cfg(test)]
mod tests {
    use swc_ecma_ast::{Expr, Program, Stmt};

    use crate::parse::parse;
    use crate::parsed::Parsed;
    use crate::positions::range;
    use crate::{SourceType, inventory};

    #[track_caller]
    fn takes(source: &str) {
        assert!(inventory(source, SourceType::Script).is_ok(), "{source}");
    }

    #[track_caller]
    fn refuses(source: &str, at: usize) {
        let errors = inventory(source, SourceType::Script).expect_err(source);
        assert_eq!(errors[0].span.start, at, "{source}: {errors:?}");
    }

    fn script(source: &str) -> Parsed {
        parse(source, SourceType::Script).unwrap_or_else(|errors| panic!("{source}: {errors:?}"))
    }

    #[test]
    fn line_behind_arrow_function() {
        takes("x = () => {}\n+1");
        takes("x = async () => {} // }\n/* } */ /1/g\ny = () => {} /*\n*/ - 1");
        refuses("x = () => {} + 1", 13);
        refuses("x = () => {}\n)", 13);
        // What one repair replaces, another changes nothing in.
        refuses("try{/**/await/*}\n", 17);
    }

    #[test]
    fn async_call_with_comma() {
        takes("async(x,); async(...x, /* , */ ); f(async(async(),))");
        refuses("async = (x,)", 10);
    }

    #[test]
    fn using_in_for_head() {
        takes("for (using a = b;;) for (using/**/c=d;;);");
        let parsed = script("async () => { for (await\nusing a = b;;); }");
        assert_eq!(parsed.hidden_usings[&19], 19..30);
        takes("for (using of x) ; for (using = 1;;) ; let yield_ = 1");
    }

    #[test]
    fn private_name_behind_yield() {
        let source = "class C { #x; *g(o) { yield /**/ #x in o; yield* #x in o } }";
        takes(source);
        let tree = format!("{:?}", script(source).program);
        assert_eq!(tree.matches("PrivateName { span: 34..36, name: \"x\" }").count(), 1, "{tree}");
        assert_eq!(tree.matches("delegate: ").count(), 2, "{tree}");
        refuses("class C { #x; *g(o) { yield #x } }", 28);
        refuses("class C { *g(o) { yield #x in o } }", 24);
    }

    #[test]
    fn let_behind_yield() {
        takes("function* g(let) { (yield let) + 1; yield let => let; yield* let; x = yield let.x; }");
        refuses("function* g(let) { 'use strict'; yield let; }", 12);
    }

    #[test]
    fn decorator_behind_yield() {
        let source = "function* g() { x = yield @d @(e) class {}; yield /* */ @(yield @f class {}) class {}.x + 1; }";
        takes(source);
        assert!(!format!("{:?}", script(source).program).contains("UnaryExpr"));
        refuses("function* g() { yield @d; }", 24);
    }

    #[test]
    fn initializer_in_for_in_head() {
        takes("function f() { for (var x = 1 in o); for (var y = [a in b, function () { for (;;); }] in o); }");
        takes("() => { for (var x = a in b = c, d); }; function* g() { for (var x = yield 1 in yield 2); }");
        refuses("function f() { 'use strict'; for (var x = 1 in o); }", 38);
    }

    #[test]
    fn call_as_target() {
        takes("f() = 1; f(a => a, ...b).g() += async() = 2");
        refuses("'use strict'; f() = 1", 14);
        refuses("new f() = 1", 0);
        refuses("f`` = 1", 0);
    }

    #[test]
    fn let_as_arrow_parameter() {
        takes("let => x; f(let => let); async let => let; async\nlet => let");
        refuses("'use strict'; let => x", 14);
    }

    #[test]
    fn escaped_let() {
        takes("l\\u0065t => [l\\u0065t]; async function f(a) { g(await l\\u{65}t, 1, a.l\\u0065t, { l\\u0065t }) }");
        let tree = format!("{:?}", script("x(\\u006cet => 1)").program);
        assert_eq!(tree.matches("Ident { span: 3..11, ctxt: #0, sym: \"let\"").count(), 1, "{tree}");
        refuses("'use strict'; l\\u0065t => 1", 14);
        refuses("let l\\u0065t = 1", 4);
        refuses("l\\u0065t x = 1", 9);
        refuses("f('l\\u0065t' x)", 13);
    }

    #[test]
    fn using_as_operand() {
        takes("async using => { await using ? a : b; await using, c; await /**/ using /**/ , d }");
        takes("async using => { await usin\\u0067 ? a : b }");
        takes("async using => { await using.x, a; await using[0] ? a : b; await using(1), 2; await using`z`, 1; }");
        refuses("async using => { await using ? a; }", 32);
        // It might be taken for a call.
        refuses("var await, using; await using, 1", 18);
    }

    #[test]
    fn two_type_parameter_lists() {
        let takes = |source| crate::inventory_in(crate::Language::TypeScript, source, SourceType::Module).is_ok();
        assert!(takes(
            "f(1).is<<N extends number>(n: N) => Promise<N>>(); export async function g(): Promise<void> {}"
        ));
        assert!(takes("type A = Promise<<T>(x: T) => T>; new B<<T>() => T>(); let x = 1 << 2;"));
        assert!(!takes("x = 1 << ;"));
        refuses("f<<N>(n) => 1>()", 5);
    }

    #[test]
    fn in_behind_using() {
        takes("{ using x = y in z; } async () => { await using a = b in c, d = e in f; }");
        let tree = format!("{:?}", script("async () => { await using x = y in z }").program);
        assert_eq!(tree.matches("UsingDecl { span: 15..37, is_await: true").count(), 1, "{tree}");
        refuses("{ using x = y in }", 17);
    }

    #[test]
    fn line_behind_await() {
        assert!(inventory("x = await\n[1]; await // y\n`z`", SourceType::Module).is_ok());
        takes("var await; x = await\n[1]");
    }

    #[test]
    fn surrogate_before_braced_escape() {
        takes(r#"x = "\uD83D\u{41}\ud83d\u{1f438}"; y = `\uD83D\u{41}`; z = { "a\uD83D\u{41}": 1 }"#);
        refuses(r#"x = "\uD83\u{41}""#, 5);
    }

    #[test]
    fn string_that_is_no_directive() {
        takes("\"use strict\" | ({ public }); with (a) 010;");
        takes("function f() { 'use strict'.length; with (a); } function g() { 'use strict'\n[0]; ({ static }); }");
        takes(
            "'use strict'.x; function f() { 'use strict' + 1; with (a); } function g() { 'use strict', 1; with (a); }",
        );
        refuses("function f() { 'use strict'; with (a); }", 29);
        refuses("function f() { 'use strict'\n++a; with (a); }", 33);
        refuses("f({ \"use strict\"() {} }); with (a) )", 35);
        refuses("x = '\"use strict\" + 1'; with (a) )", 33);
    }

    #[test]
    fn import_before_in() {
        takes("import(x) in y; import(import(x).y) /* , */ in z");
        takes("{ import(x)\n.a(b) == c in d } import(x) in import(y)");
        let tree = format!("{:?}", script("a\nimport(x).y in z").program);
        assert!(tree.contains("Ident(Ident { span: 1..2,") && !tree.contains("Unary"), "{tree}");
        assert!(inventory("import.meta in x; import.meta.y[0] in z", SourceType::Module).is_ok());
        refuses("import() in y", 0);
        refuses("x = import(x) + in y", 16);
    }

    #[test]
    fn positions_are_those_of_the_source() {
        let source = "f() = 1; async(x,); let => x; x = () => {}\n+y; g()";
        let Program::Script(program) = script(source).program else { panic!("a script") };
        let text = |statement: &Stmt| match statement {
            Stmt::Expr(statement) => &source[range(statement.span)],
            _ => "",
        };
        let texts: Vec<&str> = program.body.iter().map(text).collect();
        assert_eq!(texts, ["f() = 1;", "async(x,);", "let => x;", "x = () => {}", "+y;", "g()"]);
        assert!(matches!(&program.body[5], Stmt::Expr(statement) if matches!(&*statement.expr, Expr::Call(_))));
    }

    #[test]
    fn the_error_is_the_one_that_no_repair_helps_against() {
        refuses("f() = 1; async(x,); let x = ;", 28);
        refuses("f(\na\nb)", 5);
    }

    #[test]
    fn many_repairs_end() {
        takes(&"f() = 1;\n".repeat(200));
        let sloppy = "(function () { 'use strict'.length; with (a); });\n";
        takes(&sloppy.repeat(1_000));
        refuses(&sloppy.repeat(1_001), sloppy.len() * 1_000 + 36);
    }
}
