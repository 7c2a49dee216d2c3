// The driver of async generators: what is awaited when, and how requests queue.
"use strict";
const { awaited } = require("./awaited.js");
const { asSpecified, sameAsNative } = require("./lowered.js");

// Whatever there is to await, in the four places that await.
for (const [name, expression, before] of awaited) {
  sameAsNative(`yield, await and return of ${name}`, `
    GENERATOR(g, (), { try { log("sent", YIELD(${expression})); } catch (e) { log("caught", e); } log("end"); })
    const a = g(); settles("a1", a.next()); settles("a2", a.next("x"));
    GENERATOR(h, (), { try { log("got", AWAIT(${expression})); } catch (e) { log("caught", e); } RETURN(${expression}); })
    const b = h(); settles("b1", b.next()); settles("b2", b.next());`, { before });
  sameAsNative(`return() of ${name}`, `
    GENERATOR(g, (), { try { YIELD(1); log("went on"); } catch (e) { log("caught", e); } finally { log("finally", YIELD(2)); } })
    const fresh = g(); settles("fresh", fresh.return(${expression})); settles("fresh again", fresh.next());
    const started = g(); started.next(); settles("started", started.return(${expression}));
    settles("started again", started.next("x")); settles("completed", started.return(${expression}));`, { before });
}

const requests = {
  next: "next(0)", return: "return(0)", "return of a promise": "return(later(0))", "return of a rejection": "return(Promise.reject(0))",
  throw: "throw(0)", "throw of a promise": "throw(Promise.resolve(0))",
};
const bodies = {
  "no yield": "log('body');",
  "two yields": "log(YIELD(1)); log(YIELD(2));",
  awaits: "log(AWAIT(1)); log(YIELD(AWAIT(later(2)))); AWAIT(3);",
  "one that catches": "for (let i = 0; i < 4; i++) try { log(YIELD(i)); } catch (e) { log('caught', e); }",
  "one that cleans up": "try { YIELD(1); } finally { log('finally'); AWAIT(0); YIELD('cleanup'); log('cleaned'); }",
  "one that replaces the completion": "try { YIELD(1); } finally { RETURN(later('replaced')); }",
  "one that throws": "YIELD(1); throw new RangeError();",
  "one that throws in `finally`": "try { YIELD(1); } finally { throw 'finally'; }",
};
for (const [bodyName, body] of Object.entries(bodies)) {
  for (const [first, one] of Object.entries(requests)) {
    for (const [second, two] of Object.entries(requests)) {
      sameAsNative(`${bodyName}: ${first} and ${second}, queued, awaited, and from within`, `
        GENERATOR(g, (), { ${body} })
        const a = g(); ["${one}", "${two}"];
        settles("a1", a.${one}); settles("a2", a.${two}); settles("a3", a.next()); settles("a4", a.${one});
        const b = g(); settles("b1", b.next());
        queueMicrotask(() => queueMicrotask(() => { settles("b2", b.${one}); settles("b3", b.${two}); settles("b4", b.next()); }));
        ASYNC(f, (), {
          const c = g();
          for (const request of [() => c.next(), () => c.${one}, () => c.${two}, () => c.next(), () => c.${one}])
            try { log("c", AWAIT(request())); } catch (e) { log("c rejected", e); }
        })
        f();`);
    }
  }
}

sameAsNative("requests from within the body", `
  GENERATOR(g, (), { settles("inner 1", it.next("i1")); log(YIELD(1)); settles("inner 2", it.return("i2")); log(YIELD(2)); })
  const it = g(); settles("outer 1", it.next()); settles("outer 2", it.next("o2")); settles("outer 3", it.next("o3"));`);
sameAsNative("a body that runs only with the first next()", `
  GENERATOR(g, (a = log("parameter")), { log("body"); YIELD(a); })
  const it = g(); log("called"); settles("next", it.next());`);
sameAsNative("parameters that throw", `
  GENERATOR(g, ({ a } = null, b = log("not reached")), { log("not reached"); })
  try { g(); } catch (e) { log("thrown", e); } try { g(null); } catch (e) { log("thrown", e); } settles("next", g({}).next());`);
