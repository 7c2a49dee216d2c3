"use strict";
// The functions of the package, with the addon that UNAWAIT_BINDING names or npm has installed.

const { test } = require("node:test");
const assert = require("node:assert/strict");
const vm = require("node:vm");
const { Worker } = require("node:worker_threads");
const { transform, transformSync, UnawaitError } = require("unawait");

const program = "async function f(x) { return (await x) + 1; } f(Promise.resolve(1)).then((v) => log.push(v));";

// What the program logs.
async function logged(code) {
  const log = [];
  vm.runInNewContext(code, { log });
  await new Promise(setImmediate);
  return log;
}

test("a lowered program does what the native one does", async () => {
  for (const to of ["generators", "state-machines"]) {
    const { code, changed, functions, warnings } = transformSync(program, { to });
    assert.deepEqual([changed, functions, warnings], [true, 1, []]);
    assert.doesNotMatch(code, /\basync\b|\bawait\b/);
    assert.deepEqual(await logged(code), await logged(program));
  }
});

test("the promise answers the same", async () => {
  assert.deepEqual(await transform(program), transformSync(program));
});

test("a program with nothing to lower comes back as it is, and without a map", () => {
  const source = "let a = 1;\n";
  assert.deepEqual(transformSync(source, { sourceMap: true }), { code: source, map: undefined, changed: false, functions: 0, warnings: [] });
});

test("the map leads from the output to the source", () => {
  const { map } = transformSync(program, { filename: "a.js", sourceMap: true, sourcesContent: true });
  const { version, sources, sourcesContent } = JSON.parse(map);
  assert.equal(version, 3);
  assert.deepEqual([sources[0], sourcesContent[0]], ["a.js", program]);
});

test("a refused program is an error with places in UTF-16 and a frame", () => {
  const source = "async () => {\n  let 😀é, a, a;\n}".replace("😀é", "é");
  assert.throws(() => transformSync(source, { filename: "b.js" }), (error) => {
    assert(error instanceof UnawaitError && error instanceof SyntaxError);
    const [first] = error.errors;
    assert.equal(source.slice(first.start.offset, first.end.offset), "a");
    assert.deepEqual(first.start, { offset: source.lastIndexOf("a"), line: 2, column: 13 });
    assert.equal(first.code, "redeclared");
    assert.match(error.frame, /b\.js:2:13/);
    assert.deepEqual(error.loc, { file: "b.js", line: 2, column: 12 });
    return true;
  });
});

test("refusals reject the promise", async () => {
  await assert.rejects(transform("async () => {"), UnawaitError);
});

test("wrong options are a TypeError that names them", async () => {
  for (const [options, words] of [
    [{ too: 1 }, /unknown field `too`/],
    [{ to: "es5" }, /unknown variant `es5`, expected `generators` or `state-machines`/],
    [{ to: "generators", target: "ie 11" }, /`to` cannot be used with `target`/],
  ]) {
    assert.throws(() => transformSync("", options), (error) => error instanceof TypeError && words.test(error.message));
    await assert.rejects(transform("", options), TypeError);
  }
  assert.throws(() => transformSync(1), /the source must be a string/);
});

test("lone surrogates and private-use characters come back as they were", async () => {
  const source = "async function f() { return (await '\\ud800') + '\ud800\ue000\udc00x😀'; } f().then((v) => log.push(v));";
  for (const to of ["generators", "state-machines"]) {
    assert.deepEqual(await logged(transformSync(source, { to }).code), await logged(source));
  }
  assert.equal(transformSync("'\udfff'").code, "'\udfff'");
});

test("buffers are read as UTF-8, and a byte order mark stays", () => {
  const { code } = transformSync(Buffer.from(`\ufeff${program}`));
  assert.equal(code[0], "\ufeff");
  assert.throws(() => transformSync(Buffer.from([0x61, 0xff])), /not valid/);
});

test("deep nesting is lowered, and a syntax error within it refused", () => {
  const deep = (end) => "(".repeat(50_000) + "async () => {}" + end;
  assert.equal(transformSync(deep(")".repeat(50_000))).functions, 1);
  assert.throws(() => transformSync(deep("")), UnawaitError);
});

test("worker threads lower at the same time", async () => {
  const body = `const { transformSync } = require(${JSON.stringify(require.resolve("unawait"))});
    const { parentPort, workerData } = require("node:worker_threads");
    for (let i = 0; i < 50; i++) transformSync(workerData);
    parentPort.postMessage(transformSync(workerData).code);`;
  const answers = Array.from({ length: 4 }, () => new Promise((resolve, reject) => {
    new Worker(body, { eval: true, workerData: program }).on("message", resolve).on("error", reject);
  }));
  const { code } = transformSync(program);
  assert.deepEqual(await Promise.all(answers), [code, code, code, code]);
});

test("ten thousand calls leave no memory behind", () => {
  const calls = (count) => { for (let i = 0; i < count; i++) transformSync(program, { sourceMap: true }); };
  calls(2000);
  const before = process.memoryUsage().rss;
  calls(10_000);
  const grown = process.memoryUsage().rss - before;
  assert(grown < 16 << 20, `${grown} bytes more`);
});
