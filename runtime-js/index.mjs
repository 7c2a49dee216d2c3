// Generated from the files beside it, one a helper: change those, then `npm run compact`.

// CreateAsyncFromSyncIterator: an async iterator, which no program gets hold of, over a sync one.
// https://tc39.es/ecma262/#sec-async-from-sync-iterator-objects
function __asyncFromSync(iterator) {
  var nextMethod = __nextMethod(iterator.next);
  return {
    next: function () { return __fromSync(iterator, "next", arguments, close, nextMethod); },
    "return": function (value) { return __fromSync(iterator, "return", arguments, void 0, void 0, value); },
    "throw": function () { return __fromSync(iterator, "throw", arguments, close); },
  };

  // What a promise of its that rejects is followed by.
  function close(reason) {
    __closeQuietly(iterator);
    throw reason;
  }
}
// What its methods do; AsyncFromSyncIteratorContinuation
function __fromSync(iterator, name, _arguments, close, method, value) {
  try {
    if (!method) method = __getMethod(iterator[name]);
    if (!method && name === "return") return __resolve({ value: value, done: true });
    if (!method) {
      method = __getMethod(iterator["return"]);
      if (method) __checkResult(__call(method, iterator));
      throw new __TypeError("The iterator does not provide a 'throw' method.");
    }
    var result = __apply(method, iterator, _arguments);
    __checkResult(result);
    var done = result.done, promise = result.value;
    if (done) return __then(__resolve(promise), __lastResult);
    try { promise = __resolve(promise); } catch (error) {
      if (close) __closeQuietly(iterator);
      throw error;
    }
    return __then(promise, __notLastResult, close);
  } catch (error) {
    return __reject(error);
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

// Makes of `fn`, whose body is a call of `__asyncGen`, what an async generator function is to a program that looks at it:
// a `prototype` for its objects, and %AsyncGeneratorFunction.prototype% to inherit from. Answers `fn`.
// https://tc39.es/ecma262/#sec-asyncgeneratorfunction-objects
function __asyncGenFunction(fn) {
  if (!__asyncGenFunctionPrototype) __asyncGenFunctionIntrinsics();
  var prototype = __create(__asyncGenPrototype);
  // A plain function has the property already, with the right attributes; to define it again would be slow.
  if (__hasOwn(fn, "prototype")) fn.prototype = prototype;
  else __define(fn, "prototype", { __proto__: null, value: prototype, writable: true, enumerable: false, configurable: false });
  return __setPrototype(fn, __asyncGenFunctionPrototype);
}
function __asyncGenFunctionIntrinsics() {
  "use strict";
  if (__asyncGenFunctionPrototype) return __asyncGenFunctionPrototype;
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var prototype = __create(Function.prototype);
  // What it compiles are the engine's own async generator functions, if there are any.
  function AsyncGeneratorFunction(_source) {
    var fn = __apply(Function("return (async function* () {}).constructor")(), void 0, arguments);
    return this instanceof AsyncGeneratorFunction ? __setPrototype(fn, Object.getPrototypeOf(this)) : fn;
  }
  __setPrototype(AsyncGeneratorFunction, Function);
  __define(AsyncGeneratorFunction, "prototype", { __proto__: null, value: prototype, writable: false });
  __hide(prototype, "constructor", AsyncGeneratorFunction);
  __hide(prototype, "prototype", __asyncGenPrototype);
  __hide(prototype, __Symbol.toStringTag, "AsyncGeneratorFunction");
  __hide(__asyncGenPrototype, "constructor", prototype);
  return __asyncGenFunctionPrototype = prototype;
}
var __asyncGenFunctionPrototype = /*#__PURE__*/ __asyncGenFunctionIntrinsics();

// An object, and what stands behind it: that, only `__asyncGenOf(object)` finds. The object is that of a generator which
// does nothing but to answer who may ask; an entry in a WeakMap, which has to do where another tool has taken generators
// out of the file, takes five times as long to make. (What a program can notice: that methods of synchronous generators do
// not throw, if it has the idea to call them for such an object.)
var __objects, __sharedSlot, __asked, __lastObject, __lastGen, __isPrototypeOf, __generatorPrototype;
function __asyncGenObject(gen, prototype, body) {
  var slot = body._slot;
  // Who makes it asks it next, as a rule.
  __lastGen = gen;
  if (!__generatorPrototype) {
    __objects.set(__lastObject = __create(prototype), gen);
    return __lastObject;
  }
  if (slot && slot.prototype === prototype) return __lastObject = slot(gen);
  // The second call of a body pays for a generator function of its own, whose objects are born with their prototype: to
  // give one function another prototype takes 30 µs.
  if (slot === null) (body._slot = __asyncGenSlot()).prototype = prototype;
  else if (!slot) body._slot = null;
  return __lastObject = __setPrototype(__sharedSlot(gen), prototype);
}
function __asyncGenSlot() {
  return function* (gen) { for (;;) yield __asked ? gen : void 0; };
}
// What stands behind `object`, or undefined. It is at hand for the one that was made or asked last, until that one is over.
function __asyncGenOf(object) {
  if (object === __lastObject && __lastGen) return __lastGen;
  if (!__generatorPrototype) return __objects.get(object);
  // A generator of the program's own is not to be asked.
  if (!__isPrototypeOf(__asyncGenPrototype, object) && __isPrototypeOf(__generatorPrototype, object)) return void 0;
  __asked = true;
  try {
    var gen = __nextOf(object).value;
  } catch (error) {
    // It is no generator, or there is no stack left.
    if (!__isPrototypeOf(__TypeError.prototype, error)) throw error;
  } finally {
    __asked = false;
  }
  if (gen) { __lastObject = object; __lastGen = gen; }
  return gen;
}
function __slotIntrinsics() {
  if (!__apply) __intrinsics();
  var call = Function.prototype.call;
  __sharedSlot = __asyncGenSlot();
  __generatorPrototype = __methods && Object.getPrototypeOf(__sharedSlot).prototype;
  if (!__generatorPrototype) __objects = new WeakMap();
  else __methods["return"] = __generatorPrototype["return"];
  __isPrototypeOf = call.bind(Object.prototype.isPrototypeOf);
  return __nextOf = call.bind(__generatorPrototype ? __generatorPrototype.next : call);
}
var __nextOf = /*#__PURE__*/ __slotIntrinsics();

// The internal slots of an async generator object, and the abstract operations on them, one to one.
// https://tc39.es/ecma262/#sec-asyncgenerator-abstract-operations
// `state`: 0 suspended-start, 1 suspended-yield, 2 executing, 3 draining-queue, 4 completed. `first` to `last`: the queue.
// `awaiting` is what the await in progress is for (there is one at a time): 0 the operand of a `yield`, 1 of an `await`,
// 3 of a `return()` that the body goes on with, 4 of one without a body that could go on.
// The kind of a completion is 0 normal, 1 return, 2 throw.
function __asyncGenState(body) {
  return { _body: body, _state: 0, _awaiting: 0, _first: null, _last: null, _object: null, _fulfilled: null, _rejected: null };
}
// What %AsyncGeneratorPrototype%.next, .return and .throw do for a receiver with these slots
function __asyncGenRequest(gen, kind, value) {
  var state = gen._state;
  if (state === 0 && kind === 2) gen._state = state = 4;
  if (state === 4 && kind !== 1) return kind ? __reject(value) : __resolve({ value: void 0, done: true });
  // AsyncGeneratorEnqueue. A request that is answered at once has its promise from the answer; another gets one, with the
  // functions that resolve it.
  var request = { _kind: kind, value: value, _promise: void 0, _resolve: void 0, _reject: void 0, _next: null };
  if (gen._first) gen._last._next = request;
  else gen._first = request;
  gen._last = request;
  if (kind === 1 && (state === 0 || state === 4)) __asyncGenAwaitReturn(gen);
  else if (state < 2) __asyncGenResume(gen, kind, value);
  return request._promise || (request._promise = new __Promise(function (resolve, reject) {
    request._resolve = resolve;
    request._reject = reject;
  }));
}
// AsyncGeneratorResume, and AsyncGeneratorUnwrapYieldResumption
function __asyncGenResume(gen, kind, value) {
  gen._state = 2;
  if (kind !== 1) __asyncGenGoOn(gen, kind, value);
  else {
    try { __asyncGenAwait(gen, 3, value); } catch (error) { __asyncGenGoOn(gen, 2, error); }
  }
}
// The body goes on, with a completion. A loop, since what awaiting throws goes back into the body at once, and the stack
// must not grow by it.
function __asyncGenGoOn(gen, kind, value) {
  for (;;) {
    try {
      var body = gen._body, result = kind === 0 ? body.next(value) : kind === 1 ? body["return"](value) : body["throw"](value);
    } catch (error) {
      return __asyncGenEnd(gen, true, error);
    }
    var suspension = __suspension || 0;
    __suspension = 0;
    value = result.value;
    if (result.done) return __asyncGenEnd(gen, false, value);
    if (suspension === 2) return __asyncGenYield(gen, value);
    try { return __asyncGenAwait(gen, suspension, value); } catch (error) { value = error; }
    kind = 2;
  }
}
// Await
function __asyncGenAwait(gen, awaiting, value) {
  if (!gen._fulfilled) {
    gen._fulfilled = function (value) {
      if (gen._awaiting === 0) __asyncGenYield(gen, value);
      else if (gen._awaiting === 4) __asyncGenEnd(gen, false, value);
      else __asyncGenGoOn(gen, gen._awaiting === 1 ? 0 : 1, value);
    };
    gen._rejected = function (reason) {
      if (gen._awaiting === 4) __asyncGenEnd(gen, true, reason);
      else __asyncGenGoOn(gen, 2, reason);
    };
  }
  gen._awaiting = awaiting;
  __then(__resolve(value), gen._fulfilled, gen._rejected);
}
// AsyncGeneratorYield, its operand having been awaited
function __asyncGenYield(gen, value) {
  __asyncGenCompleteStep(gen, false, value, false);
  var request = gen._first;
  if (request) __asyncGenResume(gen, request._kind, request.value);
  else gen._state = 1;
}
// AsyncGeneratorCompleteStep
function __asyncGenCompleteStep(gen, isThrown, value, done) {
  var request = gen._first, answer = isThrown ? value : { value: value, done: done };
  gen._first = request._next;
  if (!request._promise) request._promise = (isThrown ? __reject : __resolve)(answer);
  else if (isThrown) request._reject(answer);
  else request._resolve(answer);
}
// What AsyncGeneratorStart does when the body has ended, and AsyncGeneratorAwaitReturn at its end; AsyncGeneratorDrainQueue
function __asyncGenEnd(gen, isThrown, value) {
  gen._state = 3;
  for (;;) {
    __asyncGenCompleteStep(gen, isThrown, value, true);
    var request = gen._first;
    if (!request) {
      gen._state = 4;
      if (__lastGen === gen) __lastObject = __lastGen = void 0;
      return;
    }
    if (request._kind === 1) return __asyncGenAwaitReturn(gen);
    isThrown = request._kind === 2;
    value = isThrown ? request.value : void 0;
  }
}
// AsyncGeneratorAwaitReturn
function __asyncGenAwaitReturn(gen) {
  gen._state = 3;
  try { __asyncGenAwait(gen, 4, gen._first.value); } catch (error) { __asyncGenEnd(gen, true, error); }
}

// Makes an async generator object, whose body is that of a generator: see await-in.js for what such a body yields.
// `fn` is the function that the program knows: the object inherits from what its `prototype` is by now.
// https://tc39.es/ecma262/#sec-asyncgeneratorstart
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  if (__methods && generator.prototype !== __methods) generator.prototype = __methods;
  var state = __asyncGenState(__apply(generator, thisArg, _arguments)), prototype = fn ? fn.prototype : void 0;
  return __asyncGenObject(state, __isObject(prototype) ? prototype : __asyncGenPrototype, generator);
}
// %AsyncGeneratorPrototype%.next, .return and .throw
function __asyncGenMethod(object, kind, value) {
  var gen = __asyncGenOf(object);
  if (gen) return __asyncGenRequest(gen, kind, value);
  var name = kind === 0 ? "next" : kind === 1 ? "return" : "throw";
  return __reject(__typeError("Method [AsyncGenerator].prototype." + name + " called on incompatible receiver ", object, ""));
}
// %AsyncGeneratorPrototype% and %AsyncIteratorPrototype%
function __asyncGenIntrinsics() {
  "use strict";
  if (__asyncGenPrototype) return __asyncGenPrototype;
  if (!__call) __intrinsicsIteration();
  if (!__hasOwn) __ownProperties();
  if (!__nextOf) __slotIntrinsics();
  // Concise methods, since these are no constructors.
  var dispose = __Symbol.asyncDispose, prototype = {
    constructor: void 0,
    next(value) { return __asyncGenMethod(this, 0, value); },
    return(value) { return __asyncGenMethod(this, 1, value); },
    throw(exception) { return __asyncGenMethod(this, 2, exception); },
  }, parent = { [__asyncIteratorKey]() { return this; } };
  function hide(object, key) { __hide(object, key, object[key], true); }
  hide(prototype, "constructor");
  hide(prototype, "next");
  hide(prototype, "return");
  hide(prototype, "throw");
  __hide(prototype, __Symbol.toStringTag, "AsyncGenerator");
  hide(parent, __asyncIteratorKey);
  if (dispose) __hide(parent, dispose, { [dispose]() { return __asyncIteratorDispose(this); } }[dispose], true);
  return __asyncGenPrototype = __setPrototype(prototype, parent);
}
var __asyncGenPrototype = /*#__PURE__*/ __asyncGenIntrinsics();

// %AsyncIteratorPrototype% [ %Symbol.asyncDispose% ] ( ) https://tc39.es/ecma262/#sec-%asynciteratorprototype%-%symbol.asyncdispose%
function __asyncIteratorDispose(object) {
  try {
    var method = __getMethod(object["return"]);
    return method ? __then(__resolve(__call(method, object, void 0)), __toUndefined) : __resolve(void 0);
  } catch (error) {
    return __reject(error);
  }
}
function __toUndefined() {}

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

// `__awaiter` for a body that suspends once at most: one `await`, in no loop. The promise that `then` derives settles
// exactly as the body ends, so none has to be made. (`P` is not used: the place is kept for a common shape of call.)
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
  try {
    if (__methods && generator.prototype !== __methods) generator.prototype = __methods;
    var iterator = __apply(generator, thisArg, _arguments), result = iterator.next();
    if (result.done) return __resolved(result.value);
    try { return __then(__resolve(result.value), fulfilled, rejected); } catch (error) { return __resolved(rejected(error)); }
  } catch (error) {
    return __reject(error);
  }

  function fulfilled(sent) { return iterator.next(sent).value; }
  function rejected(reason) { return iterator["throw"](reason).value; }
}

