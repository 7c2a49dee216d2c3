// Helpers with the promises of a class that is asked for at each operation: another's, or the global one of the moment.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSourceIn } = require("./load.js");
const { sameAsNative, shapes } = require("./side-by-side.js");

const helpers = helperSourceIn(["asked", ""], "__awaiter", "__asyncGen", "__asyncGenFunction", "__awaitIn", "__delegate", "__forAwait", "__using");

/** Runs `program` as the body of a function in a realm of its own, and answers what it returns. */
const evaluate = (program, promise = "Promise") =>
  vm.runInContext(`(function () { ${helpers} function __promise() { return ${promise}; } ${program} })()`, vm.createContext({ queueMicrotask }));

// A class that is nobody's subclass: promises inside, and a log of what is asked of it.
const custom = `
  const asked = [];
  class Custom {
    constructor(executor) { asked.push("new"); this.inner = new Promise(executor); }
    then(...handlers) { asked.push("then"); return new Custom((resolve) => resolve(this.inner.then(...handlers))); }
    static resolve(value) { asked.push("resolve"); return value instanceof Custom ? value : new Custom((resolve) => resolve(value)); }
  }`;

test("asked: a class of another answers, and sees every await", async () => {
  const { asked, promise, Custom } = evaluate(`${custom}
    const promise = __awaiter("this", [1, 2], void 0, function* (a, b) {
      "use strict";
      return [this, a, b, yield Custom.resolve("own"), yield Promise.resolve("engine's"), yield "value"];
    });
    return { asked, promise, Custom };`, "Custom");
  assert.ok(promise instanceof Custom);
  assert.strictEqual((await promise).join(), "this,1,2,own,engine's,value");
  assert.strictEqual(asked.filter((call) => call === "resolve").length, 4);
});

test("asked: a class of another rejects with what the body throws", async () => {
  const outcomes = evaluate(`${custom}
    const call = (body, parameters) => __awaiter(void 0, parameters, void 0, body).then((value) => [value], (error) => error);
    return [
      call(function* () { throw 1; }),
      call(function* () { yield 1; throw 2; }),
      call(function* () { yield Custom.resolve({ then(_, reject) { reject(3); } }); }),
      call(function* () { try { yield Promise.reject(4); } catch (error) { throw error; } }),
      call(function* (parameter = (() => { throw 5; })()) {}),
    ];`, "Custom");
  assert.deepStrictEqual(await Promise.all(outcomes), [1, 2, 3, 4, 5]);
});

test("asked: a class whose `resolve` throws, or has a `then` that does, throws into the body", async () => {
  const outcomes = evaluate(`${custom}
    class Strict extends Custom { static resolve(value) { if (value === 0) throw "resolve"; return super.resolve(value); } }
    const body = function* () { try { yield 0; } catch (error) { return [error, yield 1]; } };
    return [
      __awaiter(void 0, [], void 0, body),
      __awaiter(void 0, [], void 0, function* () {
        try { yield { get then() { throw "then"; } }; } catch (error) { return [error, yield 1]; }
      }),
    ];`, "Strict");
  assert.deepStrictEqual((await Promise.all(outcomes)).map(String), ["resolve,1", "then,1"]);
});

test("asked: the global Promise is the one of each call", async () => {
  const { first, second, Before, After } = evaluate(`
    const Before = Promise, body = function* () { return [yield 1, yield Before.resolve(2)]; };
    const first = __awaiter(void 0, void 0, void 0, body);
    globalThis.Promise = class After extends Before {};
    return { first, second: __awaiter(void 0, void 0, void 0, body), Before, After: Promise };`);
  assert.ok(first instanceof Before && !(first instanceof After) && second instanceof After);
  assert.deepStrictEqual((await Promise.all([first, second])).map(String), ["1,2", "1,2"]);
});

// As zone.js does it: what runs in a zone goes on in it, since `then` takes it along.
test("asked: a `then` that carries a zone along is called for every await", async () => {
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
    const work = () => __awaiter(void 0, [], void 0, function* () {
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

test("asked: async generators, `yield*`, `for await` and resources ask for the class, too", async () => {
  const { asked, promises, Custom } = evaluate(`${custom}
    const asyncDispose = Symbol.asyncDispose || Symbol.for("Symbol.asyncDispose"), seen = [];
    function g() { return __asyncGen(this, arguments, g, g_1); }
    function* g_1() { seen.push(yield __awaitIn("awaited")); yield "yielded"; yield* __delegate(["inner"]); return yield __awaitIn("returned"); }
    __asyncGenFunction(g);
    const loop = function* () {
      const S = __using();
      try {
        S.useAsync({ [asyncDispose]() { seen.push("disposed"); } });
        for (const L = __forAwait(g()); L.step(yield L.next()); ) seen.push(L.value);
      } finally { while (S.step()) yield S.result; S.end(); }
      return seen;
    };
    return { asked, Custom, promises: [g().next(), g().return(1), g().throw(2), g.prototype.next.call({}), __awaiter(void 0, [], void 0, loop)] };`, "Custom");
  assert.ok(promises.every((promise) => promise instanceof Custom));
  const settled = await Promise.all(promises.map((promise) => promise.then((value) => JSON.stringify(value), (error) => `rejected ${error}`)));
  assert.deepStrictEqual(settled.slice(0, 3), ['{"value":"yielded","done":false}', '{"value":1,"done":true}', "rejected 2"]);
  assert.match(settled[3], /^rejected TypeError/);
  assert.strictEqual(settled[4], '["awaited","awaited","yielded","inner","disposed"]');
  assert.ok(asked.length > 30, String(asked.length));
});

test("asked: the global Promise is the one of each operation in async generators", async () => {
  const { gen, first, Before } = evaluate(`
    const Before = Promise;
    const gen = __asyncGen(void 0, [], void 0, function* () { yield 1; yield __awaitIn(2); yield 3; });
    return { gen, first: gen.next(), Before };`);
  assert.ok(first instanceof Before);
  assert.strictEqual((await first).value, 1);
});

// With the engine's own Promise, and nothing patched, it is exact.
sameAsNative("an await that throws at once, a hundred thousand times in a loop", {
  shapes: [shapes.asked],
  before: `const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw 1; } });`,
  body: "let caught = 0; for (let i = 0; i < 1e5; i++) { try { yield promise; } catch (one) { caught += one; } } return caught;",
});
sameAsNative("`this` and arguments", {
  shapes: Object.values(shapes).filter((shape) => shape !== shapes.settle),
  body: "log(String(this), typeof this, ...arguments); return arguments.length;",
});
