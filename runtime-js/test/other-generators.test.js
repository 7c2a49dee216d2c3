// Generators that another tool has taken out of a lowered file, its helpers included: they have no prototype in common.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");

const names = ["__awaiter", "__awaiterOnce", "__asyncGen", "__asyncGenFunction", "__awaitIn", "__delegate"];
// What TypeScript makes of a generator function: a function that answers an object with methods of its own.
const helpers = helperSource(...names).replace("Object.getPrototypeOf(function* () {})", "Object.getPrototypeOf(function () {})");
const lowered = `const own = (generator) => function () {
  const iterator = generator.apply(this, arguments);
  return { next: (v) => iterator.next(v), throw: (e) => iterator.throw(e), return: (v) => iterator.return(v) };
};`;
const evaluate = (program) => vm.runInNewContext(`(function () { ${helpers} ${lowered} ${program} })()`);

test("other tools' generators: async functions", async () => {
  const results = evaluate(`
    const body = own(function* (a) { try { yield Promise.reject(a); } catch (error) { return error + 1; } });
    return [__awaiter(void 0, [1], void 0, body), __awaiterOnce(void 0, [2], void 0, body)];`);
  assert.deepStrictEqual(await Promise.all(results), [2, 3]);
});

test("other tools' generators: async generators", async () => {
  const { g, first, misused } = evaluate(`
    function g() { return __asyncGen(this, arguments, g, g_1); }
    var g_1 = own(function* (a) { try { yield yield __awaitIn(a); yield* __delegate([2]); } finally { yield "finally"; } });
    __asyncGenFunction(g);
    return { g, first: g(1), misused: g.prototype.next.call({}) };`);
  assert.ok(first instanceof g);
  await assert.rejects(misused, { name: "TypeError" });
  const answers = [await first.next(), await first.next(), await first.return(3), await first.next(), await first.next()];
  assert.deepStrictEqual(answers.map(({ value, done }) => `${value} ${done}`), ["1 false", "2 false", "finally false", "3 true", "undefined true"]);
});
