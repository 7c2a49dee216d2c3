// A `Promise` that is replaced while the program runs, as fake timers and polyfills do: every operation looks it up.
const Before = Promise;
let calls = 0;
class Fake extends Before {
  then(...handlers) { calls++; return super.then(...handlers); }
}
async function once() { return 1 + await 1; }
async function never() { return 1; }
const arrow = async () => { await 1; await 2; };
async function* numbers() { const v = await 1; yield v; yield* inner(); yield* [Promise.resolve(3)]; return 4; }
async function* inner() { yield 2; }
async function loop() { const seen = []; for await (const x of numbers()) seen.push(x); return seen.join(); }
async function syncLoop() { const seen = []; for await (const x of [1, Promise.resolve(2)]) seen.push(x); return seen.join(); }
const early = numbers();
const before = early.next();
globalThis.Promise = Fake;
const made = {
  once: once(), never: never(), arrow: arrow(), next: numbers().next(), returned: numbers().return(1), loop: loop(),
  syncLoop: syncLoop(), early: early.next(), thrown: numbers().throw(new Error("thrown")), misused: numbers.prototype.next.call({}),
};
const isFake = (value) => value instanceof Fake;
console.log("before", isFake(before), before instanceof Before);
for (const [name, promise] of Object.entries(made)) console.log(name, isFake(promise));
const earlier = calls;
Before.all(Object.values(made).map((promise) => Before.prototype.then.call(promise, JSON.stringify, ({ name }) => name))).then((all) => {
  console.log(all.join(" "));
  console.log("awaits are seen", calls - earlier > 20);
  globalThis.Promise = Before;
  const seen = calls;
  console.log("again", [once(), numbers().next()].map(isFake).join());
  return loop().then((value) => console.log(value, calls - seen));
});
