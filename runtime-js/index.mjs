// Generated from the files beside it, one a helper: change those, then `UPDATE=1 cargo test -p unawait_runtime`.

// What the helpers use of the engine, but for promises, captured when the file loads, before the program can patch it, and
// on demand for a function that is called earlier still (through an import cycle). A native async function reads none of
// these properties when it runs: https://tc39.es/ecma262/#await
// A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
var __next, __throw, __hasOwn, __isPrototypeOf, __generatorPrototype, __Object, __apply;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  // Another tool may have taken the generators out of this file: what it has for them need not share a prototype.
  __generatorPrototype = generator = generator || { isMissing: true, next: function (value) { return this.next(value); }, "throw": function (reason) { return this["throw"](reason); } };
  __next = call.bind(generator.next);
  __throw = call.bind(generator["throw"]);
  __hasOwn = call.bind(Object.prototype.hasOwnProperty);
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  __Object = { define: Object.defineProperty, descriptor: Object.getOwnPropertyDescriptor };
  __promises(call);
  // The last one, since it is what tells whether the others are there.
  __apply = call.bind(call.apply);
}
__intrinsics();

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

// A new promise resolved with `value`: what a body that ended without a suspension returns.
// PromiseResolve would hand a promise back as it is, so an object takes the way through the resolving functions.
// https://tc39.es/ecma262/#sec-asyncblockstart
function __resolved(value) {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return __resolve(value);
  var promise = __newPromise();
  __resolvePromise(value);
  return promise;
}

// Drives a generator as a native async function runs its body: `yield x` is Await(x).
// The signature is tslib's, since a page may hold both definitions: `P` is the promise class to answer with.
// The first step runs before anything is allocated, in a frame as small as can be: that counts for deep recursion.
// https://tc39.es/ecma262/#sec-async-functions-abstract-operations-async-function-start
function __awaiter(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
  if (P && P !== __Promise) return __awaiterAs(thisArg, _arguments, P, generator);
  var iterator, native, result;
  try {
    iterator = __apply(generator, thisArg, _arguments);
    // A state machine's iterator brings its own methods; a generator's are the engine's, whatever a program makes of them.
    native = __isPrototypeOf(__generatorPrototype, iterator);
    result = native ? __next(iterator) : iterator.next();
  } catch (error) {
    return __reject(error);
  }
  return result.done ? __resolved(result.value) : __drive(iterator, native, result.value);
}
function __awaiterAs(thisArg, _arguments, P, generator) {
  return new P(function (resolve) { resolve(__awaiter(thisArg, _arguments, void 0, generator)); });
}
// The promise of a body that has suspended for the first time, at `value`. Straight-line handlers are faster than one
// shared `step`.
function __drive(iterator, native, value) {
  var promise = __newPromise(), resolve = __resolvePromise, reject = __rejectPromise;
  try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  return promise;

  function fulfilled(sent) {
    try { var result = native ? __next(iterator, sent) : iterator.next(sent), value = result.value; } catch (error) { reject(error); return; }
    if (result.done) { resolve(value); return; }
    try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  }
  // A loop, since what awaiting throws goes back into the body at once, and the stack must not grow by it.
  function rejected(reason) {
    for (;;) {
      try { var result = native ? __throw(iterator, reason) : iterator["throw"](reason), value = result.value; } catch (error) { reject(error); return; }
      if (result.done) { resolve(value); return; }
      try { __awaitThen(value, fulfilled, rejected); return; } catch (error) { reason = error; }
    }
  }
}

// `__awaiter` for a body that suspends once at most: one `await`, in no loop. The promise that `then` derives settles
// exactly as the body ends, so none has to be made. (`P` is not used: the place is kept for a common shape of call.)
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
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
  if (!__apply) __intrinsics();
  var value;
  try { value = _arguments ? __apply(body, void 0, _arguments) : body(); } catch (error) { return __reject(error); }
  return __resolved(value);
}

// What the helpers for iterators, generators and resources use of the engine besides intrinsics.js, captured the same way.
var __call, __return, __create, __setPrototype, __TypeError, __Symbol, __asyncIteratorKey;
function __intrinsicsIteration() {
  if (!__apply) __intrinsics();
  var call = Function.prototype.call;
  __return = call.bind(__generatorPrototype["return"] || function (value) { return this["return"](value); });
  __create = Object.create;
  __setPrototype = Object.setPrototypeOf;
  __TypeError = TypeError;
  __Symbol = Symbol;
  __asyncIteratorKey = Symbol.asyncIterator || Symbol["for"]("Symbol.asyncIterator");
  // `__call(f, o, v)` is `f.call(o, v)`. The last one, since it is what tells whether the others are there.
  __call = call.bind(call);
}
__intrinsicsIteration();

// Whether `value` is an Object in the sense of the specification.
function __isObject(value) {
  return typeof value === "object" ? value !== null : typeof value === "function";
}

// A TypeError about `value`, in the words of V8. Nothing that a program defined is called to show the value.
function __typeError(before, value, after) {
  if (!__call) __intrinsicsIteration();
  var type = typeof value, shown = type === "function" ? "a function" : __isObject(value) ? "#<Object>" : type === "symbol" ? "a symbol" : "" + value;
  return new __TypeError(before + shown + after);
}

// GetMethod, but for the look-up: undefined where there is none. Each caller looks up for itself, so that an engine can
// remember where it found what. https://tc39.es/ecma262/#sec-getmethod
function __getMethod(method) {
  return method === void 0 || method === null ? void 0 : __callable(method);
}
// The `next` of an Iterator Record: nobody asks whether it can be called, before it is.
// https://tc39.es/ecma262/#sec-getiteratordirect
function __nextMethod(method) {
  return typeof method === "function" ? method : function () { __callable(method); };
}
// Complains in the words of V8.
function __callable(value) {
  var type = typeof value;
  if (type === "function") return value;
  if (!__call) __intrinsicsIteration();
  if (value === null || type === "boolean" || type === "number" || type === "string") type += " " + JSON.stringify(value);
  throw new __TypeError(type + " is not a function");
}

// What an iterator answers has to be an object. https://tc39.es/ecma262/#sec-iteratornext
function __checkResult(result) {
  if (!__isObject(result)) throw __typeError("Iterator result ", result, " is not an object");
}

