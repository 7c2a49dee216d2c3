// GetMethod, but for the look-up: undefined where there is none. Each caller looks up for itself, so that an engine can
// remember where it found what. https://tc39.es/ecma262/#sec-getmethod
function __getMethod(method) {
  return method === void 0 || method === null ? void 0 : __callable(method);
}
// The `next` of an Iterator Record: nobody asks whether it can be called, before it is.
// https://tc39.es/ecma262/#sec-getiteratordirect
function __nextMethod(method) {
  return typeof method === "function" ? method : function () { __callable(method); };
}
// Complains in the words of V8.
function __callable(value) {
  var type = typeof value;
  if (type === "function") return value;
  if (!__call) __intrinsicsIteration();
  if (value === null || type === "boolean" || type === "number" || type === "string") type += " " + JSON.stringify(value);
  throw new __TypeError(type + " is not a function");
}
