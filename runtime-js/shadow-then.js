// PerformPromiseThen by the engine's `then`, which reads `promise.constructor` once more (SpeciesConstructor). That shows
// where it is an accessor of the promise's own: for the moment of the call it is undefined, which stands for %Promise%, where
// that can be done unseen. https://tc39.es/ecma262/#sec-performpromisethen
function __shadowThen(promise, onFulfilled, onRejected) {
  if (!__hasOwn) __ownProperties();
  var own = __hasOwn(promise, "constructor") && __descriptor(promise, "constructor");
  if (!own || !own.configurable || __hasOwn(own, "value")) return __performThen(promise, onFulfilled, onRejected);
  __define(promise, "constructor", { __proto__: null, value: void 0, configurable: true });
  try {
    return __performThen(promise, onFulfilled, onRejected);
  } finally {
    __define(promise, "constructor", { __proto__: null, get: own.get, set: own.set, enumerable: own.enumerable, configurable: true });
  }
}
