// What a program sees that looks at async generators and their functions.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");
const { asSpecified, forms, run, sameAsNative } = require("./lowered.js");

const g = `GENERATOR(g, (a, b), { YIELD(1); YIELD(2); })`;
const describe = `
  const attributes = (object) => Reflect.ownKeys(object).map((key) => {
    const { value, writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(object, key);
    const what = typeof value === "function" ? value.name + "/" + value.length : typeof value === "object" ? "an object" : value;
    return [String(key), what, writable, enumerable, configurable].join(" ");
  }).filter((line) => !line.startsWith("Symbol(Symbol.asyncDispose)")).sort().join("; ");
  const { getPrototypeOf } = Object, { toString } = Object.prototype;`;

sameAsNative("the object", `${g}
  const it = g(); log(Reflect.ownKeys(it), getPrototypeOf(it) === g.prototype, it instanceof g, toString.call(it), typeof it);
  log(it[Symbol.asyncIterator]() === it, it[Symbol.iterator], String(it), JSON.stringify(it), Object.isExtensible(it));
  it.own = 1; log(it.own); Object.freeze(it); settles("frozen", it.next());`, { before: describe });
sameAsNative("the prototype of the function", `${g}
  const { prototype } = g; log(attributes(prototype), "|", "constructor" in prototype, typeof prototype.constructor, toString.call(prototype));
  const { value, ...rest } = Object.getOwnPropertyDescriptor(g, "prototype"); log(JSON.stringify(rest));`, { before: describe });
sameAsNative("%AsyncGeneratorPrototype%", `${g}
  const prototype = getPrototypeOf(g.prototype); log(attributes(prototype)); log(prototype.constructor === getPrototypeOf(g));
  for (const name of ["next", "return", "throw"]) log(attributes(prototype[name]), getPrototypeOf(prototype[name]) === Function.prototype);
  try { new prototype.next(); } catch (e) { log(e); }`, { before: describe });
sameAsNative("%AsyncIteratorPrototype%", `${g}
  const prototype = getPrototypeOf(getPrototypeOf(g.prototype)); log(attributes(prototype), getPrototypeOf(prototype) === Object.prototype);
  log(attributes(prototype[Symbol.asyncIterator]), prototype[Symbol.asyncIterator].call(5) === 5, toString.call(prototype));`, { before: `"use strict"; ${describe}` });
sameAsNative("%AsyncGeneratorFunction%", `${g}
  const prototype = getPrototypeOf(g), { constructor } = prototype;
  log(attributes(prototype), getPrototypeOf(prototype) === Function.prototype, toString.call(prototype));
  log(attributes(constructor), getPrototypeOf(constructor) === Function, constructor.prototype === prototype, g instanceof constructor, toString.call(g));
  log(prototype.prototype === getPrototypeOf(g.prototype), g.constructor.name, constructor.prototype.prototype.constructor === prototype);
  GENERATOR(h, (), {}) log(getPrototypeOf(h) === prototype, h.prototype !== g.prototype, getPrototypeOf(h.prototype) === getPrototypeOf(g.prototype));`, { before: describe });
sameAsNative("%AsyncGeneratorFunction% compiles", `${g}
  const { constructor } = g, made = new constructor("a", "b = 2", "yield a; yield b"), called = constructor("yield 3");
  log(made instanceof constructor, made.name, made.length, called.name);
  made(1).next().then(log); called().next().then(log);
  try { constructor("}"); } catch (e) { log(e.name); }`, { before: describe });
sameAsNative("the order of %AsyncGeneratorPrototype%'s properties", `${g} log(Reflect.ownKeys(getPrototypeOf(g.prototype)).map(String).join());`, { before: describe });

asSpecified("`prototype` is read when the parameters have been bound", `
  const one = { name: "one" }, two = { name: "two" };
  GENERATOR(h, (a = (h.prototype = one)), {}) log(h().name); h.prototype = two; log(h(1).name, h().name, h.call({}, 2).name);`,
["0 one", "0 two one one"]);
sameAsNative("`prototype` may be anything", `
  GENERATOR(h, (a), {})
  for (const value of [null, void 0, 1, "s", Symbol.iterator]) { h.prototype = value; const it = h(1); log(toString.call(it), getPrototypeOf(it) === getPrototypeOf(h).prototype); }
  h.prototype = function () {}; log(typeof getPrototypeOf(h(1)));
  h.prototype = [1, 2]; log(h(1).length);
  for (const v of [1, 2, 3]) { h.prototype = { v }; log(h(1).v, h(1).v); }`, { before: describe });
