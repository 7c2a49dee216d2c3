// The operations of ../promises.js for the class that `__promise()` answers at each of them: the global `Promise`, which
// zone.js, fake timers and polyfills replace, or a module's. Everything goes through its public `resolve` and `then`, so
// that they see every await; but as long as nothing has been replaced, `then` is PerformPromiseThen, as natively.
var __Promise, __engineThen, __performThen, __resolvePromise, __rejectPromise;
function __promises(call) {
  __Promise = Promise;
  __engineThen = Promise.prototype.then;
  __performThen = call.bind(__engineThen);
}
function __resolve(value) { return __promise().resolve(value); }
function __then(promise, onFulfilled, onRejected) {
  var P = __promise(), isReplaced = P !== __Promise || P.prototype.then !== __engineThen;
  return isReplaced ? promise.then(onFulfilled, onRejected) : __performThen(promise, onFulfilled, onRejected);
}
function __reject(reason) {
  var promise = __newPromise();
  __rejectPromise(reason);
  return promise;
}
// An executor of its own for each, since the constructor of such a class may make other promises.
function __newPromise() {
  var P = __promise(), resolvePromise, rejectPromise;
  var promise = new P(function (resolve, reject) { resolvePromise = resolve; rejectPromise = reject; });
  __resolvePromise = resolvePromise;
  __rejectPromise = rejectPromise;
  return promise;
}