// Drives a generator as a native async function runs its body: `yield x` is Await(x).
// The signature is tslib's, since a page may hold both definitions: `P` is the promise class to answer with.
// The first step runs before anything is allocated, in a frame as small as can be: that counts for deep recursion.
// https://tc39.es/ecma262/#sec-async-functions-abstract-operations-async-function-start
function __awaiter(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
  if (P && P !== __Promise) return new P(function (resolve) { resolve(__awaiter(thisArg, _arguments, void 0, generator)); });
  try {
    if (__methods && generator.prototype !== __methods) generator.prototype = __methods;
    var iterator = __apply(generator, thisArg, _arguments), result = iterator.next();
    return result.done ? __resolved(result.value) : __drive(iterator, result);
  } catch (error) {
    return __reject(error);
  }
}
// The promise of a body that has suspended for the first time. The functions share no variable that holds what was awaited.
function __drive(iterator, result) {
  var resolve, reject, promise = new __Promise(function (resolvePromise, rejectPromise) {
    resolve = resolvePromise;
    reject = rejectPromise;
  });
  suspended(result);
  return promise;

  function fulfilled(sent) {
    try { var result = iterator.next(sent); } catch (error) { return reject(error); }
    suspended(result);
  }
  function rejected(reason) {
    try { var result = iterator["throw"](reason); } catch (error) { return reject(error); }
    suspended(result);
  }
  // A loop, since what awaiting throws goes back into the body at once, and the stack must not grow by it.
  function suspended(result) {
    for (;;) {
      if (result.done) return resolve(result.value);
      try { return __then(__resolve(result.value), fulfilled, rejected); } catch (error) { var reason = error; }
      try { result = iterator["throw"](reason); } catch (error) { return reject(error); }
    }
  }
}

