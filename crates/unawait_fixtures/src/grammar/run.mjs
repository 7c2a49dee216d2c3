// Runs pairs of programs, each program in a realm of its own, and says what node makes of them.
//
// stdin: [{ kind, native, lowered }]; stdout: [{ native_error, lowered_error, endless, differing, lines }].

import { readFileSync } from 'node:fs';
import vm from 'node:vm';

/** What a program may use; its text, because it must belong to the program's realm. */
const runtime = String(function (lines, state) {
  'use strict';
  const { defineProperty, keys } = Object;
  const show = (value, depth = 0) => {
    switch (typeof value) {
      case 'string': return value.length > 60 ? `string of ${value.length}` : JSON.stringify(value);
      case 'function': {
        let text = 'function';
        try {
          text += ` ${String(value.name)}/${value.length}`;
        } catch {}
        return text;
      }
      case 'object': break;
      default: return String(value);
    }
    if (value === null) return 'null';
    if (value === globalThis) return 'global';
    if (value instanceof RangeError) state.endless = true;
    if (value instanceof Error) return value.name;
    if (value instanceof Promise) return 'promise';
    if (depth > 2) return '...';
    try {
      // The helpers and new variables of a classic script are properties of its global object, which `{ ...this }` copies.
      const own = keys(value).filter(key => key === '__proto__' || !/^__|_[0-9a-f]{6}_\d+$/.test(key));
      const inside = own.map(key => {
        const property = Object.getOwnPropertyDescriptor(value, key);
        // The message of an error may name what is not a function, which has another name in a machine.
        const name = key.replace(/^(\w*Error): .*/s, '$1');
        return `${name}: ${property.get ? 'getter' : show(property.value, depth + 1)}`;
      }).join(', ');
      return Array.isArray(value) ? `[${inside}]` : `{${inside}}`;
    } catch {
      return 'object';
    }
  };
  let left = 400;
  const step = () => {
    if (--left < 0) {
      state.endless = true;
      throw new RangeError('out of steps');
    }
  };
  const $ = (id, value) => {
    step();
    lines.push(`${id} ${show(value)}`);
    return value;
  };
  const asked = {};
  const more = id => {
    step();
    asked[id] = (asked[id] ?? 0) + 1;
    return asked[id] % 3 !== 0;
  };
  const numbers = [1, 2];
  /** An iterable with every method. */
  const list = {
    [Symbol.iterator]() {
      let at = 0;
      return {
        next: sent => $('next', { value: at, done: at++ >= 2, sent }),
        return: sent => $('return', { value: 'returned', done: true, sent }),
        throw: sent => $('throw', { value: 'caught', done: true, sent }),
      };
    },
    [Symbol.asyncIterator]() {
      let at = 0;
      return {
        next: async sent => $('async next', { value: at, done: at++ >= 2, sent }),
        return: async sent => $('async return', { value: 'returned', done: true, sent }),
        throw: async sent => $('async throw', { value: 'caught', done: true, sent }),
      };
    },
  };
  const o = {
    a: 1,
    get b() {
      return $('get b', 2);
    },
    set b(value) {
      $('set b', value);
    },
    m(...values) {
      return $('m', values.length);
    },
    [Symbol.toPrimitive]: () => $('toPrimitive', 3),
  };
  class Base {
    constructor() {
      $('Base', new.target === Base);
      this.made = 1;
    }
    m(...values) {
      return $('Base m', values.length);
    }
    static m(...values) {
      return $('Base static m', values.length);
    }
    get a() {
      return 'a';
    }
    set a(value) {
      $('Base set a', value);
    }
  }
  /** Resumes a generator a few times, in a way that the number and the place decide. */
  const drive = (id, generator, way = 0) => {
    if (typeof generator?.next !== 'function' || generator[Symbol.toStringTag] !== 'Generator') return generator;
    let random = id * 7919 + way * 104729;
    for (let at = 0; at < 9; at++) {
      random = (random * 1103515245 + 12345) % 2147483648;
      const kind = way === 0 || at === 0 && way < 5 ? 0 : Math.floor(random / 65536) % 10;
      const method = kind < 6 ? 'next' : kind < 8 ? 'throw' : 'return';
      const value = way === 1 ? [at, [way]] : way === 2 ? { a: at, b: o } : at;
      try {
        const result = generator[method](value);
        $(`${id}.${way} ${method}`, result);
        if (result.done && way % 2) break;
      } catch (error) {
        $(`${id}.${way} ${method} threw`, error);
      }
    }
    const some = waiting.splice(0);
    for (const [id, f] of some) {
      try {
        $(`later ${id}`, f());
      } catch (error) {
        $(`later ${id} threw`, error);
      }
    }
    return generator;
  };
  let waiting = [];
  const later = (id, f) => {
    if (typeof f === 'function') waiting.push([id, f]);
    return f;
  };
  const P = value => Promise.resolve(value);
  const R = value => Promise.reject(value);
  const T = value => ({ then: settle => ($('then', value), settle(value)) });
  for (const [name, value] of Object.entries({ $, more, drive, later, numbers, list, o, Base, P, R, T })) {
    defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  // The text of a lowered function is another.
  Function.prototype.toString = () => 'source';
  return show;
});

let unhandled = () => {};
process.on('unhandledRejection', reason => unhandled(reason));
process.on('uncaughtException', () => {});

/** Compiles `program`; the result runs it. */
function prepare(kind, program, context) {
  switch (kind) {
    case 'module': {
      const module = new vm.SourceTextModule(program, { context });
      return async () => {
        await module.link(() => {});
        await module.evaluate({ timeout: 5000 });
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
      return () => script.runInContext(context, { timeout: 5000 });
    }
  }
}

async function run(kind, program) {
  const lines = [];
  const state = { endless: false };
  const context = vm.createContext();
  const show = vm.runInContext(`(${runtime})`, context)(lines, state);
  let start;
  try {
    start = prepare(kind, program, context);
  } catch (error) {
    return { error: String(error.message), lines: [], endless: false };
  }
  const tell = (what, error) => {
    if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') state.endless = true;
    if (error instanceof RangeError) state.endless = true;
    lines.push(`${what} ${show(error)}`);
    // More than there are steps: only the end of the stack stopped that, of which V8 may tell nobody.
    if (lines.length > 1000) state.endless = true;
  };
  unhandled = reason => tell('unhandled', reason);
  try {
    const result = start();
    if (kind === 'module') result.then(() => lines.push('evaluated'), error => tell('threw', error));
  } catch (error) {
    tell('threw', error);
  }
  lines.push('ran');
  // Microtasks are done before the first; what nobody has handled by then is told before the second.
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  return { lines, endless: state.endless };
}

const verdicts = [];
for (const { kind, native, lowered } of JSON.parse(readFileSync(0, 'utf8'))) {
  const before = await run(kind, native);
  const after = lowered === null ? { lines: [] } : await run(kind, lowered);
  const differs = before.lines.join('\n') !== after.lines.join('\n');
  verdicts.push({
    native_error: before.error ?? null,
    lowered_error: after.error ?? null,
    endless: before.endless || !!after.endless,
    differing: differs && lowered !== null ? [before.lines.join('\n'), after.lines.join('\n')] : null,
    lines: before.lines.length,
  });
}
process.stdout.write(JSON.stringify(verdicts), () => process.exit(0));