// What the body of an async generator yields through this is awaited, `yield __awaitIn(value)` being Await(value). What
// it yields as it is, is AsyncGeneratorYield(? Await(value)).
// The driver reads how the body suspends right after it did, so one variable tells it for all generators, and nothing
// has to be wrapped: 0 (or undefined, before the file has loaded) yield, 1 await; and for `yield*`, 2 yield without
// awaiting, 3 await and go on with a return.
var __suspension;
function __awaitIn(value) {
  __suspension = 1;
  return value;
}

// %AsyncIteratorPrototype% [ %Symbol.asyncDispose% ] ( ) https://tc39.es/ecma262/#sec-%asynciteratorprototype%-%symbol.asyncdispose%
function __asyncIteratorDispose(object) {
  try {
    var method = __getMethod(object["return"]);
    return method ? __awaitThen(__call(method, object, void 0), __toUndefined) : __resolve(void 0);
  } catch (error) {
    return __reject(error);
  }
}
function __toUndefined() {}

// An object, and what stands behind it: that, only `__asyncGenOf(object)` finds. The object is that of a generator which
// does nothing but to answer who may ask; an entry in a WeakMap, which has to do where another tool has taken generators
// out of the file, takes five times as long to make. (What a program
// can notice: that methods of synchronous generators do not throw, if it has the idea to call them for such an object.)
var __objects, __sharedSlot, __asked, __lastObject, __lastGen, __asyncGenPrototype, __asyncGenNext;
function __asyncGenObject(gen, prototype, body) {
  var slot = body.__slot, object;
  if (__generatorPrototype.isMissing) {
    if (!__objects) __objects = new WeakMap();
    __objects.set(object = __create(prototype), gen);
    return object;
  }
  // Who makes it asks it next, as a rule.
  __lastGen = gen;
  if (slot && slot.prototype === prototype) return __lastObject = slot(gen);
  // The second call of a body pays for a generator function of its own, whose objects are born with their prototype.
  if (slot === null) (body.__slot = __asyncGenSlot()).prototype = prototype;
  else if (!slot) body.__slot = null;
  if (!__sharedSlot) __sharedSlot = __asyncGenSlot();
  return __lastObject = __setPrototype(__sharedSlot(gen), prototype);
}
function __asyncGenSlot() {
  return function* (gen) { for (;;) yield __asked ? gen : void 0; };
}
// What stands behind `object`, or undefined. It is at hand for the one that was made or asked last, until that one is over.
function __asyncGenOf(object) {
  if (object === __lastObject && __lastGen) return __lastGen;
  if (__objects) return __objects.get(object);
  // A generator of the program's own is not to be asked.
  if (!__isPrototypeOf(__asyncGenPrototype, object) && __isPrototypeOf(__generatorPrototype, object)) return void 0;
  __asked = true;
  try {
    var gen = __next(object).value;
  } catch (error) {
    // It is no generator, or there is no stack left.
    if (!__isPrototypeOf(__TypeError.prototype, error)) throw error;
  } finally {
    __asked = false;
  }
  if (gen) { __lastObject = object; __lastGen = gen; }
  return gen;
}

