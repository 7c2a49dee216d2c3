'use strict';
// On which line a stack trace says that a generator was when it failed, in each kind of place that a machine has taken
// apart: that of the function's own frame, natively and lowered.
const own = (name, run) => {
  try {
    for (const it = run(); !it.next().done;);
    console.log(name, 'did not fail');
  } catch (error) {
    const frame = error.stack.split('\n').find(line => /machines\.cjs/.test(line) && Number(line.split(':').at(-2)) < 182); // behind it: helpers
    console.log(name, /(\d+):\d+\)?$/.exec(frame)[1]);
  }
};
const nothing = void 0;
const o = { get bad() { return null; }, m() { return null; } };

own('statement', function* () { yield; nothing.x; });
own('operand', function* () { return nothing.left + (yield 1); });
own('behind', function* () { return (yield 1) + nothing.right; });
own('argument', function* () { return o.m(yield 1, nothing.argument); });
own('callee', function* () { return o.missing(yield 1); });
own('callee of a name', function* () { return nothing(yield 1); });
own('result', function* () { return o.m(yield 1).property; });
own('member', function* () { return o.bad[yield 1]; });
own('chain', function* () { return o?.bad.more[yield 1]; });
own('assigned', function* () { o.bad.x = yield 1; });
own('compound', function* () { o.bad.x += yield 1; });
own('new', function* () { return new nothing(yield 1); });
own('literal', function* () { return { a: yield 1, b: nothing.in, c: yield 2 }; });
own('array', function* () { return [yield 1, nothing.in, yield 2]; });
own('spread', function* () { return [...nothing.list, yield 1]; });
own('template', function* () { return `${yield 1} ${nothing.t}`; });
own('tag', function* () { return o.tag`${yield 1}`; });
own('condition', function* () { return (yield 1) ? 2 : nothing.otherwise; });
own('logic', function* () { return (yield 1) || nothing.or; });
own('comma', function* () { return yield 1, nothing.comma; });
own('pattern', function* () {
  const { a = yield 1, b: { c } } = {};
});
own('declared', function* () {
  const a = yield 1,
    b = nothing.declared;
});
own('while', function* () {
  while (nothing.test) yield 1;
});
own('for', function* () {
  for (let i = 0; i < 3; i += nothing.update) yield i;
});
own('for of', function* () {
  for (const x of nothing.values) yield x;
});
own('not iterable', function* () {
  for (const x of
    5) yield x;
});
own('for in', function* () {
  for (const key in nothing.object) yield key;
});
own('switch', function* () {
  switch (yield 1) {
    case nothing.case: yield 2;
  }
});
own('if', function* () {
  if ((yield 1) || nothing.test) yield 2;
});
own('throw', function* () {
  yield 1;
  throw new Error(yield 2);
});
own('return', function* () {
  yield 1;
  return nothing.returned;
});
own('catch', function* () {
  try { yield 1; nothing.first; } catch (error) { yield 2; nothing.second; }
});
own('finally', function* () {
  try { yield 1; } finally { yield 2; nothing.finally; }
});
own('dead', function* () {
  later;
  let later = yield 1;
});
own('constant', function* () {
  const constant = yield 1;
  constant = 2;
});
own('parameter', function* (a = nothing.parameter) { yield a; });
own('pattern of a parameter', function* ({ a }) { yield a; });
own('delegate', function* () {
  yield* nothing.iterable;
});
own('delegated', function* () {
  yield* (function* () { yield 1; nothing.inner; })();
});
own('closure', function* () {
  const f = () => nothing.closure;
  yield f;
  f();
});

// Where a name is not declared, engines tell the place of the statement or operand, not of the name.
own('undeclared callee', function* () {
  const before = 1;
  undeclared(yield before);
});
own('undeclared operand', function* () {
  const before = 1;
  undeclared + (yield before);
});
own('undeclared object', function* () {
  const before = 1;
  undeclared.x.y(yield before);
});
own('undeclared and deleted', function* () {
  const before = 1;
  delete undeclared.x[yield before];
});
own('undeclared in a list', function* () {
  const before = 1;
  [undeclared, yield before];
});
own('undeclared and spread', function* () {
  const before = 1;
  [...undeclared, yield before];
});
own('undeclared in a template', function* () {
  const before = 1;
  `${undeclared} ${yield before}`;
});
own('undeclared in a declaration', function* () {
  const before = 1;
  const { a } = undeclared, b = yield before;
});
own('undeclared heritage', function* () {
  const before = 1;
  class A extends undeclared { [yield before]() {} }
});
own('undeclared and assigned', function* () {
  const before = 1;
  undeclared += yield before;
});
own('undeclared condition', function* () {
  const before = 1;
  undeclared ? yield before : 1;
});
own('undeclared in logic', function* () {
  const before = 1;
  undeclared || (yield before);
});
own('undeclared in an if', function* () {
  const before = 1;
  if (
    undeclared) yield before;
});
own('undeclared in a while', function* () {
  const before = 1;
  while (undeclared) yield before;
});
own('undeclared at the end of a loop', function* () {
  const before = 1;
  do { yield before; } while (
    undeclared);
});
own('undeclared in the head of a loop', function* () {
  const before = 1;
  for (;
    undeclared;) yield before;
});
own('undeclared in a switch', function* () {
  const before = 1;
  switch (undeclared) { case yield before: }
});
own('undeclared and thrown', function* () {
  yield 1;
  throw undeclared;
});
own('undeclared and returned', function* () {
  yield 1;
  return undeclared;
});
