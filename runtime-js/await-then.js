// Await(value): PerformPromiseThen(PromiseResolve(%Promise%, value), onFulfilled, onRejected), and the promise that
// settles as the continuation ends. Throws what reading `value.constructor` throws. https://tc39.es/ecma262/#await
function __awaitThen(value, onFulfilled, onRejected) {
  var promise = __resolve(value);
  // `then` reads `promise.constructor` once more (SpeciesConstructor); PerformPromiseThen does not. That shows only
  // where the promise has an accessor of its own there.
  if (promise === value && __hasOwn(promise, "constructor")) return __shadowConstructor(promise, onFulfilled, onRejected);
  return __then(promise, onFulfilled, onRejected);
}
// `then` with `promise.constructor` undefined, which stands for %Promise%, for the moment of the call, where that can be done unseen.
function __shadowConstructor(promise, onFulfilled, onRejected) {
  var own = __Object.descriptor(promise, "constructor");
  if (!own.configurable || __hasOwn(own, "value")) return __then(promise, onFulfilled, onRejected);
  __Object.define(promise, "constructor", { __proto__: null, value: void 0, configurable: true });
  try {
    return __then(promise, onFulfilled, onRejected);
  } finally {
    __Object.define(promise, "constructor", own);
  }
}
