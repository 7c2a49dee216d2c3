// Rejections that nobody handles: as many events as natively, and none for a promise that only a helper knows of.
// In processes of their own, since the test runner takes these events for failures.
"use strict";
const assert = require("node:assert");
const { execFile } = require("node:child_process");
const { test } = require("node:test");
const { promisify } = require("node:util");
const { coLike } = require("./drivers.js");
const { helperSource, helperSourceIn } = require("./load.js");
const { native, shape, shapes } = require("./side-by-side.js");

const rejected = "Promise.reject('reason')";
const throws = "Object.defineProperty(Promise.resolve(), 'constructor', { get() { throw 'reason'; } })";
/** `[body, what the caller does with result]` */
const cases = [
  ["throw 'reason';"],
  ["throw 'reason';", "result.catch(() => {});"],
  ["yield 1; throw 'reason';"],
  ["yield 1; throw 'reason';", "result.catch(() => {});"],
  ["yield 1; yield 2; throw 'reason';"],
  ["yield 1; yield 2; throw 'reason';", "result.then(() => {});"],
  ["throw 'reason';", "queueMicrotask(() => result.catch(() => {}));"],
  ["throw 'reason';", "setImmediate(() => result.catch(() => {}));"],
  ["yield 1; throw 'reason';", "setImmediate(() => result.catch(() => {}));"],
  [`yield ${rejected};`],
  [`yield ${rejected};`, "result.catch(() => {});"],
  [`try { yield ${rejected}; } catch { }`],
  [`try { yield ${rejected}; } catch { yield 1; }`],
  [`const promise = ${rejected}; yield 1; yield promise;`, "result.catch(() => {});"],
  [`const promise = ${rejected}; yield new Promise(setImmediate); try { yield promise; } catch { }`],
  [`return ${rejected};`],
  [`return ${rejected};`, "result.catch(() => {});"],
  [`yield 1; return ${rejected};`],
  ["yield { then(_, reject) { reject('reason'); } };"],
  [`yield ${throws};`],
  [`try { yield ${throws}; } catch { }`],
  [`try { yield ${throws}; } catch { yield 1; }`],
  [`yield 1; try { yield ${throws}; } catch { }`],
  ["yield 1; return result;"],
  ["yield 1; yield result;"],
  ["if (depth++ < 3) yield subject(); else throw 'reason';"],
  ["if (depth++ < 3) yield subject(); else throw 'reason';", "result.catch(() => {});"],
  ["if (depth++ < 3) subject(); else throw 'reason';"],
  ["yield Promise.all([Promise.reject('reason'), Promise.reject('other')]);"],
];

/** The events of every case that `lowering` suits, by case. */
async function events(lowering, suits) {
  const program = `
    ${lowering.helpersFor(false)}
    const events = {};
    let current;
    for (const kind of ["unhandledRejection", "rejectionHandled"]) {
      process.on(kind, (first) => events[current].push([kind, kind === "unhandledRejection" ? String(first) : ""].join(" ")));
    }
    const soon = () => new Promise((resolve) => setTimeout(resolve, 1));
    (async () => {
      ${cases.filter(([body]) => suits(body)).map(([body, then = ""]) => `{
        events[current = ${JSON.stringify([body, then].join(" | "))}] = [];
        let depth = 0;
        ${lowering.lower(body)}
        const result = subject();
        ${then}
      }
      await soon(); await soon();`).join("\n")}
      console.log(JSON.stringify(events));
    })();`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", program]);
  return JSON.parse(stdout);
}

// A promise of a class waits for the engine's promise of the body: which cannot see that it is its own.
const subclass = shape("awaiter with a class", helperSource("__awaiter"), (body) => `
  class Own extends Promise {}
  function subject() { return __awaiter(this, arguments, Own, function* () {${body}}); }`,
  (body) => !body.includes("return result"));
const driven = shape("driven by co", `${helperSourceIn(["driven", ""], "__awaiter")} function __driver() { return (${coLike}).wrap; }`, shapes.awaiter.lower);

for (const lowering of [...Object.values(shapes), subclass, driven]) {
  test(`${lowering.name}: unhandled rejections`, async () => {
    const [expected, actual] = await Promise.all([native, lowering].map((one) => events(one, lowering.suits)));
    assert.deepStrictEqual(actual, expected);
    assert.ok(Object.values(expected).flat().length > 0);
  });
}
