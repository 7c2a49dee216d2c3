// Runs one body twice, as a native async function and driven by a helper, each in a realm of its own (so that a program
// may patch what it likes), and compares what was logged, and in which microtask.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");

// What a body becomes. The names are the helpers' files'.
const shapes = {
  native: (body) => `async function subject() {${body.replace(/\byield\b/g, "await")}}`,
  awaiter: (body) => `function subject() { return __awaiter(this, arguments, void 0, function* () {${body}}); }`,
  awaiterOnce: (body) => `function subject() { return __awaiterOnce(this, arguments, void 0, function* () {${body}}); }`,
  settle: (body) => `function subject() { return __settle(() => {${body}}); }`,
  awaiterOf: (body) => `function subject() { return __awaiterOf(this, arguments, void 0, function* () {${body}}); }`,
  // The drivers are written in driver.js.
  awaiterDriver: (body) => `function subject() { return __awaiterDriver(this, arguments, driver, function* () {${body}}); }`,
};
const exact = ["awaiter", "awaiterOnce", "settle"];

/** Which of the helpers a body can be given to: `__awaiterOnce` bears one suspension, `__settle` none. */
function suits(helper, body) {
  const suspensions = (body.match(/\byield\b/g) || []).length;
  if (helper === "awaiterOnce") return suspensions <= 1 && !/\b(for|while)\b/.test(body);
  return helper !== "settle" || suspensions === 0;
}

/**
 * A test a helper that `body` suits. `yield` stands for `await`. `before` runs after the helpers have loaded, `after`
 * once the function has been called; `result` is what it returned.
 */
function sameAsNative(name, { before = "", body, after = "", helpers = exact, prelude = "" }) {
  for (const helper of helpers.filter((helper) => suits(helper, body))) {
    test(`${helper}: ${name}`, async () => {
      for (const directive of ["", '"use strict";']) {
        const program = { directive, prelude, before, body, after };
        const expected = await run("native", program);
        assert.deepStrictEqual(await run(helper, program), expected);
        assert.ok(expected.some((line) => line.startsWith("0 returned")), expected.join("\n"));
      }
    });
  }
}

/** What the program logs, each line with the number of the microtask generation it was logged in. */
async function run(shape, { directive = "", prelude = "", before = "", body, after = "" }) {
  const helpers = shape === "native" ? "" : helperSource(`__${shape}`);
  const text = `(function () { ${directive}
    ${helpers}
    ${prelude}
    return function (log, evaluateElsewhere, startMetronome) {
      const then = Promise.prototype.then;
      let result;
      ${before}
      ${shapes[shape](body)}
      startMetronome();
      try { result = subject.call("this", "argument"); } catch (error) { log("thrown", error); return; }
      log("returned");
      ${after}
      Reflect.apply(then, result, [(value) => log("fulfilled", value), (error) => log("rejected", error)]);
    };
  })()`;
  const lines = [];
  let generation = 0;
  const log = (...values) => lines.push([generation, ...values.map(shown)].join(" "));
  const startMetronome = () => queueMicrotask(() => { if (++generation < 50) startMetronome(); });
  const foreign = vm.createContext();
  const evaluateElsewhere = (code) => vm.runInContext(code, foreign);
  vm.runInContext(text, vm.createContext({ queueMicrotask }))(log, evaluateElsewhere, startMetronome);
  // No timer and no IO in these programs: all is over with the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  return lines;
}

function shown(value) {
  if (Object.prototype.toString.call(value) === "[object Error]") return `${value.name}: ${value.message}`;
  if (value !== null && typeof value === "object") return `${Object.prototype.toString.call(value)} ${Object.keys(value)}`;
  return typeof value === "function" ? "[a function]" : String(value);
}

module.exports = { sameAsNative, run, exact };
