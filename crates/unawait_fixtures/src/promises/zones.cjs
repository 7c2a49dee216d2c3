// What a zone hears of a program: the tasks that are scheduled in it, and the callbacks that are run in it. Each section
// runs in a zone of its own name; a line that ends with `@name` is the section's own, and tells which zone it is in.
if (typeof Zone === "undefined") require("zone.js");
const lines = [];
const log = (...words) => lines.push([...words, `@${Zone.current.name}`].join(" "));
const spy = (name) => Zone.current.fork({
  name,
  onInvoke(delegate, _, target, callback, self, args, source) {
    lines.push(`${name} invoke ${source || "-"}`);
    return delegate.invoke(target, callback, self, args, source);
  },
  onScheduleTask(delegate, _, target, task) {
    lines.push(`${name} schedule ${task.type} ${task.source}`);
    return delegate.scheduleTask(target, task);
  },
  onInvokeTask(delegate, _, target, task, self, args) {
    lines.push(`${name} run ${task.type} ${task.source}`);
    try { return delegate.invokeTask(target, task, self, args); } finally { lines.push(`${name} ran`); }
  },
  onHasTask(delegate, current, target, state) {
    if (current === target) lines.push(`${name} has ${state.change} ${state[state.change]}`);
    return delegate.hasTask(target, state);
  },
});
const later = (value, ms = 1) => new Promise((resolve) => setTimeout(resolve, ms, value));
const sections = {
  async awaits() {
    log("start");
    log("value", await 1);
    log("promise", await Promise.resolve(2));
    log("thenable", await { then(resolve) { log("then"); resolve(3); } });
    try { await Promise.reject(new Error("rejected")); } catch (error) { log("caught", error.message); }
    finally { await null; log("finally"); }
    log("timer", await later(4));
    return 5;
  },
  async calls() {
    const inner = async (n) => { log("inner", n); await n; log("inner again", n); return n; };
    class Service {
      async method(n) { const value = await inner(n); log("method", value); return value; }
      arrow = async () => { await 1; log("arrow"); return this.method(9); };
    }
    log("one", await inner(1));
    log("two", await new Service().method(2));
    log("three", await new Service().arrow());
    log("all", await Promise.all([inner(4), inner(5)]));
    log("race", await Promise.race([inner(6), inner(7)]));
  },
  async loops() {
    for (let i = 0; i < 3; i++) log("turn", i, await i);
    const other = spy("other");
    const result = other.run(async () => { log("other"); await 1; log("other again"); return later("other's"); });
    log("other is over", await result);
  },
  async generators() {
    async function* numbers(n) {
      log("body");
      yield 1;
      log("awaited", await 0);
      try { yield 2; yield later(3); } finally { log("closing"); await n; log("closed"); }
    }
    for await (const x of numbers(1)) log("x", x);
    for await (const x of numbers(2)) { log("first", x); break; }
    const queue = numbers(3);
    log("queue", JSON.stringify(await Promise.all([queue.next(), queue.next(), queue.next(), queue.next()])));
    try { await numbers(4).throw(new Error("thrown")); } catch (error) { log("caught", error.message); }
  },
  async delegation() {
    async function* inner() { try { log("got", yield "a"); yield later("b"); return "c"; } finally { log("inner finally"); } }
    async function* outer() { log("answer", yield* inner()); yield* [1, Promise.resolve(2)]; }
    const it = outer();
    await it.next();
    log(JSON.stringify(await it.next("sent")));
    for await (const x of it) log("x", x);
    for await (const x of [Promise.resolve("p"), "q"]) log("sync", x);
  },
};
for (const [name, section] of Object.entries(sections)) spy(name).run(section).then(() => lines.push(`${name} is over`));
setTimeout(() => console.log(lines.join("\n")), 200);
