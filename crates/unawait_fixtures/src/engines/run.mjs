// node run.mjs < PROGRAMS: runs what `--bin engines` writes, natively and lowered, in every engine at hand, and prints a
// table. Node 24 judges: a lowered program must do in each engine what the native one does in Node 24, or what the native
// one does in that engine, or what the lowered one does in Node 24. Else the difference is ours, and the exit status 1.
//
// Engines are named in the environment: NODE24, JSC, BUN, GJS, QUICKJS (a folder with quickjs-emscripten), MUJS, DUK, HERMESC.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const here = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');
const runtime = here('../random/runtime.js');
const folder = mkdtempSync(join(tmpdir(), 'engines-'));
const TARGETS = ['generators', 'state-machines'];

/** What a fixture uses; objects and errors are printed alike everywhere. Not every engine has the symbols of `using`. */
const prelude = `['dispose', 'asyncDispose'].forEach(function (name) {
  if (!Symbol[name]) Object.defineProperty(Symbol, name, { value: Symbol('Symbol.' + name) });
});
var __print = typeof print === 'function' ? print : console.log.bind(console);
globalThis.console = { log: function () {
  __print(Array.prototype.map.call(arguments, function (value) {
    if (value instanceof Error) return value.name;
    try { return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value); } catch (e) { return typeof value; }
  }).join(' '));
} };
`;

/** The text of a program for an engine: a random one tells its log when enough microtasks have passed. */
function wrap(kind, program) {
  const text = JSON.stringify(program);
  if (kind === 'fixture') return `${prelude}try { (0, eval)(${text}); } catch (error) { console.log('threw', error); }\n`;
  // Its own names stay in a function: helpers are global.
  return `${prelude}(function (lines, then, resolve) {
  var tools = (0, eval)(${JSON.stringify(runtime)})(lines, 60);
  tools.metronome();
  try { (0, eval)(${text}); } catch (error) { lines.push('threw ' + tools.show(error)); }
  (function wait(ticks) {
    if (ticks > 0) then.call(resolve(), function () { wait(ticks - 1); });
    else __print(lines.join('\\n'));
  })(400);
})([], Promise.prototype.then, Promise.resolve.bind(Promise));
`;
}

/** Runs a command over a file with `text`. */
const command = (path, before = [], extension = 'js') => async (text, name) => {
  const file = join(folder, `${name}.${extension}`);
  writeFileSync(file, text);
  try {
    const { stdout } = await run(path, [...before, file], { timeout: 20_000, maxBuffer: 1 << 24 });
    return stdout;
  } catch (error) {
    return `${error.stdout ?? ''}failed: ${String(error.stderr ?? error).split('\n').slice(-6).join('\n')}`;
  }
};

async function quickjs(modules) {
  const { newQuickJSWASMModule } = await import(join(modules, 'quickjs-emscripten/dist/index.mjs'));
  const engine = await newQuickJSWASMModule();
  return async (text) => {
    const context = engine.newContext();
    let printed = '';
    const print = context.newFunction('print', (line) => { printed += `${context.getString(line)}\n`; });
    context.setProp(context.global, 'print', print);
    print.dispose();
    try {
      const result = context.evalCode(text);
      if (result.error) printed += `failed: ${JSON.stringify(context.dump(result.error))}`;
      (result.error ?? result.value).dispose();
      context.runtime.executePendingJobs();
    } catch (error) {
      printed += `failed: ${error}`;
    }
    try { context.dispose(); } catch { /* A program may leave handles behind. */ }
    return printed;
  };
}

