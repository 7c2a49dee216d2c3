// `__awaiterOf`: the promise class of another, or the global one of the moment.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");
const { sameAsNative, shapes } = require("./side-by-side.js");

/** Runs `program` as the body of a function in a realm of its own, and answers what it returns. */
const evaluate = (program) =>
  vm.runInContext(`(function () { ${helperSource("__awaiterOf")} ${program} })()`, vm.createContext({ queueMicrotask }));

// A class that is nobody's subclass: promises inside, and a log of what is asked of it.
const custom = `
  const asked = [];
  class Custom {
    constructor(executor) { asked.push("new"); this.inner = new Promise(executor); }
    then(...handlers) { asked.push("then"); return new Custom((resolve) => resolve(this.inner.then(...handlers))); }
    static resolve(value) { asked.push("resolve"); return value instanceof Custom ? value : new Custom((resolve) => resolve(value)); }
  }`;

test("awaiterOf: a class of another answers, and sees every await", async () => {
  const { asked, promise, Custom } = evaluate(`${custom}
    const promise = __awaiterOf("this", [1, 2], Custom, function* (a, b) {
      "use strict";
      return [this, a, b, yield Custom.resolve("own"), yield Promise.resolve("engine's"), yield "value"];
    });
    return { asked, promise, Custom };`);
  assert.ok(promise instanceof Custom);
  assert.strictEqual((await promise).join(), "this,1,2,own,engine's,value");
  assert.strictEqual(asked.filter((call) => call === "resolve").length, 4);
});

test("awaiterOf: a class of another rejects with what the body throws", async () => {
  const outcomes = evaluate(`${custom}
    const call = (body, parameters) => __awaiterOf(void 0, parameters, Custom, body).then((value) => [value], (error) => error);
    return [
      call(function* () { throw 1; }),
      call(function* () { yield 1; throw 2; }),
      call(function* () { yield Custom.resolve({ then(_, reject) { reject(3); } }); }),
      call(function* () { try { yield Promise.reject(4); } catch (error) { throw error; } }),
      call(function* (parameter = (() => { throw 5; })()) {}),
    ];`);
  assert.deepStrictEqual(await Promise.all(outcomes), [1, 2, 3, 4, 5]);
});

test("awaiterOf: a class whose `resolve` throws, or has a `then` that does, throws into the body", async () => {
  const outcomes = evaluate(`${custom}
    class Strict extends Custom { static resolve(value) { if (value === 0) throw "resolve"; return super.resolve(value); } }
    const body = function* () { try { yield 0; } catch (error) { return [error, yield 1]; } };
    return [
      __awaiterOf(void 0, [], Strict, body),
      __awaiterOf(void 0, [], Strict, function* () {
        try { yield { get then() { throw "then"; } }; } catch (error) { return [error, yield 1]; }
      }),
    ];`);
  assert.deepStrictEqual((await Promise.all(outcomes)).map(String), ["resolve,1", "then,1"]);
});

test("awaiterOf: the global Promise is the one of each call", async () => {
  const { first, second, Before, After } = evaluate(`
    const Before = Promise, body = function* () { return [yield 1, yield Before.resolve(2)]; };
    const first = __awaiterOf(void 0, void 0, void 0, body);
    globalThis.Promise = class After extends Before {};
    return { first, second: __awaiterOf(void 0, void 0, void 0, body), Before, After: Promise };`);
  assert.ok(first instanceof Before && !(first instanceof After) && second instanceof After);
  assert.deepStrictEqual((await Promise.all([first, second])).map(String), ["1,2", "1,2"]);
});

// As zone.js does it: what runs in a zone goes on in it, since `then` takes it along.
test("awaiterOf: a `then` that carries a zone along is called for every await", async () => {
  const zones = await evaluate(`
    let zone = "root";
    const engines = Promise.prototype.then;
    const carried = (handler) => {
      const here = zone;
      return typeof handler !== "function" ? handler : (value) => {
        const outer = zone;
        zone = here;
        try { return handler(value); } finally { zone = outer; }
      };
    };
    Promise.prototype.then = function (...handlers) { return Reflect.apply(engines, this, handlers.map(carried)); };
    const zones = [];
    const work = () => __awaiterOf(void 0, [], void 0, function* () {
      yield 1; zones.push(zone);
      yield Promise.resolve(2); zones.push(zone);
      try { yield Promise.reject(3); } catch { zones.push(zone); }
      yield { then(resolve) { queueMicrotask(resolve); } }; zones.push(zone);
    });
    zone = "ours";
    const done = work();
    zone = "root";
    return done.then(() => [...zones, zone]);`);
  assert.deepStrictEqual([...zones], ["ours", "ours", "ours", "ours", "root"]);
});

// With the engine's own Promise, and nothing patched, it is exact but for what `then` reads.
sameAsNative("an await that throws at once, a hundred thousand times in a loop", {
  shapes: [shapes.awaiterOf],
  before: `const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw 1; } });`,
  body: "let caught = 0; for (let i = 0; i < 1e5; i++) { try { yield promise; } catch (one) { caught += one; } } return caught;",
});
sameAsNative("`this` and arguments", {
  shapes: Object.values(shapes).filter((shape) => shape !== shapes.settle),
  body: "log(String(this), typeof this, ...arguments); return arguments.length;",
});
