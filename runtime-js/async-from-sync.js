// CreateAsyncFromSyncIterator: an async iterator, which no program gets hold of, over a sync one.
// https://tc39.es/ecma262/#sec-async-from-sync-iterator-objects
function __asyncFromSync(iterator) {
  if (__AsyncFromSync.prototype.constructor) __asyncFromSyncMethods();
  return new __AsyncFromSync(iterator, __nextMethod(iterator.next));
}
function __AsyncFromSync(iterator, nextMethod) {
  this.iterator = iterator;
  this.nextMethod = nextMethod;
  // Closes the iterator when a promise that it gave rejects.
  this.close = function (reason) {
    __closeQuietly(iterator);
    throw reason;
  };
}
function __asyncFromSyncMethods() {
  // In place of the first one, which has a constructor: this inherits nothing, such as a setter of a program.
  var prototype = __AsyncFromSync.prototype = __create(null);
  prototype.next = function (value) {
    try {
      var result = arguments.length ? __call(this.nextMethod, this.iterator, value) : __call(this.nextMethod, this.iterator);
      return __continue(this, result, true);
    } catch (error) {
      return __reject(error);
    }
  };
  prototype["return"] = function (value) {
    try {
      var iterator = this.iterator, method = __getMethod(iterator["return"]);
      if (!method) return __resolve({ value: value, done: true });
      return __continue(this, arguments.length ? __call(method, iterator, value) : __call(method, iterator), false);
    } catch (error) {
      return __reject(error);
    }
  };
  prototype["throw"] = function (reason) {
    try {
      var iterator = this.iterator, method = __getMethod(iterator["throw"]);
      if (method) return __continue(this, __call(method, iterator, reason), true);
      method = __getMethod(iterator["return"]);
      if (method) __checkResult(__call(method, iterator));
      throw new __TypeError("The iterator does not provide a 'throw' method.");
    } catch (error) {
      return __reject(error);
    }
  };
}
// AsyncFromSyncIteratorContinuation
function __continue(from, result, closeOnRejection) {
  __checkResult(result);
  var done = result.done, value = result.value;
  if (done) return __awaitThen(value, __lastResult);
  try {
    return __awaitThen(value, __notLastResult, closeOnRejection ? from.close : void 0);
  } catch (error) {
    if (closeOnRejection) __closeQuietly(from.iterator);
    throw error;
  }
}
function __notLastResult(value) { return { value: value, done: false }; }
function __lastResult(value) { return { value: value, done: true }; }
// IteratorClose with a throw completion, which what happens here does not replace.
function __closeQuietly(iterator) {
  try {
    var method = __getMethod(iterator["return"]);
    if (method) __call(method, iterator);
  } catch (_) {}
}
