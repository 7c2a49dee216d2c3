// `__awaiter` under the calling convention of TypeScript's helper of that name, which a page may hold beside it:
// `(thisArg, _arguments, P, generator)`, where `_arguments` and `P` may be missing.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { awaited, bodyOf } = require("./awaited.js");
const { helperSource } = require("./load.js");
const { sameAsNative, shape } = require("./side-by-side.js");

// Generators that the engine did not make, as TypeScript's `__generator` and regenerator make them: objects whose
// methods are their own, or a prototype's that is not the engine's.
const ownMethods = `function lowered(iterator) {
  return {
    next: (value) => iterator.next(value), throw: (error) => iterator.throw(error), return: (value) => iterator.return(value),
    [Symbol.iterator]() { return this; },
  };
}`;
const inheritedMethods = `
  const methods = { __proto__: null };
  for (const key of ["next", "throw", "return"]) methods[key] = function (value) { return this.iterator[key](value); };
  function lowered(iterator) { return Object.create(Object.create(methods), { iterator: { value: iterator } }); }`;
const machine = (name, definition) =>
  shape(name, helperSource("__awaiter"), (body) => `${definition}
    function subject() { return __awaiter(this, void 0, void 0, function () {
      function* body() {${body}}
      return lowered(body.apply(this));
    }); }`);
const own = machine("awaiter of an iterator with its own methods", ownMethods);
const inherited = machine("awaiter of an iterator with inherited methods", inheritedMethods);

const bodies = {
  "no await": "return 1;",
  "a throw at once": "throw new Error('thrown');",
  "a throw after an await": "yield 1; throw new Error('thrown');",
  "`this`": "log(typeof this, String(this)); yield 1; return String(this);",
  "rejections caught in a loop": "for (let i = 0; i < 3; i++) { try { yield Promise.reject(i); } catch (error) { log(error); } }",
  "its own promise is returned": "yield 1; return result;",
};
for (const [name, expression, before] of awaited) {
  sameAsNative(`await of ${name}`, { shapes: [own], before, body: bodyOf(expression) });
}
// The engine's own Promise may be said, too: TypeScript does for a function that is said to return a Promise.
const said = shape("awaiter with Promise as `P`", helperSource("__awaiter"), (body) => `
  function subject() { return __awaiter(this, void 0, Promise, function* () {${body}}); }`);
for (const [name, body] of Object.entries(bodies)) sameAsNative(name, { shapes: [own, said], body });
sameAsNative("any body", {
  shapes: [inherited],
  todo: "only methods of its own are found",
  body: bodies["rejections caught in a loop"],
});

/** What `program` returns, which has `__awaiter` and runs in a realm of its own. */
const evaluate = (program) => vm.runInContext(`(function () { ${helperSource("__awaiter")} ${program} })()`, vm.createContext());

test("awaiter: missing arguments are none", async () => {
  const counts = evaluate(`
    const count = function* () { return arguments.length; };
    return [void 0, null, [], [1, 2], { length: 3 }].map((given) => __awaiter(void 0, given, void 0, count));`);
  assert.deepStrictEqual(await Promise.all(counts), [0, 0, 0, 2, 3]);
});

test("awaiter: `P` is the class of the promise", async () => {
  const { promises, Own, Engines } = evaluate(`
    class Own extends Promise {}
    const body = function* (a) { return [this, a, yield 1, yield Own.resolve(2)].join(); };
    const call = (P) => __awaiter("this", ["a"], P, body);
    return { promises: { own: call(Own), engines: call(Promise), none: call(null) }, Own, Engines: Promise };`);
  assert.ok(promises.own instanceof Own);
  assert.strictEqual(Object.getPrototypeOf(promises.engines), Engines.prototype);
  assert.strictEqual(Object.getPrototypeOf(promises.none), Engines.prototype);
  for (const promise of Object.values(promises)) assert.strictEqual(await promise, "this,a,1,2");
});

test("awaiter: `P` is a class of another, or of another realm", async () => {
  const foreign = vm.runInContext("Promise", vm.createContext());
  const promise = evaluate("return (P, body) => __awaiter(void 0, [], P, body);")(foreign, function* () { throw yield 1; });
  assert.ok(promise instanceof foreign);
  await assert.rejects(promise, (error) => error === 1);

  const settled = [];
  class Listener {
    constructor(executor) { executor((value) => settled.push("resolve", value), (error) => settled.push("reject", error)); }
  }
  evaluate("return (P) => __awaiter(void 0, [], P, function* () { return yield 1; });")(Listener);
  assert.strictEqual(settled[0], "resolve");
  assert.strictEqual(await settled[1], 1);
});

test("awaiter: parameters that throw reject, whatever `P` is", async () => {
  const reasons = evaluate(`
    class Own extends Promise {}
    const body = function* (a = (() => { throw "thrown"; })()) {};
    return [void 0, Promise, Own].map((P) => __awaiter(void 0, [], P, body).then(null, (reason) => reason));`);
  assert.deepStrictEqual(await Promise.all(reasons), ["thrown", "thrown", "thrown"]);
});

test("awaiter: what is no generator function, or answers no generator, rejects", async () => {
  const outcomes = evaluate(`
    return [void 0, 1, () => {}, () => 1, () => null, () => ({})]
      .map((generator) => __awaiter(void 0, [], void 0, generator).then(() => "fulfilled", (error) => error.name));`);
  assert.deepStrictEqual(await Promise.all(outcomes), Array(6).fill("TypeError"));
});

test("awaiter: a generator of another realm", async () => {
  const generator = vm.runInContext("(function* (a) { try { yield Promise.reject(a); } catch (error) { return yield error; } })", vm.createContext());
  assert.strictEqual(await evaluate("return (generator) => __awaiter(void 0, [1], void 0, generator);")(generator), 1);
});
