// `__awaiter` for a body that suspends once at most: one `await`, in no loop. The promise that `then` derives settles
// exactly as the body ends, so none has to be made. (`P` is not used: the place is kept for a common shape of call.)
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__then) __intrinsics();
  var iterator, result, value;
  try {
    iterator = generator.apply(thisArg, _arguments);
    result = __next.call(iterator);
    value = result.value;
  } catch (error) {
    return __reject.call(__Promise, error);
  }
  if (result.done) return __resolved(value);
  try {
    return __awaitThen(value, fulfilled, rejected);
  } catch (error) {
    try { return __resolved(rejected(error)); } catch (error) { return __reject.call(__Promise, error); }
  }

  function fulfilled(sent) { return __next.call(iterator, sent).value; }
  function rejected(error) { return __throw.call(iterator, error).value; }
}
