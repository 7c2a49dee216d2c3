// Generated from the files beside it, one a helper: change those, then `UPDATE=1 cargo test -p unawait_runtime`.

// What the helpers use of the engine, captured when the file loads, before the program can patch it, and on demand for
// a function that is called earlier still (through an import cycle). A native async function reads none of these
// properties when it runs: https://tc39.es/ecma262/#await
// A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
var __Promise, __resolve, __reject, __then, __next, __throw, __apply, __hasOwn, __Object;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  __Promise = Promise;
  __resolve = Promise.resolve.bind(Promise);
  __reject = Promise.reject.bind(Promise);
  __then = call.bind(Promise.prototype.then);
  __next = call.bind(generator.next);
  __throw = call.bind(generator["throw"]);
  __apply = call.bind(call.apply);
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
}
__intrinsics();

// Await(value): PerformPromiseThen(PromiseResolve(%Promise%, value), onFulfilled, onRejected), and the promise that
// settles as the continuation ends. Throws what reading `value.constructor` throws. https://tc39.es/ecma262/#await
function __awaitThen(value, onFulfilled, onRejected) {
  var promise = __resolve(value);
  // `then` reads `promise.constructor` once more (SpeciesConstructor); PerformPromiseThen does not. That shows only
  // where the promise has an accessor of its own there.
  if (promise === value && __hasOwn(promise, "constructor")) return __shadowConstructor(promise, onFulfilled, onRejected);
  return __then(promise, onFulfilled, onRejected);
}
// `then` with `promise.constructor` a plain %Promise% for the moment of the call, where that can be done unseen.
function __shadowConstructor(promise, onFulfilled, onRejected) {
  var own = __Object.descriptor(promise, "constructor");
  if (!own.configurable || "value" in own) return __then(promise, onFulfilled, onRejected);
  __Object.define(promise, "constructor", { value: __Promise, configurable: true });
  try {
    return __then(promise, onFulfilled, onRejected);
  } finally {
    __Object.define(promise, "constructor", own);
  }
}

// A new promise resolved with `value`: what a body that ended without a suspension returns.
// PromiseResolve would hand a promise back as it is, so an object takes the way through the resolving functions.
// https://tc39.es/ecma262/#sec-asyncblockstart
function __resolved(value) {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return __resolve(value);
  return new __Promise(function (resolve) { resolve(value); });
}

// Drives a generator as a native async function runs its body: `yield x` is Await(x).
// The signature is tslib's, since a page may hold both definitions: `P` is the promise class to answer with.
// The first step runs before anything is allocated, in a frame as small as can be: that counts for deep recursion.
// https://tc39.es/ecma262/#sec-async-functions-abstract-operations-async-function-start
function __awaiter(thisArg, _arguments, P, generator) {
  if (!__then) __intrinsics();
  if (P && P !== __Promise) return new P(function (resolve) { resolve(__awaiter(thisArg, _arguments, void 0, generator)); });
  var iterator, result;
  try {
    iterator = __apply(generator, thisArg, _arguments || []);
    // A state machine's iterator brings its own methods; a generator's are the engine's, whatever a program makes of them.
    result = __hasOwn(iterator, "next") ? iterator.next() : __next(iterator);
  } catch (error) {
    return __reject(error);
  }
  return result.done ? __resolved(result.value) : __drive(iterator, result.value);
}
// The promise of a body that has suspended for the first time, at `value`. Straight-line handlers are faster than one
// shared `step`, and an executor that is made once, than one for each promise.
var __resolvePromise, __rejectPromise;
function __executor(resolve, reject) { __resolvePromise = resolve; __rejectPromise = reject; }
function __drive(iterator, value) {
  var promise = new __Promise(__executor), resolve = __resolvePromise, reject = __rejectPromise;
  var own = __hasOwn(iterator, "next");
  try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  return promise;

  function fulfilled(sent) {
    try { var result = own ? iterator.next(sent) : __next(iterator, sent), value = result.value; } catch (error) { reject(error); return; }
    if (result.done) { resolve(value); return; }
    try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  }
  // A loop, since what awaiting throws goes back into the body at once, and the stack must not grow by it.
  function rejected(reason) {
    for (;;) {
      try { var result = own ? iterator["throw"](reason) : __throw(iterator, reason), value = result.value; } catch (error) { reject(error); return; }
      if (result.done) { resolve(value); return; }
      try { __awaitThen(value, fulfilled, rejected); return; } catch (error) { reason = error; }
    }
  }
}

// `__awaiter` for a body that suspends once at most: one `await`, in no loop. The promise that `then` derives settles
// exactly as the body ends, so none has to be made. (`P` is not used: the place is kept for a common shape of call.)
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__then) __intrinsics();
  var iterator, result;
  try {
    iterator = __apply(generator, thisArg, _arguments);
    result = __next(iterator);
  } catch (error) {
    return __reject(error);
  }
  return result.done ? __resolved(result.value) : __driveOnce(iterator, result.value);
}
// The promise of a body that has suspended at `value`, and will not again.
function __driveOnce(iterator, value) {
  try {
    return __awaitThen(value, fulfilled, rejected);
  } catch (error) {
    try { return __resolved(rejected(error)); } catch (error) { return __reject(error); }
  }

  function fulfilled(sent) { return __next(iterator, sent).value; }
  function rejected(reason) { return __throw(iterator, reason).value; }
}

// Runs a body that never suspends: no generator is needed. `body` is an arrow function in the lowered function, so
// `this`, `arguments` and `super` need no capture.
function __settle(body, _arguments) {
  if (!__then) __intrinsics();
  var value;
  try { value = _arguments ? __apply(body, void 0, _arguments) : body(); } catch (error) { return __reject(error); }
  return __resolved(value);
}

// `__awaiter` for a promise class that is not the engine's: `P`, or the global `Promise` of the moment, which zone.js
// and other patchers replace. Everything goes through its public `resolve` and `then`, so that they see every await.
// The first step runs outside of its constructor, whose frames would count for how deep recursion goes.
function __awaiterOf(thisArg, _arguments, P, generator) {
  if (!P) P = Promise;
  var iterator, result;
  try {
    iterator = generator.apply(thisArg, _arguments || []);
    result = iterator.next();
  } catch (error) {
    return new P(function (resolve, reject) { reject(error); });
  }
  return __driveOf(P, iterator, result);
}
// The promise of a body after its first step, which had this result.
function __driveOf(P, iterator, result) {
  return new P(function (resolve, reject) {
    go(result);

    // A loop, since what awaiting throws goes back into the body at once, and the stack must not grow by it.
    function go(result) {
      while (!result.done) {
        try { P.resolve(result.value).then(fulfilled, rejected); return; } catch (error) { var reason = error; }
        try { result = iterator["throw"](reason); } catch (error) { reject(error); return; }
      }
      resolve(result.value);
    }
    function fulfilled(value) {
      try { var result = iterator.next(value); } catch (error) { reject(error); return; }
      go(result);
    }
    function rejected(reason) {
      try { var result = iterator["throw"](reason); } catch (error) { reject(error); return; }
      go(result);
    }
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