// `__callOn(f, o, v)` is `f.call(o, v)`, but reads no `call`: not an own one of `f`, nor through a proxy. The function
// stands there for who calls it before the file has loaded (through an import cycle). https://tc39.es/ecma262/#sec-call
function __callOn() {
  return (__isCaptured || __captureCall()).apply(void 0, arguments);
}
function __captureCall() {
  var call = Function.prototype.call;
  return __callOn = call.bind(call);
}
var __isCaptured = /*#__PURE__*/ __captureCall();

// What an iterator answers has to be an object. https://tc39.es/ecma262/#sec-iteratornext
function __checkResult(result) {
  if (!__isObject(result)) throw __typeError("Iterator result ", result, " is not an object");
}

// What an assignment to a constant does.
// https://tc39.es/ecma262/#sec-declarative-environment-records-setmutablebinding-n-v-s
function __constant() {
  throw new TypeError("Assignment to constant variable.");
}

// `yield* iterable` in an async generator is `yield* __delegate(iterable)` in the generator that is its body: an
// iterator which makes the steps of the specification out of the requests that arrive and the answers that were awaited.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __delegate(iterable) {
  var iterator = __asyncIterator(iterable);
  if (__Delegate.prototype.constructor) __delegateMethods();
  return new __Delegate(iterator, __nextMethod(iterator.next));
}
// Phase: 0 a request arrives; 1 the inner iterator's answer; 2 the value of a return that it has no method for; 3 its
// answer to being closed, for it has no `throw`. See await-in.js for how it suspends.
function __Delegate(iterator, nextMethod) {
  this._iterator = iterator;
  this._nextMethod = nextMethod;
  this._phase = 0;
  this._result = { value: void 0, done: false };
}
function __delegateMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Delegate.prototype = __create(null);
  prototype[__Symbol.iterator] = function () { return this; };
  prototype.next = function (value) {
    if (this._phase === 0) return __delegateWait(this, 1, 1, __call(this._nextMethod, this._iterator, value));
    __checkResult(value);
    if (this._phase === 3) throw __noThrow();
    return __delegateAnswer(this, value);
  };
  prototype["throw"] = function (reason) {
    if (this._phase !== 0) throw reason;
    var method = __getMethod(this._iterator["throw"]);
    if (method) return __delegateWait(this, 1, 1, __call(method, this._iterator, reason));
    method = __getMethod(this._iterator["return"]);
    if (!method) throw __noThrow();
    return __delegateWait(this, 3, 1, __call(method, this._iterator));
  };
  prototype["return"] = function (value) {
    if (this._phase === 1) {
      __checkResult(value);
      return __delegateAnswer(this, value);
    }
    if (this._phase === 2) return { value: value, done: true };
    var method = __getMethod(this._iterator["return"]);
    if (!method) return __delegateWait(this, 2, 3, value);
    return __delegateWait(this, 1, 3, __call(method, this._iterator, value));
  };
}
function __noThrow() {
  return new __TypeError("The iterator does not provide a 'throw' method.");
}
// Await(value), the outcome being for this phase.
function __delegateWait(delegate, phase, suspension, value) {
  delegate._phase = phase;
  delegate._result.value = value;
  __suspension = suspension;
  return delegate._result;
}
// What the inner iterator answers ends `yield*`, or is yielded as it is.
function __delegateAnswer(delegate, answer) {
  if (answer.done) return { value: answer.value, done: true };
  return __delegateWait(delegate, 0, 2, answer.value);
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

// The iterator of a `for`-`of` loop that suspends, where the machine finds it to close it.
function __each(machine, slot, iterable) {
  if (!machine._slots) machine._slots = {};
  return machine._slots[slot] = __iterator(iterable);
}

// A finally region is entered, not for the first time: what it was left with before does not count.
function __enter(machine, slot) {
  if (machine._slots) machine._slots[slot] = null;
}

// The end of a finally region's handler: the abrupt completion that led there, which goes on, if there is one.
function __finish(machine, slot) {
  var completion = machine._slots && machine._slots[slot];
  if (completion) {
    machine._slots[slot] = null;
    machine._at = machine.to;
    machine.to = -4;
  }
  return completion;
}

// A `for await` loop over `iterable`, to be used by (in an async generator with `yield __awaitIn(...)`)
//   for (; loop.step(yield loop.next()); ) { HEAD = loop.value; BODY }
// between a `catch` that asks `failed` and a `finally` that asks `left`: both tell whether `loop.result` has to be awaited.
// https://tc39.es/ecma262/#sec-runtime-semantics-forin-div-ofbodyevaluation-lhs-stmt-iterator-lhskind-labelset
function __forAwait(iterable) {
  var iterator = __asyncIterator(iterable);
  // `open` while the head and the body run: what ends the loop then, closes the iterator.
  return {
    _iterator: iterator, _nextMethod: __nextMethod(iterator.next), _open: false, value: void 0, result: void 0,
    next: __loopNext, step: __loopStep, failed: __loopFailed, left: __loopLeft, check: __checkResult,
  };
}
// The answer is to be awaited.
function __loopNext() {
  this._open = false;
  return __call(this._nextMethod, this._iterator);
}
// Whether the loop goes on, with `value`.
function __loopStep(result) {
  __checkResult(result);
  if (result.done) return false;
  this.value = result.value;
  return this._open = true;
}
// AsyncIteratorClose with a throw completion, which nothing replaces.
function __loopFailed() {
  try { return this.left(); } catch (_) { return false; }
}
// AsyncIteratorClose with any other completion.
function __loopLeft() {
  if (!this._open) return false;
  this._open = false;
  var method = __getMethod(this._iterator["return"]);
  if (!method) return false;
  this.result = __call(method, this._iterator);
  return true;
}

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

// Makes of `fn`, which calls `__generator`, what a generator function is to a program that looks at it: a `prototype` for
// its objects, and %GeneratorFunction.prototype% to inherit from. `name` is its name, if that is not the one it is written
// with. Answers `fn`. https://tc39.es/ecma262/#sec-generatorfunction-objects
function __generatorFunction(fn, name) {
  if (!__hasGeneratorFunctions) __generatorFunctionPrototype();
  fn.prototype = Object.create(__GeneratorPrototype);
  if (name !== void 0) __defineHidden(fn, "name", name);
  if (Object.setPrototypeOf) Object.setPrototypeOf(fn, __GeneratorFunctionPrototype);
  return fn;
}
function __defineHidden(object, key, value) {
  var own = Object.getOwnPropertyDescriptor(object, key);
  if (!own || own.configurable) Object.defineProperty(object, key, { __proto__: null, value: value, configurable: true });
}
function __generatorFunctionPrototype() {
  if (__GeneratorFunctionPrototype) return true;
  if (!__GeneratorPrototype) __generatorIntrinsics();
  var prototype = Object.create(Object.getPrototypeOf(__generatorFunction));
  // What it compiles are the engine's own generator functions, if there are any.
  function GeneratorFunction(_source) {
    var fn = __generatorFunctionPrototype.constructor("return (function* () {}).constructor")().apply(null, arguments);
    return this instanceof GeneratorFunction ? Object.setPrototypeOf(fn, Object.getPrototypeOf(this)) : fn;
  }
  Object.defineProperty(GeneratorFunction, "prototype", { __proto__: null, value: prototype, writable: false });
  if (Object.setPrototypeOf) Object.setPrototypeOf(GeneratorFunction, __generatorFunctionPrototype.constructor);
  __defineHidden(prototype, "constructor", GeneratorFunction);
  __defineHidden(prototype, "prototype", __GeneratorPrototype);
  __defineHidden(__GeneratorPrototype, "constructor", prototype);
  if (typeof Symbol === "function") __defineHidden(prototype, Symbol.toStringTag, "GeneratorFunction");
  __GeneratorFunctionPrototype = prototype;
  return __hasGeneratorFunctions = true;
}
var __hasGeneratorFunctions = /*#__PURE__*/ __generatorFunctionPrototype();

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
var __GeneratorFunctionPrototype;
function __generatorIntrinsics() {
  if (__GeneratorPrototype) return __GeneratorPrototype;
  var hasSymbol = typeof Symbol === "function", key = hasSymbol ? Symbol.iterator : "@@iterator", parent = {};
  if ([][key]) parent = Object.getPrototypeOf(Object.getPrototypeOf([][key]()));
  else Object.defineProperty(parent, key, { __proto__: null, value: function () { return this; }, writable: true, configurable: true });
  __GeneratorPrototype = Object.create(parent);
  // In a literal, so that they have names.
  var methods = {
    next: function (value) { return __resumeObject(this, 0, value); },
    "return": function (value) { return __resumeObject(this, 2, value); },
    "throw": function (error) { return __resumeObject(this, 1, error); },
  };
  Object.keys(methods).forEach(function (name) {
    Object.defineProperty(__GeneratorPrototype, name, { __proto__: null, value: methods[name], writable: true, configurable: true });
  });
  if (hasSymbol) Object.defineProperty(__GeneratorPrototype, Symbol.toStringTag, { __proto__: null, value: "Generator", configurable: true });
  __hideSlots(__GeneratorPrototype);
  return __GeneratorPrototype;
}
function __resumeObject(object, type, value) {
  var machine = __internalSlots(object);
  if (!machine || machine.to === void 0) throw new TypeError("This is not a generator object");
  if (machine._running) throw new TypeError("Generator is already running");
  machine._running = true;
  value = __resume(machine, type, value);
  machine._running = false;
  return __machineResult(machine, value);
}
var __GeneratorPrototype = /*#__PURE__*/ __generatorIntrinsics();

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

// The internal slots of an object, and of nothing that inherits from it: null if it has none. They are a property of its
// own, since there may be no WeakMap, under a symbol: to define a property that nobody sees takes ten times as long as to
// set one that hardly anybody does.
var __slotsKey;
function __internalSlots(object) {
  var slots = Object(object) === object ? object[__slotsKey] : null;
  return slots && slots._object === object ? slots : null;
}
// A new object with these slots.
function __objectWithSlots(prototype, slots) {
  var object = slots._object = Object.create(prototype);
  if (typeof __slotsKey === "symbol") object[__slotsKey] = slots;
  else Object.defineProperty(object, __slotsKey, { __proto__: null, value: slots });
  return object;
}
// Has node print the objects that inherit from `prototype` without their slots. Comes before the first of them.
function __hideSlots(prototype) {
  if (typeof Symbol !== "function") { __slotsKey = "__slots"; return; }
  if (!__slotsKey) __slotsKey = Symbol("slots");
  var key = Symbol["for"]("nodejs.util.inspect.custom");
  Object.defineProperty(prototype, key, { __proto__: null, value: function () {
    var shown = Object.create(Object.getPrototypeOf(this)), names = Object.keys(this);
    for (var i = 0; i < names.length; i++) shown[names[i]] = this[names[i]];
    return Object.defineProperty(shown, key, { __proto__: null, value: void 0 });
  } });
}

// What the helpers for iterators, generators and resources use of the engine besides intrinsics.js, captured the same way.
var __create, __setPrototype, __TypeError, __Symbol, __asyncIteratorKey;
function __intrinsicsIteration() {
  if (!__apply) __intrinsics();
  var call = Function.prototype.call;
  __create = Object.create;
  __setPrototype = Object.setPrototypeOf;
  __TypeError = TypeError;
  __Symbol = Symbol;
  __asyncIteratorKey = Symbol.asyncIterator || Symbol["for"]("Symbol.asyncIterator");
  // `__call(f, o, v)` is `f.call(o, v)`. The last one, since it is what tells whether the others are there.
  return __call = call.bind(call);
}
var __call = /*#__PURE__*/ __intrinsicsIteration();

// What the helpers use of the engine, but for promises, captured when the file loads, before the program can patch it, and
// on demand for a function that is called earlier still (through an import cycle). A native async function reads none of
// these properties when it runs: https://tc39.es/ecma262/#await
// `__methods` is the prototype of the bodies' generator functions, which no program sees: what a driver calls there are the
// engine's own methods, whatever the program makes of %GeneratorPrototype%. That is faster than bound functions in
// JavaScriptCore and SpiderMonkey, and as fast in V8.
var __methods;
function __intrinsics() {
  var call = Function.prototype.call, generator = Object.getPrototypeOf(function* () {}).prototype;
  // Another tool may have taken the generators out of this file: then it has methods of its own for them.
  if (generator) __methods = { __proto__: null, next: generator.next, "throw": generator["throw"] };
  __promises(call);
  // A bound `call` takes `this` as its first argument, and does not look up `call` or `apply` when it is used.
  return __apply = call.bind(call.apply);
}
var __apply = /*#__PURE__*/ __intrinsics();

// Whether `value` is an Object in the sense of the specification.
function __isObject(value) {
  return typeof value === "object" ? value !== null : typeof value === "function";
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
  this._iterator = iterator;
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
    var result = __iteratorResult(__callOn(this.next, this._iterator));
    if (result.done) return __releaseIterator(this);
    if (!unread) this.value = result.value;
    this.done = false;
    return true;
  };
  // IteratorClose
  prototype.close = function () {
    if (this.done) return;
    this.done = true;
    var iterator = this._iterator, method = iterator["return"];
    __releaseIterator(this);
    if (method !== void 0 && method !== null) __iteratorResult(__callOn(method, iterator));
  };
}
// A machine may keep the record for as long as it lives.
function __releaseIterator(record) {
  record._iterator = record.next = record.value = void 0;
  return false;
}
function __iteratorResult(result) {
  if (Object(result) !== result) throw new TypeError(String(result) + " is not an object");
  return result;
}

