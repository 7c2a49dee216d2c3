// How deep functions call themselves before their first suspension: frames of helpers count, too.
"use strict";
const assert = require("node:assert");
const { execFile } = require("node:child_process");
const { test } = require("node:test");
const { promisify } = require("node:util");
const { coLike } = require("./drivers.js");
const { helperSource, helperSourceIn } = require("./load.js");

const body = (suspend) => `depth++; const below = ${suspend} subject(n + 1); return below + n;`;
const native = `async function subject(n) { ${body("await")} }`;
const generator = `function* generator(n) { ${body("yield")} }`;
const lowered = (helper, helpers = helperSource(helper)) => `${helpers} ${generator}
  function subject(n) { return ${helper}(this, [n], void 0, generator); }`;

/** How often `subject` is entered before the stack is used up, when it runs for the first time. */
async function depth(program) {
  const main = `let depth = 0; process.on("unhandledRejection", () => {}); try { subject(0); } catch {} console.log(depth);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", `${program}; ${main}`], { maxBuffer: 1 << 26 });
  return Number(stdout);
}

async function reaches(program, share, other) {
  const [is, wanted] = await Promise.all([depth(program), depth(other)]);
  assert.ok(is >= share * wanted, `${is} of ${wanted}`);
}

for (const helper of ["__awaiter", "__awaiterOnce"]) {
  test(`${helper}: a quarter as deep as natively`, () => reaches(lowered(helper), 1 / 4, native));
}

test("asked: a quarter as deep as natively", () =>
  reaches(lowered("__awaiter", `${helperSourceIn(["asked", ""], "__awaiter")} function __promise() { return Promise; }`), 1 / 4, native));

test("__settle: a quarter as deep as natively", () =>
  reaches(`${helperSource("__settle")} function body(n) { ${body("")} }
    function subject(n) { return __settle(() => body(n)); }`, 1 / 4, native));

test("driven: half as deep as the driver alone", () => {
  const driver = `const driver = (${coLike}).wrap; ${generator}`;
  return reaches(`${driver} ${helperSourceIn(["driven", ""], "__awaiter")} function __driver() { return driver; }
    function subject(n) { return __awaiter(this, [n], void 0, generator); }`, 1 / 2,
    `${driver} const subject = driver(generator);`);
});
