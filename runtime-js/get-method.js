// GetMethod(object, key): undefined where there is none. https://tc39.es/ecma262/#sec-getmethod
function __getMethod(object, key) {
  var method = object[key];
  if (method === void 0 || method === null) return void 0;
  if (typeof method !== "function") throw __typeError(typeof method + " ", method, " is not a function");
  return method;
}
