// A `for await` loop over `iterable`, to be used by (in an async generator with `yield __awaitIn(...)`)
//   for (; loop.step(yield loop.next()); ) { HEAD = loop.value; BODY }
// between a `catch` that asks `failed` and a `finally` that asks `left`: both tell whether `loop.result` has to be awaited.
// https://tc39.es/ecma262/#sec-runtime-semantics-forin-div-ofbodyevaluation-lhs-stmt-iterator-lhskind-labelset
function __forAwait(iterable) {
  var iterator = __asyncIterator(iterable);
  if (__ForAwait.prototype.constructor) __forAwaitMethods();
  var nextMethod = __nextMethod(iterator.next);
  return new __ForAwait(iterator, nextMethod, __asyncSource(iterator, nextMethod));
}
// `open` while the head and the body run: what ends the loop then, closes the iterator.
function __ForAwait(iterator, nextMethod, source) {
  this.iterator = iterator;
  this.nextMethod = nextMethod;
  this.source = source;
  this.open = false;
  this.value = void 0;
  this.result = void 0;
}
function __forAwaitMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __ForAwait.prototype = __create(null);
  // The answer is to be awaited.
  prototype.next = function () {
    this.open = false;
    return this.source ? this.source.next() : __call(this.nextMethod, this.iterator);
  };
  // Whether the loop goes on, with `value`.
  prototype.step = function (result) {
    __checkResult(result);
    if (result.done) return false;
    this.value = result.value;
    return this.open = true;
  };
  // AsyncIteratorClose with a throw completion, which nothing replaces.
  prototype.failed = function () {
    try { return this.left(); } catch (_) { return false; }
  };
  // AsyncIteratorClose with any other completion.
  prototype.left = function () {
    if (!this.open) return false;
    this.open = false;
    var method = __getMethod(this.iterator["return"]);
    if (!method) return false;
    this.result = __call(method, this.iterator);
    return true;
  };
  prototype.check = __checkResult;
}
