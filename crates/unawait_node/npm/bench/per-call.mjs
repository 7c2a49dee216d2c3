// Times a call of the package beside other tools, source map included: `npm run bench` in this folder, where the packed
// packages are installed. All tools lower async functions and async generators to generators; oxc, swc and esbuild lower
// to ES2016. A round calls every tool once; the table has medians of rounds, as ratios to unawait.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";

const require = createRequire(import.meta.url);

const BABEL = ["@babel/plugin-transform-async-to-generator", "@babel/plugin-transform-async-generator-functions"];
const TOOLS = {
  unawait: () => {
    const { transformSync } = require("unawait");
    return (source) => transformSync(source, { filename: "a.js", sourceMap: true }).code;
  },
  "oxc-transform": () => {
    const { transformSync } = require("oxc-transform");
    return (source) => transformSync("a.js", source, { target: "es2016", sourcemap: true }).code;
  },
  "@swc/core": () => {
    const { transformSync } = require("@swc/core");
    return (source) => transformSync(source, { filename: "a.js", swcrc: false, sourceMaps: true, jsc: { target: "es2016" } }).code;
  },
  esbuild: () => {
    const { transformSync } = require("esbuild");
    return (source) => transformSync(source, { target: "es2016", sourcemap: "external", sourcefile: "a.js" }).code;
  },
  "@babel/core": () => {
    const { transformSync } = require("@babel/core");
    const options = { filename: "a.js", configFile: false, babelrc: false, compact: false, sourceMaps: true, plugins: BABEL.map((name) => require(name)) };
    return (source) => transformSync(source, options).code;
  },
};

// Code in the manner of services: of `every` functions, one is async.
function program(bytes, every) {
  let text = "";
  for (let n = 0; text.length < bytes; n++) text += n % every === 0 ? asynchronous(n) : plain(n);
  return text;
}
const asynchronous = (n) => `
export async function load${n}(id, { retries = 3, signal } = {}) {
  for (let attempt = 0; attempt < retries; attempt++) {
    try {
      const response = await fetch(\`/items/\${id}?page=\${attempt}\`, { signal });
      if (!response.ok) throw new Error("status " + response.status);
      const items = (await response.json()).items.filter((item) => item.owner !== null);
      for await (const item of stream${n}(items)) await save(item.id, item);
      return items.length > 0 ? await Promise.all(items.map(async (item) => ({ ...item, at: await now() }))) : [];
    } catch (error) {
      if (attempt === retries - 1) throw error;
      await pause(100 * 2 ** attempt);
    }
  }
}
async function* stream${n}(items) {
  for (const item of items) yield await normalize(item);
}
`;
const plain = (n) => `
export function total${n}(orders, rates = new Map()) {
  let sum = 0;
  for (const { price, count, currency } of orders) {
    const rate = rates.get(currency) ?? 1;
    if (count <= 0 || !Number.isFinite(price)) continue;
    sum += Math.round(price * count * rate * 100) / 100;
  }
  return orders.length === 0 ? { sum: 0, mean: NaN } : { sum, mean: sum / orders.length, label: \`total of \${orders.length}\` };
}
`;

const SOURCES = {
  "1 KB": [program(1_000, 1), 100],
  "50 KB, dense": [program(50_000, 1), 15],
  "50 KB, sparse": [program(50_000, 20), 15],
  "1 MB, dense": [program(1_000_000, 1), 3],
  "1 MB, sparse": [program(1_000_000, 20), 3],
};

const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

function timed(call, source) {
  const start = performance.now();
  call(source);
  return performance.now() - start;
}

function medians(calls, source, rounds) {
  const times = Object.fromEntries(Object.keys(calls).map((name) => [name, []]));
  for (let round = -Math.ceil(rounds / 3); round < rounds; round++) {
    for (const [name, call] of Object.entries(calls)) {
      const time = timed(call, source);
      if (round >= 0) times[name].push(time);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

// From `require` to the end of the first call, in a process of its own.
function loading(name) {
  const times = [];
  for (let n = 0; n < 7; n++) times.push(Number(execFileSync(process.execPath, [import.meta.filename, name], { encoding: "utf8" })));
  return median(times);
}

// Growth of the process over ten thousand calls, in MB.
function growth(call, source) {
  for (let n = 0; n < 2_000; n++) call(source);
  const before = process.memoryUsage().rss;
  for (let n = 0; n < 10_000; n++) call(source);
  return (process.memoryUsage().rss - before) / 2 ** 20;
}

const row = (cells) => console.log(`| ${cells.join(" | ")} |`);

if (process.argv[2]) {
  const start = performance.now();
  TOOLS[process.argv[2]]()(SOURCES["1 KB"][0]);
  console.log(performance.now() - start);
} else {
  const names = Object.keys(TOOLS);
  const calls = Object.fromEntries(names.map((name) => [name, TOOLS[name]()]));
  row(["source", ...names]);
  row(["---", ...names.map(() => "--:")]);
  for (const [title, [source, rounds]] of Object.entries(SOURCES)) {
    const times = medians(calls, source, rounds);
    const ratio = (name) => (name === "unawait" ? `${times[name].toFixed(times[name] < 10 ? 2 : 0)} ms` : (times[name] / times.unawait).toFixed(2));
    row([title, ...names.map(ratio)]);
  }
  row(["load and first call", ...names.map((name) => `${loading(name).toFixed(0)} ms`)]);
  row(["growth, 10,000 calls", `${growth(calls.unawait, SOURCES["1 KB"][0]).toFixed(1)} MB`, ...names.slice(1).map(() => "")]);
}
