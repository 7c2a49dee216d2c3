// What state machines are timed at, besides the async functions of cases.js: each case takes `n` steps of generators, or
// nearly, and returns something that depends on all of them.
"use strict";

function* count(n) {
  for (let i = 0; i < n; i++) yield i;
}

function* pairs(rows, columns) {
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) yield i * columns + j;
  }
}

function* straight(x) {
  yield x;
  yield x + 1;
  yield x + 2;
  return x + 3;
}

function* echo() {
  let received = 0;
  for (;;) received = yield received + 1;
}

function* single(x) {
  yield x;
}

function* fibonacci() {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, (a + b) & 0xffff];
  }
}

function* guarded(n) {
  for (let i = 0; i < n; i++) {
    try {
      if (i & 1) throw i;
      yield i;
    } catch (error) {
      yield error;
    }
  }
}

function* cleaned(n) {
  let left = 0;
  for (let i = 0; i < n; i++) {
    try {
      yield i;
    } finally {
      left++;
    }
  }
  return left;
}

function* both(n, log) {
  for (let i = 0; i < n; i++) {
    try {
      try {
        const word = yield i;
        if (word === "stop") return "stopped";
      } catch (error) {
        log.caught += error;
      }
    } finally {
      log.left++;
    }
  }
}

function* delegates(n) {
  for (let i = 0; i < n; i += 10) yield* count(10);
}

function* delegatesToArrays(n, array) {
  for (let i = 0; i < n; i += array.length) yield* array;
}

function* nested(depth, n) {
  if (depth === 0) yield* count(n);
  else yield* nested(depth - 1, n);
}

class Tree {
  constructor(depth) {
    this.value = depth;
    this.left = depth > 1 ? new Tree(depth - 1) : null;
    this.right = depth > 1 ? new Tree(depth - 1) : null;
  }
  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
  *leaves() {
    const stack = [this];
    while (stack.length > 0) {
      const { left, right, value } = stack.pop();
      if (left) stack.push(right, left);
      else yield value;
    }
  }
}

class Range {
  constructor(from, to) {
    this.from = from;
    this.to = to;
  }
  *values() {
    for (let i = this.from; i < this.to; i++) yield i;
  }
  *map(f) {
    for (const value of this.values()) yield f(value);
  }
  static *of(...ranges) {
    for (const range of ranges) yield* range.values();
  }
}

function* take(n, iterable) {
  if (n <= 0) return;
  for (const value of iterable) {
    yield value;
    if (--n === 0) return;
  }
}

function* filter(f, iterable) {
  for (const value of iterable) if (f(value)) yield value;
}

function* patterns(points) {
  for (let i = 0; i < points.length; i++) {
    const { x, y: [first = 1, ...others] } = points[i];
    const [a, b = yield x] = [first, ...others];
    yield a + (b || 0) + x;
  }
}

function* locals(n) {
  let a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8;
  for (let i = 0; i < n; i++) {
    a = (a + b) & 0xff;
    b = (b + c) & 0xff;
    c = (c + d) & 0xff;
    d = (d + e) & 0xff;
    yield a;
    e = (e + f) & 0xff;
    f = (f + g) & 0xff;
    g = (g + h) & 0xff;
    h = (h + a) & 0xff;
  }
}

function* closures(n) {
  for (let i = 0; i < n; i++) yield () => i;
}

function* lexer(text) {
  for (let i = 0; i < text.length; i++) {
    switch (text[i]) {
      case "(":
        yield 1;
        break;
      case ")":
        yield 2;
        break;
      case "+":
      case "-":
        yield 3;
        break;
      case " ":
        continue;
      default:
        yield 4;
    }
  }
  yield 0;
}

function* expressions(n) {
  for (let i = 0; i < n; i += 3) add((yield i) + 1, (yield i + 1) || (yield i + 2));
}

