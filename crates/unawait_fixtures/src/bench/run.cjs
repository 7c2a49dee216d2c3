// Times candidates against one another: `run.cjs REPETITIONS FILTER NAME=FILE...`, the first being native. In every
// repetition each case is run by each candidate, in turns, so that what the machine does meanwhile happens to all; the
// medians are compared. Prints JSON: [{ name, nanoseconds: [one a candidate] }].
// Each candidate has a thread of its own, and so a heap: else each would collect the others' garbage, and be compiled
// anew when their types turn up. One thread works at a time, and processor time is counted, of which other programs on a
// busy machine take none.
"use strict";

const { once } = require("node:events");
const { Worker, parentPort, workerData, isMainThread } = require("node:worker_threads");

const targetMilliseconds = 3;

// What a candidate's thread does: `n` operations of a case, and it answers how long they took.
async function serve() {
  const { cases } = require(workerData);
  parentPort.on("message", async ({ name, n }) => {
    const start = process.cpuUsage();
    const result = await cases[name](n);
    const { user, system } = process.cpuUsage(start);
    parentPort.postMessage({ milliseconds: (user + system) / 1e3, result });
  });
  parentPort.postMessage(Object.keys(cases));
}

// What a thread says next.
async function answerOf(worker) {
  return (await once(worker, "message"))[0];
}

function time(worker, name, n) {
  worker.postMessage({ name, n });
  return answerOf(worker);
}

// How many operations native code does in the time we want a measurement to take.
async function calibrate(worker, name) {
  let n = 2000;
  for (;;) {
    const { milliseconds } = await time(worker, name, n);
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
  const [repetitions, filter, ...files] = process.argv.slice(2);
  const warmUps = Math.ceil(repetitions / 4);
  const workers = files.map(file => new Worker(__filename, { workerData: file.slice(file.indexOf("=") + 1) }));
  const [names] = await Promise.all(workers.map(answerOf));
  const cases = [];
  for (const name of names.filter(name => name.includes(filter))) {
    for (const worker of workers) await time(worker, name, 2000);
    cases.push({ name, n: await calibrate(workers[0], name), samples: workers.map(() => []) });
  }
  for (let repetition = 0; repetition < +repetitions + warmUps; repetition++) {
    for (const { name, n, samples } of cases) {
      let expected;
      for (let turn = 0; turn < workers.length; turn++) {
        const index = (turn + repetition) % workers.length;
        const { milliseconds, result } = await time(workers[index], name, n);
        if (repetition >= warmUps) samples[index].push((milliseconds * 1e6) / n);
        if (turn > 0 && !Object.is(result, expected)) throw new Error(`${name}: ${result} is not ${expected}`);
        expected = result;
      }
    }
  }
  await Promise.all(workers.map(worker => worker.terminate()));
  console.log(JSON.stringify(cases.map(({ name, samples }) => ({ name, nanoseconds: samples.map(median) }))));
}

if (isMainThread) main();
else serve();
