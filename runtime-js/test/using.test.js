// The resources of `using` and `await using`: by the specification, since not every engine has them.
"use strict";
const assert = require("node:assert");
const { test } = require("node:test");
const vm = require("node:vm");
const { helperSource } = require("./load.js");
const { asSpecified, forms, run } = require("./lowered.js");

const before = `
  const sync = (name, error) => ({ name, [dispose](...args) { log("dispose", name, args.length, this.name); if (error) throw error; return Promise.reject.name; } });
  const async = (name, answer = () => later(0)) => ({ name, [asyncDispose](...args) { log("asyncDispose", name, args.length, this.name); return answer(); } });
  const tree = (e) => e && e.name === "SuppressedError" ? "(" + tree(e.error) + " over " + tree(e.suppressed) + ")" : String(e);
  const dispose = Symbol.dispose || Symbol.for("Symbol.dispose"), asyncDispose = Symbol.asyncDispose || Symbol.for("Symbol.asyncDispose");
  const ends = (f) => { let answer; try { answer = f(); } catch (e) { log("thrown", tree(e)); return; }
    if (answer instanceof P) apply(then, answer, [(v) => log("fulfilled", v), (e) => log("rejected", tree(e))]); else log("answers", answer); };`;
const isNative = (() => { try { new Function("{ using x = null; }"); return true; } catch { return false; } })();
function specified(name, program, expected) {
  asSpecified(name, program, expected, { before });
  if (isNative) test(`natively: ${name}`, async () => assert.deepStrictEqual(await run(forms.native, program, { before }), expected));
}

specified("in reverse order, with the resource as `this` and no arguments", `
  ends(() => { SCOPE({ USE(a, sync("a")); log("used", a.name); USE(u1, sync("b")); log("body"); }) return "end"; });`,
["0 used a", "0 body", "0 dispose b 0 b", "0 dispose a 0 a", "0 answers end"]);
specified("null and undefined are skipped", `
  ends(() => { SCOPE({ USE(m, null); USE(n, void 0); log(m, n); USE(u2, sync("a")); }) });`, ["0 null undefined", "0 dispose a 0 a", "0 answers undefined"]);
specified("the method is read once, when the resource is declared", `
  const resource = { get [dispose]() { log("read"); return () => log("called"); } };
  ends(() => { SCOPE({ USE(u3, resource); log("body"); }) });`, ["0 read", "0 body", "0 called", "0 answers undefined"]);
specified("return, break and continue", `
  ends(() => { for (const i of [1, 2, 3]) SCOPE({ USE(u4, sync(i)); if (i === 1) continue; log("body", i); if (i === 2) break; })
    SCOPE({ USE(u5, sync("r")); return log("returned"); }) });`,
["0 dispose 1 0 1", "0 body 2", "0 dispose 2 0 2", "0 returned", "0 dispose r 0 r", "0 answers returned"]);
specified("an error of the body", `ends(() => { SCOPE({ USE(u6, sync("a")); throw "body"; }) });`, ["0 dispose a 0 a", "0 thrown body"]);
specified("an error of a disposal, which does not keep others from theirs", `
  ends(() => { SCOPE({ USE(u7, sync("a")); USE(u8, sync("b", "error b")); USE(u9, sync("c")); }) return "not reached"; });`,
["0 dispose c 0 c", "0 dispose b 0 b", "0 dispose a 0 a", "0 thrown error b"]);
specified("every error suppresses the one before it", `
  ends(() => { SCOPE({ USE(u10, sync("a", "error a")); USE(u11, sync("b", "error b")); throw "body"; }) });`,
["0 dispose b 0 b", "0 dispose a 0 a", "0 thrown (error a over (error b over body))"]);
specified("an error that is undefined is one", `
  ends(() => { SCOPE({ USE(u12, sync("a", "error a")); throw void 0; }) });`, ["0 dispose a 0 a", "0 thrown (error a over undefined)"]);
for (const value of ["1", "'s'", "true", "Symbol.iterator", "{}", "() => {}", "{ [dispose]: null }", "{ [dispose]: 1 }", "{ [asyncDispose]() {} }"]) {
  specified(`using ${value}`, `ends(() => { SCOPE({ USE(u13, sync("a")); USE(u14, ${value}); log("not reached"); }) });`,
    ["0 dispose a 0 a", `0 thrown TypeError: ${message(value, "Symbol.dispose")}`]);
}
function message(value, symbol) {
  if (["1", "'s'", "true", "Symbol.iterator"].includes(value)) return "An object is expected with `using` declarations";
  return `Symbol(${symbol}) is not a function`;
}

