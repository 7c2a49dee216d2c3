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
