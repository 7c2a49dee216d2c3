// What state machines have helpers for.
var tag = (strings, ...values) => strings.raw.join('|') + values;
function* syntax(object) {
  const { a, ...rest } = yield 1;
  for (const key in object) yield key + JSON.stringify(rest) + a;
  yield* [10, 20];
  yield tag`x${yield 2}y`;
  const environments = [];
  for (let i = 0; i < 2; i++) { environments.push(() => i); yield i; }
  yield environments.map((f) => f()).join();
  try { late; yield; let late = 1; } catch (e) { yield e.name; }
}
later(() => { const g = syntax({ p: 1, q: 2 }); const out = []; for (let r = g.next(); !r.done; r = g.next({ a: 1, b: 2 })) out.push(r.value); log(out.join(' ')); });
later(() => { if (typeof counter === 'function') { const both = function* () { yield* counter(2); yield* syntax({}); }; log([...function* () { const g = both(); yield g.next().value; yield g.next().value; }()].join()); } });
