// Generated from the files beside it, one a helper: change those, then `UPDATE=1 cargo test -p unawait_runtime`.

// What the helpers use of the engine, captured when the file loads, before the program can patch it, and on demand for
// a function that is called earlier still (through an import cycle). A native async function reads none of these
// properties when it runs: https://tc39.es/ecma262/#await
var __Promise, __prototype, __resolve, __reject, __then, __next, __throw, __hasOwn, __getPrototypeOf, __Object;
function __intrinsics() {
  var generator = Object.getPrototypeOf(function* () {}).prototype;
  __Promise = Promise;
  __prototype = __Promise.prototype;
  __resolve = __Promise.resolve;
  __reject = __Promise.reject;
  __then = __prototype.then;
  __next = generator.next;
  __throw = generator["throw"];
  __hasOwn = Object.prototype.hasOwnProperty;
  __getPrototypeOf = Object.getPrototypeOf;
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor, extensible: Object.isExtensible };
}
__intrinsics();

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

// A new promise resolved with `value`: what a body that ended without a suspension returns.
// PromiseResolve would hand a promise back as it is, so an object takes the way through the resolving functions.
// https://tc39.es/ecma262/#sec-asyncblockstart
function __resolved(value) {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return __resolve.call(__Promise, value);
  return new __Promise(function (resolve) { resolve(value); });
}

// Drives a generator as a native async function runs its body: `yield x` is Await(x).
// The signature is tslib's, since a page may hold both definitions: `P` is the promise class to answer with.
// The first step runs before anything is allocated, in a frame as small as can be: it counts for how deep recursion goes.
// https://tc39.es/ecma262/#sec-async-functions-abstract-operations-async-function-start
function __awaiter(thisArg, _arguments, P, generator) {
  if (!__then) __intrinsics();
  if (P && P !== __Promise) return new P(function (resolve) { resolve(__awaiter(thisArg, _arguments, void 0, generator)); });
  var iterator, result;
  try {
    iterator = generator.apply(thisArg, _arguments || []);
    result = __hasOwn.call(iterator, "next") ? iterator.next() : __next.call(iterator);
  } catch (error) {
    return __reject.call(__Promise, error);
  }
  return result.done ? __resolved(result.value) : __drive(iterator, result.value);
}
// The promise of a body that has suspended for the first time, at `value`.
// Straight-line handlers are faster than one shared `step`.
function __drive(iterator, value) {
  // A state machine's iterator brings its own methods; a generator's are the engine's, whatever a program makes of them.
  var own = __hasOwn.call(iterator, "next"), next = own ? iterator.next : __next, thrown = own ? iterator["throw"] : __throw;
  var resolve, reject, promise = new __Promise(function (res, rej) { resolve = res; reject = rej; });
  suspend(value);
  return promise;

  function suspend(value) {
    try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  }
  function fulfilled(sent) {
    try { var result = next.call(iterator, sent), value = result.value; } catch (error) { reject(error); return; }
    if (result.done) resolve(value); else suspend(value);
  }
  function rejected(error) {
    try { var result = thrown.call(iterator, error), value = result.value; } catch (error) { reject(error); return; }
    if (result.done) resolve(value); else suspend(value);
  }
}

// `__awaiter` for a body that suspends once at most: one `await`, in no loop. The promise that `then` derives settles
// exactly as the body ends, so none has to be made. (`P` is not used: the place is kept for a common shape of call.)
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__then) __intrinsics();
  var iterator, result;
  try {
    iterator = generator.apply(thisArg, _arguments);
    result = __next.call(iterator);
  } catch (error) {
    return __reject.call(__Promise, error);
  }
  return result.done ? __resolved(result.value) : __driveOnce(iterator, result.value);
}
// The promise of a body that has suspended at `value`, and will not again.
function __driveOnce(iterator, value) {
  try {
    return __awaitThen(value, fulfilled, rejected);
  } catch (error) {
    try { return __resolved(rejected(error)); } catch (error) { return __reject.call(__Promise, error); }
  }

  function fulfilled(sent) { return __next.call(iterator, sent).value; }
  function rejected(error) { return __throw.call(iterator, error).value; }
}

// Runs a body that never suspends: no generator is needed. `body` is an arrow function in the lowered function, so
// `this`, `arguments` and `super` need no capture.
function __settle(body, _arguments) {
  if (!__then) __intrinsics();
  var value;
  try { value = _arguments ? body.apply(void 0, _arguments) : body(); } catch (error) { return __reject.call(__Promise, error); }
  return __resolved(value);
}

// `__awaiter` for a promise class that is not the engine's: `P`, or the global `Promise` of the moment, which zone.js
// and other patchers replace. Everything goes through its public `resolve` and `then`, so that they see every await.
function __awaiterOf(thisArg, _arguments, P, generator) {
  if (!P) P = Promise;
  return new P(function (resolve, reject) {
    var iterator = generator.apply(thisArg, _arguments || []);
    step("next");

    function step(method, sent) {
      var result;
      try { result = iterator[method](sent); } catch (error) { reject(error); return; }
      if (result.done) { resolve(result.value); return; }
      try { P.resolve(result.value).then(fulfilled, rejected); } catch (error) { rejected(error); }
    }
    function fulfilled(value) { step("next", value); }
    function rejected(error) { step("throw", error); }
  });
}

// `__awaiter` that leaves the driving to another: `driver` wraps a generator function, as co.wrap and
// Bluebird.coroutine do. Drivers give some values a meaning of their own (co: arrays, functions), which `await` does
// not: so what reaches them here is promises only.
function __awaiterDriver(thisArg, _arguments, driver, generator) {
  return driver(function* () {
    var iterator = generator.apply(thisArg, _arguments || []), result = iterator.next(), value;
    while (!result.done) {
      try { value = yield Promise.resolve(result.value); } catch (error) { result = iterator["throw"](error); continue; }
      result = iterator.next(value);
    }
    return result.value;
  })();
}

export {
  __intrinsics,
  __awaitThen,
  __resolved,
  __awaiter,
  __awaiterOnce,
  __settle,
  __awaiterOf,
  __awaiterDriver,
};
