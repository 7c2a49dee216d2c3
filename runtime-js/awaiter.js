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
