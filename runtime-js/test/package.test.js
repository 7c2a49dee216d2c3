// The package `unawait-runtime` as `--helpers import` and `--helpers require` load it, by its name.
"use strict";
const assert = require("node:assert");
const { readdirSync } = require("node:fs");
const { join } = require("node:path");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");

const names = readdirSync(join(__dirname, ".."))
  .filter((file) => file.endsWith(".js") && file !== "index.js")
  .map((file) => "__" + file.replace(".js", "").replace(/-(.)/g, (_, letter) => letter.toUpperCase()));

test("`require` and `import` have every helper, and nothing else", async () => {
  const required = require("unawait-runtime"), imported = await import("unawait-runtime");
  for (const exported of [required, imported]) {
    assert.deepStrictEqual(Object.keys(exported).sort(), [...names].sort());
    for (const name of names) assert.strictEqual(exported[name].name, name === "__callOn" ? "bound call" : name);
  }
});

test("`import` of the CommonJS file finds the names", async () => {
  const imported = await import("../index.js");
  for (const name of names) assert.strictEqual(typeof imported[name], "function", name);
});

test("the helpers of both work", async () => {
  for (const { __awaiter, __settle } of [require("unawait-runtime"), await import("unawait-runtime")]) {
    const body = function* (a) { try { yield Promise.reject(a); } catch (error) { return error + (yield 1); } };
    assert.strictEqual(await __awaiter(void 0, [1], void 0, body), 2);
    assert.strictEqual(await __settle(() => 3), 3);
  }
});

// As it is after bundlers and in classic scripts: whatever the file's mode, and twice in one scope.
test("the text of all helpers can stand twice in one scope, sloppy or strict", async () => {
  const text = helperSource(...names);
  for (const directive of ["", '"use strict";']) {
    const program = `(function () { ${directive} ${text}\n${text}\n return __awaiter(void 0, [1], void 0, function* (a) { return yield a; }); })()`;
    assert.strictEqual(await vm.runInNewContext(program), 1);
  }
});
