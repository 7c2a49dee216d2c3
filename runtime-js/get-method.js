// GetMethod, but for the look-up: undefined where there is none. Each caller looks up for itself, so that an engine can
// remember where it found what. https://tc39.es/ecma262/#sec-getmethod
function __getMethod(method) {
  if (method === void 0 || method === null) return void 0;
  if (typeof method !== "function") throw __typeError(typeof method + " ", method, " is not a function");
  return method;
}
