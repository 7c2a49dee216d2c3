'use strict';
// Where a stack trace says that each form of function was when it failed. The frames of this file's functions are printed
// as `line:column`, the innermost first; natively and lowered, they are the same.
const where = error => error.stack.split('\n').filter(line => /stacks\.cjs/.test(line)).map(line => /(\d+:\d+)\)?$/.exec(line)[1]);
const own = async (name, run) => {
  try {
    await run();
    console.log(name, 'did not fail');
  } catch (error) {
    console.log(name, where(error)[0]);
  }
};
const fail = value => value.missing.property;
const wait = value => new Promise(resolve => setTimeout(resolve, 1, value));

async function declared(a, b = 1) { await wait(a); return null.x + b; }
async function twice(a) {
  const /* é😀 */ x = await wait(a), y = await wait(x);
  return [x, y, undefined.z];
}
const arrow = async x => { await wait(x); throw new TypeError('arrow'); };
const concise = async x => (await wait(x)).y.z;
const expression = async function () { const it = await wait(1); it(); };
const object = {
  async method(a) { await wait(a); super.nothing(); },
  async *generator() { yield await wait(1); null.g; },
  async ['com' + 'puted']() { for (const x of [1, 2]) { await wait(x); if (x === 2) throw new Error(await wait('c')); } },
};
class C {
  #p = async () => { await wait(1); return this.nothing.at; };
  static async s() { await wait(1); return (await wait({})).a.b; }
  run() { return this.#p(); }
}
async function loop() { for await (const { a } of [{ a: 1 }, null]) a.b.c.d; }
async function pattern() { for await (const { a: { b } } of [wait({ a: 1 }), { a: null }]) wait(b); }
async function settled(x) { return x.y.z; }
async function rejecting(a = null.x) { return a; }
async function caught() { try { await wait(1); null.x; } catch (error) { await wait(2); throw new Error(error.message); } finally { await wait(3); } }
async function parameter({ a = fail(1) } = {}) { await a; }
async function template(x) { return `${await wait(1)} ${x.y.z}`; }

(async () => {
  await own('declared', () => declared(1));
  await own('twice', () => twice(1));
  await own('arrow', () => arrow(1));
  await own('concise', () => concise({}));
  await own('expression', () => expression());
  await own('method', () => object.method(1));
  await own('generator', async () => { for await (const x of object.generator()) await x; });
  await own('computed', () => object.computed());
  await own('private', () => new C().run());
  await own('static', () => C.s());
  await own('loop', () => loop());
  await own('pattern', () => pattern());
  await own('settled', () => settled({}));
  await own('rejecting', () => rejecting());
  await own('caught', () => caught());
  await own('parameter', () => parameter());
  await own('template', () => template({}));
  await own('called result', async () => { await wait(1); const f = () => 1; f()(2); });
})();
