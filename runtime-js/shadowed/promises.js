// The operations of ../promises.js, in a program that may give a promise a `constructor` of its own (see ../shadow-then.js).
var __Promise, __resolve, __reject, __performThen;
function __promises(call) {
  __Promise = Promise;
  __resolve = __Promise.resolve.bind(__Promise);
  __reject = __Promise.reject.bind(__Promise);
  __performThen = call.bind(__Promise.prototype.then);
}
function __then(promise, onFulfilled, onRejected) { return __shadowThen(promise, onFulfilled, onRejected); }