// The internal slots of an async generator object, and the abstract operations on them, one to one.
// https://tc39.es/ecma262/#sec-asyncgenerator-abstract-operations
// `state`: 0 suspended-start, 1 suspended-yield, 2 executing, 3 draining-queue, 4 completed. `first` to `last`: the queue.
// `awaiting` is what the await in progress is for (there is one at a time): 0 the operand of a `yield`, 1 of an `await`,
// 3 of a `return()` that the body goes on with, 4 of one without a body that could go on.
function __asyncGenState(body) {
  if (__AsyncGen.prototype.constructor) __asyncGenMethods();
  return new __AsyncGen(body);
}
function __AsyncGen(body) {
  this.body = body;
  this.state = 0;
  this.awaiting = 0;
  this.first = null;
  this.last = null;
  this.object = null;
  this.fulfilled = null;
  this.rejected = null;
}
// What %AsyncGeneratorPrototype%.next, .return and .throw do for a receiver with these slots
function __asyncGenMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __AsyncGen.prototype = __create(null);
  prototype.next = function (value) {
    if (this.state === 4) return __resolve({ value: void 0, done: true });
    var request = __asyncGenEnqueue(this, 0, value);
    if (this.state < 2) __asyncGenResume(this, 0, value);
    return request.promise || __requestPromise(request);
  };
  prototype["return"] = function (value) {
    var request = __asyncGenEnqueue(this, 1, value);
    if (this.state === 0 || this.state === 4) __asyncGenAwaitReturn(this);
    else if (this.state === 1) __asyncGenResume(this, 1, value);
    return request.promise || __requestPromise(request);
  };
  prototype["throw"] = function (exception) {
    if (this.state === 0) this.state = 4;
    if (this.state === 4) return __reject(exception);
    var request = __asyncGenEnqueue(this, 2, exception);
    if (this.state === 1) __asyncGenResume(this, 2, exception);
    return request.promise || __requestPromise(request);
  };
}
// AsyncGeneratorEnqueue. `kind` of the completion: 0 normal, 1 return, 2 throw.
function __asyncGenEnqueue(gen, kind, value) {
  var request = { kind: kind, value: value, promise: void 0, resolve: void 0, reject: void 0, next: null };
  if (gen.first) gen.last.next = request;
  else gen.first = request;
  gen.last = request;
  return request;
}
// The promise of a request that has not been answered at once: the others have theirs from the answer, and need no
// functions to resolve it.
function __requestPromise(request) {
  request.promise = __newPromise();
  request.resolve = __resolvePromise;
  request.reject = __rejectPromise;
  return request.promise;
}
// AsyncGeneratorResume, and AsyncGeneratorUnwrapYieldResumption
function __asyncGenResume(gen, kind, value) {
  gen.state = 2;
  if (kind === 0) __asyncGenGoOn(gen, value);
  else if (kind === 2) __asyncGenFail(gen, value);
  else {
    try { __asyncGenAwait(gen, 3, value); } catch (error) { __asyncGenFail(gen, error); }
  }
}
// The body goes on: normally, with a throw, with a return.
function __asyncGenGoOn(gen, value) {
  try { var result = __next(gen.body, value); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  __asyncGenSuspended(gen, result);
}
function __asyncGenFail(gen, reason) {
  try { var result = __throw(gen.body, reason); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  __asyncGenSuspended(gen, result);
}
function __asyncGenLeave(gen, value) {
  try { var result = __return(gen.body, value); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  __asyncGenSuspended(gen, result);
}
// The body has suspended, or returned. A loop, since what awaiting throws goes back into the body at once, and the stack
// must not grow by it.
function __asyncGenSuspended(gen, result) {
  for (;;) {
    var value = result.value, suspension = __suspension || 0, reason;
    __suspension = 0;
    if (result.done) { __asyncGenEnd(gen, false, value); return; }
    if (suspension === 2) { __asyncGenYield(gen, value); return; }
    try { __asyncGenAwait(gen, suspension, value); return; } catch (error) { reason = error; }
    try { result = __throw(gen.body, reason); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  }
}
// Await
function __asyncGenAwait(gen, awaiting, value) {
  if (!gen.fulfilled) __asyncGenContinuations(gen);
  gen.awaiting = awaiting;
  __awaitThen(value, gen.fulfilled, gen.rejected);
}
function __asyncGenContinuations(gen) {
  gen.fulfilled = function (value) {
    if (gen.awaiting === 0) __asyncGenYield(gen, value);
    else if (gen.awaiting === 1) __asyncGenGoOn(gen, value);
    else if (gen.awaiting === 3) __asyncGenLeave(gen, value);
    else __asyncGenEnd(gen, false, value);
  };
  gen.rejected = function (reason) {
    if (gen.awaiting === 4) __asyncGenEnd(gen, true, reason);
    else __asyncGenFail(gen, reason);
  };
}
// AsyncGeneratorYield, its operand having been awaited
function __asyncGenYield(gen, value) {
  __asyncGenCompleteStep(gen, value, false);
  var request = gen.first;
  if (request) __asyncGenResume(gen, request.kind, request.value);
  else gen.state = 1;
}
// AsyncGeneratorCompleteStep, with a normal completion
function __asyncGenCompleteStep(gen, value, done) {
  var request = gen.first, result = { value: value, done: done };
  gen.first = request.next;
  if (request.promise) request.resolve(result);
  else request.promise = __resolve(result);
}
// What AsyncGeneratorStart does when the body has ended, and AsyncGeneratorAwaitReturn at its end; AsyncGeneratorDrainQueue
function __asyncGenEnd(gen, thrown, value) {
  gen.state = 3;
  for (;;) {
    var request = gen.first;
    if (!thrown) __asyncGenCompleteStep(gen, value, true);
    else {
      gen.first = request.next;
      if (request.promise) request.reject(value);
      else request.promise = __reject(value);
    }
    request = gen.first;
    if (!request) {
      gen.state = 4;
      if (__lastGen === gen) __lastObject = __lastGen = void 0;
      return;
    }
    if (request.kind === 1) { __asyncGenAwaitReturn(gen); return; }
    thrown = request.kind === 2;
    value = thrown ? request.value : void 0;
  }
}
// AsyncGeneratorAwaitReturn
function __asyncGenAwaitReturn(gen) {
  gen.state = 3;
  try { __asyncGenAwait(gen, 4, gen.first.value); } catch (error) { __asyncGenEnd(gen, true, error); }
}

// Makes an async generator object, whose body is that of a generator: see await-in.js for what such a body yields.
// `fn` is the function that the program knows: the object inherits from what its `prototype` is by now.
// https://tc39.es/ecma262/#sec-asyncgeneratorstart
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var state = __asyncGenState(__apply(generator, thisArg, _arguments)), prototype = fn ? fn.prototype : void 0;
  return __asyncGenObject(state, __isObject(prototype) ? prototype : __asyncGenPrototype, generator);
}
// %AsyncGeneratorPrototype% and %AsyncIteratorPrototype%
function __asyncGenIntrinsics() {
  "use strict";
  if (!__call) __intrinsicsIteration();
  var define = __Object.define, asyncIterator = __asyncIteratorKey, dispose = __Symbol.asyncDispose;
  // Concise methods, since these are no constructors.
  var prototype = {
    constructor: void 0,
    next(value) { var gen = __asyncGenOf(this); return gen ? gen.next(value) : __notAsyncGen(this, "next"); },
    return(value) { var gen = __asyncGenOf(this); return gen ? gen["return"](value) : __notAsyncGen(this, "return"); },
    throw(exception) { var gen = __asyncGenOf(this); return gen ? gen["throw"](exception) : __notAsyncGen(this, "throw"); },
  };
  define(prototype, "constructor", { enumerable: false });
  define(prototype, "next", { enumerable: false });
  define(prototype, "return", { enumerable: false });
  define(prototype, "throw", { enumerable: false });
  define(prototype, __Symbol.toStringTag, { value: "AsyncGenerator", configurable: true });
  var iteratorPrototype = { [asyncIterator]() { return this; } };
  define(iteratorPrototype, asyncIterator, { enumerable: false });
  if (dispose) {
    var disposal = { [dispose]() { return __asyncIteratorDispose(this); } };
    define(iteratorPrototype, dispose, { value: disposal[dispose], writable: true, configurable: true });
  }
  __asyncGenNext = prototype.next;
  __asyncGenPrototype = __setPrototype(prototype, iteratorPrototype);
}
if (!__asyncGenPrototype) __asyncGenIntrinsics();
function __notAsyncGen(object, method) {
  return __reject(__typeError("Method [AsyncGenerator].prototype." + method + " called on incompatible receiver ", object, ""));
}

// Makes of `fn`, whose body is a call of `__asyncGen`, what an async generator function is to a program that looks at it:
// a `prototype` for its objects, and %AsyncGeneratorFunction.prototype% to inherit from. Answers `fn`.
// https://tc39.es/ecma262/#sec-asyncgeneratorfunction-objects
var __asyncGenFunctionPrototype, __prototypeProperty;
function __asyncGenFunction(fn) {
  if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
  var prototype = __create(__asyncGenPrototype);
  // A plain function has the property already, with the right attributes; to define it again would be slow.
  if (__hasOwn(fn, "prototype")) fn.prototype = prototype;
  else {
    __prototypeProperty.value = prototype;
    __Object.define(fn, "prototype", __prototypeProperty);
    __prototypeProperty.value = void 0;
  }
  return __setPrototype(fn, __asyncGenFunctionPrototype);
}
function __asyncGenFunctionIntrinsics() {
  "use strict";
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var define = __Object.define, prototype = __create(Function.prototype);
  // What it compiles are the engine's own async generator functions, if there are any.
  function AsyncGeneratorFunction(_source) {
    var fn = __apply(Function("return (async function* () {}).constructor")(), void 0, arguments);
    return this instanceof AsyncGeneratorFunction ? __setPrototype(fn, Object.getPrototypeOf(this)) : fn;
  }
  __setPrototype(AsyncGeneratorFunction, Function);
  define(AsyncGeneratorFunction, "prototype", { value: prototype, writable: false });
  define(prototype, "constructor", { value: AsyncGeneratorFunction, configurable: true });
  define(prototype, "prototype", { value: __asyncGenPrototype, configurable: true });
  define(prototype, __Symbol.toStringTag, { value: "AsyncGeneratorFunction", configurable: true });
  define(__asyncGenPrototype, "constructor", { value: prototype, writable: false });
  __prototypeProperty = __setPrototype({ value: void 0, writable: true, enumerable: false, configurable: false }, null);
  __asyncGenFunctionPrototype = prototype;
}
if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();

// CreateAsyncFromSyncIterator: an async iterator, which no program gets hold of, over a sync one.
// https://tc39.es/ecma262/#sec-async-from-sync-iterator-objects
function __asyncFromSync(iterator) {
  if (__AsyncFromSync.prototype.constructor) __asyncFromSyncMethods();
  return new __AsyncFromSync(iterator, __nextMethod(iterator.next));
}
function __AsyncFromSync(iterator, nextMethod) {
  this.iterator = iterator;
  this.nextMethod = nextMethod;
  // Closes the iterator when a promise that it gave rejects.
  this.close = function (reason) {
    __closeQuietly(iterator);
    throw reason;
  };
}
function __asyncFromSyncMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __AsyncFromSync.prototype = __create(null);
  prototype.next = function (value) {
    try {
      var result = arguments.length ? __call(this.nextMethod, this.iterator, value) : __call(this.nextMethod, this.iterator);
      return __continue(this, result, true);
    } catch (error) {
      return __reject(error);
    }
  };
  prototype["return"] = function (value) {
    try {
      var iterator = this.iterator, method = __getMethod(iterator["return"]);
      if (!method) return __resolve({ value: value, done: true });
      return __continue(this, arguments.length ? __call(method, iterator, value) : __call(method, iterator), false);
    } catch (error) {
      return __reject(error);
    }
  };
  prototype["throw"] = function (reason) {
    try {
      var iterator = this.iterator, method = __getMethod(iterator["throw"]);
      if (method) return __continue(this, __call(method, iterator, reason), true);
      method = __getMethod(iterator["return"]);
      if (method) __checkResult(__call(method, iterator));
      throw new __TypeError("The iterator does not provide a 'throw' method.");
    } catch (error) {
      return __reject(error);
    }
  };
}
// AsyncFromSyncIteratorContinuation
function __continue(from, result, closeOnRejection) {
  __checkResult(result);
  var done = result.done, value = result.value;
  if (done) return __awaitThen(value, __lastResult);
  try {
    return __awaitThen(value, __notLastResult, closeOnRejection ? from.close : void 0);
  } catch (error) {
    if (closeOnRejection) __closeQuietly(from.iterator);
    throw error;
  }
}
function __notLastResult(value) { return { value: value, done: false }; }
function __lastResult(value) { return { value: value, done: true }; }
// IteratorClose with a throw completion, which what happens here does not replace.
function __closeQuietly(iterator) {
  try {
    var method = __getMethod(iterator["return"]);
    if (method) __call(method, iterator);
  } catch (_) {}
}

// GetIterator(iterable, async), but for the look-up of its `next`. https://tc39.es/ecma262/#sec-getiterator
function __asyncIterator(iterable) {
  if (!__call) __intrinsicsIteration();
  var method = __getMethod(iterable[__asyncIteratorKey]);
  if (method) return __iteratorFrom(iterable, method, "asyncIterator");
  method = __getMethod(iterable[__Symbol.iterator]);
  if (!method) throw __typeError("", iterable, " is not async iterable");
  return __asyncFromSync(__iteratorFrom(iterable, method, "iterator"));
}
function __iteratorFrom(iterable, method, name) {
  var iterator = __call(method, iterable);
  if (!__isObject(iterator)) throw new __TypeError("Result of the Symbol." + name + " method is not an object");
  return iterator;
}

// What answers like `nextMethod` called for `iterator`, by a `next` of its own that no program sees; undefined but for
// the iterators of the helpers.
function __asyncSource(iterator, nextMethod) {
  if (nextMethod === __AsyncFromSync.prototype.next) return iterator;
  return nextMethod === __asyncGenNext ? __asyncGenOf(iterator) : void 0;
}

// `yield* iterable` in an async generator is `yield* __delegate(iterable)` in the generator that is its body: an
// iterator which makes the steps of the specification out of the requests that arrive and the answers that were awaited.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __delegate(iterable) {
  var iterator = __asyncIterator(iterable);
  if (__Delegate.prototype.constructor) __delegateMethods();
  var nextMethod = __nextMethod(iterator.next);
  return new __Delegate(iterator, nextMethod, __asyncSource(iterator, nextMethod));
}
// Phase: 0 a request arrives; 1 the inner iterator's answer; 2 the value of a return that it has no method for; 3 its
// answer to being closed, for it has no `throw`. See await-in.js for how it suspends.
function __Delegate(iterator, nextMethod, source) {
  this.iterator = iterator;
  this.nextMethod = nextMethod;
  this.source = source;
  this.phase = 0;
  this.result = { value: void 0, done: false };
}
function __delegateMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Delegate.prototype = __create(null);
  prototype[__Symbol.iterator] = function () { return this; };
  prototype.next = function (value) {
    if (this.phase === 0) {
      return __delegateWait(this, 1, 1, this.source ? this.source.next(value) : __call(this.nextMethod, this.iterator, value));
    }
    __checkResult(value);
    if (this.phase === 3) throw __noThrow();
    return __delegateAnswer(this, value);
  };
  prototype["throw"] = function (reason) {
    if (this.phase !== 0) throw reason;
    var method = __getMethod(this.iterator["throw"]);
    if (method) return __delegateWait(this, 1, 1, __call(method, this.iterator, reason));
    method = __getMethod(this.iterator["return"]);
    if (!method) throw __noThrow();
    return __delegateWait(this, 3, 1, __call(method, this.iterator));
  };
  prototype["return"] = function (value) {
    if (this.phase === 1) {
      __checkResult(value);
      return __delegateAnswer(this, value);
    }
    if (this.phase === 2) return { value: value, done: true };
    var method = __getMethod(this.iterator["return"]);
    if (!method) return __delegateWait(this, 2, 3, value);
    return __delegateWait(this, 1, 3, __call(method, this.iterator, value));
  };
}
function __noThrow() {
  return new __TypeError("The iterator does not provide a 'throw' method.");
}
// Await(value), the outcome being for this phase.
function __delegateWait(delegate, phase, suspension, value) {
  delegate.phase = phase;
  delegate.result.value = value;
  __suspension = suspension;
  return delegate.result;
}
// What the inner iterator answers ends `yield*`, or is yielded as it is.
function __delegateAnswer(delegate, answer) {
  if (answer.done) return { value: answer.value, done: true };
  return __delegateWait(delegate, 0, 2, answer.value);
}

