// GetMethod, but for the look-up: undefined where there is none. Each caller looks up for itself, so that an engine can
// remember where it found what. https://tc39.es/ecma262/#sec-getmethod
function __getMethod(method) {
  if (method === void 0 || method === null) return void 0;
  if (typeof method !== "function") throw __notCallable(method);
  return method;
}
// The `next` of an Iterator Record: nobody asks whether it can be called, before it is.
// https://tc39.es/ecma262/#sec-getiteratordirect
function __nextMethod(method) {
  return typeof method === "function" ? method : function () { throw __notCallable(method); };
}
// In the words of V8.
function __notCallable(value) {
  if (!__call) __intrinsicsIteration();
  var type = typeof value, isPlain = value === null || type === "boolean" || type === "number";
  return new __TypeError(type + (type === "string" ? " " + JSON.stringify(value) : isPlain ? " " + value : "") + " is not a function");
}
