// GetDisposeMethod(value, hint), where a resource has to have one.
// https://tc39.es/proposal-explicit-resource-management/#sec-getdisposemethod
function __disposeMethod(value, isAsync) {
  if (!__isObject(value)) throw new __TypeError("An object is expected with `using` declarations");
  // The symbols are read when they are needed: a polyfill may have come since the helpers were loaded.
  var method = isAsync ? __getMethod(value, __Symbol.asyncDispose || __Symbol["for"]("Symbol.asyncDispose")) : void 0;
  if (method) return method;
  method = __getMethod(value, __Symbol.dispose || __Symbol["for"]("Symbol.dispose"));
  if (!method) throw new __TypeError((isAsync ? "Symbol.asyncDispose" : "Symbol.dispose") + " is not a function");
  return isAsync ? __asAsyncDispose(method) : method;
}
// Its result is not awaited, and its errors are a rejection.
function __asAsyncDispose(method) {
  return function () {
    try { __call(method, this); } catch (error) { return __reject(error); }
    return __resolve(void 0);
  };
}
