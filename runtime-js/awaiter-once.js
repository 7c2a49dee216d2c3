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
