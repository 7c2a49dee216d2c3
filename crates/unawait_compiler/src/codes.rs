//! What the codes of errors and warnings mean: each is stable, and explained here.

/// The codes of errors, each with an explanation.
pub const ERRORS: &[(&str, &str)] = &[
    ("arguments", "Class fields and static blocks have no `arguments`. Name the values, or use a method."),
    (
        "assignment-target",
        "A value can be assigned to a variable, a property or a pattern of these, and to nothing else.",
    ),
    ("cover-initializer", "`{ a = 1 }` is a pattern with a default value; an object has `{ a: 1 }`."),
    ("delete", "In strict mode `delete` takes properties, never names, and private fields cannot be deleted at all."),
    ("duplicate-attribute", "Every import attribute (`with { type: 'json' }`) has a key of its own."),
    ("duplicate-export", "A module exports every name once."),
    (
        "duplicate-parameter",
        "Two parameters have one name. Only plain functions with plain parameters in sloppy code may do that: no arrow \
         functions, methods, defaults, patterns or rest parameters.",
    ),
    (
        "duplicate-proto",
        "An object literal sets its prototype with `__proto__: value` once. `['__proto__']` is a property.",
    ),
    ("escaped-keyword", "Keywords are written without Unicode escapes."),
    ("function-body", "Every function has a body. Without one it is a declaration in TypeScript."),
    (
        "helpers-kind",
        "`--helpers import` is for modules and `--helpers require` for CommonJS; `--helpers inline` is for all.",
    ),
    ("ill-formed-export", "A name that is exported as a string must be well-formed Unicode: no half surrogate pairs."),
    (
        "illegal-await",
        "`await` belongs to the async function that it stands in directly: not to one further out, and not to its \
         parameters. At the top level it belongs to a module. Mark the function `async`, or move the `await`.",
    ),
    ("illegal-break", "`break` leaves a loop, a `switch` or a labelled statement of its own function."),
    ("illegal-continue", "`continue` goes on with a loop of its own function."),
    ("illegal-yield", "The parameters of an arrow function are not the generator's own: no `yield` stands in them."),
    (
        "import-call",
        "`import(specifier, options)` is a call: no spread, no `new`. `import.defer()` and `import.source()` take one argument.",
    ),
    ("line-break-after-async", "`async` and what it makes asynchronous stand on one line; else `async` is a name."),
    ("loop-head", "The head of a loop is incomplete, or its variable has a value where it gets one from the loop."),
    (
        "misplaced-declaration",
        "Async functions, generators, classes, `let`, `const` and `using` are declared at the top level or in a block, \
         never as the body of an `if`, a loop or a label. Put braces around it.",
    ),
    ("no-modules", "A classic script cannot load the module that `--promise` or `--driver` asks for."),
    ("octal-escape", "Strict mode has no octal escapes in strings: write `\\x` and two hexadecimal digits."),
    ("octal-literal", "Strict mode has no numbers like 010: write 0o10, or 10."),
    ("private-name-alone", "A private name stands behind a dot or before `in`."),
    (
        "private-name-in-key",
        "A state machine evaluates keys that suspend before their class, where its private names are not known. Evaluate \
         what suspends before the class, into variables, or lower to generators.",
    ),
    (
        "redeclared",
        "One scope declares a name twice, and at least one declaration is not a `var` or plain function. In a block, async \
         functions and generators count as `let` does, even in sloppy code.",
    ),
    ("refused", "The file is no UTF-8 text."),
    ("failed", "A file could not be read or written, or unawait was called wrongly; or there is a bug in unawait."),
    (
        "reserved-word",
        "The word cannot be a name here. `await` is none in async functions, static blocks and modules, `yield` none in \
         generators and strict mode, and strict mode reserves some more.",
    ),
    ("static-prototype", "A class has its `prototype` already: no static member can have that name."),
    ("super", "`super()` is for the constructors of classes that extend another, and for arrow functions in them."),
    ("syntax", "The text is no JavaScript, or not of the kind that it is read as; see --source-type."),
    ("too-deep", "The program nests more deeply than it can be read, or than a state machine is made of."),
    ("too-long", "The program is longer than 2 GB."),
    (
        "top-level-await",
        "`--top-level-await error` asks for this: an `await` at a module's top level cannot be lowered.",
    ),
    ("undeclared-export", "A module exports names that it declares or imports."),
    ("undeclared-private-name", "A private name is declared by a class around its use."),
    ("undefined-label", "`break` and `continue` name a label around them, within their function."),
    ("with", "Strict mode has no `with`."),
];

/// The codes of warnings: where lowered code does something else than the source says. Each with an explanation.
pub const WARNINGS: &[(&str, &str)] = &[
    (
        "async-function-constructor",
        "Lowered functions are plain ones, so the way over such a function to `AsyncFunction` or its prototype ends at \
         `Function`. `new Function('await x')` is a syntax error. Get the constructor from code that is not lowered: \
         `(0, eval)('(async () => {})').constructor`.",
    ),
    (
        "async-function-test",
        "Lowered functions are plain ones, so a test whether a function is async says no: by `constructor.name`, \
         `Symbol.toStringTag`, `Object.prototype.toString`, `instanceof AsyncFunction` or `util.types.isAsyncFunction`. \
         Test the result instead: call the function, and see whether what it returns has a `then`.",
    ),
    (
        "code-in-string",
        "Code in strings is not lowered: it is compiled when the program runs, and runs natively where the engine can. \
         Where it cannot, lower the string too, or write the code as a function.",
    ),
    (
        "direct-eval",
        "The code that `eval` is given is not lowered. It sees the names of the lowered function, but it runs in the \
         function that this has become: `arguments.callee`, `new.target` and functions declared by the code may differ. \
         Avoid direct `eval`; `(0, eval)(code)` runs code in the global scope.",
    ),
    (
        "function-text",
        "The text of a lowered function is its lowered text, and that of a function or class around it holds such text. \
         What compares, parses, prints or sends the text of the original \
         gets another. Keep the function in a file that is not lowered, or keep its text as a string.",
    ),
    (
        "input-map",
        "The comment at the end of the file leads to a source map that is missing or broken; the new map leads to this \
         file instead.",
    ),
    (
        "module-in-commonjs",
        "The nearest package.json says `\"type\": \"commonjs\"`, but the file says `import` or `export`. It is lowered as the \
         ES module that it is. Node reads it as CommonJS and refuses it; bundlers and browsers load it.",
    ),
    (
        "promise-species",
        "Native `await` never looks at `Promise[Symbol.species]`; the lowered one calls `Promise.prototype.then`, which \
         does. Leave it alone, or patch it only while nothing awaits.",
    ),
];

/// What `code` means.
pub fn explanation(code: &str) -> Option<&'static str> {
    ERRORS.iter().chain(WARNINGS).find(|(known, _)| *known == code).map(|(_, text)| *text)
}
