// GetIterator(iterable, async), but for the look-up of its `next`. https://tc39.es/ecma262/#sec-getiterator
function __asyncIterator(iterable) {
  if (!__call) __intrinsicsIteration();
  var method = __getMethod(iterable[__asyncIteratorKey]);
  if (method) return __iteratorFrom(iterable, method, "asyncIterator");
  method = __getMethod(iterable[__Symbol.iterator]);
  if (method) return __asyncFromSync(__iteratorFrom(iterable, method, "iterator"));
  // Arrays have no method where there are no symbols, or hardly any.
  if (!Array.prototype[__Symbol.iterator]) return __asyncFromSync(__iterator(iterable)._iterator);
  throw __typeError("", iterable, " is not async iterable");
}
function __iteratorFrom(iterable, method, name) {
  var iterator = __call(method, iterable);
  if (!__isObject(iterator)) throw new __TypeError("Result of the Symbol." + name + " method is not an object");
  return iterator;
}