// A `for await` loop over `iterable`, to be used by (in an async generator with `yield __awaitIn(...)`)
//   for (; loop.step(yield loop.next()); ) { HEAD = loop.value; BODY }
// between a `catch` that asks `failed` and a `finally` that asks `left`: both tell whether `loop.result` has to be awaited.
// https://tc39.es/ecma262/#sec-runtime-semantics-forin-div-ofbodyevaluation-lhs-stmt-iterator-lhskind-labelset
function __forAwait(iterable) {
  var iterator = __asyncIterator(iterable);
  if (__ForAwait.prototype.constructor) __forAwaitMethods();
  var nextMethod = __nextMethod(iterator.next);
  return new __ForAwait(iterator, nextMethod, __asyncSource(iterator, nextMethod));
}
// `open` while the head and the body run: what ends the loop then, closes the iterator.
function __ForAwait(iterator, nextMethod, source) {
  this.iterator = iterator;
  this.nextMethod = nextMethod;
  this.source = source;
  this.open = false;
  this.value = void 0;
  this.result = void 0;
}
function __forAwaitMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __ForAwait.prototype = __create(null);
  // The answer is to be awaited.
  prototype.next = function () {
    this.open = false;
    return this.source ? this.source.next() : __call(this.nextMethod, this.iterator);
  };
  // Whether the loop goes on, with `value`.
  prototype.step = function (result) {
    __checkResult(result);
    if (result.done) return false;
    this.value = result.value;
    return this.open = true;
  };
  // AsyncIteratorClose with a throw completion, which nothing replaces.
  prototype.failed = function () {
    try { return this.left(); } catch (_) { return false; }
  };
  // AsyncIteratorClose with any other completion.
  prototype.left = function () {
    if (!this.open) return false;
    this.open = false;
    var method = __getMethod(this.iterator["return"]);
    if (!method) return false;
    this.result = __call(method, this.iterator);
    return true;
  };
  prototype.check = __checkResult;
}