// `break` or `continue` out of a region that must hear of it.
function __jump(machine, target) {
  if (machine.to >= 0) machine._at = machine.to;
  machine.to = -3;
  return target;
}

// `return value` within a region.
function __leave(machine, value) {
  // A `finally` within may have changed its mind.
  if (machine.to >= 0) machine._at = machine.to;
  machine.to = -2;
  return value;
}

// The engine of a lowered generator function. `body` is its code, a `switch` over `_.to`, which runs until it suspends or
// ends: it sets `to`, the number of the block to go on with, and answers what it yields. A negative `to` says more: -1 it
// has ended; -2 a return, -3 a jump, -4 what a finally region was entered with is on its way through the regions (see
// unwind.js); -5 it delegates to another iterator (see yield-star.js). While `to` is below -1, `at` is where it was.
function __machine(body, regions, unwind) {
  if (!__machineIsReady) __machineMethods();
  return new __Machine(body, regions, unwind);
}
function __Machine(body, regions, unwind) {
  this.to = 0;
  this._body = body;
  this._regions = regions;
  this._unwind = unwind;
  this._at = 0;
  this._running = false;
  this._slots = null;
  this._inner = null;
  this._forward = null;
  this._object = null;
}
// To what drives it, a machine is an iterator.
function __machineMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Machine.prototype = Object.create(null);
  prototype.next = function (value) { return __machineResult(this, __resume(this, 0, value)); };
  prototype["throw"] = function (error) { return __machineResult(this, __resume(this, 1, error)); };
  prototype["return"] = function (value) { return __machineResult(this, __resume(this, 2, value)); };
  return __machineIsReady = true;
}
function __machineResult(machine, value) {
  if (machine.to === -5) return value;
  var done = machine.to < 0;
  // Who keeps a generator that has ended keeps none of its locals.
  if (done) machine._body = machine._inner = null;
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
      value = (0, machine._body)(machine, value);
    } catch (error) {
      value = __complete(machine, 1, error);
      continue;
    }
    if (machine.to > -2) return value;
    value = machine.to === -5 ? machine._forward(machine, 0) : machine._unwind(machine, 0, value);
    if (machine.to < 0) return value;
  }
}
function __resumeAbruptly(machine, type, value) {
  if (machine.to === -5) return machine._forward(machine, type, value);
  if (machine.to > 0) return __complete(machine, type, value);
  return __ended(machine, type, type === 0 ? void 0 : value);
}
// Leads an abrupt completion to a handler, and answers what the body goes on with; else ends the machine with it.
function __complete(machine, type, value) {
  return machine._unwind ? machine._unwind(machine, type, value) : __ended(machine, type, value);
}
function __ended(machine, type, value) {
  machine.to = -1;
  if (type !== 1) return value;
  machine._running = false;
  machine._body = machine._inner = null;
  throw value;
}
var __machineIsReady = /*#__PURE__*/ __machineMethods();

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
      Object.defineProperty(rest, key, { __proto__: null, value: from[key], writable: true, enumerable: true, configurable: true });
    }
  }
  return rest;
}

