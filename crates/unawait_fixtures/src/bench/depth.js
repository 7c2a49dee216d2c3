// How deep synchronous recursion through async functions goes before the stack ends: each case calls itself
// until it cannot and returns how far it came.
"use strict";

let depth = 0;

async function declaration() {
  depth++;
  await declaration();
}

const arrow = async () => {
  depth++;
  await arrow();
};

const block = () => {
  let local = 0;
  const inner = async x => {
    depth++;
    local += x;
    await inner(x);
  };
  return inner(1);
};

class Counter {
  async method(a, b) {
    depth++;
    return (await this.method(b, a)) + 1;
  }
}

class Derived extends Counter {
  async method(a, b) {
    return await super.method(b, a);
  }
}

async function withDefaults({ a } = {}, b = 1) {
  depth++;
  await withDefaults({ a }, b);
}

async function inTry() {
  depth++;
  try {
    return await inTry();
  } finally {
    depth += 0;
  }
}

const cases = {
  declaration,
  arrow,
  "arrow with captures": block,
  method: () => new Counter().method(1, 2),
  "method with super (two calls a level)": () => new Derived().method(1, 2),
  "patterns and defaults": () => withDefaults(),
  "inside try/finally": inTry,
};

exports.cases = Object.fromEntries(
  Object.entries(cases).map(([name, run]) => [
    name,
    () => {
      depth = 0;
      const end = () => depth;
      return run().then(end, end);
    },
  ]),
);