// GetDisposeMethod(value, hint), where a resource has to have one.
// https://tc39.es/proposal-explicit-resource-management/#sec-getdisposemethod
function __disposeMethod(value, isAsync) {
  if (!__isObject(value)) throw new __TypeError("An object is expected with `using` declarations");
  var method = isAsync ? __disposeMethodNamed(value, "asyncDispose") : void 0;
  if (method) return method;
  method = __disposeMethodNamed(value, "dispose");
  if (!method) throw __notDisposable("dispose");
  return isAsync ? __asAsyncDispose(method) : method;
}
// The symbols are looked up when they are needed: a polyfill may have come since the helpers were loaded.
function __disposeMethodNamed(value, name) {
  var method = value[__Symbol[name] || __Symbol["for"]("Symbol." + name)];
  if (method !== void 0 && method !== null && typeof method !== "function") throw __notDisposable(name);
  return method;
}
function __notDisposable(name) {
  return new __TypeError("Symbol(Symbol." + name + ") is not a function");
}
// A synchronous method's answer is not awaited, and its error is a rejection.
function __asAsyncDispose(method) {
  return function () {
    try { __call(method, this); } catch (error) { return __reject(error); }
    return __resolve(void 0);
  };
}

// The error of a disposal that another error, which it suppresses, came before.
// https://tc39.es/proposal-explicit-resource-management/#sec-suppressederror-objects
function __suppressedError(error, suppressed) {
  var message = "An error was suppressed during disposal";
  if (typeof SuppressedError === "function") return new SuppressedError(error, suppressed, message);
  var made = new Error(message), define = __Object.define;
  define(made, "name", { __proto__: null, value: "SuppressedError", writable: true, configurable: true });
  define(made, "error", { __proto__: null, value: error, writable: true, configurable: true });
  define(made, "suppressed", { __proto__: null, value: suppressed, writable: true, configurable: true });
  return made;
}

// The resources of a block with `using` or `await using`, and how the block ends: DisposeCapability and a completion.
//   try { scope.use(value); BODY } catch (e) { scope.fail(e); } finally { scope.dispose(); }
// or, where there is an `await using`, at the end (in an async generator with `yield __awaitIn(...)`)
//   finally { while (scope.step()) try { yield scope.result; } catch (e) { scope.fail(e); } scope.end(); }
// https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources
function __using() {
  if (__Using.prototype.constructor) __usingMethods();
  return new __Using();
}
// `last`: the resources as a list, from the last one to the first.
function __Using() {
  this.last = null;
  this.failed = false;
  this.error = void 0;
  this.needsAwait = false;
  this.hasAwaited = false;
  this.result = void 0;
}
function __usingMethods() {
  if (!__call) __intrinsicsIteration();
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Using.prototype = __create(null);
  // AddDisposableResource
  prototype.use = function (value) {
    if (value !== void 0 && value !== null) this.last = { value: value, method: __disposeMethod(value, false), isAsync: false, before: this.last };
    return value;
  };
  prototype.useAsync = function (value) {
    var method = value !== void 0 && value !== null ? __disposeMethod(value, true) : void 0;
    this.last = { value: value, method: method, isAsync: true, before: this.last };
    return value;
  };
  // A throw completion arrives.
  prototype.fail = function (error) {
    this.error = this.failed ? __suppressedError(error, this.error) : error;
    this.failed = true;
  };
  // DisposeResources, up to what has to be awaited next: `result`. Answers whether there is anything.
  prototype.step = function () {
    for (var resource = this.last; resource; resource = this.last) {
      if (!resource.isAsync && this.needsAwait && !this.hasAwaited) return this.implicitAwait();
      this.last = resource.before;
      if (!resource.method) { this.needsAwait = true; continue; }
      try { this.result = __call(resource.method, resource.value); } catch (error) { this.fail(error); continue; }
      if (resource.isAsync) return this.hasAwaited = true;
    }
    return this.needsAwait && !this.hasAwaited && this.implicitAwait();
  };
  // Await(undefined), once for all the `null` and `undefined` so far.
  prototype.implicitAwait = function () {
    this.needsAwait = false;
    this.result = void 0;
    return true;
  };
  prototype.end = function () {
    if (this.failed) throw this.error;
  };
  // All of it where no resource is async.
  prototype.dispose = function () {
    this.step();
    this.end();
  };
}