const version = async (path, ...options) => {
  const { stdout, stderr } = await run(path, options).catch((error) => error);
  return `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n')[0];
};
const { env } = process;
const packaged = (name) => version('dpkg-query', '-W', '-f', '${Version}', name);

/** Engines of today's language. */
const engines = [];
if (env.JSC) engines.push(['JavaScriptCore (WebKitGTK)', await packaged('libjavascriptcoregtk-4.0-bin'), command(env.JSC)]);
if (env.BUN) engines.push(['Bun', await version(env.BUN, '--version'), command(env.BUN, [], 'cjs')]);
if (env.GJS) engines.push(['SpiderMonkey (gjs)', await packaged('libmozjs-102-0'), command(env.GJS)]);
if (env.QUICKJS) {
  const { version } = JSON.parse(readFileSync(join(env.QUICKJS, 'quickjs-emscripten/package.json'), 'utf8'));
  engines.push(['QuickJS (quickjs-emscripten)', version, await quickjs(env.QUICKJS)]);
}
const judge = command(env.NODE24, [], 'cjs');
engines.push(['V8 (Node.js)', await version(env.NODE24, '--version'), judge]);

/** Works on `items`, two at a time, and answers in their order. */
async function each(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index], index);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Fixtures that differ on Node.js, too, are listed with their reasons. */
const known = TARGETS.flatMap((target) => here(`../../known-failures.${target}.txt`).split('\n').map((line) => line.split(':')[0]));
/** These go as deep as Node.js has stack for, where nothing is around them; other engines and the test's wrapper have less. */
const deep = ['promises/stack-overflow-rejects', 'promises/deep-recursion-and-long-chains'];
/** Each other fixture, or with EVERY=n each n-th. */
const programs = readFileSync(0, 'utf8').trim().split('\n').map((line) => JSON.parse(line))
  .filter(({ kind, name }, index) => kind === 'random' || (![...known, ...deep].includes(name) && index % Number(env.EVERY ?? 1) === 0));
const verdicts = await each(programs, async ({ kind, programs: texts }, index) => {
  const wrapped = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, wrap(kind, text)]));
  const native = await judge(wrapped.native, `judge-${index}`);
  // A program that needs more than the language has, such as a module of Node's, shows nothing here.
  if (native === '' || /(^|\n)(failed|threw)/.test(native) || /\b(require|process|Buffer|setTimeout|setImmediate|gc)\b/.test(texts.native)) return null;
  const lowered = {};
  for (const target of TARGETS) lowered[target] = await judge(wrapped[target], `judge-${index}-${target}`);
  return { native, lowered, wrapped };
});

const rows = [];
const ours = [];
for (const [engine, told, execute] of engines) {
  const counts = { programs: 0, equal: 0, deviates: 0, ours: 0 };
  await each(programs, async ({ kind, name }, index) => {
    const verdict = verdicts[index];
    if (!verdict) return;
    const own = await execute(verdict.wrapped.native, `${index}-native`);
    for (const target of TARGETS) {
      const lowered = await execute(verdict.wrapped[target], `${index}-${target}`);
      counts.programs++;
      if (lowered === own) counts.equal++;
      else if (lowered === verdict.native || lowered === verdict.lowered[target]) counts.deviates++;
      else {
        counts.ours++;
        ours.push({ engine, kind, name, target, judge: verdict.native, own, lowered });
      }
    }
  });
  rows.push([engine, told, counts.programs, counts.equal, counts.deviates, counts.ours]);
}

/** Engines of ES5 run what is of ES5, with promises of their prelude. */
const es5 = here('../es5/prelude.js');
for (const [name, path, told] of [
  ['MuJS', env.MUJS, () => packaged('mujs')],
  ['Duktape', env.DUK, () => packaged('duktape')],
]) {
  if (!path) continue;
  const execute = command(path);
  const counts = { programs: 0, equal: 0, deviates: 0, ours: 0 };
  await each(programs, async ({ isEs5, name: program, programs: texts }, index) => {
    if (!isEs5 || !verdicts[index]) return;
    const text = `${es5}\nFunction(${JSON.stringify(texts['state-machines'])})();\n__jobs();\n`;
    const lowered = await execute(text, `${index}-es5`);
    counts.programs++;
    if (lowered === verdicts[index].native) counts.equal++;
    else {
      counts.ours++;
      ours.push({ engine: name, kind: 'fixture', name: program, target: 'state-machines', judge: verdicts[index].native, own: '', lowered });
    }
  });
  rows.push([name, await told(), counts.programs, counts.equal, 'has no async functions', counts.ours]);
}
/** Hermes' compiler must take what is lowered. */
if (env.HERMESC) {
  const compile = command(env.HERMESC, ['-emit-binary', '-out', '/dev/null', '-w']);
  const counts = { programs: 0, equal: 0, ours: 0 };
  await each(programs, async ({ kind, name, programs: texts }, index) => {
    // It has no `with`, and says so.
    if (kind !== 'random' || !verdicts[index] || texts.native.includes('with (')) return;
    const told = await compile(texts['state-machines'], `${index}-hermes`);
    counts.programs++;
    if (!told.includes('failed')) counts.equal++;
    else {
      counts.ours++;
      ours.push({ engine: 'Hermes', kind, name, target: 'state-machines', judge: '', own: '', lowered: told });
    }
  });
  const told = (await run(env.HERMESC, ['--version']).catch((error) => error)).stdout ?? '';
  rows.push(['Hermes (compiles)', /version:? *([\d.]+)/i.exec(told)?.[1] ?? 'unknown', counts.programs, counts.equal, 'not run', counts.ours]);
}

console.log('| engine | version | lowered programs | as native there | as native in Node.js 24, but not there | ours |');
console.log('| --- | --- | --: | --: | --: | --: |');
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
for (const { engine, kind, name, target, ...logs } of ours) {
  console.error(`\n${engine}: ${kind} ${name} to ${target}`);
  for (const [who, log] of Object.entries(logs)) console.error(`--- ${who}\n${log.trimEnd()}`);
}
rmSync(folder, { recursive: true });
process.exitCode = ours.length > 0 ? 1 : 0;
