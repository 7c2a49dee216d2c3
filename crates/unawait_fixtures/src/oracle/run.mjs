// Runs pairs of programs and says what node makes of them. Workers run them, one after the other: a program that never
// ends takes its worker with it, and the next program gets another.
//
// `run.mjs PATIENCE [FOLDER]`: a program may run for PATIENCE milliseconds; the packages that take decorators away are in FOLDER.
//
// stdin: [{ kind, decorators, native, lowered }]
// stdout: [{ native_error, lowered_error, ran, endless, hangs, differing, lines }]

import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const [patience, packages] = process.argv.slice(2);
/** How long a native program may run, and how long a lowered one whose native program ended, in milliseconds. */
const LIMITS = { native: Number(patience), lowered: 5 * Number(patience) };
/** How much memory a worker has, in megabytes. */
const MEMORY = 500;

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const verdicts = [];
const blank = { native_error: null, lowered_error: null, ran: true, endless: false, hangs: false, differing: null, lines: 0 };

/** Runs the pairs from the first without a verdict on, until the end or until one does not come back. */
function work() {
  const first = verdicts.length;
  return new Promise(resolve => {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
      workerData: { pairs: pairs.slice(first), packages },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    let phase;
    let timer;
    const give_up = () => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.on('error', () => {});
      const lost = { ...blank, endless: phase === 'native', hangs: phase === 'lowered' };
      worker.terminate().then(() => {
        verdicts.push(lost);
        resolve();
      });
    };
    worker.on('message', message => {
      clearTimeout(timer);
      if (typeof message === 'string') {
        phase = message;
        timer = setTimeout(give_up, LIMITS[phase]);
      } else {
        verdicts.push(message);
        if (verdicts.length === pairs.length) {
          worker.removeAllListeners();
          worker.terminate().then(resolve);
        }
      }
    });
    // Out of memory, or a fault of the worker's own, which shows as a verdict too few if there was no program yet.
    worker.on('error', error => {
      if (phase === undefined) throw error;
      give_up();
    });
  });
}

while (verdicts.length < pairs.length) await work();
process.stdout.write(JSON.stringify(verdicts), () => process.exit(0));
