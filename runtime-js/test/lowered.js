// Programs in two forms: natively async, and lowered by hand. They are written with macros, whose operands are in
// parentheses; a comma of the first level separates them.
//   GENERATOR(name, (parameters), { body })   an async generator function     ASYNC(...)   an async function
//   AWAIT(x)   YIELD(x)   DELEGATE(x)   RETURN(x);   FORAWAIT(const x, iterable, { body })
//   SCOPE({ USE(name, x); USEASYNC(name, x); })   a block with `using` and `await using`
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");

const natively = {
  GENERATOR: (expand, name, parameters, body) => `async function* ${name}${expand(parameters)} ${expand(body)}`,
  ASYNC: (expand, name, parameters, body) => `async function ${name}${expand(parameters)} ${expand(body)}`,
  AWAIT: (expand, x) => `(await ${expand(x)})`,
  YIELD: (expand, x) => `(yield ${expand(x)})`,
  DELEGATE: (expand, x) => `(yield* ${expand(x)})`,
  RETURN: (expand, x) => `return ${expand(x)}`,
  FORAWAIT: (expand, head, iterable, body) => `for await (${head} of ${expand(iterable)}) ${expand(body)}`,
  SCOPE: (expand, body) => expand(body),
  USE: (expand, name, x) => `using ${name} = ${expand(x)}`,
  USEASYNC: (expand, name, x) => `await using ${name} = ${expand(x)}`,
};

const inAsync = {
  ...natively,
  GENERATOR: (_, name, parameters, body) => {
    const expand = (text) => expandMacros(text, inGenerator);
    return `function ${name}() { return __asyncGen(this, arguments, ${name}, ${name}_1); }
      function* ${name}_1${expand(parameters)} ${expand(body)} __asyncGenFunction(${name});`;
  },
  ASYNC: (_, name, parameters, body) => {
    const expand = (text) => expandMacros(text, inAsync);
    return `function ${name}() { return __awaiter(this, arguments, void 0, ${name}_1); }
      function* ${name}_1${expand(parameters)} ${expand(body)}`;
  },
  AWAIT: (expand, x) => `(yield ${expand(x)})`,
  FORAWAIT: (expand, head, iterable, body) => `{ const L = __forAwait(${expand(iterable)});
    try { for (; L.step(${expand("AWAIT(L.next())")}); ) { ${head} = L.value; ${expand(body)} } }
    catch (e) { if (L.failed()) try { ${expand("AWAIT(L.result)")}; } catch {} throw e; }
    finally { if (L.left()) L.check(${expand("AWAIT(L.result)")}); } }`,
  SCOPE: (expand, body) => {
    const end = body.includes("USEASYNC(")
      ? `while (S.step()) try { ${expand("AWAIT(S.result)")}; } catch (e) { S.fail(e); } S.end();`
      : "S.dispose();";
    return `{ const S = __using(); try ${expand(body)} catch (e) { S.fail(e); } finally { ${end} } }`;
  },
  USE: (expand, name, x) => `const ${name} = S.use(${expand(x)})`,
  USEASYNC: (expand, name, x) => `const ${name} = S.useAsync(${expand(x)})`,
};
const inGenerator = {
  ...inAsync,
  AWAIT: (expand, x) => `(yield __awaitIn(${expand(x)}))`,
  DELEGATE: (expand, x) => `(yield* __delegate(${expand(x)}))`,
  RETURN: (expand, x) => `return yield __awaitIn(${expand(x)})`,
};

function expandMacros(text, macros) {
  const macro = /\b([A-Z]{3,})\(/g.exec(text);
  if (!macro || !macros[macro[1]]) {
    if (macro) throw new Error(`no macro ${macro[1]}`);
    return text;
  }
  const start = macro.index + macro[0].length, operands = [""];
  let at = start;
  for (let depth = 1; ; at++) {
    const c = text[at];
    if ("([{".includes(c)) depth++;
    else if (")]}".includes(c) && --depth === 0) break;
    if (c === "," && depth === 1) operands.push("");
    else operands[operands.length - 1] += c;
  }
  const expand = (operand) => expandMacros(operand.trim(), macros);
  return text.slice(0, macro.index) + macros[macro[1]](expand, ...operands.map((operand) => operand.trim())) + expandMacros(text.slice(at + 1), macros);
}

const helpers = helperSource("__awaiter", "__asyncGen", "__asyncGenFunction", "__awaitIn", "__delegate", "__forAwait", "__using");
const forms = {
  native: { helpers: "", lower: (text) => expandMacros(text, natively) },
  lowered: { helpers, lower: (text) => expandMacros(text, inAsync) },
};

/**
 * What the program logs, each line with the number of the microtask generation it was logged in. `before` runs when the
 * helpers have loaded, and is no part of what is lowered.
 */
async function run({ helpers, lower }, program, { before = "", strict = false } = {}) {
  const text = `(function (log, evaluateElsewhere, startMetronome) { ${strict ? '"use strict";' : ""}
    ${helpers}
    const { then } = Promise.prototype, { apply } = Reflect, P = Promise, { resolve } = P;
    // How a promise settles. What it is for, comes first.
    const settles = (name, promise) => apply(then, apply(resolve, P, [promise]), [(v) => log(name, "fulfilled", v), (e) => log(name, "rejected", e)]);
    const later = (value, n = 3) => new P((resolve) => { const tick = () => n-- ? queueMicrotask(tick) : resolve(value); tick(); });
    // A promise that is to be no unhandled rejection.
    const quiet = (value) => { try { apply(then, value, [() => {}, () => {}]); } catch {} return value; };
    ${before}
    startMetronome();
    ${lower(program)}
  })`;
  const lines = [];
  let generation = 0;
  const log = (...values) => { lines.push([generation, ...values.map(shown)].join(" ")); return values[0]; };
  const startMetronome = () => queueMicrotask(() => { if (++generation < 60) startMetronome(); });
  const elsewhere = vm.createContext();
  const evaluateElsewhere = (code) => vm.runInContext(code, elsewhere);
  vm.runInContext(text, vm.createContext({ queueMicrotask }))(log, evaluateElsewhere, startMetronome);
  // No timer and no IO in these programs: all is over with the microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  return lines;
}

function shown(value) {
  if (Object.prototype.toString.call(value) === "[object Error]") return value.name;
  if (value === null || typeof value !== "object") return typeof value === "function" ? "[a function]" : String(value);
  // The test runner has its own properties on promises.
  const keys = Reflect.ownKeys(value).filter((key) => !String(key).includes("async_id"));
  const entries = keys.map((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key);
    return `${String(key)}: ${"value" in property ? shown(property.value) : "accessor"}`;
  });
  return `${Object.prototype.toString.call(value)} { ${entries.join(", ")} }`;
}

/** A test that the program does the same lowered, sloppy and strict. */
function sameAsNative(name, program, options = {}) {
  test(name, async () => {
    for (const strict of [false, true]) {
      const expected = await run(forms.native, program, { ...options, strict });
      assert.ok(expected.length > 0, "nothing was logged");
      assert.deepStrictEqual(await run(forms.lowered, program, { ...options, strict }), expected);
    }
  });
}

/** A test of what the lowered program logs, where engines differ or have not got there yet. */
function asSpecified(name, program, expected, options = {}) {
  test(name, async () => {
    for (const strict of [false, true]) {
      assert.deepStrictEqual(await run(forms.lowered, program, { ...options, strict }), expected);
    }
  });
}

module.exports = { asSpecified, forms, run, sameAsNative };
