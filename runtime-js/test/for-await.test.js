// `for await`, in async functions and async generators.
"use strict";
const { awaited } = require("./awaited.js");
const { asSpecified, sameAsNative } = require("./lowered.js");

const bodies = {
  "to the end": "log('x', x);",
  break: "log('x', x); if (n++) break;",
  "an outer break": "log('x', x); if (n++) break outer;",
  "an outer continue": "log('x', x); if (n++) continue outer;",
  return: "log('x', x); if (n++) RETURN(later('returned'));",
  throw: "log('x', x); if (n++) throw 'body';",
  "a rejected await": "log('x', x); if (n++) AWAIT(Promise.reject('body'));",
  "an await before and after": "log('x', AWAIT(later(x))); if (n++ > 1) { AWAIT(later('before')); break; }",
};
const loop = (iterable, body, head = "const x") => `{
  let n = 0; log("start");
  outer: for (const round of [1, 2]) try { FORAWAIT(${head}, ${iterable}, { ${body} }) log("after"); } catch (e) { log("caught", e); } finally { log("finally", AWAIT(round)); }
  log("end"); }`;
function loops(name, iterable, { only = Object.keys(bodies), lowered = "" } = {}) {
  sameAsNative(name, lowered + only.map((body, i) => `
    ASYNC(f${i}, (), ${loop(iterable, bodies[body])}) settles("${body}", f${i}());
    GENERATOR(g${i}, (), ${loop(iterable, bodies[body])}) const it${i} = g${i}(); settles("${body} 1", it${i}.next()); settles("${body} 2", it${i}.next());`).join(""));
}

// An async iterator that tells what it is asked: `answers` are expressions of the arguments, by method.
const iterator = (answers, symbol = "asyncIterator") => `{ [Symbol.${symbol}]() { log("iterator", arguments.length); let i = 0; return {
  ${Object.entries(answers).map(([method, answer]) => `get ${method}() { log("get ${method}"); return ${answer === null ? "null" : `function () { log("${method}", arguments.length); return ${answer}; }`}; },`).join("\n")} }; } }`;
const result = (value, done = "++i > 3") => `{ get done() { log("done"); return ${done}; }, get value() { log("value"); return ${value}; } }`;
const broken = "Object.defineProperty(Promise.resolve(), 'constructor', { get() { throw 'broken'; } })";

loops("an array", "[1, 2, 3]");
loops("an array of all sorts", "[Promise.resolve(1), { then(f) { f(2); } }, later(3), null]");
loops("an empty array", "[]");
loops("a string", "'abc'");
loops("a sync generator", "(function* () { try { log('got', yield 1); yield later(2); yield 3; } finally { log('closed'); } })()");
loops("an async generator of the engine", "(async function* () { try { log('got', yield 1); yield 2; yield 3; } finally { log('closed'); yield 'not seen'; } })()");
loops("a lowered async generator", "own()", { lowered: "GENERATOR(own, (), { try { YIELD(1); YIELD(2); YIELD(3); } finally { log(\"closed\"); YIELD(0); } })" });
loops("an async iterator", iterator({ next: result("later(i)"), return: "{}" }));
loops("promises for results", iterator({ next: `later(${result("i")})`, return: "later({})" }));
loops("no return", iterator({ next: result("i") }));
for (const answer of ["void 0", "null", "1", "Symbol.iterator", "later(1)", "later({})", "Promise.reject('from return')", "(() => { throw 'from return'; })()", "(() => {})", broken,
  "{ then(f, r) { r('from then'); } }", "{ get then() { throw 'from then'; } }"]) {
  loops(`return answers ${answer}`, iterator({ next: result("i"), return: answer }));
  loops(`next answers ${answer}`, iterator({ next: `i++ ? ${answer} : ${result(1)}`, return: "{}" }), { only: ["break", "an await before and after"] });
}
for (const method of ["next", "return"]) {
  const text = iterator({ next: result("i"), return: "{}" });
  for (const what of ["return 5", "return null", "return void 0", "throw 'unreadable'"]) loops(`${method}: ${what}`, text.replace(`get ${method}() {`, `get ${method}() { ${what};`));
}
loops("done that throws", iterator({ next: "{ get done() { throw 'done'; } }", return: "{}" }), { only: ["to the end"] });
loops("value that throws", iterator({ next: "{ get value() { throw 'value'; } }", return: "{}" }), { only: ["to the end"] });
loops("the value of the last result is not read", iterator({ next: "{ done: 'yes', get value() { throw 'value'; } }", return: "{}" }), { only: ["to the end"] });
for (const iterable of ["void 0", "null", "1", "{}", "{ [Symbol.asyncIterator]: 1 }", "{ [Symbol.iterator]: 1 }", "{ [Symbol.asyncIterator]: () => 1 }", "{ [Symbol.iterator]: () => 1 }",
  "{ [Symbol.asyncIterator]: null, [Symbol.iterator]: null }", "{ [Symbol.asyncIterator]() { throw 'thrown'; } }", "{ [Symbol.asyncIterator]: () => ({}) }",
  "{ get [Symbol.iterator]() { throw 'unreadable'; } }", "{ [Symbol.asyncIterator]: null, *[Symbol.iterator]() { yield 1; } }"]) {
  loops(`for await over ${iterable}`, iterable, { only: ["to the end", "break"] });
}

