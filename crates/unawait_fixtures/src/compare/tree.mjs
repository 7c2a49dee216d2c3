// tree.mjs TOOL FOLDER LIST OUT: lowers the files of LIST, which are below FOLDER, into OUT, on all cores. Prints what it
// took.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { lowering } from './lower.mjs';

const work = async ({ tool, folder, list, out, next }) => {
  const files = readFileSync(list, 'utf8').split('\n').filter(Boolean);
  const lower = await lowering(tool);
  for (let index; (index = Atomics.add(next, 0, 1)) < files.length;) {
    const [path, target] = [files[index], join(out, relative(folder, files[index]))];
    const text = readFileSync(path, 'utf8');
    mkdirSync(dirname(target), { recursive: true });
    try {
      const [code, map] = lower(path, text);
      writeFileSync(target, code);
      writeFileSync(target + '.map', map);
    } catch {
      writeFileSync(target, text);
    }
  }
};

if (isMainThread) {
  const [tool, folder, list, out] = process.argv.slice(2);
  const data = { tool, folder, list, out, next: new Int32Array(new SharedArrayBuffer(4)) };
  const started = performance.now();
  const run = () => new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: data }).on('exit', resolve).on('error', reject);
  });
  await Promise.all(Array.from({ length: availableParallelism() }, run));
  console.log(JSON.stringify({ wall: (performance.now() - started) / 1000, peak: process.resourceUsage().maxRSS * 1024 }));
} else {
  await work(workerData);
}