sameAsNative("this, arguments and parameters", `
  GENERATOR(g, (a, b = 2, ...c), { YIELD(typeof this); YIELD([a, b, c.length, arguments.length].join()); arguments[0] = 9; YIELD(a); })
  const it = g.call(1, 5, void 0, 6, 7); for (let i = 0; i < 4; i++) settles(i, it.next());`);
sameAsNative("many awaits of primitives in turns", `
  GENERATOR(g, (n), { for (let i = 0; i < 3; i++) { log(n, AWAIT(i)); log(n, AWAIT("s" + i)); YIELD(i); } RETURN(n); })
  for (const n of ["x", "y"]) { const it = g(n); for (let i = 0; i < 5; i++) settles(n + i, it.next()); }`);
sameAsNative("an error of PromiseResolve at a yield, an await and a return, again and again", `
  const broken = Promise.resolve(); Object.defineProperty(broken, "constructor", { get() { throw log("constructor"); } });
  GENERATOR(g, (), {
    for (let i = 0; i < 3; i++) try { YIELD(broken); } catch (e) { log(i, "caught", e); }
    try { AWAIT(broken); } catch (e) { log("caught", e); } YIELD(1); RETURN(broken);
  })
  const it = g(); settles(1, it.next()); settles(2, it.return(broken)); settles(3, it.return(broken)); settles(4, it.next());
  const fresh = g(); settles(5, fresh.return(broken)); settles(6, fresh.throw(broken)); settles(7, fresh.next());`);
sameAsNative("a long loop of errors of PromiseResolve does not fill the stack", `
  const broken = Promise.resolve(); Object.defineProperty(broken, "constructor", { get() { throw 0; } });
  GENERATOR(g, (), { for (let i = 0; i < 30000; i++) try { YIELD(broken); } catch {} RETURN("end"); })
  settles("end", g().next());`);
sameAsNative("a long queue does not fill the stack", `
  GENERATOR(g, (), { YIELD(1); })
  const it = g(); for (let i = 0; i < 20000; i++) it.next(); settles("last", it.next());`);
sameAsNative("results are fresh objects of the realm", `
  GENERATOR(g, (), { YIELD(1); })
  const it = g(); Promise.all([it.next(), it.next(), it.next()]).then(([a, b, c]) => {
    log(a, b, c, b !== c, Object.getPrototypeOf(a) === Object.prototype, JSON.stringify(Object.getOwnPropertyDescriptors(b)));
  });`);

// What V8 does otherwise than the specification, in some version or all.
asSpecified("return() of a rejection in `yield*` is a throw", `
  const inner = { [Symbol.asyncIterator]() { return this; }, next: () => Promise.resolve({ value: 1, done: false }),
    throw(e) { log("throw", e); return Promise.resolve({ value: "thrown", done: true }); }, return() { log("return"); return {}; } };
  GENERATOR(g, (), { log(DELEGATE(inner)); })
  const it = g(); it.next(); settles("return", it.return(Promise.reject("r")));`,
["2 throw r", "3 thrown", "4 return fulfilled [object Object] { value: undefined, done: true }"]);
asSpecified("requests from within a getter `then` of every object find the body executing", `
  GENERATOR(g, (), { log("body"); YIELD(1); YIELD(2); })
  const it = g(); let n = 0;
  Object.defineProperty(Object.prototype, "then", { configurable: true, get() {
    if (hasOwn.call(this, "done") && ++n < 4) { log("then of", this.value); settles("from then " + n, it.next()); } } });
  settles("first", it.next());`,
["0 body", "1 then of 1", "2 first fulfilled [object Object] { value: 1, done: false }", "2 then of 2", "2 then of undefined",
  "3 from then 1 fulfilled [object Object] { value: 2, done: false }",
  "3 from then 2 fulfilled [object Object] { value: undefined, done: true }",
  "3 from then 3 fulfilled [object Object] { value: undefined, done: true }"], { before: "const hasOwn = Object.prototype.hasOwnProperty;" });
