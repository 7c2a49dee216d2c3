// What lowered code is timed at: each case does `n` operations and returns something that depends on all of them.
// The functions under test are the small ones; the cases that call them are async too, as callers are.
"use strict";

const resolved = Promise.resolve(1);

async function constant(x) {
  return x + 1;
}

async function once(x) {
  const y = await x;
  return y + 1;
}

async function several(x) {
  const a = await x;
  const b = await (a + 1);
  const c = await (a + b);
  const d = await resolved;
  return a + b + c + d;
}

async function chain(depth) {
  return depth === 0 ? 0 : 1 + (await chain(depth - 1));
}

async function fibonacci(n) {
  return n < 2 ? n : (await fibonacci(n - 1)) + (await fibonacci(n - 2));
}

async function withDefaults({ a = 1, b = 2 } = {}, ...rest) {
  return (await a) + b + rest.length;
}

async function throwsOdd(x) {
  await null;
  if (x & 1) throw refusal;
  return x;
}

const refusal = new Error("odd");

class Base {
  constructor() {
    this.count = 0;
  }
  async add(x) {
    this.count += await x;
    return this.count;
  }
  async several(x) {
    const a = await x;
    const b = await this.count;
    const c = await this.add(a);
    this.count = await (b & 1);
    return a + b + c;
  }
  async cached(x) {
    if (this.count >= 0) return x;
    return await x;
  }
}

class Derived extends Base {
  #seen = 0;
  async add(x) {
    const sum = await super.add(x);
    this.count = await (sum & 0xff);
    return sum;
  }
  async note(x) {
    this.#seen = await (this.#seen ^ x);
    return this.#seen;
  }
  async callbacks(x) {
    let sum = 0;
    for (const value of [1, 2, 3]) sum += await this.apply(async y => this.count + y + value, x);
    return sum;
  }
  async apply(f, x) {
    return await f(x);
  }
}

const numbers = count => Array.from({ length: count }, (_, i) => i);
const hundred = numbers(100);
const sum = values => values.reduce((a, b) => a + b, 0);

exports.cases = {
  "await of a plain value": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await i;
    return total;
  },
  "await of a resolved promise": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await resolved;
    return total;
  },
  "await of a pending promise": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await new Promise(resolve => queueMicrotask(() => resolve(i)));
    return total;
  },
  "call without await in a loop": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await constant(i);
    return total;
  },
  "call with one await in a loop": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await once(i);
    return total;
  },
  "call with four awaits in a loop": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await several(i);
    return total;
  },
  "call chain of depth 20": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 20) total += await chain(20);
    return total;
  },
  "call tree (fibonacci)": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 465) total += await fibonacci(12);
    return total;
  },
  "Promise.all of 100 calls": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 100) total += sum(await Promise.all(hundred.map(x => once(x))));
    return total;
  },
  "class method with one await": async n => {
    const object = new Base();
    for (let i = 0; i < n; i++) await object.add(1);
    return object.count;
  },
  "class method with four awaits": async n => {
    const object = new Base();
    let total = 0;
    for (let i = 0; i < n; i++) total += await object.several(i);
    return total;
  },
  "class method with an early return": async n => {
    const object = new Base();
    let total = 0;
    for (let i = 0; i < n; i++) total += await object.cached(i);
    return total;
  },
  "class method with super": async n => {
    const object = new Derived();
    let total = 0;
    for (let i = 0; i < n; i++) total += await object.add(1);
    return total;
  },
  "class method with a private field": async n => {
    const object = new Derived();
    let total = 0;
    for (let i = 0; i < n; i++) total += await object.note(i);
    return total;
  },
  "class method with arrows that use this": async n => {
    const object = new Derived();
    let total = 0;
    for (let i = 0; i < n; i += 6) total += await object.callbacks(i);
    return total;
  },
  "arrow in map, block body": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 100) {
      const values = await Promise.all(
        hundred.map(async x => {
          const y = await x;
          return y + i;
        }),
      );
      total += sum(values);
    }
    return total;
  },
  "arrow in map, concise": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 100) total += sum(await Promise.all(hundred.map(async x => (await x) * i)));
    return total;
  },
  "arrow made for every call": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) {
      const step = async x => (await x) + i;
      total += await step(1);
    }
    return total;
  },
  "inner function made for every call": async n => {
    let total = 0;
    const outer = async x => {
      async function inner(y) {
        return (await y) + x;
      }
      return await inner(x);
    };
    for (let i = 0; i < n; i++) total += await outer(i);
    return total;
  },
  "patterns, defaults and rest": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) total += await withDefaults({ a: i }, i, i);
    return total;
  },
  "try/catch in a loop, half thrown": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) {
      try {
        total += await throwsOdd(i);
      } catch {
        total--;
      }
    }
    return total;
  },
  "try/catch/finally in a loop, none thrown": async n => {
    let total = 0;
    for (let i = 0; i < n; i++) {
      try {
        total += await i;
      } catch {
        total = NaN;
      } finally {
        total += await 1;
      }
    }
    return total;
  },
};
