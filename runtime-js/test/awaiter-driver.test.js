// `__awaiterDriver`: the driver of another, which gives some values a meaning of its own.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const { awaited, bodyOf } = require("./awaited.js");
const { bluebirdLike, coLike } = require("./drivers.js");
const { native, run, sameAsNative, shape } = require("./side-by-side.js");

const driven = (name, driver) =>
  shape(name, "__awaiterDriver", (body) => `
    const driver = (${driver}).wrap;
    function subject() { return __awaiterDriver(this, arguments, driver, function* () {${body}}); }`);
const co = driven("awaiterDriver with co", coLike);
const bluebird = driven("awaiterDriver with Bluebird", bluebirdLike);

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

test("awaiterDriver: parameters that throw reject", async () => {
  const throwing = shape("parameters", "__awaiterDriver", () => `
    const driver = (${coLike}).wrap;
    function subject() { return __awaiterDriver(this, [], driver, function* (a = (() => { throw 1; })()) {}); }`);
  assert.deepStrictEqual(await run(throwing, { body: "" }), ["0 returned", "1 rejected 1"]);
});