// Sync iterators, by what AsyncFromSyncIterator does.
loops("a sync iterator", iterator({ next: result("later(i)"), return: "{}" }, "iterator"));
for (const answer of ["1", "void 0", "{ value: later(1) }", "{ value: Promise.reject('value') }", "{ get value() { throw 'value'; } }", "{ get done() { throw 'done'; } }",
  `{ value: ${broken} }`, "(() => { throw 'from return'; })()", "Promise.reject('never awaited')"]) {
  loops(`a sync return answers ${answer}`, iterator({ next: result("i"), return: answer.replace("Promise.reject('never awaited')", "quiet(Promise.reject('never awaited'))") }, "iterator"));
}
for (const answer of ["{ done: true, value: Promise.reject('value') }", `{ done: true, value: ${broken} }`]) {
  loops(`a sync next answers ${answer}`, iterator({ next: answer, return: "{}" }, "iterator"), { only: ["to the end"] });
}

// What is awaited: the results of next() and return(); of a sync iterator, the values.
for (const [name, expression, before] of awaited) {
  const program = (source) => `
    ASYNC(f, (source), { try { FORAWAIT(const x, source, { log("x", x); }) } catch (e) { log("caught", e); } log("after"); try { FORAWAIT(const x, source, { break; }) } catch (e) { log("caught", e); } })
    settles("f", f(${source}));`;
  sameAsNative(`async results that are ${name}`, program(`{ [Symbol.asyncIterator]() { let i = 0; return { next() { return i++ === 1 ? ${expression} : { value: i, done: i > 3 }; }, return() { return ${expression}; } }; } }`), { before });
  // Whether the iterator is closed when a value rejects, differs from engine to engine: this one has no return.
  sameAsNative(`sync values that are ${name}`, program(`{ [Symbol.iterator]() { let i = 0; return { next() { return { value: ${expression}, done: i++ > 1 }; } }; } }`), { before });
}

sameAsNative("heads", `
  ASYNC(f, (), { const o = {}, fs = []; let a;
    FORAWAIT(const { x, y = AWAIT(later(2)) }, [{ x: 1 }], { log(x, y); }) FORAWAIT([a, o.b = 5], [[3]], { log(a, o.b); })
    FORAWAIT(let v, [1, 2], { fs.push(() => v); v += 10; }) log(fs.map((f) => f()).join());
    try { FORAWAIT(const { z }, ${iterator({ next: "{ value: null }", return: "{}" })}, {}) } catch (e) { log("caught", e); }
    try { FORAWAIT(const { z = AWAIT(Promise.reject("default")) }, ${iterator({ next: "{ value: {} }", return: "{}" })}, {}) } catch (e) { log("caught", e); } })
  settles("f", f());`);