// What the helpers use of the engine for own properties, captured as in intrinsics.js. Descriptors inherit nothing, since
// `Object.prototype.get` of a program would be theirs, too.
var __define, __descriptor;
function __ownProperties() {
  __define = Object.defineProperty;
  __descriptor = Object.getOwnPropertyDescriptor;
  return __hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
}
// Defines a property that is not enumerable, as those of built-in objects are.
function __hide(object, key, value, isWritable) {
  __define(object, key, { __proto__: null, value: value, writable: isWritable, enumerable: false, configurable: true });
}
var __hasOwn = /*#__PURE__*/ __ownProperties();

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

// ToPropertyKey, for a key which is used more than once: the engine makes it, and an object without others tells it.
// https://tc39.es/ecma262/#sec-topropertykey
function __propertyKey(value) {
  if (typeof value === "symbol" || typeof value === "string" || typeof value === "number") return value;
  var holder = Object.create(null);
  holder[value] = 0;
  var names = Object.getOwnPropertyNames(holder);
  return names.length ? names[0] : Object.getOwnPropertySymbols(holder)[0];
}

// A new promise resolved with `value`: what a body that ended without a suspension returns.
// PromiseResolve would hand a promise back as it is, so an object takes the way through the resolving functions.
// https://tc39.es/ecma262/#sec-asyncblockstart
function __resolved(value) {
  return typeof value === "object" ? new __Promise(function (resolve) { resolve(value); }) : __resolve(value);
}

