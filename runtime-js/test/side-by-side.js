// Runs one body twice, as a native async function and driven by a helper, each in a realm of its own (so that a program
// may patch what it likes), and compares what was logged, and in which microtask.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSourceIn } = require("./load.js");

/**
 * A way to run a body: the helper that it takes (or their text), and the function `subject` that it makes of a body. A
 * program that defines properties called `constructor` gets the text for such, as the tool gives it.
 */
function shape(name, helpers, lower, suits = () => true) {
  const named = /^\w+$/.test(helpers);
  const helpersFor = named ? (shadows) => helperSourceIn(shadows ? ["shadowed", ""] : [""], helpers) : () => helpers;
  return { name, helpersFor, lower, suits };
}

const suspensions = (body) => (body.match(/\byield\b/g) || []).length;
const driven = (call) => (body) => `function subject() { return ${call}, function* () {${body}}); }`;
const native = shape("native", "", (body) => `async function subject() {${body.replace(/\byield\b/g, "await")}}`);
/** Those that promise to be exact. */
const exact = {
  awaiter: shape("awaiter", "__awaiter", driven("__awaiter(this, arguments, void 0")),
  awaiterOnce: shape("awaiterOnce", "__awaiterOnce", driven("__awaiterOnce(this, arguments, void 0"),
    (body) => suspensions(body) <= 1 && !/\b(for|while)\b/.test(body)),
  settle: shape("settle", "__settle", (body) => `function subject() { return __settle(() => {${body}}); }`,
    (body) => suspensions(body) === 0),
};
/** With the class that `__promise()` answers: exact as long as that is the engine's. */
const asked = shape("asked", `${helperSourceIn(["asked", ""], "__awaiter")} function __promise() { return Promise; }`, exact.awaiter.lower);
const shapes = { ...exact, asked };

/**
 * A test a shape that `body` suits. `yield` stands for `await`. `before` runs when the helpers have loaded, `after` once
 * the function has been called; `result` is what it returned. `todo` is why it is known to differ.
 */
function sameAsNative(name, { shapes = Object.values(exact), todo, ...program }) {
  for (const shape of shapes.filter((shape) => shape.suits(program.body))) {
    test(`${shape.name}: ${name}`, { todo }, async () => {
      for (const directive of ["", '"use strict";']) {
        const expected = await run(native, { ...program, directive });
        assert.deepStrictEqual(await run(shape, { ...program, directive }), expected);
        assert.ok(expected.includes("0 returned"), expected.join("\n"));
      }
    });
  }
}

/** What the program logs, each line with the number of the microtask generation it was logged in. */
async function run(shape, { directive = "", before = "", body, after = "" }) {
  const text = `(function (log, evaluateElsewhere, startMetronome) { ${directive}
    ${shape.helpersFor(/defineProperty/.test(before + body) && /constructor/.test(before + body))}
    const { apply } = Reflect, { then } = Promise.prototype;
    let result;
    ${before}
    ${shape.lower(body)}
    startMetronome();
    try { result = apply(subject, "this", ["argument"]); } catch (error) { log("thrown", error); return; }
    log("returned");
    ${after}
    apply(then, result, [(value) => log("fulfilled", value), (error) => log("rejected", error)]);
  })`;
  const lines = [];
  let generation = 0;
  const log = (...values) => lines.push([generation, ...values.map(shown)].join(" "));
  const startMetronome = () => queueMicrotask(() => { if (++generation < 50) startMetronome(); });
  const elsewhere = vm.createContext();
  const evaluateElsewhere = (code) => vm.runInContext(code, elsewhere);
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

module.exports = { native, run, sameAsNative, shape, shapes };
