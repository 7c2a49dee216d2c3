// What a body ends with, and the promise that the caller has.
"use strict";
const { sameAsNative, shapes } = require("./side-by-side.js");

const every = Object.values(shapes);
// Without a suspension, after one, and after two.
const ends = (name, end, before) => {
  for (const [when, suspensions] of [["at once", ""], ["after an await", "yield 1;"], ["after two", "yield 1; yield 2;"]]) {
    sameAsNative(`${name}, ${when}`, { shapes: every, before, body: `log("start"); ${suspensions} ${end}` });
  }
};

ends("no return", "");
for (const value of ["void 0", "null", "0", "'text'", "1n", "{}", "[1]", "() => {}"]) ends(`return ${value}`, `return ${value};`);
ends("return of a fulfilled promise", "return Promise.resolve(1);");
ends("return of a rejected promise", "return Promise.reject(1);");
ends("return of a promise fulfilled later", "return new Promise((resolve) => queueMicrotask(() => resolve(1)));");
ends("return of a subclass promise", "return Own.resolve(1);", `
  class Own extends Promise { then(...handlers) { log("then"); return super.then(...handlers); } }`);
ends("return of a promise of another realm", "return evaluateElsewhere('Promise.resolve(1)');");
ends("return of a promise with its own `then`", "return promise;", `
  const promise = Promise.resolve(1); promise.then = (resolve) => { log("own then"); resolve(2); };`);
ends("return of a promise with an accessor `constructor`", "return promise;", `
  const promise = Promise.resolve(1);
  Object.defineProperty(promise, "constructor", { get() { log("constructor"); return Promise; }, configurable: true });`);
ends("return of a thenable", "return { then(resolve) { log('then'); resolve(1); } };");
ends("return of a thenable that rejects", "return { then(_, reject) { reject(1); } };");
ends("return of a thenable that throws", "return { then() { throw new Error('thrown'); } };");
ends("return of a thenable that answers twice", "return { then(resolve, reject) { resolve(1); resolve(2); reject(3); } };");
ends("return of a thenable whose getter throws", "return { get then() { log('get'); throw new Error('thrown'); } };");
ends("return of a function with `then`", "return Object.assign(() => {}, { then(resolve) { resolve(1); } });");
ends("throw", "throw new Error('thrown');");
ends("throw of a promise", "throw Promise.resolve(1);");
ends("throw of nothing", "throw void 0;");
ends("throw past `finally`", "try { throw 1; } finally { log('finally'); }");
ends("`return` that `finally` replaces", "try { return 1; } finally { return 2; }");
ends("throw that `finally` replaces", "try { throw 1; } finally { return 2; }");

sameAsNative("its own promise is returned", { shapes: every, body: "yield 1; return result;" });
sameAsNative("its own promise is returned after two awaits", { shapes: every, body: "yield 1; yield 2; return result;" });
sameAsNative("its own promise is returned after a rejection", {
  shapes: every,
  body: "try { yield Promise.reject(1); } catch { return result; }",
});
sameAsNative("its own promise is awaited", { shapes: every, body: "yield 1; yield result;" });

sameAsNative("the promise is a plain one", {
  body: "yield 1;",
  after: "log(Object.getPrototypeOf(result) === Promise.prototype, result.constructor === Promise, Reflect.ownKeys(result));",
});
sameAsNative("every call has a promise of its own", {
  before: "const shared = Promise.resolve(1);",
  body: "return shared;",
  after: "log(subject() === subject(), result === shared);",
});
sameAsNative("an await of a subclass promise still answers with a plain one", {
  before: "class Own extends Promise {} const own = Own.resolve(1);",
  body: "yield own;",
  after: "log(Object.getPrototypeOf(result) === Promise.prototype);",
});

sameAsNative("a body goes on in the caller's microtask, in order", {
  shapes: every,
  body: "log('before'); const value = yield new Promise((resolve) => { log('executor'); resolve(1); }); log('after', value);",
  after: "log('caller'); Promise.resolve().then(() => log('reaction'));",
});
sameAsNative("two calls at the same time take turns", {
  shapes: every,
  before: "let calls = 0;",
  body: "const call = ++calls; for (let i = 0; i < 3; i++) log(call, yield i); return call;",
  after: "subject().then((value) => log('second', value));",
});
sameAsNative("calls of calls", {
  shapes: every,
  before: "let depth = 0;",
  body: "if (++depth === 5) { yield 'bottom'; throw 'thrown'; } try { yield subject(); } finally { log(depth--); }",
});
sameAsNative("a rejection for every await in a loop", {
  shapes: every,
  body: "for (let i = 0; i < 4; i++) { try { yield Promise.reject(i); } catch (reason) { log(reason); } finally { log(yield i); } }",
});
sameAsNative("many promises at once", {
  shapes: every,
  before: "const settled = []; const later = (n) => new Promise((resolve) => queueMicrotask(() => resolve(n)));",
  body: "const all = [1, 2, 3].map(later); for (const one of all) settled.push(yield one); return settled.join();",
});