specified("async: in reverse order, one after the other", `
  ASYNC(f, (), { SCOPE({ USEASYNC(u15, async("a")); USEASYNC(u16, async("b")); USE(u17, sync("c")); log("body"); }) return "end"; }) ends(f);`,
["0 body", "0 dispose c 0 c", "0 asyncDispose b 0 b", "4 asyncDispose a 0 a", "9 fulfilled end"]);
specified("async: a sync method is not awaited, and its error is a rejection", `
  ASYNC(f, (), { SCOPE({ USEASYNC(u18, sync("a")); USEASYNC(u19, sync("b", "error b")); }) return "end"; }) ends(f);`,
["0 dispose b 0 b", "1 dispose a 0 a", "3 rejected error b"]);
specified("async: the async method comes first, the other serves where it is null", `
  const both = { [asyncDispose]() { log("async"); }, [dispose]() { log("sync"); } };
  ASYNC(f, (), { SCOPE({ USEASYNC(u20, both); USEASYNC(u21, { __proto__: both, [asyncDispose]: null }); }) }) ends(f);`,
["0 sync", "1 async", "3 fulfilled undefined"]);
specified("async: null and undefined are one await at the end", `
  ASYNC(f, (), { SCOPE({ USEASYNC(u22, null); USEASYNC(u23, void 0); log("body"); }) log("after"); }) ends(f); log("called");`,
["0 body", "0 called", "1 after", "2 fulfilled undefined"]);
specified("async: none, where something else was awaited", `
  ASYNC(f, (), { SCOPE({ USEASYNC(u24, null); USEASYNC(u25, async("a", () => 0)); USEASYNC(u26, null); }) log("after"); }) ends(f);`,
["0 asyncDispose a 0 a", "1 after", "2 fulfilled undefined"]);
specified("async: one before the next sync resource, and again after it", `
  ASYNC(f, (), { SCOPE({ USEASYNC(u27, null); USE(u28, sync("a")); USEASYNC(u29, null); }) log("after"); }) ends(f);`,
["1 dispose a 0 a", "2 after", "3 fulfilled undefined"]);
specified("async: none before a sync resource that comes after an await", `
  ASYNC(f, (), { SCOPE({ USE(u30, sync("a")); USEASYNC(u31, null); USEASYNC(u32, async("b", () => 0)); }) log("after"); }) ends(f);`,
["0 asyncDispose b 0 b", "1 dispose a 0 a", "1 after", "2 fulfilled undefined"]);
specified("async: a method that throws is not awaited", `
  ASYNC(f, (), { SCOPE({ USEASYNC(u33, async("a", () => 0)); USEASYNC(u34, async("b", () => { throw "error b"; })); }) }) ends(f);`,
["0 asyncDispose b 0 b", "0 asyncDispose a 0 a", "2 rejected error b"]);
specified("async: errors of all kinds suppress one another", `
  const broken = Promise.resolve(); Object.defineProperty(broken, "constructor", { get() { throw "broken"; } });
  ASYNC(f, (), { SCOPE({ USE(u35, sync("a", "error a")); USEASYNC(u36, async("b", () => Promise.reject("rejected"))); USEASYNC(u37, async("c", () => broken)); throw "body"; }) }) ends(f);`,
["0 asyncDispose c 0 c", "0 asyncDispose b 0 b", "1 dispose a 0 a", "2 rejected (error a over (rejected over (broken over body)))"]);
specified("async: in an async generator that is left", `
  GENERATOR(g, (), { SCOPE({ USEASYNC(u38, async("a")); YIELD(1); }) }) const it = g(); it.next(); settles("return", it.return("r"));`,
["2 asyncDispose a 0 a", "7 return fulfilled [object Object] { value: r, done: true }"]);
for (const value of ["1", "{}", "{ [dispose]: null }", "{ [asyncDispose]: 1 }"]) {
  specified(`await using ${value}`, `ASYNC(f, (), { SCOPE({ USEASYNC(u39, async("a", () => 0)); USEASYNC(u40, ${value}); log("not reached"); }) }) ends(f);`,
    ["0 asyncDispose a 0 a", `2 rejected TypeError: ${message(value, value.includes("]: 1") ? "Symbol.asyncDispose" : "Symbol.dispose")}`]);
}

// The error, where the engine has it and where it has not.
const suppressed = (program) => vm.runInNewContext(`${helperSource("__using")}
  function fail() { const S = __using(); S.fail("first"); S.fail("second"); S.end(); }
  ${program} try { fail(); } catch (e) { (${(error) => {
    const attributes = (key) => { const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(error, key); return [writable, enumerable, configurable].join(); };
    return [error instanceof Error, error.name, error.message, error.error, error.suppressed, Object.keys(error).length, attributes("error"), attributes("suppressed"), String(error)].join("; ");
  }})(e); }`);
test("SuppressedError, of the engine or not", () => {
  const expected = "true; SuppressedError; An error was suppressed during disposal; second; first; 0; true,false,true; true,false,true; " +
    "SuppressedError: An error was suppressed during disposal";
  assert.strictEqual(suppressed(""), expected);
  assert.strictEqual(suppressed("delete globalThis.SuppressedError;"), expected);
  assert.strictEqual(suppressed("delete globalThis.SuppressedError; Object.prototype.get = () => {};"), expected);
  const own = `globalThis.SuppressedError = class extends Error { constructor(error, suppressed, message) {
    super(message); Object.defineProperty(this, "error", { value: error, writable: true, configurable: true });
    Object.defineProperty(this, "suppressed", { value: suppressed, writable: true, configurable: true }); } };
    SuppressedError.prototype.name = "SuppressedError";`;
  assert.strictEqual(suppressed(own), expected);
});
test("symbols that a program defines later", () => {
  const log = vm.runInNewContext(`${helperSource("__using")}
    const log = [], own = Symbol("dispose"), { prototype } = Symbol;
    Object.defineProperty(Symbol, "dispose", { value: Symbol.dispose || own });
    const S = __using(); S.use({ [Symbol.dispose]() { log.push("disposed"); } }); S.dispose(); log.join()`);
  assert.strictEqual(log, "disposed");
});
