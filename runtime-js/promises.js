// The promises of the helpers: no other file touches one but through these four operations. `__resolve(value)` is
// PromiseResolve, `__then(promise, onFulfilled, onRejected)` PerformPromiseThen, `__reject(reason)` makes a rejected
// promise, `__newPromise()` a pending one. Here they are the engine's, captured when the file loads: a native async
// function looks none of them up. Other folders supply others: asked/ the ones of a class that can change, driven/ those
// of a driver. https://tc39.es/ecma262/#await
var __Promise, __resolve, __reject, __then, __resolvePromise, __rejectPromise;
function __promises(call) {
  __Promise = Promise;
  __resolve = Promise.resolve.bind(Promise);
  __reject = Promise.reject.bind(Promise);
  __then = call.bind(Promise.prototype.then);
}
// The functions that resolve and reject it are in `__resolvePromise` and `__rejectPromise`, up to the next one. An
// executor that is made once is faster than one for each promise.
function __newPromise() { return new __Promise(__executor); }
function __executor(resolve, reject) { __resolvePromise = resolve; __rejectPromise = reject; }
