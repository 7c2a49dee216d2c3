// What the helpers use is captured when they load: a program that patches it later changes natively nothing.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");
const { sameAsNative } = require("./side-by-side.js");

const bodies = {
  "nothing is awaited": "return 1;",
  "a thenable is returned": "return { then(resolve) { resolve(1); } };",
  "a body throws": "throw 1;",
  "a value is awaited": "return yield 1;",
  "a promise is awaited": "return yield fulfilled;",
  "a promise with an accessor is awaited": "return yield accessor;",
  "a rejection is caught": "try { yield rejected; } catch (error) { return error; }",
  "much is awaited": "try { yield 1; yield accessor; yield rejected; } catch { yield fulfilled; throw 2; }",
};
const promises = `
  const fulfilled = Promise.resolve(1), accessor = Promise.resolve(1), rejected = Promise.reject(1), P = Promise;
  rejected.catch(() => {});
  Object.defineProperty(accessor, "constructor", { get() { log("constructor"); return P; }, configurable: true });`;
const patched = (name, patch) => {
  for (const [what, body] of Object.entries(bodies)) {
    sameAsNative(`${name}, and ${what}`, { before: promises + patch, body });
  }
};

const broken = "(name) => function () { log(name); throw new Error('patched'); }";
patched("Promise.prototype.then is patched", `Promise.prototype.then = (${broken})("then");`);
patched("Promise.prototype.then is an accessor", `
  Object.defineProperty(Promise.prototype, "then", { get: (${broken})("then") });`);
patched("Promise.resolve and Promise.reject are patched", `
  for (const key of ["resolve", "reject"]) Promise[key] = (${broken})(key);`);
patched("Promise.resolve and Promise.reject are gone", "delete Promise.resolve; delete Promise.reject;");
patched("the generators' methods are patched", `
  const generator = Object.getPrototypeOf(function* () {}).prototype;
  for (const key of ["next", "throw", "return"]) generator[key] = (${broken})(key);`);
patched("the generators' methods are gone", `
  const generator = Object.getPrototypeOf(function* () {}).prototype;
  for (const key of ["next", "throw", "return"]) delete generator[key];`);
patched("globalThis.Promise is replaced", "globalThis.Promise = class Other { constructor() { log('Other'); } };");
patched("globalThis.Promise is gone", "delete globalThis.Promise;");
patched("Object is patched", `
  for (const key of Reflect.ownKeys(Object)) if (typeof Object[key] === "function") Object[key] = (${broken})(key);
  Object.prototype.hasOwnProperty = (${broken})("hasOwnProperty");`);
patched("functions' own methods are patched", `
  for (const key of ["call", "apply", "bind"]) Function.prototype[key] = (${broken})(key);
  for (const key of Reflect.ownKeys(Reflect)) if (typeof Reflect[key] === "function") Reflect[key] = (${broken})(key);`);
patched("every object has `then`", `
  Object.defineProperty(Object.prototype, "then", { get() { log("then of", typeof this); }, configurable: true });`);

// A function of a file may be called before the file has run: through an import cycle.
const early = (helper, between = "") => {
  const call = helper === "__settle" ? "__settle(() => 2)" : `${helper}(void 0, [1], void 0, body)`;
  const text = `(function () {
    const first = subject(); ${between}
    ${helperSource(helper)}
    return [first, subject()];
    function subject() { return ${call}; }
    function* body(a) { return 1 + (yield a); }
  })()`;
  return vm.runInContext(text, vm.createContext());
};

for (const helper of ["__awaiter", "__awaiterOnce", "__settle"]) {
  test(`${helper}: a call before the helpers have loaded captures what it needs`, async () => {
    assert.deepStrictEqual(await Promise.all(early(helper)), [2, 2]);
  });
}

test("__awaiter: a call before that, without Promise: an error, and no half-made capture", async () => {
  const [first, second] = early("__awaiter", `
    for (const name of ["Promise", "Object"]) {
      __apply = __Promise = void 0;
      const value = globalThis[name];
      delete globalThis[name];
      let message = "";
      try { subject(); } catch (error) { ({ message } = error); }
      globalThis[name] = value;
      if (message !== name + " is not defined" || __apply) throw new Error(message);
    }`);
  assert.deepStrictEqual(await Promise.all([first, second]), [2, 2]);
});
