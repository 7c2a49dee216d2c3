// `yield* iterable` in an async generator is `yield* __delegate(iterable)` in the generator that is its body: an
// iterator which makes the steps of the specification out of the requests that arrive and the answers that were awaited.
// https://tc39.es/ecma262/#sec-generator-function-definitions-runtime-semantics-evaluation
function __delegate(iterable) {
  var iterator = __asyncIterator(iterable);
  if (__Delegate.prototype.constructor) __delegateMethods();
  return new __Delegate(iterator, __nextMethod(iterator.next));
}
// Phase: 0 a request arrives; 1 the inner iterator's answer; 2 the value of a return that it has no method for; 3 its
// answer to being closed, for it has no `throw`. See await-in.js for how it suspends.
function __Delegate(iterator, nextMethod) {
  this._iterator = iterator;
  this._nextMethod = nextMethod;
  this._phase = 0;
  this._result = { value: void 0, done: false };
}
function __delegateMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __Delegate.prototype = __create(null);
  prototype[__Symbol.iterator] = function () { return this; };
  prototype.next = function (value) {
    if (this._phase === 0) return __delegateWait(this, 1, 1, __call(this._nextMethod, this._iterator, value));
    __checkResult(value);
    if (this._phase === 3) throw __noThrow();
    return __delegateAnswer(this, value);
  };
  prototype["throw"] = function (reason) {
    if (this._phase !== 0) throw reason;
    var method = __getMethod(this._iterator["throw"]);
    if (method) return __delegateWait(this, 1, 1, __call(method, this._iterator, reason));
    method = __getMethod(this._iterator["return"]);
    if (!method) throw __noThrow();
    return __delegateWait(this, 3, 1, __call(method, this._iterator));
  };
  prototype["return"] = function (value) {
    if (this._phase === 1) {
      __checkResult(value);
      return __delegateAnswer(this, value);
    }
    if (this._phase === 2) return { value: value, done: true };
    var method = __getMethod(this._iterator["return"]);
    if (!method) return __delegateWait(this, 2, 3, value);
    return __delegateWait(this, 1, 3, __call(method, this._iterator, value));
  };
}
function __noThrow() {
  return new __TypeError("The iterator does not provide a 'throw' method.");
}
// Await(value), the outcome being for this phase.
function __delegateWait(delegate, phase, suspension, value) {
  delegate._phase = phase;
  delegate._result.value = value;
  __suspension = suspension;
  return delegate._result;
}
// What the inner iterator answers ends `yield*`, or is yielded as it is.
function __delegateAnswer(delegate, answer) {
  if (answer.done) return { value: answer.value, done: true };
  return __delegateWait(delegate, 0, 2, answer.value);
}
