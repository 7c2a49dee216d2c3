// The operations of ../promises.js for the class that `__promise()` answers at each of them: the global `Promise`, which
// zone.js, fake timers and polyfills replace, or a module's. Everything goes through its public `resolve` and `then`, so
// that they see every await; but as long as nothing has been replaced, `then` is PerformPromiseThen, as natively.
var __enginePromise, __engineThen, __performThen;
function __promises(call) {
  __enginePromise = Promise;
  __engineThen = Promise.prototype.then;
  __performThen = call.bind(__engineThen);
}
function __resolve(value) { return __promise().resolve(value); }
function __then(promise, onFulfilled, onRejected) {
  var P = __promise(), isReplaced = P !== __enginePromise || P.prototype.then !== __engineThen;
  return isReplaced ? promise.then(onFulfilled, onRejected) : __shadowThen(promise, onFulfilled, onRejected);
}
function __reject(reason) {
  return new __Promise(function (_, reject) { reject(reason); });
}
// Called by `new`, which answers what it returns.
function __Promise(executor) { return new (__promise())(executor); }
