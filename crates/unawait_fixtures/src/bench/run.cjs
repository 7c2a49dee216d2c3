// Times candidates against one another in one process: `run.cjs REPETITIONS FILTER NAME=FILE...`, the first being
// native. In every repetition each case is run by each candidate, in turns, so that what the machine does
// meanwhile happens to all; the medians are compared. Prints JSON: [{ name, nanoseconds: [one a candidate] }].
"use strict";

const { performance } = require("node:perf_hooks");

const [repetitions, filter, ...files] = process.argv.slice(2);
const candidates = files.map(file => require(file.slice(file.indexOf("=") + 1)).cases);
const warmUps = Math.ceil(repetitions / 4);
const targetMilliseconds = 3;

async function time(run, n) {
  const start = performance.now();
  const result = await run(n);
  return { milliseconds: performance.now() - start, result };
}

// How many operations native code does in the time we want a measurement to take.
async function calibrate(run) {
  let n = 2000;
  for (;;) {
    const { milliseconds } = await time(run, n);
    if (milliseconds >= targetMilliseconds || n > 1e7) return n;
    n = Math.ceil(n * Math.min(4, (1.2 * targetMilliseconds) / milliseconds));
  }
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

async function main() {
  const cases = [];
  for (const name of Object.keys(candidates[0])) {
    if (!name.includes(filter)) continue;
    for (const candidate of candidates) await candidate[name](2000);
    cases.push({ name, n: await calibrate(candidates[0][name]), samples: candidates.map(() => []) });
  }
  for (let repetition = 0; repetition < +repetitions + warmUps; repetition++) {
    for (const { name, n, samples } of cases) {
      let expected;
      for (let turn = 0; turn < candidates.length; turn++) {
        const index = (turn + repetition) % candidates.length;
        const { milliseconds, result } = await time(candidates[index][name], n);
        if (repetition >= warmUps) samples[index].push((milliseconds * 1e6) / n);
        if (turn > 0 && !Object.is(result, expected)) throw new Error(`${name}: ${result} is not ${expected}`);
        expected = result;
      }
    }
  }
  console.log(JSON.stringify(cases.map(({ name, samples }) => ({ name, nanoseconds: samples.map(median) }))));
}

main();
