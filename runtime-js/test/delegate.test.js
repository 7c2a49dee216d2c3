// `yield*` in an async generator.
"use strict";
const { awaited } = require("./awaited.js");
const { asSpecified, sameAsNative } = require("./lowered.js");

// An async iterator that tells what it is asked: `answers` are expressions of the arguments, by method.
const inner = (answers) => `{ [Symbol.asyncIterator]() { log("iterator", arguments.length); return {
  ${Object.entries(answers).map(([method, answer]) => `get ${method}() { log("get ${method}"); return ${answer === null ? "null" : `function (...args) { log("${method}", ...args); return ${answer}; }`}; },`).join("\n")} }; } }`;
const result = (value, done = false) => `{ get done() { log("done"); return ${done}; }, get value() { log("value"); return ${value}; } }`;
const uses = `
  const one = g(); for (const [i, x] of ["a", "b", "c"].entries()) settles("next " + i, one.next(x));
  const two = g(); two.next(); settles("return", two.return("r")); settles("after return", two.next("x"));
  const three = g(); three.next(); settles("return of a promise", three.return(later("r")));`;
const throws = `
  const four = g(); four.next(); settles("throw", four.throw("t")); settles("after throw", four.next("x"));
  const five = g(); five.next(); five.return("r"); settles("throw after return", five.throw("t"));`;
const body = (iterable) => `GENERATOR(g, (), {
  try { log("result", DELEGATE(${iterable})); } catch (e) { log("caught", e); } finally { log("finally", YIELD("f")); } })`;
const delegates = (name, iterable) => sameAsNative(name, `${body(iterable)} ${uses} ${throws}`);
// What throw() does for a sync iterator without such a method, is not the same everywhere.
const delegatesWithoutThrow = (name, iterable) => sameAsNative(name, `${body(iterable)} ${uses}`);

delegates("an async generator of the engine", "(async function* () { try { log(yield 1); log(yield 2); } finally { yield 3; } })()");
delegates("all methods", inner({ next: result("later(1)"), return: result("2"), throw: result("3") }));
delegates("promises for results", inner({ next: `later(${result(1)})`, return: `later(${result(2, true)})`, throw: `later(${result(3, true)})` }));
delegates("done at once", inner({ next: result("quiet(Promise.reject('never awaited'))", true) }));
delegates("a return that goes on", inner({ next: result(1), return: result("2"), throw: result("3") }));
delegates("no return, no throw", inner({ next: result(1) }));
delegates("return and throw that are null", inner({ next: result(1), return: null, throw: null }));
delegates("no throw, a return that is called", inner({ next: result(1), return: result("later(2)", true) }));
delegates("no throw, a return that throws", inner({ next: result(1), return: "log.undefined()" }));
delegates("no throw, a return that rejects", inner({ next: result(1), return: "Promise.reject('from return')" }));
for (const answer of ["void 0", "null", "1", "'s'", "Symbol.iterator", "later(1)", "Promise.reject('rejected')", "(() => { throw 'thrown'; })()", "(() => {})"]) {
  delegates(`next answers ${answer}`, inner({ next: answer, return: result(2), throw: result(3) }));
  delegates(`return answers ${answer}`, inner({ next: result(1), return: answer, throw: result(3) }));
  delegates(`throw answers ${answer}`, inner({ next: result(1), return: result(2), throw: answer }));
  delegates(`no throw, return answers ${answer}`, inner({ next: result(1), return: answer }));
}
for (const method of ["next", "return", "throw"]) {
  const answers = { next: result(1), return: result(2), throw: result(3) };
  delegates(`a ${method} that is no function`, inner(answers).replace(`get ${method}() {`, `get ${method}() { return 5;`));
  delegates(`a ${method} that cannot be read`, inner(answers).replace(`get ${method}() {`, `get ${method}() { throw "unreadable";`));
}
delegates("done that throws", inner({ next: "{ get done() { throw 'done'; } }" }));
delegates("value that throws", inner({ next: "{ get value() { throw 'value'; } }" }));
delegates("value of the last that throws", inner({ next: "{ done: 1, get value() { throw 'value'; } }" }));
for (const iterable of ["void 0", "null", "1", "{}", "() => {}", "{ [Symbol.asyncIterator]: 1 }", "{ [Symbol.iterator]: 1 }", "{ [Symbol.asyncIterator]: () => 1 }",
  "{ [Symbol.iterator]: () => 1 }", "{ [Symbol.asyncIterator]: null, [Symbol.iterator]: null }", "{ [Symbol.asyncIterator]() { throw 'thrown'; } }",
  "{ [Symbol.asyncIterator]: () => ({}) }", "{ [Symbol.iterator]: () => ({}) }", "{ get [Symbol.asyncIterator]() { throw 'unreadable'; } }"]) {
  delegates(`yield* ${iterable}`, iterable);
}
delegatesWithoutThrow("an array of all sorts", "[1, Promise.resolve(2), { then(f) { f(3); } }, later(4)]");
delegatesWithoutThrow("a string", "'ab'");
delegates("a sync generator, which sees what is sent", "(function* () { log('got', yield 1); log('got', yield later(2)); return Promise.resolve(3); })()");
delegates("null for Symbol.asyncIterator", "{ [Symbol.asyncIterator]: null, *[Symbol.iterator]() { yield 1; } }");