// `__callOn(f, o, v)` is `f.call(o, v)`, but reads no `call`: not an own one of `f`, nor through a proxy. The function
// stands there for who calls it before the file has loaded (through an import cycle). https://tc39.es/ecma262/#sec-call
function __callOn() {
  return __captureCall().apply(void 0, arguments);
}
function __captureCall() {
  var call = Function.prototype.call;
  return __callOn = call.bind(call);
}
__captureCall();

// ToPropertyKey, for a key which is used more than once: the engine makes it, and an object without others tells it.
// https://tc39.es/ecma262/#sec-topropertykey
function __propertyKey(value) {
  if (typeof value === "symbol" || typeof value === "string" || typeof value === "number") return value;
  var holder = Object.create(null);
  holder[value] = 0;
  var names = Object.getOwnPropertyNames(holder);
  return names.length ? names[0] : Object.getOwnPropertySymbols(holder)[0];
}

// The first of the objects of `with` statements, the innermost first, that has `name`: what a function of that name is called
// on. https://tc39.es/ecma262/#sec-object-environment-records-hasbinding-n
function __withObject(objects, name) {
  for (var i = 0; i < objects.length; i++) {
    if (!(name in objects[i])) continue;
    var blocked = typeof Symbol === "function" && Symbol.unscopables ? objects[i][Symbol.unscopables] : void 0;
    if (!(Object(blocked) === blocked && blocked[name])) return objects[i];
  }
}

// GetIterator: an Iterator Record. Without symbols, what regenerator takes for iterable is.
// https://tc39.es/ecma262/#sec-getiterator
function __iterator(iterable) {
  if (__Iterator.prototype.constructor) __iteratorMethods();
  var key = typeof Symbol === "function" ? Symbol.iterator : "@@iterator", iterator, index = 0;
  // Where arrays have no such method, an engine has symbols at most.
  if (Array.prototype[key] || iterable[key]) iterator = iterable[key]();
  else if (typeof iterable.next === "function") iterator = iterable;
  else if (isNaN(iterable.length)) throw new TypeError("The value is not iterable");
  else {
    iterator = { next: function () {
      return index < iterable.length ? { value: iterable[index++], done: false } : { value: void 0, done: true };
    } };
  }
  return new __Iterator(__iteratorResult(iterator));
}
function __Iterator(iterator) {
  this.iterator = iterator;
  this.next = iterator.next;
  this.done = false;
  this.value = void 0;
}
function __iteratorMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Iterator.prototype = Object.create(null);
  // IteratorStepValue: whether there is a `value`; or IteratorStep, which leaves that unread.
  prototype.step = function (unread) {
    this.done = true;
    var result = __iteratorResult(__callOn(this.next, this.iterator));
    if (result.done) return __releaseIterator(this);
    if (!unread) this.value = result.value;
    this.done = false;
    return true;
  };
  // IteratorClose
  prototype.close = function () {
    if (this.done) return;
    this.done = true;
    var iterator = this.iterator, method = iterator["return"];
    __releaseIterator(this);
    if (method !== void 0 && method !== null) __iteratorResult(__callOn(method, iterator));
  };
}
// A machine may keep the record for as long as it lives.
function __releaseIterator(record) {
  record.iterator = record.next = record.value = void 0;
  return false;
}
function __iteratorResult(result) {
  if (Object(result) !== result) throw new TypeError(String(result) + " is not an object");
  return result;
}

// The engine of a lowered generator function. `body` is its code, a `switch` over `_.to`, which runs until it suspends or
// ends: it sets `to`, the number of the block to go on with, and answers what it yields. A negative `to` says more: -1 it
// has ended; -2 a return, -3 a jump, -4 what a finally region was entered with is on its way through the regions (see
// unwind.js); -5 it delegates to another iterator (see yield-star.js). While `to` is below -1, `at` is where it was.
function __machine(body, regions, unwind) {
  if (__Machine.prototype.constructor) __machineMethods();
  return new __Machine(body, regions, unwind);
}
function __Machine(body, regions, unwind) {
  this.to = 0;
  this.body = body;
  this.regions = regions;
  this.unwind = unwind;
  this.at = 0;
  this.running = false;
  this.slots = null;
  this.inner = null;
  this.forward = null;
  this.object = null;
}
// To what drives it, a machine is an iterator.
function __machineMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Machine.prototype = Object.create(null);
  prototype.next = function (value) { return __machineResult(this, __resume(this, 0, value)); };
  prototype["throw"] = function (error) { return __machineResult(this, __resume(this, 1, error)); };
  prototype["return"] = function (value) { return __machineResult(this, __resume(this, 2, value)); };
}
function __machineResult(machine, value) {
  if (machine.to === -5) return value;
  var done = machine.to < 0;
  // Who keeps a generator that has ended keeps none of its locals.
  if (done) machine.body = machine.inner = null;
  return { value: value, done: done };
}
// Goes on with a completion: 0 normal, 1 throw, 2 return. Answers what the body yields or returns, or, while it delegates,
// the other iterator's result. https://tc39.es/ecma262/#sec-generatorresume
function __resume(machine, type, value) {
  if (machine.to < 0 || type !== 0) {
    value = __resumeAbruptly(machine, type, value);
    if (machine.to < 0) return value;
  }
  for (;;) {
    try {
      // Called on nothing, so that stacks show the function's name alone.
      value = (0, machine.body)(machine, value);
    } catch (error) {
      value = __complete(machine, 1, error);
      continue;
    }
    if (machine.to > -2) return value;
    value = machine.to === -5 ? machine.forward(machine, 0) : machine.unwind(machine, 0, value);
    if (machine.to < 0) return value;
  }
}
function __resumeAbruptly(machine, type, value) {
  if (machine.to === -5) return machine.forward(machine, type, value);
  if (machine.to > 0) return __complete(machine, type, value);
  return __ended(machine, type, type === 0 ? void 0 : value);
}
// Leads an abrupt completion to a handler, and answers what the body goes on with; else ends the machine with it.
function __complete(machine, type, value) {
  return machine.unwind ? machine.unwind(machine, type, value) : __ended(machine, type, value);
}
function __ended(machine, type, value) {
  machine.to = -1;
  if (type !== 1) return value;
  machine.running = false;
  machine.body = machine.inner = null;
  throw value;
}
__machineMethods();

