// Makes an async generator object, whose body is that of a generator: see await-in.js for what the body yields.
// `fn` is the function that the program sees: the object inherits from what its `prototype` is by now.
// The functions below are the abstract operations of https://tc39.es/ecma262/#sec-asyncgenerator-abstract-operations
// [[AsyncGeneratorState]]: 0 suspended-start, 1 suspended-yield, 2 executing, 3 draining-queue, 4 completed.
function __asyncGen(thisArg, _arguments, fn, generator) {
  if (!__asyncGenPrototype) __asyncGenIntrinsics();
  var iterator = __apply(generator, thisArg, _arguments || []), prototype = fn ? fn.prototype : void 0;
  var object = __create(__isObject(prototype) ? prototype : __asyncGenPrototype);
  __setAsyncGen(object, { iterator: iterator, state: 0, first: null, last: null, awaiting: 0, value: void 0, fulfilled: null, rejected: null });
  return object;
}
// %AsyncGeneratorPrototype%, %AsyncIteratorPrototype%, and from object to state, which no program can reach.
var __asyncGenPrototype, __getAsyncGen, __setAsyncGen, __valueKept, __keptPromise;
function __asyncGenIntrinsics() {
  if (!__call) __intrinsicsIteration();
  var objects = new __WeakMap(), dispose = __Symbol.asyncDispose;
  __getAsyncGen = objects.get.bind(objects);
  __setAsyncGen = objects.set.bind(objects);
  __valueKept = {};
  __keptPromise = __resolve(__valueKept);
  // Concise methods, which are no constructors, as those of the engine are none.
  var prototype = {
    next(value) { return __asyncGenNext(this, value); },
    return(value) { return __asyncGenReturn(this, value); },
    throw(exception) { return __asyncGenThrow(this, exception); },
  };
  var iteratorPrototype = { [__asyncIteratorKey]() { return this; } };
  ["next", "return", "throw"].forEach(function (name) { __Object.define(prototype, name, { enumerable: false }); });
  __Object.define(prototype, __Symbol.toStringTag, { value: "AsyncGenerator", configurable: true });
  __Object.define(iteratorPrototype, __asyncIteratorKey, { enumerable: false });
  if (dispose) {
    var method = { [dispose]() { return __asyncIteratorDispose(this); } };
    __Object.define(iteratorPrototype, dispose, { value: method[dispose], writable: true, configurable: true });
  }
  __asyncGenPrototype = __setPrototype(prototype, iteratorPrototype);
}
if (!__asyncGenPrototype) __asyncGenIntrinsics();
// %AsyncGeneratorPrototype%.next, .return, .throw
function __asyncGenNext(object, value) {
  var gen = __getAsyncGen(object);
  if (!gen) return __notAsyncGen(object, "next");
  if (gen.state === 4) return __resolve({ value: void 0, done: true });
  var promise = __asyncGenEnqueue(gen, 0, value);
  if (gen.state < 2) __asyncGenResume(gen, 0, value);
  return promise;
}
function __asyncGenReturn(object, value) {
  var gen = __getAsyncGen(object);
  if (!gen) return __notAsyncGen(object, "return");
  var promise = __asyncGenEnqueue(gen, 1, value), state = gen.state;
  if (state === 0 || state === 4) __asyncGenAwaitReturn(gen);
  else if (state === 1) __asyncGenResume(gen, 1, value);
  return promise;
}
function __asyncGenThrow(object, exception) {
  var gen = __getAsyncGen(object);
  if (!gen) return __notAsyncGen(object, "throw");
  if (gen.state === 0) gen.state = 4;
  if (gen.state === 4) return __reject(exception);
  var promise = __asyncGenEnqueue(gen, 2, exception);
  if (gen.state === 1) __asyncGenResume(gen, 2, exception);
  return promise;
}
function __notAsyncGen(object, method) {
  return __reject(__typeError("Method [AsyncGenerator].prototype." + method + " called on incompatible receiver ", object, ""));
}
// AsyncGeneratorEnqueue. The kind of a request's completion: 0 normal, 1 return, 2 throw.
var __requestResolve, __requestReject;
function __requestExecutor(resolve, reject) { __requestResolve = resolve; __requestReject = reject; }
function __asyncGenEnqueue(gen, kind, value) {
  var promise = new __Promise(__requestExecutor);
  var request = { kind: kind, value: value, resolve: __requestResolve, reject: __requestReject, next: null };
  if (gen.first) gen.last.next = request;
  else gen.first = request;
  gen.last = request;
  return promise;
}
// AsyncGeneratorResume and AsyncGeneratorUnwrapYieldResumption
function __asyncGenResume(gen, kind, value) {
  gen.state = 2;
  if (kind === 0) __asyncGenGoOn(gen, value);
  else if (kind === 2) __asyncGenFail(gen, value);
  else {
    try { __asyncGenAwait(gen, 3, value); } catch (error) { __asyncGenFail(gen, error); }
  }
}
// The body goes on, normally, with a throw, or with a return.
function __asyncGenGoOn(gen, value) {
  try { var result = __next(gen.iterator, value); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  __asyncGenSuspended(gen, result);
}
function __asyncGenFail(gen, reason) {
  try { var result = __throw(gen.iterator, reason); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  __asyncGenSuspended(gen, result);
}
function __asyncGenLeave(gen, value) {
  try { var result = __return(gen.iterator, value); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  __asyncGenSuspended(gen, result);
}
// The body has suspended or returned. A loop, since what awaiting throws goes back into the body at once, and the stack
// must not grow by it.
function __asyncGenSuspended(gen, result) {
  for (;;) {
    var value = result.value, suspension = __suspension, reason;
    __suspension = 0;
    if (result.done) { __asyncGenEnd(gen, false, value); return; }
    if (suspension === 2) { __asyncGenYield(gen, value); return; }
    try { __asyncGenAwait(gen, suspension, value); return; } catch (error) { reason = error; }
    try { result = __throw(gen.iterator, reason); } catch (error) { __asyncGenEnd(gen, true, error); return; }
  }
}
// Await. There is one at a time; what it is for: 0 the operand of a `yield`, 1 of an `await`, 3 of a `return()` that the
// body is to see, 4 of one that it is not.
function __asyncGenAwait(gen, awaiting, value) {
  if (!gen.fulfilled) __asyncGenContinuations(gen);
  gen.awaiting = awaiting;
  if (__isObject(value)) { __awaitThen(value, gen.fulfilled, gen.rejected); return; }
  // A promise for a primitive value has nobody who could see it, so that one serves for all.
  gen.value = value;
  __then(__keptPromise, gen.fulfilled);
}
function __asyncGenContinuations(gen) {
  gen.fulfilled = function (value) {
    if (value === __valueKept) { value = gen.value; gen.value = void 0; }
    var awaiting = gen.awaiting;
    if (awaiting === 0) __asyncGenYield(gen, value);
    else if (awaiting === 1) __asyncGenGoOn(gen, value);
    else if (awaiting === 3) __asyncGenLeave(gen, value);
    else __asyncGenEnd(gen, false, value);
  };
  gen.rejected = function (reason) {
    if (gen.awaiting === 4) __asyncGenEnd(gen, true, reason);
    else __asyncGenFail(gen, reason);
  };
}
// AsyncGeneratorYield, after its operand was awaited
function __asyncGenYield(gen, value) {
  __asyncGenCompleteStep(gen, value, false);
  var request = gen.first;
  if (request) __asyncGenResume(gen, request.kind, request.value);
  else gen.state = 1;
}
// AsyncGeneratorCompleteStep with a normal completion
function __asyncGenCompleteStep(gen, value, done) {
  var request = gen.first;
  gen.first = request.next;
  request.resolve({ value: value, done: done });
}
// What AsyncGeneratorStart does after the body, and AsyncGeneratorAwaitReturn at its end; AsyncGeneratorDrainQueue
function __asyncGenEnd(gen, thrown, value) {
  gen.state = 3;
  for (;;) {
    if (thrown) {
      var request = gen.first;
      gen.first = request.next;
      request.reject(value);
    } else __asyncGenCompleteStep(gen, value, true);
    if (!gen.first) { gen.state = 4; return; }
    if (gen.first.kind === 1) { __asyncGenAwaitReturn(gen); return; }
    thrown = gen.first.kind === 2;
    value = thrown ? gen.first.value : void 0;
  }
}
// AsyncGeneratorAwaitReturn
function __asyncGenAwaitReturn(gen) {
  gen.state = 3;
  try { __asyncGenAwait(gen, 4, gen.first.value); } catch (error) { __asyncGenEnd(gen, true, error); }
}
