// What there is to await: `[name, expression, what it needs]`. All of it patches nothing that others own, so that it is
// a matter for every helper.
"use strict";

const awaited = [];
const awaits = (...one) => awaited.push(one);

for (const value of ["void 0", "null", "0", "''", "'text'", "1n", "Symbol.iterator", "{}", "[1, 2]", "function () {}", "/x/"]) {
  awaits(`the value ${value}`, value);
}

awaits("a fulfilled promise", "Promise.resolve(1)");
awaits("a rejected promise", "Promise.reject(1)");
awaits("a rejected promise without a reason", "Promise.reject()");
awaits("a promise of a promise", "new Promise((resolve) => resolve(Promise.resolve(1)))");
awaits("a promise fulfilled later", "new Promise((resolve) => queueMicrotask(() => resolve(1)))");
awaits("a promise rejected later", "new Promise((_, reject) => queueMicrotask(() => reject(1)))");
awaits("a promise that throws while it is made", "new Promise(() => { throw new Error('thrown'); })");
awaits("Promise.all", "Promise.all([1, Promise.resolve(2), { then(resolve) { resolve(3); } }])");
awaits("a promise that another has been waiting for", "shared", `
  const shared = Promise.resolve(1);
  shared.then(() => log("first")); shared.then(() => log("second"));`);

awaits("a thenable that answers at once", "{ then(resolve) { log('then'); resolve(1); } }");
awaits("a thenable that answers later", "{ then(resolve) { queueMicrotask(() => resolve(1)); } }");
awaits("a thenable that never answers", "{ then() { log('then'); } }");
awaits("a thenable that rejects", "{ then(_, reject) { reject(1); } }");
awaits("a thenable that rejects later", "{ then(_, reject) { queueMicrotask(() => reject(1)); } }");
awaits("a thenable that throws", "{ then() { throw new Error('thrown'); } }");
awaits("a thenable that throws after an answer", "{ then(resolve) { resolve(1); throw new Error('thrown'); } }");
awaits("a thenable whose getter throws", "{ get then() { log('get'); throw new Error('thrown'); } }");
awaits("a thenable whose getter is read once", "{ get then() { log('get'); return (resolve) => resolve(1); } }");
awaits("a thenable that answers twice", "{ then(resolve, reject) { resolve(1); resolve(2); reject(3); } }");
awaits("a thenable that answers with a thenable", "{ then(resolve) { resolve({ then(resolve) { resolve(1); } }); } }");
awaits("a thenable that answers with a promise", "{ then(resolve) { resolve(Promise.resolve(1)); } }");
awaits("a thenable that answers with itself", "loop", `
  let rounds = 0;
  const loop = { then(resolve) { resolve(++rounds < 3 ? loop : rounds); } };`);
awaits("a thenable that rejects with a promise", "{ then(_, reject) { reject(Promise.resolve(1)); } }");
awaits("an object whose `then` is not a function", "{ then: 1 }");
awaits("a function with `then`", "Object.assign(() => {}, { then(resolve) { resolve(1); } })");
awaits("an object that inherits `then`", "new Later()", "class Later { then(resolve) { resolve(1); } }");
awaits("`this` and the arguments of `then`", "thenable", `
  const thenable = { then(...handlers) { log("then", this === thenable, handlers.length, new.target); handlers[0](); } };`);
awaits("a proxy of a thenable", "new Proxy({}, { get(_, key) { log('get', key); } })");
awaits("a proxy of a promise", "new Proxy(Promise.resolve(1), { get(target, key) { log('get', key); return target[key]; } })");
awaits("a number whose prototype has `then`", "1", "Number.prototype.then = function (resolve) { resolve('then'); };");

awaits("a fulfilled subclass promise", "Own.resolve(1)", "class Own extends Promise {}");
awaits("a rejected subclass promise", "Own.reject(1)", "class Own extends Promise {}");
awaits("a subclass promise that logs its `then`", "Own.resolve(1)", `
  class Own extends Promise { then(...handlers) { log("then"); return super.then(...handlers); } }`);
awaits("a subclass promise whose `then` throws", "Own.resolve(1)", `
  class Own extends Promise { then() { throw new Error("thrown"); } }`);
awaits("a subclass promise whose species throws", "Own.resolve(1)", `
  class Own extends Promise { static get [Symbol.species]() { log("species"); throw new Error("thrown"); } }`);
awaits("a promise of another realm", "evaluateElsewhere('Promise.resolve(1)')");
awaits("a rejected promise of another realm", "evaluateElsewhere('Promise.reject(1)')");
awaits("a thenable of another realm", "evaluateElsewhere('({ then(resolve) { resolve(1); } })')");
awaits("a promise without a prototype", "Object.setPrototypeOf(Promise.resolve(1), null)");
awaits("a frozen promise", "Object.freeze(Promise.resolve(1))");
awaits("a promise that cannot be extended", "Object.preventExtensions(Promise.reject(1))");

/** A body that awaits `expression` and says how it went on. */
const bodyOf = (expression) =>
  `log("start"); try { log("went on", yield ${expression}); } catch (error) { log("caught", error); } return "end";`;

module.exports = { awaited, bodyOf };