// Leads an abrupt completion (1 throw, 2 return, 3 jump) to the handler that must see it next, and answers what the body
// goes on with there; or ends the machine with it. 0 stands for one that the body has set on its way.
// A machine's regions are rows [first, last, handler, slot], the innermost first, and hold the blocks from `first` to
// `last`. A row without a slot is a catch region; one without a handler (-1) is a loop, whose iterator is in the slot.
function __unwind(machine, type, value) {
  // What throws once the body has ended (-1) is in no region.
  var at = machine.to < -1 ? machine.at : machine.to, regions = machine.regions;
  if (type === 0) {
    type = -machine.to;
    if (type === 4) {
      type = value.type;
      value = value.value;
    }
  }
  for (var i = 0; i < regions.length; i++) {
    var region = regions[i], handler = region[2], slot = region[3];
    if (at < region[0] || region[1] < at) continue;
    if (type === 3 && region[0] <= value && value <= region[1]) break;
    if (handler < 0) {
      try {
        machine.slots[slot].close();
      } catch (error) {
        if (type !== 1) {
          type = 1;
          value = error;
        }
      }
    } else if (slot >= 0) {
      if (!machine.slots) machine.slots = {};
      machine.slots[slot] = { type: type, value: value };
      machine.to = handler;
      return void 0;
    } else if (type === 1) {
      machine.to = handler;
      return value;
    }
  }
  if (type === 3) {
    machine.to = value;
    return void 0;
  }
  return __ended(machine, type, value);
}

// `return value` within a region.
function __leave(machine, value) {
  // A `finally` within may have changed its mind.
  if (machine.to >= 0) machine.at = machine.to;
  machine.to = -2;
  return value;
}

// `break` or `continue` out of a region that must hear of it.
function __jump(machine, target) {
  if (machine.to >= 0) machine.at = machine.to;
  machine.to = -3;
  return target;
}

// The end of a finally region's handler: the abrupt completion that led there, which goes on, if there is one.
function __finish(machine, slot) {
  var completion = machine.slots && machine.slots[slot];
  if (completion) {
    machine.slots[slot] = null;
    machine.at = machine.to;
    machine.to = -4;
  }
  return completion;
}

// A finally region is entered, not for the first time: what it was left with before does not count.
function __enter(machine, slot) {
  if (machine.slots) machine.slots[slot] = null;
}

// The iterator of a `for`-`of` loop that suspends, where the machine finds it to close it.
function __each(machine, slot, iterable) {
  if (!machine.slots) machine.slots = {};
  return machine.slots[slot] = __iterator(iterable);
}

// `yield* iterable`. https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __yieldStar(machine, iterable) {
  machine.inner = __iterator(iterable);
  machine.forward = __forward;
  machine.at = machine.to;
  machine.to = -5;
}
// Hands a completion on to the other iterator. Answers its result, or, after the end, what the body goes on with.
function __forward(machine, type, value) {
  var inner = machine.inner, iterator = inner.iterator, method = inner.next;
  try {
    if (type !== 0) method = iterator[type === 1 ? "throw" : "return"];
    if (type === 0 || method !== void 0 && method !== null) {
      var result = __iteratorResult(__callOn(method, iterator, value));
      if (!result.done) return result;
      value = result.value;
      if (type === 1) type = 0;
    } else if (type === 1) {
      inner.close();
      throw new TypeError("The iterator does not provide a 'throw' method.");
    }
  } catch (error) {
    type = 1;
    value = error;
  }
  machine.to = machine.at;
  machine.inner = null;
  return type === 0 ? value : __complete(machine, type, value);
}

// The internal slots of an object, and of nothing that inherits from it: null if it has none. They are a property of its
// own, since there may be no WeakMap, under a symbol: to define a property that nobody sees takes ten times as long as to
// set one that hardly anybody does.
var __slotsKey;
function __internalSlots(object) {
  var slots = Object(object) === object ? object[__slotsKey] : null;
  return slots && slots.object === object ? slots : null;
}
// A new object with these slots.
function __objectWithSlots(prototype, slots) {
  var object = slots.object = Object.create(prototype);
  if (typeof __slotsKey === "symbol") object[__slotsKey] = slots;
  else Object.defineProperty(object, __slotsKey, { value: slots });
  return object;
}
// Has node print the objects that inherit from `prototype` without their slots. Comes before the first of them.
function __hideSlots(prototype) {
  if (typeof Symbol !== "function") { __slotsKey = "__slots"; return; }
  if (!__slotsKey) __slotsKey = Symbol("slots");
  var key = Symbol["for"]("nodejs.util.inspect.custom");
  Object.defineProperty(prototype, key, { value: function () {
    var shown = Object.create(Object.getPrototypeOf(this)), names = Object.keys(this);
    for (var i = 0; i < names.length; i++) shown[names[i]] = this[names[i]];
    return Object.defineProperty(shown, key, { value: void 0 });
  } });
}

// Makes a generator object, which inherits from the `prototype` of `fn`, the function that is called. `self` is `this` in
// it: an object that inherits from there, too, and has no machine, is one that `new` has made.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluategeneratorbody
function __generator(fn, self, body, regions, unwind) {
  if (!__GeneratorPrototype) __generatorIntrinsics();
  var prototype = fn ? fn.prototype : 0;
  if (Object(prototype) !== prototype || !__isGeneratorFunction(fn)) prototype = __GeneratorPrototype;
  else if (self && Object.getPrototypeOf(Object(self)) === prototype && !__internalSlots(self)) {
    throw new TypeError(fn.name + " is not a constructor");
  }
  return __objectWithSlots(prototype, __machine(body, regions, unwind));
}
// The name of a function may have been given to something else, as in `g = wrap(g)`.
function __isGeneratorFunction(fn) {
  return !Object.setPrototypeOf || Object.getPrototypeOf(fn) === __GeneratorFunctionPrototype;
}
// %GeneratorPrototype%, %GeneratorFunction.prototype%
var __GeneratorPrototype, __GeneratorFunctionPrototype;
function __generatorIntrinsics() {
  var hasSymbol = typeof Symbol === "function", key = hasSymbol ? Symbol.iterator : "@@iterator", parent = {};
  if ([][key]) parent = Object.getPrototypeOf(Object.getPrototypeOf([][key]()));
  else Object.defineProperty(parent, key, { value: function () { return this; }, writable: true, configurable: true });
  __GeneratorPrototype = Object.create(parent);
  // In a literal, so that they have names.
  var methods = {
    next: function (value) { return __resumeObject(this, 0, value); },
    "return": function (value) { return __resumeObject(this, 2, value); },
    "throw": function (error) { return __resumeObject(this, 1, error); },
  };
  Object.keys(methods).forEach(function (name) {
    Object.defineProperty(__GeneratorPrototype, name, { value: methods[name], writable: true, configurable: true });
  });
  if (hasSymbol) Object.defineProperty(__GeneratorPrototype, Symbol.toStringTag, { value: "Generator", configurable: true });
  __hideSlots(__GeneratorPrototype);
}
function __resumeObject(object, type, value) {
  var machine = __internalSlots(object);
  if (!machine || machine.to === void 0) throw new TypeError("This is not a generator object");
  if (machine.running) throw new TypeError("Generator is already running");
  machine.running = true;
  value = __resume(machine, type, value);
  machine.running = false;
  return __machineResult(machine, value);
}
if (!__GeneratorPrototype) __generatorIntrinsics();