const sync = (answers) => inner(answers).replace("Symbol.asyncIterator", "Symbol.iterator");
delegates("a sync iterator with all methods", sync({ next: result("later(1)"), return: result("later(2)", true), throw: result("later(3)", true) }));
delegatesWithoutThrow("a sync iterator without methods but next", sync({ next: result("later(1)") }));
for (const answer of ["1", "Promise.resolve()", "(() => { throw 'thrown'; })()", result("Promise.reject('rejected')", true), result(broken(), true)]) {
  delegates(`a sync return answers ${answer}`, sync({ next: result(1), return: answer, throw: result(3) }));
}
for (const answer of [result("Promise.reject('rejected')", true), result(broken(), true)]) {
  delegates(`a sync next answers ${answer}`, sync({ next: answer, return: result(2), throw: result(3) }));
}
for (const answer of [result("Promise.reject('rejected')", true), result(broken(), true)]) {
  delegates(`a sync throw answers ${answer}`, sync({ next: result(1), return: result(2), throw: answer }));
}
function broken() {
  return "Object.defineProperty(Promise.resolve(), 'constructor', { get() { throw 'broken'; } })";
}

// What is awaited: the inner results, not their values.
for (const [name, expression, before] of awaited) {
  sameAsNative(`a result, and a value, that is ${name}`, `
    const iterator = { n: 0, [Symbol.asyncIterator]() { return this; }, next() { return ++this.n < 3 ? { value: quiet(${expression}), done: false } : ${expression}; } };
    GENERATOR(g, (), { try { log("result", DELEGATE(iterator)); } catch (e) { log("caught", e); } })
    const it = g(); for (let i = 0; i < 4; i++) settles(i, it.next(i));`, { before });
}

sameAsNative("lowered generators in one another", `
  GENERATOR(inner, (n), { try { if (n) log("inner result", DELEGATE(inner(n - 1))); log("sent", YIELD(n)); RETURN(n); } catch (e) { log(n, "caught", e); throw e; } finally { log("finally", n); } })
  const a = inner(2), b = inner(2), c = inner(2);
  for (let i = 0; i < 5; i++) settles("a" + i, a.next(i));
  b.next(); settles("b", b.throw("t")); settles("b again", b.next()); c.next(); settles("c", c.return(later("r"))); settles("c again", c.next());`);
sameAsNative("a generator of which somebody else takes, too", `
  GENERATOR(inner, (), { for (let i = 0; i < 6; i++) log("sent", YIELD(i)); })
  const shared = inner(); GENERATOR(g, (), { DELEGATE(shared); })
  const it = g(); settles(1, it.next("a")); settles(2, shared.next("b")); settles(3, it.next("c")); settles(4, shared.return("d")); settles(5, it.next("e"));`);
sameAsNative("a patched next of a lowered generator is looked up, once", `
  GENERATOR(inner, (), { YIELD(1); }) GENERATOR(g, (), { DELEGATE(inner()); })
  const { next } = inner.prototype; inner.prototype.next = function (...args) { log("own next", ...args); return next.apply(this, args); };
  const it = g(); settles(1, it.next("a")); inner.prototype.next = 0; settles(2, it.next("b"));`);
sameAsNative("the next of lowered generators, on another object", `
  GENERATOR(inner, (), { YIELD(1); }) GENERATOR(g, (), { try { DELEGATE({ [Symbol.asyncIterator]() { return { next: inner.prototype.next }; } }); } catch (e) { log(e); } })
  settles(1, g().next("a"));`);

// The specification of 2025, which engines come to by and by.
asSpecified("a sync iterator is closed when a value that it gave rejects", `
  ${body(sync({ next: result("Promise.reject('rejected')"), return: "log('closed')" }))}
  const it = g(); settles(1, it.next());`,
["0 iterator 0", "0 get next", "0 next undefined", "0 done", "0 value", "1 get return", "1 return", "1 closed", "2 caught rejected", "4 1 fulfilled [object Object] { value: f, done: false }"]);
for (const [answer, thrown] of [["1", "TypeError"], ["(() => { throw 'thrown'; })()", "thrown"], ["{ get done() { throw 'done'; } }", "done"], ["{ get value() { throw 'value'; } }", "value"]]) {
  asSpecified(`a sync iterator whose next answers ${answer} is not closed`, `${body(sync({ next: answer, return: "log('closed')" }))} settles(1, g().next());`,
    ["0 iterator 0", "0 get next", "0 next undefined", `1 caught ${thrown}`, "3 1 fulfilled [object Object] { value: f, done: false }"]);
}
asSpecified("a sync iterator without throw is closed, and that is a TypeError", `
  ${body(sync({ next: result(1), return: "{}" }))} const it = g(); it.next(); settles(1, it.throw("t"));`,
["0 iterator 0", "0 get next", "0 next undefined", "0 done", "0 value", "2 get return", "2 return", "3 caught TypeError", "5 1 fulfilled [object Object] { value: f, done: false }"]);
asSpecified("a sync throw that throws does not close the iterator", `
  ${body(sync({ next: result(1), throw: "log.undefined()", return: "log('closed')" }))} const it = g(); it.next(); settles(1, it.throw("t"));`,
["0 iterator 0", "0 get next", "0 next undefined", "0 done", "0 value", "2 get throw", "2 throw t", "3 caught TypeError", "5 1 fulfilled [object Object] { value: f, done: false }"]);
