// `__awaiter` by the driver of another, which gives some values a meaning of its own.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { awaited, bodyOf } = require("./awaited.js");
const { bluebirdLike, coLike } = require("./drivers.js");
const { helperSourceIn } = require("./load.js");
const { native, run, sameAsNative, shape } = require("./side-by-side.js");

const driven = (name, driver) =>
  shape(name, helpers, (body) => `
    function __driver() { return (${driver}).wrap; }
    function subject() { return __awaiter(this, arguments, void 0, function* () {${body}}); }`);
const helpers = helperSourceIn(["driven", ""], "__awaiter");
const co = driven("driven by co", coLike);
const bluebird = driven("driven by Bluebird", bluebirdLike);

/** The same, in the same order; when is the driver's own affair. */
const sameInOrder = (name, program) =>
  test(`${bluebird.name}: ${name}`, async () => {
    const withoutTime = (lines) => lines.map((line) => line.replace(/^\d+ /, ""));
    assert.deepStrictEqual(withoutTime(await run(bluebird, program)), withoutTime(await run(native, program)));
  });

const programs = awaited.map(([name, expression, before]) => [`await of ${name}`, { before, body: bodyOf(expression) }]);
const more = {
  "an array and a function are values, not things to do": "log(yield [1]); log(yield (() => {})); log(yield {});",
  "a return of an array of promises": "return [Promise.resolve(1)];",
  "a return of a promise": "yield 1; return Promise.resolve(1);",
  "a return of a thenable": "yield 1; return { then(resolve) { resolve(1); } };",
  "no await": "return 1;",
  "a throw before the first await": "throw new Error('thrown');",
  "a throw after an await": "yield 1; throw new Error('thrown');",
  "a rejection that nothing catches": "try { yield Promise.reject(1); } finally { log('finally'); }",
  "rejections caught in a loop": "for (let i = 0; i < 3; i++) { try { yield Promise.reject(i); } catch (error) { log(error); } }",
  "an await that throws at once, many times": `
    const promise = Promise.resolve(1);
    Object.defineProperty(promise, "constructor", { get() { throw 1; } });
    let caught = 0;
    for (let i = 0; i < 1e4; i++) { try { yield promise; } catch (one) { caught += one; } }
    return caught;`,
  "`this` and arguments": "log(String(this), typeof this, ...arguments); yield 1; log(String(this), ...arguments);",
};
for (const [name, body] of Object.entries(more)) programs.push([name, { body }]);

for (const [name, program] of programs) {
  sameAsNative(name, { shapes: [co], ...program });
  // Such a driver looks for `then` again in what its promises are fulfilled with, which a proxy can see.
  if (!name.includes("proxy of a thenable")) sameInOrder(name, program);
}

sameAsNative("its own promise is returned", { shapes: [co], body: "yield 1; return result;" });

test("driven: parameters that throw reject", async () => {
  const throwing = shape("parameters", helpers, () => `
    function __driver() { return (${coLike}).wrap; }
    function subject() { return __awaiter(this, [], void 0, function* (a = (() => { throw 1; })()) {}); }`);
  assert.deepStrictEqual(await run(throwing, { body: "" }), ["0 returned", "1 rejected 1"]);
});

test("driven: async generators, `yield*` and `for await` have the driver's promises", async () => {
  const all = helperSourceIn(["driven", ""], "__awaiter", "__asyncGen", "__asyncGenFunction", "__awaitIn", "__delegate", "__forAwait");
  for (const driver of [coLike, bluebirdLike]) {
    const program = `(function () { ${all}
      const wrap = (${driver}).wrap, kind = wrap(function* () {})().constructor;
      function __driver() { return wrap; }
      function g() { return __asyncGen(this, arguments, g, g_1); }
      function* g_1() {
        try { yield yield __awaitIn([1]); yield* __delegate([Promise.resolve(2)]); yield Promise.reject(3); }
        catch (error) { yield ["caught", error]; } finally { yield __awaitIn("finally"); }
        return yield __awaitIn(() => 4);
      }
      __asyncGenFunction(g);
      const it = g(), asked = [1, 2, 3, 4, 5].map(() => it.next()), others = [g().return(5), g().throw(6)];
      const loop = __awaiter(void 0, [], void 0, function* () {
        const seen = [];
        for (const L = __forAwait(g()); L.step(yield L.next()); ) seen.push(L.value);
        return seen;
      });
      return { loop, promises: [...asked, ...others], isOfKind: (promise) => promise.constructor.name === kind.name };
    })()`;
    const { loop, promises, isOfKind } = vm.runInContext(program, vm.createContext({ queueMicrotask }));
    assert.ok([...promises, loop].every(isOfKind));
    const settled = await Promise.all(promises.map((promise) => promise.then(({ value, done }) => `${value} ${done}`, String)));
    assert.deepStrictEqual(settled, ["1 false", "2 false", "caught,3 false", "() => 4 true", "undefined true", "5 true", "6"]);
    assert.strictEqual(JSON.stringify(await loop), '[[1],2,["caught",3]]');
  }
});
