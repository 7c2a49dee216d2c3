// Await(value): PerformPromiseThen(PromiseResolve(%Promise%, value), onFulfilled, onRejected), and the promise that
// settles as the continuation ends. Throws what reading `value.constructor` throws. https://tc39.es/ecma262/#await
function __awaitThen(value, onFulfilled, onRejected) {
  var promise = __resolve.call(__Promise, value);
  // `then` reads `promise.constructor` once more (SpeciesConstructor); PerformPromiseThen does not. That shows only
  // where it is an accessor: of the promise itself, or of a class between it and %Promise.prototype%.
  if (promise === value && (__hasOwn.call(promise, "constructor") || __getPrototypeOf(promise) !== __prototype)) {
    return __shadowConstructor(promise, onFulfilled, onRejected);
  }
  return __then.call(promise, onFulfilled, onRejected);
}
// `then` with `promise.constructor` a plain %Promise% for the moment of the call, where that can be done unseen.
function __shadowConstructor(promise, onFulfilled, onRejected) {
  var own = __Object.descriptor(promise, "constructor");
  if (own ? !own.configurable || "value" in own : !__Object.extensible(promise)) {
    return __then.call(promise, onFulfilled, onRejected);
  }
  __Object.define(promise, "constructor", { value: __Promise, configurable: true });
  try {
    return __then.call(promise, onFulfilled, onRejected);
  } finally {
    if (own) __Object.define(promise, "constructor", own);
    else delete promise.constructor;
  }
}
