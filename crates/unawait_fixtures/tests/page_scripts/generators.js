// Generators of the program's own.
function* counter(n) { let i = 0; try { while (i < n) { const got = yield i++; if (got) i = got; } } catch (e) { yield 'caught ' + e; } finally { log('counter done'); } }
var run = (g, ...values) => JSON.stringify([g.next(), ...values.map((v) => g.next(v))]);
log(run(counter(3), undefined, 5));
later(() => { const g = counter(2); g.next(); log(JSON.stringify([g.throw('x'), g.next()])); log('counter ' + [...counter(3)]); });
