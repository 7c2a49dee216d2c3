// What async generators and `for await` are timed at: each case takes `n` steps, or nearly, and returns something that
// depends on all of them.
"use strict";

async function* count(n) {
  for (let i = 0; i < n; i++) yield i;
}

async function* awaits(n) {
  for (let i = 0; i < n; i++) yield await i;
}

async function* single(x) {
  yield x;
}

async function* echo() {
  let received = 0;
  for (;;) received = yield received + 1;
}

async function* map(f, iterable) {
  for await (const value of iterable) yield f(value);
}

async function* take(n, iterable) {
  if (n <= 0) return;
  for await (const value of iterable) {
    yield value;
    if (--n === 0) return;
  }
}

async function* cleaned(n) {
  try {
    for (let i = 0; i < n; i++) yield i;
  } finally {
    await null;
  }
}

async function* delegates(n, size) {
  for (let i = 0; i < n; i += size) yield* count(size);
}

async function* delegatesToArrays(n, array) {
  for (let i = 0; i < n; i += array.length) yield* array;
}

class Tree {
  constructor(depth) {
    this.value = depth;
    this.left = depth > 1 ? new Tree(depth - 1) : null;
    this.right = depth > 1 ? new Tree(depth - 1) : null;
  }
  async *[Symbol.asyncIterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}

class Source {
  constructor(n) {
    this.n = n;
    this.i = 0;
  }
  [Symbol.asyncIterator]() {
    return this;
  }
  next() {
    return Promise.resolve({ value: this.i, done: this.i++ === this.n });
  }
}

const hundred = Array.from({ length: 100 }, (_, i) => i);
const promises = hundred.map(x => Promise.resolve(x));

async function sum(iterable) {
  let total = 0;
  for await (const value of iterable) total += value;
  return total;
}

exports.cases = {
  "async generator, consumed by for await": n => sum(count(n)),
  "async generator, consumed by next": async n => {
    let total = 0;
    const iterator = count(n);
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) total += step.value;
    return total;
  },
  "async generator that awaits": n => sum(awaits(n)),
  "async generator, values sent in": async n => {
    const iterator = echo();
    let { value } = await iterator.next();
    for (let i = 0; i < n; i++) ({ value } = await iterator.next(value & 0xff));
    return value;
  },
  "async generator with requests queued": async n => {
    let total = 0;
    const iterator = count(n);
    for (let i = 0; i < n; i += 100) {
      for (const { value } of await Promise.all(hundred.map(() => iterator.next()))) total += value;
    }
    return total;
  },
  "async generators of ten yields": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 10) total += await sum(count(10));
    return total;
  },
  "async generators of one yield": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 2) total += await sum(single(i));
    return total;
  },
  "async generators made, and never started": async n => {
    let last;
    for (let i = 0; i < n; i++) last = single(i);
    return sum(last);
  },
  "async generators left by break, try/finally": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 5) {
      for await (const value of cleaned(10)) {
        total += value;
        if (value === 4) break;
      }
    }
    return total;
  },
  "pipeline of async generators": n => sum(take(n / 2, map(x => x + 1, count(n)))),
  "yield* of async generators": n => sum(delegates(n, 100)),
  "yield* of short async generators": n => sum(delegates(n, 3)),
  "yield* of arrays": n => sum(delegatesToArrays(n, hundred)),
  "tree, recursive": async n => {
    let total = 0;
    const tree = new Tree(6);
    for (let i = 0; i < n; i += 63) total += await sum(tree);
    return total;
  },
  "for await over arrays": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 100) total += await sum(hundred);
    return total;
  },
  "for await over arrays of promises": async n => {
    let total = 0;
    for (let i = 0; i < n; i += 100) total += await sum(promises);
    return total;
  },
  "for await over a set": async n => {
    let total = 0;
    const set = new Set(hundred);
    for (let i = 0; i < n; i += 100) total += await sum(set);
    return total;
  },
  "for await over an object with next": n => sum(new Source(n)),
};
