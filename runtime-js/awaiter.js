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
