// Drives a machine as a native async function runs its body: `yield x` is Await(x). As ../awaiter.js, which says the rest.
// https://tc39.es/ecma262/#sec-async-functions-abstract-operations-async-function-start
function __awaiter(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
  if (P && P !== __Promise) return __awaiterAs(thisArg, _arguments, P, generator);
  var iterator, result;
  try {
    iterator = __apply(generator, thisArg, _arguments);
    result = iterator.next();
  } catch (error) {
    return __reject(error);
  }
  return result.done ? __resolved(result.value) : __drive(iterator, result.value);
}
function __awaiterAs(thisArg, _arguments, P, generator) {
  return new P(function (resolve) { resolve(__awaiter(thisArg, _arguments, void 0, generator)); });
}
function __drive(iterator, value) {
  var promise = __newPromise(), resolve = __resolvePromise, reject = __rejectPromise;
  try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  return promise;

  function fulfilled(sent) {
    try { var result = iterator.next(sent), value = result.value; } catch (error) { reject(error); return; }
    if (result.done) { resolve(value); return; }
    try { __awaitThen(value, fulfilled, rejected); } catch (error) { rejected(error); }
  }
  // A loop, since what awaiting throws goes back into the body at once, and the stack must not grow by it.
  function rejected(reason) {
    for (;;) {
      try { var result = iterator["throw"](reason), value = result.value; } catch (error) { reject(error); return; }
      if (result.done) { resolve(value); return; }
      try { __awaitThen(value, fulfilled, rejected); return; } catch (error) { reason = error; }
    }
  }
}