// Makes of `fn`, which calls `__generator`, what a generator function is to a program that looks at it: a `prototype` for
// its objects, and %GeneratorFunction.prototype% to inherit from. `name` is its name, if that is not the one it is written
// with. Answers `fn`. https://tc39.es/ecma262/#sec-generatorfunction-objects
function __generatorFunction(fn, name) {
  if (!__GeneratorFunctionPrototype) __generatorFunctionPrototype();
  fn.prototype = Object.create(__GeneratorPrototype);
  if (name !== void 0) __defineHidden(fn, "name", name);
  if (Object.setPrototypeOf) Object.setPrototypeOf(fn, __GeneratorFunctionPrototype);
  return fn;
}
function __defineHidden(object, key, value) {
  var own = Object.getOwnPropertyDescriptor(object, key);
  if (!own || own.configurable) Object.defineProperty(object, key, { value: value, configurable: true });
}
function __generatorFunctionPrototype() {
  if (!__GeneratorPrototype) __generatorIntrinsics();
  var prototype = Object.create(Object.getPrototypeOf(__generatorFunction));
  // What it compiles are the engine's own generator functions, if there are any.
  function GeneratorFunction(_source) {
    var fn = __generatorFunctionPrototype.constructor("return (function* () {}).constructor")().apply(null, arguments);
    return this instanceof GeneratorFunction ? Object.setPrototypeOf(fn, Object.getPrototypeOf(this)) : fn;
  }
  Object.defineProperty(GeneratorFunction, "prototype", { value: prototype, writable: false });
  if (Object.setPrototypeOf) Object.setPrototypeOf(GeneratorFunction, __generatorFunctionPrototype.constructor);
  __defineHidden(prototype, "constructor", GeneratorFunction);
  __defineHidden(prototype, "prototype", __GeneratorPrototype);
  __defineHidden(__GeneratorPrototype, "constructor", prototype);
  if (typeof Symbol === "function") __defineHidden(prototype, Symbol.toStringTag, "GeneratorFunction");
  __GeneratorFunctionPrototype = prototype;
}
if (!__GeneratorFunctionPrototype) __generatorFunctionPrototype();

// The keys that `for (key in object)` goes through. One which has been deleted meanwhile is skipped.
// https://tc39.es/ecma262/#sec-enumerate-object-properties
function __forIn(object) {
  var keys = [], index = 0, hasOwn = Object.prototype.hasOwnProperty;
  for (var key in object) keys.push(key);
  object = Object(object);
  return { value: void 0, step: function () {
    while (index < keys.length) {
      this.value = keys[index++];
      // Not `in`: a proxy is asked for its own property.
      for (var holder = object; holder; holder = Object.getPrototypeOf(holder)) {
        if (hasOwn.call(holder, this.value)) return true;
      }
    }
    return false;
  } };
}

// The strings of a tagged template. https://tc39.es/ecma262/#sec-gettemplateobject
function __templateObject(strings) { return strings; }

// The value of a binding, which is this function itself as long as the binding has not been initialised: no program has
// that for a value. https://tc39.es/ecma262/#sec-declarative-environment-records-getbindingvalue-n-s
function __tdz(value, name) {
  if (value === __tdz) throw new ReferenceError("Cannot access '" + name + "' before initialization");
  return value;
}

// What an assignment to a constant does.
// https://tc39.es/ecma262/#sec-declarative-environment-records-setmutablebinding-n-v-s
function __constant() {
  throw new TypeError("Assignment to constant variable.");
}

// What is left of `source` without the keys in `excluded`: CopyDataProperties into a new object.
// https://tc39.es/ecma262/#sec-copydataproperties
function __objectRest(source, excluded) {
  var rest = {}, from = Object(source), keys = Reflect.ownKeys(from), names = {}, symbols = [];
  for (var i = 0; i < excluded.length; i++) {
    if (typeof excluded[i] === "symbol") symbols.push(excluded[i]);
    else names["$" + excluded[i]] = true;
  }
  for (i = 0; i < keys.length; i++) {
    var key = keys[i], isSymbol = typeof key === "symbol";
    if (isSymbol ? symbols.indexOf(key) >= 0 : names["$" + key] === true) continue;
    var descriptor = Object.getOwnPropertyDescriptor(from, key);
    if (descriptor && descriptor.enumerable) {
      Object.defineProperty(rest, key, { value: from[key], writable: true, enumerable: true, configurable: true });
    }
  }
  return rest;
}

export {
  __intrinsics,
  __promises,
  __awaitThen,
  __resolved,
  __awaiter,
  __awaiterOnce,
  __settle,
  __intrinsicsIteration,
  __isObject,
  __typeError,
  __getMethod,
  __checkResult,
  __awaitIn,
  __asyncIteratorDispose,
  __asyncGenObject,
  __asyncGenState,
  __asyncGen,
  __asyncGenFunction,
  __asyncFromSync,
  __asyncIterator,
  __asyncSource,
  __delegate,
  __forAwait,
  __disposeMethod,
  __suppressedError,
  __using,
  __callOn,
  __propertyKey,
  __withObject,
  __iterator,
  __machine,
  __unwind,
  __leave,
  __jump,
  __finish,
  __enter,
  __each,
  __yieldStar,
  __internalSlots,
  __generator,
  __generatorFunction,
  __forIn,
  __templateObject,
  __tdz,
  __constant,
  __objectRest,
};