sameAsNative("a consumer that leaves a generator in its loop", `
  GENERATOR(g, (source), { try { FORAWAIT(const x, source, { try { YIELD(x); } finally { log("inner", AWAIT(1)); } }) } finally { log("outer"); } })
  const source = () => (${iterator({ next: result("i"), return: "later({})" })});
  const a = g(source()); a.next(); settles("return", a.return("r")); settles("next", a.next());
  const b = g(source()); b.next(); settles("throw", b.throw("t")); settles("next", b.next());
  const c = g([1, 2]); c.next(); settles("return of a rejection", c.return(Promise.reject("r")));`);
sameAsNative("lowered generators, one behind the other", `
  GENERATOR(numbers, (n), { try { for (let i = 0; i < n; i++) { log("before", i); YIELD(i); } } finally { log("closed"); } })
  GENERATOR(doubled, (source), { FORAWAIT(const x, source, { YIELD(x * 2); }) })
  ASYNC(f, (), { FORAWAIT(const x, doubled(doubled(numbers(3))), { log(x); }) FORAWAIT(const x, doubled(numbers(9)), { if (x > 2) break; }) })
  settles("f", f());`);
sameAsNative("two loops and more over one lowered generator", `
  GENERATOR(g, (), { for (let i = 0; i < 7; i++) { log("sent", YIELD(i)); } }) const it = g();
  ASYNC(f, (name), { FORAWAIT(const x, it, { log(name, x); }) }) settles("a", f("a")); settles("b", f("b")); settles("next", it.next("sent")); settles("return", it.return("r"));`);
sameAsNative("a patched next of a lowered generator is looked up, once", `
  GENERATOR(g, (), { YIELD(1); YIELD(2); }) const { next } = g.prototype;
  g.prototype.next = function (...args) { log("own next", args.length, this === it); return next.apply(this, args); }; const it = g();
  ASYNC(f, (it), { FORAWAIT(const x, it, { log(x); g.prototype.next = null; }) }) settles("f", f(it));
  settles("other", f({ [Symbol.asyncIterator]: () => ({ next }) }));`);
sameAsNative("errors of a loop do not stay for the next run of it", `
  GENERATOR(g, (n), { YIELD(n); if (n === 1) throw "e" + n; YIELD(n + 10); })
  ASYNC(f, (), { for (const n of [0, 1, 2]) try { FORAWAIT(const x, g(n), { log(x); if (x === 12) throw "body"; }) } catch (e) { log("caught", e); } })
  settles("f", f());`);

// The specification of 2025, which engines come to by and by.
const rejecting = (value) => `ASYNC(f, (), { try { FORAWAIT(const x, ${iterator({ next: result(value, "false"), return: "log('closed')" }, "iterator")}, {}) } catch (e) { log("caught", e); } }) settles("f", f());`;
asSpecified("a sync iterator is closed when a value that it gave rejects", rejecting("Promise.reject('rejected')"),
["0 iterator 0", "0 get next", "0 next 0", "0 done", "0 value", "1 get return", "1 return 0", "1 closed", "2 caught rejected", "3 f fulfilled undefined"]);
asSpecified("a sync iterator is closed when PromiseResolve throws for a value that it gave", rejecting(broken),
["0 iterator 0", "0 get next", "0 next 0", "0 done", "0 value", "0 get return", "0 return 0", "0 closed", "1 caught broken", "2 f fulfilled undefined"]);
for (const [answer, thrown] of [["1", "TypeError"], ["(() => { throw 'thrown'; })()", "thrown"], ["{ get done() { throw 'done'; } }", "done"], ["{ get value() { throw 'value'; } }", "value"]]) {
  asSpecified(`a sync iterator whose next answers ${answer} is not closed`, `
    ASYNC(f, (), { try { FORAWAIT(const x, ${iterator({ next: answer, return: "log('closed')" }, "iterator")}, {}) } catch (e) { log("caught", e); } }) settles("f", f());`,
  ["0 iterator 0", "0 get next", "0 next 0", `1 caught ${thrown}`, "2 f fulfilled undefined"]);
}
