// Runs the pairs of `workerData.pairs`, each program in a realm of its own. Posts `native` before it runs a native program,
// `lowered` before it runs a lowered one, and each pair's verdict.

import { createRequire } from 'node:module';
import vm from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';

import { realm } from './realm.mjs';

/** How many timers of a program run. */
const TIMERS = 30;

let unhandled = () => {};
process.on('unhandledRejection', reason => unhandled(reason));
process.on('uncaughtException', () => {});

/** Compiles `program`, for `context` if there is one; the result runs it, or is `null` if it imports others. */
function prepare(kind, program, context) {
  switch (kind) {
    case 'module': {
      const module = new vm.SourceTextModule(program, { context });
      if ((module.moduleRequests ?? module.dependencySpecifiers).length > 0) return null;
      return async () => {
        await module.link(() => {});
        await module.evaluate();
      };
    }
    case 'commonjs': {
      // As node does, without the first line if that is for the shell, and without a byte order mark.
      const text = program.replace(/^\ufeff/, '').replace(/^#!.*/, '');
      const call = vm.compileFunction(text, ['exports', 'require', 'module'], { parsingContext: context });
      return () => call({}, undefined, {});
    }
    default: {
      const script = new vm.Script(program);
      return () => script.runInContext(context);
    }
  }
}

/** Why node refuses `program`, if there is no `error` yet; whether it can run. */
function check(kind, program, error) {
  if (error !== undefined) return { error, runs: false };
  try {
    return { error: null, runs: prepare(kind, program) !== null };
  } catch (error) {
    return { error: String(error.message), runs: false };
  }
}

async function run(kind, program) {
  const lines = [];
  const state = { endless: false };
  const context = vm.createContext();
  const { show, timers } = vm.runInContext(`(${realm})`, context)(lines, state);
  const tell = (what, error) => {
    if (error instanceof RangeError) state.endless = true;
    lines.push(`${what} ${show(error)}`);
    // More than there are steps: only the end of the stack stopped that, of which V8 may tell nobody.
    if (lines.length > 1000) state.endless = true;
  };
  unhandled = reason => tell('unhandled', reason);
  try {
    const result = prepare(kind, program, context)();
    if (kind === 'module') result.then(() => lines.push('evaluated'), error => tell('threw', error));
  } catch (error) {
    tell('threw', error);
  }
  lines.push('ran');
  // Microtasks are done before the first; what nobody has handled by then is told before the second.
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  for (let count = 0; timers.length > 0 && count < TIMERS; count++) {
    const least = Math.min(...timers.map(([delay]) => delay));
    const [[, f]] = timers.splice(timers.findIndex(([delay]) => delay === least), 1);
    try {
      f();
    } catch (error) {
      tell('timer threw', error);
    }
    await new Promise(setImmediate);
    await new Promise(setImmediate);
  }
  return { lines: [...lines], endless: state.endless };
}

/** `program` without decorators. Throws a `SyntaxError` when it is no program. */
function undecorated(kind, program) {
  const require = createRequire(`${workerData.packages}/`);
  const { code } = require('@babel/core').transformSync(program, {
    configFile: false,
    sourceType: kind === 'module' ? 'module' : 'script',
    parserOpts: { allowReturnOutsideFunction: kind === 'commonjs', createParenthesizedExpressions: true },
    plugins: [[require.resolve('@babel/plugin-proposal-decorators'), { version: '2023-11' }]],
    compact: false,
  });
  return code;
}

/** Both programs of a pair, without decorators. */
function engines({ kind, decorators, native, lowered }) {
  if (!decorators) return { kind, native, lowered };
  const errors = {};
  const texts = { native, lowered };
  for (const name of ['native', 'lowered']) {
    try {
      texts[name] &&= undecorated(kind, texts[name]);
    } catch (error) {
      errors[name] = String(error.message).replace(/ \(\d+:\d+\)[^]*$/, '').replace(/^unknown: /, '');
    }
  }
  return { kind, ...texts, errors };
}

async function judge(pair) {
  const { kind, native, lowered, errors } = engines(pair);
  const before = check(kind, native, errors?.native);
  const after = lowered === null ? { error: null, runs: false } : check(kind, lowered, errors?.lowered);
  const ran = before.runs && after.runs;
  const verdict = { native_error: before.error, lowered_error: after.error, ran, endless: false, hangs: false, differing: null, lines: 0 };
  if (!ran) return verdict;
  parentPort.postMessage('native');
  const one = await run(kind, native);
  parentPort.postMessage('lowered');
  const other = await run(kind, lowered);
  const [a, b] = [one.lines.join('\n'), other.lines.join('\n')];
  verdict.endless = one.endless || other.endless;
  verdict.differing = a === b ? null : [a, b];
  verdict.lines = one.lines.length;
  return verdict;
}

for (const pair of workerData.pairs) parentPort.postMessage(await judge(pair));
