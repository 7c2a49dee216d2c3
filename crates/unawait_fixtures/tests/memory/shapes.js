// Run with --expose-gc. Each shape lets go of an object, and then waits for ever or ends while something of it lives.
// Prints for each whether the object has been collected.
const held = new Map(), alive = [], never = new Promise(() => {});
const tick = () => new Promise((resolve) => setTimeout(resolve, 1));
function big(name) {
  const object = { name, data: new Array(100).fill(name), method() {}, key: 1, list: [1, 2], x: 1, toString() { return 't'; } };
  held.set(name, new WeakRef(object));
  return object;
}
function use() {}
const shapes = {
  async 'local that crosses no await, a closure lives'() { const id = await 1, local = big(this.name); use(local); alive.push(() => id); },
  async 'local of one step, waiting'() { await tick(); { const local = big(this.name); use(local); } await tick(); use(await 1, 2); await never; },
  async 'argument before an await'() { use(big(this.name), await tick()); await tick(); await never; },
  async 'argument of a constructor before an await'() { new Array(big(this.name), await tick()); await tick(); await never; },
  async 'spread argument before an await'() { use(...[big(this.name)], await tick()); await tick(); await never; },
  async 'object whose method is called'() { big(this.name).method(await tick()); await tick(); await never; },
  async 'operand before an await'() { use(big(this.name) + (await tick())); await tick(); await never; },
  async 'element before an await'() { use([big(this.name), await tick()]); await tick(); await never; },
  async 'property before an await'() { use({ a: big(this.name), b: await tick() }); await tick(); await never; },
  async 'spread property before an await'() { use({ ...{ a: big(this.name) }, b: await tick() }); await tick(); await never; },
  async 'template before an await'() { use(`${big(this.name)} ${await tick()}`); await tick(); await never; },
  async 'tag argument before an await'() { use`${big(this.name)} ${await tick()}`; await tick(); await never; },
  async 'base of an assignment'() { big(this.name).x = await tick(); await tick(); await never; },
  async 'base of a compound assignment'() { big(this.name).x += await tick(); await tick(); await never; },
  async 'base of a logical assignment'() { big(this.name).y ??= await tick(); await tick(); await never; },
  async 'base of an optional chain'() { big(this.name)?.list[await 0]; await tick(); await never; },
  async 'side of a logical operator'() { use(big(this.name) && (await tick())); await tick(); await never; },
  async 'condition of an if'() { if (Object.is(big(this.name), await tick())) use(); else { await tick(); await never; } },
  async 'condition of a loop'() { let n = 1; while (use(big(this.name), await tick()) || n--) { await tick(); await never; } },
  async 'discriminant of a switch'() { switch (Object.is(big(this.name), await tick())) { case false: await tick(); await never; } },
  async 'source of a pattern that awaits'() { let a; ({ zz: a = await tick() } = big(this.name)); use(a); await tick(); await never; },
  async 'source of an array pattern that awaits'() { let a; [, a = await tick()] = [big(this.name)]; use(a); await tick(); await never; },
  async 'reason that was caught'() { try { await Promise.reject(big(this.name)); } catch (e) { use(e); await tick(); } await tick(); await never; },
  async 'reason that nobody looked at'() { try { await Promise.reject(big(this.name)); } catch { await tick(); } await tick(); await never; },
  async 'reason that a pattern took apart'() { try { await Promise.reject(big(this.name)); } catch ({ x }) { await tick(); use(x); } await tick(); await never; },
  async 'error that a finally overrode'() { for (;;) { try { throw big(this.name); } finally { await tick(); break; } } await tick(); await never; },
  async 'array of a loop at its end'() { for (const one of [big(this.name)]) { await tick(); use(one.x); } await tick(); await never; },
  async 'array of a loop that was left'() { for (const one of [1, big(this.name)]) { await tick(); if (one) break; } await tick(); await never; },
  async 'object of a for-in loop'() { for (const key in big(this.name)) { await tick(); if (key) break; } await tick(); await never; },
  async 'source of a for await loop'() { for await (const one of [big(this.name)]) use(one); await tick(); await never; },
  async 'value that was awaited'() { await big(this.name); await tick(); await never; },
  async 'value of an await as an argument'() { use(await big(this.name)); await tick(); await never; },
  async 'value of a comma'() { use((big(this.name), await tick())); await tick(); await never; },
  'source of a yield*'() { return generator(this.name, function* (name) { yield 0; yield* [big(name)]; yield 1; }, 3); },
  'value that was yielded'() { return generator(this.name, function* (name) { yield big(name); yield 1; yield 2; }, 3); },
  'value that was sent'() {
    const it = (function* () { use(yield 1); yield 2; yield 3; })();
    it.next(); it.next(big(this.name)); it.next();
    return it;
  },
  'locals of a generator that has ended'() { return generator(this.name, function* (name) { const local = big(name); yield 1; use(local); }, 3); },
  'locals of a generator that was left'() {
    const it = generator(this.name, function* (name) { const local = big(name); yield 1; use(local); }, 1);
    it.return();
    return it;
  },
  'locals of a generator that has thrown'() {
    const it = generator(this.name, function* (name) { const local = big(name); yield 1; throw local.x; }, 1);
    try { it.next(); } catch {}
    return it;
  },
  async 'value of an async generator'() {
    const it = (async function* (name) { yield big(name); yield 1; yield 2; })(this.name);
    await it.next(); await it.next(); await it.next();
    alive.push(it);
  },
  async 'source of an async yield*'() {
    const it = (async function* (name) { yield* [big(name)]; yield 1; yield 2; })(this.name);
    await it.next(); await it.next(); await it.next();
    alive.push(it);
  },
};
function generator(name, fn, times) {
  const it = fn(name);
  for (let i = 0; i < times; i++) it.next();
  return it;
}
(async () => {
  for (const [name, shape] of Object.entries(shapes)) {
    try { alive.push(shape.call({ name })); } catch (error) { held.set(name, error); }
  }
  for (let i = 0; i < 40; i++) await tick();
  for (let i = 0; i < 5; i++) { await new Promise((resolve) => setTimeout(resolve, 5)); gc(); }
  for (const name of Object.keys(shapes)) {
    const ref = held.get(name);
    console.log(name + ':', ref instanceof WeakRef ? (ref.deref() ? 'retained' : 'collected') : ref);
  }
  console.log(alive.length > 0);
  process.exit();
})();