// Runs a body that never suspends: no generator is needed. `body` is an arrow function in the lowered function, so
// `this`, `arguments` and `super` need no capture.
function __settle(body, _arguments) {
  if (!__apply) __intrinsics();
  var value;
  try { value = _arguments ? __apply(body, void 0, _arguments) : body(); } catch (error) { return __reject(error); }
  return __resolved(value);
}

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

// The error of a disposal that another error, which it suppresses, came before.
// https://tc39.es/proposal-explicit-resource-management/#sec-suppressederror-objects
function __suppressedError(error, suppressed) {
  var message = "An error was suppressed during disposal";
  if (typeof SuppressedError === "function") return new SuppressedError(error, suppressed, message);
  if (!__hasOwn) __ownProperties();
  var made = new Error(message);
  __hide(made, "name", "SuppressedError", true);
  __hide(made, "error", error, true);
  __hide(made, "suppressed", suppressed, true);
  return made;
}

// The value of a binding, which is this function itself as long as the binding has not been initialised: no program has
// that for a value. https://tc39.es/ecma262/#sec-declarative-environment-records-getbindingvalue-n-s
function __tdz(value, name) {
  if (value === __tdz) throw new ReferenceError("Cannot access '" + name + "' before initialization");
  return value;
}

// The strings of a tagged template. https://tc39.es/ecma262/#sec-gettemplateobject
function __templateObject(strings) { return strings; }

