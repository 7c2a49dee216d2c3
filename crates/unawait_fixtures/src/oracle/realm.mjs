// What a program of the fuzzers runs in: functions that log, in order, what they are given.

/** What a program may use; its text, because it must belong to the program's realm. */
export const realm = String(function (lines, state) {
  'use strict';
  const { defineProperty, getOwnPropertyDescriptor, keys } = Object;
  const { resolve, prototype: { then } } = Promise;
  const message = /\bis not (a |an |iterable|async iterable|defined|extensible)|^Cannot |\bCannot |before initialization|^Class |already been|must be|is read-only|Invalid |incompatible receiver|Private |^Iterator |^Reduce /;
  const show = (value, depth = 0) => {
    switch (typeof value) {
      // What V8's messages quote of the source is a value or a helper in the lowered program.
      case 'string': return message.test(value) ? 'message' : value.length > 60 ? `string of ${value.length}` : JSON.stringify(value);
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
        const property = getOwnPropertyDescriptor(value, key);
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
  /** Calls what a program declares, and follows what comes of it. */
  const call = (id, f) => {
    const tell = (what, value) => {
      step();
      lines.push(`${id} ${what} ${show(value)}`);
    };
    try {
      const result = f();
      tell('called', result);
      if (result instanceof Promise) {
        then.call(result, value => tell('fulfilled', value), reason => tell('rejected', reason));
      } else if (result?.[Symbol.toStringTag] === 'AsyncGenerator') {
        for (let at = 0; at < 4; at++) {
          then.call(result.next(at), value => tell(`next ${at}`, value), reason => tell(`threw ${at}`, reason));
        }
      } else {
        drive(id, result);
      }
    } catch (error) {
      tell('threw', error);
    }
  };
  const P = value => Promise.resolve(value);
  const R = value => Promise.reject(value);
  const T = value => ({ then: settle => ($('then', value), settle(value)) });
  /** A decorator, and a function that makes one. */
  const dec = (value, context) => {
    step();
    lines.push(`decorates ${context?.kind} ${String(context?.name)} ${show(value)}`);
  };
  const tag = (id, value) => ($(id, value), dec);
  dec.tag = tag;
  const own = { dec, tag, $, more, drive, later, call, numbers, list, o, Base, P, R, T };

  // What fixtures and tests of the conformance suite use. A test's assertion does not end it: it logs what it is given.
  const log = name => (...values) => {
    step();
    lines.push([name, ...values.map(value => show(value))].join(' '));
  };
  const thrown = (name, f) => {
    try {
      log(name)(f());
    } catch (error) {
      log(`${name} threw`)(error);
    }
  };
  const assert = log('assert');
  for (const name of ['sameValue', 'notSameValue', 'compareArray', 'deepEqual', 'equal', 'strictEqual', 'ok']) {
    assert[name] = log(name);
  }
  assert.throws = (_, f) => thrown('throws', f);
  assert.throwsAsync = async (_, f) => {
    try {
      log('throwsAsync')(await f());
    } catch (error) {
      log('throwsAsync threw')(error);
    }
  };
  const timers = [];
  const setTimeout = (f, delay = 0) => {
    step();
    timers.push([Number(delay) || 0, f]);
    return timers.length;
  };
  class Test262Error extends Error {}
  const suite = {
    console: { log: log('log'), error: log('error'), warn: log('warn') },
    print: log('print'),
    assert,
    compareArray: log('compareArray'),
    verifyProperty: (object, name) => log('property')(name, getOwnPropertyDescriptor(object, name)),
    asyncTest: f => call('asyncTest', f),
    Test262Error,
    $DONE: log('done'),
    $DONOTEVALUATE: () => {},
    setTimeout,
    setImmediate: f => setTimeout(f),
    clearTimeout: () => {},
    queueMicrotask: f => void then.call(resolve.call(Promise), f),
  };
  for (const [name, value] of Object.entries({ ...own, ...suite })) {
    defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  // The text of a lowered function is another.
  Function.prototype.toString = () => 'source';
  return { show, timers };
});