let added = 0;
const add = (a, b) => (added += a + b);
const text = "(a + b) - (c + d) ".repeat(50);
const points = Array.from({ length: 100 }, (_, i) => ({ x: i, y: i & 1 ? [i] : [i, i] }));
const hundred = Array.from({ length: 100 }, (_, i) => i);

function sum(iterator) {
  let total = 0;
  for (let step = iterator.next(); !step.done; step = iterator.next()) total += step.value;
  return total;
}

exports.cases = {
  "a loop": n => sum(count(n)),
  "a loop, consumed by for-of": n => {
    let total = 0;
    for (const value of count(n)) total += value;
    return total;
  },
  "a loop, consumed by spread": n => {
    let total = 0;
    for (let i = 0; i < n; i += 100) total += Math.max(...count(100));
    return total;
  },
  "nested loops": n => sum(pairs(n / 10, 10)),
  "values sent in": n => {
    const iterator = echo();
    let value = iterator.next().value;
    for (let i = 0; i < n; i++) value = iterator.next(value & 0xff).value;
    return value;
  },
  "three yields in a row": n => {
    let total = 0;
    for (let i = 0; i < n; i += 4) total += sum(straight(i));
    return total;
  },
  "one yield, made for every call": n => {
    let total = 0;
    for (let i = 0; i < n; i += 2) total += sum(single(i));
    return total;
  },
  "made, and never started": n => {
    let last;
    for (let i = 0; i < n; i++) last = single(i);
    return sum(last);
  },
  "without end, left by break": n => {
    let total = 0;
    for (let i = 0; i < n; i += 20) {
      let left = 20;
      for (const value of fibonacci()) {
        total += value;
        if (--left === 0) break;
      }
    }
    return total;
  },
  "try/catch, half thrown": n => sum(guarded(n)),
  "try/finally": n => sum(cleaned(n)),
  "try/catch/finally, errors thrown in": n => {
    const log = { caught: 0, left: 0 };
    const iterator = both(n, log);
    let total = iterator.next().value;
    for (let i = 0; i + 10 < n; i++) total += (i & 15 ? iterator.next() : iterator.throw(1)).value;
    iterator.next("stop");
    return total + log.caught + log.left;
  },
  "returned from within try/finally": n => {
    let total = 0;
    for (let i = 0; i < n; i += 3) {
      const iterator = cleaned(5);
      total += iterator.next().value + iterator.next().value + iterator.return(7).value;
    }
    return total;
  },
  "yield* of generators": n => sum(delegates(n)),
  "yield* of arrays": n => sum(delegatesToArrays(n, hundred)),
  "yield* five deep": n => sum(nested(5, n)),
  "tree, recursive": n => {
    let total = 0;
    const tree = new Tree(8);
    for (let i = 0; i < n; i += 255) total += sum(tree[Symbol.iterator]());
    return total;
  },
  "tree, with a stack": n => {
    let total = 0;
    const tree = new Tree(8);
    for (let i = 0; i < n; i += 255) total += sum(tree.leaves());
    return total;
  },
  "class method": n => sum(new Range(0, n).values()),
  "class method that loops over another": n => sum(new Range(0, n).map(x => x + 1)),
  "static class method with rest": n => sum(Range.of(new Range(0, n / 2), new Range(0, n / 2))),
  "pipeline of for-of loops": n => sum(take(n / 2, filter(x => (x & 1) === 0, count(n)))),
  "patterns, also with a yield": n => {
    let total = 0;
    for (let i = 0; i < n; i += 150) total += sum(patterns(points));
    return total;
  },
  "many locals": n => sum(locals(n)),
  "closures over a loop's variable": n => {
    let total = 0;
    for (const read of closures(n)) total += read();
    return total;
  },
  "switch": n => {
    let total = 0;
    for (let i = 0; i < n; i += 650) total += sum(lexer(text));
    return total;
  },
  "yields within expressions": n => {
    added = 0;
    const iterator = expressions(n);
    for (let step = iterator.next(); !step.done; step = iterator.next(step.value & 1));
    return added;
  },
};
