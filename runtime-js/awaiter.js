// Drives a generator as a native async function runs its body: `yield x` is Await(x).
// The signature is tslib's, since a page may hold both definitions: `P` is the promise class to answer with.
// The first step runs before anything is allocated; straight-line handlers are faster than one shared `step`.
// https://tc39.es/ecma262/#sec-async-functions-abstract-operations-async-function-start
function __awaiter(thisArg, _arguments, P, generator) {
  if (!__then) __intrinsics();
  if (P && P !== __Promise) {
    return new P(function (resolve) { resolve(__awaiter(thisArg, _arguments, void 0, generator)); });
  }
  var iterator, next = __next, thrown = __throw, result, value, resolve, reject, promise;
  try {
    iterator = generator.apply(thisArg, _arguments || []);
    // A state machine's iterator brings its own methods; a generator's are the engine's, whatever a program made of them.
    if (__hasOwn.call(iterator, "next")) { next = iterator.next; thrown = iterator["throw"]; }
    result = next.call(iterator);
    value = result.value;
  } catch (error) {
    return __reject.call(__Promise, error);
  }
  if (result.done) return __resolved(value);
  promise = new __Promise(function (res, rej) { resolve = res; reject = rej; });
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