sameAsNative("without a prototype that knows them, the methods still serve", `${g}
  const { next, return: end } = getPrototypeOf(g.prototype); g.prototype = { next };
  const it = g(); settles("own", it.next()); settles("borrowed", end.call(it, 5));
  g.prototype = null; settles("fallback", g().next()); const bare = Object.setPrototypeOf(g(), null); settles("bare", next.call(bare)); settles("bare", next.call(bare));`, { before: describe });
test("without `fn`, it inherits from %AsyncGeneratorPrototype%", () => {
  const it = vm.runInNewContext(`${helperSource("__asyncGen")}; __asyncGen(void 0, void 0, void 0, function* () {})`);
  assert.strictEqual(Object.prototype.toString.call(Object.getPrototypeOf(it)), "[object AsyncGenerator]");
  assert.strictEqual(typeof it.next, "function");
});

// Receivers that are none.
sameAsNative("wrong receivers", `${g}
  const own = (function* () { log("a generator of the program's own was resumed"); })();
  const receivers = [void 0, null, 1, "s", true, Symbol.iterator, 1n, {}, [], () => {}, g, g.prototype, getPrototypeOf(g.prototype), own,
    new Proxy(g(), {}), Object.create(g()), Promise.resolve(), { __proto__: g.prototype }];
  for (const name of ["next", "return", "throw"]) for (const [i, receiver] of receivers.entries()) {
    const promise = getPrototypeOf(g.prototype)[name].call(receiver, "value"); log(promise instanceof Promise); settles(name + i, promise);
  }`, { before: describe });
test("the messages for wrong receivers are V8's", async () => {
  const program = `GENERATOR(g, (), {}) const { next, throw: fail } = Object.getPrototypeOf(g.prototype);
    for (const receiver of [1, "s", void 0]) fail.call(receiver).catch((e) => log(e.message)); next.call({}).catch((e) => log(e.message));`;
  assert.deepStrictEqual(await run(forms.lowered, program, { strict: true }), await run(forms.native, program, { strict: true }));
});

// Behind the back of the helpers.
sameAsNative("what a program patches when the helpers have loaded", `${g}
  for (const key of ["next", "return", "throw"]) generatorPrototype[key] = () => log("patched " + key);
  Promise.prototype.then = () => log("patched then"); Promise.resolve = () => log("patched resolve");
  Object.create = Object.setPrototypeOf = Object.defineProperty = () => log("patched Object");
  Function.prototype.call = Function.prototype.apply = Function.prototype.bind = () => log("patched Function");
  globalThis.Promise = globalThis.TypeError = globalThis.WeakMap = globalThis.Symbol = void 0;
  const it = g(); it.next().finally; settles("a", it.next()); settles("b", it.return(1)); settles("c", next.call({}));
  GENERATOR(h, (), { DELEGATE([1]); FORAWAIT(const x, [2, 3], { log(x); }) }) const other = h(); settles("d", other.next()); settles("e", other.next());`,
{ before: `${describe} const generatorPrototype = getPrototypeOf(function* () {}).prototype, { next } = generatorPrototype;` });
sameAsNative("setters for every object", `
  for (const key of ["value", "done", "next", "return", "throw", "phase", "first", "last", "state", "open", "result", "iterator", "resolve", "kind", "get"])
    Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, set() { log("set " + key); } });
  GENERATOR(g, (), { YIELD(1); AWAIT(2); DELEGATE([3]); FORAWAIT(const x, [4], { YIELD(x); }) })
  const it = g(); for (let i = 0; i < 5; i++) settles(i, it.next());`);

test("the files twice in one scope, and calls before they have run", async () => {
  const source = helperSource("__asyncGenFunction", "__awaitIn", "__delegate", "__forAwait");
  const program = `(async function () {
    function g() { return __asyncGen(this, arguments, g, g_1); }
    function* g_1(a) { yield yield __awaitIn(a); yield* __delegate([a + 1]); }
    __asyncGenFunction(g);
    const early = g(1), results = [(await early.next()).value];
    ${source}
    const between = g(3); results.push((await early.next()).value, (await between.next()).value);
    { ${source} }
    ${source}
    results.push((await between.next()).value, (await g(5).next()).value, early instanceof g, (await early.next()).done);
    return results.join();
  })()`;
  for (const directive of ["", '"use strict";']) {
    assert.strictEqual(await vm.runInNewContext(directive + program), "1,2,3,4,5,true,true");
  }
});
