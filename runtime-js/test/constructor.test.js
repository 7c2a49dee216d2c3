// Await reads `promise.constructor` once (PromiseResolve), `Promise.prototype.then` once more (SpeciesConstructor).
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const { native, run, sameAsNative, shapes } = require("./side-by-side.js");

const awaits = (name, define, todo) =>
  sameAsNative(`\`constructor\` is ${name}`, {
    todo,
    before: `const promise = Promise.resolve(1); ${define}
      const shape = () => JSON.stringify([Reflect.ownKeys(promise).map(String), Object.isExtensible(promise),
        Object.getOwnPropertyDescriptor(promise, "constructor")]);`,
    body: `
      log(shape());
      try { log("went on", yield promise); } catch (error) { log("caught", error); }
      log(shape());`,
    // The promise is as it was also while it is awaited.
    after: "log(shape());",
  });

awaits("Promise, on the promise itself", "promise.constructor = Promise;");
awaits("another class, on the promise itself", "promise.constructor = class Other {};");
awaits("undefined, on the promise itself", "promise.constructor = void 0;");
awaits("Promise, and not configurable", "Object.defineProperty(promise, 'constructor', { value: Promise });");
awaits("Promise, on a frozen promise", "promise.constructor = Promise; Object.freeze(promise);");

const accessor = (body, more = "configurable: true") =>
  `Object.defineProperty(promise, "constructor", { get() { log("constructor"); ${body} }, ${more} });`;
awaits("an accessor", accessor("return Promise;"));
awaits("an enumerable accessor", accessor("return Promise;", "configurable: true, enumerable: true"));
awaits("an accessor with a setter", accessor("return Promise;", "configurable: true, set(value) { log('set', value); }"));
awaits("an accessor that answers another class", accessor("return class Other {};"));
awaits("an accessor that answers another class the next time", `let reads = 0; ${accessor("return reads++ ? Object : Promise;")}`);
awaits("an accessor that throws", accessor("throw new Error('thrown');"));
awaits("an accessor that throws the next time", `let reads = 0; ${accessor("if (reads++) throw 1; return Promise;")}`);
awaits("an accessor that throws and cannot be configured", accessor("throw new Error('thrown');", ""));
awaits("an accessor that answers another class and cannot be configured", accessor("return Object;", ""));
awaits("an accessor among other properties", `promise.a = 1; ${accessor("return Promise;")} promise.b = 2;`);
awaits("an accessor of a promise that cannot be extended", `${accessor("return Promise;")} Object.preventExtensions(promise);`);
awaits("an accessor that takes itself away", accessor("delete promise.constructor; return Promise;"));

const inherited = (descriptor, more = "") =>
  `Object.setPrototypeOf(promise, Object.create(Promise.prototype, { constructor: ${descriptor} })); ${more}`;
awaits("a value of a class between", inherited("{ value: Promise }"));
awaits("another value of a class between", inherited("{ value: Object }"));
awaits("a value of a class between, on a frozen promise", inherited("{ value: Promise }", "Object.freeze(promise);"));
const unseen = "whether there is such a class is not looked up, which would cost every await";
awaits("an accessor of a class between", inherited("{ get() { log('constructor'); return Promise; } }"), unseen);
awaits("an accessor of a class between that throws", inherited("{ get() { log('constructor'); throw new Error('thrown'); } }"));
awaits("an accessor of a class between, seen through a proxy", `
  const handler = { get(target, key, receiver) { log("get", key); return Reflect.get(target, key, receiver); },
    getPrototypeOf(target) { log("getPrototypeOf"); return Reflect.getPrototypeOf(target); },
    getOwnPropertyDescriptor(target, key) { log("descriptor", key); return Reflect.getOwnPropertyDescriptor(target, key); } };
  Object.setPrototypeOf(promise, new Proxy(Promise.prototype, handler));`, unseen);

sameAsNative("an accessor that throws, a hundred thousand times in a loop", {
  before: `const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw 1; } });`,
  body: "let caught = 0; for (let i = 0; i < 1e5; i++) { try { yield promise; } catch (one) { caught += one; } } return caught;",
});
sameAsNative("an accessor that throws, and a body that does not catch it", {
  before: `const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw new Error("thrown"); } });`,
  body: "try { yield promise; } finally { log('finally'); }",
});
sameAsNative("an accessor that throws, and a body that awaits on", {
  before: `const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw new Error("thrown"); } });`,
  body: "try { yield promise; } catch (error) { log(yield 'on'); try { yield promise; } catch (error) { return error; } }",
});
sameAsNative("an accessor that throws, and a body that returns a promise for it", {
  before: `const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw new Error("thrown"); } });`,
  body: "try { yield promise; } catch { return Promise.resolve(2); }",
});

// What plain JavaScript cannot hide: `then` reads once more what can be neither shadowed nor known to be unobserved.
const readTwice = (name, define, after = "") =>
  test(`out of reach: ${name} is read twice`, async () => {
    const before = `const promise = Promise.resolve(1); ${define}`;
    const program = { before, body: "yield promise;", after };
    const reads = (lines) => lines.filter((line) => /^\d+ constructor$/.test(line)).length;
    assert.strictEqual(reads(await run(native, program)), 1);
    assert.strictEqual(reads(await run(shapes.awaiter, program)), 2);
  });
readTwice("an accessor that cannot be configured", accessor("return Promise;", ""));
readTwice("an accessor of a class between, of a promise that cannot be extended",
  inherited("{ get() { log('constructor'); return Promise; } }", "Object.preventExtensions(promise);"));
readTwice("an accessor of Promise.prototype", `
  Object.defineProperty(Promise.prototype, "constructor", { get() { log("constructor"); return Promise; }, configurable: true });`,
  "delete Promise.prototype.constructor;");
