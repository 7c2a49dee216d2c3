//! The programs of the sweep: each form with each word, in each context.
//!
//! In a form `$` stands for a word, and `~` for a space or a line break; in a context `%` stands for a form.

use unawait_compiler::SourceType;

/// Names, most of which are keywords somewhere.
const WORDS: [&str; 14] = [
    "x",
    "await",
    "yield",
    "let",
    "using",
    "async",
    "of",
    "static",
    "arguments",
    "aw\\u0061it",
    "yi\\u0065ld",
    "l\\u0065t",
    "usin\\u0067",
    "\\u0061sync",
];

/// Statements.
const FORMS: &[&str] = &[
    // Names.
    "$;",
    "var $;",
    "let $ = 1;",
    "const { $ } = {};",
    "[$] = [];",
    "({ $ } = {});",
    "$: ;",
    "try {} catch ($) {}",
    "try {} catch ({ $ }) {}",
    "delete $;",
    "typeof $;",
    "$++;",
    "o.$; o?.$; ({ $: 1 });",
    "class C { #$; m() { #$ in this; } }",
    // Functions.
    "function $() {}",
    "async function $() { await 1; }",
    "function* $() {}",
    "async function* $() {}",
    "(function $() {});",
    "(async function $() { await 1; });",
    "(function* $() {});",
    "(async function* $() {});",
    "($) => 1;",
    "$ => 1;",
    "async $ => await 1;",
    "async ($) => 1;",
    "async ({ $ }, [...y]) => $;",
    "function f(a = $) {}",
    "async function f(a = $) {}",
    "function* f(a = $) {}",
    "class $ {}",
    "(class $ {});",
    "class C { $() {} static $() {} }",
    "class C { async $() { await 1; } *$() {} get $() {} }",
    "class C { $ = 1; static $; accessor = 2; }",
    "({ $() {}, async $() {}, async *$() {}, set $(v) {} });",
    "class C extends $ { [$]() {} }",
    // Loops.
    "for ($ of []) ;",
    "for ($ in {}) ;",
    "for (let $ of []) ;",
    "for (const $ of []) ;",
    "for (var $ in {}) ;",
    "for (using $ of []) ;",
    "for (await using $ of []) ;",
    "for await ($ of []) ;",
    "for await (const $ of []) ;",
    "for ($;;) break;",
    "for ($ = 0;;) break;",
    "for ($.x of []) ;",
    "for ($ => {};;) break;",
    // Operators and line breaks.
    "$~x;",
    "$~[x] = [];",
    "$~(x);",
    "$~`x`;",
    "$~/x/g;",
    "$~{ x } = {};",
    "$~x = 1;",
    "$ ? 1 : 2;",
    "$, 1;",
    "$~++~x;",
    "!$~x;",
    "$~in {};",
    "$~=>~1;",
    "async~$~=>~1;",
    "async~($)~=>~1;",
    "async~function~$()~{}",
    "x = async~function~$() {};",
    "({ async~$() {} });",
    "class C { async~$() {} static~$() {} get~$() {} }",
    "using~$ = null;",
    "await~using~$ = null;",
    "await~$;",
    "await~$~x;",
    "yield~$;",
    "yield~*~$;",
    "return~$;",
    "throw~$;",
    "l: { break~l; }",
    "for~await~($ of []) ;",
    "for (await~using~$ of []) ;",
    "for (async~of []) ;",
    "for (async of~=>~1;;) break;",
    "new~$;",
    "new.$;",
    "import($);",
    "if (1) $~x;",
    "if (1) $: ;",
    "if (1) function $() {}",
    "if (1) async function $() {}",
    "l: function $() {}",
    "l: async function $() {}",
    "do $;~while (0) x",
    "{ function $() {} async function $() {} }",
    "async x~=> {}~/x/g",
    "async () => {}~(1)",
    "x = async () => {} ? 1 : 2;",
    "x = async () => {}.y;",
];

/// The code around a form.
const CONTEXTS: &[&str] = &[
    "%",
    "'use strict'; %",
    "function f() { % }",
    "async function f() { % }",
    "function* f() { % }",
    "async function* f() { 'use strict'; % }",
    "(async () => { % });",
    "{ % }",
    "switch (0) { case 0: % }",
    "class C { static { % } }",
    "class C { async m() { % } }",
    "async function f() { function g() { % } }",
    "async function f() { () => { % } }",
];

/// Every program, with how it is to be read.
pub fn programs() -> Vec<(SourceType, String)> {
    let mut programs = Vec::new();
    for (number, form) in FORMS.iter().enumerate() {
        let words = if form.contains('$') { &WORDS[..] } else { &WORDS[..1] };
        for word in words {
            for statement in with_breaks(&form.replace('$', word)) {
                for context in CONTEXTS {
                    programs.push((SourceType::Script, context.replace('%', &statement)));
                }
                programs.push((SourceType::Module, statement.clone()));
                // Most of it is what a function is.
                if number % 8 == 0 {
                    programs.push((SourceType::CommonJs, statement));
                }
            }
        }
    }
    programs
}

/// The form with spaces, and with a line break in one place each.
fn with_breaks(form: &str) -> Vec<String> {
    let places: Vec<usize> = form.match_indices('~').map(|(at, _)| at).collect();
    let spaced = |text: &str| text.replace('~', " ");
    let broken = |at: &usize| format!("{}\n{}", spaced(&form[..*at]), spaced(&form[at + 1..]));
    std::iter::once(spaced(form)).chain(places.iter().map(broken)).collect()
}
