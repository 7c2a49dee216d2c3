// CreateAsyncFromSyncIterator: an async iterator, which no program gets hold of, over a sync one.
// https://tc39.es/ecma262/#sec-async-from-sync-iterator-objects
function __asyncFromSync(iterator) {
  var nextMethod = __nextMethod(iterator.next);
  return {
    next: function () { return __fromSync(iterator, "next", arguments, nextMethod); },
    "return": function (value) { return __fromSync(iterator, "return", arguments, void 0, value); },
    "throw": function () { return __fromSync(iterator, "throw", arguments); },
  };
}
// What its methods do; AsyncFromSyncIteratorContinuation
function __fromSync(iterator, name, _arguments, method, value) {
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
    var done = !!result.done, promise = result.value, closes = !done && name !== "return";
    try { promise = __resolve(promise); } catch (error) {
      if (closes) __closeQuietly(iterator);
      throw error;
    }
    return __then(promise, function (value) { return { value: value, done: done }; }, closes ? function (reason) {
      __closeQuietly(iterator);
      throw reason;
    } : void 0);
  } catch (error) {
    return __reject(error);
  }
}
// IteratorClose with a throw completion, which what happens here does not replace.
function __closeQuietly(iterator) {
  try {
    var method = __getMethod(iterator["return"]);
    if (method) __call(method, iterator);
  } catch (_) {}
}
