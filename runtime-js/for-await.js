// A `for await` loop over `iterable`, to be used by (in an async generator with `yield __awaitIn(...)`)
//   for (; loop.step(yield loop.next()); ) { HEAD = loop.value; BODY }
// between a `catch` that asks `failed` and a `finally` that asks `left`: both tell whether `loop.result` has to be awaited.
// https://tc39.es/ecma262/#sec-runtime-semantics-forin-div-ofbodyevaluation-lhs-stmt-iterator-lhskind-labelset
function __forAwait(iterable) {
  var iterator = __asyncIterator(iterable);
  // `open` while the head and the body run: what ends the loop then, closes the iterator.
  return {
    _iterator: iterator, _nextMethod: __nextMethod(iterator.next), _open: false, value: void 0, result: void 0,
    next: __loopNext, step: __loopStep, failed: __loopFailed, left: __loopLeft, check: __checkResult,
  };
}
// The answer is to be awaited.
function __loopNext() {
  this._open = false;
  return __call(this._nextMethod, this._iterator);
}
// Whether the loop goes on, with `value`.
function __loopStep(result) {
  __checkResult(result);
  if (result.done) return false;
  this.value = result.value;
  return this._open = true;
}
// AsyncIteratorClose with a throw completion, which nothing replaces.
function __loopFailed() {
  try { return this.left(); } catch (_) { return false; }
}
// AsyncIteratorClose with any other completion.
function __loopLeft() {
  if (!this._open) return false;
  this._open = false;
  var method = __getMethod(this._iterator["return"]);
  if (!method) return false;
  this.result = __call(method, this._iterator);
  return true;
}
