// What a random program may use: a function expression, whose text is evaluated in the realm of each program.
(function (lines, generations) {
  'use strict';
  const { resolve, reject, prototype: { then } } = Promise;
  const show = (value, depth = 0) => {
    if (typeof value === 'string') return JSON.stringify(value);
    if (typeof value === 'function') return 'function';
    if (typeof value !== 'object' || value === null) return String(value);
    if (value instanceof Failure) return `failure ${value.id}`;
    if (value instanceof Error) return value.name;
    if (value instanceof Promise) return 'promise';
    if (value === globalThis) return 'global';
    if (depth > 2) return '...';
    if (Array.isArray(value)) return `[${value.map(item => show(item, depth + 1)).join(', ')}]`;
    return `{${Object.keys(value).map(key => `${key}: ${show(value[key], depth + 1)}`).join(', ')}}`;
  };
  class Failure {
    constructor(id) {
      this.id = id;
    }
  }
  const log = (id, ...values) => {
    lines.push([id, ...values.map(value => show(value))].join(' '));
    return values[0];
  };
  const fail = id => new Failure(id);
  const boom = id => {
    log(`boom ${id}`);
    throw fail(id);
  };
  const ok = value => resolve.call(Promise, value);
  const no = id => reject.call(Promise, fail(id));
  const after = (ticks, act) => {
    if (ticks === 0) act();
    else then.call(ok(), () => after(ticks - 1, act));
  };
  const later = (ticks, value) => new Promise(settle => after(ticks, () => settle(value)));
  const laterNo = (ticks, id) => new Promise((_, refuse) => after(ticks, () => refuse(fail(id))));

  /** A thenable: what its `then` does is told by `manner`. */
  const thenable = (id, manner, value) => ({
    get then() {
      log(`${id} get then`);
      if (manner === 'getter throws') throw fail(id);
      if (manner === 'no function') return value;
      return (settle, refuse) => {
        log(`${id} then`);
        if (manner === 'late') return after(2, () => settle(value));
        if (manner === 'rejects') return refuse(fail(id));
        if (manner === 'throws') throw fail(id);
        if (manner === 'never twice') refuse(fail(id));
        if (manner === 'nested') return settle(thenable(`${id} inner`, 'at once', value));
        settle(value);
        if (manner === 'throws late') throw fail(id);
      };
    },
  });

  class Special extends Promise {
    then(...reactions) {
      log('special then');
      return super.then(...reactions);
    }
  }
  const special = value => Special.resolve(value);
  const specialNo = id => Special.reject(fail(id));
  const overridden = (id, value) => Object.assign(ok(value), {
    then(...reactions) {
      log(`${id} own then`);
      return then.apply(this, reactions);
    },
  });

  /** What a custom iterator answers. */
  const answer = (id, manner, value, done) => {
    const result = { value, done };
    switch (manner) {
      case 'plain': return result;
      case 'promise': return ok(result);
      case 'late': return later(2, result);
      case 'thenable': return thenable(`${id} result`, 'at once', result);
      case 'rejects': return no(id);
      case 'primitive': return 7;
      case 'promise of primitive': return ok(7);
      case 'goes on': return ok({ value, done: false });
      default: throw fail(id);
    }
  };

  /** An async iterable: how it answers each `next`, then how it answers `return` and `throw`, if it has them. */
  const source = (id, nexts, onReturn, onThrow) => {
    let at = 0;
    const iterator = {
      next(sent) {
        log(`${id} next`, sent);
        const manner = at < nexts.length ? nexts[at] : 'promise';
        return answer(`${id}.${at}`, manner, `${id} value ${at}`, at++ >= nexts.length);
      },
    };
    const closing = (name, manner) => {
      if (manner) {
        iterator[name] = sent => {
          log(`${id} ${name}`, sent);
          return answer(`${id}.${name}`, manner, sent, true);
        };
      }
    };
    closing('return', onReturn);
    closing('throw', onThrow);
    return { [Symbol.asyncIterator]: () => (log(`${id} open`), iterator) };
  };

  /** A sync iterable that has every method; none throws, for engines differ in what closes it then. */
  const list = (id, values) => ({
    [Symbol.iterator]() {
      let at = 0;
      log(`${id} open`);
      return {
        next: sent => {
          log(`${id} next`, sent);
          return { value: values[at], done: at++ >= values.length };
        },
        return: sent => {
          log(`${id} return`, sent);
          return { value: `${id} returned`, done: true };
        },
        throw: sent => {
          log(`${id} throw`, sent);
          return { value: `${id} caught`, done: false };
        },
      };
    },
  });

  const watch = (id, promise, next) => {
    then.call(promise, value => {
      log(`${id} fulfilled`, value);
      next?.();
    }, reason => {
      log(`${id} rejected`, reason);
      next?.();
    });
  };
  const call = (id, act, next) => {
    let promise;
    try {
      promise = act();
    } catch (error) {
      log(`${id} threw`, error);
      return next?.();
    }
    log(`${id} called`, promise);
    watch(id, promise, next);
  };
  /** Makes a generator and calls its methods: all at once, or one when the one before has settled. */
  const drive = (id, make, calls, atOnce) => {
    let generator;
    try {
      generator = make();
    } catch (error) {
      return log(`${id} threw`, error);
    }
    if (atOnce) return calls.forEach((act, at) => call(`${id}.${at}`, () => act(generator)));
    const go = at => at < calls.length && call(`${id}.${at}`, () => calls[at](generator), () => go(at + 1));
    go(0);
  };
  const metronome = () => {
    let left = generations;
    const beat = () => {
      lines.push('.');
      if (--left > 0) then.call(ok(), beat);
    };
    beat();
  };
  Object.assign(globalThis, {
    log, fail, boom, ok, no, later, laterNo, thenable, special, specialNo, overridden, source, list, call, drive,
  });
  return { metronome, show };
});
