// node page.cjs PAGES: each page has pairs of scripts that ought to do the same. Prints what differs, and how many did not.
'use strict';
const vm = require('node:vm');
const { readFileSync } = require('node:fs');

/// What the scripts of a page log, all of them loaded before anything that they have left for later runs.
async function run(scripts) {
  const lines = [], jobs = [];
  const page = vm.createContext({ later: (job) => jobs.push(job), log: (line) => lines.push(String(line)) }, { microtaskMode: undefined });
  for (const script of scripts) {
    try { vm.runInContext(script, page); } catch (error) { lines.push(`at load: ${error}`); }
  }
  for (const job of jobs) {
    // A job has its ticks to itself.
    await new Promise(setImmediate);
    try { await job(); } catch (error) { lines.push(`${error}`); }
  }
  await new Promise(setImmediate);
  return lines.join('\n');
}

(async () => {
  let equal = 0;
  for (const { name, native, lowered } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
    const [wanted, got] = [await run(native), await run(lowered)];
    if (wanted === got && wanted !== '') equal += 1;
    else console.log(`${name}\n--- native\n${wanted}\n--- lowered\n${got}\n`);
  }
  console.log(`${equal} equal`);
})();