// A TypeError about `value`, in the words of V8. Nothing that a program defined is called to show the value.
function __typeError(before, value, after) {
  if (!__call) __intrinsicsIteration();
  var type = typeof value, shown = type === "function" ? "a function" : __isObject(value) ? "#<Object>" : type === "symbol" ? "a symbol" : "" + value;
  return new __TypeError(before + shown + after);
}

// Leads an abrupt completion (1 throw, 2 return, 3 jump) to the handler that must see it next, and answers what the body
// goes on with there; or ends the machine with it. 0 stands for one that the body has set on its way.
// A machine's regions are rows [first, last, handler, slot], the innermost first, and hold the blocks from `first` to
// `last`. A row without a slot is a catch region; one without a handler (-1) is a loop, whose iterator is in the slot.
function __unwind(machine, type, value) {
  // What throws once the body has ended (-1) is in no region.
  var at = machine.to < -1 ? machine._at : machine.to, regions = machine._regions;
  if (type === 0) {
    type = -machine.to;
    if (type === 4) {
      type = value._type;
      value = value.value;
    }
  }
  for (var i = 0; i < regions.length; i++) {
    var region = regions[i], handler = region[2], slot = region[3];
    if (at < region[0] || region[1] < at) continue;
    if (type === 3 && region[0] <= value && value <= region[1]) break;
    if (handler < 0) {
      try {
        machine._slots[slot].close();
      } catch (error) {
        if (type !== 1) {
          type = 1;
          value = error;
        }
      }
    } else if (slot >= 0) {
      if (!machine._slots) machine._slots = {};
      machine._slots[slot] = { _type: type, value: value };
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

// The resources of a block with `using` or `await using`, and how the block ends: DisposeCapability and a completion.
//   try { scope.use(value); BODY } catch (e) { scope.fail(e); } finally { scope.dispose(); }
// or, where there is an `await using`, at the end (in an async generator with `yield __awaitIn(...)`)
//   finally { while (scope.step()) try { yield scope.result; } catch (e) { scope.fail(e); } scope.end(); }
// https://tc39.es/proposal-explicit-resource-management/#sec-disposeresources
function __using() {
  if (!__call) __intrinsicsIteration();
  // `last`: the resources as a list, from the last one to the first.
  return {
    _last: null, _failed: false, _error: void 0, _needsAwait: false, _hasAwaited: false, result: void 0,
    use: __usingUse, useAsync: __usingUseAsync, fail: __usingFail, step: __usingStep, end: __usingEnd, dispose: __usingDispose,
  };
}
// AddDisposableResource
function __usingUse(value) {
  if (value !== void 0 && value !== null) __usingAdd(this, value, false, __disposeMethod(value, false));
  return value;
}
function __usingUseAsync(value) {
  __usingAdd(this, value, true, value !== void 0 && value !== null ? __disposeMethod(value, true) : void 0);
  return value;
}
function __usingAdd(scope, value, isAsync, method) {
  scope._last = { value: value, _method: method, _isAsync: isAsync, _before: scope._last };
}
// A throw completion arrives.
function __usingFail(error) {
  this._error = this._failed ? __suppressedError(error, this._error) : error;
  this._failed = true;
}
// DisposeResources, up to what has to be awaited next: `result`. Answers whether there is anything.
function __usingStep() {
  for (var resource = this._last; resource; resource = this._last) {
    if (!resource._isAsync && this._needsAwait && !this._hasAwaited) break;
    this._last = resource._before;
    if (!resource._method) { this._needsAwait = true; continue; }
    try { this.result = __call(resource._method, resource.value); } catch (error) { this.fail(error); continue; }
    if (resource._isAsync) return this._hasAwaited = true;
  }
  // Await(undefined), once for all the `null` and `undefined` so far.
  var awaits = this._needsAwait && !this._hasAwaited;
  if (awaits) {
    this._needsAwait = false;
    this.result = void 0;
  }
  return awaits;
}
function __usingEnd() {
  if (this._failed) throw this._error;
}
// All of it where no resource is async.
function __usingDispose() {
  this.step();
  this.end();
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

// `yield* iterable`. https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __yieldStar(machine, iterable) {
  machine._inner = __iterator(iterable);
  machine._forward = __forward;
  machine._at = machine.to;
  machine.to = -5;
}
// Hands a completion on to the other iterator. Answers its result, or, after the end, what the body goes on with.
function __forward(machine, type, value) {
  var inner = machine._inner, iterator = inner._iterator, method = inner.next;
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
  machine.to = machine._at;
  machine._inner = null;
  return type === 0 ? value : __complete(machine, type, value);
}

export {
  __asyncFromSync,
  __asyncGenFunction,
  __asyncGenObject,
  __asyncGenState,
  __asyncGen,
  __asyncIteratorDispose,
  __asyncIterator,
  __awaitIn,
  __awaiterOnce,
  __awaiter,
  __callOn,
  __checkResult,
  __constant,
  __delegate,
  __disposeMethod,
  __each,
  __enter,
  __finish,
  __forAwait,
  __forIn,
  __generatorFunction,
  __generator,
  __getMethod,
  __internalSlots,
  __intrinsicsIteration,
  __intrinsics,
  __isObject,
  __iterator,
  __jump,
  __leave,
  __machine,
  __objectRest,
  __ownProperties,
  __promises,
  __propertyKey,
  __resolved,
  __settle,
  __shadowThen,
  __suppressedError,
  __tdz,
  __templateObject,
  __typeError,
  __unwind,
  __using,
  __withObject,
  __yieldStar,
};
