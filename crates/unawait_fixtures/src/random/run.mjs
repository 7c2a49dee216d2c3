// Runs pairs of programs, each program in a realm of its own, and prints the pairs whose logs differ.
//
// stdin: [{ seed, native, lowered }]; stdout: { ran, steps, differing: [{ seed, native, lowered }] }, the last two
// being logs.

import { readFileSync } from 'node:fs';
import vm from 'node:vm';

/** What a program may use; its text, because it must belong to the program's realm. */
const runtime = readFileSync(new URL('runtime.js', import.meta.url), 'utf8');

const generations = 60;
let unhandled = () => {};
process.on('unhandledRejection', reason => unhandled(reason));

async function run(program) {
  const lines = [];
  const context = vm.createContext();
  const { metronome, show } = vm.runInContext(runtime, context)(lines, generations);
  unhandled = reason => lines.push(`unhandled ${show(reason)}`);
  metronome();
  try {
    vm.runInContext(program, context, { timeout: 5000 });
  } catch (error) {
    lines.push(`threw ${show(error)}`, error?.name === 'SyntaxError' ? String(error.stack) : '');
  }
  lines.push('ran');
  // Microtasks are done before the first; what nobody has handled by then is told before the second.
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  return lines;
}

const pairs = JSON.parse(readFileSync(0, 'utf8'));
const differing = [];
let steps = 0;
for (const pair of pairs) {
  const native = await run(pair.native);
  const lowered = await run(pair.lowered);
  steps += native.filter(line => line !== '.').length;
  if (native.some(line => line.startsWith('threw ')) || native.join('\n') !== lowered.join('\n')) {
    differing.push({ seed: pair.seed, native: native.join('\n'), lowered: lowered.join('\n') });
  }
}
process.stdout.write(JSON.stringify({ ran: pairs.length, steps, differing }));
