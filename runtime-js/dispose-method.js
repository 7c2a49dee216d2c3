// GetDisposeMethod(value, hint), where a resource has to have one.
// https://tc39.es/proposal-explicit-resource-management/#sec-getdisposemethod
function __disposeMethod(value, isAsync) {
  if (!__isObject(value)) throw new __TypeError("An object is expected with `using` declarations");
  var method = isAsync ? __disposeMethodNamed(value, "asyncDispose") : void 0;
  if (method) return method;
  method = __disposeMethodNamed(value, "dispose");
  if (!method) throw __notDisposable("dispose");
  return isAsync ? __asAsyncDispose(method) : method;
}
// The symbols are looked up when they are needed: a polyfill may have come since the helpers were loaded.
function __disposeMethodNamed(value, name) {
  var method = value[__Symbol[name] || __Symbol["for"]("Symbol." + name)];
  if (method !== void 0 && method !== null && typeof method !== "function") throw __notDisposable(name);
  return method;
}
function __notDisposable(name) {
  return new __TypeError("Symbol(Symbol." + name + ") is not a function");
}
// A synchronous method's answer is not awaited, and its error is a rejection.
function __asAsyncDispose(method) {
  return function () {
    try { __call(method, this); } catch (error) { return __reject(error); }
    return __resolve(void 0);
  };
}
