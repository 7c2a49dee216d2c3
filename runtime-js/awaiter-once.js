// `__awaiter` for a body that suspends once at most: one `await`, in no loop. The promise that `then` derives settles
// exactly as the body ends, so none has to be made. (`P` is not used: the place is kept for a common shape of call.)
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
  var iterator, result;
  try {
    iterator = __apply(generator, thisArg, _arguments);
    result = __next(iterator);
  } catch (error) {
    return __reject(error);
  }
  return result.done ? __resolved(result.value) : __driveOnce(iterator, result.value);
}
// The promise of a body that has suspended at `value`, and will not again.
function __driveOnce(iterator, value) {
  try {
    return __awaitThen(value, fulfilled, rejected);
  } catch (error) {
    try { return __resolved(rejected(error)); } catch (error) { return __reject(error); }
  }

  function fulfilled(sent) { return __next(iterator, sent).value; }
  function rejected(reason) { return __throw(iterator, reason).value; }
}
