// `__awaiter` for a machine that suspends once at most. As ../awaiter-once.js, which says the rest; a machine's methods are
// called as such, for each frame between two functions counts in deep recursion.
function __awaiterOnce(thisArg, _arguments, P, generator) {
  if (!__apply) __intrinsics();
  var iterator, result;
  try {
    iterator = __apply(generator, thisArg, _arguments);
    result = iterator.next();
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

  function fulfilled(sent) { return iterator.next(sent).value; }
  function rejected(reason) { return iterator["throw"](reason).value; }
}
