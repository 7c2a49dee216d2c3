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
