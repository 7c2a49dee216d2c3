// The promises of the helpers: no other file touches one but through these four operations. `__resolve(value)` is
// PromiseResolve, `__then(promise, onFulfilled, onRejected)` PerformPromiseThen, and both together are Await(value), which
// throws what reading `value.constructor` throws; `__reject(reason)` makes a rejected promise, `new __Promise(executor)` a
// pending one. Here they are the engine's, captured when the file loads: a native async function looks none of them up.
// Other folders supply others: asked/ the ones of a class that can change, driven/ those of a driver.
// https://tc39.es/ecma262/#await
var __Promise, __resolve, __reject, __then;
function __promises(call) {
  __Promise = Promise;
  __resolve = __Promise.resolve.bind(__Promise);
  __reject = __Promise.reject.bind(__Promise);
  __then = call.bind(__Promise.prototype.then);
}
