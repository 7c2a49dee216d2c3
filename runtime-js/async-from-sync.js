// CreateAsyncFromSyncIterator: an async iterator, which no program gets hold of, over a sync one.
// https://tc39.es/ecma262/#sec-async-from-sync-iterator-objects
function __asyncFromSync(iterator) {
  var nextMethod = __nextMethod(iterator.next);
  return {
    next: function () { return __fromSync(iterator, "next", arguments, close, nextMethod); },
    "return": function (value) { return __fromSync(iterator, "return", arguments, void 0, void 0, value); },
    "throw": function () { return __fromSync(iterator, "throw", arguments, close); },
  };

  // What a promise of its that rejects is followed by.
  function close(reason) {
    __closeQuietly(iterator);
    throw reason;
  }
}
// What its methods do; AsyncFromSyncIteratorContinuation
function __fromSync(iterator, name, _arguments, close, method, value) {
  try {
    if (!method) method = __getMethod(iterator[name]);
    if (!method && name === "return") return __resolve({ value: value, done: true });
    if (!method) {
      method = __getMethod(iterator["return"]);
      if (method) __checkResult(__call(method, iterator));
      throw new __TypeError("The iterator does not provide a 'throw' method.");
    }
    var result = __apply(method, iterator, _arguments);
    __checkResult(result);
    var done = result.done, promise = result.value;
    if (done) return __then(__resolve(promise), __lastResult);
    try { promise = __resolve(promise); } catch (error) {
      if (close) __closeQuietly(iterator);
      throw error;
    }
    return __then(promise, __notLastResult, close);
  } catch (error) {
    return __reject(error);
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
